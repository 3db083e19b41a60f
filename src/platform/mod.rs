//! Every call to the browser, one file for each thing it can do.

pub(crate) mod board_part;
pub(crate) mod browser;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod history;
pub(crate) mod languages;
pub(crate) mod leaving;
pub(crate) mod many_files;
pub(crate) mod mirror;
pub(crate) mod passphrase_field;
pub(crate) mod print;
pub(crate) mod random;
pub(crate) mod sealing;
pub(crate) mod storage;
pub(crate) mod text_size;
