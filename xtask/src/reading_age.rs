//! How old readers have to be for the texts, by the Automated Readability Index.
//!
//! The index tells the year of school in which a text is understood, from how long its words and sentences are:
//! 4.71 × letters for each word + 0.5 × words for each sentence − 21.43 (Smith and Senter, Automated Readability
//! Index, AMRL-TR-66-220, 1967). Somebody in that year is five years older than its number.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::content;
use crate::workspace::Workspace;

/// The list of every text's reading age.
const LIST: &str = "docs/reading-age.md";
/// The age that every group of texts is for, and every long text by itself.
const OLDEST: f64 = 14.0;
/// A text of fewer words is judged with the others of its group: a single short sentence says nothing about how
/// long words and sentences are in general.
const LONG: usize = 25;
/// The files of texts, in the order in which a person meets them.
const FILES: [&str; 3] = ["interface.en.json", "questionnaire.en.json", "accessibility.en.json"];
/// The file whose texts stand in sections.
const IN_SECTIONS: &str = "interface.en.json";
/// What is quoted and not ours to shorten: the titles and addresses of publications.
const QUOTED: [&str; 2] = ["/source/title", "/source/address"];

/// Writes the list, and fails when something is for older readers than it should be.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    let texts = Texts::read(workspace)?;
    fs::write(workspace.path(LIST), texts.list()).with_context(|| format!("could not write {LIST}"))?;
    let too_old = texts.too_old();
    if !too_old.is_empty() {
        bail!(
            "shorten words or sentences, since the target is {OLDEST:.0} years:\n  {}",
            too_old.join("\n  ")
        );
    }
    Ok(())
}

/// What a reading age is worked out from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    letters: usize,
    words: usize,
    sentences: usize,
}

impl Counts {
    /// Letters and digits count as letters, and what is filled in as one word of one letter. What ends without a
    /// full stop is a sentence too.
    fn of(text: &str) -> Counts {
        let text = with_something_filled_in(text);
        let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        let is_end = |part: &&str| part.trim_end_matches(['”', '’', ')', ']']).ends_with(['.', '?', '!']);
        let ended = text.split_whitespace().filter(is_end).count();
        let is_left_open = text.split_whitespace().last().is_some_and(|last| !is_end(&last));
        Counts {
            letters: text.chars().filter(|letter| letter.is_alphanumeric()).count(),
            words,
            sentences: ended + usize::from(is_left_open),
        }
    }

    fn plus(self, other: Counts) -> Counts {
        Counts {
            letters: self.letters + other.letters,
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
        }
    }

    /// In years; of no words, nothing can be told.
    #[expect(clippy::cast_precision_loss, reason = "no text has so many letters")]
    fn age(self) -> Option<f64> {
        let [letters, words, sentences] =
            [self.letters, self.words, self.sentences].map(|count| count as f64);
        (self.words > 0).then(|| 4.71 * letters / words + 0.5 * words / sentences - 21.43 + 5.0)
    }
}

/// A text with one letter in the place of each `{placeholder}`.
fn with_something_filled_in(text: &str) -> String {
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, after) = part.split_once('}').unwrap_or(("", part));
        filled.push('x');
        filled.push_str(after);
    }
    filled
}

/// All texts, by group. A group is a screen, a kind of thing, or an element with its questions.
struct Texts {
    groups: Vec<Group>,
}

struct Group {
    name: String,
    /// Each with its place in the file.
    texts: Vec<(String, Counts)>,
}

impl Group {
    fn counts(&self) -> Counts {
        self.texts.iter().fold(Counts::default(), |sum, (_, counts)| sum.plus(*counts))
    }
}

impl Texts {
    fn read(workspace: &Workspace) -> Result<Texts> {
        let mut groups = Vec::new();
        for file in FILES {
            let path = format!("{}/{file}", content::FOLDER);
            let document = fs::read_to_string(workspace.path(&path))
                .with_context(|| format!("could not read {path}"))?;
            let document: Value =
                serde_json::from_str(&document).with_context(|| format!("{path} is no JSON"))?;
            let (kind, _) = file.split_once('.').unwrap_or((file, ""));
            match document.as_object().filter(|_| file == IN_SECTIONS) {
                Some(sections) => {
                    let sections = sections.iter().filter(|(_, section)| section.is_object());
                    groups.extend(sections.flat_map(|(kind, section)| groups_of(kind, section)));
                }
                None => groups.extend(groups_of(kind, &document)),
            }
        }
        Ok(Texts { groups })
    }

    /// Everything that is for older readers than it should be, in words.
    fn too_old(&self) -> Vec<String> {
        let groups = self.groups.iter().map(|group| (group.name.clone(), group.counts()));
        let texts =
            self.long_texts().map(|(group, place, counts)| (format!("{}: {place}", group.name), counts));
        let is_too_old =
            |counts: Counts| counts.words >= LONG && counts.age().is_some_and(|age| age > OLDEST);
        groups
            .chain(texts)
            .filter(|(_, counts)| is_too_old(*counts))
            .map(|(name, counts)| format!("{name} is for {:.1} years", counts.age().unwrap_or_default()))
            .collect()
    }

    fn long_texts(&self) -> impl Iterator<Item = (&Group, &str, Counts)> {
        self.groups.iter().flat_map(|group| {
            let long = group.texts.iter().filter(|(_, counts)| counts.words >= LONG);
            long.map(move |(place, counts)| (group, place.as_str(), *counts))
        })
    }

