//! The side of the board's part that the check's script calls.

use super::storage_place;
use crate::Session;
use crate::board_app::{self, Opening};
use assessment::questionnaire::Questionnaire;
use std::sync::Arc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Draws the board's part into a room that the check has made for it, and tells the room by the event `left`
/// when somebody wants to go back.
///
/// `storage` is `device`, `session` or `none`. `trust_name` may be empty. `questionnaire` is the packed one that
/// is asked, and `marks` are a member's answers as a row of marks; without them, a board's
/// answers are combined. `address` is that of the page without query and fragment, and `invitation` what it says
/// of a round.
#[wasm_bindgen]
#[must_use]
#[expect(
    clippy::too_many_arguments,
    reason = "a script hands them over, and an object would cost both sides"
)]
pub fn mount_board(
    room: Element,
    heading_level: u8,
    store: String,
    storage: &str,
    trust_name: String,
    questionnaire: &str,
    marks: Option<String>,
    leaves_no_trace: bool,
    address: String,
    invitation: String,
) -> Session {
    let opening = Opening {
        store,
        storage: storage_place(storage),
        trust_name,
        questionnaire: Arc::new(Questionnaire::unpack(questionnaire)),
        marks,
        leaves_no_trace,
        address,
        invitation,
    };
    let within = room.clone();
    Session::mount(room.unchecked_into(), move || board_app::board_part(within, heading_level, opening))
}
