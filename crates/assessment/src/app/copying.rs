//! What loading a copy would change.

use super::sheet::Sheet;
use crate::lists::AddEach as _;
use crate::persist::Keys;
use crate::persist::{SavedCopy, Stored, Subject};
use crate::questionnaire::Questionnaire;

/// A copy that was chosen and not loaded yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChosenCopy {
    pub(crate) file: String,
    pub(crate) copy: SavedCopy,
}

/// How a copy is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// What is missing here or later in the copy is taken over; nothing is removed.
    Adding,
    /// Afterwards everything is as in the copy.
    Replacing,
}

/// How much loading changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What there was nothing of before.
    pub added: usize,
    /// What was something else before.
    pub changed: usize,
    /// What there is nothing of any more.
    pub removed: usize,
}

/// What each subject would hold that would not stay as it is, in order.
pub(crate) fn changes(
    sheet: &Sheet,
    copy: &SavedCopy,
    loading: Loading,
    questionnaire: &Questionnaire,
) -> Vec<(Subject, Stored)> {
    let mut changes = Vec::new();
    let is_about_here = |subject: &Subject| matches!(subject, Subject::LastDownload | Subject::Language);
    for subject in Keys::subjects(questionnaire).filter(|subject| !is_about_here(subject)) {
        let record = copy.records.iter().find(|(known, _)| *known == subject).map(|(_, record)| record);
        let stored = match (record, loading) {
            (Some(record), Loading::Adding) => {
                let is_something = record.stored != Stored::nothing(subject);
                let is_later = record.stamp.is_later_change_than(sheet.stamp(subject));
                let is_taken = is_something && (is_later || !sheet.is_put_in(subject));
                is_taken.then(|| record.stored.clone())
            }
            (Some(record), Loading::Replacing) => Some(record.stored.clone()),
            // The place is no content: where the copy has none, the present one stays.
            (None, Loading::Replacing) => (subject != Subject::Header).then(|| Stored::nothing(subject)),
            (None, Loading::Adding) => None,
        };
        changes.add_each(
            stored.filter(|stored| *stored != sheet.record(subject).stored).map(|stored| (subject, stored)),
        );
    }
    changes
}

impl Loaded {
    /// Counts what changes, seen from what stands before. The place does not count.
    pub(crate) fn of(changes: &[(Subject, Stored)], before: &Sheet) -> Self {
        let mut loaded = Self::default();
        for (subject, stored) in changes.iter().filter(|(subject, _)| *subject != Subject::Header) {
            let nothing = Stored::nothing(*subject);
            if before.record(*subject).stored == nothing {
                loaded.added += 1;
            } else if *stored == nothing {
                loaded.removed += 1;
            } else {
                loaded.changed += 1;
            }
        }
        loaded
    }
}
