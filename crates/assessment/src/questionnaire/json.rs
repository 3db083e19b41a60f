//! JSON as a value, with every name that one object has twice.
//!
//! serde_json itself keeps the last of two fields with the same name and says nothing, so whoever wrote
//! the first would look for it in vain.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// The longest part of a name that a place repeats, in characters.
const LONGEST_NAME: usize = 40;

/// A document, and the place of each field that repeats one before it in its object.
pub(crate) struct Json {
    pub(crate) value: Value,
    pub(crate) repeated: Vec<String>,
}

pub(crate) fn parse(text: &str) -> Result<Json, serde_json::Error> {
    let mut repeated = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Next { place: &Place::Whole, repeated: &mut repeated }.deserialize(&mut json)?;
    json.end()?;
    Ok(Json { value, repeated })
}

/// Adds a field to the place of its object.
pub(super) fn push_field(place: &mut String, name: &str) {
    if !place.is_empty() {
        place.push('.');
    }
    name.chars().take(LONGEST_NAME).for_each(|character| push_visible(place, character));
}

/// Adds an item to the place of its list.
pub(super) fn push_item(place: &mut String, index: usize) {
    place.push_str(&format!("[{index}]"));
}

/// Adds a character as it can be seen, so that whatever is told of a document stays on one line.
pub(super) fn push_visible(text: &mut String, character: char) {
    match character {
        '\n' => text.push_str("\\n"),
        _ if character.is_control() => text.push_str(&format!("\\u{{{:x}}}", u32::from(character))),
        _ => text.push(character),
    }
}

/// Where a value is. Only what is told is put into words, because a file may have a hundred thousand lines.
enum Place<'a> {
    Whole,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn push_onto(&self, words: &mut String) {
        match self {
            Place::Whole => {}
            Place::Field(object, name) => {
                object.push_onto(words);
                push_field(words, name);
            }
            Place::Item(list, index) => {
                list.push_onto(words);
                push_item(words, *index);
            }
        }
    }
}

/// Reads the value that comes next, and notes what is repeated in it.
struct Next<'a> {
    place: &'a Place<'a>,
    repeated: &'a mut Vec<String>,
}

impl<'de> DeserializeSeed<'de> for Next<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Next<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let place = Place::Item(self.place, items.len());
            match list.next_element_seed(Next { place: &place, repeated: self.repeated })? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            let place = Place::Field(self.place, &name);
            if fields.contains_key(&name) {
                let mut words = String::new();
                place.push_onto(&mut words);
                self.repeated.push(words);
            }
            let value = object.next_value_seed(Next { place: &place, repeated: self.repeated })?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_what_serde_json_makes_of_it() {
        let text = r#" {"a": [null, true, 0, -1, 1.5, "é\n", [], {}], "b": {"c": {"d": []}}, "": 1e3} "#;
        let json = parse(text).expect("it is JSON");
        assert_eq!(json.value, serde_json::from_str::<Value>(text).expect("it is JSON"));
        assert!(json.repeated.is_empty());
    }

    #[test]
    fn each_name_that_comes_again_is_told_with_its_place() {
        let json = parse(r#"{"a":1,"b":[{"c":1},{"c":1,"c":{"d":1,"d":2},"c":3}],"a":2,"x\ny":1,"x\ny":2}"#);
        let repeated = json.expect("it is JSON").repeated;
        assert_eq!(repeated, ["b[1].c", "b[1].c.d", "b[1].c", "a", "x\\ny"]);
    }

    #[test]
    fn what_follows_the_document_is_refused() {
        assert!(parse("{} {}").is_err());
        assert!(parse("").is_err());
    }
}
