//! What the browser tests are written with.
//!
//! A test is one person's [`Visit`]: it has a browser to itself with nothing stored in it, and a
//! server of its own that remembers every request. What a person does and sees are its methods. They
//! find things as a screen reader does, by role and accessible name, and they wait for what they need
//! instead of sleeping; a wait that ends in vain says what was awaited and what the page showed.
//!
//! A test says nothing of browsers: it is run in Chromium, Firefox and WebKitGTK, as `ENGINE` says, and
//! everything that differs between them stands in `engine/`. Where one of them cannot do what a test
//! needs, the test is on the list of `docs/engines.md`, and nowhere else.

mod axe;
pub mod board;
mod browser;
pub mod content;
mod display;
pub mod documentation;
mod driver;
mod engine;
pub mod faults;
mod finding;
mod flaws;
mod intranet;
mod nginx;
mod outline;
mod page;
mod ports;
pub mod processes;
mod screen_reader;
mod served;
mod site;
pub mod states;
mod visit;
mod waiting;
mod wordpress;

pub use engine::{Held, Preference};
pub use finding::{Found, Role};
pub use flaws::Measured;
pub use intranet::Intranet;
pub use nginx::Nginx;
pub use outline::{Outline, Part};
pub use served::Preload;
pub use site::{HOST_TITLE, STRICT_POLICY, Site};
pub use thirtyfour::Key;
pub use visit::{LeftBehind, Tab, Visit};
pub use wordpress::WordPress;
