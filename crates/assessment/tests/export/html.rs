//! The HTML export.

use crate::any_document::any_document;
use crate::html_reader::{Html, read};
use crate::texts::{assert_in_order, texts, visible};
use assessment::document::{Block, Document, Shade, Spread, SpreadPart, Table};
use assessment::export::html;
use proptest::prelude::*;

const NAMES: [&str; 28] = [
    "!DOCTYPE", "body", "br", "caption", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "head", "hr", "html",
    "li", "meta", "ol", "p", "strong", "style", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
];

/// What loads, links or runs something.
const ACTIVE: [&str; 7] = ["http:", "https:", "href", "src=", "url(", " on", "javascript"];

fn document(blocks: Vec<Block>) -> Document {
    Document { language: "en-GB".into(), title: "Paper".into(), blocks }
}

fn owned<const COUNT: usize>(texts: [&str; COUNT]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

proptest! {
    #[test]
    fn it_is_whole_and_loads_and_runs_nothing(document in any_document()) {
        let file = html::write(&document);
        let Html { tags, .. } = read(&file);
        for tag in tags {
            let name = tag.split(' ').next().unwrap_or_default();
            prop_assert!(!name.is_empty() && NAMES.contains(&name), "{}", tag);
            // The language is the only attribute that comes from a document.
            if name != "html" {
                prop_assert!(ACTIVE.iter().all(|active| !tag.contains(active)), "{}", tag);
            }
        }
        prop_assert!(!file.contains("<script"));
    }

    #[test]
    fn every_text_is_in_it_in_its_order(document in any_document()) {
        assert_in_order(&read(&html::write(&document)).text, &texts(&document));
    }

    #[test]
    fn every_head_of_a_table_is_in_it(document in any_document()) {
        let text = visible(&read(&html::write(&document)).text);
        for block in &document.blocks {
            let table = match block {
                Block::Table(table) => table,
                Block::Spread(spread) => &spread.table,
                Block::Profile(profile) => &profile.table,
                _ => continue,
            };
            for name in &table.head {
                prop_assert!(text.contains(&visible(name)), "{:?}", name);
            }
        }
    }
}

#[test]
fn every_row_of_a_table_has_its_header_and_as_many_cells_as_the_widest() {
    let table = Table {
        caption: "Where to look".into(),
        head: owned(["Subject", "Who"]),
        rows: vec![owned(["Skills"]), owned(["Repair", "Operations", "March"])],
    };
    let file = html::write(&document(vec![Block::Table(table)]));
    let count = |start: &str| read(&file).tags.iter().filter(|tag| tag.starts_with(start)).count();
    assert_eq!((count("th scope=\"col\""), count("th scope=\"row\""), count("td")), (3, 2, 4));
    assert_eq!(count("caption"), 1);
}

#[test]
fn a_part_that_nobody_is_in_has_no_place_in_the_bar() {
    let part = |label: &str, count, shade| SpreadPart { label: label.into(), count, shade };
    let spread = Spread {
        sentence: "4 answers: 3 low, 1 high.".into(),
        parts: vec![
            part("Low", 3, Shade::Low),
            part("Middle", 0, Shade::Middle),
            part("High", 1, Shade::High),
        ],
        table: Table { caption: String::new(), head: vec![], rows: vec![] },
    };
    let tags = read(&html::write(&document(vec![Block::Spread(spread)]))).tags;
    let widths: Vec<&str> = tags
        .iter()
        .filter_map(|tag| tag.strip_prefix("td class=\"part\" width=\""))
        .filter_map(|tag| tag.split('"').next())
        .collect();
    assert_eq!(widths, ["75.00%", "25.00%"]);
}

#[test]
fn what_is_empty_leaves_no_element() {
    let empty = Table { caption: String::new(), head: vec![], rows: vec![] };
    let blocks = vec![
        Block::Heading { level: 2, text: " ".into() },
        Block::Paragraph("\n".into()),
        Block::Strong(String::new()),
        Block::List(vec![]),
        Block::Facts(vec![]),
        Block::Table(empty),
        Block::Blanks(vec![]),
        Block::Tags(vec![String::new()]),
    ];
    assert_eq!(html::write(&document(blocks)), html::write(&document(vec![])));
}
