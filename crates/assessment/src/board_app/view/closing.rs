use super::{count, fill, responses_in, text};
use crate::board::Closing;
use crate::board_app::Model;
use crate::text::BoardKey;

/// What is said before a round is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseView {
    /// How many responses are in, and how many of them wait.
    pub responses: String,
    /// Whether more are in than the board has members.
    pub is_too_many: bool,
    /// Why it cannot be closed yet, or why what came late waits.
    pub obstacle: Option<String>,
    /// Whether there is a picture already, which a new one would replace.
    pub is_closed: bool,
    /// Whether it may be tried.
    pub may_close: bool,
}

/// What is said before the board's part is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaveView {
    /// Whether a round would be lost that is kept nowhere.
    pub loses_round: bool,
    /// Whether something would be lost that was typed or is being read.
    pub loses_unfinished: bool,
}

/// What the screen shows that asks before the board's part is left.
#[must_use]
pub fn leave(model: &Model) -> LeaveView {
    LeaveView { loses_round: model.would_lose_round(), loses_unfinished: model.has_unfinished() }
}

/// What the screen shows that asks before a round is closed.
#[must_use]
pub fn close(model: &Model) -> Option<CloseView> {
    let round = model.round.as_ref()?;
    let obstacle = if model.collecting.reading.is_some() {
        Some(text(model, BoardKey::CloseReading))
    } else if model.is_closed() && round.draft.late_responses() == 0 {
        Some(text(model, BoardKey::CloseNothingNew))
    } else {
        match round.draft.closing() {
            Closing::Shown => None,
            Closing::TooFew { .. } => {
                let threshold = model.catalogue.number(round.draft.round().threshold.responses());
                Some(fill(model, BoardKey::CloseTooFew, &[("threshold", &threshold)]))
            }
            Closing::Waiting { late } => Some(count(model, BoardKey::CloseWaiting, late)),
        }
    };
    Some(CloseView {
        responses: responses_in(model, round),
        is_too_many: super::has_too_many(round),
        may_close: obstacle.is_none(),
        obstacle,
        is_closed: model.is_closed(),
    })
}
