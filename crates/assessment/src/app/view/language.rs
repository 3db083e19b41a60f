//! The choice between languages.

use crate::app::{Model, Offered};

/// The languages to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguagesView {
    /// All of them, in order; none where there is no choice.
    pub offered: Vec<Offered>,
    /// The tag of the one that is shown.
    pub shown: String,
    /// Whether the words of the one that was chosen last could not be brought.
    pub is_missing: bool,
}

/// The language of the questionnaire's words, where it is not that of the words around them: a questionnaire of
/// one's own may have no texts in the language that is wanted.
#[must_use]
pub fn language_of_questionnaire(model: &Model) -> Option<&str> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let language = model.questionnaire.language();
    (primary(language) != primary(model.language())).then_some(language)
}

/// What the choice between languages shows.
#[must_use]
pub fn languages(model: &Model) -> LanguagesView {
    LanguagesView {
        offered: model.languages.clone(),
        shown: model.language().to_owned(),
        is_missing: model.is_language_missing,
    }
}
