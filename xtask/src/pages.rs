//! Writes the pages. The source of one stands at the top of the repository, readable, with marked places for
//! what comes from the content.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::accessibility;
use crate::content::{self, Content};
use crate::fingerprint::make_if_changed;
use crate::first_screen::first_screen;
use crate::paper;
use crate::progress::Outcome;
use crate::workspace::Workspace;

/// The page that the check has to itself, and its source.
pub(crate) const PAGE: &str = "index.html";
/// The page for a frame in another website, and its source.
pub(crate) const FRAME: &str = "frame.html";
/// Where the paper version is.
pub(crate) const PAPER: &str = "paper.html";
/// Where the accessibility statement is.
pub(crate) const ACCESSIBILITY: &str = "accessibility.html";
/// The place of the first screen in a source.
pub(crate) const FIRST_SCREEN: &str = "<!-- The build puts the first screen here. -->";

/// Writes every page that is served.
pub(crate) fn write(workspace: &Workspace) -> Result<Outcome> {
    let inputs =
        [PAGE, FRAME, content::FOLDER, "crates/assessment/src", "xtask"].map(|name| workspace.path(name));
    make_if_changed(&workspace.workshop("pages"), &inputs, |folder| {
        let content = Content::read(workspace)?;
        let first_screen = first_screen(&content, PAPER).into_string();
        let with_first_screen = |name| put(source(workspace, name)?, FIRST_SCREEN, &first_screen);
        for (name, page) in [
            (PAGE, with_first_screen(PAGE)?),
            (FRAME, with_first_screen(FRAME)?),
            (PAPER, paper::page(&content).into_string()),
            (ACCESSIBILITY, accessibility::page(workspace, &content)?.into_string()),
        ] {
            fs::write(folder.join(name), page).with_context(|| format!("could not write {name}"))?;
        }
        Ok(())
    })
}

/// The finished page of that name.
pub(crate) fn output(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.workshop("pages").join(name)
}

/// The source of a page.
pub(crate) fn source(workspace: &Workspace, name: &str) -> Result<String> {
    fs::read_to_string(workspace.path(name)).with_context(|| format!("could not read {name}"))
}

/// Puts a text into its one place.
pub(crate) fn put(page: String, place: &str, text: &str) -> Result<String> {
    if page.matches(place).count() != 1 {
        bail!("a page has to hold `{place}` once: put it where the build is to write");
    }
    Ok(page.replace(place, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_to_its_place() {
        let page = put("<main><!-- here --></main>".into(), "<!-- here -->", "a <p>").expect("one place");
        assert_eq!(page, "<main>a <p></main>");
    }

    #[test]
    fn a_page_without_the_place_or_with_two_is_refused() {
        for page in ["<main></main>", "<!-- here --><!-- here -->"] {
            let error = put(page.into(), "<!-- here -->", "").expect_err("there is not one place");
            assert!(error.to_string().contains("<!-- here -->"), "{error}");
        }
    }
}
