//! Where elements lie between the lowest level and the highest.

use super::Table;

/// One line for each element, from the lowest level to the highest, with the table that says the same.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardProfile {
    /// The names of the levels, evenly spaced along every line.
    pub levels: Vec<String>,
    /// The elements.
    pub lines: Vec<ProfileLine>,
    /// The same as a table.
    pub table: Table,
}

/// One element of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileLine {
    /// The name of the element.
    pub title: String,
    /// What the line shows, in words.
    pub words: String,
    /// Where the point lies, from 0 to 100; `None` if too little may be shown.
    pub score: Option<f64>,
    /// Between which places the point could lie, from 0 to 100, the lower first.
    pub reach: Option<(f64, f64)>,
}
