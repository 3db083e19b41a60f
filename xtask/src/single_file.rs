//! The whole check as one file that needs no server: all that the site loads, written into one page.
//!
//! Its policy admits its scripts and the one style by their hashes, and no request at all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};
use sha2::{Digest as _, Sha256};

use crate::content::{self, Content};
use crate::fingerprint::make_if_changed;
use crate::first_screen::first_screen;
use crate::paper::{self, Headings};
use crate::progress::Outcome;
use crate::script::Bundle;
use crate::workspace::Workspace;
use crate::{languages, pages, program, script, styles};

/// The single file.
pub(crate) const SINGLE_FILE: &str = "digital-leadership-check.html";
/// What it is made from, with marked places.
const SOURCE: &str = "single-file.html";
/// Where in the file the paper version is.
const PAPER: &str = "paper";

/// Where in its source the words of other languages than English go.
const WORDS: &str = "<!-- The build puts the words of other languages here. -->";

/// How many times the bytes of what is written into it the file may have.
const MOST: f64 = 1.5;

/// Writes the file.
pub(crate) fn write(workspace: &Workspace) -> Result<Outcome> {
    let mut inputs = parts(workspace).to_vec();
    let sources = [SOURCE, content::FOLDER, "crates/assessment/src", "xtask"];
    inputs.extend(sources.map(|name| workspace.path(name)));
    inputs.push(languages::folder(workspace));
    make_if_changed(&workspace.workshop("single-file"), &inputs, |folder| {
        let page = with_content(pages::source(workspace, SOURCE)?, &Content::read(workspace)?)?;
        let page = pages::put(page, WORDS, &words(workspace)?)?;
        let parts = Parts::read(workspace)?;
        fs::write(folder.join(SINGLE_FILE), parts.put_into(page)?)
            .with_context(|| format!("could not write {SINGLE_FILE}"))
    })
}

/// The finished file.
pub(crate) fn output(workspace: &Workspace) -> PathBuf {
    workspace.workshop("single-file").join(SINGLE_FILE)
}

/// How many times as large the file is as what is written into it; fails if that is too much.
pub(crate) fn hold_to_ratio(workspace: &Workspace) -> Result<f64> {
    let parts = parts(workspace).iter().map(|part| length(part)).sum::<Result<u64>>()?;
    ratio(length(&output(workspace))?, parts)
}

#[expect(clippy::cast_precision_loss, reason = "files of a few hundred kilobytes")]
fn ratio(whole: u64, parts: u64) -> Result<f64> {
    let ratio = whole as f64 / parts as f64;
    if ratio > MOST {
        bail!(
            "{SINGLE_FILE} is {ratio:.2} times what it inlines, and may be {MOST} times: find what it repeats"
        );
    }
    Ok(ratio)
}

fn length(file: &Path) -> Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("could not weigh {}", file.display()))?.len())
}

/// Every file of the site that is written into it. The paper version is there as a whole page.
fn parts(workspace: &Workspace) -> [PathBuf; 11] {
    [
        pages::output(workspace, pages::PAGE),
        pages::output(workspace, pages::PAPER),
        styles::output(workspace, styles::SHEET),
        styles::output(workspace, styles::PAPER_SHEET),
        script::output(workspace, &script::CHECK, script::SINGLE_FILE_SCRIPT),
        program::output(workspace, &program::CHECK),
        styles::output(workspace, styles::BOARD_SHEET),
        script::output(workspace, &script::BOARD, script::SINGLE_FILE_BOARD_SCRIPT),
        program::output(workspace, &program::BOARD),
        script::output(workspace, &script::READER, script::SINGLE_FILE_READER_SCRIPT),
        program::output(workspace, &program::READER),
    ]
}

