//! The accessibility statement: the page that the law asks public bodies for. It needs no script.

use anyhow::Result;
use maud::{Markup, html};
use serde::Deserialize;

use crate::content::{self, Content};
use crate::workspace::Workspace;
use crate::{pages, scriptless, styles};

const WORDS: &str = "accessibility.en.json";

/// What the statement says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    title: String,
    /// The link to the page of the check.
    back: String,
    parts: Vec<Part>,
}

/// What stands below one heading; the first part has none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    heading: Option<String>,
    paragraphs: Vec<Paragraph>,
    #[serde(default)]
    list: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Paragraph {
    Plain(String),
    WithLink(WithLink),
}

/// A text with a `{link}` in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithLink {
    text: String,
    link: String,
    to: String,
}

/// The page of the statement.
pub(crate) fn page(workspace: &Workspace, content: &Content) -> Result<Markup> {
    let Statement { title, back, parts } = content::words(workspace, WORDS)?;
    let product = content.questionnaire.title();
    let body = html! {
        header.page-header { div.nhsuk-width-container { (product) } }
        main {
            div.digital-leadership-check { div.nhsuk-width-container { div.screen {
                a.nhsuk-back-link href=(pages::PAGE) { (back) }
                h1.nhsuk-heading-l { (title) }
                @for part in &parts { (section(part)) }
            } } }
        }
    };
    Ok(scriptless::page(content, &format!("{title} – {product}"), styles::SHEET, &body))
}

fn section(part: &Part) -> Markup {
    html! {
        @if let Some(heading) = &part.heading { h2.nhsuk-heading-m { (heading) } }
        @for paragraph in &part.paragraphs { p.nhsuk-body { (words(paragraph)) } }
        @if !part.list.is_empty() {
            ul.nhsuk-list { @for item in &part.list { li { (item) } } }
        }
    }
}

fn words(paragraph: &Paragraph) -> Markup {
    match paragraph {
        Paragraph::Plain(text) => html! { (text) },
        Paragraph::WithLink(WithLink { text, link, to }) => {
            let (before, after) = text.split_once("{link}").unwrap_or((text, ""));
            html! { (before) a.nhsuk-link href=(to) { (link) } (after) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statement_has_every_part_that_the_form_asks_for() {
        let workspace = Workspace::find().expect("the workspace");
        let page = page(&workspace, &Content::published()).expect("the words are there").into_string();
        for part in [
            "How accessible it is",
            "If you need it in another form",
            "If you find a fault",
            "Equality and Human Rights Commission",
            "Technical information",
            "partially compliant with the Web Content Accessibility Guidelines version 2.2",
            "What is not accessible",
            "It was prepared on",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains('{'), "a place is not filled: {page}");
    }

    #[test]
    fn a_link_stands_in_its_text() {
        let paragraph =
            WithLink { text: "Go {link} now.".into(), link: "there".into(), to: "paper.html".into() };
        let written = words(&Paragraph::WithLink(paragraph)).into_string();
        assert_eq!(written, "Go <a class=\"nhsuk-link\" href=\"paper.html\">there</a> now.");
    }
}
