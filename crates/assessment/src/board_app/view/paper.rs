//! The paper for the board.

use super::indicator::cell_in_words;
use super::method::{first_lines, method, responses};
use super::picture::{NOT_KNOWN, STRENGTHS, StandsOut, heading, stands_out, tags_in_words};
use super::{agenda, elements, text};
use crate::board::PaperWords;
use crate::board_app::{Copied, Model};
use crate::document::{Block, Document, Table};
use crate::questionnaire::ElementPosition;
use crate::text::BoardKey;

/// What is typed of the paper.
#[must_use]
pub fn paper_words(model: &Model) -> PaperWords {
    model.round.as_ref().map(|round| round.paper.clone()).unwrap_or_default()
}

/// Whether the paper was copied last, and whether that went well.
#[must_use]
pub fn paper_copied(model: &Model) -> Option<(Copied, bool)> {
    model.copied.filter(|(what, _)| *what == Copied::Paper)
}

/// The whole paper; `None` while there is no picture.
#[must_use]
pub fn paper(model: &Model) -> Option<Document> {
    let mut paper = paper_front(model)?;
    paper.blocks.extend(paper_rest(model)?);
    Some(paper)
}

/// The part of the paper in which something is typed.
#[must_use]
pub fn paper_front(model: &Model) -> Option<Document> {
    model.picture.as_ref()?;
    let words = &model.round.as_ref()?.paper;
    let mut blocks = first_lines(model);
    blocks.push(Block::Facts(facts(model)));
    for (key, typed) in
        [(BoardKey::PaperPurpose, &words.purpose), (BoardKey::PaperRecommendation, &words.recommendation)]
    {
        if !typed.trim().is_empty() {
            blocks.extend([heading(model, 2, key), Block::Paragraph(typed.trim().to_owned())]);
        }
    }
    let title = words.title.trim();
    let title = if title.is_empty() { text(model, BoardKey::PaperTitle) } else { title.to_owned() };
    Some(Document { language: model.questionnaire.language().to_owned(), title, blocks })
}

/// The part of the paper that follows from the picture and the agenda.
#[must_use]
pub fn paper_rest(model: &Model) -> Option<Vec<Block>> {
    model.picture.as_ref()?;
    let mut blocks = vec![heading(model, 2, BoardKey::ProfileHeading), elements::profile(model)];
    blocks.extend([STRENGTHS, NOT_KNOWN].into_iter().flat_map(|way| listed(stands_out(model, way))));
    blocks.extend(agenda_blocks(model));
    blocks.push(heading(model, 2, BoardKey::PaperAllHeading));
    for element in model.questionnaire.element_positions() {
        blocks.push(element_table(model, element));
        blocks.extend(elements::why_not_shown(model, element).map(Block::Paragraph));
    }
    blocks.extend(method(model));
    Some(blocks)
}

fn facts(model: &Model) -> Vec<(String, String)> {
    let meeting = model.round.as_ref().map(|round| round.paper.meeting.trim().to_owned()).unwrap_or_default();
    let facts = [
        (BoardKey::PaperTrust, model.trust_name.clone()),
        (BoardKey::PaperMeeting, meeting),
        (BoardKey::PictureResponses, responses(model)),
        (BoardKey::ShareFactQuestions, model.questionnaire.fingerprint().to_string()),
    ];
    facts
        .into_iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(key, fact)| (text(model, key), fact))
        .collect()
}

fn listed(way: StandsOut) -> [Block; 2] {
    let StandsOut { heading, titles, none } = way;
    let found = if titles.is_empty() { Block::Paragraph(none) } else { Block::List(titles) };
    [Block::Heading { level: 2, text: heading }, found]
}

fn agenda_blocks(model: &Model) -> Vec<Block> {
    let mut blocks = vec![heading(model, 2, BoardKey::ConversationHeading)];
    let lines = agenda::lines(model, 4);
    if lines.is_empty() {
        blocks.push(Block::Paragraph(text(model, BoardKey::AgendaNone)));
    }
    for (number, line) in (1..).zip(lines) {
        blocks.push(Block::Heading { level: 3, text: format!("{number}. {}", line.title) });
        blocks.extend(line.reason.map(Block::Paragraph));
        blocks.extend(line.blocks);
    }
    blocks
}

fn element_table(model: &Model, element: ElementPosition) -> Block {
    let row = |position| {
        let cell = &model.picture.as_ref()?.of(position).all;
        Some(vec![
            model.questionnaire.indicator(position).title.clone(),
            cell_in_words(model, cell),
            tags_in_words(model, &cell.tags()),
        ])
    };
    Block::Table(Table {
        caption: model.questionnaire.element(element).title.clone(),
        head: [BoardKey::TableQuestion, BoardKey::TableSaid, BoardKey::TableTags]
            .map(|key| text(model, key))
            .into(),
        rows: model.questionnaire.indicators_of(element).filter_map(row).collect(),
    })
}
