//! The copy that a person downloads: every stored text by its key, in one file.
//!
//! It is the store as it is and nothing else, so that whatever this version cannot read is in it too,
//! and so that the few lines of script on the rescue screen can write one without the program.

use super::json::{self, BrokenAt, Json};
use super::keys::{Keys, Owner, Subject};
use super::record::Record;
use crate::lists::Listed as _;
use crate::questionnaire::Questionnaire;
use serde_json::to_string as to_json;
use std::borrow::Cow;

/// A file that is larger is not even read, in bytes. No browser's local storage holds more.
pub const LARGEST_COPY: usize = 10_000_000;
/// No person makes so many changes. A larger count would leave no room for later ones.
const LARGEST_COUNT: u64 = 1 << 40;

/// Of what is left out of a copy no more is named.
const MOST_NAMED: usize = 100;
const LONGEST_NAMED: usize = 200;

/// What each file of this check names as its product.
pub(crate) const NAME: &str = "digital-leadership-check";
const COPY: u64 = 1;

/// A copy as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedCopy {
    /// What it holds, at most one record for each subject.
    pub records: Vec<(Subject, Record)>,
    /// How much it holds besides that cannot be read.
    pub left_out: usize,
    /// The keys of that: the first 100, each cut to 200 characters.
    pub left_out_keys: Vec<String>,
}

/// Why a file is no copy that can be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyProblem {
    /// It has more than [`LARGEST_COPY`] bytes.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
    /// It is damaged, or of another kind: its text breaks off or goes wrong there, counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
    },
    /// It is no copy of this check's.
    NotACopy,
    /// A newer version of the check made it.
    Newer,
    /// All it holds belongs to other questions.
    OtherQuestions,
    /// There is nothing in it.
    Empty,
}

/// The text of a copy of these stored texts by key, a line for each.
#[must_use]
pub fn write_copy(stored: &[(String, String)]) -> String {
    // Text never fails to be written.
    let quoted = |text: &str| to_json(text).unwrap_or_default();
    let lines: Vec<String> =
        stored.iter().map(|(key, text)| [&quoted(key), ":", &quoted(text)].concat()).listed();
    let before = ["{\"product\":\"", NAME, "\",\"copy\":", &COPY.to_string(), ",\"stored\":{\n"].concat();
    [before.as_str(), &lines.join(",\n"), "\n}}\n"].concat()
}

impl SavedCopy {
    /// Reads a copy for the questionnaire of these keys. Nothing in it is trusted.
    ///
    /// # Errors
    /// [`CopyProblem`] if there is nothing in it that could be loaded.
    ///
    /// ```
    /// # use assessment::{persist::{SavedCopy, CopyProblem, Keys}, questionnaire::Questionnaire};
    /// # fn example(questionnaire: &Questionnaire) {
    /// let keys = Keys::new("answers", questionnaire.fingerprint());
    /// let problem = SavedCopy::read("{\"product\":", &keys, questionnaire).unwrap_err();
    /// assert_eq!(problem, CopyProblem::NotJson { line: 1, column: 11 });
    /// # }
    /// ```
    pub fn read(text: &str, keys: &Keys, questionnaire: &Questionnaire) -> Result<Self, CopyProblem> {
        if text.len() > LARGEST_COPY {
            return Err(CopyProblem::TooLarge);
        }
        let file = json::read(text).map_err(|BrokenAt(place)| not_json(text, place))?;
        let stored = stored(&file)?;
        let mut copy = Self { records: Vec::new(), left_out: 0, left_out_keys: Vec::new() };
        let mut has_other_questions = false;
        for (key, text) in stored {
            let found = match keys.owner_in_any_store(key, questionnaire) {
                Some(Owner::Ours(subject)) => {
                    json::text(text).and_then(|text| record(text, subject, questionnaire))
                }
                Some(Owner::OtherQuestions) => {
                    has_other_questions = true;
                    None
                }
                _ => None,
            };
            match found {
                Some((subject, record)) => copy.take(subject, record),
                None => copy.leave_out(key),
            }
        }
        match (copy.records.is_empty(), has_other_questions) {
            (false, _) => Ok(copy),
            (true, true) => Err(CopyProblem::OtherQuestions),
            (true, false) => Err(CopyProblem::Empty),
        }
    }

