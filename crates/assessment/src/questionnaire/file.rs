//! A whole questionnaire in one document, as a page names it.

use super::part::Part;
use super::{Problem, Questionnaire, document, parse};
use serde_json::{Value, json};

/// A questionnaire in each language that its file has texts for, in the file's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionnaireFile {
    first: Questionnaire,
    others: Vec<Questionnaire>,
}

impl QuestionnaireFile {
    /// Reads the one document.
    ///
    /// # Errors
    /// Every problem of every language at once, each with its place, what was found there and what was
    /// expected.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let mut languages = parse::parse_file(text)?.into_iter();
        // A file without a language has a problem.
        let first = languages.next().ok_or_else(Vec::new)?;
        Ok(Self { first, others: languages.collect() })
    }

    /// The questionnaire in every language.
    pub fn languages(&self) -> impl Iterator<Item = &Questionnaire> {
        [&self.first].into_iter().chain(&self.others)
    }

    /// The questionnaire in the file's first language.
    #[must_use]
    pub fn first(&self) -> &Questionnaire {
        &self.first
    }

    /// The questionnaire in that language, or else in the first that differs from it only in what follows
    /// the language itself, such as `en-GB` for `en-US`.
    ///
    /// ```
    /// # use assessment::questionnaire::QuestionnaireFile;
    /// # fn example(file: &QuestionnaireFile) {
    /// let questionnaire = file.in_language("cy").unwrap_or(file.first());
    /// # }
    /// ```
    #[must_use]
    pub fn in_language(&self, tag: &str) -> Option<&Questionnaire> {
        let is_same = |questionnaire: &&Questionnaire| questionnaire.language().eq_ignore_ascii_case(tag);
        let is_close = |questionnaire: &&Questionnaire| {
            primary(questionnaire.language()).eq_ignore_ascii_case(primary(tag))
        };
        self.languages().find(is_same).or_else(|| self.languages().find(is_close))
    }

    /// The JSON Schema of the document, made of the same types that read it. What a schema cannot say is
    /// left to [`QuestionnaireFile::parse`]: that the texts fit the definition, and what holds of a whole.
    #[must_use]
    pub fn schema() -> Value {
        let mut schema = document::File::schema();
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!("A questionnaire of the digital leadership check");
        schema
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}
