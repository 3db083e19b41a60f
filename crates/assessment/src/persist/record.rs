//! One stored record: what it says and when it was said, as JSON that a person can read.

use super::Subject;
use super::json::{self, Json};
use super::stamp::{LARGEST_EXACT, Stamp, WriterId};
use crate::answers::Answer;
use crate::lists::Listed as _;
use crate::questionnaire::{Asker, ElementPosition, IndicatorPosition, Questionnaire};
use hifijson::value::Value;
use serde::Serialize;
use serde_json::to_string as to_json;

/// A note longer than this is cut, in characters.
pub const LONGEST_NOTE: usize = 2_000;
/// The longest line of one's own to take to the board, in characters.
pub const LONGEST_OWN_LINE: usize = 300;
/// The longest language tag, in characters.
const LONGEST_LANGUAGE: usize = 35;
/// Nothing that is stored is longer than this in bytes, so nothing longer is even parsed.
const LONGEST_RECORD: usize = 16_384;

/// No calendar of a browser goes further, in milliseconds since 1970.
const LATEST_MOMENT: u64 = 8_640_000_000_000_000;

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// The state of the whole.
    Header(Header),
    /// An answer, or that it was withdrawn.
    Answer(Option<Answer>),
    /// A note; empty if it was removed.
    Note(String),
    /// What to take to the board.
    TakeToBoard(TakeToBoard),
    /// When a copy was last downloaded, in milliseconds since 1970 (UTC); 0 if it never was.
    LastDownload(u64),
    /// The language that the member chose, as a BCP 47 tag; empty if none was chosen.
    Language(String),
}

/// A version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it says.
    pub stored: Stored,
    /// Which version it is.
    pub stamp: Stamp,
}

/// Which way through the questions the member chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Journey {
    /// Every element, one after another.
    All,
    /// One element and then its results.
    Element(ElementPosition),
}

/// The place and the state of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The name of the last screen that is worth coming back to.
    pub place: String,
    /// Which way through the questions.
    pub journey: Journey,
}

/// One thing to raise at the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoardItem {
    /// The next step of an indicator.
    NextStep(IndicatorPosition),
    /// A difficult question of an element.
    Question(ElementPosition, Asker),
}

/// What the member takes to the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeToBoard {
    /// What was chosen.
    pub chosen: Vec<BoardItem>,
    /// Whether suggestions fill the places that are left, as they do until something is removed.
    pub is_filled_up: bool,
    /// A line of one's own; may be empty.
    pub own_line: String,
}

impl Default for TakeToBoard {
    fn default() -> Self {
        Self { chosen: Vec::new(), is_filled_up: true, own_line: String::new() }
    }
}