    fn leave_out(&mut self, key: &str) {
        self.left_out += 1;
        if self.left_out_keys.len() < MOST_NAMED {
            self.left_out_keys.push(key.chars().take(LONGEST_NAMED).collect());
        }
    }

    /// Stores of two names may hold the same subject; the later record counts.
    fn take(&mut self, subject: Subject, record: Record) {
        match self.records.iter_mut().find(|(known, _)| *known == subject) {
            Some((_, known)) if record.stamp.is_later_change_than(known.stamp) => *known = record,
            Some(_) => {}
            None => self.records.push((subject, record)),
        }
    }
}

fn not_json(text: &str, place: usize) -> CopyProblem {
    let before = &text.as_bytes()[..place];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    CopyProblem::NotJson { line, column: place - line_start }
}

fn stored<'j, 'a>(file: &'j Json<'a>) -> Result<&'j [(Cow<'a, str>, Json<'a>)], CopyProblem> {
    if json::field(file, "product").and_then(json::text) != Some(NAME) {
        return Err(CopyProblem::NotACopy);
    }
    match json::field(file, "copy").and_then(json::whole) {
        Some(version) if version > COPY => Err(CopyProblem::Newer),
        Some(_) => json::field(file, "stored").and_then(json::fields).ok_or(CopyProblem::NotACopy),
        None => Err(CopyProblem::NotACopy),
    }
}

fn record(text: &str, subject: Subject, questionnaire: &Questionnaire) -> Option<(Subject, Record)> {
    let record = Record::decode(text, subject, questionnaire).ok()?;
    let Record { stamp, .. } = record;
    (stamp.counter <= LARGEST_COUNT && stamp.epoch <= LARGEST_COUNT).then_some((subject, record))
}

#[cfg(test)]
mod tests {
    use super::super::{Stamp, Stored, WriterId};
    use super::*;
    use crate::app::samples::questionnaire;
    use crate::questionnaire::IndicatorPosition;
    use serde_json::Value;

    const NOTE: Subject = Subject::Note(IndicatorPosition(0));

    fn note(text: &str, counter: u64) -> Record {
        let stamp = Stamp { epoch: 0, counter, writer: WriterId(1) };
        Record { stored: Stored::Note(text.into()), stamp }
    }

    fn keys(store: &str) -> (Keys, Questionnaire) {
        let questionnaire = questionnaire(1, 2);
        (Keys::new(store, questionnaire.fingerprint()), questionnaire)
    }

    /// The key and text of a note in the store of that name.
    fn entry(store: &str, text: &str, counter: u64) -> (String, String) {
        let (keys, questionnaire) = keys(store);
        (keys.key(NOTE, &questionnaire), note(text, counter).encode(&questionnaire))
    }

    fn read(text: &str) -> Result<SavedCopy, CopyProblem> {
        let (keys, questionnaire) = keys("answers");
        SavedCopy::read(text, &keys, &questionnaire)
    }

    fn copy_of(stored: &[(String, String)]) -> Result<SavedCopy, CopyProblem> {
        read(&write_copy(stored))
    }

    #[test]
    fn what_was_stored_comes_back() {
        let text = "Line one\n\"two\" </script> 🙂";
        let copy = copy_of(&[entry("answers", text, 4)]).expect("a copy");
        assert_eq!(copy.records, [(NOTE, note(text, 4))]);
        assert_eq!(copy.left_out, 0);
    }

    #[test]
    fn a_copy_is_json_that_holds_each_text_as_it_was_stored() {
        let stored = [("a \"key\"".to_owned(), "not even {JSON".to_owned())];
        let file: Value = serde_json::from_str(&write_copy(&stored)).expect("JSON");
        assert_eq!(file["stored"]["a \"key\""], "not even {JSON");
        assert_eq!((&file["product"], &file["copy"]), (&Value::from(NAME), &Value::from(1)));
    }

