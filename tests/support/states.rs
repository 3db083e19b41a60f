//! Every state that a screen can be in, as one list: it drives the accessibility checks and the
//! pictures. A new screen gets a line here and is checked and pictured from then on.

use assessment::answers::Answer;
use assessment::app::{Message, Screen};

use crate::content::{
    Given, STORE, answered, answers_of, element, element_title, indicator, left_on, level, mixed_answers,
    played, question, wording,
};
use crate::faults::BLOCK_STORAGE;
use crate::{Role, Visit};

/// One state of a screen.
pub struct State {
    /// Names the picture.
    pub name: &'static str,
    /// What is done to the browser before the page is opened, for [`Visit::preload`].
    pub preload: Option<&'static str>,
    /// How a person gets there, from an origin where nothing is stored.
    pub reach: fn(&Visit),
}

const fn state(name: &'static str, reach: fn(&Visit)) -> State {
    State { name, preload: None, reach }
}

/// Every state.
pub const STATES: &[State] = &[
    state("start", start),
    state("start-with-answers", start_with_answers),
    state("start-deleted", start_deleted),
    state("start-not-kept", start_not_kept),
    state("about", about),
    state("elements-none", elements_none),
    state("elements-part", elements_part),
    state("elements-done", elements_done),
    state("question", question_open),
    state("question-error", question_error),
    state("question-answered-with-note", question_answered_with_note),
    state("check-part", check_part),
    state("check-complete", check_complete),
    state("results-nothing", results_nothing),
    state("results-part", results_part),
    state("results-all", results_all),
    state("results-all-opened", results_all_opened),
    state("results-board-changed", results_board_changed),
    state("element-results", element_results),
    state("delete", delete),
    State { name: "notice-blocked", preload: Some(BLOCK_STORAGE), reach: question_open },
    state("notice-failing", notice_failing),
    state("rescue", rescue),
];

fn start(visit: &Visit) {
    visit.open("/");
    visit.see(Role::Button, "Answer all the questions");
}

fn start_with_answers(visit: &Visit) {
    come_back(visit, left_on(Screen::Question(indicator(3)), &some_answers()));
    visit.see(Role::Button, "Continue");
}

fn start_deleted(visit: &Visit) {
    delete(visit);
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted from this device.");
}

fn start_not_kept(visit: &Visit) {
    start(visit);
    visit.tick("Do not keep my answers on this computer");
    visit.see_text("As you asked, your answers are not kept.");
}

fn about(visit: &Visit) {
    start(visit);
    visit.press("Where this comes from");
    visit.see_heading("Where this comes from");
}

fn elements_none(visit: &Visit) {
    start(visit);
    visit.press("Choose one element");
    visit.see_heading("Choose an element");
}

fn elements_part(visit: &Visit) {
    continue_on(visit, Screen::Tasks, &some_answers(), "Choose an element");
}

fn elements_done(visit: &Visit) {
    continue_on(visit, Screen::Tasks, &mixed_answers(), "Choose an element");
}

fn question_open(visit: &Visit) {
    start(visit);
    visit.start_the_check();
}

fn question_error(visit: &Visit) {
    question_open(visit);
    visit.press("Continue");
    visit.see_text("There is a problem");
}

fn question_answered_with_note(visit: &Visit) {
    question_open(visit);
    visit.choose(wording((indicator(1), level(2))));
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse what changed after the last discussion.");
    visit.see_text("Saved on this device");
}

fn check_part(visit: &Visit) {
    continue_on(visit, Screen::Check, &some_answers(), "Check your answers");
}

fn check_complete(visit: &Visit) {
    let note = Message::NoteChanged(indicator(1), "Ask the chief nurse.".into());
    come_back(visit, left_on(Screen::Check, &mixed_answers()).into_iter().chain([note]));
    visit.press("Continue");
    visit.see_text("Your note: Ask the chief nurse.");
}

fn results_nothing(visit: &Visit) {
    // As when every question was skipped.
    come_back(visit, [Message::AllElementsChosen]);
    visit.run(
        "history.replaceState({ 'digital-leadership-check': { screen: 'results', depth: 0 } }, '');",
        [],
    );
    visit.reload();
    visit.see(Role::Button, "Go to the questions");
}

fn results_part(visit: &Visit) {
    continue_on(visit, Screen::Results, &some_answers(), "Your results");
}

fn results_all(visit: &Visit) {
    continue_on(visit, Screen::Results, &mixed_answers(), "Your results");
}

fn results_all_opened(visit: &Visit) {
    results_all(visit);
    visit.unfold("The same as a table");
    visit.unfold(element_title(1));
    visit.unfold(element_title(5));
    visit.see_text("How the score comes about");
}

fn results_board_changed(visit: &Visit) {
    results_all(visit);
    visit.write("A line of your own (optional)", "Ask why the pilot in the east wing ended.");
    let suggested = visit.names(Role::Button).into_iter().find(|name| name.starts_with("Remove "));
    visit.press(&suggested.expect("something is suggested"));
    visit.unfold(element_title(8));
    visit.see_text("How the score comes about");
}

fn element_results(visit: &Visit) {
    let begin = [Message::ElementChosen(element(3))];
    let answers = answered(&answers_of(element(3), level(3)));
    let end = [Message::ScreenAsked(Screen::ElementResults(element(3)))];
    come_back(visit, begin.into_iter().chain(answers).chain(end));
    visit.press("Continue");
    visit.see_heading(element_title(3));
}

fn delete(visit: &Visit) {
    start_with_answers(visit);
    visit.press("Delete my answers");
    visit.see_heading("Delete your answers?");
}

fn notice_failing(visit: &Visit) {
    start(visit);
    visit.fill_the_storage();
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.see_text("Your latest answers are not saved");
}

fn rescue(visit: &Visit) {
    question_open(visit);
    visit.run("frame.setAttribute('data-stopped', '');", []);
    visit.see_text("Something went wrong");
    visit.see_no_text(question(1));
}

/// Three answers, one of them "I do not know".
fn some_answers() -> [Given; 3] {
    [(indicator(1), level(3)), (indicator(2), Answer::DontKnow), (indicator(5), level(0))]
}

fn come_back(visit: &Visit, before: impl IntoIterator<Item = Message>) {
    visit.open_with(&played(STORE, before).records, "/");
}

fn continue_on(visit: &Visit, screen: Screen, given: &[Given], heading: &str) {
    come_back(visit, left_on(screen, given));
    visit.press("Continue");
    visit.see_heading(heading);
}
