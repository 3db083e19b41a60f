//! What is wrong in a questionnaire, said so that its author can mend it.

use std::fmt;

/// Which document a problem is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The language-neutral definition.
    Definition,
    /// The texts of one language.
    Texts,
    /// A whole questionnaire in one file.
    File,
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

impl Problem {
    /// What is wrong, for those who are told the place beside it.
    #[must_use]
    pub fn reason(&self) -> String {
        format!("found {}, expected {}", self.found, self.expected)
    }
}

impl fmt::Display for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Document::Definition => "definition",
            Document::Texts => "texts",
            Document::File => "questionnaire",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.document)?;
        if !self.place.is_empty() {
            write!(formatter, ", {}", self.place)?;
        }
        write!(formatter, ": {}", self.reason())
    }
}
