//! What is stored, shown to the person whose it is: a copy to download, to load and to delete.

use std::collections::BTreeMap;
use std::path::Path;

use assessment::app::{Message, Screen};
use assessment::persist::{LARGEST_COPY, Record, Stored, Subject};
use browser_tests::content::{
    Given, STORE, copy_of, element_title, indicator, key, keys, left_on, level, played, questionnaire,
    short_name, wording,
};
use browser_tests::faults::{REMEMBER_WRITES, writes};
use browser_tests::{Role, Site, Visit};
use serde_json::{Value, json};

const CHOOSE: &str = "Choose a copy that you downloaded";
const FORGETFUL: &str =
    "This browser may clear what a website has stored if you do not visit it for seven days.";
const NOTE: &str = "Ask the chief nurse";
const OWN_LINE: &str = "Ask why the pilot ended";
const MARKUP: &str = "<img src=x onerror=window.hasRun=true>";

/// Three answers, a note and a line of one's own.
fn some_of_everything() -> Vec<Message> {
    let given: [Given; 3] = [1, 2, 5].map(|number| (indicator(number), level(3)));
    let mut messages = left_on(Screen::Check, &given);
    messages.push(Message::NoteChanged(indicator(2), NOTE.into()));
    messages.push(Message::OwnLineChanged(OWN_LINE.into()));
    messages
}

/// On "Your data", with some of everything stored.
fn begin_with_some_of_everything() -> Visit {
    let visit = Visit::begin_after(some_of_everything());
    go_to_your_data(&visit);
    visit
}

/// On "Your data" in a browser that holds other answers: to question 1 another, and one to question 7.
fn begin_with_other_answers() -> Visit {
    let visit = Visit::begin_after(left_on(
        Screen::Question(indicator(7)),
        &[(indicator(1), level(0)), (indicator(7), level(0))],
    ));
    go_to_your_data(&visit);
    visit
}

fn go_to_your_data(visit: &Visit) {
    visit.press("Your data");
    visit.see_heading("Your data");
}

/// The text of a copy that holds some of everything.
fn some_copy() -> String {
    copy_of(&played(STORE, some_of_everything()).records)
}

/// Chooses a copy of that text and sees what it would change.
fn choose_copy(visit: &Visit, text: &str) {
    visit.choose_file(CHOOSE, &visit.file("copy.json", text));
    visit.see_heading("Load this copy?");
}

/// What the stored texts say, without when it was said and by whom.
fn contents(records: &BTreeMap<String, String>) -> BTreeMap<String, Value> {
    let content = |text: &String| {
        let mut record: Value = serde_json::from_str(text).expect("a record is JSON");
        let fields = record.as_object_mut().expect("a record has fields");
        fields.retain(|name, _| !["epoch", "counter", "writer"].contains(&name.as_str()));
        record
    };
    records.iter().map(|(key, text)| (key.clone(), content(text))).collect()
}

fn json_in(file: &Path) -> Value {
    let text = std::fs::read_to_string(file).expect("the file can be read");
    serde_json::from_str(&text).expect("the file is JSON")
}

/// Sees that text where a screen reader announces what is new.
fn see_status(visit: &Visit, text: &str) {
    visit.see_that(&format!("the status “{text}”"), |visit| {
        let statuses = visit.run("return all('[role=status]').map((status) => plain(status.innerText));", []);
        statuses.as_array().is_some_and(|statuses| statuses.iter().any(|status| status == text))
    });
}

/// Sees the focus on the summary of what is wrong, and that it says this.
fn see_problem(visit: &Visit, problem: &str) {
    visit.see_that(&format!("the focus on the problem “{problem}”"), |visit| {
        let focus = "return [root.activeElement?.className, plain(root.activeElement?.innerText)];";
        visit.run(focus, []) == json!(["nhsuk-error-summary", format!("There is a problem {problem}")])
    });
}

fn see_no_markup_of_the_file(visit: &Visit) {
    assert_eq!(visit.run("return all('img').length + document.images.length;", []), 0);
    assert_eq!(visit.run("return window.hasRun ?? null;", []), Value::Null);
    assert_eq!(visit.logged_errors(), [""; 0], "nothing was fetched and nothing had to be refused");
}

#[test]
fn it_says_how_much_is_stored() {
    let visit = begin_with_some_of_everything();
    visit.see_text("3 of 32 questions answered");
    visit.see_text("1 private note");
}

