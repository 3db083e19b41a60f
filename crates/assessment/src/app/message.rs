//! What can happen: each message names what a person meant, or what came of an effect.

use super::{Loading, LookCause, Passphrase, Reading, Refusal, Screen, SealingProblem, Words};
use crate::answers::Answer;
use crate::persist::{BoardItem, CopyProblem, Stamp, Subject, WriterId};
use crate::questionnaire::{ElementPosition, IndicatorPosition};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The store was read when this copy opened. Nothing else is sent before it. It is sent again once what
    /// was sealed is open.
    Opened {
        /// Every stored text of this product by key, or why there are none.
        records: Result<Vec<(String, String)>, StoreFailure>,
        /// Whether they are sealed under a passphrase, and open in this tab.
        is_sealed: bool,
        /// A number that no other copy has.
        writer: WriterId,
        /// The screen's name and depth that the browser's history holds for this entry.
        history: Option<(String, usize)>,
    },
    /// The store was read again.
    StoreRead {
        /// What for.
        reading: Reading,
        /// Every stored text of this product by key, or why there are none.
        records: Result<Vec<(String, String)>, StoreFailure>,
        /// Whether they are sealed under a passphrase, and open in this tab.
        is_sealed: bool,
    },
    /// The mirror was read, which holds the latest changes a second time: a browser that is killed
    /// may not have put them on the disk.
    MirrorRead {
        /// Each change, as key and text.
        records: Vec<(String, String)>,
    },
    /// What is stored of a subject was looked at, so that it can be written.
    Looked {
        /// Of which.
        subject: Subject,
        /// Why.
        cause: LookCause,
        /// What was there.
        found: Result<LookedAt, StoreFailure>,
    },
    /// Writing a record ended.
    Written {
        /// What was written.
        subject: Subject,
        /// Which version of it.
        stamp: Stamp,
        /// How it ended.
        outcome: Result<(), StoreFailure>,
    },
    /// Setting aside a text that could not be read ended.
    SetAside {
        /// In whose place it stood.
        subject: Subject,
        /// Under which key it is now.
        key: String,
        /// How it ended.
        outcome: Result<(), StoreFailure>,
    },
    /// Removing what was to be deleted ended.
    Removed(Result<(), StoreFailure>),
    /// Another tab wrote a record.
    RecordSeen {
        /// Its key.
        key: String,
        /// The stored text.
        text: String,
    },
    /// Another tab or program removed a record.
    RecordGone {
        /// Its key.
        key: String,
    },
    /// Another tab or program removed everything that the website had stored.
    StoreCleared,
    /// The page is looked at again after it was hidden or put away, when notices may have been missed.
    Returned,
    /// The browser's Back or Forward led to an entry of ours.
    HistoryMoved {
        /// The screen's name in it; an entry without one is the start.
        name: String,
        /// How many entries of ours lie before it.
        depth: usize,
    },

    /// A language was chosen from those that are offered, by its tag.
    LanguageChosen(String),
    /// The words of a language are there. The answers stay as they are, whatever they were given in.
    LanguageCame(Words),
    /// The words of the language of that tag could not be brought.
    LanguageMissing(String),

    /// "Do not keep my answers on this device" was ticked (`false`) or cleared (`true`).
    KeepingChanged(bool),
    /// Answer every element, one after another.
    AllElementsChosen,
    /// Answer this element.
    ElementChosen(ElementPosition),
    /// Go on where the last visit ended.
    ResumeAsked,
    /// A screen was asked for by a link or button that only leads there.
    ScreenAsked(Screen),
    /// The back link.
    BackAsked,

    /// An answer was chosen.
    AnswerChosen(IndicatorPosition, Answer),
    /// A note was typed.
    NoteChanged(IndicatorPosition, String),
    /// "Continue" on a question.
    ContinueAsked,
    /// "Skip this question".
    SkipAsked,
    /// "Change" beside an answer on the check screen.
    ChangeAsked(IndicatorPosition),
    /// The link in the error summary.
    ErrorFollowed,

    /// Something was added to what to take to the board.
    BoardItemAdded(BoardItem),
    /// Something was removed from it where it was added, which stays in place.
    BoardItemRemoved(BoardItem),
    /// Something was removed from it in the list, where its line and button go.
    BoardLineRemoved(BoardItem),
    /// The line of one's own was typed.
    OwnLineChanged(String),
    /// "Print" of the whole page.
    PrintAsked,
    /// "Print" of what to take to the board alone.
    PrintBoardAsked,

    /// Store again what the store has lost or not taken.
    SaveAgainAsked,
    /// Download a copy, at that time: milliseconds since the beginning of 1970 in UTC.
    DownloadAsked(u64),
    /// A file was chosen to load a copy from.
    CopyChosen {
        /// Its name.
        file: String,
        /// Its text, or why there is none.
        text: Result<String, CopyProblem>,
    },
    /// Load the chosen copy, after having seen what it changes.
    CopyAccepted(Loading),
    /// Delete everything, after having been asked.
    DeleteConfirmed,

    /// A passphrase was entered at the door, to open what is sealed.
    PassphraseEntered(Passphrase),
    /// Trying it ended.
    Unsealed(Result<(), Refusal>),
    /// Deleting what is sealed, without having opened it, ended.
    SealDeleted(Result<(), Refusal>),
    /// A passphrase was chosen for what is open.
    PassphraseChosen(Passphrase),
    /// Sealing under it ended.
    Sealed(Result<(), SealingProblem>),
    /// Keep everything without a passphrase from now on.
    PassphraseRemoved,
    /// Taking the seal off ended.
    SealRemoved(Result<(), SealingProblem>),
    /// Close what is open, until the passphrase is entered again.
    LockAsked,
    /// That ended. Once it is closed, the store says so.
    Locked(Result<(), SealingProblem>),
}

/// What was found where a record is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedAt {
    /// The text under the key of the header.
    pub header: Option<String>,
    /// The text under the key of the subject.
    pub text: Option<String>,
}

/// Why the store could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFailure {
    /// The browser gives no access to it.
    Blocked,
    /// It took no more.
    Full,
    /// What is in it is sealed under a passphrase, and not open in this tab.
    Sealed,
}
