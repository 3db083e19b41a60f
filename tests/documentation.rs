//! What `docs/embedding.md` shows, as it stands there, on a website that is not where the files are.

use browser_tests::content::mixed_answers;
use browser_tests::documentation::code_below;
use browser_tests::{Intranet, Role, Site, Visit};

const PAPER: &str = "use it on paper";

/// The page of the documentation, with the files in that folder.
fn page_of_yours(files: &str) -> String {
    code_below("A page of yours").replace("/digital-leadership-check/", &format!("{files}/"))
}

fn text_of_the_page(visit: &Visit) -> String {
    let text = visit.run("return plain(document.body.innerText);", []);
    text.as_str().unwrap_or_default().to_owned()
}

#[test]
fn in_a_page_the_check_takes_the_place_of_what_stands_between_the_tags() {
    let visit = Visit::to(Site::built());
    let intranet = Intranet::with_page(|_| page_of_yours(&visit.address("")));
    visit.go_to_address(&intranet.address());
    visit.see(Role::Button, "Answer all the questions");
    assert!(!text_of_the_page(&visit).contains(PAPER));
    visit.start_the_check();
    visit.answer_all(&mixed_answers()[..1]);
    visit.see_question(2);
}

#[test]
fn in_a_page_whose_files_are_missing_the_paper_version_is_offered() {
    let visit = Visit::to(Site::built());
    let intranet = Intranet::with_page(|_| page_of_yours(&visit.address("/missing")));
    visit.go_to_address(&intranet.address());
    visit.see_that("the words between the tags", |visit| text_of_the_page(visit).contains(PAPER));
}

/// The page under another name, with the files in that folder.
fn another_name(files: &str) -> String {
    let fallback = "<board-check><p data-when-not-started hidden>It could not start.</p>";
    code_below("Another name")
        .replace("/digital-leadership-check/", &format!("{files}/"))
        .replace("<board-check>", fallback)
}

#[test]
fn under_another_name_the_check_starts() {
    let visit = Visit::to(Site::built());
    let intranet = Intranet::with_page(|_| another_name(&visit.address("")));
    visit.go_to_address(&intranet.address());
    visit.see_that("the check", |visit| {
        let script = "return document.querySelector('board-check').shadowRoot?.querySelector('h2') != null;";
        visit.run(script, []) == true
    });
}

#[test]
fn under_another_name_a_check_that_cannot_start_says_so() {
    let site = Site::built().without("digital-leadership-check-app_bg.wasm");
    let visit = Visit::to(site);
    let intranet = Intranet::with_page(|_| another_name(&visit.address("")));
    visit.go_to_address(&intranet.address());
    visit.see_that("the reason", |visit| text_of_the_page(visit).contains("It could not start."));
}

#[test]
fn the_look_is_changed() {
    let visit = Visit::to(Site::built());
    let intranet =
        Intranet::with_page(|_| page_of_yours(&visit.address("")) + code_below("Theming").as_str());
    visit.go_to_address(&intranet.address());
    visit.see(Role::Button, "Answer all the questions");
    let look = "
        const { fontFamily } = getComputedStyle(root.querySelector('[part=heading]'));
        const { borderTopLeftRadius } = getComputedStyle(root.querySelector('[part=button]'));
        return [fontFamily, borderTopLeftRadius];";
    assert_eq!(visit.run(look, []), serde_json::json!(["Verdana, sans-serif", "0px"]));
}

#[test]
fn the_events_are_heard() {
    let visit = Visit::to(Site::built());
    let intranet = Intranet::with_page(|_| page_of_yours(&visit.address("")) + code_below("Events").as_str());
    visit.go_to_address(&intranet.address());
    visit.run("window.heard = []; console.log = (text) => heard.push(text);", []);
    visit.start_the_check();
    visit.answer_all(&mixed_answers());
    visit.see_that("what the page says of it", |visit| {
        visit.run("return window.heard;", []) == serde_json::json!(["All 32 questions are answered."])
    });
}
