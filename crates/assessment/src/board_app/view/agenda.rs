//! What the board should talk about.

use super::indicator::everybody;
use super::{fill, text};
use crate::board::{AgendaLine, Reason, Tag};
use crate::board_app::Model;
use crate::document::Block;
use crate::questionnaire::{Asker, ElementPosition, IndicatorPosition};
use crate::text::BoardKey;

/// What the screen of the agenda shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ConversationView {
    /// What everything that is told of a board begins with.
    pub first_lines: Vec<String>,
    /// Each line, in order.
    pub lines: Vec<LineView>,
    /// What is typed of a line of one's own.
    pub typed: String,
    /// Whether somebody changed the agenda, so that it can be made afresh.
    pub is_changed: bool,
    /// Whether the last step can be taken back.
    pub can_undo: bool,
}

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// Its title.
    pub title: String,
    /// Why it stands there; `None` of a line of one's own.
    pub reason: Option<String>,
    /// Its spread, its difficult questions, and room for what the board will do.
    pub blocks: Vec<Block>,
}

/// What the screen of the agenda shows; `None` while there is no picture.
#[must_use]
pub fn conversation(model: &Model) -> Option<ConversationView> {
    model.picture.as_ref()?;
    Some(ConversationView {
        first_lines: super::method::first_texts(model),
        lines: lines(model, 3),
        typed: model.agenda_line.clone(),
        is_changed: model.round.as_ref().is_some_and(|round| round.agenda.is_some()),
        can_undo: model.agenda_undo.is_some(),
    })
}

/// Each line of the agenda, in order. `level` is that of the headings in it, one below that of its own.
pub(super) fn lines(model: &Model, level: u8) -> Vec<LineView> {
    let mut asked: Vec<ElementPosition> = Vec::new();
    let line = |line: AgendaLine| match line {
        AgendaLine::Own(title) => LineView { title, reason: None, blocks: vec![blanks(model, &DOING)] },
        AgendaLine::Indicator(position) => indicator_line(model, position, level, &mut asked),
    };
    model.agenda().into_iter().map(line).collect()
}

const DOING: [BoardKey; 3] = [BoardKey::BlankWhat, BoardKey::BlankWho, BoardKey::BlankWhen];
const TELLING: [BoardKey; 4] =
    [BoardKey::BlankWhoTells, BoardKey::BlankWhat, BoardKey::BlankWho, BoardKey::BlankWhen];

/// The difficult questions of an element stand where it comes up first.
fn indicator_line(
    model: &Model,
    position: IndicatorPosition,
    level: u8,
    asked: &mut Vec<ElementPosition>,
) -> LineView {
    let indicator = model.questionnaire.indicator(position);
    let mut blocks = vec![Block::Paragraph(indicator.question.clone())];
    let cells = model.picture.as_ref().map(|picture| picture.of(position));
    blocks.extend(cells.map(|cells| everybody(model, position, cells)).into_iter().flatten());
    if asked.contains(&indicator.element) {
        let title = &model.questionnaire.element(indicator.element).title;
        let above = fill(model, BoardKey::QuestionsAbove, &[("element", title)]);
        blocks.push(Block::Paragraph(above));
    } else {
        asked.push(indicator.element);
        blocks.extend(questions(model, indicator.element, level));
    }
    let tags = cells.map(|cells| cells.all.tags()).unwrap_or_default();
    let is_not_known = tags.contains(&Tag::NotKnown);
    blocks.push(if is_not_known { blanks(model, &TELLING) } else { blanks(model, &DOING) });
    let reason = Reason::of(&tags).map(|reason| reason_in_words(model, reason));
    LineView { title: indicator.title.clone(), reason, blocks }
}

fn questions(model: &Model, element: ElementPosition, level: u8) -> Vec<Block> {
    let element = model.questionnaire.element(element);
    let guidance = element.guidance.as_ref();
    let questions = guidance.into_iter().flat_map(|guidance| &guidance.difficult_questions);
    let questions: Vec<String> = questions
        .map(|question| {
            let asker = match question.asker {
                Asker::NonExecutive => BoardKey::AskerNonExecutive,
                Asker::Executive => BoardKey::AskerExecutive,
                Asker::Board => BoardKey::AskerBoard,
            };
            format!("{} {}", text(model, asker), question.question)
        })
        .collect();
    if questions.is_empty() {
        return vec![];
    }
    let heading = fill(model, BoardKey::QuestionsHeading, &[("element", &element.title)]);
    vec![Block::Heading { level, text: heading }, Block::List(questions)]
}

fn blanks(model: &Model, labels: &[BoardKey]) -> Block {
    Block::Blanks(labels.iter().map(|label| text(model, *label)).collect())
}

pub(super) fn reason_in_words(model: &Model, reason: Reason) -> String {
    text(
        model,
        match reason {
            Reason::SplitAndGap => BoardKey::ReasonSplitAndGap,
            Reason::Gap => BoardKey::ReasonGap,
            Reason::Split => BoardKey::ReasonSplit,
            Reason::NotKnown => BoardKey::ReasonNotKnown,
        },
    )
}
