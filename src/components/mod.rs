//! The parts that screens are built from.

mod back_link;
mod board_toggle;
mod button;
mod heading;
mod notice_banner;
mod rescue_screen;

pub(crate) use back_link::BackLink;
pub(crate) use board_toggle::BoardToggle;
pub(crate) use button::{Button, LinkButton, Look};
pub(crate) use heading::{Heading, ScreenHeading};
pub(crate) use notice_banner::NoticeBanner;
pub(crate) use rescue_screen::RescueScreen;
