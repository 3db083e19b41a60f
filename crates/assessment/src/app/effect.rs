//! What has to happen outside, as plain data. The shell makes one browser call for each.

use super::Passphrase;
use crate::persist::{Stamp, Subject};

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read everything stored whose key begins with [`PRODUCT`](crate::persist::PRODUCT), draw a
    /// number, and answer with [`Message::Opened`](super::Message::Opened).
    Open,
    /// Read the same again and answer with [`Message::StoreRead`](super::Message::StoreRead).
    ReadStore(Reading),
    /// Read the mirror of the latest changes and answer with
    /// [`Message::MirrorRead`](super::Message::MirrorRead), later and only if there is one. Every
    /// record that is written or removed goes into the mirror too.
    ReadMirror,
    /// Read what stands under two keys and answer with [`Message::Looked`](super::Message::Looked).
    Look {
        /// What it is about, for the answer.
        subject: Subject,
        /// Why, for the answer.
        cause: LookCause,
        /// The key of the header.
        header: String,
        /// The key of the subject.
        key: String,
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
    /// Store a text that could not be read under another key and answer with
    /// [`Message::SetAside`](super::Message::SetAside).
    SetAside {
        /// In whose place it stands, for the answer.
        subject: Subject,
        /// Under which key.
        key: String,
        /// The text.
        text: String,
    },
    /// Remove stored texts and answer with [`Message::Removed`](super::Message::Removed).
    Remove {
        /// Their keys.
        keys: Vec<String>,
    },
    /// Remove texts from the mirror alone.
    ForgetMirrored {
        /// Their keys.
        keys: Vec<String>,
    },
    /// Hand the person a copy as a file.
    Download {
        /// What is in it.
        text: String,
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
    /// From now on this copy holds what no fresh one would have, or no longer does.
    HoldHere(bool),
    /// Tell the page how far the member is.
    TellPage(Progress),
    /// Print.
    Print(PrintPart),
    /// Bring the words of this language and answer with [`Message::LanguageCame`](super::Message::LanguageCame),
    /// or with [`Message::LanguageMissing`](super::Message::LanguageMissing).
    BringLanguage(String),
    /// Open what is sealed, for this tab alone, and answer with [`Message::Unsealed`](super::Message::Unsealed).
    Unseal(Passphrase),
    /// Seal everything in the store under this passphrase, whether or not it was sealed under another one,
    /// leave nothing of it in clear, and answer with [`Message::Sealed`](super::Message::Sealed). Whatever is
    /// stored from the beginning of this on is sealed too.
    Seal(Passphrase),
    /// Store everything without a seal and answer with [`Message::SealRemoved`](super::Message::SealRemoved).
    RemoveSeal,
    /// Once all is stored, forget what opens it, tell every copy in this tab that the store has changed, and
    /// answer with [`Message::Locked`](super::Message::Locked).
    Lock,
    /// Hand the person what is sealed as a file, as it is.
    DownloadSealed,
    /// Delete what is sealed without opening it, and answer with
    /// [`Message::SealDeleted`](super::Message::SealDeleted).
    DeleteSealed,
}

/// How far the member is. It says nothing about any answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many questions are answered, also with "I do not know".
    pub answered: usize,
    /// How many there are.
    pub questions: usize,
}

/// Why the whole store is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Something may have been missed.
    Again,
    /// What was there is gone, and is to be stored again.
    ToSaveAgain,
    /// Everything is about to be deleted.
    ToDelete,
    /// A text that cannot be read is about to be set aside, so that the subject in whose place it stands
    /// can be written.
    ToSetAside(Subject, LookCause),
}

/// Why what is stored of a subject is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookCause {
    /// It was changed here and now.
    Change,
    /// It was changed before, and the store may hold something older.
    Retry,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading of the screen.
    Heading,
    /// The error summary.
    ErrorSummary,
    /// The field that the error summary is about.
    Field,
    /// The heading of what to take to the board.
    TakeToBoard,
    /// The answer that was just looked at again, in the list of all.
    Changed,
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
