/// Why a file is no round that can be gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundFileProblem {
    /// It has more than [`LARGEST_ROUND`](super::LARGEST_ROUND) bytes.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
    /// Its text breaks off or goes wrong there, counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
    },
    /// It is no round of this check's.
    NotARound,
    /// A newer version of the check made it.
    Newer,
    /// It belongs to other questions.
    OtherQuestions,
    /// That part of it makes no sense, by itself or beside what stands before it.
    Damaged {
        /// Which part.
        part: RoundPart,
    },
}

/// A part of the file of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoundPart {
    /// The fingerprint of the questionnaire.
    Questionnaire,
    /// The name of the round.
    Name,
    /// How many members the board has.
    BoardSize,
    /// Whether the responses are made up.
    Rehearsal,
    /// The code of the round.
    Code,
    /// Whether the round asks for the role.
    Roles,
    /// How many answers there must be before they are shown.
    Threshold,
    /// What is in the picture.
    Counted,
    /// What came since.
    Late,
    /// What to talk about.
    Agenda,
    /// The words of the paper.
    Paper,
    /// Something that no round has.
    Unknown,
}

impl RoundPart {
    /// The name of its field in the file.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            RoundPart::Questionnaire => "questionnaire",
            RoundPart::Name => "name",
            RoundPart::BoardSize => "board_size",
            RoundPart::Rehearsal => "rehearsal",
            RoundPart::Code => "round",
            RoundPart::Roles => "asks_role",
            RoundPart::Threshold => "threshold",
            RoundPart::Counted => "counted",
            RoundPart::Late => "late",
            RoundPart::Agenda => "agenda",
            RoundPart::Paper => "paper",
            RoundPart::Unknown => "",
        }
    }
}
