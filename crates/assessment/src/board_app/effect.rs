//! What has to happen outside, as plain data.

use super::problem::Field;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read what is stored under two keys, draw a number, and answer with
    /// [`Message::Opened`](super::Message::Opened).
    Open {
        /// The key of the round.
        round: String,
        /// The key of the ids of the member's responses.
        responses: String,
    },
    /// Store a text, if what stands there is what is expected, and answer with
    /// [`Message::Written`](super::Message::Written).
    Write {
        /// What it is, for the answer.
        part: Part,
        /// Under which key.
        key: String,
        /// What should stand there.
        expected: Expected,
        /// The text.
        text: String,
    },
    /// Remove a stored text, if it is what is expected, and answer with
    /// [`Message::Removed`](super::Message::Removed).
    Remove {
        /// Its key.
        key: String,
        /// What should stand there.
        expected: Expected,
    },
    /// Hand the person a file.
    Download {
        /// What it is, from which it has its name.
        kind: FileKind,
        /// What is in it.
        text: String,
    },
    /// Put a text on the clipboard and answer with [`Message::CopyEnded`](super::Message::CopyEnded).
    Copy {
        /// What it is, for the answer.
        what: Copied,
        /// The text.
        text: String,
    },
    /// Print.
    Print(PrintPart),
    /// Read no more of the files that were chosen.
    StopReading,
    /// From now on ask before the page is left, or stop asking.
    WarnBeforeLeaving(bool),
    /// Move the focus once the screen is drawn.
    MoveFocus(FocusTarget),
    /// Leave the board's part.
    Leave,
}

/// What should stand where something is to be stored. Anything else was stored by another tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It does not matter.
    Anything,
    /// This text, or none.
    Text(Option<String>),
}

/// What is stored under a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The round of whoever combines.
    Round,
    /// The ids of a member's responses.
    Responses,
}

/// What a file is. Its name says that much and nothing of the person or the round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// One member's response.
    Response,
    /// A round, to resume it on another device.
    Round,
    /// A stored round that cannot be read.
    Unreadable,
    /// The board paper, as a page.
    Paper,
    /// The board paper, as plain text.
    Text,
    /// The counts, as a table.
    Table,
}

impl FileKind {
    /// The name of such a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FileKind::Response => "response.json",
            FileKind::Round => "board-round.json",
            FileKind::Unreadable => "board-round-unreadable.txt",
            FileKind::Paper => "board-paper.html",
            FileKind::Text => "board-paper.txt",
            FileKind::Table => "board-table.csv",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Response | FileKind::Round => "application/json",
            FileKind::Unreadable | FileKind::Text => "text/plain;charset=utf-8",
            FileKind::Paper => "text/html;charset=utf-8",
            FileKind::Table => "text/csv;charset=utf-8",
        }
    }
}

/// What was put on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The code of a response.
    Code,
    /// The invitation.
    Invitation,
    /// The reminder.
    Reminder,
    /// The note after the round.
    ClosingNote,
    /// The board paper as plain text.
    Paper,
}

/// How much is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintPart {
    /// The document on the screen.
    Document,
    /// The slip with a response's code, alone on a page.
    Slip,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the screen.
    Heading,
    /// The error summary.
    ErrorSummary,
    /// A field that is wrong.
    Field(Field),
    /// What came of the responses that were loaded.
    Log,
    /// The heading of the responses that are in.
    Responses,
    /// A line of the agenda, counted from 0; without any, the heading of the agenda.
    AgendaLine(usize),
}