    fn list(&self) -> String {
        let mut list = ABOUT.to_owned();
        for group in &self.groups {
            let counts = group.counts();
            let name = &group.name;
            row(&mut list, &format!("**{name}**"), counts);
            for (_, place, counts) in self.long_texts().filter(|(of, ..)| std::ptr::eq(*of, group)) {
                row(&mut list, &format!("{name}, `{place}`"), counts);
            }
        }
        list
    }
}

const ABOUT: &str = "\
# Reading age

How old a reader has to be for what the check says, by the Automated Readability Index: 4.71 × letters for each
word + 0.5 × words for each sentence − 21.43 is the year of school (Smith and Senter, Automated Readability Index,
AMRL-TR-66-220, 1967), and five more the age. The target is 11 to 14 years, and a test fails above 14. Younger is
no harm.

A group is a screen, a kind of message, or an element with its questions, levels and guidance. Texts of 25 words
and more are measured by themselves too. Shorter ones count in their group alone: of one short sentence the formula
says nothing. Titles of publications are quoted, and left out.

`cargo xtask reading-age` writes this list, and a test holds it against the content.

| texts | words | words in a sentence | age |
| --- | ---: | ---: | ---: |
";

#[expect(clippy::cast_precision_loss, reason = "no text has so many words")]
fn row(list: &mut String, name: &str, counts: Counts) {
    let Some(age) = counts.age() else { return };
    let each = counts.words as f64 / counts.sentences as f64;
    // Writing into a text cannot fail.
    let _ = writeln!(list, "| {name} | {} | {each:.1} | {age:.1} |", counts.words);
}

/// The texts of one kind, by what the first parts of their places say.
fn groups_of(kind: &str, document: &Value) -> Vec<Group> {
    let mut found: Vec<(String, String)> = Vec::new();
    gather(document, String::new(), &mut found);
    let mut groups: BTreeMap<String, Vec<(String, Counts)>> = BTreeMap::new();
    for (place, text) in found {
        if !QUOTED.iter().any(|quoted| place.ends_with(quoted)) {
            groups.entry(group(&place)).or_default().push((place, Counts::of(&text)));
        }
    }
    groups.into_iter().map(|(name, texts)| Group { name: format!("{kind}: {name}"), texts }).collect()
}

/// `start` for `start.lead`, and the element for what stands in one.
fn group(place: &str) -> String {
    let parts: Vec<&str> = place.split('/').collect();
    match parts[..] {
        ["elements", element, ..] => element.to_owned(),
        [first, ..] => match first.split_once('.') {
            Some((screen, _)) => screen.to_owned(),
            None => "everything else".to_owned(),
        },
        [] => String::new(),
    }
}

/// Every text in a document with its place, in order.
fn gather(value: &Value, place: String, found: &mut Vec<(String, String)>) {
    let inside = |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}/{name}") };
    match value {
        Value::String(text) => found.push((place, text.clone())),
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                gather(value, inside(&number.to_string()), found);
            }
        }
        Value::Object(values) => {
            for (name, value) in values {
                gather(value, inside(name), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published() -> Texts {
        Texts::read(&Workspace::find().expect("the workspace")).expect("the content is there")
    }

    #[test]
    fn the_age_is_that_of_the_formula() {
        // 14 letters, 4 words, 1 sentence: 4.71 × 3.5 + 0.5 × 4 − 21.43 + 5.
        let age = Counts::of("It takes ten minutes.").age().expect("there are words");
        assert!((age - (4.71 * 17.0 / 4.0 + 2.0 - 16.43)).abs() < 1e-9, "{age}");
    }

    #[test]
    fn words_and_sentences_are_counted_as_a_reader_would() {
        let counts = |text| {
            let Counts { words, sentences, .. } = Counts::of(text);
            (words, sentences)
        };
        assert_eq!(counts("One. Two? “Three.”"), (3, 3));
        assert_eq!(counts("Not yet answered"), (3, 1));
        assert_eq!(counts("{answered} of {count} questions – done. And more"), (7, 2));
        assert_eq!(counts(""), (0, 0));
    }

    #[test]
    fn what_is_filled_in_counts_as_one_letter() {
        assert_eq!(Counts::of("{count} notes").letters, 6);
    }

    #[test]
    fn longer_words_and_longer_sentences_are_for_older_readers() {
        let age = |text| Counts::of(text).age().expect("there are words");
        let plain = age("The board asks. The staff answer.");
        assert!(age("The directorate interrogates. The employees respond.") > plain);
        assert!(age("The board asks and the staff answer.") > plain);
    }

    #[test]
    fn what_is_for_older_readers_is_named() {
        let text =
            "Organisational transformation necessitates comprehensive interdisciplinary collaboration ";
        let document = serde_json::json!({ "start.lead": text.repeat(5), "start.one": "Yes." });
        let texts = Texts { groups: groups_of("check", &document) };
        let found = texts.too_old();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("check: start is for"), "{found:?}");
        assert!(found[1].starts_with("check: start: start.lead is for"), "{found:?}");
    }

    #[test]
    fn every_group_and_every_long_text_is_for_readers_of_14() {
        let found = published().too_old();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }

    #[test]
    fn the_list_is_that_of_the_content() {
        let workspace = Workspace::find().expect("the workspace");
        let list = fs::read_to_string(workspace.path(LIST)).expect("the list is there");
        assert_eq!(list, published().list(), "renew it with `cargo xtask reading-age`");
    }
}
