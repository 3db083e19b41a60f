//! A member answers one element only.

use assessment::app::{Message, Screen, view};
use browser_tests::content::{answered, answers_of, element, element_title, expected, level, short_name};
use browser_tests::{Role, Visit};

fn begin_with_the_third_element() -> Visit {
    let visit = Visit::begin();
    visit.press("Choose one element");
    visit.see_heading("Choose an element");
    visit.press(element_title(3));
    visit
}

/// A visit that answered the third element another day and left it at its results.
fn back_at_the_results_of_the_third_element() -> Visit {
    let begin = [Message::ElementChosen(element(3))];
    let answers = answered(&answers_of(element(3), level(3)));
    let end = [Message::ScreenAsked(Screen::ElementResults(element(3)))];
    let visit = Visit::begin_after(begin.into_iter().chain(answers).chain(end));
    visit.press("Continue");
    visit.see_heading(element_title(3));
    visit
}

#[test]
fn one_element_ends_in_its_results() {
    let answers = answers_of(element(3), level(3));
    let visit = begin_with_the_third_element();
    visit.answer_all(&answers);
    visit.see_heading(element_title(3));
    visit.see_text("Results of one element");
    visit.see_text(&view::element_results(&expected(&answers), element(3)).score);
}

#[test]
fn a_finished_element_is_done_on_the_list() {
    let visit = back_at_the_results_of_the_third_element();
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.see_text("4 of 32 questions answered");
    assert_eq!(statuses(&visit)[2], "Done");
}

#[test]
fn a_half_answered_element_says_how_far_it_is() {
    let answers = answers_of(element(3), level(3));
    let visit = begin_with_the_third_element();
    visit.answer_all(&answers[..2]);
    visit.press("All elements");
    visit.see_heading("Choose an element");
    assert_eq!(statuses(&visit)[1..3], ["Not started", "2 of 4 questions answered"]);
}

#[test]
fn the_results_of_a_finished_element_are_one_step_from_the_list() {
    let visit = back_at_the_results_of_the_third_element();
    visit.press("All elements");
    visit.press(&format!("See its results {}", element_title(3)));
    visit.see_heading(element_title(3));
}

#[test]
fn the_next_element_follows_from_the_results_of_one() {
    let visit = back_at_the_results_of_the_third_element();
    visit.press(&format!("Go on to {}", element_title(4)));
    visit.see_question(13);
}

#[test]
fn the_results_of_an_element_offer_its_next_steps_for_the_board() {
    let visit = back_at_the_results_of_the_third_element();
    visit.see(Role::Button, &format!("Take to the board {}", short_name(10)));
}

/// How far each element is, as it is heard with its name.
fn statuses(visit: &Visit) -> Vec<String> {
    let script = "
        const of = (button) => root.getElementById(button.getAttribute('aria-describedby')).textContent;
        return all('button[aria-describedby^=status-]').map((button) => plain(of(button)));";
    serde_json::from_value(visit.run(script, [])).expect("texts")
}
