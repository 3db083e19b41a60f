//! What a word processor should find in a document.

use assessment::document::{Block, Document, Spread, Table};

use super::Part;

/// The headings and tables of a document, in order.
pub(super) fn parts(document: &Document) -> Vec<Part> {
    let title = Part::Heading { level: 1, text: document.title.clone() };
    [title].into_iter().chain(document.blocks.iter().flat_map(of_block)).collect()
}

/// What the document says before anything else.
pub(super) fn first_lines(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().map_while(|block| match block {
        Block::Strong(text) => Some(text.as_str()),
        _ => None,
    })
}

fn of_block(block: &Block) -> Vec<Part> {
    match block {
        Block::Heading { level, text } => vec![Part::Heading { level: *level, text: text.clone() }],
        Block::Table(table) => vec![Part::Table(rows(table))],
        Block::Profile(profile) => vec![Part::Table(rows(&profile.table))],
        Block::Spread(spread) => vec![Part::Table(vec![bar(spread)]), Part::Table(rows(&spread.table))],
        Block::Blanks(labels) => {
            vec![Part::Table(labels.iter().map(|label| vec![label.clone(), String::new()]).collect())]
        }
        Block::Paragraph(_) | Block::Strong(_) | Block::List(_) | Block::Facts(_) | Block::Tags(_) => vec![],
    }
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    [&table.head].into_iter().chain(&table.rows).cloned().collect()
}

/// A bar is a table of one row, with a number in each part.
fn bar(spread: &Spread) -> Vec<String> {
    spread.segments().iter().map(|segment| segment.count.to_string()).collect()
}
