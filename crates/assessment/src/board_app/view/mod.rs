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

/// How many are in, and of how many if that was laid down. Those that came late are told by themselves.
fn responses_in(model: &Model, round: &RoundFile) -> String {
    let counted = |all, of, responses| match round.board_size {
        Some(size) => model.catalogue.count(of, responses, &[("of", &model.catalogue.number(size))]),
        None => count(model, all, responses),
    };
    match late(model, round) {
        None => counted(BoardKey::Responses, BoardKey::ResponsesOf, round.draft.responses()),
        Some(late) => {
            let responses = round.draft.counted_responses();
            let counted = counted(BoardKey::ResponsesCounted, BoardKey::ResponsesCountedOf, responses);
            let late = count(model, BoardKey::RoundLate, late);
            fill(model, BoardKey::ResponsesLate, &[("counted", &counted), ("late", &late)])
        }
    }
}

/// How many came after the round was closed and are not in the picture; `None` without any.
fn late(model: &Model, round: &RoundFile) -> Option<usize> {
    let late = round.draft.late_responses();
    (model.is_closed() && late > 0).then_some(late)
}
