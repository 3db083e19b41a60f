use super::cell::Cell;
use crate::questionnaire::Level;
use crate::scoring::Score;

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
    let (mut full_cells, mut doubled, mut top) = (0_u32, 0, 0);
    for cell in cells {
        if let Cell::Full(full) = cell {
            full_cells += 1;
            doubled += full.doubled_median();
            top = full.top();
        }
    }
    let is_enough = full_cells > 0 && u64::from(full_cells) * 4 >= cells.len() as u64 * 3;
    let level = u8::try_from((doubled + full_cells) / (2 * full_cells.max(1))).ok()?;
    is_enough.then_some(GroupScore {
        score: Score { sum: doubled, most: 2 * full_cells * top },
        level: Level(level),
    })
}
