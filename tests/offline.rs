//! The page as an app: it opens without a network, and a newer version of it is offered and never forced.

use browser_tests::content::{STORE, answer_key, indicator, level, own_questionnaire};
use browser_tests::{Role, Site, Visit};
use serde_json::json;

const KEPT: &str = "This page is on this device now, and opens without a network too.";
const NEWER: &str = "A newer version of this page is ready. What is saved stays as it is.";
const USE: &str = "Use the newer version";
const OPEN_ELSEWHERE: &str = "It cannot be used yet, because this page is open in another tab or window too.";
const HELD_HERE_ALONE: &str =
    "It cannot be used yet, because something on this page is kept nowhere else and would be gone.";

const SCRIPT: &str = "digital-leadership-check.js";

/// What the script of a newer version says.
const IS_NEWER: &str = "return window.version === 1;";

/// The names of what is kept, and whether a worker answers for the folder.
const ON_THE_DEVICE: &str = "
const done = arguments[1];
Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()])
  .then(([names, registration]) => done([names.length, registration !== undefined]));";

fn begin() -> Visit {
    let visit = Visit::begin();
    visit.see_on_page(KEPT);
    visit
}

/// Opens the page again. The reload of Firefox's driver is one that passes every worker over.
fn come_back(visit: &Visit) {
    visit.open("/");
}

fn is_newer(visit: &Visit) -> bool {
    visit.run(IS_NEWER, []) == true
}

fn answer_the_first(visit: &Visit) {
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
}

/// How often a file has been asked for.
fn times_asked(visit: &Visit, name: &str) -> usize {
    let path = format!("/{name}");
    visit.requests().iter().filter(|request| request.path_and_query == path).count()
}

#[test]
fn after_one_visit_everything_opens_without_a_server() {
    let mut visit = begin();
    visit.stop_the_server();
    come_back(&visit);
    answer_the_first(&visit);
    come_back(&visit);
    visit.press("Continue");
    visit.see_question(2);
    let first = visit.tab();
    let second = visit.open_tab();
    visit.turn_to(&second);
    visit.open("/");
    visit.press("For whoever combines a board’s answers");
    visit.see_heading("The board’s picture");
    visit.close(&second);
    visit.turn_to(&first);
    for (page, heading) in [
        ("/paper.html", "Digital leadership check on paper"),
        ("/accessibility.html", "Accessibility statement"),
    ] {
        visit.go_to(page);
        visit.see(Role::Heading, heading);
    }
}

#[test]
fn a_first_visit_is_kept_without_asking_twice_for_what_it_has_loaded() {
    let visit = begin();
    for name in [SCRIPT, "digital-leadership-check-app_bg.wasm", "digital-leadership-check-board.wasm"] {
        assert_eq!(times_asked(&visit, name), 1, "{name}");
    }
}

