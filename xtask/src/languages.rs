//! The languages that there is content for, and the file of words of each but the program's own.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use assessment::text::Interface;
use serde_json::{Value, json};

use crate::command;
use crate::content::{self, FOLDER, OWN};
use crate::fingerprint::make_if_changed;
use crate::progress::Outcome;
use crate::workspace::Workspace;

/// The sections that scripts say, which no program knows.
const OF_SCRIPTS: [&str; 2] = ["questionnaire_failures", "board_stopped"];

/// Writes the file of words of every language but the program's own, which is checked too.
pub(crate) fn write(workspace: &Workspace) -> Result<Outcome> {
    let inputs = [FOLDER, "crates/assessment/src", "xtask"].map(|name| workspace.path(name));
    make_if_changed(&folder(workspace), &inputs, |folder| {
        let content = workspace.path(FOLDER);
        check_forms(workspace, &content::interface(&content, OWN)?)?;
        write_into(folder, workspace, &content)
    })
}

/// The tag of every language but the program's own, with its finished file of words.
pub(crate) fn files(workspace: &Workspace) -> Result<Vec<(String, PathBuf)>> {
    let content = workspace.path(FOLDER);
    let mut files = Vec::new();
    for language in others(&content)? {
        let tag = content::interface(&content, &language)?.language().to_owned();
        let file = folder(workspace).join(file_of(&tag));
        files.push((tag, file));
    }
    Ok(files)
}

/// Where the files of words are made.
pub(crate) fn folder(workspace: &Workspace) -> PathBuf {
    workspace.workshop("languages")
}

/// Writes the files of words of a folder of content into a folder.
pub(crate) fn write_into(folder: &Path, workspace: &Workspace, content: &Path) -> Result<()> {
    for language in others(content)? {
        let interface = content::interface(content, &language)?;
        check_forms(workspace, &interface)?;
        let questionnaire = content::questionnaire(content, &language)?;
        if questionnaire.language() != interface.language() {
            bail!(
                "the questionnaire in {language} is in {}, and the interface in {}: write the same tag in both",
                questionnaire.language(),
                interface.language()
            );
        }
        let direction = if interface.check.writing().is_right_to_left { "rtl" } else { "ltr" };
        let mut words = json!({
            "direction": direction,
            "check": interface.check.pack(),
            "board": interface.board.pack(),
            "questionnaire": questionnaire.pack(),
        });
        for name in OF_SCRIPTS {
            words[name] = interface.section(name).cloned().unwrap_or_default();
        }
        let name = file_of(interface.language());
        fs::write(folder.join(&name), words.to_string())
            .with_context(|| format!("could not write {name}"))?;
    }
    Ok(())
}

/// How the name of every file of words begins.
const FILE: &str = "digital-leadership-check-words-";

/// The name of a file of words in a site.
pub(crate) fn file_of(tag: &str) -> String {
    format!("{FILE}{tag}.json")
}

/// Whether that is the name of such a file.
pub(crate) fn is_file(name: &str) -> bool {
    name.starts_with(FILE)
}

/// The languages of a folder of content in order, as its files name them, without the program's own.
fn others(content: &Path) -> Result<BTreeSet<String>> {
    let mut languages = BTreeSet::new();
    for entry in fs::read_dir(content).context("could not list the content")? {
        let name = entry.context("could not list the content")?.file_name();
        let name = name.to_string_lossy();
        let language = name.strip_prefix("interface.").and_then(|rest| rest.strip_suffix(".json"));
        languages.extend(language.filter(|language| *language != OWN).map(str::to_owned));
    }
    Ok(languages)
}

/// What the scripts know of the languages.
pub(crate) struct Languages {
    /// The tag and the name of each, the program's own first, as JSON.
    pub(crate) list: String,
    /// Whether there are others than the program's own.
    pub(crate) are_many: bool,
}

/// The languages of a folder of content.
pub(crate) fn list(content: &Path) -> Result<Languages> {
    let mut list = Vec::new();
    for language in [OWN.to_owned()].into_iter().chain(others(content)?) {
        let interface = content::interface(content, &language)?;
        list.push(json!([interface.language(), interface.name]));
    }
    Ok(Languages { are_many: list.len() > 1, list: Value::from(list).to_string() })
}

/// Refuses a counted text that has not exactly the forms of its language, as Unicode's rules have them.
fn check_forms(workspace: &Workspace, interface: &Interface) -> Result<()> {
    let script = "const rules = new Intl.PluralRules(process.argv[1]); \
        console.log(rules.resolvedOptions().pluralCategories.join(' '))";
    let forms =
        command::output(workspace.program("node").args(["--eval", script, "--", interface.language()]))?;
    let forms: BTreeSet<&str> = forms.split_whitespace().collect();
    for section in ["check", "board"].into_iter().filter_map(|name| interface.section(name)) {
        let counted = section
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(key, text)| Some((key, text.as_object()?)));
        for (key, text) in counted {
            let found: BTreeSet<&str> = text.keys().map(String::as_str).collect();
            if found != forms {
                bail!(
                    "interface texts in {}, {key}: found the forms {found:?}, expected {forms:?}",
                    interface.language()
                );
            }
        }
    }
    Ok(())
}
