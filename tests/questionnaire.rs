//! A questionnaire that the page brings.

use browser_tests::content::{STORE, answer_key, indicator, level, own_questionnaire, question, wording};
use browser_tests::faults::COMES_SLOWLY;
use browser_tests::{Role, Site, Visit};
use serde_json::json;

const NAME: &str = "our-questions.json";
const PAGE: &str = "<digital-leadership-check questionnaire=\"our-questions.json\">
<p>Ask the board secretary for a paper copy.</p>
</digital-leadership-check>";
const FAILED: &str = "The questionnaire cannot be shown";

fn begin_with(text: &str) -> Visit {
    let visit = Visit::to(Site::with_page("papers.html", PAGE));
    visit.publish(NAME, text);
    visit.open("/papers.html");
    visit
}

/// Sees a failure with this reason, and nothing that could be taken for the questions.
#[track_caller]
fn see_failure(visit: &Visit, reason: &str) {
    visit.see_heading(FAILED);
    visit.see_text(reason);
    visit.see_text(&visit.address("/our-questions.json"));
    visit.see(Role::Button, "Try again");
    assert!(!visit.has(Role::Button, "Answer all the questions"));
}

#[test]
fn a_page_asks_questions_of_its_own() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    visit.see_heading("Our own questions");
    visit.press("Answer all the questions");
    visit.see_heading("Is it so 1?");
    for number in 1..=3 {
        visit.choose(&format!("Always, says number {number}."));
        visit.press("Continue");
    }
    visit.press("See your results");
    visit.see_text("What we ask");
}

#[test]
fn answers_to_other_questions_are_kept_apart_on_one_page() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    visit.press("Answer all the questions");
    visit.choose("Always, says number 1.");
    visit.run("widget.removeAttribute('questionnaire');", []);
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.see_that("an answer to each", |visit| {
        let keys: Vec<String> = visit.local_storage().into_keys().collect();
        keys.contains(&answer_key(STORE, 1)) && keys.iter().any(|key| key.ends_with("/question-1"))
    });
    visit.run("widget.setAttribute('questionnaire', 'our-questions.json');", []);
    visit.see_heading("Our own questions");
    visit.press("Continue");
    visit.see_chosen("Always, says number 1.");
}

#[test]
fn a_reload_goes_on_where_it_stopped() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    visit.press("Answer all the questions");
    visit.choose("Always, says number 1.");
    visit.press("Continue");
    visit.see_heading("Is it so 2?");
    visit.reload();
    visit.press("Continue");
    visit.see_heading("Is it so 2?");
}

#[test]
fn two_thousand_questions_are_asked() {
    let visit = begin_with(&own_questionnaire(2_000).to_string());
    visit.press("Answer all the questions");
    visit.see_text("Question 1 of 2,000");
    visit.choose("Sometimes, says number 1.");
    visit.press("Continue");
    visit.see_text("Question 2 of 2,000");
}

#[test]
fn the_file_is_asked_for_once_and_nothing_more_comes_after_the_first_screen() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    visit.see_heading("Our own questions");
    visit.wait_for_board_part();
    let at_first = visit.requests();
    let of_the_file = at_first.iter().filter(|request| request.path_and_query == "/our-questions.json");
    assert_eq!(of_the_file.count(), 1, "{at_first:#?}");
    visit.press("Answer all the questions");
    visit.choose("Always, says number 1.");
    visit.press("Continue");
    visit.see_heading("Is it so 2?");
    assert_eq!(visit.requests()[at_first.len()..], []);
}

#[test]
fn an_address_is_found_from_the_document_and_not_from_the_script() {
    let site = Site::with_page(
        "papers.html",
        "<base href=\"/elsewhere/\"><digital-leadership-check questionnaire=\"our-questions.json\"></digital-leadership-check>\
         <script type=\"module\" src=\"/digital-leadership-check.js\"></script>",
    );
    let visit = Visit::to(site);
    visit.go_to("/papers.html");
    visit.see_heading(FAILED);
    visit.see_text(&visit.address("/elsewhere/our-questions.json"));
}

