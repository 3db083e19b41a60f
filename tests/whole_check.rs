//! A member answers every question, and sees what the answers say.

use assessment::app::{Message, Screen, view};
use assessment::persist::BoardItem;
use browser_tests::content::{
    element, element_title, expected, indicator, left_on, level, mixed_answers, question, questionnaire,
    short_name, wording,
};
use browser_tests::{Role, Visit};

/// A visit whose member answered everything another day and comes back to that screen.
fn back_on(screen: Screen, heading: &str) -> Visit {
    let visit = Visit::begin_after(left_on(screen, &mixed_answers()));
    visit.press("Continue");
    visit.see_heading(heading);
    visit
}

#[test]
fn answering_every_question_leads_to_the_score_of_the_answers() {
    let answers = mixed_answers();
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer_all(&answers);
    visit.see_heading("Check your answers");
    for given in &answers {
        visit.see_text(&format!("{} {}", question(given.0.number()), wording(*given)));
    }
    visit.press("See your results");
    visit.see_heading("Your results");
    let results = view::results(&expected(&answers));
    assert!(results.overall.contains("out of 100"), "the answers are enough for a score");
    visit.see_text(&results.overall);
}

#[test]
fn the_results_show_the_score_of_each_element() {
    let visit = back_on(Screen::Results, "Your results");
    for results in view::results(&expected(&mixed_answers())).elements {
        visit.unfold(&results.title);
        visit.see_text(&results.score);
        visit.see_text(&results.working_sum);
        visit.unfold(&results.title);
    }
}

#[test]
fn the_table_says_the_same_as_the_chart() {
    let visit = back_on(Screen::Results, "Your results");
    visit.unfold("The same as a table");
    for row in view::results(&expected(&mixed_answers())).profile.rows {
        let level = row.level.map_or("Not enough known", |level| questionnaire().scale().name(level));
        let score = row.rounded.map_or("–".to_owned(), |score| score.to_string());
        visit.see_text(&format!("{} {level} {score} ", row.title));
    }
}

#[test]
fn an_element_of_which_too_little_is_known_has_no_score() {
    let visit = back_on(Screen::Results, "Your results");
    visit.see_text(&format!("{} Not enough known", element_title(5)));
}

#[test]
fn the_results_show_strengths_and_gaps() {
    let visit = back_on(Screen::Results, "Your results");
    let results = view::results(&expected(&mixed_answers()));
    assert_eq!((results.strengths.len(), results.gaps.len()), (3, 3), "the answers have both");
    for finding in results.strengths.iter().chain(&results.gaps) {
        visit.see_text(&format!("{} {} {}", finding.title, finding.level, finding.description));
    }
}

#[test]
fn the_results_show_what_is_not_known() {
    let visit = back_on(Screen::Results, "Your results");
    let titles = [6, 17, 18, 28].map(short_name).join(" ");
    visit.see_text(&format!(
        "What you do not know Not knowing is a finding too. Who could tell you? {titles}"
    ));
}

#[test]
fn three_things_are_suggested_to_take_to_the_board() {
    let visit = back_on(Screen::Results, "Your results");
    let board = view::board(&expected(&mixed_answers()));
    assert_eq!(board.lines.len(), 3, "there is something to suggest");
    for line in board.lines {
        visit.see(Role::Button, &removal(&line.title));
        visit.see_text(&format!("{} {} {}", line.title, line.lead, line.text));
    }
}

#[test]
fn a_suggestion_can_be_swapped_for_something_else() {
    let visit = back_on(Screen::Results, "Your results");
    let first = view::board(&expected(&mixed_answers())).lines.remove(0);
    visit.press(&removal(&first.title));
    visit.see_nothing(Role::Button, &removal(&first.title));
    visit.unfold(element_title(8));
    visit.press(&format!("Take to the board {}", short_name(32)));
    visit.see(Role::Button, &removal(short_name(32)));
}

#[test]
fn what_was_chosen_for_the_board_is_there_after_a_reload() {
    let chosen = BoardItem::NextStep(indicator(32));
    let suggested = view::board_items(&expected(&mixed_answers()));
    let messages = left_on(Screen::Results, &mixed_answers());
    let visit = Visit::begin_after(
        messages
            .into_iter()
            .chain([Message::BoardItemRemoved(suggested[0]), Message::BoardItemAdded(chosen)]),
    );
    visit.press("Continue");
    visit.see(Role::Button, &removal(short_name(32)));
    visit.reload();
    visit.see(Role::Button, &removal(short_name(32)));
}

#[test]
fn a_line_of_ones_own_is_there_after_a_reload() {
    let visit = back_on(Screen::Results, "Your results");
    visit.write("A line of your own (optional)", "Ask why the pilot ended");
    visit.reload();
    visit.see_value(Role::TextBox, "A line of your own (optional)", "Ask why the pilot ended");
}

#[test]
fn changing_an_answer_leads_back_to_the_check() {
    let visit = back_on(Screen::Check, "Check your answers");
    let changed = (indicator(10), level(4));
    assert_ne!(mixed_answers()[9], changed, "the answer really changes");
    visit.press(&format!("Change your answer to: {}", question(10)));
    visit.see_question(10);
    visit.answer(changed);
    visit.see_heading("Check your answers");
    visit.see_text(&format!("{} {}", question(10), wording(changed)));
}

#[test]
fn going_on_without_an_answer_is_said_in_an_error_summary_that_takes_the_focus() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("Continue");
    visit.see_text("There is a problem");
    visit.see_that("the focus on the error summary", |visit| {
        visit.run("return root.activeElement?.className", []) == "nhsuk-error-summary"
    });
}

#[test]
fn the_link_in_the_error_summary_leads_to_the_first_answer() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("Continue");
    visit.press("Choose the description closest to your trust, or “I do not know”");
    visit.see_focus_on(Role::Radio, wording((indicator(1), level(0))));
}

#[test]
fn the_error_goes_once_there_is_an_answer() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("Continue");
    visit.see_text("There is a problem");
    visit.choose("I do not know");
    visit.see_no_text("There is a problem");
}

#[test]
fn a_question_can_be_skipped() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("Skip this question");
    visit.see_question(2);
    assert_eq!(visit.stored_answers().len(), 0, "skipping is no answer");
}

#[test]
fn nothing_is_chosen_before_somebody_chooses() {
    let visit = Visit::begin();
    visit.start_the_check();
    assert_eq!(visit.run("return all('input:checked').length", []), 0);
}

#[test]
fn a_note_is_shown_beside_its_answer_on_the_check_screen() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.answer((indicator(1), level(2)));
    visit.see_question(2);
    visit.press("All elements");
    visit.press("Check your answers");
    visit.see_text("Your note: Ask the chief nurse");
}

#[test]
fn the_way_to_one_element_is_open_from_a_question() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.press(element_title(element(3).number()));
    visit.see_question(9);
}

fn removal(title: &str) -> String {
    format!("Remove {title} from what you take to the board")
}
