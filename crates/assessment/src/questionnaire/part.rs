//! What documents are made of. Each kind of value is one type, which knows how it is read and how the
//! schema describes it, so that the two cannot differ.

use super::reader::{At, Outline};
use serde_json::{Map, Value, json};

/// A character that can be seen, and one that may stand in a text at all, as the schema says it.
const VISIBLE: &str = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]";
const PERMITTED: &str = r"[^\u0000-\u001f\u007f-\u009f]";
/// The longest address that is accepted, in characters.
const LONGEST_ADDRESS: usize = 600;
/// The longest language tag that is accepted, in characters.
const LONGEST_TAG: usize = 35;

/// A value of a document.
pub(super) trait Part: Sized {
    /// Whether an object cannot do without it.
    const IS_REQUIRED: bool = true;

    /// Reads it, and notes every problem. Of a wrong value it makes an empty one.
    fn read(at: &At<'_>) -> Self;

    /// How JSON Schema describes what is read without a problem.
    fn schema() -> Value;
}

/// An object whose fields are known. [`object!`] writes it.
pub(super) trait Object: Sized {
    /// The names of the fields, in order.
    const FIELDS: &'static [&'static str];

    /// Reads the fields of what is known to be an object.
    fn read_fields(at: &At<'_>) -> Self;

    fn field_schemas() -> Vec<FieldSchema>;
}

/// How the schema describes one field of an object.
pub(super) struct FieldSchema {
    pub(super) name: &'static str,
    pub(super) schema: Value,
    pub(super) is_required: bool,
}

impl FieldSchema {
    pub(super) fn of<T: Part>(name: &'static str, meaning: &str) -> Self {
        let mut schema = T::schema();
        schema["description"] = json!(meaning.trim());
        Self { name, schema, is_required: T::IS_REQUIRED }
    }
}

/// Describes an object of these fields and no others.
pub(super) fn object_schema(fields: Vec<FieldSchema>) -> Value {
    let required: Vec<&str> =
        fields.iter().filter(|field| field.is_required).map(|field| field.name).collect();
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), field.schema.clone())).collect();
    json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    })
}

