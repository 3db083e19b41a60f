//! One file for each screen of the board's part.

mod close;
mod collect;
mod conversation;
mod discard;
mod invite;
mod leave;
mod paper;
mod picture;
mod round;
mod set_up;
mod share;

use crate::markup::Markup;
use assessment::board_app::Screen;

/// Draws a screen.
pub(super) fn draw(screen: Screen) -> Markup {
    match screen {
        Screen::Share => share::share(),
        Screen::Round => round::round(),
        Screen::SetUp => set_up::set_up(),
        Screen::Invite => invite::invite(),
        Screen::Collect => collect::collect(),
        Screen::Close => close::close(),
        Screen::Picture => picture::picture(),
        Screen::Conversation => conversation::conversation(),
        Screen::Paper => paper::paper(),
        Screen::Discard => discard::discard(),
        Screen::Leave => leave::leave(),
    }
}
