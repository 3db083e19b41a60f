//! The digital leadership check: a private self-check of digital leadership for the boards of NHS
//! trusts, as one Leptos component and one custom element.
//!
//! What it does stands in the crate `assessment`, which knows no browser. This crate draws it and
//! performs its effects. A page uses the element `<digital-leadership-check>`; a Leptos application
//! can use the component directly, as `examples/in_a_leptos_app.rs` shows whole:
//!
//! ```no_run
//! use digital_leadership_check::DigitalLeadershipCheck;
//! use leptos::prelude::*;
//!
//! #[component]
//! fn Page() -> impl IntoView {
//!     view! { <DigitalLeadershipCheck /> }
//! }
//! ```

mod app;
mod board_app;
mod charts;
mod components;
mod content;
mod dispatch;
mod element;
mod markup;
mod platform;
mod projection;
mod screens;
mod session;
mod words;

pub use app::DigitalLeadershipCheck;
pub use assessment::app::{Navigation, Progress, StoragePlace};
pub use assessment::questionnaire::Questionnaire;
pub use element::{mount, mount_board};
pub use session::Session;