#[test]
fn it_says_under_which_names_everything_is_stored() {
    let visit = begin_with_some_of_everything();
    visit.see_text(&format!("under names that begin: {}", keys().prefix()));
    let stored = visit.local_storage();
    assert_eq!(stored.len(), 6, "the header, three answers, a note and the line");
    assert!(stored.keys().all(|key| key.starts_with(keys().prefix())), "{stored:?}");
}

#[test]
fn where_nothing_is_stored_there_is_nothing_to_download_or_delete() {
    let visit = Visit::begin();
    go_to_your_data(&visit);
    visit.see_text("0 of 32 questions answered");
    visit.see_text("0 private notes");
    assert!(!visit.has(Role::Button, "Download a copy"));
    assert!(!visit.has(Role::Button, "Delete my answers"));
    assert_eq!(visit.local_storage().len(), 0);
}

#[test]
fn a_copy_holds_exactly_what_is_stored() {
    let visit = begin_with_some_of_everything();
    let stored = visit.local_storage();
    let copy = json_in(&visit.download("Download a copy"));
    assert_eq!(copy, json!({ "product": "digital-leadership-check", "copy": 1, "stored": stored }));
}

#[test]
fn a_copy_is_named_after_the_check_and_the_day() {
    let visit = begin_with_some_of_everything();
    // That language writes a day as it is wanted here.
    let today = || {
        let day = visit.run("return new Date().toLocaleDateString('sv');", []);
        format!("digital-leadership-check-{}.json", day.as_str().expect("a day"))
    };
    let before = today();
    let file = visit.download("Download a copy");
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
    assert!([before, today()].iter().any(|wanted| wanted == name), "{name}");
}

#[test]
fn nothing_is_sent_for_a_copy() {
    let visit = begin_with_some_of_everything();
    visit.wait_until_it_is_kept();
    let before = visit.requests().len();
    let copy = visit.download("Download a copy");
    visit.choose_file(CHOOSE, &copy);
    visit.see_heading("Load this copy?");
    assert_eq!(visit.requests().len(), before);
}

#[test]
fn it_says_when_a_copy_was_last_downloaded() {
    let visit = begin_with_some_of_everything();
    visit.see_text("You have not downloaded a copy yet.");
    let _ = visit.download("Download a copy");
    visit.see_text("Last downloaded: ");
    let record: Value =
        serde_json::from_str(&visit.local_storage()[&key(Subject::LastDownload)]).expect("a record");
    let spoken = "return new Date(arguments[1]).toLocaleString(frame.lang, { dateStyle: 'long', timeStyle: 'short' });";
    let spoken = visit.run(spoken, [record["downloaded"].clone()]);
    let spoken = format!("Last downloaded: {}.", spoken.as_str().expect("a time"));
    visit.see_text(&spoken);
    visit.reload();
    visit.see_heading("Your data");
    visit.see_text(&spoken);
}

#[test]
fn it_says_whether_something_has_changed_since_the_download() {
    let visit = begin_with_some_of_everything();
    let _ = visit.download("Download a copy");
    visit.see_text("Last downloaded: ");
    visit.see_no_text("You have changed something since.");
    visit.press("Back");
    visit.press("Choose one element");
    visit.press(element_title(1));
    visit.see_question(3);
    visit.choose(wording((indicator(3), level(1))));
    visit.open_tab();
    visit.open("/");
    go_to_your_data(&visit);
    visit.see_text("You have changed something since.");
}

#[test]
fn a_copy_brings_everything_back_into_an_emptied_browser() {
    let mut visit = begin_with_some_of_everything();
    let before = contents(&visit.local_storage());
    let copy = visit.download("Download a copy");
    visit.forget_everything();
    visit.open("/");
    go_to_your_data(&visit);
    visit.choose_file(CHOOSE, &copy);
    visit.see_heading("Load this copy?");
    assert_eq!(visit.local_storage().len(), 0, "nothing is changed before it is asked for");
    visit.press("Add the copy");
    visit.see_text("3 of 32 questions answered");
    visit.see_text("1 private note");
    assert_eq!(contents(&visit.local_storage()), before);
}

