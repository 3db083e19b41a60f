//! One HTML file with everything in it, for a browser, a printer or a word processor.

mod bar;
mod style;

use super::lines::{lines, single_line};
use crate::document::{Block, Document, Spread, Table};

/// A document as one HTML file that loads nothing and runs nothing.
///
/// Tables are the only layout, so that a word processor opens it as well as a browser: its headings are
/// headings and its tables are tables. It names no policy of its own, of which LibreOffice makes a comment beside
/// the title.
///
/// ```
/// use assessment::document::{Block, Document};
/// use assessment::export::html;
///
/// let document = Document {
///     language: "en-GB".into(),
///     title: "Risk & benefit".into(),
///     blocks: vec![Block::Paragraph("Typed\n<b>by a member</b>".into())],
/// };
/// let file = html::write(&document);
/// assert!(file.contains("<h1>Risk &amp; benefit</h1>"));
/// assert!(file.contains("<p>Typed<br>&lt;b&gt;by a member&lt;/b&gt;</p>"));
/// ```
#[must_use]
pub fn write(document: &Document) -> String {
    let language = escaped(&document.language);
    let title = escaped(&single_line(&document.title));
    let style = style::STYLE;
    let blocks: String = document.blocks.iter().map(block).collect();
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"{language}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n\
         <style>{style}</style>\n\
         </head>\n\
         <body>\n\
         <h1>{title}</h1>\n\
         {blocks}\
         </body>\n\
         </html>\n"
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => unless_empty(heading(*level), "", &escaped(&single_line(text))),
        Block::Paragraph(text) => unless_empty("p", "", &typed(text)),
        Block::Strong(text) => unless_empty("p", " class=\"strong\"", &strong(text)),
        Block::List(items) => list(items),
        Block::Facts(facts) => self::facts(facts),
        Block::Table(table) => self::table(table),
        Block::Spread(spread) => self::spread(spread),
        Block::Profile(profile) => table(&profile.table),
        Block::Blanks(labels) => blanks(labels),
        Block::Tags(tags) => self::tags(tags),
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        ..=2 => "h2",
        3 => "h3",
        4.. => "h4",
    }
}

fn list(items: &[String]) -> String {
    let items: String = items.iter().map(|item| element("li", "", &typed(item)) + "\n").collect();
    unless_empty("ul", "", &items)
}

fn facts(facts: &[(String, String)]) -> String {
    let fact = |(term, value): &(String, String)| {
        format!("{}\n{}\n", element("dt", "", &typed(term)), element("dd", "", &typed(value)))
    };
    unless_empty("dl", "", &facts.iter().map(fact).collect::<String>())
}

/// A bar says nothing that the sentence and the table do not, so nobody has to listen to it.
fn spread(spread: &Spread) -> String {
    let sentence = unless_empty("p", "", &typed(&spread.sentence));
    format!("{sentence}{}{}", bar::bar(&spread.segments()), table(&spread.table))
}

fn blanks(labels: &[String]) -> String {
    // A word processor takes the height of a row from the attribute, and leaves an empty cell no height.
    let row = |label: &String| {
        let label = element("th", " scope=\"row\" class=\"label\" width=\"30%\"", &typed(label));
        let space = element("td", " class=\"space\" width=\"70%\" height=\"56\"", "&nbsp;");
        table_row(&(label + &space))
    };
    unless_empty("table", " width=\"100%\"", &labels.iter().map(row).collect::<String>())
}

fn tags(tags: &[String]) -> String {
    let tags: Vec<String> = tags.iter().map(|tag| strong(tag)).filter(|tag| !tag.is_empty()).collect();
    unless_empty("p", " class=\"tags\"", &tags.join(" · "))
}

fn table(table: &Table) -> String {
    let caption = caption(&table.caption);
    let columns = table.rows.iter().map(Vec::len).fold(table.head.len(), usize::max);
    let head = head(&table.head, columns);
    let rows: String = table.rows.iter().map(|cells| row(cells, columns)).collect();
    unless_empty("table", " width=\"100%\"", &(caption + &head + &unless_empty("tbody", "", &rows)))
}

fn caption(text: &str) -> String {
    // A word processor centres a caption whatever the style says, but not a paragraph in it that says itself
    // where it stands.
    let paragraph = unless_empty("p", " class=\"caption\" style=\"text-align: left\"", &strong(text));
    unless_empty("caption", "", &paragraph)
}

fn head(names: &[String], columns: usize) -> String {
    if names.is_empty() {
        return String::new();
    }
    let cells: String = padded(names, columns)
        .map(|name| element("th", " scope=\"col\" class=\"head\"", &typed(name)))
        .collect();
    element("thead", "", &table_row(&cells)) + "\n"
}

/// A row with its header, filled up to so many columns.
fn row(cells: &[String], columns: usize) -> String {
    let cell = |(index, cell): (usize, &str)| match index {
        0 => element("th", " scope=\"row\" class=\"cell\"", &typed(cell)),
        _ => element("td", " class=\"cell\"", &typed(cell)),
    };
    let cells: String = padded(cells, columns).enumerate().map(cell).collect();
    table_row(&cells)
}

fn table_row(cells: &str) -> String {
    element("tr", " valign=\"top\"", cells) + "\n"
}

fn padded(cells: &[String], columns: usize) -> impl Iterator<Item = &str> {
    cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(columns)
}

fn strong(text: &str) -> String {
    let text = typed(text);
    if text.is_empty() { text } else { element("strong", "", &text) }
}

/// An element on a line of its own, or nothing at all if nothing is in it.
fn unless_empty(name: &str, attributes: &str, content: &str) -> String {
    if content.is_empty() { String::new() } else { element(name, attributes, content) + "\n" }
}

fn element(name: &str, attributes: &str, content: &str) -> String {
    format!("<{name}{attributes}>{content}</{name}>")
}

/// A text with its own line breaks.
fn typed(text: &str) -> String {
    lines(text).iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br>")
}

/// A text that can stand between tags and between double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
