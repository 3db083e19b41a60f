use super::{late, responses_in};
use crate::board::Invitation;
use crate::board_app::Model;

/// The round, if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoundView {
    /// None yet: set one up, open a file, or rehearse.
    None {
        /// Whether one was deleted just now.
        is_discarded: bool,
    },
    /// What is stored of one cannot be read.
    Unreadable,
    /// There is one.
    Open(OpenRound),
}

/// A round that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRound {
    /// Its name.
    pub name: String,
    /// Its code, as members type it.
    pub code: String,
    /// How many responses are in, and how many of them wait.
    pub responses: String,
    /// Whether some came after the round was closed and are not in the picture.
    pub has_late: bool,
    /// Whether there is a picture.
    pub is_closed: bool,
    /// Whether somebody made its responses up.
    pub is_rehearsal: bool,
    /// Whether the round was downloaded as it is.
    pub is_downloaded: bool,
}

/// The form in which a round is laid down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUpView {
    /// Its name.
    pub name: String,
    /// The board's size.
    pub board_size: String,
    /// Whether the role is asked.
    pub asks_role: bool,
    /// From how many answers on they are shown.
    pub threshold: String,
    /// Whether members may have been told of the round, so that only its name and the size may change.
    pub is_told: bool,
    /// Whether there is a picture, so that the size may not change either.
    pub is_closed: bool,
}

/// What the round's screen shows.
#[must_use]
pub fn round(model: &Model) -> RoundView {
    if model.unreadable.is_some() {
        return RoundView::Unreadable;
    }
    let Some(round) = &model.round else {
        return RoundView::None { is_discarded: model.is_discarded };
    };
    RoundView::Open(OpenRound {
        name: round.name.clone(),
        code: Invitation::to(round.draft.round()).to_string(),
        responses: responses_in(model, round),
        has_late: late(model, round).is_some(),
        is_closed: model.is_closed(),
        is_rehearsal: round.is_rehearsal,
        is_downloaded: model.storing.is_downloaded,
    })
}

/// What the form shows.
#[must_use]
pub fn set_up(model: &Model) -> SetUpView {
    let form = &model.set_up;
    SetUpView {
        name: form.name.clone(),
        board_size: form.board_size.clone(),
        asks_role: form.asks_role,
        threshold: form.threshold.clone(),
        is_told: model.round.is_some(),
        is_closed: model.is_closed(),
    }
}
