//! The paper for a board in a word processor: LibreOffice opens it as people do, and saves what it has read.

mod expected;
mod read;

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use assessment::app::Keeping;
use assessment::board_app::{Door, Message, Model, Settings, StoredTexts, update, view};
use assessment::document::Document;
use assessment::export::html;

use crate::content::Content;
use crate::fingerprint::empty;
use crate::workspace::Workspace;
use crate::{command, debian};

const OFFICE: &str = "soffice";
const PDF_READER: &str = "pdftotext";
const PACKAGES: [&str; 3] = ["libreoffice-writer-nogui", "fonts-liberation", "poppler-utils"];

/// The paper in the folder, by its ending.
const NAME: &str = "paper";

/// Converts the paper of a rehearsal, and compares what LibreOffice read with what was written.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    bring(workspace)?;
    let paper = paper_of_a_rehearsal(Content::read(workspace)?)?;
    let folder = workspace.workshop("word-processor");
    empty(&folder)?;
    let file = folder.join(NAME).with_extension("html");
    fs::write(&file, html::write(&paper)).context("could not write the paper")?;
    // The flat kind of an OpenDocument text has in one file what the other packs into several.
    for ending in ["fodt", "pdf"] {
        convert(&folder, &file, ending)?;
    }
    let saved = folder.join(NAME).with_extension("fodt");
    let saved = fs::read_to_string(&saved).with_context(|| format!("could not read {}", saved.display()))?;
    compare(&paper, &saved)?;
    let pdf =
        command::output(Command::new(PDF_READER).arg(folder.join(NAME).with_extension("pdf")).arg("-"))?;
    begins_as_it_should(&paper, &pdf)
}

/// Installs what is missing, if this is Debian.
fn bring(workspace: &Workspace) -> Result<()> {
    let is_there = |program: &str| {
        let asked = Command::new(program).arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok()
    };
    if [OFFICE, PDF_READER].into_iter().all(is_there) {
        return Ok(());
    }
    debian::install(
        workspace,
        &PACKAGES,
        "the full run opens the paper for a board in LibreOffice",
        "install LibreOffice and poppler's pdftotext, then run `cargo xtask test --full` again",
    )
}

/// The paper with everything filled in that somebody can type.
fn paper_of_a_rehearsal(content: Content) -> Result<Document> {
    let settings = Settings {
        store: "answers".to_owned(),
        keeping: Keeping::MemoryByPage,
        trust_name: "Sample NHS Foundation Trust".to_owned(),
        address: String::new(),
        invitation: None,
        door: Door::Combine,
    };
    let (mut model, _) = Model::new(Arc::new(content.questionnaire), Arc::new(content.board), settings);
    for message in [
        Message::Opened { stored: Ok(StoredTexts::default()), random: 1 },
        Message::RehearsalAsked,
        Message::AgendaLineTyped("A line of our own".to_owned()),
        Message::AgendaLineAdded,
        Message::MeetingTyped("Board of directors, meeting in public".to_owned()),
        Message::PurposeTyped("To discuss what stands out & agree\nwho takes it on.".to_owned()),
        Message::RecommendationTyped("The board is asked to choose four subjects.".to_owned()),
    ] {
        update(&mut model, message);
    }
    view::paper(&model).context("a rehearsal has a paper")
}

/// Writes the file once more beside itself, in the kind that has this ending.
fn convert(folder: &Path, file: &Path, ending: &str) -> Result<()> {
    // Without a profile of its own it would hand the work to an office that somebody has open.
    let mut profile = OsString::from("-env:UserInstallation=file://");
    profile.push(folder.join("profile"));
    command::output(
        Command::new(OFFICE)
            .arg(profile)
            // By itself it opens a page for the web, which has no pages.
            .args(["--headless", "--infilter=HTML (StarWriter)", "--convert-to", ending, "--outdir"])
            .args([folder, file]),
    )?;
    Ok(())
}

