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
    /// What is not stored because its last write failed, the oldest first.
    unsaved: Vec<Subject>,
    /// The last version that is stored for certain.
    last_saved: Option<(Subject, Stamp)>,
}

impl Storing {
    pub(crate) fn new(keys: Keys) -> Self {
        Self { keys, keeping: Keeping::Device, unsaved: Vec::new(), last_saved: None }
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn keeping(&self) -> Keeping {
        self.keeping
    }

    pub(crate) fn set_keeping(&mut self, keeping: Keeping) {
        self.keeping = keeping;
    }

    /// Whether something that should be stored is not.
    pub(crate) fn is_failing(&self) -> bool {
        !self.unsaved.is_empty()
    }

    pub(crate) fn forget(&mut self) {
        self.unsaved.clear();
        self.last_saved = None;
    }

    /// Whether this version is the one that was stored last.
    pub(crate) fn is_saved(&self, subject: Subject, stamp: Stamp) -> bool {
        self.last_saved == Some((subject, stamp))
    }

    /// The effect that stores a subject as it stands; none where nothing is kept.
    pub(crate) fn write(
        &self,
        subject: Subject,
        sheet: &Sheet,
        questionnaire: &Questionnaire,
    ) -> Option<Effect> {
        (self.keeping == Keeping::Device).then(|| {
            let record = sheet.record(subject);
            Effect::Write {
                subject,
                stamp: record.stamp,
                key: self.keys.key(subject, questionnaire),
                text: record.encode(questionnaire),
            }
        })
    }

    /// Notes how a write ended. After one that went well, the oldest that failed is tried again, so
    /// that a store that recovers catches up and one message never costs more than one write.
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
                    self.unsaved.retain(|unsaved| *unsaved != subject);
                    self.last_saved = Some((subject, stamp));
                }
                let oldest = *self.unsaved.first()?;
                self.write(oldest, sheet, questionnaire)
            }
            Err(_) => {
                if is_current && !self.unsaved.contains(&subject) {
                    self.unsaved.push(subject);
                }
                None
            }
        }
    }
}
