//! The parts that screens are built from.

mod board_toggle;
mod button;
mod disclosure;
mod error_message;
mod error_summary;
mod heading;
mod language_choice;
mod notice;
mod notice_banner;
mod passphrase_form;
mod phrase;
mod rescue_screen;
mod screen;
mod table;

pub(crate) use board_toggle::{board_fullness, board_toggle};
pub(crate) use button::{
    Look, back_link, button, button_doing, button_row, link_button, link_button_about, link_list,
    message_button,
};
pub(crate) use disclosure::disclosure;
pub(crate) use error_message::error_message;
pub(crate) use error_summary::error_summary;
pub(crate) use heading::{
    HeadingSize, HighestHeading, focusable_heading, heading, screen_heading, section_heading, trust_caption,
    trust_name,
};
pub(crate) use language_choice::language_choice;
pub(crate) use notice::{done_notice, notice};
pub(crate) use notice_banner::notice_banner;
pub(crate) use passphrase_form::{PassphraseForm, passphrase_form, passphrase_problem};
pub(crate) use phrase::{asked, paragraph_of, say};
pub(crate) use rescue_screen::rescue_screen;
pub(crate) use screen::screen;
pub(crate) use table::{cell, header_cell, named_table, scrolling_table, table_line};
