//! Reads untrusted JSON and collects every problem on the way instead of stopping at the first.

use super::{Document, Problem};
use serde_json::{Map, Value};
use std::cell::RefCell;

/// The longest text that is accepted, in characters.
const LONGEST_TEXT: usize = 600;
/// The most names that a problem lists as possible.
const MOST_NAMED: usize = 10;
/// The longest piece of a wrong value that a problem repeats, in characters.
const LONGEST_QUOTE: usize = 40;

/// The problems of one document, collected while it is read.
pub(super) struct Reader {
    document: Document,
    problems: RefCell<Vec<Problem>>,
}

/// A value with the way to it.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    reader: &'a Reader,
    way: &'a Way<'a>,
    value: Option<&'a Value>,
}

/// The way to a value, from the inside out.
enum Way<'a> {
    Root,
    Field(&'a Way<'a>, &'a str),
    Item(&'a Way<'a>, usize),
}

impl Reader {
    pub(super) fn new(document: Document) -> Self {
        Self { document, problems: RefCell::default() }
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    /// Parses the document and hands its root to `read`.
    pub(super) fn read<T>(&self, json: &str, read: impl FnOnce(At<'_>) -> Option<T>) -> Option<T> {
        match serde_json::from_str::<Value>(json) {
            Ok(value) => read(At { reader: self, way: &Way::Root, value: Some(&value) }),
            Err(error) => {
                self.problems.borrow_mut().push(Problem {
                    document: self.document,
                    place: format!("line {}, column {}", error.line(), error.column()),
                    found: "text that is not JSON".into(),
                    expected: "a JSON object".into(),
                });
                None
            }
        }
    }
}

impl<'a> At<'a> {
    /// Notes a problem here: what stands here and what should.
    pub(super) fn expected(self, expected: &str) {
        self.problem(self.described(), expected.into());
    }

    /// Notes a problem here in the words given.
    pub(super) fn problem(self, found: String, expected: String) {
        let mut place = String::new();
        self.way.write(&mut place);
        self.reader.problems.borrow_mut().push(Problem {
            document: self.reader.document,
            place,
            found,
            expected,
        });
    }

    pub(super) fn is_missing(self) -> bool {
        self.value.is_none()
    }

    /// Hands a field of this object to `read`; a missing one is handed on as missing.
    pub(super) fn field<T>(self, name: &str, read: impl FnOnce(At<'_>) -> T) -> T {
        let value = self.value.and_then(|value| value.get(name));
        read(At { reader: self.reader, way: &Way::Field(self.way, name), value })
    }

    /// This object, with a problem for each field that has no meaning.
    pub(super) fn object(self, known: &[&str]) -> Option<&'a Map<String, Value>> {
        let Some(Value::Object(object)) = self.value else {
            self.expected("an object");
            return None;
        };
        for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
            self.field(name, |field| field.expected(&one_of(known)));
        }
        Some(object)
    }

    /// Reads every item of this list; `None` if this is no list or any item is `None`.
    pub(super) fn list<T>(self, expected: &str, mut read: impl FnMut(At<'_>) -> Option<T>) -> Option<Vec<T>> {
        let Some(Value::Array(items)) = self.value else {
            self.expected(expected);
            return None;
        };
        let read = items.iter().enumerate().map(|(index, value)| {
            read(At { reader: self.reader, way: &Way::Item(self.way, index), value: Some(value) })
        });
        // Every item is read before any `None` decides, so that every problem is found.
        read.collect::<Vec<_>>().into_iter().collect()
    }

    pub(super) fn whole_number(self, range: std::ops::RangeInclusive<u64>, expected: &str) -> Option<u64> {
        let number = self.value.and_then(Value::as_u64).filter(|number| range.contains(number));
        if number.is_none() {
            self.expected(expected);
        }
        number
    }

    pub(super) fn text(self) -> Option<String> {
        let text = self.value.and_then(Value::as_str).filter(|text| is_shown_as_written(text));
        if text.is_none() {
            self.expected(&format!("text of 1 to {LONGEST_TEXT} characters on one line"));
        }
        text.map(str::to_owned)
    }

    pub(super) fn id(self) -> Option<String> {
        let id = self.value.and_then(Value::as_str).filter(|id| is_id(id));
        if id.is_none() {
            self.expected("an id of 1 to 40 lower-case letters, digits and hyphens, a letter first");
        }
        id.map(str::to_owned)
    }

    fn described(self) -> String {
        match self.value {
            None => "nothing".into(),
            Some(Value::Null) => "null".into(),
            Some(Value::Bool(value)) => value.to_string(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(text)) => quoted(text),
            Some(Value::Array(items)) => format!("a list of {}", items.len()),
            Some(Value::Object(_)) => "an object".into(),
        }
    }
}

impl Way<'_> {
    fn write(&self, place: &mut String) {
        match self {
            Way::Root => {}
            Way::Field(outer, name) => {
                outer.write(place);
                if !place.is_empty() {
                    place.push('.');
                }
                place.extend(name.chars().take(LONGEST_QUOTE));
            }
            Way::Item(outer, index) => {
                outer.write(place);
                place.push_str(&format!("[{index}]"));
            }
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

fn quoted(text: &str) -> String {
    let mut quote: String = text.chars().take(LONGEST_QUOTE).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    format!("{quote:?}")
}

fn is_shown_as_written(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT && !text.chars().any(char::is_control)
}

fn is_id(id: &str) -> bool {
    id.len() <= 40
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