/// Makes a struct of a document's object: a field for each field, with what it means as its comment.
macro_rules! object {
    ($(#[doc = $about:literal])+ $object:ident { $($(#[doc = $meaning:literal])+ $(#[expect $expected:tt])? $field:ident: $part:ty,)+ }) => {
        $(#[doc = $about])+
        pub(super) struct $object {
            $($(#[doc = $meaning])+ $(#[expect $expected])? pub(super) $field: $part,)+
        }

        impl Object for $object {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn read_fields(at: &At<'_>) -> Self {
                Self { $($field: Part::read(&at.field(stringify!($field))),)+ }
            }

            fn field_schemas() -> Vec<FieldSchema> {
                vec![$(FieldSchema::of::<$part>(stringify!($field), concat!($($meaning),+))),+]
            }
        }
    };
}
pub(super) use object;

impl<T: Object> Part for T {
    fn read(at: &At<'_>) -> Self {
        T::read_fields(&at.object_of(T::FIELDS))
    }

    fn schema() -> Value {
        object_schema(T::field_schemas())
    }
}

/// May be left out.
impl<T: Part> Part for Option<T> {
    const IS_REQUIRED: bool = false;

    fn read(at: &At<'_>) -> Self {
        (!at.is_missing()).then(|| T::read(at))
    }

    fn schema() -> Value {
        T::schema()
    }
}

/// A list, which may be empty.
impl<T: Part> Part for Vec<T> {
    fn read(at: &At<'_>) -> Self {
        at.items("a list").unwrap_or_default().iter().map(T::read).collect()
    }

    fn schema() -> Value {
        json!({ "type": "array", "items": T::schema() })
    }
}

/// A list of at least one, and nothing in it twice.
pub(super) struct OneOrMore<T>(pub(super) Vec<T>);

impl<T: Part> Part for OneOrMore<T> {
    fn read(at: &At<'_>) -> Self {
        let items = at.items("a list of at least one");
        if items.as_ref().is_some_and(Vec::is_empty) {
            at.expected("a list of at least one");
        }
        Self(items.unwrap_or_default().iter().map(T::read).collect())
    }

    fn schema() -> Value {
        json!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": T::schema() })
    }
}

/// A list with one text for each level, lowest first.
pub(super) struct ForEachLevel<T>(pub(super) Vec<T>);

impl<T: Part> Part for ForEachLevel<T> {
    fn read(at: &At<'_>) -> Self {
        let items = at.items("a list with one text for each level");
        let texts: Vec<T> = items.iter().flatten().map(T::read).collect();
        let levels = at.outline().levels().filter(|levels| *levels != texts.len());
        if let (Some(_), Some(levels)) = (items, levels) {
            at.expected(&format!("a list of {levels}, one text for each level"));
        }
        Self(texts)
    }

    fn schema() -> Value {
        json!({ "type": "array", "minItems": 3, "maxItems": 7, "items": T::schema() })
    }
}

/// An object with the texts of each thing that the definition names at this place. They are read in the
/// definition's order; without a definition there is nothing to hold them against.
pub(super) struct ById<T>(pub(super) Vec<T>);

impl<T: Part> Part for ById<T> {
    fn read(at: &At<'_>) -> Self {
        let below = at.outline().below();
        if below.is_empty() {
            return Self(vec![]);
        }
        let ids: Vec<&str> = below.iter().map(|(id, _)| *id).collect();
        let object = at.object_of(&ids);
        Self(below.into_iter().map(|(id, outline)| T::read(&object.field(id).with(outline))).collect())
    }

    fn schema() -> Value {
        json!({ "type": "object", "propertyNames": Id::schema(), "additionalProperties": T::schema() })
    }
}

impl<'a> Outline<'a> {
    fn levels(self) -> Option<usize> {
        match self {
            Outline::Unknown => None,
            Outline::Whole(definition) | Outline::Element(definition, _) => Some(definition.level_count()),
        }
    }

    /// The ids of what has texts of its own here, each with what the definition says of those.
    fn below(self) -> Vec<(&'a str, Outline<'a>)> {
        match self {
            Outline::Unknown => vec![],
            Outline::Whole(definition) => {
                let elements = definition.elements.0.iter();
                elements
                    .map(|element| (element.id.0.as_str(), Outline::Element(definition, element)))
                    .collect()
            }
            Outline::Element(_, element) => {
                element.indicators.0.iter().map(|id| (id.0.as_str(), self)).collect()
            }
        }
    }
}

/// A whole number of a range.
pub(super) struct Whole<const LEAST: u64, const MOST: u64>(pub(super) u64);

impl<const LEAST: u64, const MOST: u64> Part for Whole<LEAST, MOST> {
    fn read(at: &At<'_>) -> Self {
        let expected = if LEAST == MOST {
            format!("the number {MOST}")
        } else {
            format!("a whole number from {LEAST} to {MOST}")
        };
        Self(at.whole_number(LEAST..=MOST, &expected))
    }

    fn schema() -> Value {
        json!({ "type": "integer", "minimum": LEAST, "maximum": MOST })
    }
}

/// A text that is shown as it is written: something visible, on one line, and no longer than that.
pub(super) struct Text<const MOST: usize>(pub(super) String);

impl<const MOST: usize> Part for Text<MOST> {
    fn read(at: &At<'_>) -> Self {
        let expected = format!("text of 1 to {MOST} characters on one line");
        Self(at.text_that(|text| is_shown_as_written(text) && text.chars().count() <= MOST, &expected))
    }

    fn schema() -> Value {
        let pattern = format!("^{PERMITTED}*{VISIBLE}{PERMITTED}*$");
        json!({ "type": "string", "maxLength": MOST, "pattern": pattern })
    }
}

fn is_shown_as_written(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}

/// A name that stays the same in every language and version.
pub(super) struct Id(pub(super) String);

impl Part for Id {
    fn read(at: &At<'_>) -> Self {
        Self(at.text_that(is_id, "an id of 1 to 40 lower-case letters, digits and hyphens, a letter first"))
    }

    fn schema() -> Value {
        json!({ "type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$" })
    }
}

fn is_id(id: &str) -> bool {
    id.len() <= 40
        && id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Where something can be read. Only `https` is accepted, so that a hostile questionnaire cannot make a
/// link run script.
pub(super) struct Address(pub(super) String);

impl Part for Address {
    fn read(at: &At<'_>) -> Self {
        let expected =
            format!("an address of at most {LONGEST_ADDRESS} characters that begins with https://");
        Self(at.text_that(is_address, &expected))
    }

    fn schema() -> Value {
        let pattern = format!("^https://{VISIBLE}+$");
        json!({ "type": "string", "maxLength": LONGEST_ADDRESS, "pattern": pattern })
    }
}

fn is_address(address: &str) -> bool {
    let is_visible = |character: char| !character.is_whitespace() && !character.is_control();
    address.chars().count() <= LONGEST_ADDRESS
        && address
            .strip_prefix("https://")
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_visible))
}

/// A language, and where it is needed its script, region and variants, as BCP 47 writes them.
pub(super) struct Tag(pub(super) String);

impl Part for Tag {
    fn read(at: &At<'_>) -> Self {
        Self(at.text_that(is_tag, "a language tag such as en-GB"))
    }

    fn schema() -> Value {
        let variant = "([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})";
        let pattern =
            format!("^[A-Za-z]{{2,3}}(-[A-Za-z]{{4}})?(-([A-Za-z]{{2}}|[0-9]{{3}}))?(-{variant})*$");
        json!({ "type": "string", "maxLength": LONGEST_TAG, "pattern": pattern })
    }
}

fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let language = parts.next().unwrap_or_default();
    parts.next_if(|part| part.len() == 4 && is_of_letters(part));
    parts.next_if(|part| (part.len() == 2 && is_of_letters(part)) || (part.len() == 3 && is_of_digits(part)));
    tag.len() <= LONGEST_TAG
        && matches!(language.len(), 2 | 3)
        && is_of_letters(language)
        && parts.all(is_variant)
}

fn is_of_letters(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_of_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_variant(part: &str) -> bool {
    let is_long_enough = (5..=8).contains(&part.len())
        || (part.len() == 4 && part.starts_with(|first: char| first.is_ascii_digit()));
    is_long_enough && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
