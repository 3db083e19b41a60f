//! Every state that a screen can be in, as one list: it drives the accessibility checks, the pictures and
//! the walk under the strict policy. A new screen gets a line here and is in all of them from then on.

use std::collections::BTreeMap;

use assessment::answers::Answer;
use assessment::app::{Message, Screen};

use crate::content::{
    Given, STORE, answer_key, answered, answers_of, copy_of, element, element_title, first_screen_words,
    indicator, keys, left_on, level, mixed_answers, own_questionnaire, paper_words, played, question,
    questionnaire, wording,
};
use crate::faults::{
    BLOCK_STORAGE, COMES_SLOWLY, FAIL_TO_REMOVE, NEVER_START, NO_WEBASSEMBLY, NOT_LOADED, TOO_OLD,
};
use crate::{Role, Visit};

/// The questionnaires that the pages of some states name: one that a state publishes, and one that is missing.
pub const NAMED: [&str; 2] = ["our-questions.json", "questions-that-are-not-there.json"];

const CHOOSE: &str = "Choose a copy that you downloaded";

/// Puts in what a browser shows that runs no scripts. Read anew, the page is a document without them.
const SHOW_AS_WITHOUT_SCRIPTS: &str = "
const [, done] = arguments;
const request = new XMLHttpRequest();
request.open('GET', location.href);
request.responseType = 'document';
request.onload = () => {
  document.querySelector('[data-while-starting]').hidden = true;
  document.querySelector('noscript').replaceWith(...request.response.querySelector('noscript').childNodes);
  done(null);
};
request.send();
";

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
    State { name: "first-screen", preload: Some(NEVER_START), reach: first_screen },
    State { name: "first-screen-no-script", preload: Some(NEVER_START), reach: first_screen_no_script },
    State {
        name: "first-screen-no-webassembly",
        preload: Some(NO_WEBASSEMBLY),
        reach: first_screen_no_webassembly,
    },
    State { name: "first-screen-too-old", preload: Some(TOO_OLD), reach: first_screen_too_old },
    State { name: "first-screen-not-loaded", preload: Some(NOT_LOADED), reach: first_screen_not_loaded },
    state("paper", paper),
    state("start", start),
    state("start-with-answers", start_with_answers),
    state("start-deleted", start_deleted),
    state("start-not-kept", start_not_kept),
    state("start-cleared", start_cleared),
    state("start-in-tab-of-a-trust", start_in_tab_of_a_trust),
    state("start-kept-nowhere", start_kept_nowhere),
    state("start-unreadable", start_unreadable),
    state("start-in-frame", start_in_frame),
    State { name: "questionnaire-loading", preload: Some(COMES_SLOWLY), reach: questionnaire_loading },
    state("questionnaire-missing", questionnaire_missing),
    state("questionnaire-tried-again", questionnaire_tried_again),
    state("questionnaire-with-problems", questionnaire_with_problems),
    state("questionnaire-of-your-own", questionnaire_of_your_own),
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
    state("your-data-nothing", your_data_nothing),
    state("your-data", your_data),
    state("your-data-in-tab", your_data_in_tab),
    state("your-data-unread", your_data_unread),
    state("your-data-refused", your_data_refused),
    state("your-data-loaded", your_data_loaded),
    state("load-copy", load_copy),
    state("load-copy-no-change", load_copy_no_change),
    state("load-copy-left-out", load_copy_left_out),
    state("delete", delete),
    state("delete-unread", delete_unread),
    state("delete-not-kept", delete_not_kept),
    State { name: "notice-blocked", preload: Some(BLOCK_STORAGE), reach: question_open },
    State { name: "notice-blocked-in-frame", preload: Some(BLOCK_STORAGE), reach: question_in_frame },
    state("notice-failing", notice_failing),
    state("notice-wiped", notice_wiped),
    State { name: "notice-delete-failing", preload: Some(FAIL_TO_REMOVE), reach: notice_delete_failing },
    state("rescue", rescue),
    state("rescue-copy-failed", rescue_copy_failed),
];

/// Reaches every state in turn, each at an address where nothing is stored and with the room of a laptop,
/// and gathers what `look` finds there.
pub fn in_every_state(visit: &mut Visit, look: impl Fn(&Visit, &State) -> Vec<String>) -> Vec<String> {
    let mut problems = Vec::new();
    for state in STATES {
        visit.forget_everything();
        visit.resize(1280, 900);
        let preload = state.preload.map(|script| visit.preload(script));
        (state.reach)(visit);
        problems.extend(look(visit, state).into_iter().map(|problem| format!("{} {problem}", state.name)));
        if let Some(preload) = preload {
            visit.end_preload(preload);
        }
    }
    problems
}

fn first_screen(visit: &Visit) {
    visit.go_to("/");
    visit.see_on_page(first_screen_words("loading"));
}

