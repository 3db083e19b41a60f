//! One file for each screen.

mod about;
mod board_part;
mod check;
mod delete;
mod element_findings;
mod element_results;
mod load_copy;
mod locked;
mod passphrase;
mod question;
mod results;
mod start;
mod take_to_board;
mod tasks;
mod your_data;

use crate::markup::Markup;
use assessment::app::Screen;
use assessment::text::Key;

/// Draws a screen.
pub(crate) fn draw(screen: Screen) -> Markup {
    match screen {
        Screen::Start => start::start(),
        Screen::About => about::about(),
        Screen::Tasks => tasks::tasks(),
        Screen::Question(indicator) => question::question(indicator),
        Screen::Check => check::check(),
        Screen::Results => results::results(),
        Screen::ElementResults(element) => element_results::element_results(element),
        Screen::YourData => your_data::your_data(),
        Screen::LoadCopy => load_copy::load_copy(),
        Screen::Delete => delete::delete(),
        Screen::Passphrase => passphrase::passphrase(),
        Screen::Locked => locked::locked(),
        Screen::Share => board_part::board_part(Key::ShareHeading),
        Screen::Combine => board_part::board_part(Key::CombineHeading),
    }
}
