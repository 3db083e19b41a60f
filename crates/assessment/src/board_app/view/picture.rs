//! The board's picture: everything that may be shown.

use super::indicator::{indicator, tag_in_words};
use super::method::{first_lines, method, responses};
use super::{elements, text};
use crate::board::Tag;
use crate::board_app::Model;
use crate::document::{Block, Document};
use crate::questionnaire::ElementPosition;
use crate::text::BoardKey;

/// The whole picture; `None` while there is none.
#[must_use]
pub fn picture(model: &Model) -> Option<Document> {
    model.picture.as_ref()?;
    let mut blocks = first_lines(model);
    blocks.push(Block::Facts(vec![(text(model, BoardKey::PictureResponses), responses(model))]));
    blocks.push(heading(model, 2, BoardKey::ProfileHeading));
    blocks.push(elements::profile(model));
    blocks.push(Block::Paragraph(text(model, BoardKey::ProfileNote)));
    blocks.extend(stands_out(model));
    for element in model.questionnaire.element_positions() {
        blocks.extend(element_blocks(model, element));
    }
    blocks.extend(method(model));
    Some(Document {
        language: model.questionnaire.language().to_owned(),
        title: text(model, BoardKey::PictureHeading),
        blocks,
    })
}

/// What stands out, the same as on the agenda and the strengths besides.
pub(super) fn stands_out(model: &Model) -> Vec<Block> {
    let lists = [
        (Tag::Strength, BoardKey::StrengthsHeading, BoardKey::StrengthsNone),
        (Tag::Gap, BoardKey::GapsHeading, BoardKey::GapsNone),
        (Tag::Split, BoardKey::SplitsHeading, BoardKey::SplitsNone),
        (Tag::NotKnown, BoardKey::NotKnownHeading, BoardKey::NotKnownNone),
    ];
    lists.into_iter().flat_map(|(tag, heading, none)| with_tag(model, tag, heading, none)).collect()
}

/// The titles of the indicators that have a tag.
pub(super) fn with_tag(model: &Model, tag: Tag, heading_key: BoardKey, none: BoardKey) -> [Block; 2] {
    let has_tag = |position: &_| {
        model.picture.as_ref().is_some_and(|picture| picture.of(*position).all.tags().contains(&tag))
    };
    let titles: Vec<String> = model
        .questionnaire
        .indicator_positions()
        .filter(has_tag)
        .map(|position| model.questionnaire.indicator(position).title.clone())
        .collect();
    let found = if titles.is_empty() { Block::Paragraph(text(model, none)) } else { Block::List(titles) };
    [heading(model, 2, heading_key), found]
}

fn element_blocks(model: &Model, element: ElementPosition) -> Vec<Block> {
    let title = model.questionnaire.element(element).title.clone();
    let mut blocks = vec![Block::Heading { level: 2, text: title }];
    blocks.extend(elements::element_in_words(model, element));
    for position in model.questionnaire.indicators_of(element) {
        let title = model.questionnaire.indicator(position).title.clone();
        blocks.push(Block::Heading { level: 3, text: title });
        blocks.extend(indicator(model, position, 4));
    }
    blocks
}

pub(super) fn heading(model: &Model, level: u8, key: BoardKey) -> Block {
    Block::Heading { level, text: text(model, key) }
}

/// The tags of an indicator, in one line.
pub(super) fn tags_in_words(model: &Model, tags: &[Tag]) -> String {
    let words: Vec<String> = tags.iter().map(|tag| tag_in_words(model, *tag)).collect();
    words.join("; ")
}