fn first_screen_no_script(visit: &Visit) {
    first_screen(visit);
    visit.run_until_it_answers(SHOW_AS_WITHOUT_SCRIPTS, []);
    visit.see_on_page(first_screen_words("no_script"));
}

fn first_screen_no_webassembly(visit: &Visit) {
    visit.go_to("/");
    visit.see_on_page(first_screen_words("no_webassembly"));
}

fn first_screen_too_old(visit: &Visit) {
    visit.go_to("/");
    visit.see_on_page(first_screen_words("too_old"));
}

fn first_screen_not_loaded(visit: &Visit) {
    visit.go_to("/");
    visit.see_on_page(first_screen_words("not_loaded"));
}

fn paper(visit: &Visit) {
    visit.go_to("/paper.html");
    visit.see_on_page(paper_words("scores_heading"));
}

fn start(visit: &Visit) {
    visit.open("/");
    visit.see(Role::Button, "Answer all the questions");
}

/// The page for a frame, by itself.
fn start_in_frame(visit: &Visit) {
    visit.open("/frame.html");
    visit.see(Role::Button, "Answer all the questions");
}

fn question_in_frame(visit: &Visit) {
    start_in_frame(visit);
    visit.start_the_check();
}

fn start_with_answers(visit: &Visit) {
    come_back(visit, left_on(Screen::Question(indicator(3)), &some_answers()));
    visit.see(Role::Button, "Continue");
}

fn start_deleted(visit: &Visit) {
    delete(visit);
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
}

fn start_not_kept(visit: &Visit) {
    start(visit);
    visit.tick("Do not keep my answers on this computer");
    visit.see_text("Your answers are not kept.");
}

fn start_cleared(visit: &Visit) {
    delete_not_kept(visit);
    visit.press("Yes, clear this page");
    visit.see_text("Your answers have been cleared from this page.");
}

fn start_in_tab_of_a_trust(visit: &Visit) {
    start(visit);
    let attributes = "
        widget.setAttribute('storage', 'session');
        widget.setAttribute('trust-name', 'Anytown and Villages University Hospitals NHS Foundation Trust');";
    visit.run(attributes, []);
    visit.see_text("Your answers stay in this tab of the browser");
}

fn start_kept_nowhere(visit: &Visit) {
    start(visit);
    visit.run("widget.setAttribute('storage', 'none');", []);
    visit.see_text("Your answers are not kept.");
}

fn your_data_in_tab(visit: &Visit) {
    start_in_tab_of_a_trust(visit);
    visit.press("Your data");
    visit.see_text("What you put in is kept by this browser until you close this tab.");
}

fn name_questions(visit: &Visit, file: &str) {
    visit.run("widget.setAttribute('questionnaire', arguments[1]);", [file.into()]);
}

fn name_own_questions(visit: &Visit) {
    start(visit);
    name_questions(visit, NAMED[0]);
}

fn questionnaire_loading(visit: &Visit) {
    name_own_questions(visit);
    visit.see_text("Loading the questionnaire");
}

fn questionnaire_missing(visit: &Visit) {
    start(visit);
    name_questions(visit, NAMED[1]);
    visit.see_heading("The questionnaire cannot be shown");
}

fn questionnaire_tried_again(visit: &Visit) {
    questionnaire_missing(visit);
    visit.run(COMES_SLOWLY, []);
    visit.press("Try again");
    visit.see_text("Loading the questionnaire");
}

fn questionnaire_with_problems(visit: &Visit) {
    visit.publish(NAMED[0], "{ \"format\": 1, \"id\": \"Ours\", \"levels\": 9 }");
    name_own_questions(visit);
    visit.see_heading("The questionnaire cannot be shown");
}

fn questionnaire_of_your_own(visit: &Visit) {
    visit.publish(NAMED[0], &own_questionnaire(3).to_string());
    name_own_questions(visit);
    visit.see_heading("Our own questions");
}

