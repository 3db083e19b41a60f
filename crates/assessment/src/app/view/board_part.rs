use super::super::{Model, Screen, StoragePlace};
use crate::board::write_marks;

/// What the board's part is opened with. It is a program of its own and knows nothing else of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardPartOpening {
    /// The name of the store.
    pub store: String,
    /// Where the page wants answers kept.
    pub storage: StoragePlace,
    /// Whose board it is, as the page calls it; empty if it does not say.
    pub trust_name: String,
    /// The member's answers as a row of marks, where they are to be passed on; none where somebody combines
    /// those of a board.
    pub marks: Option<String>,
    /// Whether somebody wants nothing kept.
    pub leaves_no_trace: bool,
}

/// What the board's part is opened with on the present screen.
#[must_use]
pub fn board_part_opening(model: &Model) -> BoardPartOpening {
    let marks = || {
        let answers =
            model.questionnaire.indicator_positions().map(|position| model.sheet.answers.get(position));
        write_marks(answers)
    };
    BoardPartOpening {
        store: model.store().to_owned(),
        storage: model.storage,
        trust_name: model.trust_name.clone(),
        marks: (model.screen == Screen::Share).then(marks),
        leaves_no_trace: model.keeping().leaves_no_trace(),
    }
}
