//! What is wrong in a questionnaire, said so that its author can mend it.

use std::fmt;

/// Which of the two documents a problem is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The language-neutral definition.
    Definition,
    /// The texts of one language.
    Texts,
}

/// One thing that is wrong, with its place.
///
/// ```
/// use assessment::questionnaire::Questionnaire;
///
/// let problems = Questionnaire::parse("{}", "{}").unwrap_err();
/// assert_eq!(problems[0].to_string(), "definition, format: found nothing, expected the number 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The document.
    pub document: Document,
    /// The place in it, such as `elements[2].indicators[0]`; empty for the whole document.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

impl fmt::Display for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Document::Definition => "definition",
            Document::Texts => "texts",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.document)?;
        if !self.place.is_empty() {
            write!(formatter, ", {}", self.place)?;
        }
        write!(formatter, ": found {}, expected {}", self.found, self.expected)
    }
}