/// The stored text is no record of that subject: damaged, or written by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// A record as it is written; the field names are the format. One kind for all, with the fields that a
/// record has, because each kind would bring code of its own.
#[derive(Default, Serialize)]
struct RecordText<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    fingerprint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    journey: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<LevelText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Option<Vec<String>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filled_up: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_line: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    downloaded: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    epoch: u64,
    counter: u64,
    writer: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum LevelText {
    None,
    Number(u8),
    Word(&'static str),
}

const LEVEL: &str = "level";
const DONT_KNOW: &str = "do not know";
const NOTE: &str = "note";
const PLACE: &str = "place";
const JOURNEY: &str = "journey";
/// No id has a space in it, so this is no element.
const ALL: &str = "all elements";
const FINGERPRINT: &str = "fingerprint";
const ITEMS: &str = "items";
const FILLED_UP: &str = "filled_up";
const OWN_LINE: &str = "own_line";
const DOWNLOADED: &str = "downloaded";
const LANGUAGE: &str = "language";

impl Stored {
    /// What stands for a subject before anything is put in.
    #[must_use]
    pub fn nothing(subject: Subject) -> Self {
        match subject {
            Subject::Header => Self::Header(Header { place: String::new(), journey: Journey::All }),
            Subject::Answer(_) => Self::Answer(None),
            Subject::Note(_) => Self::Note(String::new()),
            Subject::TakeToBoard => Self::TakeToBoard(TakeToBoard::default()),
            Subject::LastDownload => Self::LastDownload(0),
            Subject::Language => Self::Language(String::new()),
        }
    }
}

impl Record {
    /// The text that is stored.
    #[must_use]
    pub fn encode(&self, questionnaire: &Questionnaire) -> String {
        let Stamp { epoch, counter, writer } = self.stamp;
        let mut text = RecordText { epoch, counter, writer: writer.text(), ..RecordText::default() };
        match &self.stored {
            Stored::Header(Header { place, journey }) => {
                text.fingerprint = Some(questionnaire.fingerprint().text());
                text.place = Some(place);
                text.journey = Some(match journey {
                    Journey::All => ALL,
                    Journey::Element(element) => &questionnaire.element(*element).id,
                });
            }
            Stored::Answer(answer) => {
                text.level = Some(match answer {
                    None => LevelText::None,
                    Some(Answer::DontKnow) => LevelText::Word(DONT_KNOW),
                    Some(Answer::Level(level)) => LevelText::Number(level.number()),
                });
            }
            Stored::Note(note) => text.note = Some(note),
            Stored::TakeToBoard(TakeToBoard { chosen, is_filled_up, own_line }) => {
                let is_untouched = chosen.is_empty() && *is_filled_up;
                let names = || chosen.iter().map(|item| item.name(questionnaire)).listed();
                text.items = Some((!is_untouched).then(names));
                text.filled_up = Some(*is_filled_up);
                text.own_line = Some(own_line);
            }
            Stored::LastDownload(downloaded) => text.downloaded = Some(*downloaded),
            Stored::Language(language) => text.language = Some(language),
        }
        // Text and whole numbers are all there is, and these never fail to be written.
        to_json(&text).unwrap_or_default()
    }

    /// Reads a stored text as a record of the subject.
    ///
    /// # Errors
    /// [`Unreadable`] if it is not one, whatever it is.
    pub fn decode(text: &str, subject: Subject, questionnaire: &Questionnaire) -> Result<Self, Unreadable> {
        if text.len() > LONGEST_RECORD {
            return Err(Unreadable);
        }
        let value = json::read(text).map_err(|_| Unreadable)?;
        let stamp = stamp(&value).ok_or(Unreadable)?;
        let stored = match subject {
            Subject::Header => header(&value, questionnaire).map(Stored::Header),
            Subject::Answer(_) => answer(&value, questionnaire).map(Stored::Answer),
            Subject::Note(_) => text_of(&value, NOTE, LONGEST_NOTE).map(Stored::Note),
            Subject::TakeToBoard => take_to_board(&value, questionnaire).map(Stored::TakeToBoard),
            Subject::LastDownload => moment(&value).map(Stored::LastDownload),
            Subject::Language => text_of(&value, LANGUAGE, LONGEST_LANGUAGE).map(Stored::Language),
        };
        Ok(Self { stored: stored.ok_or(Unreadable)?, stamp })
    }
}

impl BoardItem {
    /// The name under which the choice is stored.
    #[must_use]
    pub fn name(self, questionnaire: &Questionnaire) -> String {
        match self {
            BoardItem::NextStep(indicator) => questionnaire.indicator(indicator).id.clone(),
            BoardItem::Question(element, asker) => {
                [questionnaire.element(element).id.as_str(), "?", asker.name()].concat()
            }
        }
    }

    fn parse(name: &str, questionnaire: &Questionnaire) -> Option<Self> {
        let Some((element, asker)) = name.split_once('?') else {
            let mut positions = questionnaire.indicator_positions();
            return positions
                .find(|position| questionnaire.indicator(*position).id == name)
                .map(BoardItem::NextStep);
        };
        let element = element_named(element, questionnaire)?;
        let asker = Asker::ALL.into_iter().find(|candidate| candidate.name() == asker)?;
        Some(BoardItem::Question(element, asker))
    }
}

fn number(value: &Json, name: &str) -> Option<u64> {
    json::field(value, name).and_then(json::whole).filter(|number| *number <= LARGEST_EXACT)
}

fn moment(value: &Json) -> Option<u64> {
    number(value, DOWNLOADED).filter(|moment| *moment <= LATEST_MOMENT)
}

fn stamp(value: &Json) -> Option<Stamp> {
    Some(Stamp {
        epoch: number(value, "epoch")?,
        counter: number(value, "counter")?,
        writer: WriterId::parse(json::text(json::field(value, "writer")?)?)?,
    })
}

fn header(value: &Json, questionnaire: &Questionnaire) -> Option<Header> {
    let fingerprint = json::text(json::field(value, FINGERPRINT)?)?;
    if fingerprint != questionnaire.fingerprint().text() {
        return None;
    }
    let journey = match json::text(json::field(value, JOURNEY)?)? {
        ALL => Journey::All,
        element => Journey::Element(element_named(element, questionnaire)?),
    };
    Some(Header { place: text_of(value, PLACE, 40)?, journey })
}

fn answer(value: &Json, questionnaire: &Questionnaire) -> Option<Option<Answer>> {
    match json::field(value, LEVEL)? {
        Value::Null => Some(None),
        Value::String(text) if text == DONT_KNOW => Some(Some(Answer::DontKnow)),
        level => questionnaire.scale().level(json::whole(level)?).map(|level| Some(Answer::Level(level))),
    }
}

fn take_to_board(value: &Json, questionnaire: &Questionnaire) -> Option<TakeToBoard> {
    let own_line = text_of(value, OWN_LINE, LONGEST_OWN_LINE)?;
    match json::field(value, ITEMS)? {
        Value::Null => Some(TakeToBoard { own_line, ..TakeToBoard::default() }),
        Value::Array(names) if names.len() <= crate::results::MOST_SHOWN => {
            let chosen = names.iter().map(|name| BoardItem::parse(json::text(name)?, questionnaire));
            // A list from before there was a word about it is all that was wanted.
            let is_filled_up = match json::field(value, FILLED_UP) {
                None => false,
                Some(Value::Bool(is_filled_up)) => *is_filled_up,
                Some(_) => return None,
            };
            Some(TakeToBoard { chosen: chosen.collect::<Option<Vec<_>>>()?, is_filled_up, own_line })
        }
        _ => None,
    }
}

fn element_named(id: &str, questionnaire: &Questionnaire) -> Option<ElementPosition> {
    questionnaire.element_positions().find(|position| questionnaire.element(*position).id == id)
}

fn text_of(value: &Json, name: &str, longest: usize) -> Option<String> {
    let text = json::text(json::field(value, name)?)?;
    text.chars().nth(longest).is_none().then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire;
    use crate::questionnaire::Level;

    fn stamped(stored: Stored) -> Record {
        Record { stored, stamp: Stamp { epoch: 1, counter: 12, writer: WriterId(0xabc) } }
    }

    #[test]
    fn every_kind_of_record_comes_back_as_it_went() {
        let questionnaire = questionnaire(2, 2);
        let indicator = IndicatorPosition(1);
        let element = ElementPosition(1);
        let header = |journey| Stored::Header(Header { place: "check".into(), journey });
        let board = |chosen, is_filled_up| {
            Stored::TakeToBoard(TakeToBoard { chosen, is_filled_up, own_line: "Ask \"why\"".into() })
        };
        let chosen = vec![BoardItem::NextStep(indicator), BoardItem::Question(element, Asker::Executive)];
        let cases = [
            (Subject::Header, header(Journey::All)),
            (Subject::Header, header(Journey::Element(element))),
            (Subject::Answer(indicator), Stored::Answer(None)),
            (Subject::Answer(indicator), Stored::Answer(Some(Answer::DontKnow))),
            (Subject::Answer(indicator), Stored::Answer(Some(Answer::Level(Level(4))))),
            (Subject::Note(indicator), Stored::Note("Line one\nline <two> 🙂".into())),
            (Subject::TakeToBoard, board(vec![], true)),
            (Subject::TakeToBoard, board(vec![], false)),
            (Subject::TakeToBoard, board(chosen.clone(), true)),
            (Subject::TakeToBoard, board(chosen, false)),
            (Subject::LastDownload, Stored::LastDownload(1_764_000_000_000)),
            (Subject::Language, Stored::Language("cy".into())),
        ];
        for (subject, stored) in cases {
            let record = stamped(stored);
            let text = record.encode(&questionnaire);
            assert_eq!(Record::decode(&text, subject, &questionnaire), Ok(record), "{text}");
        }
    }

    #[test]
    fn an_element_may_have_any_name_and_is_still_told_from_all_of_them() {
        let mut questionnaire = questionnaire(1, 1);
        questionnaire.elements[0].id = "all".into();
        for journey in [Journey::All, Journey::Element(ElementPosition(0))] {
            let record = stamped(Stored::Header(Header { place: "check".into(), journey }));
            let text = record.encode(&questionnaire);
            assert_eq!(Record::decode(&text, Subject::Header, &questionnaire), Ok(record), "{text}");
        }
    }

    #[test]
    fn an_answer_is_stored_in_words_that_a_person_can_read() {
        let record = stamped(Stored::Answer(Some(Answer::Level(Level(3)))));
        assert_eq!(
            record.encode(&questionnaire(1, 1)),
            r#"{"level":3,"epoch":1,"counter":12,"writer":"0000000000000abc"}"#
        );
    }

    #[test]
    fn what_is_no_record_is_unreadable() {
        let questionnaire = questionnaire(1, 1);
        let whole = r#"{"counter":12,"epoch":1,"level":3,"writer":"0000000000000abc"}"#;
        let broken = [
            "",
            "null",
            "[]",
            &whole[..whole.len() - 1],
            &whole.replace('3', "5"),
            &whole.replace('3', "-1"),
            &whole.replace('3', "3.5"),
            &whole.replace("\"level\":3", "\"level\":\"3\""),
            &whole.replace("12", "9007199254740992"),
            &whole.replace("abc", "xyz"),
            &" ".repeat(LONGEST_RECORD + 1),
        ];
        let subject = Subject::Answer(IndicatorPosition(0));
        assert!(Record::decode(whole, subject, &questionnaire).is_ok());
        for text in broken {
            assert_eq!(Record::decode(text, subject, &questionnaire), Err(Unreadable), "{text}");
        }
    }

    #[test]
    fn a_header_of_another_questionnaire_is_unreadable() {
        let (ours, other) = (questionnaire(1, 1), questionnaire(1, 2));
        let header = Stored::Header(Header { place: "check".into(), journey: Journey::All });
        let text = stamped(header).encode(&other);
        assert_eq!(Record::decode(&text, Subject::Header, &ours), Err(Unreadable));
    }
}
