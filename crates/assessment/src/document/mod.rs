//! A document as plain data: what a screen draws, and what an export writes.
//!
//! A board's picture, its agenda and its paper are each one [`Document`]. Whoever draws or writes one is
//! given nothing else, so that no screen and no export can say what another one holds back.

mod profile;
mod spread;

pub use profile::{BoardProfile, ProfileLine};
pub use spread::{Segment, Shade, Spread, SpreadPart};

/// What is shown, from top to bottom, in the words of one language.
///
/// ```
/// use assessment::document::{Block, Document};
/// use assessment::export::text;
///
/// let agenda = Document {
///     language: "en-GB".into(),
///     title: "What to talk about".into(),
///     blocks: vec![Block::Paragraph("Four subjects, the most pressing first.".into())],
/// };
/// assert!(text::write(&agenda).starts_with("What to talk about\n"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language of every text, as a BCP 47 tag such as `en-GB`.
    pub language: String,
    /// The one heading of level 1.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A part of a document. Texts may have been typed by anybody and may have several lines.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading below the title.
    Heading {
        /// From 2 to 4; the title is 1.
        level: u8,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A sentence that must not be passed over.
    Strong(String),
    /// Items in no order.
    List(Vec<String>),
    /// Terms, each with its value.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// How answers are spread.
    Spread(Spread),
    /// Where elements lie between the lowest level and the highest.
    Profile(BoardProfile),
    /// Labels, each with an empty space beside it to write in by hand.
    Blanks(Vec<String>),
    /// Short marks of what stands above them.
    Tags(Vec<String>),
}

/// Rows of cells under a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the table is about.
    pub caption: String,
    /// A name for each column.
    pub head: Vec<String>,
    /// The first cell of each row is its header.
    pub rows: Vec<Vec<String>>,
}
