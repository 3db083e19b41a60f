//! The results: one page of findings, and everything about each element.

use super::super::Model;
use super::{answered, answered_of_all, level_name};
use crate::answers::Answer;
use crate::chart::Profile;
use crate::lists::Listed as _;
use crate::persist::BoardItem;
use crate::questionnaire::{Asker, ElementPosition, Guidance, IndicatorPosition, Level};
use crate::results;
use crate::scoring;
use crate::text::Key;

/// The one page of results.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// How much is answered in all.
    pub progress: String,
    /// Whether anything is answered with a level.
    pub has_levels: bool,
    /// The chart, which is also the table.
    pub profile: Profile,
    /// The overall score and the lowest element in words, or that not enough is known.
    pub overall: String,
    /// Up to three strengths.
    pub strengths: Vec<Finding>,
    /// Up to three gaps.
    pub gaps: Vec<Finding>,
    /// Everything answered "I do not know".
    pub not_known: Vec<NotKnown>,
    /// Everything without an answer.
    pub unanswered: Vec<NotKnown>,
    /// Everything about each element, in order.
    pub elements: Vec<ElementResultsView>,
}

/// A strength or a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The indicator's short name.
    pub title: String,
    /// The level's name.
    pub level: String,
    /// The description that was chosen.
    pub description: String,
}

/// An indicator without a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotKnown {
    /// Which one.
    pub indicator: IndicatorPosition,
    /// Its short name.
    pub title: String,
    /// Its question.
    pub question: String,
}

/// What the member takes to the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardView {
    /// Up to three things.
    pub lines: Vec<BoardLine>,
    /// Whether no more may be added; a suggestion makes room.
    pub is_full: bool,
    /// The line of one's own; may be empty.
    pub own_line: String,
}

/// One thing to take to the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardLine {
    /// What it is.
    pub item: BoardItem,
    /// The indicator's or element's name.
    pub title: String,
    /// What leads the text, such as "To reach Usual, this would be true:".
    pub lead: String,
    /// The next level's description, or the question.
    pub text: String,
}

/// Everything about one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementResultsView {
    /// Which element.
    pub element: ElementPosition,
    /// Its name.
    pub title: String,
    /// How much of it is answered.
    pub progress: String,
    /// The level and score in words, or that not enough is known.
    pub score: String,
    /// Where the score could lie, if not everything is known.
    pub range: Option<String>,
    /// How the score comes about, line by line.
    pub working: Vec<WorkingLine>,
    /// The sum of the working.
    pub working_sum: String,
    /// What would be next for each answered indicator.
    pub next_steps: Vec<NextStep>,
    /// Definition, trade-offs and good practice.
    pub guidance: Option<Guidance>,
    /// The difficult questions.
    pub questions: Vec<QuestionToAsk>,
    /// The next element that is not all answered, if there is one.
    pub next_element: Option<(ElementPosition, String)>,
}

/// One line of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingLine {
    /// The indicator's short name.
    pub title: String,
    /// The answer: the level's name, "I do not know" or "Not answered".
    pub answer: String,
    /// What counts towards the score: the level's number, or nothing.
    pub counts: Option<u8>,
}

/// What would be next for one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What it would be on the list for the board.
    pub item: BoardItem,
    /// The indicator's short name.
    pub title: String,
    /// What leads the text.
    pub lead: String,
    /// What would be true; empty where the lead says it all.
    pub text: String,
}

/// A difficult question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionToAsk {
    /// What it would be on the list for the board.
    pub item: BoardItem,
    /// Who asks it, in words.
    pub asker: String,
    /// The question.
    pub question: String,
}

/// What the results screen shows.
#[must_use]
pub fn results(model: &Model) -> ResultsView {
    let questionnaire = &model.questionnaire;
    let answers = &model.sheet.answers;
    let findings = |found: Vec<IndicatorPosition>| {
        found.into_iter().take(results::MOST_SHOWN).filter_map(|position| finding(model, position)).listed()
    };
    let without_level =
        |found: Vec<IndicatorPosition>| found.into_iter().map(|position| not_known(model, position)).listed();
    ResultsView {
        progress: answered_of_all(model),
        has_levels: questionnaire.element_positions().any(|element| answers.tally(element).known() > 0),
        profile: Profile::of(questionnaire, answers),
        overall: overall(model),
        strengths: findings(results::strengths(questionnaire, answers)),
        gaps: findings(results::gaps(questionnaire, answers)),
        not_known: without_level(results::not_known(questionnaire, answers)),
        unanswered: without_level(results::unanswered(questionnaire, answers)),
        elements: questionnaire.element_positions().map(|element| element_results(model, element)).listed(),
    }
}

