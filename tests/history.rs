//! Back, Forward and reload on a page that is ours, and what the browser keeps of it.

use assessment::app::Screen;
use browser_tests::Visit;
use browser_tests::content::{element_title, indicator, left_on, level, mixed_answers, question};

const PRODUCT: &str = "Digital leadership check";

/// From the start to the second question, with the first answered.
fn on_the_second_question() -> Visit {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit
}

#[test]
fn back_walks_through_the_screens() {
    let visit = on_the_second_question();
    visit.go_back();
    visit.see_question(1);
    visit.go_back();
    visit.see_heading(PRODUCT);
}

#[test]
fn forward_walks_through_the_screens_again() {
    let visit = on_the_second_question();
    visit.go_back();
    visit.see_question(1);
    visit.go_back();
    visit.see_heading(PRODUCT);
    visit.go_forward();
    visit.see_question(1);
    visit.go_forward();
    visit.see_question(2);
}

#[test]
fn a_reload_after_back_stays_where_back_led() {
    let visit = on_the_second_question();
    visit.go_back();
    visit.see_question(1);
    visit.reload();
    visit.see_question(1);
}

#[test]
fn forward_still_works_after_a_reload() {
    let visit = on_the_second_question();
    visit.go_back();
    visit.see_question(1);
    visit.reload();
    visit.see_question(1);
    visit.go_forward();
    visit.see_question(2);
}

#[test]
fn the_back_link_is_the_browsers_back() {
    let visit = on_the_second_question();
    visit.press("Back");
    visit.see_question(1);
    visit.go_forward();
    visit.see_question(2);
}

#[test]
fn the_back_link_leads_to_the_start_when_the_page_was_opened_in_the_middle() {
    let visit = Visit::begin_after(left_on(Screen::Results, &mixed_answers()));
    visit.press("Continue");
    visit.see_heading("Your results");
    visit.press("Back");
    visit.see_heading(PRODUCT);
}

#[test]
fn the_title_names_the_screen() {
    let visit = Visit::begin();
    visit.see_title(PRODUCT);
    visit.press("Where this comes from");
    visit.see_title(&format!("Where this comes from – {PRODUCT}"));
    visit.press("Back");
    visit.see_title(PRODUCT);
    visit.start_the_check();
    visit.see_title(&format!("Question 1 of 32 – {PRODUCT}"));
    visit.answer((indicator(1), level(1)));
    visit.see_title(&format!("Question 2 of 32 – {PRODUCT}"));
    visit.press("All elements");
    visit.see_title(&format!("Choose an element – {PRODUCT}"));
    visit.press("Check your answers");
    visit.see_title(&format!("Check your answers – {PRODUCT}"));
    visit.press("See your results");
    visit.see_title(&format!("Your results – {PRODUCT}"));
}

#[test]
fn the_title_follows_back() {
    let visit = on_the_second_question();
    visit.go_back();
    visit.see_title(&format!("Question 1 of 32 – {PRODUCT}"));
}

#[test]
fn the_title_says_that_there_is_an_error() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("Continue");
    visit.see_title(&format!("Error: Question 1 of 32 – {PRODUCT}"));
}

#[test]
fn the_address_is_the_same_on_every_screen() {
    let visit = on_the_second_question();
    visit.press("All elements");
    visit.see_heading("Choose an element");
    assert_eq!(visit.run("return location.href", []), visit.address("/"));
}

#[test]
fn neither_the_title_nor_the_history_holds_a_question_or_an_element() {
    let visit = on_the_second_question();
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.press(element_title(2));
    visit.see_question(5);
    let kept = format!("{} {}", visit.title(), visit.history_state());
    for secret in [question(5), element_title(2)] {
        assert!(!kept.contains(secret), "“{secret}” is in “{kept}”");
    }
}

#[test]
fn the_history_holds_the_screens_name_and_nothing_else() {
    let visit = on_the_second_question();
    let expected = serde_json::json!({ "digital-leadership-check": { "screen": "question-2", "depth": 2 } });
    assert_eq!(visit.history_state(), expected);
}

#[test]
fn what_others_keep_in_the_history_stays() {
    let visit = Visit::begin();
    visit.run("history.replaceState({ theirs: 7 }, '');", []);
    visit.start_the_check();
    visit.go_back();
    visit.see_heading(PRODUCT);
    assert_eq!(visit.history_state()["theirs"], 7);
}
