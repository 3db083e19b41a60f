//! Every state that a screen can be in, as one list: it drives the accessibility checks, the pictures and
//! the walk under the strict policy. A new screen gets a line here and is in all of them from then on.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, iter, thread};

use assessment::answers::Answer;
use assessment::app::{Message, Screen};
use assessment::board::{AgendaLine, RoundFile};

use crate::board::{
    self, MEMBERS, closed, code_of, knowing_nothing, open_with, response, response_of_member,
};
use crate::content::{
    Given, STORE, answer_key, answered, answers_of, copy_of, element, element_title, first_screen_words,
    indicator, keys, left_on, level, mixed_answers, own_questionnaire, paper_words, played, question,
    questionnaire, wording,
};
use crate::faults::{
    BLOCK_STORAGE, CANNOT_SEAL, COMES_SLOWLY, FAIL_TO_COPY, FAIL_TO_REMOVE, FAIL_TO_WRITE, NEVER_START,
    NO_WEBASSEMBLY, NOT_LOADED, TOO_OLD,
};
use crate::{Role, Visit};

/// The questionnaires that the pages of some states name: one that a state publishes, and one that is missing.
pub const NAMED: [&str; 2] = ["our-questions.json", "questions-that-are-not-there.json"];

const CHOOSE: &str = "Choose a copy that you downloaded";
const PASS_ON: &str = "Pass on my answers";
const COMBINE: &str = "For whoever combines a board’s answers";
const GO_ON_ELSEWHERE: &str = "Or go on with a round from another device";
const PASSPHRASE: &str = "lemon bicycle orchard";
const OPEN_ALL: &str = "for (const folded of all('details')) folded.open = true;";

