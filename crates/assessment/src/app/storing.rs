//! Keeping what was put in: what to write when, and what to do when a write fails.

use super::sheet::Sheet;
use super::{Effect, Keeping, StoreFailure};
use crate::persist::{Keys, Stamp, Subject};
use crate::questionnaire::Questionnaire;

/// What is known about the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Storing {
    keys: Keys,
    keeping: Keeping,
    /// What is not stored because its last write failed, the one that was tried longest ago first.
    unsaved: Vec<Subject>,
    /// The last change made here, and whether it is stored for certain.
    last_change: Option<Change>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    subject: Subject,
    stamp: Stamp,
    is_saved: bool,
}

impl Storing {
    pub(crate) fn new(keys: Keys) -> Self {
        Self { keys, keeping: Keeping::Device, unsaved: Vec::new(), last_change: None }
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn keeping(&self) -> Keeping {
        self.keeping
    }

    pub(crate) fn set_keeping(&mut self, keeping: Keeping) {
        self.keeping = keeping;
        self.last_change = None;
    }

    /// Whether something that should be stored is not.
    pub(crate) fn is_failing(&self) -> bool {
        !self.unsaved.is_empty()
    }

    pub(crate) fn forget(&mut self) {
        self.unsaved.clear();
        self.last_change = None;
    }

    /// Whether the last change made here was to one of these subjects and is stored for certain, and
    /// nothing of the others is waiting.
    pub(crate) fn is_saved(&self, subjects: &[Subject]) -> bool {
        let is_last = |change: &Change| change.is_saved && subjects.contains(&change.subject);
        self.keeping == Keeping::Device
            && self.last_change.as_ref().is_some_and(is_last)
            && !self.unsaved.iter().any(|unsaved| subjects.contains(unsaved))
    }

    /// The effect that stores a subject that was changed here; none where nothing is kept.
    pub(crate) fn change(
        &mut self,
        subject: Subject,
        sheet: &Sheet,
        questionnaire: &Questionnaire,
    ) -> Option<Effect> {
        self.last_change = Some(Change { subject, stamp: sheet.stamp(subject), is_saved: false });
        self.write(subject, sheet, questionnaire)
    }

    /// The effect that stores a subject as it stands; none where nothing is kept.
    pub(crate) fn write(
        &self,
        subject: Subject,
        sheet: &Sheet,
        questionnaire: &Questionnaire,
    ) -> Option<Effect> {
        (self.keeping == Keeping::Device).then(|| self.write_always(subject, sheet, questionnaire))
    }

    /// The effect that stores a subject even while the member wants nothing kept.
    pub(crate) fn write_always(
        &self,
        subject: Subject,
        sheet: &Sheet,
        questionnaire: &Questionnaire,
    ) -> Effect {
        let record = sheet.record(subject);
        Effect::Write {
            subject,
            stamp: record.stamp,
            key: self.keys.key(subject, questionnaire),
            text: record.encode(questionnaire),
        }
    }

    /// Notes that the store holds a subject as it stands, because another tab put it there.
    pub(crate) fn settle(&mut self, subject: Subject) {
        self.unsaved.retain(|unsaved| *unsaved != subject);
    }

    /// Notes how a write ended. After one that went well, the one that failed longest ago is tried
    /// again, so that a store that recovers catches up, one message never costs more than one write,
    /// and one record that is too large for the store does not keep the others out of it.
    pub(crate) fn written(
        &mut self,
        subject: Subject,
        stamp: Stamp,
        outcome: Result<(), StoreFailure>,
        sheet: &Sheet,
        questionnaire: &Questionnaire,
    ) -> Option<Effect> {
        let is_current = sheet.stamp(subject) == stamp;
        match outcome {
            Ok(()) => {
                if is_current {
                    self.settle(subject);
                    if let Some(change) = &mut self.last_change {
                        change.is_saved |= (change.subject, change.stamp) == (subject, stamp);
                    }
                }
                let oldest = *self.unsaved.first()?;
                self.write(oldest, sheet, questionnaire)
            }
            Err(_) => {
                if is_current {
                    self.settle(subject);
                    self.unsaved.push(subject);
                }
                None
            }
        }
    }
}