#[test]
fn a_file_that_is_missing_is_told_and_can_be_tried_again() {
    let visit = Visit::to(Site::with_page("papers.html", PAGE));
    visit.open("/papers.html");
    see_failure(&visit, "404");
    visit.press("Try again");
    visit.see_focus_on(Role::Heading, FAILED);
    visit.publish(NAME, &own_questionnaire(3).to_string());
    visit.press("Try again");
    visit.see_focus_on(Role::Heading, "Our own questions");
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_its_place() {
    let mut questionnaire = own_questionnaire(3);
    questionnaire["levels"] = json!(9);
    questionnaire["texts"][0]["title"] = json!("");
    let visit = begin_with(&questionnaire.to_string());
    visit.see_heading(FAILED);
    visit.see_text("levels: found 9, expected a whole number from 3 to 7");
    visit.see_text("texts[0].title");
}

#[test]
fn a_file_that_is_too_large_is_told() {
    let visit = begin_with(&" ".repeat(1_000_001));
    see_failure(&visit, "1 MB");
}

#[test]
fn a_file_of_another_website_that_the_policy_keeps_out_is_told() {
    let visit = Visit::to(Site::built());
    visit.open("/");
    visit.run("widget.setAttribute('questionnaire', 'https://trust.invalid/our-questions.json');", []);
    visit.see_heading(FAILED);
    visit.see_text("https://trust.invalid/our-questions.json");
    assert!(!visit.has(Role::Button, "Answer all the questions"));
}

#[test]
fn an_address_that_is_none_is_told() {
    let visit = Visit::to(Site::built());
    visit.open("/");
    visit.run("widget.setAttribute('questionnaire', 'data:application/json,{}');", []);
    visit.see_heading(FAILED);
    visit.see_text("data:application/json,{}");
    assert!(!visit.has(Role::Button, "Try again"), "that would change nothing");
}

#[test]
fn a_failure_is_told_to_a_screen_reader() {
    let visit = Visit::to(Site::with_page("papers.html", PAGE));
    visit.open("/papers.html");
    visit.see_heading(FAILED);
    let told = visit.run("return all('[role=alert]')[0]?.textContent;", []);
    assert!(told.as_str().is_some_and(|told| told.contains("404")), "{told}");
}

#[test]
fn while_it_is_tried_again_the_failure_is_gone_and_the_focus_stays() {
    let visit = Visit::to(Site::with_page("papers.html", PAGE));
    visit.open("/papers.html");
    see_failure(&visit, "404");
    visit.run(COMES_SLOWLY, []);
    visit.press("Try again");
    visit.see_text("Loading the questionnaire");
    visit.see_no_text("404");
    visit.see_focus_on(Role::Button, "Try again");
    visit.run("window.breakOff();", []);
    see_failure(&visit, "could not be loaded");
    visit.see_focus_on(Role::Heading, FAILED);
}

#[test]
fn a_file_that_nobody_waits_for_any_more_is_not_read_on() {
    let visit = Visit::to(Site::with_page("papers.html", PAGE));
    visit.preload(COMES_SLOWLY);
    visit.go_to("/papers.html");
    visit.see_that("the file begins", |visit| visit.run("return Boolean(window.send);", []) == true);
    visit.run("widget.remove();", []);
    visit.run("window.send();", []);
    visit.see_that("it is stopped", |visit| visit.run("return Boolean(window.isStopped);", []) == true);
}

#[test]
fn a_change_of_the_questions_while_they_are_loaded_counts_last() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    visit.run(
        "widget.setAttribute('questionnaire', 'missing.json'); setTimeout(() => widget.removeAttribute('questionnaire'));",
        [],
    );
    visit.start_the_check();
    visit.see_heading(question(1));
}

#[test]
fn an_element_that_is_taken_away_while_its_questions_are_loaded_leaves_no_trace() {
    let visit = begin_with(&own_questionnaire(3).to_string());
    let script = "
        const fresh = widget.cloneNode(true);
        document.body.append(fresh);
        fresh.remove();
        window.fresh = fresh;";
    visit.run(script, []);
    visit.let_two_frames_pass();
    visit.run("document.body.append(window.fresh);", []);
    visit.turn_to_widget(1);
    visit.see_heading("Our own questions");
    assert_eq!(visit.run("return all('.digital-leadership-check').length", []), 1);
}