/// Puts in what a browser shows that runs no scripts. Read anew, the page is a document without them.
const SHOW_AS_WITHOUT_SCRIPTS: &str = "
const [, done] = arguments;
const request = new XMLHttpRequest();
request.open('GET', location.href);
request.responseType = 'document';
request.onload = () => {
  document.querySelector('[data-while-starting]').hidden = true;
  document.querySelector('[data-first-screen]').dataset.firstScreen = '';
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
    State { name: "first-screen-loading", preload: Some(NEVER_START), reach: first_screen_loading },
    State { name: "first-screen-no-script", preload: Some(NEVER_START), reach: first_screen_no_script },
    State {
        name: "first-screen-no-webassembly",
        preload: Some(NO_WEBASSEMBLY),
        reach: first_screen_no_webassembly,
    },
    State { name: "first-screen-too-old", preload: Some(TOO_OLD), reach: first_screen_too_old },
    State { name: "first-screen-not-loaded", preload: Some(NOT_LOADED), reach: first_screen_not_loaded },
    state("paper", paper),
    state("accessibility-statement", accessibility_statement),
    state("start", start),
    state("start-with-answers", start_with_answers),
    state("start-deleted", start_deleted),
    state("start-not-kept", start_not_kept),
    state("start-cleared", start_cleared),
    state("start-in-tab-of-a-trust", start_in_tab_of_a_trust),
    state("start-kept-nowhere", start_kept_nowhere),
    state("start-unreadable", start_unreadable),
    state("start-in-frame", start_in_frame),
    state("start-newer-version", start_newer_version),
    state("question-newer-version-waits", question_newer_version_waits),
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
    state("results-invited", results_invited),
    state("results-board-changed", results_board_changed),
    state("element-results", element_results),
    state("your-data-nothing", your_data_nothing),
    state("your-data", your_data),
    state("your-data-in-tab", your_data_in_tab),
    state("your-data-unread", your_data_unread),
    state("your-data-refused", your_data_refused),
    state("your-data-loaded", your_data_loaded),
    state("your-data-sealed", your_data_sealed),
    State { name: "your-data-cannot-seal", preload: Some(CANNOT_SEAL), reach: your_data_cannot_seal },
    state("passphrase", passphrase),
    state("passphrase-too-short", passphrase_too_short),
    state("passphrase-change", passphrase_change),
    state("locked", locked),
    state("locked-wrong", locked_wrong),
    state("locked-damaged", locked_damaged),
    state("locked-delete", locked_delete),
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
    state("share-nothing", share_nothing),
    state("share-code", share_code),
    state("share-code-error", share_code_error),
    state("share", share),
    state("share-opened", share_opened),
    state("share-copied", share_copied),
    State { name: "share-not-copied", preload: Some(FAIL_TO_COPY), reach: share_not_copied },
    state("share-downloaded", share_downloaded),
    state("share-role", share_role),
    state("share-role-error", share_role_error),
    state("share-role-chosen", share_role_chosen),
    state("share-too-long", share_too_long),
    state("round-none", round_none),
    state("round-refused", round_refused),
    state("round-discarded", round_discarded),
    state("round-unreadable", round_unreadable),
    state("round-open", round_open),
    state("round-downloaded", round_downloaded),
    state("round-closed-late", round_closed_late),
    state("round-long-words", round_long_words),
    state("set-up", set_up),
    state("set-up-errors", set_up_errors),
    state("set-up-change", set_up_change),
    state("set-up-change-error", set_up_change_error),
    state("set-up-change-closed", set_up_change_closed),
    state("invite", invite),
    state("invite-copied", invite_copied),
    State { name: "invite-not-copied", preload: Some(FAIL_TO_COPY), reach: invite_not_copied },
    state("collect", collect),
    state("collect-error", collect_error),
    state("collect-marks-error", collect_marks_error),
    state("collect-role-error", collect_role_error),
    State { name: "collect-reading", preload: Some(FILES_WAIT), reach: collect_reading },
    state("collect-log", collect_log),
    state("collect-long-log", collect_long_log),
    state("collect-taken-out", collect_taken_out),
    state("collect-late", collect_late),
    state("close", close),
    state("close-too-few", close_too_few),
    state("close-again", close_again),
    state("close-waiting", close_waiting),
    state("close-nothing-new", close_nothing_new),
    state("picture", picture),
    state("picture-opened", picture_opened),
    state("picture-rehearsal", picture_rehearsal),
    state("picture-rehearsal-opened", picture_rehearsal_opened),
    state("picture-almost-nothing", picture_almost_nothing),
    state("conversation", conversation),
    state("conversation-changed", conversation_changed),
    state("conversation-error", conversation_error),
    state("conversation-empty", conversation_empty),
    state("board-paper", board_paper),
    state("board-paper-filled-in", board_paper_filled_in),
    state("board-paper-long-words", board_paper_long_words),
    state("discard", discard),
    state("leave", leave),
    State { name: "round-notice-blocked", preload: Some(BLOCK_STORAGE), reach: round_notice_blocked },
    state("round-notice-failing", round_notice_failing),
    state("round-notice-elsewhere", round_notice_elsewhere),
    state("round-notice-not-kept", round_notice_not_kept),
    State {
        name: "round-notice-discard-failing",
        preload: Some(FAIL_TO_REMOVE),
        reach: round_notice_discard_failing,
    },
];

/// A script for [`Visit::preload`]: files are never read to their end.
const FILES_WAIT: &str = "
const text = Blob.prototype.text;
let isFirst = true;
Blob.prototype.text = function () {
  if (!isFirst) return new Promise(() => {});
  isFirst = false;
  return text.call(this);
};
";

/// In which something never comes, and the page waits for it before it is kept.
const ENDLESS: [&str; 2] = ["questionnaire-loading", "questionnaire-tried-again"];

/// How many visits share the states between them.
const VISITS: usize = 2;

/// One walk through the states takes all that a small computer has, so that the next one waits.
static WALK: Mutex<()> = Mutex::new(());