#[test]
fn after_loading_the_focus_is_on_the_heading_and_the_status_says_what_was_loaded() {
    let visit = Visit::begin();
    go_to_your_data(&visit);
    choose_copy(&visit, &some_copy());
    visit.press("Add the copy");
    visit.see_focus_on(Role::Heading, "Your data");
    see_status(&visit, "The copy is loaded: 5 added, 0 changed, 0 removed.");
}

#[test]
fn choosing_a_copy_shows_each_change_that_adding_it_would_make() {
    let visit = begin_with_other_answers();
    choose_copy(&visit, &some_copy());
    visit.see_focus_on(Role::Heading, "Load this copy?");
    visit.see_text("File: copy.json");
    visit.unfold("See each change");
    visit.see_text(&format!("{} Here now: Not answered – in the copy:", short_name(2)));
    visit.see_text(&format!("Note on: {} Here now: Nothing – in the copy: {NOTE}", short_name(2)));
    visit.see_text(&format!("Take to the board Here now: Nothing – in the copy: {OWN_LINE}"));
    visit.see_no_text(&format!("{} ", short_name(7)));
}

#[test]
fn what_was_loaded_is_what_the_questions_show() {
    let visit = Visit::begin();
    go_to_your_data(&visit);
    choose_copy(&visit, &some_copy());
    visit.press("Add the copy");
    visit.see_heading("Your data");
    visit.open_tab();
    visit.open("/");
    visit.press("Continue");
    visit.see_heading("Check your answers");
    visit.see_text(&format!("Your note: {NOTE}"));
}

#[test]
fn adding_a_copy_keeps_what_it_lacks() {
    let visit = begin_with_other_answers();
    choose_copy(&visit, &some_copy());
    visit.press("Add the copy");
    visit.see_text("4 of 32 questions answered");
}

#[test]
fn replacing_removes_what_the_copy_lacks() {
    let visit = begin_with_other_answers();
    choose_copy(&visit, &some_copy());
    visit.press("Replace what is here");
    visit.see_text("3 of 32 questions answered");
    see_status(&visit, "The copy is loaded: 4 added, 1 changed, 1 removed.");
    let answer = |number| {
        let subject = Subject::Answer(indicator(number));
        let text = &visit.local_storage()[&key(subject)];
        Record::decode(text, subject, questionnaire()).expect("a record").stored
    };
    assert_eq!(answer(1), Stored::Answer(Some(level(3))));
    assert_eq!(answer(7), Stored::Answer(None));
}

#[test]
fn whoever_changes_nothing_keeps_everything_as_it_is() {
    let visit = begin_with_other_answers();
    let before = visit.local_storage();
    choose_copy(&visit, &some_copy());
    visit.press("Change nothing");
    visit.see_heading("Your data");
    visit.see_text("2 of 32 questions answered");
    assert_eq!(visit.local_storage(), before);
}

#[test]
fn the_same_file_can_be_chosen_again() {
    let visit = begin_with_other_answers();
    choose_copy(&visit, &some_copy());
    visit.press("Change nothing");
    visit.see_heading("Your data");
    choose_copy(&visit, &some_copy());
}

#[test]
fn a_reload_while_a_copy_is_looked_at_leads_back_to_your_data() {
    let visit = begin_with_other_answers();
    choose_copy(&visit, &some_copy());
    visit.reload();
    visit.see_heading("Your data");
    visit.see_text("2 of 32 questions answered");
}

#[test]
fn a_file_that_is_no_copy_is_refused_by_name_and_changes_nothing() {
    let other_questions = some_copy().replace(&questionnaire().fingerprint().to_string(), "0000000000000000");
    let refused = [
        (
            "half.json",
            some_copy()[..60].to_owned(),
            "half.json is no copy of this check, or it is damaged at line 2, character 2. Nothing was changed. Choose another file.",
        ),
        (
            "other.json",
            r#"{"name": "another program"}"#.to_owned(),
            "other.json is no copy that this check has made. Nothing was changed. Choose another file.",
        ),
        (
            "newer.json",
            some_copy().replace("\"copy\":1", "\"copy\":2"),
            "newer.json was made by a newer version of this check. Nothing was changed. Ask whoever runs this page for that version.",
        ),
        (
            "older.json",
            other_questions,
            "older.json holds answers to another version of the questions. Nothing was changed. Choose another file.",
        ),
        (
            "large.json",
            " ".repeat(LARGEST_COPY + 1_000_000),
            "large.json is larger than 10 MB, so it is no copy of this check. Nothing was changed. Choose another file.",
        ),
    ];
    let visit = begin_with_other_answers();
    let before = visit.local_storage();
    for (name, text, problem) in refused {
        visit.choose_file(CHOOSE, &visit.file(name, &text));
        see_problem(&visit, problem);
        assert_eq!(visit.local_storage(), before, "{name}");
    }
}

