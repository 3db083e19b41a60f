//! Tables.

use crate::markup::{Children, Markup, tag, words};

/// A table of these header cells and lines, which is told by that name.
pub(crate) fn named_table(name: &str, head: Vec<Markup>, lines: Vec<Markup>) -> Markup {
    table(head, lines).with("aria-label", name)
}

fn table(head: Vec<Markup>, lines: Vec<Markup>) -> Markup {
    let head = tag("thead", "nhsuk-table__head", [table_line(head)]);
    tag("table", "nhsuk-table", [head, tag("tbody", "", lines)])
}

/// A table that scrolls inside its own room where it is too wide.
pub(crate) fn scrolling_table(name: &str, head: Vec<Markup>, lines: Vec<Markup>) -> Markup {
    tag("div", "scrolls", [table(head, lines)])
        .with("tabindex", "0")
        .with("role", "region")
        .with("aria-label", name)
}

/// One line of a table.
pub(crate) fn table_line(cells: impl Children) -> Markup {
    tag("tr", "", cells)
}

/// A cell that heads its column (`col`) or its line (`row`).
pub(crate) fn header_cell(scope: &'static str, text: String) -> Markup {
    tag("th", "nhsuk-table__header", [words(text)]).with("scope", scope)
}

/// Any other cell.
pub(crate) fn cell(text: String) -> Markup {
    tag("td", "nhsuk-table__cell", [words(text)])
}
