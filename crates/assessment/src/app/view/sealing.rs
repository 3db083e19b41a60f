use super::super::sealing::Door;
use super::super::{AtWork, Keeping, Model, Refusal, SealingDone, SealingProblem};
use crate::text::Key;

/// What stands in front of what is sealed and not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoorView {
    /// What it is called.
    pub heading: Key,
    /// What is under way.
    pub at_work: Option<AtWork>,
    /// Why the last try changed nothing.
    pub problem: Option<Key>,
    /// Whether another passphrase, or the same once more, may open it.
    pub may_open: bool,
    /// Whether it was asked to delete what is behind it.
    pub is_deleting_asked: bool,
}

/// What the screen shows on which a passphrase is set or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassphraseView {
    /// Whether there is one already.
    pub is_sealed: bool,
    /// Whether it is being set.
    pub is_under_way: bool,
    /// Why it was not set.
    pub problem: Option<Key>,
    /// Whether there is anything that could be downloaded first.
    pub has_something: bool,
    /// Whether something of a board's round is kept, which no copy holds.
    pub has_board: bool,
}

/// What can be done about a passphrase for what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealingView {
    /// What is said: that it cannot be done here, that there is no passphrase, or that there is one.
    pub state: Key,
    /// Whether it is being removed.
    pub is_under_way: bool,
    /// Whether what is open may be closed now.
    pub may_lock: bool,
    /// What was done last.
    pub done: Option<Key>,
    /// Why it was not removed.
    pub problem: Option<Key>,
}

/// What the door shows; `None` if there is none.
#[must_use]
pub fn door(model: &Model) -> Option<DoorView> {
    let Door { at_work, refusal, is_deleting_asked, .. } = model.door?;
    Some(DoorView {
        heading: door_heading(model),
        at_work,
        problem: refusal.map(|refusal| match refusal {
            Refusal::Missing => Key::DoorMissing,
            Refusal::Wrong => Key::DoorWrong,
            Refusal::Damaged => Key::DoorDamaged,
            Refusal::OpenElsewhere => Key::DoorOpenElsewhere,
            Refusal::Failed => Key::DoorFailed,
        }),
        may_open: refusal != Some(Refusal::Damaged),
        is_deleting_asked,
    })
}

/// What the door is called.
pub(super) fn door_heading(model: &Model) -> Key {
    match model.door {
        Some(door) if door.is_deleting_asked => Key::DoorDeleteHeading,
        Some(door) if door.refusal == Some(Refusal::Damaged) => Key::DoorDamagedHeading,
        _ => Key::DoorHeading,
    }
}

/// What the screen about a passphrase shows.
#[must_use]
pub fn passphrase(model: &Model) -> PassphraseView {
    PassphraseView {
        is_sealed: model.sealing.is_sealed,
        is_under_way: model.sealing.under_way.is_some(),
        problem: problem(model),
        has_something: !model.sheet.is_empty(),
        has_board: model.storing.has_board(),
    }
}

/// What is said of a passphrase among what is stored; `None` where nothing is kept on the device.
pub(super) fn sealing(model: &Model) -> Option<SealingView> {
    let done = |done| match done {
        SealingDone::Set => Key::PassphraseWasSet,
        SealingDone::Changed => Key::PassphraseWasChanged,
        SealingDone::Removed => Key::PassphraseWasRemoved,
    };
    (model.keeping() == Keeping::Device).then(|| SealingView {
        state: match (model.sealing.is_possible, model.sealing.is_sealed) {
            (_, true) => Key::DataPassphraseSealed,
            (true, false) => Key::DataPassphraseNone,
            (false, false) => Key::DataPassphraseImpossible,
        },
        is_under_way: model.sealing.under_way.is_some(),
        may_lock: model.may_lock(),
        done: model.sealing.ended.and_then(Result::ok).map(done),
        problem: problem(model),
    })
}

fn problem(model: &Model) -> Option<Key> {
    Some(match model.sealing.ended?.err()? {
        SealingProblem::TooShort => Key::PassphraseTooShort,
        SealingProblem::SetElsewhere => Key::PassphraseSetElsewhere,
        SealingProblem::Full => Key::PassphraseFull,
        SealingProblem::Failed => Key::PassphraseFailed,
    })
}

/// Whether what is told is about what was typed, so that another passphrase would help.
#[must_use]
pub fn is_about_passphrase(problem: Key) -> bool {
    matches!(problem, Key::DoorMissing | Key::DoorWrong | Key::PassphraseTooShort)
}
