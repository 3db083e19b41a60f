//! What leaves the browser: nothing.

use std::collections::BTreeSet;

use browser_tests::content::{element_title, mixed_answers};
use browser_tests::states::{NAMED, assert_no_problem_in_any_state};
use browser_tests::{Role, STRICT_POLICY, Site, Visit};
use file_server::Request;

/// Remembers every breach of the page's content security policy, from its very beginning.
const WATCH_POLICY: &str = "
window.breaches = [];
addEventListener('securitypolicyviolation', (event) => {
  window.breaches.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
";

/// The pages that are there for the check alone, and which policies of Trusted Types each allows.
const OWN_PAGES: [(&str, &str); 2] = [("/", "digital-leadership-check-offline"), ("/frame.html", "'none'")];

#[test]
fn a_whole_check_asks_the_server_for_nothing_after_the_first_screen() {
    let visit = Visit::begin();
    visit.see_heading("Digital leadership check");
    visit.wait_until_it_is_kept();
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
fn the_first_visit_fetches_each_file_once() {
    let visit = Visit::begin();
    visit.wait_until_it_is_kept();
    let paths: Vec<String> = visit.requests().into_iter().map(|request| request.path_and_query).collect();
    // Browsers ask for what an app looks like whenever they like.
    let is_look = |path: &String| path.contains("icon") || path == "/manifest.json";
    let files: BTreeSet<&String> = paths.iter().filter(|path| !is_look(path)).collect();
    assert_eq!(files.len(), paths.iter().filter(|path| !is_look(path)).count(), "{paths:#?}");
}

#[test]
fn the_board_part_comes_after_the_first_screen_and_asks_for_nothing_more() {
    let visit = Visit::begin();
    visit.see_heading("Digital leadership check");
    visit.wait_until_it_is_kept();
    let paths: Vec<String> = visit.requests().into_iter().map(|request| request.path_and_query).collect();
    let place = |name: &str| paths.iter().position(|path| path.ends_with(name)).expect(name);
    assert!(place("app_bg.wasm") < place("board.js"), "{paths:#?}");
    visit.press("For whoever combines a board’s answers");
    visit.see_heading("The board’s picture");
    visit.press("Back");
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.requests().len(), paths.len());
}

#[test]
fn no_state_breaks_the_strict_policy_or_logs_an_error_or_sends_anything() {
    let begin = || {
        let visit = Visit::to(Site::built().under(STRICT_POLICY));
        visit.preload(WATCH_POLICY);
        visit
    };
    assert_no_problem_in_any_state(begin, |visit, _| {
        visit.print();
        // Where scripts are off, nothing can remember a breach, and the log alone tells.
        let breaches = visit.run("return window.breaches ?? [];", []);
        let breaches = serde_json::from_value(breaches).expect("texts");
        [breaches, errors(visit), requests_for_anything_else(visit)].concat()
    });
}

#[test]
fn our_own_pages_give_themselves_the_strict_policy() {
    let visit = Visit::to(Site::built());
    for (page, allowed) in OWN_PAGES {
        visit.open(page);
        let policy = visit
            .run("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content;", []);
        let (before, _) = STRICT_POLICY.rsplit_once(' ').expect("it ends in what is allowed");
        assert_eq!(policy, format!("{before} {allowed}"), "{page}");
    }
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

/// What was logged, but for a questionnaire that is not there on purpose.
fn errors(visit: &Visit) -> Vec<String> {
    let mut errors = visit.logged_errors();
    errors.retain(|error| !(error.contains(NAMED[1]) && error.contains("404")));
    errors
}

/// The requests that carry something, or are not for a file of the site or a questionnaire of a state.
fn requests_for_anything_else(visit: &Visit) -> Vec<String> {
    let site = Site::built();
    let is_for_a_file = |request: &Request| {
        let path = &request.path_and_query;
        let is_named = NAMED.iter().any(|name| *path == format!("/{name}"));
        request.method == "GET" && request.body_length == 0 && (is_named || site.has(path))
    };
    let others = visit.requests().into_iter().filter(|request| !is_for_a_file(request));
    others.map(|request| format!("{request:?}")).collect()
}