/// Whether the office has read whatever was written, as what it is and in its order.
fn compare(paper: &Document, saved: &str) -> Result<()> {
    let (expected, found) = (expected::parts(paper), read::parts(saved)?);
    for (expected, found) in expected.iter().zip(&found) {
        ensure!(expected == found, "expected {expected:#?}\nbut LibreOffice read {found:#?}");
    }
    let (written, read) = (expected.len(), found.len());
    ensure!(written == read, "{written} headings and tables were written, and LibreOffice read {read}");
    Ok(())
}

/// Whether the first lines stand in the PDF where nobody passes them over: right below the title.
fn begins_as_it_should(paper: &Document, pdf: &str) -> Result<()> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let beginning: Vec<&str> =
        [paper.title.as_str()].into_iter().chain(expected::first_lines(paper)).collect();
    let beginning = words(&beginning.join(" "));
    ensure!(words(pdf).starts_with(&beginning), "the PDF does not begin with \"{beginning}\"");
    Ok(())
}

/// A heading or a table, as far as a word processor has to keep it.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Heading {
        level: u8,
        text: String,
    },
    /// Each row with the text of each cell.
    Table(Vec<Vec<String>>),
}

#[cfg(test)]
mod tests {
    use assessment::document::{Block, Table};

    use super::*;

    fn texts<const COUNT: usize>(texts: [&str; COUNT]) -> Vec<String> {
        texts.map(str::to_owned).into()
    }

    fn paper() -> Document {
        Document {
            language: "en-GB".into(),
            title: "Paper".into(),
            blocks: vec![
                Block::Strong("Views.".into()),
                Block::Heading { level: 2, text: "What to do".into() },
                Block::Blanks(texts(["Who"])),
                Block::Table(Table {
                    caption: "Answers".into(),
                    head: texts(["Answer", "Members"]),
                    rows: vec![texts(["Low", "3"])],
                }),
            ],
        }
    }

    const SAVED: &str = "<d xmlns:text='t' xmlns:table='b' xmlns:office='o'><office:body>\
        <text:h text:outline-level='1'>Paper</text:h><text:p>Views.</text:p>\
        <text:h text:outline-level='2'>What<text:s/>to<text:line-break/><text:span>do</text:span></text:h>\
        <table:table><table:table-row><table:table-cell><text:p>Who</text:p></table:table-cell>\
        <table:table-cell><text:p>\u{a0}</text:p></table:table-cell></table:table-row></table:table>\
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Answer</text:p>\
        </table:table-cell><table:table-cell><text:p>Members</text:p></table:table-cell></table:table-row>\
        </table:table-header-rows><table:table-row><table:table-cell><text:p>Low</text:p></table:table-cell>\
        <table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table></office:body></d>";

    #[test]
    fn what_was_read_as_it_was_written_passes() {
        compare(&paper(), SAVED).expect("all of it is there");
    }

    #[test]
    fn whatever_is_lost_or_another_is_refused() {
        for (before, after) in [
            ("outline-level='2'", "outline-level='3'"),
            ("text:h ", "text:p "),
            ("<text:p>3</text:p>", "<text:p/>"),
            ("<table:table-cell><text:p>\u{a0}</text:p></table:table-cell>", ""),
            ("<text:p>Who", "<text:p>What"),
        ] {
            let saved = SAVED.replacen(before, after, 1).replacen("</text:h>", end_of(after), 1);
            assert!(compare(&paper(), &saved).is_err(), "{before}");
        }
        let without_last = SAVED.split_at(SAVED.rfind("<table:table>").expect("a table")).0.to_owned();
        assert!(compare(&paper(), &(without_last + "</office:body></d>")).is_err());
    }

    fn end_of(after: &str) -> &str {
        if after == "text:p " { "</text:p>" } else { "</text:h>" }
    }

    #[test]
    fn the_first_line_stands_right_below_the_title() {
        assert!(begins_as_it_should(&paper(), "Paper\n\n  Views.\nWhat to do\n").is_ok());
        assert!(begins_as_it_should(&paper(), "Paper\nWhat to do\nViews.\n").is_err());
    }
}