/// Reaches every state, each at an address where nothing is stored and with the room of a laptop, and sees that
/// `look` finds no problem there. What is found in all of them is told at the end.
///
/// # Panics
///
/// If `look` finds anything, and if a state cannot be reached.
pub fn assert_no_problem_in_any_state(
    begin: impl Fn() -> Visit + Sync,
    look: impl Fn(&Visit, &State) -> Vec<String> + Sync,
) {
    // Whoever failed before has ended all the same.
    let walk = WALK.lock().unwrap_or_else(PoisonError::into_inner);
    let next = AtomicUsize::new(0);
    let wanted = wanted();
    let go_through = || {
        let mut visit = begin();
        let states = iter::from_fn(|| wanted.get(next.fetch_add(1, Ordering::Relaxed)));
        states.flat_map(|state| problems_in(&mut visit, state, &look)).collect::<Vec<String>>()
    };
    let problems = thread::scope(|scope| {
        let visits: Vec<_> = (0..VISITS).map(|_| scope.spawn(go_through)).collect();
        let found = visits.into_iter().map(|visit| visit.join().unwrap_or_else(|cause| resume_unwind(cause)));
        found.collect::<Vec<_>>().concat()
    });
    drop(walk);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// All states, or those whose names `STATES` has, with commas between them.
fn wanted() -> Vec<&'static State> {
    let Ok(names) = env::var("STATES") else { return STATES.iter().collect() };
    let named: Vec<&State> =
        STATES.iter().filter(|state| names.split(',').any(|name| name == state.name)).collect();
    assert!(!named.is_empty(), "STATES names no state: {names}");
    named
}

fn problems_in(
    visit: &mut Visit,
    state: &State,
    look: impl Fn(&Visit, &State) -> Vec<String>,
) -> Vec<String> {
    // A page that still loads something when its server goes would tell of that in the next state.
    visit.go_to_address("about:blank");
    visit.forget_everything();
    visit.resize(1280, 900);
    let preload = state.preload.map(|script| visit.preload(script));
    (state.reach)(visit);
    if !ENDLESS.contains(&state.name) {
        visit.wait_until_it_is_kept();
    }
    let problems = look(visit, state);
    if let Some(preload) = preload {
        visit.end_preload(preload);
    }
    problems.into_iter().map(|problem| format!("{} {problem}", state.name)).collect()
}

fn first_screen(visit: &Visit) {
    visit.go_to("/");
    visit.see(Role::Button, "Answer all the questions");
}

