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

/// How many of the cells show no single level to protect members, if that alone leaves the element without a score.
/// `None` if it has one, or if too few know so much of it that it would have none anyway.
#[must_use]
pub fn held_back(cells: &[Cell]) -> Option<usize> {
    let leaves_no_score = |missing: usize| missing * 4 > cells.len();
    let held_back = cells.iter().filter(|cell| cell.is_at_most_collapsed()).count();
    let not_known = cells.iter().filter(|cell| matches!(cell, Cell::TooFew { .. })).count();
    (leaves_no_score(held_back) && !leaves_no_score(not_known)).then_some(held_back)
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
    use crate::board::Collapsed;

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
    fn what_is_held_back_is_told_apart_from_what_too_few_know() {
        let collapsed = || Cell::Collapsed(Collapsed { low: 2, middle: Some(1), high: 3, dont_know: 0 });
        let too_few = || Cell::TooFew { dont_know: 6, is_not_known: true };
        let of = |full_cells: usize, collapsed_cells: usize, too_few_cells: usize| {
            let full_cells = (0..full_cells).map(|_| full([0, 0, 8, 0, 0]));
            let collapsed_cells = (0..collapsed_cells).map(|_| collapsed());
            let cells: Vec<Cell> =
                full_cells.chain(collapsed_cells).chain((0..too_few_cells).map(|_| too_few())).collect();
            (group_score(&cells).is_some(), held_back(&cells))
        };
        assert_eq!(of(4, 0, 0), (true, None));
        assert_eq!(of(3, 1, 0), (true, None), "three quarters are enough");
        assert_eq!(of(2, 2, 0), (false, Some(2)));
        assert_eq!(of(0, 4, 0), (false, Some(4)));
        assert_eq!(of(1, 2, 1), (false, Some(2)), "what too few know would have left a score");
        assert_eq!(of(2, 1, 1), (false, None), "neither alone, so not all of it is held back");
        assert_eq!(of(0, 2, 2), (false, None));
        assert_eq!(of(2, 0, 2), (false, None));
        assert_eq!(of(0, 0, 0), (false, None));
    }

    #[test]
    fn without_a_score_there_is_no_range() {
        assert_eq!(group_range(&[full([0, 0, 8, 0, 0]), Cell::Nothing], 3), None);
        assert_eq!(group_range(&[], 3), None);
    }
}
