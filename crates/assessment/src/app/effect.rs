//! What has to happen outside, as plain data. The shell makes one browser call for each.

use crate::persist::{Stamp, Subject};

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read every record with these keys and answer with [`Message::Opened`](super::Message::Opened).
    ReadStore {
        /// The keys.
        keys: Vec<String>,
    },
    /// Store a text and answer with [`Message::Written`](super::Message::Written).
    Write {
        /// What it is about, for the answer.
        subject: Subject,
        /// Its version, for the answer.
        stamp: Stamp,
        /// Under which key.
        key: String,
        /// The text.
        text: String,
    },
    /// Remove stored texts; nothing is answered.
    Remove {
        /// Their keys.
        keys: Vec<String>,
    },
    /// Move the focus once the screen is drawn.
    MoveFocus(FocusTarget),
    /// Set the page's title and history. Sent only where the page is ours.
    ShowPlace {
        /// The screen's name for the history.
        name: String,
        /// How many entries of ours lie before it.
        depth: usize,
        /// The page's title.
        title: String,
        /// What to do with the history.
        step: HistoryStep,
    },
    /// Go back one entry in the browser's history.
    GoBack,
    /// From now on ask before the page is left, or stop asking.
    WarnBeforeLeaving(bool),
    /// Print.
    Print(PrintPart),
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the screen.
    Heading,
    /// The error summary.
    ErrorSummary,
    /// The first answer of a question.
    FirstAnswer,
    /// The heading of what to take to the board.
    TakeToBoard,
}

/// What a change of place does to the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryStep {
    /// A new entry.
    Push,
    /// The present entry changes.
    Replace,
    /// Only the title changes; the history has moved by itself.
    Keep,
}

/// How much is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrintPart {
    /// The whole screen.
    Everything,
    /// What to take to the board, alone on a page.
    TakeToBoard,
}
