//! Reads untrusted JSON and collects every problem on the way instead of stopping at the first.

use super::document::{Definition, ElementShape};
use super::json::{self, push_field, push_item, push_visible};
use super::{Document, Problem};
use serde_json::{Number, Value};
use std::cell::RefCell;
use std::ops::RangeInclusive;

/// The most names that a problem lists as possible.
const MOST_NAMED: usize = 10;
/// The longest piece of a wrong value that a problem repeats, in characters.
const LONGEST_QUOTE: usize = 40;
/// What some editors put before a text to say that it is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The problems of one document, collected while it is read.
pub(super) struct Problems {
    document: Document,
    found: RefCell<Vec<Problem>>,
}

/// A value with the way to it. Whatever is read from a wrong value is empty, and the problem is noted,
/// so that reading goes on and finds every problem.
#[derive(Clone)]
pub(super) struct At<'a> {
    /// `None` below a value of the wrong kind, whose problem is noted already.
    problems: Option<&'a Problems>,
    place: String,
    value: Option<&'a Value>,
    outline: Outline<'a>,
}

/// What the definition says of the texts at a place.
#[derive(Clone, Copy)]
pub(super) enum Outline<'a> {
    /// Nothing: there is no definition that could be read.
    Unknown,
    /// They are those of the whole questionnaire.
    Whole(&'a Definition),
    /// They are those of this element.
    Element(&'a Definition, &'a ElementShape),
}

impl Problems {
    pub(super) fn of(document: Document) -> Self {
        Self { document, found: RefCell::default() }
    }

    pub(super) fn into_found(self) -> Vec<Problem> {
        self.found.into_inner()
    }

    /// The document as JSON; `None`, with a problem noted, if it is not JSON.
    pub(super) fn parse(&self, text: &str) -> Option<Value> {
        match json::parse(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)) {
            Ok(json) => {
                for place in json.repeated {
                    self.note(place, "the same name twice".into(), "each name once in its object".into());
                }
                Some(json.value)
            }
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
        At { problems: Some(self), place: String::new(), value: Some(value), outline: Outline::Unknown }
    }

    fn note(&self, place: String, found: String, expected: String) {
        self.found.borrow_mut().push(Problem { document: self.document, place, found, expected });
    }
}

impl<'a> At<'a> {
    /// The same place, held against that outline.
    pub(super) fn with(self, outline: Outline<'a>) -> Self {
        Self { outline, ..self }
    }

    pub(super) fn outline(&self) -> Outline<'a> {
        self.outline
    }

    /// Notes a problem here: what stands here and what should.
    pub(super) fn expected(&self, expected: &str) {
        self.problem(self.described(), expected.into());
    }

    /// Notes a problem here in the words given.
    pub(super) fn problem(&self, found: String, expected: String) {
        if let Some(problems) = self.problems {
            problems.note(self.place.clone(), found, expected);
        }
    }

    pub(super) fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    /// A field of this object; a missing one is read as missing.
    pub(super) fn field(&self, name: &str) -> At<'a> {
        let mut place = self.place.clone();
        push_field(&mut place, name);
        At { place, value: self.value.and_then(|value| value.get(name)), ..*self }
    }

    /// This object, with a problem for each field that is none of these. If it is no object, that is the
    /// one problem, and nothing is told of what is read from it.
    pub(super) fn object_of(&self, known: &[&str]) -> At<'a> {
        let Some(Value::Object(object)) = self.value else {
            self.expected("an object");
            return At { problems: None, value: None, ..self.clone() };
        };
        for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
            self.field(name).expected(&one_of(known));
        }
        self.clone()
    }

    /// Every item of this list; `None` if this is no list.
    pub(super) fn items(&self, expected: &str) -> Option<Vec<At<'a>>> {
        let Some(Value::Array(items)) = self.value else {
            self.expected(expected);
            return None;
        };
        let item = |(index, value)| {
            let mut place = self.place.clone();
            push_item(&mut place, index);
            At { place, value: Some(value), ..*self }
        };
        Some(items.iter().enumerate().map(item).collect())
    }

    /// A number of that range, or 0.
    pub(super) fn whole_number(&self, range: RangeInclusive<u64>, expected: &str) -> u64 {
        let number = self.value.and_then(Value::as_number).and_then(whole);
        number.filter(|number| range.contains(number)).unwrap_or_else(|| {
            self.expected(expected);
            0
        })
    }

    /// A text that is as wanted, or an empty one.
    pub(super) fn text_that(&self, is_wanted: impl Fn(&str) -> bool, expected: &str) -> String {
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
            Some(Value::Number(number)) => match (whole(number), number.as_i64()) {
                (Some(number), _) => number.to_string(),
                (None, Some(number)) => number.to_string(),
                (None, None) => "a number that is not whole".into(),
            },
        }
    }
}

/// A whole number from 0, however it is written: in JSON, 5.0 is 5.
fn whole(number: &Number) -> Option<u64> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_991.0;
    let is_whole = |number: &f64| number.fract() == 0.0 && (0.0..=LARGEST_EXACT).contains(number);
    number.as_u64().or_else(|| number.as_f64().filter(is_whole).map(|number| number as u64))
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
        if matches!(character, '"' | '\\') {
            quote.push('\\');
        }
        push_visible(&mut quote, character);
    }
    quote.push_str(if text.chars().nth(LONGEST_QUOTE).is_some() { "…\"" } else { "\"" });
    quote
}
