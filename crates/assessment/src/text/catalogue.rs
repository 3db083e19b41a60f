//! One language's interface texts.

use super::text_key::TextKey;
use super::{BoardKey, Key};
use crate::lists::Listed as _;
use crate::questionnaire::json::{self, Json};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

/// Texts of one language: one for every key of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts<K> {
    texts: Vec<Text>,
    keys: PhantomData<fn(K)>,
}

/// The texts of the check.
pub type Catalogue = Texts<Key>;

/// The texts of the board's part.
pub type BoardCatalogue = Texts<BoardKey>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Text {
    Whole(String),
    /// A text that depends on a count.
    Counted {
        one: String,
        other: String,
    },
}

// Control characters that no text has.
const BETWEEN_TEXTS: char = '\u{1e}';
const BETWEEN_FORMS: char = '\u{1f}';

/// What is wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueProblem {
    /// The document is no JSON object.
    NotAnObject,
    /// A text is missing, or has control characters, or is neither a text nor a pair of `one` and `other`.
    Missing(&'static str),
    /// A text has a name that nothing uses.
    Unused(String),
    /// Two texts have the same name.
    Repeated(String),
}

impl fmt::Display for CatalogueProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => formatter.write_str("interface texts: expected a JSON object"),
            Self::Missing(name) => write!(
                formatter,
                "interface texts, {name}: found nothing usable, expected a text, or an object with \"one\" and \"other\""
            ),
            Self::Unused(name) => {
                write!(formatter, "interface texts, {name}: no part of the interface uses this text")
            }
            Self::Repeated(name) => {
                write!(formatter, "interface texts, {name}: found more than once, expected one text")
            }
        }
    }
}

impl<K: TextKey> Texts<K> {
    /// Reads the interface texts of one language: a JSON object of texts by key.
    ///
    /// # Errors
    /// Every missing and every unused text at once.
    pub fn parse(json: &str) -> Result<Self, Vec<CatalogueProblem>> {
        let Ok(Json { value: Value::Object(object), repeated }) = json::parse(json) else {
            return Err(vec![CatalogueProblem::NotAnObject]);
        };
        let mut problems: Vec<_> = repeated.into_iter().map(CatalogueProblem::Repeated).listed();
        let mut texts = Vec::with_capacity(K::ALL.len());
        for key in K::ALL {
            match object.get(key.name()).and_then(text) {
                Some(text) => texts.push(text),
                None => problems.push(CatalogueProblem::Missing(key.name())),
            }
        }
        let is_used = |name: &&String| K::ALL.iter().any(|key| key.name() == name.as_str());
        problems.extend(object.keys().filter(|name| !is_used(name)).cloned().map(CatalogueProblem::Unused));
        if problems.is_empty() { Ok(Self::new(texts)) } else { Err(problems) }
    }

    /// All the texts in the order of their keys and without them, one to a line, for a program that
    /// comes with them.
    ///
    /// ```
    /// # use assessment::text::{Catalogue, Key};
    /// # fn example(catalogue: &Catalogue) {
    /// assert_eq!(&Catalogue::unpack(&catalogue.pack()), catalogue);
    /// # }
    /// ```
    #[must_use]
    pub fn pack(&self) -> String {
        let line = |text: &Text| match text {
            Text::Whole(text) => text.clone(),
            Text::Counted { one, other } => format!("{one}{BETWEEN_FORMS}{other}"),
        };
        self.texts.iter().map(line).collect::<Vec<_>>().join(&BETWEEN_TEXTS.to_string())
    }

    /// The texts of [`Catalogue::pack`], from the same version of the program.
    #[must_use]
    pub fn unpack(packed: &str) -> Self {
        let text = |line: &str| match line.split_once(BETWEEN_FORMS) {
            Some((one, other)) => Text::Counted { one: one.into(), other: other.into() },
            None => Text::Whole(line.into()),
        };
        Self::new(packed.split(BETWEEN_TEXTS).map(text).listed())
    }

    fn new(texts: Vec<Text>) -> Self {
        Self { texts, keys: PhantomData }
    }

    /// A text that stands as it is; of a counted one, the form for many.
    #[must_use]
    pub fn text(&self, key: K) -> &str {
        match &self.texts[key.index()] {
            Text::Whole(text) | Text::Counted { other: text, .. } => text,
        }
    }

    /// A text with its `{placeholders}` filled.
    #[must_use]
    pub fn fill(&self, key: K, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// A text in the form for that count, with `{count}` and the other placeholders filled.
    #[must_use]
    pub fn count(&self, key: K, count: usize, values: &[(&str, &str)]) -> String {
        let template = match &self.texts[key.index()] {
            Text::Counted { one, .. } if count == 1 => one,
            Text::Whole(text) | Text::Counted { other: text, .. } => text,
        };
        let count = count.to_string();
        let mut all = vec![("count", count.as_str())];
        all.extend_from_slice(values);
        fill(template, &all)
    }
}

fn text(value: &Value) -> Option<Text> {
    match value {
        Value::String(text) => is_plain(text).then(|| Text::Whole(text.clone())),
        Value::Object(forms) => {
            let form = |name| forms.get(name)?.as_str().filter(|form| is_plain(form)).map(str::to_owned);
            Some(Text::Counted { one: form("one")?, other: form("other")? })
        }
        _ => None,
    }
}

/// Control characters part the texts when they are packed.
fn is_plain(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

/// A text with its `{placeholders}` filled.
///
/// Values are put in once and never looked at again, so a value with braces stays text.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "2")]), "{b} of 2");
    }

    #[test]
    fn an_unknown_placeholder_and_a_lone_brace_stay() {
        assert_eq!(fill("{c} {", &[("a", "1")]), "{c} {");
    }

    #[test]
    fn what_is_packed_comes_back() {
        let counted = Text::Counted { one: "{count} note".into(), other: "{count} notes".into() };
        let texts = vec![Text::Whole("One line".into()), counted, Text::Whole(String::new())];
        let catalogue = Catalogue::new(texts);
        assert_eq!(Catalogue::unpack(&catalogue.pack()), catalogue);
    }

    #[test]
    fn a_text_that_would_fall_apart_when_packed_is_refused() {
        for (text, is_taken) in [("plain", true), ("two\u{1e}texts", false), ("two\u{1f}forms", false)] {
            assert_eq!(super::text(&Value::from(text)).is_some(), is_taken, "{text:?}");
        }
    }

    #[test]
    fn a_name_that_stands_twice_is_named() {
        let problems = Catalogue::parse(r#"{"back":"Back","back":"Return"}"#).unwrap_err();
        assert!(problems.contains(&CatalogueProblem::Repeated("back".into())));
    }

    #[test]
    fn every_gap_is_named() {
        let problems = Catalogue::parse(r#"{"no.such.key":"x"}"#).unwrap_err();
        assert_eq!(problems.len(), Key::ALL.len() + 1);
        assert!(problems.contains(&CatalogueProblem::Unused("no.such.key".into())));
    }
}
