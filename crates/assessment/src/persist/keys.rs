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
    /// When a copy was last downloaded.
    LastDownload,
    /// The language that the member chose.
    Language,
}

/// Whose a key of this product is, as seen from one store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A record of this store.
    Ours(Subject),
    /// What the board's part keeps of a round, which is its own to read.
    Board,
    /// A text that could not be read, set aside when its place was needed.
    SetAside,
    /// Of this store's name, and nothing that this version knows.
    Unknown,
    /// Of this store's name, and about other questions: another version, or another questionnaire.
    OtherQuestions,
    /// Of another version of what is stored.
    OtherFormat,
    /// Of a store of another name: another copy on the same website.
    OtherStore,
}

/// The key of every record of one store.
///
/// Keys look like `digital-leadership-check/1/answers-0123456789abcdef/board-learning`: the product,
/// the version of the format, the store with the questionnaire's fingerprint, and the indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    store: String,
    prefix: String,
}

/// What every key of this product begins with, and no other program's.
pub const PRODUCT: &str = "digital-leadership-check/";
/// What the key of a text begins with that holds all of a store under a passphrase. The name of the store follows.
pub const SEALED: &str = "digital-leadership-check/sealed/";
const FORMAT: &str = "1";
const NOTE: &str = "/note";
// Indicator ids never begin with a dot, so these cannot be one.
const TAKE_TO_BOARD: &str = "/.take-to-board";
const LAST_DOWNLOAD: &str = "/.last-download";
const LANGUAGE: &str = "/.language";
const BOARD_ROUND: &str = "/.board-round";
const BOARD_RESPONSES: &str = "/.board-responses";
const SET_ASIDE: &str = "/.unreadable";

impl Keys {
    /// The keys of the store of that name for the questionnaire of that fingerprint.
    #[must_use]
    pub fn new(store: &str, fingerprint: Fingerprint) -> Self {
        Self { store: store.into(), prefix: [PRODUCT, FORMAT, "/", store, "-", &fingerprint.text()].concat() }
    }

    /// Whether a store may have that name: 1 to 40 letters, digits, `-` and `_`, so that no name reaches
    /// into another store or stands for nothing.
    ///
    /// ```
    /// use assessment::persist::Keys;
    ///
    /// assert!(Keys::is_store_name("second-board"));
    /// assert!(!Keys::is_store_name("answers-0123456789abcdef/note"));
    /// ```
    #[must_use]
    pub fn is_store_name(name: &str) -> bool {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (1..=40).contains(&name.len()) && name.bytes().all(is_allowed)
    }

    /// The name of the store.
    #[must_use]
    pub fn store(&self) -> &str {
        &self.store
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
            Subject::LastDownload => key.push_str(LAST_DOWNLOAD),
            Subject::Language => key.push_str(LANGUAGE),
        }
        key
    }

    /// The key of what is kept under a passphrase: all texts of this store's name.
    #[must_use]
    pub fn seal(&self) -> String {
        [SEALED, &self.store].concat()
    }

    /// The key of a board's round.
    #[must_use]
    pub fn board_round(&self) -> String {
        [&self.prefix, BOARD_ROUND].concat()
    }

    /// The key of the responses to it.
    #[must_use]
    pub fn board_responses(&self) -> String {
        [&self.prefix, BOARD_RESPONSES].concat()
    }

    /// Under which key a text that could not be read is set aside, the first that `is_free`.
    pub fn aside(key: &str, is_free: impl Fn(&str) -> bool) -> String {
        let mut aside = [key, SET_ASIDE].concat();
        while !is_free(&aside) {
            aside.push('+');
        }
        aside
    }

    /// Whether what was set aside there stood under `key`.
    #[must_use]
    pub fn is_aside(aside: &str, key: &str) -> bool {
        aside.trim_end_matches('+').strip_suffix(SET_ASIDE) == Some(key)
    }

    /// Every subject that this questionnaire has.
    pub fn subjects(questionnaire: &Questionnaire) -> impl Iterator<Item = Subject> + use<> {
        let of_indicators = questionnaire
            .indicator_positions()
            .flat_map(|position| [Subject::Answer(position), Subject::Note(position)]);
        [Subject::Header].into_iter().chain(of_indicators).chain([
            Subject::TakeToBoard,
            Subject::LastDownload,
            Subject::Language,
        ])
    }

    /// What the record of that key is about; `None` if the key is not one of this store's records.
    #[must_use]
    pub fn subject(&self, key: &str, questionnaire: &Questionnaire) -> Option<Subject> {
        match self.owner(key, questionnaire) {
            Some(Owner::Ours(subject)) => Some(subject),
            _ => None,
        }
    }

    /// Whose the key is; `None` if it is another program's.
    #[must_use]
    pub fn owner(&self, key: &str, questionnaire: &Questionnaire) -> Option<Owner> {
        let (store, owner) = self.parts(key, questionnaire)?;
        Some(if store == self.store { owner } else { Owner::OtherStore })
    }

    /// Whose the key is if the name of its store does not matter, as in a copy from another page.
    #[must_use]
    pub fn owner_in_any_store(&self, key: &str, questionnaire: &Questionnaire) -> Option<Owner> {
        self.parts(key, questionnaire).map(|(_, owner)| owner)
    }

    /// The name of a key's store, and whose the key would be if that were ours.
    fn parts<'a>(&self, key: &'a str, questionnaire: &Questionnaire) -> Option<(&'a str, Owner)> {
        let (format, rest) = key.strip_prefix(PRODUCT)?.split_once('/')?;
        let (store, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (store, fingerprint) = store.rsplit_once('-')?;
        let owner = if format != FORMAT {
            Owner::OtherFormat
        } else if [BOARD_ROUND, BOARD_RESPONSES].contains(&rest) {
            // To whatever questions: it is no answer of this member's.
            Owner::Board
        } else if self.prefix.rsplit_once('-').is_none_or(|(_, ours)| ours != fingerprint) {
            Owner::OtherQuestions
        } else if rest.trim_end_matches('+').ends_with(SET_ASIDE) {
            Owner::SetAside
        } else {
            subject_of(rest, questionnaire).map_or(Owner::Unknown, Owner::Ours)
        };
        Some((store, owner))
    }
}

