//! What LibreOffice has saved, as far as it is compared.

use anyhow::{Context, Result};
use roxmltree::{Document, Node};

use super::Part;

/// The headings and tables of a flat OpenDocument text, in order.
pub(super) fn parts(saved: &str) -> Result<Vec<Part>> {
    let document = Document::parse(saved).context("what LibreOffice saved")?;
    let body = document.descendants().find(|node| is(*node, "body")).context("it has saved no body")?;
    Ok(body.descendants().filter_map(part).collect())
}

fn part(node: Node<'_, '_>) -> Option<Part> {
    if is(node, "h") {
        let level = node.attributes().find(|attribute| attribute.name() == "outline-level")?;
        return Some(Part::Heading { level: level.value().parse().ok()?, text: text(node) });
    }
    let cells = |row: Node<'_, '_>| row.children().filter(|cell| is(*cell, "table-cell")).map(text).collect();
    let rows =
        |table: Node<'_, '_>| table.descendants().filter(|row| is(*row, "table-row")).map(cells).collect();
    is(node, "table").then(|| Part::Table(rows(node)))
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// What stands in it, with a blank where a line or a paragraph ends.
fn text(node: Node<'_, '_>) -> String {
    let pieces = node.descendants().map(|node| match node.text() {
        Some(text) if node.is_text() => text,
        _ if is(node, "p") || is(node, "line-break") || is(node, "s") || is(node, "tab") => " ",
        _ => "",
    });
    // A blank that keeps a cell open is one as well.
    pieces.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
