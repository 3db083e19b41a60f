//! A document on the screen.

use super::spread::spread;
use super::{facts, folded, unfolding};
use crate::charts::profile_lines;
use crate::components::{HeadingSize, cell, header_cell, heading, scrolling_table, table_line};
use crate::markup::{Markup, list, nothing, paragraph, tag, words};
use crate::words::text;
use assessment::document::{Block, BoardProfile, Table};
use assessment::lists::Listed as _;
use assessment::text::BoardKey;

/// Blocks below each other.
pub(in crate::board_app) fn blocks(blocks: Vec<Block>) -> Markup {
    blocks_at(blocks, 0)
}

/// The same, with headings so many levels deeper than the document says.
pub(in crate::board_app) fn blocks_at(blocks: Vec<Block>, deeper: i8) -> Markup {
    let block = |shown| block(shown, deeper);
    tag("div", "board-document__blocks", blocks.into_iter().map(block).listed())
}

fn block(block: Block, deeper: i8) -> Markup {
    match block {
        Block::Heading { level, text } => {
            heading(level.saturating_add_signed(deeper), heading_size(level), text)
        }
        Block::Paragraph(text) => lines(text),
        Block::Strong(text) => tag("div", "nhsuk-inset-text", [paragraph(text)]),
        Block::List(items) => list("nhsuk-list nhsuk-list--bullet", each(items)),
        Block::Facts(of) => facts(of),
        Block::Table(of) => captioned(of),
        Block::Spread(of) => spread(of),
        Block::Profile(of) => profile(of),
        Block::Blanks(labels) => blanks(labels),
        Block::Tags(tags) => list("board-document__tags", each(tags)),
    }
}

fn heading_size(level: u8) -> HeadingSize {
    match level {
        2 => HeadingSize::Medium,
        3 => HeadingSize::Small,
        _ => HeadingSize::AsAround("board-document__minor"),
    }
}

/// A paragraph with the line breaks that were typed.
fn lines(text: String) -> Markup {
    let mut children = Vec::new();
    for (number, line) in text.lines().enumerate() {
        children.push(if number > 0 { tag("br", "", []) } else { nothing() });
        children.push(words(line.to_owned()));
    }
    tag("p", "nhsuk-body", children)
}

fn each(texts: Vec<String>) -> Vec<Markup> {
    texts.into_iter().map(words).listed()
}

/// A table with its caption, in a room in which it scrolls where it is too wide.
fn captioned(table: Table) -> Markup {
    let caption = tag("p", "board-document__caption", [words(table.caption.clone())]);
    tag("div", "board-document__table", [caption, drawn(table)])
}

fn drawn(table: Table) -> Markup {
    let head = table.head.into_iter().map(|text| header_cell("col", text)).listed();
    scrolling_table(&table.caption, head, table.rows.into_iter().map(row).listed())
}

fn row(cells: Vec<String>) -> Markup {
    let cells = cells.into_iter().enumerate();
    table_line(
        cells.map(|(number, text)| if number == 0 { header_cell("row", text) } else { cell(text) }).listed(),
    )
}

/// A table folded away, because something above it says the same. A picture has one for each indicator.
pub(super) fn folded_table(table: Table) -> Markup {
    unfolding(text(BoardKey::SpreadTable), move || drawn(table.clone()))
}

fn profile(profile: BoardProfile) -> Markup {
    let chart = profile_lines(&profile.levels, profile.lines);
    let table =
        folded(text(BoardKey::ProfileTable), vec![drawn(profile.table)]).with("data-open-in-print", "");
    tag("div", "", [chart, table])
}

/// Labels with room to write by hand.
fn blanks(labels: Vec<String>) -> Markup {
    let blank = |label| {
        let room = tag("dd", "board-document__room", []);
        tag("div", "board-document__blank", [tag("dt", "", [words(label)]), room])
    };
    tag("dl", "board-document__blanks", labels.into_iter().map(blank).listed())
}
