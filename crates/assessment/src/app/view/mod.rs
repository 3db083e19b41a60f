//! What each screen shows, as plain values. A screen draws one of these and decides nothing.

mod board_part;
mod check;
mod language;
mod notice;
mod question;
mod results;
mod sealing;
mod start;
mod tasks;
mod title;
mod your_data;

pub use board_part::{BoardPartOpening, board_part_opening};
pub use check::{CheckElement, CheckRow, CheckView, check};
pub use language::{LanguagesView, language_of_questionnaire, languages};
pub use notice::{Notice, notice};
pub use question::{AnswerOption, QuestionState, QuestionView, note, question, question_state};
pub(crate) use results::chosen_for_board;
pub use results::{
    BoardLine, BoardView, ElementResultsView, Finding, NextStep, NotKnown, QuestionToAsk, ResultsView,
    WorkingLine, board, board_items, element_results, results,
};
pub use sealing::{DoorView, PassphraseView, SealingView, door, is_about_passphrase, passphrase};
pub use start::{StartView, start};
pub use tasks::{TaskRow, TaskStatus, TasksView, tasks};
pub use title::page_title;
pub use your_data::{ChangeView, ChangesView, LoadCopyView, UnreadView, YourDataView, load_copy, your_data};

use super::Model;
use crate::questionnaire::Level;
use crate::text::Key;

/// "12 of 32 questions answered", for the whole questionnaire.
fn answered_of_all(model: &Model) -> String {
    answered(model, model.sheet.answers.answered(), model.sheet.answers.total())
}

fn answered(model: &Model, answered: usize, total: usize) -> String {
    model.catalogue.count(Key::AnsweredOf, total, &[("answered", &model.catalogue.number(answered))])
}

fn level_name(model: &Model, level: Level) -> String {
    model.questionnaire.scale().name(level).to_owned()
}
