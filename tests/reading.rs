//! What is read out: the tree that the browser hands to a screen reader, and what is said while somebody answers.
//!
//! `outlines/` has that tree of one state of each screen, to be read by people. Whoever changes a screen or its words
//! writes them anew with `WRITE_OUTLINES=1`, and looks at what has changed.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::content::{indicator, level, question, wording};
use browser_tests::states::{State, assert_no_problem_in_any_state};
use browser_tests::{Site, Visit};
use regex::Regex;

/// The states whose outlines are kept: one of each screen, and those in which something is wrong.
const KEPT: [&str; 39] = [
    "about",
    "accessibility-statement",
    "board-paper",
    "check-part",
    "close",
    "collect-log",
    "collect-marks-error",
    "conversation",
    "delete",
    "discard",
    "element-results",
    "elements-part",
    "first-screen",
    "invite",
    "leave",
    "load-copy",
    "locked-wrong",
    "notice-blocked",
    "passphrase",
    "picture-opened",
    "question",
    "question-answered-with-note",
    "question-error",
    "questionnaire-missing",
    "questionnaire-with-problems",
    "rescue",
    "results-all",
    "round-none",
    "round-notice-failing",
    "round-open",
    "set-up",
    "set-up-errors",
    "share",
    "share-code-error",
    "share-role-error",
    "start",
    "start-with-answers",
    "your-data",
    "your-data-sealed",
];

#[test]
fn every_state_is_told_without_a_fault_and_every_screen_as_it_is_written_down() {
    assert_no_problem_in_any_state(
        || Visit::to(Site::built()),
        |visit, state| {
            let outline = visit.outline();
            let mut problems = outline.faults();
            if KEPT.contains(&state.name) {
                problems.extend(compare(state, &without_the_passing(&outline.text())));
            }
            problems
        },
    );
}

/// What is another at every visit, and what is written down in its place: the port of the site, a time of day, and
/// the mark and the code of a response that has just been made.
const PASSING: [(&str, &str); 4] = [
    (r"127\.0\.0\.1:\d+", "127.0.0.1:…"),
    (r"\d{1,2} \p{L}+ \d{4} at \d{2}:\d{2}", "… at …"),
    (r"\b[0-9a-f]{12}\b", "…"),
    (r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{2,4}){9,}\b", "…"),
];

fn without_the_passing(outline: &str) -> String {
    PASSING.iter().fold(outline.to_owned(), |outline, (passing, stands)| {
        Regex::new(passing).expect("an expression").replace_all(&outline, *stands).into_owned()
    })
}

/// Where an outline is not what was written down.
fn compare(state: &State, outline: &str) -> Option<String> {
    let file = outlines().join(format!("{}.txt", state.name));
    if std::env::var_os("WRITE_OUTLINES").is_some() {
        fs::create_dir_all(outlines()).expect("a folder for the outlines");
        fs::write(&file, outline).expect("the outline can be written");
        return None;
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    let differing = written.lines().zip(outline.lines()).position(|(written, now)| written != now);
    let place = differing.or_else(|| {
        let [written, now] = [&written[..], outline].map(|text| text.lines().count());
        (written != now).then_some(written.min(now))
    })?;
    let line = |text: &str| text.lines().nth(place).unwrap_or("nothing more").trim().to_owned();
    Some(format!("is told otherwise in line {}: {}, and not {}", place + 1, line(outline), line(&written)))
}

fn outlines() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("outlines")
}

#[test]
fn a_question_is_told_once_and_each_level_with_its_radio() {
    let visit = Visit::begin();
    visit.start_the_check();
    let outline = visit.outline();
    // As the name of the group of answers, and as the heading that is in it.
    assert_eq!(outline.count(&format!("group “{}", question_with_place())), 1, "{}", outline.text());
    assert_eq!(outline.count(&format!("heading “{}”", question(1))), 1, "{}", outline.text());
    for number in 0..5 {
        let description = wording((indicator(1), level(number)));
        assert_eq!(outline.count(description), 1, "{description}\n{}", outline.text());
        assert_eq!(outline.count(&format!("radio “{description}”")), 1);
    }
}

/// The name of the group begins with how far one is.
fn question_with_place() -> String {
    "Question 1 of 32".to_owned()
}

/// Remembers everything that is said by a part of the page that is read out when it changes.
const LISTEN: &str = "
window.said = [];
const listen = (root) => new MutationObserver((changes) => {
  for (const { target } of changes) {
    const place = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest('[role=status], [role=alert], [aria-live]');
    if (!place) continue;
    const text = place.textContent.replace(/\\s+/g, ' ').trim();
    const now = `${place.getAttribute('role') ?? place.getAttribute('aria-live')}: ${text}`;
    if (text && window.said.at(-1) !== now) window.said.push(now);
  }
}).observe(root, { childList: true, characterData: true, subtree: true });
listen(root);
";

fn said(visit: &Visit) -> Vec<String> {
    serde_json::from_value(visit.run("return window.said;", [])).expect("texts")
}

#[test]
fn that_an_answer_is_saved_is_said_once_and_politely() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.run(LISTEN, []);
    for number in [2, 3, 1] {
        visit.choose(wording((indicator(1), level(number))));
    }
    visit.see_text("Saved on this device");
    visit.let_two_frames_pass();
    assert_eq!(said(&visit), ["status: Saved on this device"]);
}

#[test]
fn an_error_is_tied_to_its_field_and_the_summary_is_where_the_focus_goes() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("Continue");
    visit.see_text("There is a problem");
    let outline = visit.outline().text();
    let is_answers = |line: &&str| line.contains(&format!("group “{}", question_with_place()));
    let group = outline.lines().find(is_answers).expect("a group of answers");
    assert!(group.contains("Error:"), "{outline}");
    assert!(outline.contains("group “There is a problem”"), "{outline}");
    let summary = "return root.activeElement?.dataset.focus;";
    visit.see_that("the focus on the summary", |visit| visit.run(summary, []) == "error-summary");
}

#[test]
fn a_chart_has_a_title_a_sentence_and_its_table() {
    let visit = Visit::begin_after(browser_tests::content::left_on(
        assessment::app::Screen::Results,
        &browser_tests::content::mixed_answers(),
    ));
    visit.press("Continue");
    visit.see_heading("Your results");
    visit.unfold("The same as a table");
    let outline = visit.outline();
    for told in [
        "heading “The eight elements” [level=2]",
        "Each dot is your score for an element",
        "In parts, 44 out of 100",
        "region “The same as a table”",
        "columnheader “Score",
        "rowheader “Board digital understanding”",
    ] {
        assert!(outline.count(told) > 0, "{told}\n{}", outline.text());
    }
    // The drawing itself only repeats what is said beside it.
    assert_eq!(outline.count("image") + outline.count("graphics"), 0, "{}", outline.text());
}