fn start_unreadable(visit: &Visit) {
    come_back_with(visit, unread());
    visit.see_text("Something that is stored here cannot be read");
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

fn delete_unread(visit: &Visit) {
    start_unreadable(visit);
    visit.press("Delete my answers");
    visit.see_text("What is stored here and cannot be read, or belongs to other questions, is deleted too.");
}

fn delete_not_kept(visit: &Visit) {
    start_not_kept(visit);
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.press("All elements");
    visit.press("See your results");
    visit.press("Finish and clear my answers");
    visit.see_heading("Delete your answers?");
}

fn your_data_nothing(visit: &Visit) {
    start(visit);
    visit.press("Your data");
    visit.see_heading("Your data");
}

fn your_data(visit: &Visit) {
    start_with_answers(visit);
    visit.press("Your data");
    let _ = visit.download("Download a copy");
    visit.see_text("Last downloaded");
}

fn your_data_unread(visit: &Visit) {
    start_unreadable(visit);
    visit.press("Your data");
    visit.see_heading("What is stored and not shown");
}

fn your_data_refused(visit: &Visit) {
    your_data(visit);
    visit.choose_file(CHOOSE, &visit.file("board-paper-of-november.json", "{\"title\": "));
    visit.see_text("There is a problem");
}

fn your_data_loaded(visit: &Visit) {
    load_copy(visit);
    visit.press("Replace what is here");
    visit.see_text("The copy is loaded");
}

/// With every change shown, a long note among them.
fn load_copy(visit: &Visit) {
    let other = [(indicator(1), level(0)), (indicator(9), level(1))];
    come_back(visit, left_on(Screen::Question(indicator(9)), &other));
    visit.press("Your data");
    choose_copy(visit, &played(STORE, some_of_everything()).records);
    visit.run("for (const folded of all('details')) folded.open = true;", []);
    visit.see_text("Ask the chief nurse what changed");
}

fn load_copy_no_change(visit: &Visit) {
    come_back(visit, some_of_everything());
    visit.press("Your data");
    choose_copy(visit, &played(STORE, some_of_everything()).records);
    visit.see_text("Nothing would change.");
}

fn load_copy_left_out(visit: &Visit) {
    start(visit);
    visit.press("Your data");
    let mut records = played(STORE, some_of_everything()).records;
    records.extend(unread());
    choose_copy(visit, &records);
    visit.unfold("3 things in the file cannot be read or are not about these questions. They are left out.");
    visit.see_text(&answer_key(STORE, 7));
}

fn notice_failing(visit: &Visit) {
    start(visit);
    visit.fill_the_storage();
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.see_text("Your latest answers are not saved");
}

fn notice_wiped(visit: &Visit) {
    continue_on(visit, Screen::Question(indicator(3)), &some_answers(), question(3));
    visit.run("localStorage.clear();", []);
    visit.run("window.dispatchEvent(new StorageEvent('storage'));", []);
    visit.see_text("Your saved answers were removed");
}

fn notice_delete_failing(visit: &Visit) {
    delete(visit);
    visit.press("Yes, delete everything");
    visit.see_text("Your answers could not be deleted");
}

fn rescue(visit: &Visit) {
    question_open(visit);
    let uncover =
        "frame.setAttribute('data-stopped', ''); root.querySelector('[data-rescue]').hidden = false;";
    visit.run(uncover, []);
    visit.see_text("Something went wrong");
    visit.see_no_text(question(1));
}

fn rescue_copy_failed(visit: &Visit) {
    rescue(visit);
    visit.run("root.querySelector('[data-copy-failed]').hidden = false;", []);
    visit.see_text("The copy could not be made");
}

/// Three answers, one of them "I do not know".
fn some_answers() -> [Given; 3] {
    [(indicator(1), level(3)), (indicator(2), Answer::DontKnow), (indicator(5), level(0))]
}

/// Those answers, a long note and a line of one's own.
fn some_of_everything() -> impl Iterator<Item = Message> {
    let note =
        "Ask the chief nurse what changed after the last discussion, and who was in the room. ".repeat(4);
    let more = [
        Message::NoteChanged(indicator(2), note),
        Message::OwnLineChanged("Ask why the pilot in the east wing ended.".into()),
    ];
    left_on(Screen::Check, &some_answers()).into_iter().chain(more)
}

/// A damaged answer, something of a newer version of the check, and an answer to other questions.
fn unread() -> BTreeMap<String, String> {
    let fingerprint = questionnaire().fingerprint().to_string();
    let keys = [
        answer_key(STORE, 7),
        keys().prefix().replace("/1/", "/2/"),
        answer_key(STORE, 1).replace(&fingerprint, "0123456789abcdef"),
    ];
    keys.map(|key| (key, "{\"level\":".to_owned())).into()
}

fn choose_copy(visit: &Visit, records: &BTreeMap<String, String>) {
    visit.choose_file(CHOOSE, &visit.file("digital-leadership-check-2026-11-24.json", &copy_of(records)));
    visit.see_heading("Load this copy?");
}

/// With texts stored besides, or instead.
fn come_back_with(visit: &Visit, texts: BTreeMap<String, String>) {
    let mut records = played(STORE, left_on(Screen::Question(indicator(3)), &some_answers())).records;
    records.extend(texts);
    visit.open_with(&records, "/");
}

fn come_back(visit: &Visit, before: impl IntoIterator<Item = Message>) {
    visit.open_with(&played(STORE, before).records, "/");
}

fn continue_on(visit: &Visit, screen: Screen, given: &[Given], heading: &str) {
    come_back(visit, left_on(screen, given));
    visit.press("Continue");
    visit.see_heading(heading);
}