#[test]
fn a_newer_version_is_offered_and_waits_until_it_is_wanted() {
    let visit = begin();
    answer_the_first(&visit);
    visit.publish_newer_version();
    come_back(&visit);
    visit.see_on_page(NEWER);
    assert!(!is_newer(&visit));
    visit.press("Continue");
    visit.answer((indicator(2), level(2)));
    visit.see_question(3);
    visit.press_on_page(USE);
    visit.see_that("the newer version", is_newer);
    visit.see_that("the check has started", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    for number in [1, 2] {
        assert!(visit.local_storage().contains_key(&answer_key(STORE, number)));
    }
    come_back(&visit);
    assert!(is_newer(&visit));
    assert!(!visit.page_text().contains(NEWER));
}

#[test]
fn an_update_that_is_cut_short_leaves_the_older_version_working() {
    let mut visit = begin();
    let newer = visit.newer_version();
    let [script, all_else @ ..] = &newer[..] else { panic!("no file differs") };
    // The worker and the pages are there, and the script that the worker names is still the older one.
    publish(&visit, all_else);
    let before = times_asked(&visit, script.0);
    come_back(&visit);
    visit.see_that("the newer file was asked for", |visit| times_asked(visit, script.0) > before);
    visit.stop_the_server();
    come_back(&visit);
    answer_the_first(&visit);
    assert!(!is_newer(&visit) && !visit.page_text().contains(NEWER));
    publish(&visit, std::slice::from_ref(script));
    visit.start_the_server();
    come_back(&visit);
    visit.see_on_page(NEWER);
}

fn publish(visit: &Visit, files: &[(&str, String)]) {
    for (name, text) in files {
        visit.publish(name, text);
    }
}

/// What stands in the place of a page now and then: nothing, half of it, and somebody else's.
const STRANGE: [&str; 3] =
    ["", "<!doctype html>\n<html lang=\"en-GB\">\n  <head>", "<!doctype html><title>Sign in</title></html>"];

#[test]
fn what_is_no_page_of_ours_is_neither_shown_nor_kept_in_its_place() {
    let mut visit = begin();
    for strange in STRANGE {
        visit.publish("index.html", strange);
        come_back(&visit);
        visit.see(Role::Button, "Answer all the questions");
    }
    visit.take_away("index.html");
    come_back(&visit);
    visit.see(Role::Button, "Answer all the questions");
    visit.stop_the_server();
    come_back(&visit);
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.run_until_it_answers(ON_THE_DEVICE, []), json!([1, true]));
}

#[test]
fn a_page_of_a_newer_version_is_shown_with_that_version_and_not_before() {
    let visit = begin();
    let newer = visit.newer_version();
    let is_page = |(name, _): &&(&str, String)| name.ends_with(".html");
    let pages: Vec<_> = newer.iter().filter(is_page).cloned().collect();
    publish(&visit, &pages);
    let release = "return document.querySelector('[name=release]').content;";
    let before = visit.run(release, []);
    come_back(&visit);
    assert_eq!(visit.run(release, []), before);
}

#[test]
fn questions_of_a_trust_that_stand_beside_the_page_open_without_a_server_too() {
    let mut visit = Visit::to(Site::built().saying("questionnaire=\"our-questions.json\""));
    visit.publish("our-questions.json", &own_questionnaire(3).to_string());
    visit.open("/");
    visit.see_on_page(KEPT);
    visit.stop_the_server();
    come_back(&visit);
    visit.see_heading("Our own questions");
}

#[test]
fn questions_of_a_trust_that_cannot_be_kept_are_told() {
    let visit = Visit::to(Site::built().saying("questionnaire=\"missing.json\""));
    visit.open("/");
    visit.see_on_page(
        "This page needs a network each time that you open it, because its questions could not be kept",
    );
}

/// On a page that wants nothing kept of what is put in, a newer version is offered.
fn begin_with_an_offer_where_nothing_is_kept() -> Visit {
    let visit = Visit::to(Site::built().saying("storage=\"none\""));
    visit.open("/");
    visit.see_on_page(KEPT);
    visit.publish_newer_version();
    come_back(&visit);
    visit.see_on_page(NEWER);
    visit
}

#[test]
fn a_newer_version_takes_no_round_away_that_is_kept_nowhere_else() {
    let visit = begin_with_an_offer_where_nothing_is_kept();
    visit.press("For whoever combines a board’s answers");
    visit.press("Set up a round");
    visit.write("A name for the round", "Spring away day");
    visit.press("Set up the round");
    visit.see_heading("Invite the members");
    visit.press_on_page(USE);
    visit.see_on_page(HELD_HERE_ALONE);
    assert!(!is_newer(&visit));
}

