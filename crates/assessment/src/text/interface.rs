//! All words of one language but those of a questionnaire, as their file has them.

use super::{BoardCatalogue, Catalogue, CatalogueProblem, TextKey, Texts, Writing};
use crate::questionnaire::json::{self, Json};
use serde_json::{Map, Value};
use std::sync::Arc;

/// The words of one language: one for every key, and those that only a page or a script says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// What the language is called by those who speak it.
    pub name: String,
    /// The texts of the check.
    pub check: Catalogue,
    /// The texts of the board's part.
    pub board: BoardCatalogue,
    sections: Map<String, Value>,
}

impl Interface {
    /// Reads the file of a language: a JSON object with its tag (`language`), its `name`, its `direction` (`ltr` or
    /// `rtl`), and sections of texts by key, of which `check` and `board` are two.
    ///
    /// Numbers are written as in English until [`Texts::written`] says otherwise.
    ///
    /// # Errors
    /// Every missing and every unused text at once.
    pub fn parse(json: &str) -> Result<Self, Vec<CatalogueProblem>> {
        let Ok(Json { value: Value::Object(sections), repeated }) = json::parse(json) else {
            return Err(vec![CatalogueProblem::NotAnObject]);
        };
        let mut problems: Vec<CatalogueProblem> =
            repeated.into_iter().map(CatalogueProblem::Repeated).collect();
        let text = |name| sections.get(name).and_then(Value::as_str);
        let (language, name, direction) = (text("language"), text("name"), text("direction"));
        problems.extend(language.is_none().then_some(CatalogueProblem::Missing("language")));
        problems.extend(name.is_none().then_some(CatalogueProblem::Missing("name")));
        if !matches!(direction, Some("ltr" | "rtl")) {
            problems.push(CatalogueProblem::Missing("direction"));
        }
        let check = section("check", &sections, &mut problems);
        let board = section("board", &sections, &mut problems);
        let (Some(language), Some(name), Some(check), Some(board)) = (language, name, check, board) else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let writing = Arc::new(Writing::like_english(language, direction == Some("rtl")));
        Ok(Self {
            name: name.to_owned(),
            check: check.written(writing.clone()),
            board: board.written(writing),
            sections,
        })
    }

    /// The language, as a BCP 47 tag such as `en-GB`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.check.writing().language
    }

    /// A section by its name, as the file has it.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&Value> {
        self.sections.get(name)
    }
}

fn section<K: TextKey>(
    name: &'static str,
    sections: &Map<String, Value>,
    problems: &mut Vec<CatalogueProblem>,
) -> Option<Texts<K>> {
    let Some(Value::Object(texts)) = sections.get(name) else {
        problems.push(CatalogueProblem::Missing(name));
        return None;
    };
    Texts::read(texts).map_err(|found| problems.extend(found)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{BoardKey, Key};
    use serde_json::json;

    fn texts<K: TextKey>() -> Value {
        K::ALL.iter().map(|key| (key.name(), key.name())).collect()
    }

    fn file() -> Value {
        json!({
            "language": "cy", "name": "Cymraeg", "direction": "ltr",
            "check": texts::<Key>(), "board": texts::<BoardKey>(), "paper": { "title": "Papur" },
        })
    }

    #[test]
    fn a_language_has_a_tag_a_name_and_a_direction() {
        let mut file = file();
        file["direction"] = json!("rtl");
        let interface = Interface::parse(&file.to_string()).expect("it is whole");
        assert_eq!((interface.language(), &interface.name[..]), ("cy", "Cymraeg"));
        assert!(interface.check.writing().is_right_to_left && interface.board.writing().is_right_to_left);
        assert_eq!(interface.section("paper"), Some(&json!({ "title": "Papur" })));
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        let mut file = file();
        file["direction"] = json!("up");
        for name in ["language", "name", "board"] {
            file.as_object_mut().expect("an object").remove(name);
        }
        file["check"].as_object_mut().expect("an object").remove("back");
        let problems = Interface::parse(&file.to_string()).expect_err("much is missing");
        for name in ["language", "name", "direction", "board", "back"] {
            assert!(problems.contains(&CatalogueProblem::Missing(name)), "{name}: {problems:?}");
        }
        assert_eq!(problems.len(), 5);
    }
}
