//! What is laid down before anybody answers, as it is typed.

use super::problem::Problem;
use crate::board::{AnonymityThreshold, LARGEST_BOARD, LONGEST_ROUND_NAME, RoundFile, fitting};

/// The form as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SetUp {
    pub(crate) name: String,
    pub(crate) board_size: String,
    pub(crate) asks_role: bool,
    pub(crate) threshold: String,
}

/// The form, understood.
pub(crate) struct LaidDown {
    pub(crate) name: String,
    pub(crate) board_size: Option<u32>,
    pub(crate) asks_role: bool,
    pub(crate) threshold: AnonymityThreshold,
}

impl Default for SetUp {
    fn default() -> Self {
        let threshold = AnonymityThreshold::LOWEST.responses().to_string();
        Self { name: String::new(), board_size: String::new(), asks_role: false, threshold }
    }
}

impl SetUp {
    /// The form as it would have been filled in for that round.
    pub(crate) fn of(round: &RoundFile) -> Self {
        let laid_down = round.draft.round();
        Self {
            name: round.name.clone(),
            board_size: round.board_size.map(|size| size.to_string()).unwrap_or_default(),
            asks_role: laid_down.asks_role,
            threshold: laid_down.threshold.responses().to_string(),
        }
    }

    /// What it says, or everything that is wrong with it. Once members were told of the round, only its name
    /// and the board's size can be changed, so that nothing else can be wrong.
    pub(crate) fn read(&self, is_told: bool) -> Result<LaidDown, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = fitting(self.name.trim(), LONGEST_ROUND_NAME);
        if name.is_empty() {
            problems.push(Problem::NameMissing);
        }
        let board_size = read_board_size(&self.board_size);
        if board_size.is_none() {
            problems.push(Problem::BoardSizeWrong);
        }
        let threshold = read_number(&self.threshold).and_then(AnonymityThreshold::new);
        match (threshold, board_size.flatten()) {
            (None, _) => problems.push(Problem::ThresholdWrong),
            (Some(threshold), _) if threshold.responses() > LARGEST_BOARD => {
                problems.push(Problem::ThresholdWrong);
            }
            (Some(threshold), Some(size)) if threshold.responses() > size => {
                problems.push(if is_told { Problem::BoardSizeWrong } else { Problem::ThresholdAboveBoard });
            }
            _ => {}
        }
        match (board_size, threshold) {
            (Some(board_size), Some(threshold)) if problems.is_empty() => {
                Ok(LaidDown { name, board_size, asks_role: self.asks_role, threshold })
            }
            _ => Err(problems),
        }
    }
}

/// The board's size, if one was typed; `None` if it is no size.
#[expect(clippy::option_option, reason = "it may be left out, and it may be wrong")]
fn read_board_size(typed: &str) -> Option<Option<u32>> {
    if typed.trim().is_empty() {
        return Some(None);
    }
    read_number(typed).filter(|size| (1..=LARGEST_BOARD).contains(size)).map(Some)
}

fn read_number(typed: &str) -> Option<u32> {
    typed.trim().parse().ok()
}