#[test]
fn a_newer_version_does_not_come_under_a_page_that_is_open_elsewhere() {
    let visit = begin();
    let first = visit.tab();
    let second = visit.open_tab();
    visit.turn_to(&second);
    visit.open("/");
    visit.publish_newer_version();
    come_back(&visit);
    visit.press_on_page(USE);
    visit.see_on_page(OPEN_ELSEWHERE);
    come_back(&visit);
    assert!(!is_newer(&visit));
    visit.close(&second);
    visit.turn_to(&first);
    come_back(&visit);
    // WebKit goes over to it by itself as soon as no page is there, if only between one and the next.
    visit.see_that("the newer version, or its offer", |visit| {
        is_newer(visit) || visit.page_text().contains(NEWER)
    });
    if !is_newer(&visit) {
        visit.press_on_page(USE);
    }
    visit.see_that("the newer version", is_newer);
}

#[test]
fn a_newer_version_takes_no_answer_away_that_is_kept_nowhere_else() {
    let visit = begin_with_an_offer_where_nothing_is_kept();
    answer_the_first(&visit);
    visit.press_on_page(USE);
    visit.see_on_page(HELD_HERE_ALONE);
    visit.see_question(2);
    assert!(!is_newer(&visit));
}

#[test]
fn what_a_trust_changes_on_its_page_is_seen_at_once() {
    let visit = begin();
    visit.publish("index.html", &Site::built().saying("trust-name=\"Sample Trust\"").read("index.html"));
    come_back(&visit);
    visit.see_text("Sample Trust");
}

#[test]
fn a_page_that_does_not_want_to_be_kept_any_more_is_forgotten() {
    let visit = begin();
    assert_eq!(visit.run_until_it_answers(ON_THE_DEVICE, []), json!([1, true]));
    let page = Site::built().read("index.html");
    visit.publish("index.html", &page.replace("<script type=\"module\" src=\"offline.js\"></script>", ""));
    come_back(&visit);
    see_that_it_is_forgotten(&visit);
}

#[test]
fn a_page_that_is_taken_away_is_forgotten() {
    let visit = begin();
    for name in ["index.html", "offline-worker.js"] {
        visit.take_away(name);
    }
    visit.go_to("/index.html");
    see_that_it_is_forgotten(&visit);
}

/// The files are gone, and from the next page on the worker too.
fn see_that_it_is_forgotten(visit: &Visit) {
    let on_the_device = |visit: &Visit| visit.run_until_it_answers(ON_THE_DEVICE, []);
    visit.go_to("/paper.html");
    visit.see_that("no file is kept", |visit| on_the_device(visit)[0] == 0);
    visit.go_to("/paper.html");
    assert_eq!(on_the_device(visit), json!([0, false]));
}

#[test]
fn an_address_without_https_says_why_it_needs_a_network() {
    let visit = Visit::to(Site::built()).by_name("intranet.test");
    visit.open("/");
    visit.see_on_page("This page needs a network each time that you open it, because its address does not begin with https.");
}

#[test]
fn a_page_of_an_intranet_with_the_element_keeps_no_files() {
    let visit =
        Visit::to(Site::with_page("papers.html", "<digital-leadership-check></digital-leadership-check>"));
    visit.open("/papers.html");
    visit.wait_for_board_part();
    assert_eq!(visit.run_until_it_answers(ON_THE_DEVICE, []), json!([0, false]));
}

#[test]
fn every_icon_that_the_manifest_names_is_there_in_its_size() {
    let visit = begin();
    let look = "
        const done = arguments[1];
        const load = ({ src, sizes }) => new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve([sizes, `${image.naturalWidth}x${image.naturalHeight}`]);
          image.onerror = () => resolve([sizes, 'missing']);
          image.src = src;
        });
        fetch(document.querySelector('[rel=manifest]').href).then((answer) => answer.json())
          .then(({ icons }) => Promise.all(icons.map(load))).then(done);";
    let icons = visit.run_until_it_answers(look, []);
    let icons: Vec<(String, String)> = serde_json::from_value(icons).expect("pairs of sizes");
    assert!(icons.iter().filter(|(named, _)| named != "any").count() >= 2, "{icons:?}");
    for (named, found) in icons {
        assert!(found == named || (named == "any" && found != "missing"), "{named}: {found}");
    }
}