fn first_screen_loading(visit: &Visit) {
    first_screen(visit);
    visit.press("Answer all the questions");
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

fn accessibility_statement(visit: &Visit) {
    visit.go_to("/accessibility.html");
    visit.see_heading("Accessibility statement");
}

fn start(visit: &Visit) {
    visit.open("/");
    visit.see(Role::Button, "Answer all the questions");
}

fn start_newer_version(visit: &Visit) {
    start(visit);
    visit.wait_until_it_is_kept();
    visit.publish_newer_version();
    visit.open("/");
    visit.see_on_page("A newer version of this page is ready.");
}

fn question_newer_version_waits(visit: &Visit) {
    start_newer_version(visit);
    visit.tick("Do not keep my answers on this device");
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    visit.press_on_page("Use the newer version");
    visit.see_on_page("It cannot be used yet, because something on this page is kept nowhere else");
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
    visit.tick("Do not keep my answers on this device");
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

fn results_invited(visit: &Visit) {
    let records = played(STORE, left_on(Screen::Results, &mixed_answers())).records;
    visit.open_with(&records, "/#round=K7M-2QX");
    visit.press("Continue");
    visit.see_text("Your board has asked you to pass on your answers.");
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

fn your_data_sealed(visit: &Visit) {
    start_with_answers(visit);
    visit.set_passphrase(PASSPHRASE);
}

fn your_data_cannot_seal(visit: &Visit) {
    start_with_answers(visit);
    visit.press("Your data");
    visit.see_text("What is kept cannot be locked with a passphrase here.");
}

fn passphrase(visit: &Visit) {
    start_with_answers(visit);
    visit.press("Your data");
    visit.press("Set a passphrase");
    visit.see_heading("Choose a passphrase");
}

fn passphrase_too_short(visit: &Visit) {
    passphrase(visit);
    visit.write_passphrase("New passphrase", "orchard");
    visit.press("Set the passphrase");
    visit.see_text("There is a problem");
}

fn passphrase_change(visit: &Visit) {
    your_data_sealed(visit);
    visit.press("Change the passphrase");
    visit.see_heading("Choose a passphrase");
}

fn locked(visit: &Visit) {
    your_data_sealed(visit);
    visit.press("Lock now");
    visit.see_heading("Enter your passphrase");
}

fn locked_wrong(visit: &Visit) {
    locked(visit);
    visit.enter_passphrase("lemon bicycle orchid");
    visit.see_text("That is not the passphrase.");
}

fn locked_damaged(visit: &Visit) {
    locked(visit);
    let seal = visit.local_storage().into_iter().find(|(key, _)| key.contains("/sealed/"));
    let (key, text) = seal.expect("what is sealed");
    // The mirror has it too, and is not asked for anything that is not there.
    visit.forget_the_mirror();
    visit.run("localStorage.setItem(arguments[1], arguments[2]);", [key.into(), (&text[..200]).into()]);
    visit.enter_passphrase(PASSPHRASE);
    visit.see_text("It is damaged, so no passphrase opens it.");
}

fn locked_delete(visit: &Visit) {
    locked(visit);
    visit.press("Delete what is locked");
    visit.see_heading("Delete what is locked?");
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

/// On the screen on which somebody without an answer would pass them on. No link leads there.
fn share_nothing(visit: &Visit) {
    start(visit);
    visit.run("history.replaceState({ 'digital-leadership-check': { screen: 'share', depth: 0 } }, '');", []);
    visit.reload();
    visit.see_text("there is nothing to pass on");
}

fn share_code(visit: &Visit) {
    results_part(visit);
    visit.press(PASS_ON);
    visit.see(Role::TextBox, "Round code");
}

fn share_code_error(visit: &Visit) {
    share_code(visit);
    visit.write("Round code", "K7M-2Q");
    visit.press("Continue");
    visit.see_text("There is a problem");
}

fn share_to(visit: &Visit, invitation: &str) {
    share_code(visit);
    visit.write("Round code", invitation);
    visit.press("Continue");
    visit.see_text("What your response holds");
}

fn share(visit: &Visit) {
    share_to(visit, "K7M-2QX");
}

fn share_opened(visit: &Visit) {
    share(visit);
    visit.unfold("See each answer that is passed on");
}

fn share_copied(visit: &Visit) {
    share(visit);
    visit.press("Copy the code");
    visit.see_text("The code is copied.");
}

fn share_not_copied(visit: &Visit) {
    share(visit);
    visit.press("Copy the code");
    visit.see_text("The browser did not let this page copy.");
}

fn share_downloaded(visit: &Visit) {
    share(visit);
    let _ = visit.download("Download the response as a file");
    visit.see_text("The file is in your downloads.");
}

fn share_role(visit: &Visit) {
    share_to(visit, "role:K7M-2QX");
    visit.see_text("Which are you?");
}

fn share_role_error(visit: &Visit) {
    share_role(visit);
    visit.press("Download the response as a file");
    visit.see_text("There is a problem");
}

fn share_role_chosen(visit: &Visit) {
    share_role(visit);
    visit.choose("Non-executive director or chair");
    visit.see(Role::Button, "Copy the code");
}

/// With so many questions that no code holds the answers.
fn share_too_long(visit: &Visit) {
    visit.publish(NAMED[0], &own_questionnaire(130).to_string());
    name_own_questions(visit);
    visit.press("Answer all the questions");
    visit.choose("Always, says number 1.");
    visit.press("All elements");
    visit.press("See your results");
    visit.press(PASS_ON);
    visit.write("Round code", "K7M-2QX");
    visit.press("Continue");
    visit.see_text("There are too many questions for a code.");
}

fn round_none(visit: &Visit) {
    start(visit);
    combine(visit);
    visit.see(Role::Button, "Set up a round");
}

fn round_refused(visit: &Visit) {
    round_none(visit);
    visit.choose_file(GO_ON_ELSEWHERE, &visit.file("board-round.json", "{\"product\": "));
    visit.see_text("There is a problem");
}

fn round_discarded(visit: &Visit) {
    discard(visit);
    visit.press("Yes, delete the round");
    visit.see_text("The round is deleted from this device.");
}

fn round_unreadable(visit: &Visit) {
    visit.open_with(&[(board::round_key(), "{\"product\": ".to_owned())].into(), "/");
    combine(visit);
    visit.see_text("A stored round cannot be read");
}

fn round_open(visit: &Visit) {
    go_on_with(visit, &open_with(0..7));
    visit.see_text("7 responses are in, of 13 members");
}

fn round_downloaded(visit: &Visit) {
    round_open(visit);
    let _ = visit.download("Download the round");
    visit.see_text("The round is in your downloads.");
}

fn round_closed_late(visit: &Visit) {
    go_on_with(visit, &late(closed(open_with(0..10))));
    visit.see_text("1 came late and waits");
}

/// As long as they can be, without a place to break them.
fn round_long_words(visit: &Visit) {
    let name = "Vorstandsklausurtagungsvorbereitungsrunde".repeat(4).chars().take(100).collect();
    visit.open_with(&board::stored(&RoundFile { name, ..open_with(0..7) }), "/");
    let trust =
        "widget.setAttribute('trust-name', 'Anytown-and-Villages-University-Hospitals-Foundation-Trust');";
    visit.run(trust, []);
    combine(visit);
    visit.see_text("7 responses are in, of 13 members");
}

fn set_up(visit: &Visit) {
    round_none(visit);
    visit.press("Set up a round");
    visit.see_heading("Set up a round");
}

fn set_up_errors(visit: &Visit) {
    set_up(visit);
    visit.write("How many members has the board? (optional)", "many");
    visit.write("Smallest number of answers that may be shown", "x");
    visit.press("Set up the round");
    visit.see_text("There is a problem");
}

fn set_up_change(visit: &Visit) {
    round_open(visit);
    visit.press("Change its name or the board’s size");
    visit.see_heading("Change the round");
}

fn set_up_change_error(visit: &Visit) {
    set_up_change(visit);
    visit.write("How many members has the board? (optional)", "x");
    visit.press("Save");
    visit.see_text("There is a problem");
}

fn set_up_change_closed(visit: &Visit) {
    round_closed_late(visit);
    visit.press("Change its name or the board’s size");
    visit.see_text("The board’s size cannot change any more");
}

fn invite(visit: &Visit) {
    go_on_with(visit, &board::round(true));
    visit.press("Invite the members");
    visit.see_text("Choose a way that carries no name");
}

fn invite_copied(visit: &Visit) {
    invite(visit);
    visit.press("Copy Invitation");
    visit.see_text("Copied.");
}

fn invite_not_copied(visit: &Visit) {
    invite(visit);
    visit.press("Copy Reminder");
    visit.see_text("The browser did not let this page copy.");
}

fn collect(visit: &Visit) {
    collect_into(visit, &board::round(false));
}

fn collect_error(visit: &Visit) {
    collect(visit);
    visit.press("Add the codes");
    visit.see_text("Paste at least one code");
}

fn collect_marks_error(visit: &Visit) {
    collect(visit);
    visit.write("Type a paper response", "0123 4?-9");
    visit.press("Add the paper response");
    visit.see_text("There is a problem");
}

fn collect_role_error(visit: &Visit) {
    collect_into(visit, &board::round(true));
    visit.write("Type a paper response", &"2".repeat(questionnaire().indicators().len()));
    visit.press("Add the paper response");
    visit.see_text("Choose which the member is.");
}

fn collect_reading(visit: &Visit) {
    collect(visit);
    let files = [0, 1, 2]
        .map(|member| visit.file(&format!("{member}.json"), &board::file_of(&response_of_member(member))));
    visit.choose_files("Choose response files", &files);
    visit.see_text("1 of 3 files are read");
}

/// One of each kind: added, in before, another version, damaged, for another round.
fn collect_log(visit: &Visit) {
    collect_into(visit, &open_with(0..3));
    let other_round = assessment::board::RoundCode::from_random(77);
    let damaged = format!("{}0", code_of(&response_of_member(4)));
    let codes = [
        code_of(&response_of_member(5)),
        code_of(&response_of_member(0)),
        code_of(&response(board::code(), 1, board::answers_of_member(2))),
        damaged,
        code_of(&response(other_round, 6, board::answers_of_member(6))),
    ];
    visit.put_into("Paste codes", &codes.join("\n"));
    visit.press("Add the codes");
    visit.see_text("Two versions of a response");
    visit.run(OPEN_ALL, []);
    visit.see_text("It is for another round");
}

/// So many that they scroll in a room of their own.
fn collect_long_log(visit: &Visit) {
    collect_into(visit, &open_with(0..MEMBERS));
    let lines: Vec<String> = (0..40).map(|line| format!("this is no code {line}")).collect();
    visit.put_into("Paste codes", &lines.join("\n"));
    visit.press("Add the codes");
    visit.see_text("40 were not taken");
    visit.run(OPEN_ALL, []);
}

fn collect_taken_out(visit: &Visit) {
    collect_into(visit, &open_with(0..3));
    let first = visit.names(Role::Button).into_iter().find(|name| name.starts_with("Take out "));
    visit.press(&first.expect("responses are in"));
    visit.see(Role::Button, "Put it back");
}

fn collect_late(visit: &Visit) {
    collect_into(visit, &late(closed(open_with(0..10))));
    visit.see_text("What you put in now waits until you take it in");
}

fn close(visit: &Visit) {
    ask_to_close(visit, &open_with(0..MEMBERS), "Close the round");
    visit.see(Role::Button, "Yes, close the round");
}

fn close_too_few(visit: &Visit) {
    ask_to_close(visit, &open_with(0..3), "Close the round");
    visit.see_text("There must be at least 5 responses");
}

fn close_again(visit: &Visit) {
    ask_to_close(visit, &enough_late(closed(open_with(0..5))), "Take in what came late");
    visit.see(Role::Button, "Yes, take them in");
}

fn close_waiting(visit: &Visit) {
    ask_to_close(visit, &late(closed(open_with(0..6))), "Take in what came late");
    visit.see_text("waits. With it, whoever has seen the picture");
}

/// Another tab has taken in what came late.
fn close_nothing_new(visit: &Visit) {
    let mut round = late(closed(open_with(0..5)));
    ask_to_close(visit, &round, "Take in what came late");
    round.draft = closed(open_with(0..5)).draft;
    store_elsewhere(visit, &round);
    visit.see_text("No response has come since the round was closed.");
}

fn picture(visit: &Visit) {
    go_on_with(visit, &closed(open_with(0..MEMBERS)));
    visit.press("See the board’s picture");
    visit.see_text("How the board sees the eight elements");
}

/// With a question whose levels are all shown, one of which they are put together, and one of which too little is
/// known.
fn picture_opened(visit: &Visit) {
    picture(visit);
    visit.run(OPEN_ALL, []);
    visit.see_text("Too few chose a level to show which.");
}

fn picture_rehearsal(visit: &Visit) {
    round_none(visit);
    visit.press("Try it with made-up responses");
    visit.see_text("Rehearsal: these responses are made up.");
}

/// With roles.
fn picture_rehearsal_opened(visit: &Visit) {
    picture_rehearsal(visit);
    visit.run(OPEN_ALL, []);
    visit.see_text("Executive directors");
}

/// With hardly a level chosen.
fn almost_nothing() -> RoundFile {
    closed(board::with(board::round(true), (0..6).map(knowing_nothing)))
}

fn picture_almost_nothing(visit: &Visit) {
    go_on_with(visit, &almost_nothing());
    visit.press("See the board’s picture");
    visit.run(OPEN_ALL, []);
    visit.see_text("Too few chose a level to show which.");
}

fn conversation(visit: &Visit) {
    picture(visit);
    visit.press("Go to the agenda for the talk");
    visit.see_heading("What to talk about");
}

/// The picture's way on, where somebody has left so many lines on the agenda.
fn with_agenda_of(lines: usize, visit: &Visit, way_on: &str) {
    let lines = questionnaire().indicator_positions().take(lines).map(AgendaLine::Indicator).collect();
    go_on_with(visit, &RoundFile { agenda: Some(lines), ..closed(open_with(0..MEMBERS)) });
    visit.press("See the board’s picture");
    visit.press(way_on);
}

fn conversation_changed(visit: &Visit) {
    with_agenda_of(3, visit, "Go to the agenda for the talk");
    visit.write("Add a line of your own", "Ask why the pilot in the east wing ended.");
    visit.press("Add");
    visit.see_text("Ask why the pilot in the east wing ended.");
    let first = visit.names(Role::Button).into_iter().find(|name| name.starts_with("Drop "));
    visit.press(&first.expect("something is on the agenda"));
    visit.see(Role::Button, "Undo");
}

fn conversation_error(visit: &Visit) {
    with_agenda_of(3, visit, "Go to the agenda for the talk");
    visit.press("Add");
    visit.see_text("There is a problem");
}

fn conversation_empty(visit: &Visit) {
    with_agenda_of(0, visit, "Go to the agenda for the talk");
    visit.see_text("Nothing stands out that needs talking about.");
}

fn board_paper(visit: &Visit) {
    picture(visit);
    visit.press("Go to the board paper");
    visit.see_heading("The board paper");
}

fn board_paper_filled_in(visit: &Visit) {
    with_agenda_of(3, visit, "Go to the board paper");
    visit.write("Title", "How we lead on digital matters");
    visit.write("Meeting", "Board of directors, 14 May");
    visit.write("Purpose", "To talk about what we see.");
    visit.write("Recommendation", "Note the picture, and agree on who does what.");
    visit.run(OPEN_ALL, []);
    visit.see_text("Every question");
}

fn board_paper_long_words(visit: &Visit) {
    with_agenda_of(3, visit, "Go to the board paper");
    visit.write("Title", &"Vorstandsklausurtagung".repeat(9));
    visit.write("Meeting", &"Vorstandsklausurtagung".repeat(9));
    visit.see_text("Every question");
}

fn discard(visit: &Visit) {
    round_open(visit);
    visit.press("Delete this round");
    visit.see_heading("Delete this round?");
}

fn leave(visit: &Visit) {
    round_notice_not_kept(visit);
    visit.press("Back");
    visit.see_heading("Leave this part?");
}

fn round_notice_blocked(visit: &Visit) {
    set_a_round_up(visit);
    visit.see_text("The round is not saved");
}

fn round_notice_failing(visit: &Visit) {
    set_up_change(visit);
    visit.write("A name for the round", " and more");
    visit.run(FAIL_TO_WRITE, []);
    visit.press("Save");
    visit.see_text("Your latest changes to the round are not saved");
}

fn round_notice_elsewhere(visit: &Visit) {
    round_open(visit);
    store_elsewhere(visit, &open_with(0..8));
    visit.see_text("Another tab has changed this round");
}

fn round_notice_not_kept(visit: &Visit) {
    start_kept_nowhere(visit);
    set_a_round_up_from_here(visit);
    visit.see_text("The round is not kept");
}

fn round_notice_discard_failing(visit: &Visit) {
    discard(visit);
    visit.press("Yes, delete the round");
    visit.see_text("The round could not be deleted");
}

fn combine(visit: &Visit) {
    visit.press(COMBINE);
    visit.see_heading("The board’s picture");
}

fn set_a_round_up(visit: &Visit) {
    start(visit);
    set_a_round_up_from_here(visit);
}

fn set_a_round_up_from_here(visit: &Visit) {
    combine(visit);
    visit.press("Set up a round");
    visit.write("A name for the round", board::NAME);
    visit.press("Set up the round");
    visit.press("Go to the round");
    visit.see_text("0 responses are in");
}

/// On the screen of a round that is stored.
fn go_on_with(visit: &Visit, round: &RoundFile) {
    visit.open_with(&board::stored(round), "/");
    combine(visit);
}

fn collect_into(visit: &Visit, round: &RoundFile) {
    go_on_with(visit, round);
    visit.press("Put responses in");
    visit.see_text("Choose response files");
}

fn ask_to_close(visit: &Visit, round: &RoundFile, door: &str) {
    go_on_with(visit, round);
    visit.press(door);
    visit.see_text("of 13 members");
}

/// With one response more, which came late.
fn late(round: RoundFile) -> RoundFile {
    board::with(round, [response_of_member(MEMBERS - 1)])
}

/// With so many more that they can be taken in. The second member answers everything.
fn enough_late(round: RoundFile) -> RoundFile {
    let more = (MEMBERS..MEMBERS + 8).map(|id| response(board::code(), id, board::answers_of_member(1)));
    board::with(round, more)
}

/// What another tab does that stores a round.
fn store_elsewhere(visit: &Visit, round: &RoundFile) {
    let script = "
        const [, key, newValue] = arguments;
        const oldValue = localStorage.getItem(key);
        localStorage.setItem(key, newValue);
        window.dispatchEvent(new StorageEvent('storage', { key, oldValue, newValue, storageArea: localStorage }));";
    let [(key, text)] = board::stored(round).into_iter().collect::<Vec<_>>().try_into().expect("one record");
    visit.run(script, [key.into(), text.into()]);
}
