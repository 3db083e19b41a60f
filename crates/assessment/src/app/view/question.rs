use super::super::{Keeping, Model};
use crate::answers::Answer;
use crate::lists::Listed as _;
use crate::persist::Subject;
use crate::questionnaire::IndicatorPosition;
use crate::text::Key;

/// The words of one question; they stay the same while it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Which one.
    pub indicator: IndicatorPosition,
    /// "Question 5 of 32".
    pub progress: String,
    /// The element's name.
    pub element: String,
    /// The question.
    pub question: String,
    /// The described levels, lowest first.
    pub options: Vec<AnswerOption>,
}

/// One described level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// What choosing it means.
    pub answer: Answer,
    /// The description.
    pub description: String,
}

/// What changes while a question is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionState {
    /// The answer so far.
    pub answer: Option<Answer>,
    /// Whether to say that an answer is missing.
    pub is_answer_missing: bool,
    /// Whether the last change is stored for certain.
    pub is_saved: bool,
    /// Whether it is being sealed, and so not stored yet.
    pub is_saving: bool,
    /// Whether that it is saved is read out. With each letter of a note that would be too often, where saving takes
    /// a moment.
    pub is_saving_told: bool,
    /// Where the answers are kept.
    pub keeping: Keeping,
}

/// The words of a question.
#[must_use]
pub fn question(model: &Model, position: IndicatorPosition) -> QuestionView {
    let questionnaire = &model.questionnaire;
    let indicator = questionnaire.indicator(position);
    let number = model.catalogue.number(position.number());
    let descriptions = questionnaire.scale().levels().zip(&indicator.descriptions);
    QuestionView {
        indicator: position,
        progress: model.catalogue.count(
            Key::QuestionOf,
            questionnaire.indicators().len(),
            &[("number", &number)],
        ),
        element: questionnaire.element(indicator.element).title.clone(),
        question: indicator.question.clone(),
        options: descriptions
            .map(|(level, description)| AnswerOption {
                answer: Answer::Level(level),
                description: description.clone(),
            })
            .listed(),
    }
}

/// The private note on a question; may be empty. It may change while the question is shown, by another
/// tab for example.
#[must_use]
pub fn note(model: &Model, position: IndicatorPosition) -> String {
    model.sheet.note(position).to_owned()
}

/// The state of a question.
#[must_use]
pub fn question_state(model: &Model, position: IndicatorPosition) -> QuestionState {
    let subjects = [Subject::Answer(position), Subject::Note(position)];
    QuestionState {
        answer: model.sheet.answers.get(position),
        is_answer_missing: model.is_answer_missing,
        is_saved: model.storing.is_saved(&subjects),
        is_saving: model.sealing.is_sealed && model.storing.is_saving_any(&subjects),
        is_saving_told: !(model.sealing.is_sealed && model.storing.is_note_changed()),
        keeping: model.keeping(),
    }
}
