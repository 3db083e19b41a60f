//! The board's picture: everything that may be shown.

use super::indicator::{indicator, tag_in_words};
use super::method::{first_texts, method, responses};
use super::{elements, fill, text};
use crate::board::Tag;
use crate::board_app::Model;
use crate::document::Block;
use crate::questionnaire::{ElementPosition, IndicatorPosition};
use crate::text::BoardKey;

/// The whole picture. An element is long, so that a screen folds each away.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureView {
    /// What everything that is told of a board begins with.
    pub first_lines: Vec<String>,
    /// How many members are in it.
    pub responses: String,
    /// The elements side by side.
    pub profile: Vec<Block>,
    /// What stands out: strengths, and the reasons to talk.
    pub stands_out: Vec<StandsOut>,
    /// Each element with its indicators.
    pub elements: Vec<ElementView>,
    /// How the picture came about and what it cannot say.
    pub method: Vec<Block>,
}

/// Everything that stands out in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandsOut {
    /// In which way.
    pub heading: String,
    /// The titles of the indicators, each with its element's.
    pub titles: Vec<String>,
    /// What is said if there are none.
    pub none: String,
}

/// One element.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementView {
    /// Its name.
    pub title: String,
    /// Its level and score in words, or why it has none.
    pub score: String,
    /// Where the score could lie or why it is not shown, and each indicator.
    pub blocks: Vec<Block>,
}

/// The whole picture; `None` while there is none.
#[must_use]
pub fn picture(model: &Model) -> Option<PictureView> {
    model.picture.as_ref()?;
    let note = Block::Paragraph(text(model, BoardKey::ProfileNote));
    Some(PictureView {
        first_lines: first_texts(model),
        responses: responses(model),
        profile: vec![heading(model, 2, BoardKey::ProfileHeading), elements::profile(model), note],
        stands_out: STANDING_OUT.map(|way| stands_out(model, way)).into(),
        elements: model
            .questionnaire
            .element_positions()
            .map(|element| element_view(model, element))
            .collect(),
        method: method(model),
    })
}

/// A way of standing out: its tag, its heading, and what is said if there is nothing.
pub(super) type Way = (Tag, BoardKey, BoardKey);

pub(super) const STRENGTHS: Way = (Tag::Strength, BoardKey::StrengthsHeading, BoardKey::StrengthsNone);
pub(super) const NOT_KNOWN: Way = (Tag::NotKnown, BoardKey::NotKnownHeading, BoardKey::NotKnownNone);
const STANDING_OUT: [Way; 4] = [
    STRENGTHS,
    (Tag::Gap, BoardKey::GapsHeading, BoardKey::GapsNone),
    (Tag::Split, BoardKey::SplitsHeading, BoardKey::SplitsNone),
    NOT_KNOWN,
];

pub(super) fn stands_out(model: &Model, (tag, heading, none): Way) -> StandsOut {
    let has_tag = |position: &_| {
        model.picture.as_ref().is_some_and(|picture| picture.of(*position).all.tags().contains(&tag))
    };
    let found = model.questionnaire.indicator_positions().filter(has_tag);
    StandsOut {
        heading: text(model, heading),
        titles: found.map(|position| with_element(model, position)).collect(),
        none: text(model, none),
    }
}

fn with_element(model: &Model, position: IndicatorPosition) -> String {
    let indicator = model.questionnaire.indicator(position);
    let element = &model.questionnaire.element(indicator.element).title;
    fill(model, BoardKey::StandsOutTitle, &[("title", &indicator.title), ("element", element)])
}

fn element_view(model: &Model, element: ElementPosition) -> ElementView {
    let (score, more) = elements::element_in_words(model, element);
    let mut blocks: Vec<Block> = more.map(Block::Paragraph).into_iter().collect();
    for position in model.questionnaire.indicators_of(element) {
        let title = model.questionnaire.indicator(position).title.clone();
        blocks.push(Block::Heading { level: 3, text: title });
        blocks.extend(indicator(model, position, 4));
    }
    ElementView { title: model.questionnaire.element(element).title.clone(), score, blocks }
}

pub(super) fn heading(model: &Model, level: u8, key: BoardKey) -> Block {
    Block::Heading { level, text: text(model, key) }
}

/// The tags of an indicator, in one line.
pub(super) fn tags_in_words(model: &Model, tags: &[Tag]) -> String {
    let words: Vec<String> = tags.iter().map(|tag| tag_in_words(model, *tag)).collect();
    words.join("; ")
}
