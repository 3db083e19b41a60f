//! The content that the pages are written from: what the program asks and says, and the words that only a
//! page without the program needs.

use std::fs;

use anyhow::{Context, Result, bail};
use assessment::questionnaire::Questionnaire;
use assessment::text::{BoardCatalogue, Catalogue};
use serde::de::DeserializeOwned;

use crate::first_screen::FirstScreenWords;
use crate::paper::PaperWords;
use crate::workspace::Workspace;

/// The folder of all content.
pub(crate) const FOLDER: &str = "content";

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
        let [definition, texts] = ["questionnaire.json", "questionnaire.en.json"];
        Ok(Content {
            questionnaire: Questionnaire::parse(&text(workspace, definition)?, &text(workspace, texts)?)
                .or_else(|problems| refuse(&problems))?,
            catalogue: Catalogue::parse(&text(workspace, "interface.en.json")?)
                .or_else(|problems| refuse(&problems))?,
            board: BoardCatalogue::parse(&text(workspace, "board.en.json")?)
                .or_else(|problems| refuse(&problems))?,
            first_screen: words(workspace, "first-screen.en.json")?,
            paper: words(workspace, "paper.en.json")?,
        })
    }
}

fn text(workspace: &Workspace, name: &str) -> Result<String> {
    let file = format!("{FOLDER}/{name}");
    fs::read_to_string(workspace.path(&file)).with_context(|| format!("could not read {file}"))
}

/// Words by typed names; one that is missing or that nothing uses is refused.
pub(crate) fn words<T: DeserializeOwned>(workspace: &Workspace, name: &str) -> Result<T> {
    serde_json::from_str(&text(workspace, name)?).with_context(|| format!("the words of {FOLDER}/{name}"))
}

fn refuse<T>(problems: &[impl ToString]) -> Result<T> {
    let lines: Vec<String> = problems.iter().map(|problem| format!("\n  {}", problem.to_string())).collect();
    bail!("the content has problems:{}", lines.concat())
}

#[cfg(test)]
impl Content {
    /// The content that is published.
    pub(crate) fn published() -> Content {
        let workspace = Workspace::find().expect("the workspace");
        Content::read(&workspace).expect("the content is valid")
    }
}
