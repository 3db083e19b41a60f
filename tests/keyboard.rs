//! Everything by keyboard alone.

use assessment::app::{Message, Screen};
use browser_tests::content::{
    answered, answers_of, element, element_title, indicator, left_on, level, mixed_answers, short_name,
    wording,
};
use browser_tests::{Key, Role, Visit};

const FIRST_DESCRIPTION: u64 = 0;

/// Moves on to a button with Tab and presses it with Enter.
#[track_caller]
fn press_with_enter(visit: &Visit, name: &str) {
    visit.tab_to(Role::Button, name);
    visit.press_key(Key::Enter);
}

#[track_caller]
fn tab_to_first_answer(visit: &Visit, number: usize) {
    visit.tab_to(Role::Radio, wording((indicator(number), level(FIRST_DESCRIPTION))));
}

/// On the results with everything answered, with the focus where it was before anything was pressed.
fn on_the_results() -> Visit {
    let visit = Visit::begin_after(left_on(Screen::Results, &mixed_answers()));
    visit.press("Continue");
    visit.see_heading("Your results");
    visit
}

#[test]
fn one_element_can_be_answered_and_read_and_taken_to_the_board() {
    let visit = Visit::begin();
    press_with_enter(&visit, "Choose one element");
    visit.see_focus_on(Role::Heading, "Choose an element");
    press_with_enter(&visit, element_title(8));
    for number in 29..=32 {
        visit.see_focus_on_question(number);
        tab_to_first_answer(&visit, number);
        visit.press_key(Key::Space);
        visit.see_chosen(wording((indicator(number), level(FIRST_DESCRIPTION))));
        press_with_enter(&visit, "Continue");
    }
    visit.see_focus_on(Role::Heading, element_title(8));
    press_with_enter(&visit, "See all your results");
    visit.see_focus_on(Role::Heading, "Your results");
    visit.tab_to(Role::Disclosure, element_title(8));
    visit.press_key(Key::Enter);
    visit.see_text("How the score comes about");
    let add = format!("Take to the board {}", short_name(30));
    visit.tab_to(Role::Button, &add);
    visit.press_key(Key::Space);
    visit.see(Role::Button, &format!("Remove {} from what you take to the board", short_name(30)));
}

#[test]
fn the_arrows_choose_among_the_answers() {
    let visit = Visit::begin();
    visit.start_the_check();
    tab_to_first_answer(&visit, 1);
    visit.press_key(Key::Down);
    visit.press_key(Key::Down);
    visit.see_chosen(wording((indicator(1), level(2))));
    assert_eq!(visit.stored_answers().len(), 1, "what the arrows choose is kept");
}

#[test]
fn enter_in_an_answer_goes_on() {
    let visit = Visit::begin();
    visit.start_the_check();
    tab_to_first_answer(&visit, 1);
    visit.press_key(Key::Space);
    visit.press_key(Key::Enter);
    visit.see_question(2);
}

#[test]
fn the_focus_is_on_the_heading_after_going_on() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.see_focus_on_question(2);
}

#[test]
fn the_focus_is_on_the_heading_after_the_browsers_back() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.go_back();
    visit.see_question(1);
    visit.see_focus_on_question(1);
}

#[test]
fn the_focus_is_on_the_heading_of_the_check_and_of_the_results() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    press_with_enter(&visit, "Continue");
    visit.see_focus_on(Role::Heading, "Check your answers");
    press_with_enter(&visit, "See your results");
    visit.see_focus_on(Role::Heading, "Your results");
}

#[test]
fn deleting_can_be_done_and_ends_on_the_heading_of_the_start() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    press_with_enter(&visit, "Delete my answers");
    visit.see_focus_on(Role::Heading, "Delete your answers?");
    press_with_enter(&visit, "Yes, delete everything");
    visit.see_focus_on(Role::Heading, "Digital leadership check");
}

#[test]
fn choosing_an_answer_leaves_the_focus_on_it() {
    let visit = Visit::begin();
    visit.start_the_check();
    tab_to_first_answer(&visit, 1);
    visit.press_key(Key::Space);
    visit.see_chosen(wording((indicator(1), level(FIRST_DESCRIPTION))));
    visit.see_focus_on(Role::Radio, wording((indicator(1), level(FIRST_DESCRIPTION))));
}

#[test]
fn taking_something_to_the_board_leaves_the_focus_on_its_button() {
    let visit = Visit::begin_after(one_element_answered());
    visit.press("Continue");
    visit.press("See all your results");
    visit.unfold(element_title(8));
    let add = format!("Take to the board {}", short_name(30));
    visit.tab_to(Role::Button, &add);
    visit.press_key(Key::Enter);
    visit.see_text("It is on your list.");
    visit.see_focus_on(Role::Button, &format!("Remove {} from what you take to the board", short_name(30)));
}

#[test]
fn removing_something_from_the_board_does_not_lose_the_focus() {
    let visit = on_the_results();
    let first = visit.names(Role::Button).into_iter().find(|name| name.starts_with("Remove "));
    let first = first.expect("something is suggested");
    visit.tab_to(Role::Button, &first);
    visit.press_key(Key::Enter);
    visit.see_nothing(Role::Button, &first);
    assert!(visit.focus().is_some(), "the focus is nowhere, so Tab begins at the top of the page again");
}

#[test]
fn every_control_of_the_start_can_be_reached_and_left() {
    walk_through(&Visit::begin());
}

#[test]
fn every_control_of_the_list_of_elements_can_be_reached_and_left() {
    let visit = Visit::begin_after(one_element_answered());
    visit.press("Continue");
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.reload();
    walk_through(&visit);
}

#[test]
fn every_control_of_a_question_can_be_reached_and_left() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.reload();
    visit.run("all('details').forEach((details) => { details.open = true; });", []);
    walk_through(&visit);
}

#[test]
fn every_control_of_the_check_can_be_reached_and_left() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    visit.press("Continue");
    visit.see_heading("Check your answers");
    visit.reload();
    walk_through(&visit);
}

#[test]
fn every_control_of_the_results_can_be_reached_and_left() {
    let visit = on_the_results();
    visit.reload();
    // The table and the first element.
    visit.run("all('details').slice(0, 2).forEach((details) => { details.open = true; });", []);
    walk_through(&visit);
}

fn one_element_answered() -> Vec<Message> {
    let begin = [Message::ElementChosen(element(8))];
    let answers = answered(&answers_of(element(8), level(1)));
    let end = [Message::ScreenAsked(Screen::ElementResults(element(8)))];
    begin.into_iter().chain(answers).chain(end).collect()
}

/// Goes through the whole screen with Tab, from the top of the page and out of the check again: every
/// control has to come, in the order of the page, and it has to be seen that the focus is there.
#[track_caller]
fn walk_through(visit: &Visit) {
    // Where there is nothing after the check, a browser may begin again at its top.
    let after = "
        const after = document.createElement('a');
        after.href = '#after';
        after.textContent = 'After the check';
        document.querySelector('main').append(after);";
    visit.run(after, []);
    let stops = visit.expected_stops();
    for stop in &stops {
        visit.press_key(Key::Tab);
        visit.see_stop(stop);
    }
    visit.press_key(Key::Tab);
    visit.see_that(&format!("the focus on what comes after {:?}", stops.last()), |visit| {
        visit.run("return document.activeElement.textContent;", []) == "After the check"
    });
}
