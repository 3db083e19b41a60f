use super::cell::{Cell, Full};
use crate::questionnaire::Level;
use crate::scoring::{Range, Score};

/// How a board sees one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupScore {
    /// The mean of the medians of its full cells × 100/(K−1).
    pub score: Score,
    /// That mean, rounded half up.
    pub level: Level,
}

/// The score of an element whose indicators have these cells, if at least three quarters of them are full.
#[must_use]
pub fn group_score(cells: &[Cell]) -> Option<GroupScore> {
    let full = full_cells(cells)?;
    let score = score_of(&full, Full::doubled_median)?;
    let (cells, doubled) = (u32::try_from(full.len()).ok()?, score.sum);
    let level = u8::try_from((doubled + cells) / (2 * cells)).ok()?;
    Some(GroupScore { score, level: Level(level) })
}

/// Between which scores the element would lie if so many members who have not answered had chosen the lowest
/// level, or the highest. `None` where the element has no score.
#[must_use]
pub fn group_range(cells: &[Cell], missing: u32) -> Option<Range> {
    let full = full_cells(cells)?;
    Some(Range {
        lowest: score_of(&full, |cell| cell.doubled_median_with(missing, 0))?,
        highest: score_of(&full, |cell| cell.doubled_median_with(0, missing))?,
    })
}

/// The full ones, if they are at least three quarters of all.
fn full_cells(cells: &[Cell]) -> Option<Vec<&Full>> {
    let full: Vec<&Full> =
        cells.iter().filter_map(|cell| if let Cell::Full(full) = cell { Some(full) } else { None }).collect();
    let is_enough = !full.is_empty() && full.len() * 4 >= cells.len() * 3;
    is_enough.then_some(full)
}

/// The mean of the medians × 100/(K−1).
fn score_of(cells: &[&Full], doubled_median: impl Fn(&Full) -> u32) -> Option<Score> {
    let medians = cells.iter().map(|cell| (doubled_median(cell), 2 * cell.top()));
    medians
        .reduce(|(sum, most), (median, top)| (sum + median, most + top))
        .map(|(sum, most)| Score { sum, most })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(counts: [u32; 5]) -> Cell {
        Cell::Full(Full { counts: counts.into(), dont_know: 0 })
    }

    #[test]
    fn who_has_not_answered_can_move_the_score_only_so_far() {
        let cells = [full([0, 0, 8, 0, 0]), full([0, 4, 0, 4, 0])];
        let range = |missing| {
            let range = group_range(&cells, missing).expect("all cells are full");
            (range.lowest.percent(), range.highest.percent())
        };
        assert_eq!(range(0), (50.0, 50.0));
        // One more at either end leaves the first median at 2 and moves the second to 1 or 3.
        assert_eq!(range(1), (37.5, 62.5));
        assert_eq!(range(9), (0.0, 100.0));
    }

    #[test]
    fn however_many_are_missing_the_range_ends_at_either_end() {
        let cells = [full([0, 0, 8, 0, 0]), full([3, 1, 0, 4, 1])];
        let range = group_range(&cells, u32::MAX).expect("all cells are full");
        assert_eq!((range.lowest.percent(), range.highest.percent()), (0.0, 100.0));
    }

    #[test]
    fn without_a_score_there_is_no_range() {
        assert_eq!(group_range(&[full([0, 0, 8, 0, 0]), Cell::Nothing], 3), None);
        assert_eq!(group_range(&[], 3), None);
    }
}
