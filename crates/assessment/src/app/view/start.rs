use super::super::{Keeping, Model};
use super::answered_of_all;
use crate::text::Key;

/// The start screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartView {
    /// How long everything takes.
    pub time: String,
    /// How long one element takes.
    pub time_for_one: String,
    /// How much is answered, where there is something to continue.
    pub progress: Option<String>,
    /// Whether everything was deleted and nothing has been put in since.
    pub is_deleted: bool,
    /// Where the answers are kept.
    pub keeping: Keeping,
    /// Whether the member may still choose that.
    pub may_change_keeping: bool,
}

/// What the start screen shows.
#[must_use]
pub fn start(model: &Model) -> StartView {
    let keeping = model.keeping();
    let is_empty = model.sheet.is_empty();
    StartView {
        time: model.catalogue.count(Key::StartTime, model.questionnaire.minutes(), &[]),
        time_for_one: model.catalogue.count(
            Key::StartTimeForOne,
            model.questionnaire.minutes_for_one_element(),
            &[],
        ),
        progress: (!is_empty).then(|| answered_of_all(model)),
        is_deleted: model.is_deleted && is_empty && !model.storing.is_delete_failing,
        keeping,
        may_change_keeping: keeping.is_stored() || (keeping == Keeping::MemoryByChoice && is_empty),
    }
}
