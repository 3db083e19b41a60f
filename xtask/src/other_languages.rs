//! A second site, for the tests: beside English it has two languages that nobody speaks, made of the English texts.
//! It is never put into `dist/`.
//!
//! One has accents on its letters and is almost half as long again, as translations can be; the other is written
//! from right to left. A letter always becomes the same letters, so that a test can read the English through them
//! (`tests/support/finding.rs`).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::content::{FOLDER, OWN};
use crate::fingerprint::make_if_changed;
use crate::progress::{self, Outcome};
use crate::script::Bundle;
use crate::workspace::Workspace;
use crate::{languages, program, script, site};

/// What stands for a tag, a direction, a kind or an address, and is not said to anybody.
const NOT_WORDS: [&str; 4] = ["language", "direction", "asker", "address"];

/// A made-up language.
struct MadeUp {
    tag: &'static str,
    name: &'static str,
    direction: &'static str,
    letter: fn(char, &mut String),
}

/// Unicode's own tags for languages of this kind.
const MADE_UP: [MadeUp; 2] = [
    MadeUp { tag: "en-XA", name: "Ḹoņg", direction: "ltr", letter: with_accents },
    MadeUp { tag: "ar-XB", name: "טפאל", direction: "rtl", letter: from_the_right },
];

/// Builds the site from what `dist/` is made of, whose programs it shares.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    progress::quiet("site of other languages", || make(workspace))
}

fn make(workspace: &Workspace) -> Result<Outcome> {
    let inputs = [workspace.path(FOLDER), workspace.path("xtask"), workspace.dist()];
    make_if_changed(&folder(workspace), &inputs, |folder| {
        let [content, finished] = ["content", "site"].map(|part| folder.join(part));
        copy_all(&workspace.path(FOLDER), &content)?;
        MADE_UP.iter().try_for_each(|language| language.write_into(&content))?;
        copy_all(&workspace.dist(), &finished)?;
        languages::write_into(&finished, workspace, &content)?;
        let list = languages::list(&content)?;
        let scripts: [(&Bundle, &'static str); 3] = [
            (&script::CHECK, script::SCRIPT),
            (&script::BOARD, script::BOARD_SCRIPT),
            (&script::READER, script::READER_SCRIPT),
        ];
        for (bundle, name) in scripts {
            let bundled = folder.join(bundle.program.name);
            fs::create_dir(&bundled).context("could not make a folder for a script")?;
            let bindings = program::bindings(workspace, bundle.program);
            let program = program::output(workspace, bundle.program);
            script::make_into(&bundled, &bindings, &program, workspace, bundle, &list)?;
            site::copy(&[(bundled.join(name), name)], &finished)?;
        }
        site::make_an_app(workspace, &finished)?;
        Ok(())
    })
}

/// The finished site.
pub(crate) fn site(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("site")
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.workshop("other-languages")
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    let trouble = || format!("could not copy {} to {}", from.display(), to.display());
    fs::create_dir(to).with_context(trouble)?;
    for entry in fs::read_dir(from).with_context(trouble)? {
        let file = entry.with_context(trouble)?.path();
        fs::copy(&file, to.join(file.file_name().unwrap_or_default())).with_context(trouble)?;
    }
    Ok(())
}

impl MadeUp {
    fn write_into(&self, content: &Path) -> Result<()> {
        for kind in ["questionnaire", "interface"] {
            let name = |language| content.join(format!("{kind}.{language}.json"));
            let text = fs::read_to_string(name(OWN)).with_context(|| format!("could not read {kind}"))?;
            let mut document: Value =
                serde_json::from_str(&text).with_context(|| format!("{kind} is no JSON"))?;
            self.translate(&mut document);
            document["language"] = json!(self.tag);
            if kind == "interface" {
                document["name"] = json!(self.name);
                document["direction"] = json!(self.direction);
                self.take_other_forms(&mut document);
            }
            fs::write(name(self.tag), document.to_string())
                .with_context(|| format!("could not write {kind} in {}", self.tag))?;
        }
        Ok(())
    }

    fn translate(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.translated(text),
            Value::Array(values) => values.iter_mut().for_each(|value| self.translate(value)),
            Value::Object(values) => {
                for (_, value) in values.iter_mut().filter(|(name, _)| !NOT_WORDS.contains(&name.as_str())) {
                    self.translate(value);
                }
            }
            _ => {}
        }
    }

    /// What is filled in keeps its name.
    fn translated(&self, text: &str) -> String {
        let mut translated = String::with_capacity(text.len() * 2);
        let mut is_filled_in = false;
        for letter in text.chars() {
            is_filled_in |= letter == '{';
            if is_filled_in {
                translated.push(letter);
            } else {
                (self.letter)(letter, &mut translated);
            }
            is_filled_in &= letter != '}';
        }
        translated
    }

    /// A language from right to left counts as Arabic does, in six forms; here they are as the English ones.
    fn take_other_forms(&self, document: &mut Value) {
        if self.direction != "rtl" {
            return;
        }
        for section in ["check", "board"] {
            let texts = document[section].as_object_mut().into_iter().flatten();
            for (_, text) in texts.filter(|(_, text)| text.is_object()) {
                for form in ["zero", "two", "few", "many"] {
                    text[form] = text["other"].clone();
                }
            }
        }
    }
}

/// Some letters are said twice, the first time with an accent.
fn with_accents(letter: char, translated: &mut String) {
    let accented = match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        'n' => 'ñ',
        's' => 'š',
        't' => 'ť',
        'A' => 'Á',
        'E' => 'É',
        'I' => 'Í',
        'O' => 'Ó',
        'U' => 'Ú',
        'N' => 'Ñ',
        'S' => 'Š',
        'T' => 'Ť',
        _ => return translated.push(letter),
    };
    translated.extend([accented, letter]);
}

/// Each letter becomes one of the Hebrew ones, a capital with a mark behind it.
fn from_the_right(letter: char, translated: &mut String) {
    const ALEF: u32 = 'א' as u32;
    const CAPITAL: char = '\u{5bf}';
    let hebrew = |first: u8| char::from_u32(ALEF + u32::from(letter) - u32::from(first)).unwrap_or(letter);
    match letter {
        'a'..='z' => translated.push(hebrew(b'a')),
        'A'..='Z' => translated.extend([hebrew(b'A'), CAPITAL]),
        _ => translated.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_keeps_its_name() {
        assert_eq!(MADE_UP[0].translated("{count} notes"), "{count} ñnóoťtéeš\u{73}");
        assert_eq!(MADE_UP[1].translated("Ab {count}"), "א\u{5bf}ב {count}");
    }

    #[test]
    fn one_of_them_is_almost_half_as_long_again() {
        let english =
            "Choose the description closest to your trust today. If you are between two, choose the lower.";
        let [english, longer] =
            [english.to_owned(), MADE_UP[0].translated(english)].map(|text| text.chars().count());
        assert!(longer * 10 >= english * 14, "{english} letters became {longer}");
    }
}
