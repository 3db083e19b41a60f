//! What leaves the browser: nothing.

use std::collections::BTreeSet;

use assessment::app::Screen;
use browser_tests::content::{STORE, element_title, left_on, mixed_answers, played};
use browser_tests::{Role, Site, Visit};

/// Remembers every breach of the page's content security policy, from its very beginning.
const WATCH_POLICY: &str = "
window.breaches = [];
addEventListener('securitypolicyviolation', (event) => {
  window.breaches.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
";

#[test]
fn a_whole_check_asks_the_server_for_nothing_after_the_first_screen() {
    let visit = Visit::begin();
    visit.see_heading("Digital leadership check");
    let at_first = visit.requests();
    visit.start_the_check();
    visit.answer_all(&mixed_answers());
    visit.press("See your results");
    visit.unfold(element_title(1));
    visit.write("A line of your own (optional)", "Ask why the pilot ended");
    visit.press("Finish and clear my answers");
    visit.press("Yes, delete everything");
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.requests()[at_first.len()..], []);
}

#[test]
fn every_request_is_for_a_file_of_the_site_and_carries_nothing() {
    let visit = Visit::to(Site::built());
    walk_through_the_screens(&visit);
    let site = Site::built();
    for request in visit.requests() {
        let carries_nothing = request.method == "GET" && request.body_length == 0;
        assert!(carries_nothing && site.has(&request.path_and_query), "{request:?}");
    }
}

#[test]
fn the_first_visit_fetches_each_file_once() {
    let visit = Visit::begin();
    let paths: Vec<String> = visit.requests().into_iter().map(|request| request.path_and_query).collect();
    let files: BTreeSet<&String> = paths.iter().collect();
    assert_eq!(files.len(), paths.len(), "{paths:#?}");
}

#[test]
fn a_walk_through_the_screens_keeps_to_the_content_security_policy() {
    let visit = Visit::to(Site::built());
    visit.preload(WATCH_POLICY);
    walk_through_the_screens(&visit);
    assert_eq!(visit.run("return window.breaches;", []), serde_json::json!([]));
}

#[test]
fn a_walk_through_the_screens_logs_no_error() {
    let visit = Visit::to(Site::built());
    walk_through_the_screens(&visit);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn the_check_goes_on_when_the_server_is_gone() {
    let mut visit = Visit::begin();
    visit.see_heading("Digital leadership check");
    visit.forget_everything();
    visit.start_the_check();
    visit.answer_all(&mixed_answers()[..2]);
    visit.see_question(3);
}

fn walk_through_the_screens(visit: &Visit) {
    visit.open_with(&played(STORE, left_on(Screen::Check, &mixed_answers())).records, "/");
    visit.press("Where this comes from");
    visit.see_heading("Where this comes from");
    visit.press("Back");
    visit.press("Your data");
    visit.press("Download a copy");
    visit.see_text("Last downloaded");
    visit.press("Back");
    visit.press("Choose one element");
    visit.press(element_title(2));
    visit.see_question(5);
    visit.unfold("Add a private note");
    visit.press("All elements");
    visit.press("Check your answers");
    visit.press("See your results");
    visit.unfold("The same as a table");
    visit.unfold(element_title(1));
    visit.see_text("How the score comes about");
    visit.press("Finish and clear my answers");
    visit.press("Yes, delete everything");
    visit.see(Role::Button, "Answer all the questions");
}
