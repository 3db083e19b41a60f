//! Every document that there could be.

use assessment::document::{Block, BoardProfile, Document, ProfileLine, Shade, Spread, SpreadPart, Table};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) fn any_document() -> impl Strategy<Value = Document> {
    let language = select(vec!["en-GB", "cy", "\"><script>"]);
    (language, any_text(), vec(any_block(), 0..8)).prop_map(|(language, title, blocks)| Document {
        language: language.into(),
        title,
        blocks,
    })
}

/// What people type, and what somebody types who means harm.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    const TEXTS: [&str; 14] = [
        "",
        " ",
        "\n",
        "one line\nand another",
        "one\r\n\r\ntwo\rthree",
        "a\ttab and a \u{0} that nobody sees",
        "<script>alert(1)</script>",
        "</style></title></p>",
        "<!-- ]]> &amp; &",
        "\"'><img src=x onerror=alert(1)>",
        "=HYPERLINK(\"http://example.org\",\"here\")",
        "-0.50",
        "-1+1",
        "a, \"b\"; c",
    ];
    prop_oneof![3 => "\\PC{0,24}", 2 => select(TEXTS.to_vec()).prop_map(str::to_owned)]
}

fn any_texts() -> impl Strategy<Value = Vec<String>> {
    vec(any_text(), 0..5)
}

fn any_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (2..=4u8, any_text()).prop_map(|(level, text)| Block::Heading { level, text }),
        any_text().prop_map(Block::Paragraph),
        any_text().prop_map(Block::Strong),
        any_texts().prop_map(Block::List),
        vec((any_text(), any_text()), 0..4).prop_map(Block::Facts),
        any_table().prop_map(Block::Table),
        any_spread().prop_map(Block::Spread),
        any_profile().prop_map(Block::Profile),
        any_texts().prop_map(Block::Blanks),
        any_texts().prop_map(Block::Tags),
    ]
}

fn any_table() -> impl Strategy<Value = Table> {
    (any_text(), any_texts(), vec(any_texts(), 0..4)).prop_map(|(caption, head, rows)| Table {
        caption,
        head,
        rows,
    })
}

fn any_spread() -> impl Strategy<Value = Spread> {
    (any_text(), vec(any_part(), 0..9), any_table()).prop_map(|(sentence, parts, table)| Spread {
        sentence,
        parts,
        table,
    })
}

fn any_part() -> impl Strategy<Value = SpreadPart> {
    let shade = prop_oneof![
        (0..7u8, 3..=7u8).prop_map(|(step, of)| Shade::Level { step, of }),
        select(vec![Shade::Low, Shade::Middle, Shade::High, Shade::DontKnow]),
    ];
    (any_text(), 0..200u32, shade).prop_map(|(label, count, shade)| SpreadPart { label, count, shade })
}

fn any_profile() -> impl Strategy<Value = BoardProfile> {
    let place = || 0.0..=100.0f64;
    let line = (any_text(), any_text(), option::of(place()), option::of((place(), place())))
        .prop_map(|(title, words, score, reach)| ProfileLine { title, words, score, reach });
    (any_texts(), vec(line, 0..4), any_table()).prop_map(|(levels, lines, table)| BoardProfile {
        levels,
        lines,
        table,
    })
}
