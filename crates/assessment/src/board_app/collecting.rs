//! Responses that come in, and what became of each.

use crate::board::{Loaded, Response, ResponseProblem, Role, RoundCode};

/// So many lines are told one by one; of more, only how many there are of each kind.
pub(crate) const MOST_LINES: usize = 1_000;

/// Where a response came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A file, counted from 1 in the order in which they were chosen. Its name is not kept.
    File {
        /// Which file.
        file: usize,
        /// Which line of it.
        line: usize,
    },
    /// A line of what was pasted.
    Pasted {
        /// Which line.
        line: usize,
    },
    /// A row typed from paper, the so-manyth of this visit.
    Paper {
        /// Which one.
        row: usize,
    },
}

/// What became of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in.
    Added,
    /// It is in, and came after the round was closed.
    Late,
    /// It was in before, and counts once.
    AlreadyIn,
    /// Another version of it is in, and somebody has to say which counts.
    AnotherVersion,
    /// Of two versions, the one that came later was taken.
    TookLater,
    /// Of two versions, the one that was in was kept.
    KeptEarlier,
    /// A version of it was counted when the round was closed.
    Counted,
    /// It answers other questions.
    OtherQuestions,
    /// It is for another round.
    OtherRound(RoundCode),
    /// The round asks for the role, and it has none.
    RoleMissing,
    /// It is damaged, or no response.
    Wrong(ResponseProblem),
    /// The file has nothing that looks like a response.
    NotAResponse,
    /// The browser could not read the file.
    Unreadable,
    /// The file has nothing in it.
    Empty,
}

impl From<Loaded> for Outcome {
    fn from(loaded: Loaded) -> Self {
        match loaded {
            Loaded::Added => Outcome::Added,
            Loaded::AlreadyIn => Outcome::AlreadyIn,
            Loaded::AnotherVersion => Outcome::AnotherVersion,
            Loaded::Counted => Outcome::Counted,
            Loaded::OtherQuestions => Outcome::OtherQuestions,
            Loaded::OtherRound(round) => Outcome::OtherRound(round),
            Loaded::RoleMissing => Outcome::RoleMissing,
        }
    }
}

impl Outcome {
    /// With which others it is told.
    #[must_use]
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Outcome::Added => OutcomeKind::Added,
            Outcome::Late => OutcomeKind::Late,
            Outcome::AlreadyIn => OutcomeKind::AlreadyIn,
            Outcome::TookLater | Outcome::KeptEarlier => OutcomeKind::Decided,
            _ => OutcomeKind::NotTaken,
        }
    }

    /// Whether there is nothing left to do about it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.kind() != OutcomeKind::NotTaken
    }
}

/// What is told together of many responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeKind {
    /// They were not taken.
    NotTaken,
    /// They are in.
    Added,
    /// They are in, and wait to be taken into the picture.
    Late,
    /// They were in before.
    AlreadyIn,
    /// Of two versions one was chosen.
    Decided,
}

impl OutcomeKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::NotTaken, Self::Added, Self::Late, Self::AlreadyIn, Self::Decided];
}

/// What became of one response.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) source: Source,
    pub(crate) outcome: Outcome,
    /// The version that came later, until somebody says which counts.
    pub(crate) later: Option<Response>,
}

/// What was chosen, pasted and typed, and what became of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Collecting {
    /// How many files are being read.
    pub(crate) reading: Option<Reading>,
    pub(crate) pasted: String,
    pub(crate) marks: String,
    pub(crate) marks_role: Option<Role>,
    /// How many rows were typed from paper in this visit.
    pub(crate) paper_rows: usize,
    /// What became of what was loaded last.
    pub(crate) log: Log,
    /// The response that was taken out last.
    pub(crate) taken_out: Option<Response>,
}

/// How far the reading of many files is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// How many files there are.
    pub(crate) files: usize,
    /// How many are read.
    pub(crate) done: usize,
    /// What was found so far in the file that is being read.
    pub(crate) file: ReadOfFile,
}

/// What was found so far in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReadOfFile {
    /// Nothing yet, or blank lines.
    Nothing,
    /// Nothing that looks like a response.
    Foreign,
    /// Responses, or what could have been some.
    Something,
}

/// What became of each response that was loaded in one go.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    /// Those that are told one by one.
    pub(crate) entries: Vec<Entry>,
    /// How many there are besides, of each kind.
    pub(crate) besides: [usize; OutcomeKind::ALL.len()],
    /// Whether the reading was ended before its end.
    pub(crate) is_cancelled: bool,
}

impl Log {
    /// Forgets everything that there is nothing to decide about.
    pub(crate) fn keep_undecided(&mut self) {
        self.entries.retain(|entry| entry.later.is_some());
        self.besides = Default::default();
        self.is_cancelled = false;
    }

    pub(crate) fn note(&mut self, source: Source, outcome: Outcome, later: Option<Response>) {
        // A choice between two versions must be there to be made.
        if self.entries.len() < MOST_LINES || later.is_some() {
            self.entries.push(Entry { source, outcome, later });
        } else {
            self.besides[outcome.kind() as usize] += 1;
        }
    }
}