/// The first screen and, folded below it, the paper version.
fn with_content(page: String, content: &Content) -> Result<String> {
    let first_screen = first_screen(content, &format!("#{PAPER}"));
    let page = pages::put(page, pages::FIRST_SCREEN, &first_screen.into_string())?;
    pages::put(page, "<!-- The build puts the paper version here. -->", &folded_paper(content).into_string())
}

/// The words of each other language, as `src/element/single-file.js` looks for them.
fn words(workspace: &Workspace) -> Result<String> {
    let mut scripts = String::new();
    for (tag, file) in languages::files(workspace)? {
        let words =
            fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
        // No text ends the tag early when it has no such sign.
        let words = words.replace('<', "\\u003c");
        scripts += &format!("<script type=\"application/json\" data-part=\"words-{tag}\">{words}</script>\n");
    }
    Ok(scripts)
}

fn folded_paper(content: &Content) -> Markup {
    html! {
        div.nhsuk-width-container {
            details.nhsuk-details {
                summary.nhsuk-details__summary id=(PAPER) { (paper::title(content)) }
                (paper::paper(content, Headings { highest: 2 }))
            }
        }
    }
}

/// What a browser reads and does.
struct Parts {
    styles: String,
    check: Running,
    board: Running,
    /// As a text, which is no style of the page but of the board's part.
    board_styles: String,
    /// What reads a questionnaire that somebody puts in.
    reader: Running,
}

/// A script and its program.
struct Running {
    script: String,
    program: Vec<u8>,
}

impl Running {
    fn read(workspace: &Workspace, bundle: &Bundle, name: &str) -> Result<Running> {
        let script = script::output(workspace, bundle, name);
        let program = program::output(workspace, bundle.program);
        Ok(Running {
            script: fs::read_to_string(&script)
                .with_context(|| format!("could not read {}", script.display()))?,
            program: fs::read(&program).with_context(|| format!("could not read {}", program.display()))?,
        })
    }
}

impl Parts {
    fn read(workspace: &Workspace) -> Result<Parts> {
        let sheet = |sheet| {
            let file = styles::output(workspace, sheet);
            fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))
        };
        Ok(Parts {
            styles: sheet(styles::SHEET)? + &sheet(styles::PAPER_SHEET)?,
            board: Running::read(workspace, &script::BOARD, script::SINGLE_FILE_BOARD_SCRIPT)?,
            board_styles: sheet(styles::BOARD_SHEET)?,
            check: Running::read(workspace, &script::CHECK, script::SINGLE_FILE_SCRIPT)?,
            reader: Running::read(workspace, &script::READER, script::SINGLE_FILE_READER_SCRIPT)?,
        })
    }

    /// Puts each into its place, and into the policy what admits it. A hash is of the exact text between
    /// the tags, so nothing may change that afterwards.
    fn put_into(&self, page: String) -> Result<String> {
        let Parts { styles, check, board, board_styles, reader } = self;
        refuse_end("style", styles)?;
        for text in [&check.script, &board.script, board_styles, &reader.script] {
            refuse_end("script", text)?;
        }
        let mut page = page;
        for (place, text) in [
            ("'hash of the script'", hash(&check.script)),
            ("'hash of the board's part'", hash(&board.script)),
            ("'hash of the reader'", hash(&reader.script)),
            ("'hash of the styles'", hash(styles)),
            ("/* The build puts the program here. */", STANDARD.encode(&check.program)),
            ("/* The build puts the program of the board's part here. */", STANDARD.encode(&board.program)),
            (
                "/* The build puts the program that reads a questionnaire here. */",
                STANDARD.encode(&reader.program),
            ),
            ("/* The build puts the styles here. */", styles.clone()),
            ("/* The build puts the styles of the board's part here. */", board_styles.clone()),
            ("/* The build puts the script here. */", check.script.clone()),
            ("/* The build puts the script of the board's part here. */", board.script.clone()),
            ("/* The build puts the script that reads a questionnaire here. */", reader.script.clone()),
        ] {
            page = pages::put(page, place, &text)?;
        }
        Ok(page)
    }
}

