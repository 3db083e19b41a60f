//! Questionnaires and catalogues for tests, of any shape.

use super::{Model, Navigation, Settings};
use crate::questionnaire::Questionnaire;
use crate::text::{Catalogue, Key};
use serde_json::{Value, json};

/// A questionnaire of 5 levels with that many elements of that many indicators each.
pub(crate) fn questionnaire(elements: usize, indicators: usize) -> Questionnaire {
    questionnaire_with_levels(elements, indicators, 5)
}

pub(crate) fn questionnaire_with_levels(elements: usize, indicators: usize, levels: usize) -> Questionnaire {
    let indicator_id = |element: usize, indicator: usize| format!("indicator-{element}-{indicator}");
    let definition = json!({
        "format": 1, "id": "sample", "version": 1, "levels": levels,
        "elements": (0..elements).map(|element| json!({
            "id": format!("element-{element}"),
            "indicators": (0..indicators).map(|i| indicator_id(element, i)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    let names = |prefix: &str| (0..levels).map(|level| format!("{prefix} {level}")).collect::<Vec<_>>();
    let element_texts = (0..elements).map(|element| {
        let indicator_texts = (0..indicators).map(|indicator| {
            let id = indicator_id(element, indicator);
            let texts = json!({
                "title": format!("Title {element} {indicator}"),
                "question": format!("Question {element} {indicator}?"),
                "levels": names(&format!("Description {element} {indicator}")),
            });
            (id, texts)
        });
        let texts = json!({
            "title": format!("Element {element}"),
            "indicators": Value::Object(indicator_texts.collect()),
        });
        (format!("element-{element}"), texts)
    });
    let texts = json!({
        "language": "en", "title": "Sample", "levels": names("Level"),
        "elements": Value::Object(element_texts.collect()),
    });
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid")
}

/// A catalogue in which every text is its own key.
pub(crate) fn catalogue() -> Catalogue {
    let texts = Key::ALL.iter().map(|key| (key.name().to_owned(), Value::from(key.name()))).collect();
    Catalogue::parse(&Value::Object(texts).to_string()).expect("the sample is valid")
}

/// A copy that has read an empty store.
pub(crate) fn opened(questionnaire: Questionnaire, navigation: Navigation) -> Model {
    let settings = Settings { store: "answers".into(), navigation };
    let (mut model, _) = Model::new(questionnaire.into(), catalogue().into(), settings);
    let opened =
        super::Message::Opened { records: Ok(vec![]), writer: crate::persist::WriterId(1), history: None };
    super::update(&mut model, opened);
    model
}
