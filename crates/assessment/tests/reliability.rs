//! `docs/reliability.md` names a test for every fault, and each is there.

use std::fs;
use std::path::{Path, PathBuf};

fn in_the_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn read(path: &str) -> Option<String> {
    fs::read_to_string(in_the_repository(path)).ok()
}

/// The rows of the table of faults, as their cells.
fn faults(document: &str) -> Vec<Vec<&str>> {
    let lines = document.lines().skip_while(|line| !line.starts_with("| the fault |"));
    let rows = lines.take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
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

fn document() -> String {
    read("docs/reliability.md").expect("the document")
}

#[test]
fn every_test_that_is_named_is_in_its_file() {
    assert_eq!(missing(&document()), [""; 0]);
}

#[test]
fn a_test_that_is_not_there_is_found() {
    let here = "crates/assessment/tests/reliability.rs";
    let text = format!("`{here}::has_test`, `no.rs::no_test`, `{here}::a_test_that_is_not_there_is_found`");
    assert_eq!(missing(&text), [format!("{here}::has_test"), "no.rs::no_test".to_owned()]);
}

#[test]
fn every_fault_names_a_host_test() {
    let document = document();
    let faults = faults(&document);
    assert!(faults.len() > 20, "{}", faults.len());
    for fault in faults {
        let [_, _, _, host, browser] = fault[..] else { panic!("five cells: {fault:?}") };
        assert!(!named_tests(host).is_empty(), "{fault:?}");
        assert!(browser == "–" || !named_tests(browser).is_empty(), "{fault:?}");
    }
}
