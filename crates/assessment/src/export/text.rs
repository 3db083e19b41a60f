//! Plain text, to paste where nothing but text is taken.

use super::lines::{lines, single_line};
use crate::document::{Block, Document, Table};

/// A document as plain text.
///
/// No line is broken but where the text itself has a break, and nothing is drawn with characters but the
/// line under the title and under headings of level 2. A row of a table becomes a line of its own; a bar is
/// its sentence. The head of a table's first column is left out, as each row's header speaks for itself.
///
/// ```
/// use assessment::document::{Block, Document, Table};
/// use assessment::export::text;
///
/// let texts = |texts: &[&str]| texts.iter().map(|text| text.to_string()).collect::<Vec<_>>();
/// let table = Table {
///     caption: "What members see".into(),
///     head: texts(&["Indicator", "Low", "High"]),
///     rows: vec![texts(&["Board learning", "2", "4"])],
/// };
/// let document = Document {
///     language: "en-GB".into(),
///     title: "Picture".into(),
///     blocks: vec![Block::Table(table), Block::Blanks(texts(&["Owner"]))],
/// };
/// assert_eq!(text::write(&document), "\
/// Picture
/// =======
///
/// What members see
/// Board learning: Low 2; High 4
///
/// Owner: ______
/// ");
/// ```
#[must_use]
pub fn write(document: &Document) -> String {
    let title = underlined(&document.title, "=");
    let blocks = document.blocks.iter().map(block);
    let parts: Vec<String> = [title].into_iter().chain(blocks).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level: ..=2, text } => underlined(text, "-"),
        Block::Heading { text, .. } => single_line(text),
        Block::Paragraph(text) | Block::Strong(text) => lines(text).join("\n"),
        Block::List(items) => joined(items.iter().map(|item| hanging("- ", item))),
        Block::Facts(facts) => joined(facts.iter().map(fact)),
        Block::Table(table) => self::table(table),
        Block::Spread(spread) => lines(&spread.sentence).join("\n"),
        Block::Profile(profile) => table(&profile.table),
        Block::Blanks(labels) => joined(labels.iter().map(|label| named(&single_line(label), "______"))),
        Block::Tags(tags) => in_a_row(tags.iter().map(|tag| single_line(tag))),
    }
}

fn underlined(heading: &str, line: &str) -> String {
    let heading = single_line(heading);
    match heading.chars().count() {
        0 => heading,
        length => format!("{heading}\n{}", line.repeat(length)),
    }
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    let filled: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    filled.join("\n")
}

/// An item with a mark before its first line, and the others moved in as far.
fn hanging(mark: &str, text: &str) -> String {
    let indent = " ".repeat(mark.len());
    let line = |(index, line): (usize, &String)| match index {
        0 => format!("{mark}{line}"),
        _ if line.is_empty() => String::new(),
        _ => format!("{indent}{line}"),
    };
    lines(text).iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn fact((term, value): &(String, String)) -> String {
    let value = hanging("  ", value);
    named(&single_line(term), value.trim_start())
}

/// A name and what belongs to it; either may be empty.
fn named(name: &str, value: &str) -> String {
    match (name, value) {
        (name, "") => name.into(),
        ("", value) => value.into(),
        (name, value) => format!("{name}: {value}"),
    }
}

fn in_a_row(items: impl Iterator<Item = String>) -> String {
    let filled: Vec<String> = items.filter(|item| !item.is_empty()).collect();
    filled.join("; ")
}

fn table(table: &Table) -> String {
    let caption = single_line(&table.caption);
    let rows = table.rows.iter().map(|cells| row(&table.head, cells));
    joined([caption].into_iter().chain(rows))
}

/// A row's header, and each filled cell after the name of its column.
fn row(head: &[String], cells: &[String]) -> String {
    let Some((header, cells)) = cells.split_first() else { return String::new() };
    let columns = head.iter().map(String::as_str).skip(1).chain(std::iter::repeat(""));
    let cell = |(column, cell): (&str, &String)| match (single_line(column), single_line(cell)) {
        (_, cell) if cell.is_empty() => cell,
        (column, cell) if column.is_empty() => cell,
        (column, cell) => format!("{column} {cell}"),
    };
    named(&single_line(header), &in_a_row(columns.zip(cells).map(cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<const COUNT: usize>(texts: [&str; COUNT]) -> Vec<String> {
        texts.map(str::to_owned).into()
    }

    fn written(block: Block) -> String {
        super::block(&block)
    }

    #[test]
    fn further_lines_of_an_item_stand_under_its_first() {
        let list = Block::List(texts(["one\n\ntwo", "", "three"]));
        assert_eq!(written(list), "- one\n\n  two\n- three");
        let facts = Block::Facts(vec![("Owner".into(), "\none\ntwo".into()), ("Date".into(), String::new())]);
        assert_eq!(written(facts), "Owner: one\n  two\nDate");
    }

    #[test]
    fn only_headings_of_level_two_are_underlined() {
        let heading = |level| written(Block::Heading { level, text: "Naïve\nplans".into() });
        assert_eq!(heading(2), "Naïve plans\n-----------");
        assert_eq!(heading(3), "Naïve plans");
        assert_eq!(heading(4), "Naïve plans");
    }

    #[test]
    fn empty_cells_and_missing_heads_leave_no_trace() {
        let table = Table {
            caption: String::new(),
            head: texts(["Indicator", "Low", ""]),
            rows: vec![texts(["One", "", "2", "3"]), texts(["Two"]), vec![], texts(["", "4", "", ""])],
        };
        assert_eq!(written(Block::Table(table)), "One: 2; 3\nTwo\nLow 4");
    }
}
