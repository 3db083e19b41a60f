//! A document as a file. One module for each format.

pub mod html;
pub mod text;

mod lines;