/// What is meant by what follows the store in a key.
fn subject_of(rest: &str, questionnaire: &Questionnaire) -> Option<Subject> {
    match rest {
        "" => return Some(Subject::Header),
        TAKE_TO_BOARD => return Some(Subject::TakeToBoard),
        LAST_DOWNLOAD => return Some(Subject::LastDownload),
        LANGUAGE => return Some(Subject::Language),
        _ => {}
    }
    let id = rest.strip_prefix('/')?;
    let (id, is_note) = id.strip_suffix(NOTE).map_or((id, false), |id| (id, true));
    let position =
        questionnaire.indicator_positions().find(|position| questionnaire.indicator(*position).id == id)?;
    Some(if is_note { Subject::Note(position) } else { Subject::Answer(position) })
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
    fn every_key_of_the_product_has_an_owner() {
        let questionnaire = questionnaire(1, 1);
        let keys = Keys::new("answers", questionnaire.fingerprint());
        let prefix = keys.prefix();
        let of = |key: &str| keys.owner(key, &questionnaire);
        assert_eq!(of(prefix), Some(Owner::Ours(Subject::Header)));
        assert_eq!(of(&keys.board_round()), Some(Owner::Board));
        assert_eq!(of(&keys.board_responses()), Some(Owner::Board));
        assert_eq!(of(&format!("{prefix}/no-such-question")), Some(Owner::Unknown));
        assert_eq!(of(&format!("{prefix}/indicator-0-0/.unreadable")), Some(Owner::SetAside));
        assert_eq!(of(&format!("{prefix}/.unreadable++")), Some(Owner::SetAside));
        assert_eq!(of(&prefix.replace("/1/", "/2/")), Some(Owner::OtherFormat));
        assert_eq!(of(&prefix.replace("answers", "second-board")), Some(Owner::OtherStore));
        let other = format!("{PRODUCT}1/answers-0000000000000000/indicator-0-0");
        assert_eq!(of(&other), Some(Owner::OtherQuestions));
    }

    #[test]
    fn a_key_of_another_program_has_no_owner() {
        let questionnaire = questionnaire(1, 1);
        let keys = Keys::new("answers", questionnaire.fingerprint());
        for key in [
            "theme",
            "",
            "digital-leadership-check",
            "digital-leadership-check/",
            "digital-leadership-check/1",
        ] {
            assert_eq!(keys.owner(key, &questionnaire), None, "{key}");
        }
    }

    #[test]
    fn what_is_set_aside_never_takes_a_place_that_is_taken() {
        let taken = ["note/.unreadable", "note/.unreadable+"];
        let aside = Keys::aside("note", |key| !taken.contains(&key));
        assert_eq!(aside, "note/.unreadable++");
        assert!(Keys::is_aside(&aside, "note") && !Keys::is_aside(&aside, "not"));
    }
}
