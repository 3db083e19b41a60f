//! Writes a whole questionnaire of any shape as one file.

#[path = "mod.rs"]
pub(crate) mod documents;

use documents::write_documents;
use serde_json::{Value, json};

/// The definition and the texts of [`write_documents`] in one file, in these languages, which all have the
/// same words.
pub(crate) fn write_file(sizes: &[usize], levels: usize, languages: &[&str]) -> Value {
    let (mut file, texts) = write_documents(sizes, levels);
    let in_language = |language: &&str| {
        let mut texts = texts.clone();
        texts["language"] = json!(language);
        texts
    };
    file["texts"] = languages.iter().map(in_language).collect();
    file
}
