//! A table for a spreadsheet: comma-separated values.

/// By this mark a spreadsheet knows that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table for a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvTable {
    /// What must be read before the table: a row each, above the head.
    pub notes: Vec<String>,
    /// A name for each column.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A table as comma-separated values (RFC 4180), in UTF-8.
///
/// Every row has as many cells as the widest. A cell that a spreadsheet would run as a formula begins with an
/// apostrophe; a plain number never does.
///
/// ```
/// use assessment::export::csv::{self, CsvTable};
///
/// let texts = |texts: &[&str]| texts.iter().map(|text| text.to_string()).collect::<Vec<_>>();
/// let table = CsvTable {
///     notes: vec![],
///     head: texts(&["Subject", "Agreement"]),
///     rows: vec![texts(&["Risk, and benefit", "-0.50"]), texts(&["=1+1", "0.60"])],
/// };
/// let lines = ["\u{feff}Subject,Agreement", "\"Risk, and benefit\",-0.50", "'=1+1,0.60", ""];
/// assert_eq!(csv::write(&table), lines.join("\r\n"));
/// ```
#[must_use]
pub fn write(table: &CsvTable) -> String {
    let notes = table.notes.iter().map(std::slice::from_ref);
    let rows: Vec<&[String]> =
        notes.chain([table.head.as_slice()]).chain(table.rows.iter().map(Vec::as_slice)).collect();
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or_default();
    let mut written = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let missing = std::iter::repeat_n(String::new(), columns - row.len());
        let cells: Vec<String> = row.iter().map(|text| cell(text)).chain(missing).collect();
        written.push_str(&cells.join(","));
        written.push_str("\r\n");
    }
    written
}

fn cell(text: &str) -> String {
    let guard = if is_run(text) && !is_number(text) { "'" } else { "" };
    if text.contains(['"', ',', '\r', '\n']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

/// Whether a spreadsheet might take the text for a formula. The wide signs are those of an East Asian
/// keyboard.
fn is_run(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Whether the text is a number such as -0.50, which no spreadsheet runs.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_kept_from_it() {
        for (text, written) in [
            ("=SUM(A1)", "'=SUM(A1)"),
            ("+44", "'+44"),
            ("-1+1", "'-1+1"),
            ("-", "'-"),
            ("-.5", "'-.5"),
            ("@name", "'@name"),
            ("\tname", "'\tname"),
            ("\r=1", "\"'\r=1\""),
            ("=\"a\"", "\"'=\"\"a\"\"\""),
            ("＝1", "'＝1"),
            ("-0.5", "-0.5"),
            ("-12", "-12"),
            ("1-2", "1-2"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn notes_stand_above_the_head_and_short_rows_are_filled_up() {
        let table = CsvTable {
            notes: vec!["Members' views.".into()],
            head: vec!["Subject".into(), "Low".into()],
            rows: vec![vec!["Skills".into()]],
        };
        assert_eq!(write(&table), "\u{feff}Members' views.,\r\nSubject,Low\r\nSkills,\r\n");
    }
}
