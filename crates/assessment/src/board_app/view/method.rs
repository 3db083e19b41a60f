//! What every view and export of the board begins with, and the note that says how it came about.

use super::elements::missing;
use super::{fill, text};
use crate::board_app::Model;
use crate::document::Block;
use crate::text::BoardKey;

/// The first lines of everything that is told of a board.
pub(super) fn first_lines(model: &Model) -> Vec<Block> {
    first_texts(model).into_iter().map(Block::Strong).collect()
}

/// The same as texts.
pub(super) fn first_texts(model: &Model) -> Vec<String> {
    let rehearsal = model.is_rehearsal().then(|| text(model, BoardKey::RehearsalNotice));
    [text(model, BoardKey::NotAnAudit)].into_iter().chain(rehearsal).collect()
}

/// How many members are in the picture.
pub(super) fn responses(model: &Model) -> String {
    let Some(round) = &model.round else { return String::new() };
    let counted = model.catalogue.number(round.draft.counted_responses());
    match round.board_size {
        Some(size) => fill(
            model,
            BoardKey::PictureAnswered,
            &[("count", &counted), ("of", &model.catalogue.number(size))],
        ),
        None => counted,
    }
}

/// How the picture came about and what it cannot say.
pub(super) fn method(model: &Model) -> Vec<Block> {
    let threshold = model.round.as_ref().map(|round| round.draft.round().threshold.responses());
    let threshold = model.catalogue.number(threshold.unwrap_or_default());
    let mut lines: Vec<String> = [
        BoardKey::MethodQuestions,
        BoardKey::MethodCells,
        BoardKey::MethodMedian,
        BoardKey::MethodAgreement,
        BoardKey::MethodNotValidated,
        BoardKey::MethodUnanimous,
    ]
    .into_iter()
    .map(|key| {
        let questions = model.catalogue.number(model.questionnaire.indicators().len());
        fill(model, key, &[("threshold", &threshold), ("questions", &questions)])
    })
    .collect();
    if missing(model).is_some_and(|missing| missing > 0) {
        lines.push(text(model, BoardKey::MethodMissing));
    }
    if model.round.as_ref().is_some_and(|round| round.draft.round().asks_role) {
        lines.push(fill(model, BoardKey::MethodRoles, &[("threshold", &threshold)]));
    }
    vec![Block::Heading { level: 2, text: text(model, BoardKey::MethodHeading) }, Block::List(lines)]
}
