//! What can happen: each message names what a person meant, or what came of an effect.

use super::collecting::Source;
use super::effect::{Copied, Part};
use super::problem::Field;
use super::screen::Screen;
use crate::app::StoreFailure;
use crate::board::{ResponseId, Role, RoundFileProblem};
use crate::questionnaire::Questionnaire;
use crate::text::BoardCatalogue;
use std::sync::Arc;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// What is stored was read, once. Nothing else is sent before it.
    Opened {
        /// It, or why there is none.
        stored: Result<StoredTexts, StoreFailure>,
        /// A number drawn at random.
        random: u64,
    },
    /// Storing ended.
    Written {
        /// What was stored.
        part: Part,
        /// How it ended.
        outcome: Result<(), WriteFailure>,
    },
    /// Removing the round from the store ended.
    Removed(Result<(), WriteFailure>),
    /// Another tab stored the round, or removed it.
    RoundSeen(Option<String>),
    /// The words of another language are there.
    LanguageCame {
        /// What is asked, the same as before.
        questionnaire: Arc<Questionnaire>,
        /// Everything around it.
        catalogue: Arc<BoardCatalogue>,
    },

    /// A screen was asked for by a link or button that only leads there.
    ScreenAsked(Screen),
    /// The back link.
    BackAsked,
    /// Leave, although a round is lost by it.
    LeaveConfirmed,
    /// A link in the error summary.
    ErrorFollowed(Field),

    /// A round code was typed.
    RoundCodeTyped(String),
    /// The typed round code is to be used, with a number drawn at random.
    RoundCodeGiven {
        /// Makes the id of the response.
        random: u64,
    },
    /// The response is for another round.
    OtherRoundAsked,
    /// The member's role was chosen.
    RoleChosen(Role),
    /// Download the response.
    ResponseFileAsked,
    /// Copy the response's code.
    ResponseCodeAsked,
    /// Print the slip with the code.
    SlipAsked,

    /// The round's name was typed.
    NameTyped(String),
    /// The board's size was typed.
    BoardSizeTyped(String),
    /// Whether the role is asked was chosen.
    AsksRoleChosen(bool),
    /// From how many answers on they are shown was typed.
    ThresholdTyped(String),
    /// Set the round up, or store what was changed of it.
    RoundSetUp {
        /// Makes the round's code.
        random: u64,
    },
    /// Open a round of made-up responses.
    RehearsalAsked,
    /// The file of a round was chosen.
    RoundFileChosen {
        /// Its name.
        file: String,
        /// Its text, or why it was not read.
        text: Result<String, RoundFileProblem>,
    },
    /// Download the round.
    RoundDownloadAsked,
    /// Download the stored round that cannot be read.
    UnreadableDownloadAsked,
    /// Delete the round, after having been asked.
    DiscardConfirmed,
    /// Copy one of the ready texts.
    TextCopyAsked(Copied),
    /// Putting something on the clipboard ended.
    CopyEnded {
        /// What.
        what: Copied,
        /// Whether it is there now.
        is_copied: bool,
    },

    /// So many files were chosen or dropped.
    ReadingBegun {
        /// How many.
        files: usize,
    },
    /// A part of a file was read.
    SliceRead {
        /// Which file, counted from 1; in the order in which they were chosen.
        file: usize,
        /// The number of its first line, counted from 1.
        first_line: usize,
        /// The text; `None` if the browser could not read the file.
        text: Option<String>,
        /// Whether the file ends there.
        is_last: bool,
    },
    /// The last file was read.
    ReadingEnded,
    /// Read no more.
    CancelAsked,
    /// Codes or lines were typed or pasted.
    PastedTyped(String),
    /// Add what was pasted.
    PastedAdded,
    /// The row of a paper response was typed.
    MarksTyped(String),
    /// The role of a paper response was chosen.
    MarksRoleChosen(Role),
    /// Add the paper response.
    MarksAdded {
        /// Makes the response's id.
        random: u64,
    },
    /// Which of two versions of a response counts.
    VersionDecided {
        /// Which line of the log.
        source: Source,
        /// Whether the one that came later counts.
        takes_later: bool,
    },
    /// Take a response out.
    ResponseRemoved(ResponseId),
    /// Put the response that was taken out last in again.
    RemovalUndone,
    /// Close the round, after having been asked.
    CloseConfirmed,

    /// Move a line of the agenda up or down.
    AgendaMoved {
        /// Which, counted from 0.
        line: usize,
        /// Up or down.
        is_up: bool,
    },
    /// Drop a line of the agenda.
    AgendaDropped(usize),
    /// Take back that a line was dropped, or that the agenda was made afresh.
    AgendaUndone,
    /// A line of one's own was typed.
    AgendaLineTyped(String),
    /// Add that line.
    AgendaLineAdded,
    /// Make the agenda from the picture again.
    AgendaRestored,

    /// A part of the paper was typed.
    PaperTitleTyped(String),
    /// The meeting was typed.
    MeetingTyped(String),
    /// The purpose was typed.
    PurposeTyped(String),
    /// The recommendation was typed.
    RecommendationTyped(String),
    /// Download the paper as a page.
    PaperDownloadAsked,
    /// Download the paper as plain text.
    TextDownloadAsked,
    /// Download the counts as a table.
    TableDownloadAsked,
    /// Print the document on the screen.
    PrintAsked,
}

/// What is stored of the board's part.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StoredTexts {
    /// The round.
    pub round: Option<String>,
    /// The ids of the member's responses.
    pub responses: Option<String>,
}

/// Why something was not stored, or not removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteFailure {
    /// The store could not be used.
    Store(StoreFailure),
    /// Something else stands there: another tab wrote it, or removed what was there.
    ChangedElsewhere(Option<String>),
}
