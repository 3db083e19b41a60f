//! What a person has where the check has not started, or cannot.

use browser_tests::content::{first_screen_words, paper_words, questionnaire};
use browser_tests::faults::{NEVER_START, NO_WEBASSEMBLY, TOO_OLD};
use browser_tests::{Role, Site, Visit};
use serde_json::json;

const PROGRAM: &str = "digital-leadership-check-app_bg.wasm";
const PAPER: &str = "Digital leadership check on paper";

/// Every text and control of the first screen, with its class and where it stands.
const TEXTS: &str = "
const isThere = (element) => isSeen(element) && !element.closest('[role=status]');
return all('.screen :is(h1, h2, h3, p, li, button, label, .nhsuk-hint)').filter(isThere).map((element) => {
  const { left, top, width } = element.getBoundingClientRect();
  const place = [left, top, width].map((length) => Math.round(length * 4) / 4);
  return `${plain(element.textContent)} (${element.localName} ${element.className}) at ${place}`;
});
";

#[test]
fn the_check_draws_the_same_words_in_the_same_places() {
    let visit = Visit::to(Site::built());
    for width in [320, 375, 820, 1280] {
        visit.resize(width, 900);
        let never = visit.preload(NEVER_START);
        visit.go_to("/");
        visit.see(Role::Button, "Answer all the questions");
        let before = texts(&visit);
        visit.end_preload(never);
        visit.open("/");
        assert!(before.len() >= 20, "{before:#?}");
        assert_eq!(before, texts(&visit), "at {width}");
    }
}

fn texts(visit: &Visit) -> Vec<String> {
    serde_json::from_value(visit.run(TEXTS, [])).expect("texts")
}

#[test]
fn before_there_is_a_script_there_is_nothing_to_press() {
    let visit = Visit::to(Site::built().without("digital-leadership-check.js"));
    visit.go_to("/");
    visit.see_on_page(first_screen_words("loading"));
    assert_eq!(visit.names(Role::Button), [""; 0]);
    assert!(!visit.has(Role::Link, first_screen_words("paper")), "nothing is late yet");
}

#[test]
fn without_scripts_the_page_says_so_and_leads_to_the_paper_version() {
    let visit = Visit::to(Site::built());
    visit.allow_scripts(false);
    visit.go_to("/");
    visit.see_on_page(first_screen_words("no_script"));
    assert!(!visit.page_text().contains(first_screen_words("loading")), "{}", visit.page_text());
    visit.follow(first_screen_words("paper"));
    visit.see_heading(PAPER);
}

#[test]
fn without_webassembly_the_page_says_so_and_leads_to_the_paper_version() {
    let visit = Visit::to(Site::built());
    visit.preload(NO_WEBASSEMBLY);
    visit.go_to("/");
    visit.see_on_page(first_screen_words("no_webassembly"));
    assert!(!visit.page_text().contains(first_screen_words("loading")), "{}", visit.page_text());
    visit.follow(first_screen_words("paper"));
    visit.see_heading(PAPER);
}

#[test]
fn a_browser_that_is_too_old_is_called_that() {
    let visit = Visit::to(Site::built());
    visit.preload(TOO_OLD);
    visit.go_to("/");
    visit.see_on_page(first_screen_words("too_old"));
    assert!(!visit.page_text().contains(first_screen_words("not_loaded")), "{}", visit.page_text());
    visit.follow(first_screen_words("paper"));
    visit.see_heading(PAPER);
}

#[test]
fn a_policy_without_webassembly_is_called_that() {
    let visit =
        Visit::to(Site::built().with_changed("index.html", |page| page.replace(" 'wasm-unsafe-eval'", "")));
    visit.go_to("/");
    visit.see_on_page(first_screen_words("no_webassembly"));
}

#[test]
fn a_program_that_is_missing_is_told_with_a_way_to_the_paper_version() {
    let visit = Visit::to(Site::built().without(PROGRAM));
    visit.go_to("/");
    visit.see_on_page(first_screen_words("not_loaded"));
    assert!(!visit.page_text().contains(first_screen_words("no_webassembly")), "{}", visit.page_text());
    visit.follow(first_screen_words("paper"));
    visit.see_heading(PAPER);
}

#[test]
fn where_the_script_itself_is_missing_the_page_says_so_after_a_while() {
    let visit = Visit::to(Site::built().without("digital-leadership-check.js"));
    visit.go_to("/");
    visit.see_on_page(first_screen_words("loading"));
    visit.run("for (const wait of document.getAnimations()) wait.finish();", []);
    visit.see_on_page(first_screen_words("late"));
    visit.follow(first_screen_words("paper"));
    visit.see_heading(PAPER);
}

/// A server that does not know what a program is.
const ANOTHER_TYPE: &str = "
const fetched = window.fetch;
window.fetch = async (...wanted) => {
  const answer = await fetched(...wanted);
  if (!answer.url.endsWith('.wasm')) return answer;
  window.wasServedAs = 'application/octet-stream';
  return new Response(answer.body, { headers: { 'Content-Type': window.wasServedAs } });
};
";

#[test]
fn a_program_of_another_type_starts_all_the_same() {
    let visit = Visit::to(Site::built());
    visit.preload(ANOTHER_TYPE);
    visit.open("/");
    visit.start_the_check();
    assert_eq!(visit.run("return window.wasServedAs;", []), json!("application/octet-stream"));
}

#[test]
fn the_paper_version_has_every_question_with_every_level() {
    let visit = Visit::to(Site::built());
    visit.allow_scripts(false);
    visit.go_to("/paper.html");
    visit.see_that("the whole page", |visit| visit.run("return document.readyState;", []) == "complete");
    let text = visit.page_text();
    for indicator in questionnaire().indicators() {
        assert!(text.contains(&indicator.question), "{}", indicator.question);
        for (number, description) in indicator.descriptions.iter().enumerate() {
            assert!(text.contains(&format!("{number} {description}")), "{number} {description}");
        }
    }
    for element in questionnaire().elements() {
        visit.see_heading(&element.title);
    }
    visit.see_on_page(&questionnaire().fingerprint().to_string());
    visit.see_on_page(paper_words("private"));
}

#[test]
fn the_paper_version_asks_for_its_sheet_alone() {
    let visit = Visit::to(Site::built());
    visit.go_to("/paper.html");
    visit.see_heading(PAPER);
    let paths: Vec<String> = visit.requests().into_iter().map(|request| request.path_and_query).collect();
    assert_eq!(paths, ["/paper.html", "/paper.css"]);
}
