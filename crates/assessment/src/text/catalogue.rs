//! One language's interface texts.

use super::text_key::TextKey;
use super::{BoardKey, Key, PluralForm, Writing};
use crate::lists::Listed as _;
use crate::questionnaire::json::{self, Json};
use serde_json::{Map, Value};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// Texts of one language: one for every key of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts<K> {
    writing: Arc<Writing>,
    /// Each as it is said. One that depends on a count is its form for [`PluralForm::Other`], and behind it the other
    /// forms of the language, each after [`BETWEEN_FORMS`] and its digit.
    texts: Vec<String>,
    keys: PhantomData<fn(K)>,
}

/// The texts of the check.
pub type Catalogue = Texts<Key>;

/// The texts of the board's part.
pub type BoardCatalogue = Texts<BoardKey>;

// Control characters that no text has.
const BETWEEN_TEXTS: char = '\u{1e}';
const BETWEEN_FORMS: char = '\u{1f}';

/// What is wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueProblem {
    /// The document is no JSON object.
    NotAnObject,
    /// A text is missing, or has control characters, or is neither a text nor an object of plural forms, of
    /// which `other` is one.
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
                "interface texts, {name}: found nothing usable, expected a text, or an object of plural forms with \"other\" among them"
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
    /// Reads the interface texts of one language: a JSON object of texts by key. Numbers are written as in
    /// English until [`Texts::written`] says otherwise.
    ///
    /// # Errors
    /// Every missing and every unused text at once.
    pub fn parse(json: &str) -> Result<Self, Vec<CatalogueProblem>> {
        let Ok(Json { value: Value::Object(texts), repeated }) = json::parse(json) else {
            return Err(vec![CatalogueProblem::NotAnObject]);
        };
        let mut problems: Vec<_> = repeated.into_iter().map(CatalogueProblem::Repeated).listed();
        match Self::read(&texts) {
            Ok(texts) if problems.is_empty() => Ok(texts),
            Ok(_) => Err(problems),
            Err(found) => {
                problems.extend(found);
                Err(problems)
            }
        }
    }

    /// The same of an object that has been read already.
    pub(super) fn read(object: &Map<String, Value>) -> Result<Self, Vec<CatalogueProblem>> {
        let mut problems = Vec::new();
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
        self.texts.join(&BETWEEN_TEXTS.to_string())
    }

    /// The texts of [`Catalogue::pack`], from the same version of the program.
    #[must_use]
    pub fn unpack(packed: &str) -> Self {
        Self::new(packed.split(BETWEEN_TEXTS).map(str::to_owned).listed())
    }

    /// The same texts, of a language that is written like this.
    #[must_use]
    pub fn written(self, writing: Arc<Writing>) -> Self {
        Self { writing, ..self }
    }

    fn new(texts: Vec<String>) -> Self {
        Self { writing: Arc::new(Writing::english()), texts, keys: PhantomData }
    }

    /// How the language is written.
    #[must_use]
    pub fn writing(&self) -> &Writing {
        &self.writing
    }

    /// A whole number in the language's digits.
    #[must_use]
    pub fn number(&self, number: impl ToString) -> String {
        self.writing.number(number)
    }

    /// A text that stands as it is; of a counted one, the form for many.
    #[must_use]
    pub fn text(&self, key: K) -> &str {
        in_form(&self.texts[key.index()], PluralForm::Other)
    }

    /// A text with its `{placeholders}` filled.
    #[must_use]
    pub fn fill(&self, key: K, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// A text in the form for that count, with `{count}` and the other placeholders filled.
    #[must_use]
    pub fn count(&self, key: K, count: usize, values: &[(&str, &str)]) -> String {
        let template = in_form(&self.texts[key.index()], self.writing.form(count));
        let count = self.number(count);
        let mut all = vec![("count", count.as_str())];
        all.extend_from_slice(values);
        fill(template, &all)
    }
}

/// A text of a file, with its forms if it has some.
fn text(value: &Value) -> Option<String> {
    let plain = |value: &Value| value.as_str().filter(|text| is_plain(text)).map(str::to_owned);
    let Value::Object(forms) = value else { return plain(value) };
    let mut text = plain(forms.get(PluralForm::Other.name())?)?;
    let mut known = 1;
    for form in PluralForm::ALL.into_iter().filter(|form| *form != PluralForm::Other) {
        if let Some(value) = forms.get(form.name()) {
            text.extend([BETWEEN_FORMS, form.digit()]);
            text.push_str(&plain(value)?);
            known += 1;
        }
    }
    (known > 1 && known == forms.len()).then_some(text)
}

/// A text in that form, or in the one for everything else where it has none of its own.
fn in_form(text: &str, form: PluralForm) -> &str {
    let mut forms = text.split(BETWEEN_FORMS);
    let other = forms.next().unwrap_or_default();
    forms.find_map(|text| text.strip_prefix(form.digit())).unwrap_or(other)
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
        let texts = ["One line", "{count} notes\u{1f}1{count} note", ""].map(str::to_owned);
        let catalogue = Catalogue::new(texts.into());
        assert_eq!(Catalogue::unpack(&catalogue.pack()), catalogue);
    }

    #[test]
    fn a_text_that_would_fall_apart_when_packed_is_refused() {
        for (text, is_taken) in [("plain", true), ("two\u{1e}texts", false), ("two\u{1f}forms", false)] {
            assert_eq!(super::text(&Value::from(text)).is_some(), is_taken, "{text:?}");
        }
    }

    #[test]
    fn a_counted_text_has_the_forms_that_unicode_knows_and_always_the_last() {
        for (forms, is_taken) in [
            (r#"{"one":"a","other":"b"}"#, true),
            (r#"{"zero":"a","two":"b","few":"c","many":"d","other":"e"}"#, true),
            (r#"{"one":"a"}"#, false),
            (r#"{"other":"a"}"#, false),
            (r#"{"one":"a","other":"b","most":"c"}"#, false),
            (r#"{"one":1,"other":"b"}"#, false),
        ] {
            let forms = serde_json::from_str(forms).expect("JSON");
            assert_eq!(super::text(&forms).is_some(), is_taken, "{forms}");
        }
    }

    #[test]
    fn a_count_takes_the_form_of_the_language() {
        let counted = serde_json::json!({ "two": "{count} nodyn", "other": "{count} o nodiadau" });
        let mut texts = vec![String::new(); Key::ALL.len()];
        texts[Key::DataNotes.index()] = super::text(&counted).expect("two forms");
        let welsh = Writing::unpack("cy\u{1e}ltr\u{1e}012\u{1e}\u{1e}");
        let catalogue = Catalogue::new(texts).written(Arc::new(welsh));
        let counted = [0, 1, 2, 3].map(|count| catalogue.count(Key::DataNotes, count, &[]));
        assert_eq!(counted, ["0 o nodiadau", "1 o nodiadau", "2 nodyn", "3 o nodiadau"]);
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
