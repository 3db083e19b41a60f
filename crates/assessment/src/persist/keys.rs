//! The names under which records are kept.

use crate::questionnaire::{Fingerprint, IndicatorPosition, Questionnaire};

/// What a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The place and the state of the whole.
    Header,
    /// The answer to one indicator.
    Answer(IndicatorPosition),
    /// The note on one indicator.
    Note(IndicatorPosition),
    /// What the member chose to take to the board.
    TakeToBoard,
}

/// The key of every record of one store.
///
/// Keys look like `digital-leadership-check/1/answers-0123456789abcdef/board-learning`: the product,
/// the version of the format, the store with the questionnaire's fingerprint, and the indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

const PRODUCT: &str = "digital-leadership-check";
const FORMAT: u32 = 1;
const NOTE: &str = "/note";
/// Indicator ids never begin with a dot, so this cannot be one.
const TAKE_TO_BOARD: &str = "/.take-to-board";

impl Keys {
    /// The keys of the store of that name for the questionnaire of that fingerprint.
    #[must_use]
    pub fn new(store: &str, fingerprint: Fingerprint) -> Self {
        Self { prefix: format!("{PRODUCT}/{FORMAT}/{store}-{fingerprint}") }
    }

    /// What every key of this store begins with.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The key of one record.
    #[must_use]
    pub fn key(&self, subject: Subject, questionnaire: &Questionnaire) -> String {
        let id = |position| questionnaire.indicator(position).id.as_str();
        let mut key = self.prefix.clone();
        match subject {
            Subject::Header => {}
            Subject::Answer(position) => {
                key.push('/');
                key.push_str(id(position));
            }
            Subject::Note(position) => {
                key.push('/');
                key.push_str(id(position));
                key.push_str(NOTE);
            }
            Subject::TakeToBoard => key.push_str(TAKE_TO_BOARD),
        }
        key
    }

    /// Every subject that this questionnaire has.
    pub fn subjects(questionnaire: &Questionnaire) -> impl Iterator<Item = Subject> + use<> {
        let of_indicators = questionnaire
            .indicator_positions()
            .flat_map(|position| [Subject::Answer(position), Subject::Note(position)]);
        [Subject::Header, Subject::TakeToBoard].into_iter().chain(of_indicators)
    }

    /// What the record of that key is about; `None` if the key belongs to something else.
    #[must_use]
    pub fn subject(&self, key: &str, questionnaire: &Questionnaire) -> Option<Subject> {
        let rest = key.strip_prefix(self.prefix.as_str())?;
        match rest {
            "" => return Some(Subject::Header),
            TAKE_TO_BOARD => return Some(Subject::TakeToBoard),
            _ => {}
        }
        let id = rest.strip_prefix('/')?;
        let (id, is_note) = id.strip_suffix(NOTE).map_or((id, false), |id| (id, true));
        let position = questionnaire
            .indicator_positions()
            .find(|position| questionnaire.indicator(*position).id == id)?;
        Some(if is_note { Subject::Note(position) } else { Subject::Answer(position) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire;

    #[test]
    fn every_key_leads_back_to_its_subject() {
        let questionnaire = questionnaire(2, 3);
        let keys = Keys::new("answers", questionnaire.fingerprint());
        for subject in Keys::subjects(&questionnaire) {
            let key = keys.key(subject, &questionnaire);
            assert_eq!(keys.subject(&key, &questionnaire), Some(subject), "{key}");
        }
    }

    #[test]
    fn a_key_of_another_program_has_no_subject() {
        let questionnaire = questionnaire(1, 1);
        let keys = Keys::new("answers", questionnaire.fingerprint());
        assert_eq!(keys.subject("theme", &questionnaire), None);
        assert_eq!(keys.subject(&format!("{}x", keys.prefix()), &questionnaire), None);
    }
}