/// The overall score never stands without the lowest element beside it.
fn overall(model: &Model) -> String {
    let score = scoring::overall(&model.questionnaire, &model.sheet.answers);
    let lowest = scoring::lowest_element(&model.questionnaire, &model.sheet.answers);
    let (Some(score), Some(lowest)) = (score, lowest) else {
        return model.catalogue.text(Key::OverallNotKnown).to_owned();
    };
    let lowest_score = model.sheet.answers.tally(lowest).score().map_or(0, |score| score.rounded());
    model.catalogue.fill(
        Key::Overall,
        &[
            ("score", &model.catalogue.number(whole(score))),
            ("lowest", &model.questionnaire.element(lowest).title),
            ("lowest_score", &model.catalogue.number(lowest_score)),
        ],
    )
}

fn finding(model: &Model, position: IndicatorPosition) -> Option<Finding> {
    let Some(Answer::Level(level)) = model.sheet.answers.get(position) else { return None };
    let indicator = model.questionnaire.indicator(position);
    Some(Finding {
        title: indicator.title.clone(),
        level: level_name(model, level),
        description: indicator.descriptions[usize::from(level.number())].clone(),
    })
}

fn not_known(model: &Model, position: IndicatorPosition) -> NotKnown {
    let indicator = model.questionnaire.indicator(position);
    NotKnown { indicator: position, title: indicator.title.clone(), question: indicator.question.clone() }
}

/// What the member takes to the board: what was chosen, and suggestions in the places that are left.
#[must_use]
pub fn board_items(model: &Model) -> Vec<BoardItem> {
    board_lines(model).into_iter().map(|line| line.item).listed()
}

/// What "Take to the board" shows.
#[must_use]
pub fn board(model: &Model) -> BoardView {
    BoardView {
        is_full: chosen_lines(model).len() >= results::MOST_SHOWN,
        lines: board_lines(model),
        own_line: model.sheet.board().own_line.clone(),
    }
}

/// What was chosen for the board, and can be shown.
pub(crate) fn chosen_for_board(model: &Model) -> Vec<BoardItem> {
    chosen_lines(model).into_iter().map(|line| line.item).listed()
}

/// Only what can be shown counts: the answer behind a choice may be missing from the store, and what
/// cannot be seen cannot be removed to make room.
fn chosen_lines(model: &Model) -> Vec<BoardLine> {
    model.sheet.board().chosen.iter().filter_map(|item| board_line(model, *item)).listed()
}

fn board_lines(model: &Model) -> Vec<BoardLine> {
    let mut lines = chosen_lines(model);
    if model.sheet.board().is_filled_up {
        for position in results::suggestions(&model.questionnaire, &model.sheet.answers) {
            let item = BoardItem::NextStep(position);
            if lines.len() < results::MOST_SHOWN && lines.iter().all(|line| line.item != item) {
                lines.extend(board_line(model, item));
            }
        }
    }
    lines
}

fn board_line(model: &Model, item: BoardItem) -> Option<BoardLine> {
    match item {
        BoardItem::NextStep(position) => {
            let step = next_step(model, position)?;
            Some(BoardLine { item, title: step.title, lead: step.lead, text: step.text })
        }
        BoardItem::Question(position, _) => {
            let title = model.questionnaire.element(position).title.clone();
            let asked = questions(model, position).into_iter().find(|question| question.item == item)?;
            Some(BoardLine { item, title, lead: asked.asker, text: asked.question })
        }
    }
}

/// What the results of one element show.
#[must_use]
pub fn element_results(model: &Model, position: ElementPosition) -> ElementResultsView {
    let element = model.questionnaire.element(position);
    let tally = model.sheet.answers.tally(position);
    let total = tally.total() as usize;
    ElementResultsView {
        element: position,
        title: element.title.clone(),
        progress: answered(model, total - tally.unanswered() as usize, total),
        score: score(model, position),
        range: range(model, position),
        working: model.questionnaire.indicators_of(position).map(|i| working_line(model, i)).listed(),
        working_sum: working_sum(model, position),
        next_steps: model.questionnaire.indicators_of(position).filter_map(|i| next_step(model, i)).listed(),
        guidance: element.guidance.clone(),
        questions: questions(model, position),
        next_element: next_open(model, position)
            .map(|next| (next, model.questionnaire.element(next).title.clone())),
    }
}

/// The next element that is not all answered; after the last comes the first.
fn next_open(model: &Model, position: ElementPosition) -> Option<ElementPosition> {
    let is_open = |element: &ElementPosition| {
        *element != position && model.sheet.answers.tally(*element).unanswered() > 0
    };
    let is_behind = |element: &ElementPosition| element.index() > position.index();
    let positions = || model.questionnaire.element_positions().filter(is_open);
    positions().find(is_behind).or_else(|| positions().next())
}

fn score(model: &Model, position: ElementPosition) -> String {
    let tally = model.sheet.answers.tally(position);
    match (tally.score(), tally.level()) {
        (Some(score), Some(level)) => model.catalogue.fill(
            Key::ElementScore,
            &[("level", &level_name(model, level)), ("score", &model.catalogue.number(score.rounded()))],
        ),
        _ => model.catalogue.text(Key::NotEnoughKnown).to_owned(),
    }
}

