use super::{fill, text};
use crate::board::{MarksProblem, RoundFileProblem, RoundPart};
use crate::board_app::{Model, Problem};
use crate::text::BoardKey;

/// What is wrong, and what to do about it.
#[must_use]
pub fn explain(model: &Model, problem: &Problem) -> String {
    match problem {
        Problem::NoRoundCode => text(model, BoardKey::ErrorRoundCode),
        Problem::RoleMissing => text(model, BoardKey::ErrorRole),
        Problem::NameMissing => text(model, BoardKey::ErrorName),
        Problem::BoardSizeWrong => text(model, BoardKey::ErrorBoardSize),
        Problem::ThresholdWrong => text(model, BoardKey::ErrorThreshold),
        Problem::ThresholdAboveBoard => text(model, BoardKey::ErrorThresholdAboveBoard),
        Problem::BoardBelowResponses(responses) => {
            fill(model, BoardKey::ErrorBoardBelowResponses, &[("count", &model.catalogue.number(responses))])
        }
        Problem::NothingPasted => text(model, BoardKey::ErrorPasted),
        Problem::Marks(problem) => explain_marks(model, *problem),
        Problem::MarksRoleMissing => text(model, BoardKey::ErrorMarksRole),
        Problem::RoundFile { file, problem } => explain_round_file(model, file, problem),
        Problem::AgendaLineMissing => text(model, BoardKey::ErrorAgendaLine),
    }
}

fn explain_marks(model: &Model, problem: MarksProblem) -> String {
    match problem {
        MarksProblem::NoMark { question, found } => {
            let top = model.catalogue.number(model.questionnaire.scale().top().number());
            let values = [
                ("question", &model.catalogue.number(question)[..]),
                ("found", &found.to_string()),
                ("top", &top),
            ];
            fill(model, BoardKey::ErrorMark, &values)
        }
        MarksProblem::WrongNumber { found, expected } => {
            let [found, expected] = [found, expected].map(|number| model.catalogue.number(number));
            fill(model, BoardKey::ErrorMarks, &[("found", &found), ("expected", &expected)])
        }
    }
}

fn explain_round_file(model: &Model, file: &str, problem: &RoundFileProblem) -> String {
    let (mut line, mut column) = (String::new(), String::new());
    let key = match problem {
        RoundFileProblem::Unreadable => BoardKey::ErrorFileUnreadable,
        RoundFileProblem::TooLarge => BoardKey::ErrorFileTooLarge,
        RoundFileProblem::NotJson { line: at, column: character } => {
            (line, column) = (model.catalogue.number(at), model.catalogue.number(character));
            BoardKey::ErrorFileDamagedAt
        }
        // What no round has, has no name that could be told.
        RoundFileProblem::NotARound | RoundFileProblem::Damaged { part: RoundPart::Unknown } => {
            BoardKey::ErrorFileOther
        }
        RoundFileProblem::Newer => BoardKey::ErrorFileNewer,
        RoundFileProblem::OtherQuestions => BoardKey::ErrorFileOtherQuestions,
        RoundFileProblem::Damaged { part } => {
            return fill(model, BoardKey::ErrorFileDamaged, &[("file", file), ("part", part.field())]);
        }
    };
    fill(model, key, &[("file", file), ("line", &line), ("column", &column)])
}
