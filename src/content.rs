//! The questionnaire and the interface texts that ship with the program.

use assessment::questionnaire::Questionnaire;
use assessment::text::Catalogue;
use std::sync::Arc;

const DEFINITION: &str = include_str!("../content/questionnaire.json");
const TEXTS: &str = include_str!("../content/questionnaire.en.json");
const INTERFACE: &str = include_str!("../content/interface.en.json");

/// The questionnaire that ships with the program.
pub(crate) fn questionnaire() -> Arc<Questionnaire> {
    Arc::new(Questionnaire::parse(DEFINITION, TEXTS).unwrap_or_else(|_| unreachable!("{TESTED}")))
}

/// The English interface texts.
pub(crate) fn catalogue() -> Arc<Catalogue> {
    Arc::new(Catalogue::parse(INTERFACE).unwrap_or_else(|_| unreachable!("{TESTED}")))
}

const TESTED: &str = "the tests of the core read the same files";