fn range(model: &Model, position: ElementPosition) -> Option<String> {
    let range = model.sheet.answers.tally(position).range();
    (range.lowest != range.highest).then(|| {
        model.catalogue.fill(
            Key::ElementRange,
            &[
                ("lowest", &model.catalogue.number(range.lowest.rounded())),
                ("highest", &model.catalogue.number(range.highest.rounded())),
            ],
        )
    })
}

fn working_line(model: &Model, position: IndicatorPosition) -> WorkingLine {
    let given = model.sheet.answers.get(position);
    let (answer, counts) = match given {
        Some(Answer::Level(level)) => (level_name(model, level), Some(level.number())),
        Some(Answer::DontKnow) => (model.catalogue.text(Key::DontKnow).to_owned(), None),
        None => (model.catalogue.text(Key::NotAnswered).to_owned(), None),
    };
    WorkingLine { title: model.questionnaire.indicator(position).title.clone(), answer, counts }
}

fn working_sum(model: &Model, position: ElementPosition) -> String {
    let tally = model.sheet.answers.tally(position);
    let top = model.catalogue.number(model.questionnaire.scale().top().number());
    let [known, total, sum] =
        [tally.known(), tally.total(), tally.sum()].map(|number| model.catalogue.number(number));
    match tally.score() {
        Some(score) => model.catalogue.fill(
            Key::WorkingSum,
            &[
                ("sum", &sum),
                ("known", &known),
                ("top", &top),
                ("score", &model.catalogue.number(score.rounded())),
            ],
        ),
        None => model.catalogue.fill(Key::WorkingNotEnough, &[("known", &known), ("total", &total)]),
    }
}

/// The next step of an answered indicator: the next level's description, how to stay at the top, or
/// whom to ask.
fn next_step(model: &Model, position: IndicatorPosition) -> Option<NextStep> {
    let indicator = model.questionnaire.indicator(position);
    let scale = model.questionnaire.scale();
    let (lead, text) = match model.sheet.answers.get(position)? {
        Answer::DontKnow => (model.catalogue.text(Key::NextWhoKnows).to_owned(), String::new()),
        Answer::Level(level) if level == scale.top() => staying(model, indicator.element),
        Answer::Level(level) => {
            let next = Level(level.number() + 1);
            let lead = model.catalogue.fill(Key::NextLevel, &[("level", scale.name(next))]);
            (lead, indicator.descriptions[usize::from(next.number())].clone())
        }
    };
    Some(NextStep { item: BoardItem::NextStep(position), title: indicator.title.clone(), lead, text })
}

fn staying(model: &Model, element: ElementPosition) -> (String, String) {
    match &model.questionnaire.element(element).guidance {
        Some(guidance) => (model.catalogue.text(Key::NextStay).to_owned(), guidance.staying.clone()),
        None => (model.catalogue.text(Key::NextTop).to_owned(), String::new()),
    }
}

fn questions(model: &Model, position: ElementPosition) -> Vec<QuestionToAsk> {
    let guidance = model.questionnaire.element(position).guidance.as_ref();
    let questions = guidance.map_or(&[][..], |guidance| &guidance.difficult_questions);
    questions
        .iter()
        .map(|difficult| QuestionToAsk {
            item: BoardItem::Question(position, difficult.asker),
            asker: model.catalogue.text(asker(difficult.asker)).to_owned(),
            question: difficult.question.clone(),
        })
        .listed()
}

fn asker(asker: Asker) -> Key {
    match asker {
        Asker::NonExecutive => Key::AskerNonExecutive,
        Asker::Executive => Key::AskerExecutive,
        Asker::Board => Key::AskerBoard,
    }
}

/// Rounded half up to a whole number.
///
/// A mean of means is not exact: one that is exactly 37.5 may come out a little below it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score is from 0 to 100")]
fn whole(score: f64) -> u32 {
    const INEXACTNESS: f64 = 1e-9;
    (score + 0.5 + INEXACTNESS).floor() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answers;
    use crate::app::samples::questionnaire;

    #[test]
    fn an_overall_score_of_exactly_a_half_is_rounded_up() {
        // 5/16, 7/16, 1/12, 12/12, 2/12 and 4/16: their mean is exactly 3/8, which floating point misses.
        let levels: [&[u8]; 6] =
            [&[2, 1, 1, 1], &[2, 2, 2, 1], &[1, 0, 0], &[4, 4, 4], &[1, 1, 0], &[1, 1, 1, 1]];
        let questionnaire = questionnaire(8, 4);
        let mut answers = Answers::none(&questionnaire);
        for (element, levels) in questionnaire.element_positions().zip(levels) {
            for (indicator, level) in questionnaire.indicators_of(element).zip(levels) {
                answers.set(indicator, Some(Answer::Level(Level(*level))));
            }
        }
        let score = scoring::overall(&questionnaire, &answers).expect("six of eight elements have a score");
        assert_eq!(whole(score), 38, "{score}");
    }
}
