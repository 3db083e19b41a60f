//! The counts that may be shown, as a table for a spreadsheet.

use super::method::first_texts;
use super::text;
use crate::board_app::Model;
use crate::export::csv::CsvTable;
use crate::export::{BoardTableHeads, BoardTableWords, board_table};
use crate::text::BoardKey;

/// The table; `None` while there is no picture.
#[must_use]
pub fn numbers(model: &Model) -> Option<CsvTable> {
    let picture = model.picture.as_ref()?;
    Some(board_table(picture, &model.questionnaire, &words(model)))
}

fn words(model: &Model) -> BoardTableWords {
    let text = |key| text(model, key);
    BoardTableWords {
        notes: first_texts(model),
        heads: heads(model),
        everybody: text(BoardKey::CsvEverybody),
        executive: text(BoardKey::RolesExecutive),
        non_executive: text(BoardKey::RolesNonExecutive),
        nothing: text(BoardKey::CsvNothing),
        too_few: text(BoardKey::CsvTooFew),
        collapsed: text(BoardKey::CsvCollapsed),
        full: text(BoardKey::CsvFull),
        shared: text(BoardKey::AgreementShared),
        mixed: text(BoardKey::AgreementMixed),
        split: text(BoardKey::AgreementSplit),
        gap_tag: text(BoardKey::TagGap),
        strength_tag: text(BoardKey::TagStrength),
        split_tag: text(BoardKey::TagSplit),
        not_known_tag: text(BoardKey::TagNotKnown),
    }
}

fn heads(model: &Model) -> BoardTableHeads {
    let text = |key| text(model, key);
    BoardTableHeads {
        element: text(BoardKey::CsvElement),
        indicator: text(BoardKey::CsvQuestion),
        view: text(BoardKey::CsvView),
        shown: text(BoardKey::CsvShown),
        low: text(BoardKey::CsvLow),
        middle: text(BoardKey::CsvMiddle),
        high: text(BoardKey::CsvHigh),
        dont_know: text(BoardKey::DoNotKnow),
        median: text(BoardKey::CsvMedian),
        agreement: text(BoardKey::CsvAgreementWord),
        agreement_number: text(BoardKey::CsvAgreement),
        tags: text(BoardKey::CsvTags),
    }
}
