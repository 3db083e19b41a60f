//! Tables.

use crate::markup::{Markup, tag, words};

/// A table of these header cells and lines.
pub(crate) fn table_of(head: Vec<Markup>, lines: Vec<Markup>) -> Markup {
    let head = tag("thead", "nhsuk-table__head", vec![table_line(head)]);
    tag("table", "nhsuk-table", vec![head, tag("tbody", "", lines)])
}

/// A table that scrolls inside its own room where it is too wide.
pub(crate) fn scrolling_table(name: &str, head: Vec<Markup>, lines: Vec<Markup>) -> Markup {
    tag("div", "scrolls", vec![table_of(head, lines)])
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", name)
}

/// One line of a table.
pub(crate) fn table_line(cells: Vec<Markup>) -> Markup {
    tag("tr", "", cells)
}

/// A cell that heads its column (`col`) or its line (`row`).
pub(crate) fn header_cell(scope: &'static str, text: String) -> Markup {
    tag("th", "nhsuk-table__header", vec![words(text)]).with("scope", scope)
}

/// Any other cell.
pub(crate) fn cell(text: String) -> Markup {
    tag("td", "nhsuk-table__cell", vec![words(text)])
}
