//! The whole state of a round of whoever combines, as a file that another device goes on from.
//!
//! It is one line of JSON that a person can read:
//!
//! | field | what |
//! | --- | --- |
//! | `product`, `round-file` | what kind of file it is, and the version of its format |
//! | `questionnaire` | the fingerprint of the questionnaire |
//! | `name`, `board_size`, `rehearsal` | what whoever combines says of the round |
//! | `round`, `asks_role`, `threshold` | what was laid down before anybody answered |
//! | `counted` | the ids and the counts of what is in the picture; `null` before there is one |
//! | `late` | what came since: `responses` as their own files have them, or `ids` and `counts`, those of `counted` included |
//! | `agenda` | the lines of the agenda; `null` while it is the one that the picture gives |
//! | `paper` | the words of the paper for the board |

mod problem;
mod reading;
mod writing;

pub use problem::{RoundFileProblem, RoundPart};
pub use reading::read_round;
pub use writing::write_round;

use super::draft::Draft;
use crate::questionnaire::IndicatorPosition;
use std::fmt;

/// A file that is larger is not even read, in bytes. That of 100,000 responses has about 1,600,000.
pub const LARGEST_ROUND: usize = 10_000_000;
/// No board has more members.
pub const LARGEST_BOARD: u32 = 100_000;
/// The longest name of a round, in characters.
pub const LONGEST_ROUND_NAME: usize = 100;
/// The longest line of one's own in an agenda, in characters.
pub const LONGEST_AGENDA_LINE: usize = 300;
/// The longest title of a paper, in characters.
pub const LONGEST_PAPER_TITLE: usize = 200;
/// The longest name of a meeting, in characters.
pub const LONGEST_MEETING: usize = 200;
/// The longest purpose of a paper, in characters.
pub const LONGEST_PURPOSE: usize = 1_000;
/// The longest recommendation of a paper, in characters.
pub const LONGEST_RECOMMENDATION: usize = 2_000;

const FORMAT: u64 = 1;

/// The whole state of a round of whoever combines.
#[derive(Clone, PartialEq, Eq)]
pub struct RoundFile {
    /// What whoever combines calls it, of at most [`LONGEST_ROUND_NAME`] characters.
    pub name: String,
    /// How many members the board has, if that was said: 1 to [`LARGEST_BOARD`].
    pub board_size: Option<u32>,
    /// Whether the responses are made up.
    pub is_rehearsal: bool,
    /// What was laid down, and what has come in.
    pub draft: Draft,
    /// What to talk about, each indicator at most once. `None` while it is what the picture gives.
    pub agenda: Option<Vec<AgendaLine>>,
    /// What the paper for the board says besides.
    pub paper: PaperWords,
}

/// Without the texts, which may name people.
impl fmt::Debug for RoundFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RoundFile").field("draft", &self.draft).finish_non_exhaustive()
    }
}

/// A line of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaLine {
    /// An indicator of the questionnaire.
    Indicator(IndicatorPosition),
    /// A text of one's own, of at most [`LONGEST_AGENDA_LINE`] characters.
    Own(String),
}

/// What whoever combines writes in the paper for the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperWords {
    /// Its title, of at most [`LONGEST_PAPER_TITLE`] characters.
    pub title: String,
    /// The meeting that it is for, of at most [`LONGEST_MEETING`] characters.
    pub meeting: String,
    /// What it is for, of at most [`LONGEST_PURPOSE`] characters.
    pub purpose: String,
    /// What it recommends, of at most [`LONGEST_RECOMMENDATION`] characters.
    pub recommendation: String,
}

impl PaperWords {
    /// Makes each text one that a file can hold.
    pub(crate) fn make_fit(&mut self) {
        for (text, longest) in [
            (&mut self.title, LONGEST_PAPER_TITLE),
            (&mut self.meeting, LONGEST_MEETING),
            (&mut self.purpose, LONGEST_PURPOSE),
            (&mut self.recommendation, LONGEST_RECOMMENDATION),
        ] {
            *text = fitting(text, longest);
        }
    }
}

/// As much of a text as a file can hold, with a blank for a tab and without what cannot be seen.
pub(crate) fn fitting(text: &str, longest: usize) -> String {
    let as_blank = |character| if character == '\t' { ' ' } else { character };
    text.chars().map(as_blank).filter(|character| may_stand(*character)).take(longest).collect()
}

/// Whether a character may stand in a text: every one that can be seen, and the break of a line.
fn may_stand(character: char) -> bool {
    character == '\n' || !character.is_control()
}