/// What a policy calls an inline text by.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A text between tags ends at the first that closes it, and a script takes a comment's beginning amiss.
fn refuse_end(tag: &str, text: &str) -> Result<()> {
    let lower = text.to_ascii_lowercase();
    for end in [format!("</{tag}"), "<!--".to_owned()] {
        if lower.contains(&end) {
            bail!("the {tag} of {SINGLE_FILE} holds `{end}`, which would end it: write it another way");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta content=\"'hash of the board's part' 'hash of the reader' 'hash of the script' 'hash of the styles'\">\
        <style>/* The build puts the styles here. */</style>\
        <script type=\"text/plain\">/* The build puts the program of the board's part here. */</script>\
        <script type=\"text/plain\">/* The build puts the styles of the board's part here. */</script>\
        <script>/* The build puts the script of the board's part here. */</script>\
        <script type=\"text/plain\">/* The build puts the program that reads a questionnaire here. */</script>\
        <script>/* The build puts the script that reads a questionnaire here. */</script>\
        <script type=\"text/plain\">/* The build puts the program here. */</script>\
        <script>/* The build puts the script here. */</script>";

    fn parts(styles: &str, script: &str) -> Parts {
        let running =
            |script: &str, program: &[u8]| Running { script: script.into(), program: program.into() };
        Parts {
            styles: styles.into(),
            check: running(script, b"\0asm"),
            board: running("let c;", b"\0csm"),
            board_styles: "c{}".into(),
            reader: running("let b;", b"\0bsm"),
        }
    }

    #[test]
    fn each_part_stands_in_its_place_and_the_policy_admits_it() {
        // The hash of `a` is that of the published example "abc" in its way: computed with openssl.
        let page = parts("abc", "let a;").put_into(PAGE.into()).expect("every place is there");
        let styles = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";
        assert!(page.contains(&format!("{} {} {styles}", hash("let b;"), hash("let a;"))), "{page}");
        assert!(page.contains(&format!("{} {}", hash("let c;"), hash("let b;"))), "{page}");
        assert!(page.contains("<style>abc</style>"), "{page}");
        assert!(
            page.contains(
                "<script type=\"text/plain\">AGNzbQ==</script><script type=\"text/plain\">c{}</script>\
                 <script>let c;</script>"
            ),
            "{page}"
        );
        assert!(
            page.contains("<script type=\"text/plain\">AGJzbQ==</script><script>let b;</script>"),
            "{page}"
        );
        assert!(page.contains("<script type=\"text/plain\">AGFzbQ==</script>"), "{page}");
        assert!(page.ends_with("<script>let a;</script>"), "{page}");
    }

    #[test]
    fn a_text_that_would_end_early_is_refused() {
        for (styles, script) in [("</STYLE>", ""), ("", "'</script>'"), ("", "a<!--b")] {
            assert!(parts(styles, script).put_into(PAGE.into()).is_err(), "{styles}{script}");
        }
    }

    #[test]
    fn a_file_much_larger_than_its_parts_is_refused() {
        assert!(ratio(1500, 1000).is_ok());
        assert!(ratio(1501, 1000).is_err());
    }

    #[test]
    fn the_source_has_every_place_and_asks_for_no_file() {
        let workspace = Workspace::find().expect("the workspace");
        let page = pages::source(&workspace, SOURCE).expect("the source");
        let page = pages::put(page, WORDS, "").expect("the place of the words");
        let page = with_content(page, &Content::published()).expect("the places of the content");
        let page = parts("a{}", "let a;").put_into(page).expect("the places of the parts");
        for address in page.split(" href=\"").skip(1).chain(page.split(" src=\"").skip(1)) {
            let is_within = address.starts_with('#') || address.starts_with("data:");
            assert!(is_within, "{}", address.split('"').next().unwrap_or_default());
        }
    }
}
