//! Reads untrusted JSON and collects every problem on the way instead of stopping at the first.

use super::{Document, Problem};
use serde_json::Value;
use std::cell::RefCell;
use std::ops::RangeInclusive;

/// The longest text that is accepted, in characters.
const LONGEST_TEXT: usize = 600;
/// The most names that a problem lists as possible.
const MOST_NAMED: usize = 10;
/// The longest piece of a wrong value that a problem repeats, in characters.
const LONGEST_QUOTE: usize = 40;

/// The problems of one document, collected while it is read.
pub(super) struct Problems {
    document: Document,
    found: RefCell<Vec<Problem>>,
}

/// A value with the way to it. Whatever is read from a wrong value is empty, and the problem is noted,
/// so that reading goes on and finds every problem.
pub(super) struct At<'a> {
    problems: &'a Problems,
    place: String,
    value: Option<&'a Value>,
}

impl Problems {
    pub(super) fn of(document: Document) -> Self {
        Self { document, found: RefCell::default() }
    }

    pub(super) fn are_none(&self) -> bool {
        self.found.borrow().is_empty()
    }

    pub(super) fn into_found(self) -> Vec<Problem> {
        self.found.into_inner()
    }

    /// The document as JSON; null, with a problem noted, if it is not JSON.
    pub(super) fn parse(&self, json: &str) -> Option<Value> {
        match serde_json::from_str(json) {
            Ok(value) => Some(value),
            Err(error) => {
                self.note(
                    format!("line {}, column {}", error.line(), error.column()),
                    "text that is not JSON".into(),
                    "a JSON object".into(),
                );
                None
            }
        }
    }

    /// The whole of a document that was parsed.
    pub(super) fn root<'a>(&'a self, value: &'a Value) -> At<'a> {
        At { problems: self, place: String::new(), value: Some(value) }
    }

    fn note(&self, place: String, found: String, expected: String) {
        self.found.borrow_mut().push(Problem { document: self.document, place, found, expected });
    }
}

impl<'a> At<'a> {
    /// Notes a problem here: what stands here and what should.
    pub(super) fn expected(&self, expected: &str) {
        self.problem(self.described(), expected.into());
    }

    /// Notes a problem here in the words given.
    pub(super) fn problem(&self, found: String, expected: String) {
        self.problems.note(self.place.clone(), found, expected);
    }

    pub(super) fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    /// A field of this object; a missing one is read as missing.
    pub(super) fn field(&self, name: &str) -> At<'a> {
        let mut place = self.place.clone();
        if !place.is_empty() {
            place.push('.');
        }
        place.extend(name.chars().take(LONGEST_QUOTE));
        At { problems: self.problems, place, value: self.value.and_then(|value| value.get(name)) }
    }

    /// Whether this is an object, with a problem if not, and one for each field that has no meaning.
    pub(super) fn is_object_of(&self, known: &[&str]) -> bool {
        let Some(Value::Object(object)) = self.value else {
            self.expected("an object");
            return false;
        };
        for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
            self.field(name).expected(&one_of(known));
        }
        true
    }

    /// Every item of this list; `None` if this is no list.
    pub(super) fn items(&self, expected: &str) -> Option<Vec<At<'a>>> {
        let Some(Value::Array(items)) = self.value else {
            self.expected(expected);
            return None;
        };
        let item = |(index, value)| {
            let place = format!("{}[{index}]", self.place);
            At { problems: self.problems, place, value: Some(value) }
        };
        Some(items.iter().enumerate().map(item).collect())
    }

    /// A number of that range, or 0.
    pub(super) fn whole_number(&self, range: RangeInclusive<u64>, expected: &str) -> u64 {
        let number = self.value.and_then(Value::as_u64).filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            self.expected(expected);
            0
        })
    }

    pub(super) fn text(&self) -> String {
        self.text_that(is_shown_as_written, "text of 1 to 600 characters on one line")
    }

    pub(super) fn id(&self) -> String {
        self.text_that(is_id, "an id of 1 to 40 lower-case letters, digits and hyphens, a letter first")
    }

    /// A text that is as wanted, or an empty one.
    pub(super) fn text_that(&self, is_wanted: fn(&str) -> bool, expected: &str) -> String {
        match self.value.and_then(Value::as_str).filter(|text| is_wanted(text)) {
            Some(text) => text.to_owned(),
            None => {
                self.expected(expected);
                String::new()
            }
        }
    }

    fn described(&self) -> String {
        match self.value {
            None => "nothing".into(),
            Some(Value::String(text)) => quoted(text),
            Some(Value::Array(items)) => format!("a list of {}", items.len()),
            Some(Value::Object(_)) => "an object".into(),
            Some(Value::Null) => "null".into(),
            Some(Value::Bool(value)) => value.to_string(),
            // Writing out a fraction would bring 10 KB of program for this alone.
            Some(Value::Number(number)) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => number.to_string(),
                (None, Some(number)) => number.to_string(),
                (None, None) => "a number that is not whole".into(),
            },
        }
    }
}

/// Names the first few: a large element has a thousand ids, and a problem may be told a thousand times.
fn one_of(known: &[&str]) -> String {
    let named = &known[..known.len().min(MOST_NAMED)];
    let others = known.len() - named.len();
    let more = if others > 0 { format!(" or {others} more") } else { String::new() };
    format!("one of: {}{more}", named.join(", "))
}

/// The beginning of a text between quotation marks, with everything visible that is not.
fn quoted(text: &str) -> String {
    let mut quote = String::from("\"");
    for character in text.chars().take(LONGEST_QUOTE) {
        match character {
            '"' | '\\' => quote.extend(['\\', character]),
            '\n' => quote.push_str("\\n"),
            _ if character.is_control() => quote.push_str(&format!("\\u{{{:x}}}", u32::from(character))),
            _ => quote.push(character),
        }
    }
    quote.push_str(if text.chars().nth(LONGEST_QUOTE).is_some() { "…\"" } else { "\"" });
    quote
}

pub(super) fn is_shown_as_written(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT && !text.chars().any(char::is_control)
}

fn is_id(id: &str) -> bool {
    id.len() <= 40
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
