//! What each screen shows, worked out from the model.
//!
//! Whatever is told of the board is made of what its cells may show, and comes as a
//! [`Document`](crate::document::Document), which screens draw and exports write alike.

mod agenda;
mod closing;
mod collecting;
mod elements;
mod indicator;
mod invitation;
mod method;
mod notice;
mod numbers;
mod paper;
mod picture;
mod problem;
mod round;
mod sharing;

pub use agenda::{ConversationView, LineView, conversation};
pub use closing::{CloseView, LeaveView, close, leave};
pub use collecting::{
    CollectView, LogGroup, LogLine, ResponseLine, ToldView, VersionLine, collect, marks, marks_role, pasted,
};
pub use invitation::{InviteView, ReadyText, invite, ready_text};
pub use notice::{NoticeView, notice};
pub use numbers::numbers;
pub use paper::{paper, paper_copied, paper_front, paper_rest, paper_words};
pub use picture::{ElementView, PictureView, StandsOut, picture};
pub use problem::explain;
pub use round::{OpenRound, RoundView, SetUpView, round, set_up};
pub use sharing::{ShareView, SharedView, share};

use super::Model;
use crate::board::RoundFile;
use crate::text::BoardKey;

fn text(model: &Model, key: BoardKey) -> String {
    model.catalogue.text(key).to_owned()
}

fn fill(model: &Model, key: BoardKey, values: &[(&str, &str)]) -> String {
    model.catalogue.fill(key, values)
}

fn count(model: &Model, key: BoardKey, count: usize) -> String {
    model.catalogue.count(key, count, &[])
}

/// Whether more responses are in than the board has members, so that somebody counts twice.
fn has_too_many(round: &RoundFile) -> bool {
    let size = round.board_size.map(|size| usize::try_from(size).unwrap_or(usize::MAX));
    size.is_some_and(|size| round.draft.responses() > size)
}

/// How many are in, and of how many if that was laid down.
fn responses_of(model: &Model, responses: usize, board_size: Option<u32>) -> String {
    match board_size {
        Some(size) => {
            model.catalogue.count(BoardKey::ResponsesOf, responses, &[("of", &model.catalogue.number(size))])
        }
        None => count(model, BoardKey::Responses, responses),
    }
}
