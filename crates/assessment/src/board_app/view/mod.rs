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
pub use closing::{CloseView, close};
pub use collecting::{CollectView, LogGroup, LogLine, ResponseLine, VersionLine, collect};
pub use invitation::{InviteView, ReadyText, invite, ready_text};
pub use notice::{NoticeView, notice};
pub use numbers::numbers;
pub use paper::{paper, paper_copied, paper_front, paper_rest, paper_words};
pub use picture::{ElementView, PictureView, StandsOut, picture};
pub use problem::explain;
pub use round::{OpenRound, RoundView, SetUpView, round, set_up};
pub use sharing::{ShareView, SharedView, share};

use super::Model;
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

/// How many are in, and of how many if that was laid down.
fn responses_of(model: &Model, responses: usize, board_size: Option<u32>) -> String {
    match board_size {
        Some(size) => model.catalogue.count(BoardKey::ResponsesOf, responses, &[("of", &size.to_string())]),
        None => count(model, BoardKey::Responses, responses),
    }
}