    #[test]
    fn what_cannot_be_read_is_left_out_by_name_and_the_rest_is_taken() {
        let damaged = (entry("answers", "", 1).0.replace("indicator-0-0", "indicator-0-1"), "{".to_owned());
        let unknown = ("theme".to_owned(), "dark".to_owned());
        let copy = copy_of(&[entry("answers", "kept", 1), damaged.clone(), unknown]).expect("a copy");
        assert_eq!(copy.records, [(NOTE, note("kept", 1))]);
        assert_eq!(copy.left_out, 2);
        assert_eq!(copy.left_out_keys, [damaged.0, "theme".to_owned()]);
    }

    #[test]
    fn of_what_is_left_out_only_so_much_is_named() {
        let long = "x".repeat(5_000);
        let nonsense = (0..1_000).map(|number| (format!("{number} {long}"), String::new()));
        let copy =
            copy_of(&nonsense.chain([entry("answers", "kept", 1)]).collect::<Vec<_>>()).expect("a copy");
        assert_eq!((copy.left_out, copy.left_out_keys.len()), (1_000, MOST_NAMED));
        assert!(copy.left_out_keys.iter().all(|key| key.len() == LONGEST_NAMED));
    }

    #[test]
    fn of_two_stores_the_one_that_was_deleted_more_often_is_not_later_for_that() {
        let (keys, questionnaire) = keys("second");
        let stamp = Stamp { epoch: 3, counter: 2, writer: WriterId(1) };
        let deleted = Record { stored: Stored::Note("old".into()), stamp }.encode(&questionnaire);
        let copy = copy_of(&[entry("answers", "new", 8), (keys.key(NOTE, &questionnaire), deleted)]);
        assert_eq!(copy.expect("a copy").records, [(NOTE, note("new", 8))]);
    }

    #[test]
    fn a_copy_from_a_store_of_another_name_is_taken_and_of_two_the_later_counts() {
        let copy = copy_of(&[entry("answers", "new", 8), entry("second", "old", 3)]).expect("a copy");
        assert_eq!(copy.records, [(NOTE, note("new", 8))]);
    }

    #[test]
    fn a_count_that_nobody_can_have_reached_is_left_out() {
        let copy = copy_of(&[entry("answers", "huge", LARGEST_COUNT + 1)]);
        assert_eq!(copy, Err(CopyProblem::Empty));
    }

    #[test]
    fn what_is_no_copy_is_refused_with_its_reason_and_place() {
        let (key, text) = entry("answers", "x", 1);
        let whole = write_copy(&[(key.clone(), text.clone())]);
        let other = key.replace(&keys("answers").1.fingerprint().to_string(), "0000000000000000");
        let deep = "[".repeat(100_000);
        let cases = [
            (String::new(), CopyProblem::NotJson { line: 1, column: 0 }),
            (
                whole[..whole.len() - 4].to_owned(),
                CopyProblem::NotJson { line: 2, column: whole.lines().nth(1).map_or(0, str::len) },
            ),
            (deep, CopyProblem::NotJson { line: 1, column: 128 }),
            ("[]".to_owned(), CopyProblem::NotACopy),
            (whole.replace("\"stored\"", "\"kept\""), CopyProblem::NotACopy),
            (whole.replace("check\",\"copy", "test\",\"copy"), CopyProblem::NotACopy),
            (whole.replace("\"copy\":1", "\"copy\":\"1\""), CopyProblem::NotACopy),
            (whole.replace("\"copy\":1", "\"copy\":2"), CopyProblem::Newer),
            (write_copy(&[(other, text)]), CopyProblem::OtherQuestions),
            (write_copy(&[]), CopyProblem::Empty),
            (" ".repeat(LARGEST_COPY + 1), CopyProblem::TooLarge),
        ];
        for (text, problem) in cases {
            assert_eq!(read(&text), Err(problem), "{}", &text[..text.len().min(200)]);
        }
    }
}
