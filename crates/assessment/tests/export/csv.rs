//! The table for a spreadsheet.

use crate::any_document::any_text;
use assessment::export::csv::{self, CsvTable};
use proptest::collection::vec;
use proptest::prelude::*;

/// The rows of comma-separated values as RFC 4180 has them.
pub(crate) fn read(file: &str) -> Vec<Vec<String>> {
    let mut rest = file.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let (cell, after) = read_cell(rest);
        row.push(cell);
        rest = if let Some(next) = after.strip_prefix(',') {
            next
        } else {
            rows.push(std::mem::take(&mut row));
            after.strip_prefix("\r\n").expect("a row ends with a line break")
        };
    }
    assert!(row.is_empty(), "the last row ends with a line break");
    rows
}

fn read_cell(text: &str) -> (String, &str) {
    let Some(mut rest) = text.strip_prefix('"') else {
        let (cell, after) = text.split_at(text.find([',', '\r', '\n']).expect("a cell has an end"));
        assert!(!cell.contains('"'), "quotation marks stand in quoted cells alone");
        return (cell.into(), after);
    };
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"').expect("a quoted cell has an end");
        cell.push_str(before);
        let Some(further) = after.strip_prefix('"') else { return (cell, after) };
        cell.push('"');
        rest = further;
    }
}

fn any_table() -> impl Strategy<Value = CsvTable> {
    let cells = || vec(any_text(), 0..5);
    (cells(), vec(any_text(), 1..5), vec(cells(), 0..5)).prop_map(|(notes, head, rows)| CsvTable {
        notes,
        head,
        rows,
    })
}

/// What a spreadsheet is given of a text.
fn guarded(text: &str) -> String {
    let is_run = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let is_plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = text.strip_prefix('-').is_some_and(|number| match number.split_once('.') {
        Some((whole, part)) => is_plain(whole) && is_plain(part),
        None => is_plain(number),
    });
    if is_run && !is_number { format!("'{text}") } else { text.into() }
}

proptest! {
    #[test]
    fn its_rows_come_back(table in any_table()) {
        let rows = table.notes.iter().map(|note| vec![note.clone()]);
        let rows: Vec<Vec<String>> = rows.chain([table.head.clone()]).chain(table.rows.clone()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let expected = rows.into_iter().map(|mut row| {
            row.resize(columns, String::new());
            row.iter().map(|cell| guarded(cell)).collect::<Vec<_>>()
        });
        prop_assert_eq!(read(&csv::write(&table)), expected.collect::<Vec<_>>());
    }
}
