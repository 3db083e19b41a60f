//! What is wrong with what somebody put in.

use crate::board::{MarksProblem, RoundFileProblem};

/// What is wrong, and with what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// That is no round code.
    NoRoundCode,
    /// The round asks for the role, and none was chosen.
    RoleMissing,
    /// The round has no name.
    NameMissing,
    /// A board has a number of members.
    BoardSizeWrong,
    /// The least number of answers is a number from 5.
    ThresholdWrong,
    /// The least number of answers is larger than the board.
    ThresholdAboveBoard,
    /// The board would be smaller than the number of responses that are in.
    BoardBelowResponses(usize),
    /// Nothing was pasted.
    NothingPasted,
    /// The row of a paper response is wrong.
    Marks(MarksProblem),
    /// The role of a paper response was not chosen.
    MarksRoleMissing,
    /// The file of a round cannot be opened.
    RoundFile {
        /// Its name.
        file: String,
        /// Why.
        problem: RoundFileProblem,
    },
    /// A line of the agenda has no text.
    AgendaLineMissing,
}

/// What somebody puts something into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The round code that a member was given.
    RoundCode,
    /// The member's role.
    Role,
    /// The round's name.
    Name,
    /// The board's size.
    BoardSize,
    /// From how many answers on they are shown.
    Threshold,
    /// The codes that were pasted.
    Pasted,
    /// A paper response.
    Marks,
    /// The role of a paper response.
    MarksRole,
    /// The file of a round.
    RoundFile,
    /// A line of one's own for the agenda.
    AgendaLine,
}

impl Problem {
    /// Where it is.
    #[must_use]
    pub fn field(&self) -> Field {
        match self {
            Problem::NoRoundCode => Field::RoundCode,
            Problem::RoleMissing => Field::Role,
            Problem::NameMissing => Field::Name,
            Problem::BoardSizeWrong | Problem::BoardBelowResponses(_) => Field::BoardSize,
            Problem::ThresholdWrong | Problem::ThresholdAboveBoard => Field::Threshold,
            Problem::NothingPasted => Field::Pasted,
            Problem::Marks(_) => Field::Marks,
            Problem::MarksRoleMissing => Field::MarksRole,
            Problem::RoundFile { .. } => Field::RoundFile,
            Problem::AgendaLineMissing => Field::AgendaLine,
        }
    }
}
