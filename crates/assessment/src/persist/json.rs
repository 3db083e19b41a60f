//! Stored texts as JSON.
//!
//! They are read with hifijson, because a first visit loads what reads them: serde_json brings how to read
//! any number as a fraction, and of ours none is one (`docs/decisions/0025-stored-texts-without-fractions.md`).

use hifijson::token::Lex as _;
use hifijson::value::{Value, parse_bounded};
use hifijson::{Error, SliceLexer};
use std::borrow::Cow;

/// Nothing of ours is nested deeper.
const DEEPEST: usize = 128;

/// A value. Numbers are as they were written.
pub(super) type Json<'a> = Value<&'a str, Cow<'a, str>>;

/// How far into a text it was JSON, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BrokenAt(pub(super) usize);

/// Reads a text that is one value and nothing else.
pub(super) fn read(text: &str) -> Result<Json<'_>, BrokenAt> {
    let mut lexer = SliceLexer::new(text.as_bytes());
    let value = lexer.exactly_one(SliceLexer::ws_peek, |next, lexer| parse_bounded(DEEPEST, next, lexer));
    value.map_err(|_: Error| BrokenAt(text.len() - lexer.as_slice().len()))
}

/// The fields of an object, in the order in which they were written.
pub(super) fn fields<'j, 'a>(value: &'j Json<'a>) -> Option<&'j [(Cow<'a, str>, Json<'a>)]> {
    match value {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

/// The field of that name of an object: the last, if there are several.
pub(super) fn field<'j, 'a>(value: &'j Json<'a>, name: &str) -> Option<&'j Json<'a>> {
    fields(value)?.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value)
}

/// The text that it is.
pub(super) fn text<'j>(value: &'j Json) -> Option<&'j str> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The whole number, from 0 on, that it is.
pub(super) fn whole(value: &Json) -> Option<u64> {
    match value {
        // What has a point, an exponent or a sign is no such number.
        Value::Number((digits, _)) => digits.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_digits_alone() {
        let cases =
            [("7", Some(7)), ("18446744073709551615", Some(u64::MAX)), ("18446744073709551616", None)];
        let others = ["-7", "7.0", "7e0", "\"7\"", "null", "[7]"].map(|text| (text, None));
        for (text, number) in cases.into_iter().chain(others) {
            assert_eq!(whole(&read(text).expect(text)), number, "{text}");
        }
    }

    #[test]
    fn of_several_fields_with_one_name_the_last_counts() {
        let value = read(r#"{"note":"one","note":"two"}"#).expect("an object");
        assert_eq!(field(&value, "note").and_then(text), Some("two"));
        assert_eq!(field(&value, "other"), None);
    }

    #[test]
    fn what_is_no_json_says_where_it_breaks() {
        for (text, place) in [("", 0), ("{\"a\":", 5), ("[1,]", 3), ("7 8", 2), ("\"\\ud800\"", 7)] {
            assert_eq!(read(text), Err(BrokenAt(place)), "{text}");
        }
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(&nested(DEEPEST)).is_ok());
        assert!(read(&nested(DEEPEST + 1)).is_err());
        assert!(read(&"[".repeat(1_000_000)).is_err());
    }
}
