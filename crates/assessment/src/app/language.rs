//! The words of a language, and which languages there are.

use crate::questionnaire::Questionnaire;
use crate::text::Catalogue;
use std::sync::Arc;

/// The words of one language: what is asked, and everything around it. They may be of two languages, where a
/// questionnaire has no texts in the one that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// Everything around it.
    pub catalogue: Arc<Catalogue>,
}

/// A language that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its BCP 47 tag, such as `cy`.
    pub tag: String,
    /// What its speakers call it.
    pub name: String,
}
