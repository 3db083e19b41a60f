use super::super::Model;
use super::{answered, answered_of_all};
use crate::lists::Listed as _;
use crate::questionnaire::ElementPosition;

/// Every element with its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TasksView {
    /// How much is answered in all.
    pub progress: String,
    /// One row for each element, in order.
    pub rows: Vec<TaskRow>,
    /// Whether there is anything to check or to see results of.
    pub has_answers: bool,
}

/// One element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// Which element.
    pub element: ElementPosition,
    /// Its name.
    pub title: String,
    /// What it means, if the questionnaire says.
    pub definition: Option<String>,
    /// How far it is.
    pub status: TaskStatus,
}

/// How far an element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskStatus {
    /// Nothing is answered.
    NotStarted,
    /// Something is; says how much.
    Part(String),
    /// Everything is.
    Done,
}

/// What the tasks screen shows.
#[must_use]
pub fn tasks(model: &Model) -> TasksView {
    let rows = model.questionnaire.element_positions().map(|element| row(model, element)).listed();
    TasksView { progress: answered_of_all(model), rows, has_answers: model.sheet.answers.answered() > 0 }
}

fn row(model: &Model, position: ElementPosition) -> TaskRow {
    let element = model.questionnaire.element(position);
    let tally = model.sheet.answers.tally(position);
    let (total, open) = (tally.total() as usize, tally.unanswered() as usize);
    let status = match open {
        0 => TaskStatus::Done,
        open if open == total => TaskStatus::NotStarted,
        open => TaskStatus::Part(answered(model, total - open, total)),
    };
    TaskRow {
        element: position,
        title: element.title.clone(),
        definition: element.guidance.as_ref().map(|guidance| guidance.definition.clone()),
        status,
    }
}
