//! The texts of a document, and what can be seen of a text.

use assessment::document::{Block, Document, Table};

/// The texts that every format shows, in their order. Those of a bar and of a profile's lines are in their
/// sentence and their table.
pub(crate) fn texts(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter().flat_map(of_block);
    [document.title.clone()].into_iter().chain(blocks).map(|text| visible(&text)).collect()
}

/// All that can be seen of a text: no control characters, and one space for all that parts words.
pub(crate) fn visible(text: &str) -> String {
    let is_hidden = |character: char| character.is_control() && !character.is_whitespace();
    text.replace(is_hidden, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_block(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Strong(text) => vec![text.clone()],
        Block::List(texts) | Block::Blanks(texts) | Block::Tags(texts) => texts.clone(),
        Block::Facts(facts) => facts.iter().flat_map(|(term, value)| [term.clone(), value.clone()]).collect(),
        Block::Table(table) => of_table(table),
        Block::Spread(spread) => vec![spread.sentence.clone()],
        Block::Profile(profile) => of_table(&profile.table),
    }
}

/// Without its head, of which text shows only what some cell belongs to.
fn of_table(table: &Table) -> Vec<String> {
    [table.caption.clone()].into_iter().chain(table.rows.iter().flatten().cloned()).collect()
}

/// Whether the texts stand in `whole` one after the other.
#[track_caller]
pub(crate) fn assert_in_order(whole: &str, texts: &[String]) {
    let whole = visible(whole);
    let mut rest = whole.as_str();
    for text in texts {
        let Some(place) = rest.find(text.as_str()) else {
            panic!("{text:?} is missing from {rest:?}");
        };
        rest = &rest[place + text.len()..];
    }
}
