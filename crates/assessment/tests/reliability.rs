//! `docs/reliability.md` names a test for every fault, `docs/security.md` one for every claim, and each is there.

use std::fs;
use std::path::{Path, PathBuf};

const RELIABILITY: &str = "docs/reliability.md";
const SECURITY: &str = "docs/security.md";

fn in_the_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn read(path: &str) -> Option<String> {
    fs::read_to_string(in_the_repository(path)).ok()
}

/// Every table whose head begins like this, as its rows, which are their cells.
fn tables<'a>(document: &'a str, head: &str) -> Vec<Vec<Vec<&'a str>>> {
    let lines: Vec<&str> = document.lines().collect();
    let is_wanted = |table: &&[&str]| table.first().is_some_and(|first| first.starts_with(head));
    let tables = lines.split(|line| !line.starts_with('|')).filter(is_wanted);
    let cells = |row: &&'a str| row.trim_matches('|').split('|').map(str::trim).collect();
    tables.map(|table| table[2..].iter().map(cells).collect()).collect()
}

/// Everything in the document of the form `file::test`.
fn named_tests(text: &str) -> Vec<(&str, &str)> {
    text.split('`').skip(1).step_by(2).filter_map(|quoted| quoted.split_once("::")).collect()
}

fn has_test(file: &str, test: &str) -> bool {
    let Some(source) = read(file) else { return false };
    let mut lines = source.lines().zip(source.lines().skip(1));
    lines.any(|(before, line)| before.trim() == "#[test]" && line.trim() == format!("fn {test}() {{"))
}

fn missing(document: &str) -> Vec<String> {
    let missing = named_tests(document).into_iter().filter(|(file, test)| !has_test(file, test));
    missing.map(|(file, test)| format!("{file}::{test}")).collect()
}

fn document(name: &str) -> String {
    read(name).expect("the document")
}

#[test]
fn every_test_that_is_named_is_in_its_file() {
    for name in [RELIABILITY, SECURITY] {
        assert_eq!(missing(&document(name)), [""; 0], "{name}");
    }
}

#[test]
fn every_claim_about_security_names_its_test() {
    let document = document(SECURITY);
    let claims = tables(&document, "| claim |").concat();
    assert!(claims.len() > 20, "{}", claims.len());
    for claim in claims {
        let [_, test] = claim[..] else { panic!("two cells: {claim:?}") };
        assert_eq!(named_tests(test).len(), 1, "{claim:?}");
    }
}

#[test]
fn a_test_that_is_not_there_is_found() {
    let here = "crates/assessment/tests/reliability.rs";
    let text = format!("`{here}::has_test`, `no.rs::no_test`, `{here}::a_test_that_is_not_there_is_found`");
    assert_eq!(missing(&text), [format!("{here}::has_test"), "no.rs::no_test".to_owned()]);
}

#[test]
fn every_fault_names_a_host_test() {
    let document = document(RELIABILITY);
    let faults = tables(&document, "| the fault |").remove(0);
    assert!(faults.len() > 20, "{}", faults.len());
    for fault in faults {
        let [_, _, _, host, browser] = fault[..] else { panic!("five cells: {fault:?}") };
        assert!(!named_tests(host).is_empty(), "{fault:?}");
        assert!(browser == "–" || !named_tests(browser).is_empty(), "{fault:?}");
    }
}