#[test]
fn after_a_refusal_the_right_file_is_taken() {
    let visit = Visit::begin();
    go_to_your_data(&visit);
    visit.choose_file(CHOOSE, &visit.file("half.json", "{"));
    visit.see_text("There is a problem");
    choose_copy(&visit, &some_copy());
    visit.press("Add the copy");
    visit.see_text("3 of 32 questions answered");
    visit.see_no_text("There is a problem");
}

#[test]
fn markup_in_a_note_of_a_copy_stays_text() {
    let mut messages = some_of_everything();
    messages.push(Message::NoteChanged(indicator(2), MARKUP.into()));
    let visit = Visit::begin();
    go_to_your_data(&visit);
    choose_copy(&visit, &copy_of(&played(STORE, messages).records));
    visit.unfold("See each change");
    visit.see_text(MARKUP);
    see_no_markup_of_the_file(&visit);
    visit.press("Add the copy");
    visit.see_heading("Your data");
    visit.open_tab();
    visit.open("/");
    visit.press("Continue");
    visit.see_text(&format!("Your note: {MARKUP}"));
    see_no_markup_of_the_file(&visit);
}

#[test]
fn markup_in_the_name_of_a_file_stays_text() {
    let visit = Visit::begin();
    go_to_your_data(&visit);
    let name = format!("{MARKUP}.json");
    visit.choose_file(CHOOSE, &visit.file(&name, "[]"));
    visit.see_text(&format!("{name} is no copy that this check has made."));
    see_no_markup_of_the_file(&visit);
    visit.choose_file(CHOOSE, &visit.file(&name, &some_copy()));
    visit.see_text(&format!("File: {name}"));
    see_no_markup_of_the_file(&visit);
}

#[test]
fn markup_in_a_key_of_a_copy_stays_text() {
    let mut records = played(STORE, some_of_everything()).records;
    records.insert(format!("{}/{MARKUP}", keys().prefix()), MARKUP.into());
    let visit = Visit::begin();
    go_to_your_data(&visit);
    choose_copy(&visit, &copy_of(&records));
    visit.unfold("1 thing in the file cannot be read or is not about these questions. It is left out.");
    visit.see_text(MARKUP);
    see_no_markup_of_the_file(&visit);
}

#[test]
fn whoever_wants_nothing_kept_can_load_a_copy_and_nothing_of_it_is_stored() {
    let visit = Visit::to(Site::built());
    visit.preload(REMEMBER_WRITES);
    visit.open("/");
    visit.tick("Do not keep my answers on this device");
    go_to_your_data(&visit);
    visit.see_text("What you put in now is not stored.");
    choose_copy(&visit, &some_copy());
    visit.press("Add the copy");
    visit.see_text("3 of 32 questions answered");
    assert_eq!(writes(&visit), [""; 0], "no write was even tried");
    assert_eq!((visit.local_storage().len(), visit.session_storage().len()), (0, 0));
    assert_eq!(visit.history_state(), Value::Null);
}

/// On "Your data", in a browser of that vendor, by its own account.
fn begin_in_a_browser_of(vendor: &str) -> Visit {
    let visit = Visit::to(Site::built());
    visit.preload(&format!(
        "Object.defineProperty(Navigator.prototype, 'vendor', {{ get: () => '{vendor}' }});"
    ));
    visit.open("/");
    go_to_your_data(&visit);
    visit
}

#[test]
fn in_a_browser_that_clears_what_is_stored_it_says_so() {
    begin_in_a_browser_of("Apple Computer, Inc.").see_text(FORGETFUL);
}

#[test]
fn in_another_browser_it_does_not() {
    begin_in_a_browser_of("Google Inc.").see_no_text(FORGETFUL);
}

#[test]
fn everything_can_be_deleted_from_there() {
    let visit = begin_with_some_of_everything();
    let _ = visit.download("Download a copy");
    visit.press("Delete my answers");
    visit.see_heading("Delete your answers?");
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
    assert_eq!(visit.local_storage().into_keys().collect::<Vec<_>>(), [keys().prefix()]);
}
