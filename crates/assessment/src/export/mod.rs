//! A document as a file, and a board's answers as a table for a spreadsheet. One module for each format.

pub mod csv;
pub mod html;
pub mod text;

mod board_table;
mod lines;

pub use board_table::{BoardTableHeads, BoardTableWords, board_table};
