//! Questionnaires and catalogues for tests, of any shape.

#[path = "../../tests/documents/mod.rs"]
mod documents;

use super::{Message, Model, Navigation, Settings, update};
use crate::persist::WriterId;
use crate::questionnaire::Questionnaire;
use crate::text::{Catalogue, Key, TextKey as _};
use documents::write_documents;
use serde_json::Value;

/// A questionnaire of 5 levels with that many elements of that many indicators each.
pub(crate) fn questionnaire(elements: usize, indicators: usize) -> Questionnaire {
    questionnaire_of(&vec![indicators; elements], 5)
}

/// A questionnaire with one element for each size.
pub(crate) fn questionnaire_of(sizes: &[usize], levels: usize) -> Questionnaire {
    let (definition, texts) = write_documents(sizes, levels);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid")
}

/// A catalogue in which every text is its own key.
pub(crate) fn catalogue() -> Catalogue {
    let texts = Key::ALL.iter().map(|key| (key.name().to_owned(), Value::from(key.name()))).collect();
    Catalogue::parse(&Value::Object(texts).to_string()).expect("the sample is valid")
}

/// A copy that has read an empty store.
pub(crate) fn opened(questionnaire: Questionnaire, navigation: Navigation) -> Model {
    let settings = Settings::new("answers", navigation);
    let (mut model, _) = Model::new(questionnaire.into(), catalogue().into(), settings);
    let opened =
        Message::Opened { records: Ok(vec![]), is_sealed: false, writer: WriterId(1), history: None };
    update(&mut model, opened);
    model
}
