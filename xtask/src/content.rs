//! The content that the pages are written from: what the program asks and says, and the words that only a
//! page without the program needs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use assessment::questionnaire::Questionnaire;
use assessment::text::{BoardCatalogue, Catalogue, Interface};
use serde::de::DeserializeOwned;

use crate::first_screen::FirstScreenWords;
use crate::paper::PaperWords;
use crate::workspace::Workspace;

/// The folder of all content.
pub(crate) const FOLDER: &str = "content";

/// The language that comes with the program, as the files of its content name it.
pub(crate) const OWN: &str = "en";

/// Everything that is written for people.
pub(crate) struct Content {
    pub(crate) questionnaire: Questionnaire,
    pub(crate) catalogue: Catalogue,
    pub(crate) board: BoardCatalogue,
    pub(crate) first_screen: FirstScreenWords,
    pub(crate) paper: PaperWords,
}

impl Content {
    /// Reads the English content.
    pub(crate) fn read(workspace: &Workspace) -> Result<Content> {
        let folder = workspace.path(FOLDER);
        let interface = interface(&folder, OWN)?;
        Ok(Content {
            questionnaire: questionnaire(&folder, OWN)?,
            first_screen: section(&interface, "first_screen")?,
            paper: section(&interface, "paper")?,
            catalogue: interface.check,
            board: interface.board,
        })
    }
}

/// The questionnaire in a language, from a folder of content.
pub(crate) fn questionnaire(folder: &Path, language: &str) -> Result<Questionnaire> {
    let definition = text(folder, "questionnaire.json")?;
    let texts = text(folder, &format!("questionnaire.{language}.json"))?;
    Questionnaire::parse(&definition, &texts).or_else(|problems| refuse(language, &problems))
}

/// All other words of a language, from a folder of content.
pub(crate) fn interface(folder: &Path, language: &str) -> Result<Interface> {
    let texts = text(folder, &format!("interface.{language}.json"))?;
    Interface::parse(&texts).or_else(|problems| refuse(language, &problems))
}

fn text(folder: &Path, name: &str) -> Result<String> {
    fs::read_to_string(folder.join(name)).with_context(|| format!("could not read {FOLDER}/{name}"))
}

/// A section of words by typed names; one that is missing or that nothing uses is refused.
fn section<T: DeserializeOwned>(interface: &Interface, name: &str) -> Result<T> {
    let section = interface.section(name).cloned().unwrap_or_default();
    serde_json::from_value(section).with_context(|| format!("the section {name} of the interface"))
}

/// Words by typed names from a file of their own; one that is missing or that nothing uses is refused.
pub(crate) fn words<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<T> {
    let text = text(&workspace.path(FOLDER), name)?;
    serde_json::from_str(&text).with_context(|| format!("the words of {FOLDER}/{name}"))
}

fn refuse<T>(language: &str, problems: &[impl ToString]) -> Result<T> {
    let lines: Vec<String> = problems.iter().map(|problem| format!("\n  {}", problem.to_string())).collect();
    bail!("the content in the language {language} has problems:{}", lines.concat())
}

#[cfg(test)]
impl Content {
    /// The content that is published.
    pub(crate) fn published() -> Content {
        let workspace = Workspace::find().expect("the workspace");
        Content::read(&workspace).expect("the content is valid")
    }
}
