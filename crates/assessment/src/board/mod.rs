//! A board's answers put together: how far members agree, and what may be shown of it.
//!
//! Boards are small, so what is shown of a question depends on how many answered it, and by role on how many
//! of either role did. A [`Cell`] holds the counts that may be shown and nothing more. Whatever else is said of a question
//! (agreement, median, tags) is worked out from its cell, so that it cannot say more than the cell does.

mod agenda;
mod agreement;
mod bits;
mod cell;
mod code;
mod counts;
mod draft;
mod element;
mod file;
mod fraction;
mod invitation;
mod many;
mod marks;
mod picture;
mod rehearsal;
mod response;
mod roles;
mod round_file;
mod symbols;

pub use agenda::{Reason, agenda};
pub use agreement::{Agreement, AgreementWord};
pub use cell::{AnonymityThreshold, Cell, Collapsed, Full, Tag};
pub use code::{LONGEST_CODE, read_code, write_code};
pub use counts::Counts;
pub use draft::{Closing, Draft, Loaded, MOST_KEPT_WHOLE, Round};
pub use element::{GroupScore, group_range, group_score, held_back};
pub use file::{LARGEST_RESPONSE, read_response, write_response};
pub use invitation::Invitation;
pub use many::{Line, is_foreign, read_responses};
pub use marks::{MarksProblem, read_marks, write_marks};
pub use picture::{IndicatorCells, Picture};
pub use rehearsal::rehearse;
pub use response::{Response, ResponseId, ResponseProblem, RoundCode};
pub use roles::{Role, RoleCells, release_by_role};
pub(crate) use round_file::fitting;
pub use round_file::{
    AgendaLine, LARGEST_BOARD, LARGEST_ROUND, LONGEST_AGENDA_LINE, LONGEST_MEETING, LONGEST_PAPER_TITLE,
    LONGEST_PURPOSE, LONGEST_RECOMMENDATION, LONGEST_ROUND_NAME, PaperWords, RoundFile, RoundFileProblem,
    RoundPart, read_round, write_round,
};
