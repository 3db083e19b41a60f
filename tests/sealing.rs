//! A passphrase for what is kept: nothing of it is in clear any more, and nothing of it is lost.

use std::collections::BTreeMap;
use std::fs;

use assessment::app::Screen;
use assessment::persist::Subject;
use assessment::text::Key;
use browser_tests::content::{
    STORE, answer_key, answers_of, catalogue, element, element_title, indicator, key, left_on, level,
    mixed_answers, question, wording,
};
use browser_tests::faults::CANNOT_SEAL;
use browser_tests::{Role, Site, Visit};
use serde_json::{Value, json};

const PASSPHRASE: &str = "lemon bicycle orchard";
const OTHER: &str = "lemon bicycle orchid";
const SEAL: &str = "digital-leadership-check/sealed/answers";
// A word that stands nowhere else in a browser.
const NOTED: &str = "quokkalanternfern";

/// Everything that a script of the website can find, as one text.
const EVERYWHERE: &str = "
const done = arguments[1];
const whole = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
(async () => {
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await whole(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      databases.push(await whole(all.getAllKeys()), await whole(all.getAll()));
    }
    database.close();
  }
  done(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, history.state, document.cookie]));
})();
";

/// Answers the first question with a note on it, and goes on to the second.
fn answer_the_first(visit: &Visit) {
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(3))));
    visit.unfold("Add a private note");
    visit.write("Your note", NOTED);
    visit.see_text("Saved on this device");
    visit.press("Continue");
    visit.see_question(2);
}

/// Sets a passphrase before anything is answered, and answers the first question under it.
fn begin() -> Visit {
    let visit = Visit::begin();
    visit.set_passphrase(PASSPHRASE);
    visit.press("Back");
    answer_the_first(&visit);
    visit.see_that("all of it stored", |visit| !visit.asks_before_leaving());
    visit
}

/// The same, and comes back another day.
fn begin_and_come_back() -> Visit {
    let visit = begin();
    visit.reload();
    visit.see_heading("Enter your passphrase");
    visit
}

fn open(visit: &Visit) {
    visit.enter_passphrase(PASSPHRASE);
}

/// From a question.
fn go_to_the_start(visit: &Visit) {
    visit.press("All elements");
    visit.press("Start page");
}

/// From a question, as whoever combines a board's answers.
fn set_up_a_round(visit: &Visit) {
    go_to_the_start(visit);
    visit.press("For whoever combines a board’s answers");
    visit.press("Set up a round");
    visit.write("A name for the round", NOTED);
    visit.press("Set up the round");
    visit.see_heading("Invite the members");
}

fn see_only_what_is_sealed(visit: &Visit) {
    visit.see_that("nothing but what is sealed", |visit| {
        let only = |texts: BTreeMap<String, String>| texts.into_keys().eq([SEAL.to_owned()]);
        only(visit.local_storage()) && only(visit.mirrored())
    });
}

#[test]
fn nothing_that_a_script_can_find_is_in_clear() {
    let visit = Visit::begin();
    answer_the_first(&visit);
    let everywhere =
        |visit: &Visit| visit.run_until_it_answers(EVERYWHERE, []).as_str().expect("a text").to_owned();
    let id = answer_key(STORE, 1).rsplit('/').next().expect("an id").to_owned();
    let clear = [NOTED.to_owned(), "level".to_owned(), id];
    visit.see_that("the note in two stores", |visit| everywhere(visit).matches(NOTED).count() == 2);
    for word in &clear {
        assert!(everywhere(&visit).contains(word), "{word}");
    }
    go_to_the_start(&visit);
    visit.set_passphrase(PASSPHRASE);
    see_only_what_is_sealed(&visit);
    for word in &clear {
        assert!(!everywhere(&visit).contains(word), "{word}");
    }
    visit.press("Back");
    visit.press("Choose one element");
    visit.press(element_title(1));
    for given in &answers_of(element(1), level(1))[1..] {
        visit.see_question(given.0.number());
        visit.choose(wording(*given));
        visit.unfold("Add a private note");
        visit.write("Your note", NOTED);
        visit.see_text("Saved on this device");
        visit.press("Continue");
    }
    see_only_what_is_sealed(&visit);
    for word in &clear {
        assert!(!everywhere(&visit).contains(word), "{word}");
    }
}

#[test]
fn no_word_is_on_the_disk_after_the_browser_is_closed() {
    for (set, is_found) in [(false, true), (true, false)] {
        let visit = Visit::begin();
        if set {
            visit.set_passphrase(PASSPHRASE);
            visit.press("Back");
        }
        answer_the_first(&visit);
        visit.reload();
        let left = visit.close_the_browser();
        assert_eq!(!left.files_with(NOTED).is_empty(), is_found, "with a passphrase: {set}");
        assert_eq!(left.files_with(PASSPHRASE), [""; 0]);
    }
}

#[test]
fn the_passphrase_opens_everything_where_it_was() {
    let visit = begin_and_come_back();
    open(&visit);
    visit.see_question(2);
    visit.see_focus_on_question(2);
    visit.press("Back");
    visit.see_question(1);
    visit.see_chosen(wording((indicator(1), level(3))));
    visit.see_value(Role::TextBox, "Your note", NOTED);
    visit.see_title("Question 1 of 32 – Digital leadership check");
}

#[test]
fn another_passphrase_is_told_and_changes_nothing() {
    let visit = begin_and_come_back();
    let before = visit.local_storage();
    visit.enter_passphrase(OTHER);
    visit.see_text("That is not the passphrase. Nothing was changed.");
    assert_eq!(visit.local_storage(), before);
    visit.see_title("Error: Enter your passphrase – Digital leadership check");
    visit.write_passphrase("Passphrase", PASSPHRASE);
    visit.press("Open");
    visit.see_question(2);
}

#[test]
fn a_script_that_knows_the_passphrase_opens_it_as_it_is_described() {
    let visit = begin();
    let found = visit.unsealed(PASSPHRASE);
    assert!(found[&answer_key(STORE, 1)].contains("\"level\":3"), "{found:?}");
    assert!(found[&key(Subject::Note(indicator(1)))].contains(NOTED), "{found:?}");
    let sealed: Value = serde_json::from_str(&visit.local_storage()[SEAL]).expect("JSON");
    assert!(sealed["iterations"].as_u64() >= Some(600_000), "{sealed}");
}

#[test]
fn a_second_tab_stays_at_the_door() {
    let visit = begin();
    let first = visit.tab();
    let second = visit.open_tab();
    visit.turn_to(&second);
    visit.open("/");
    let before = visit.local_storage();
    open(&visit);
    visit.see_text("It is open in another tab or window. Close that one, then try again.");
    assert_eq!(visit.local_storage(), before);
    visit.close(&first);
    visit.turn_to(&second);
    visit.write_passphrase("Passphrase", PASSPHRASE);
    visit.press("Open");
    visit.see_text("1 of 32 questions answered");
    visit.see_title("Digital leadership check");
}

#[test]
fn a_tab_that_was_open_before_stands_at_the_door_too_and_loses_nothing() {
    let visit = Visit::begin();
    let first = visit.tab();
    answer_the_first(&visit);
    let second = visit.open_tab();
    visit.turn_to(&second);
    visit.open("/");
    visit.set_passphrase(PASSPHRASE);
    visit.turn_to(&first);
    visit.see_heading("Enter your passphrase");
    visit.close(&second);
    visit.turn_to(&first);
    open(&visit);
    visit.see_question(2);
    see_only_what_is_sealed(&visit);
}

#[test]
fn it_is_locked_on_demand_and_opened_again() {
    let visit = begin();
    go_to_the_start(&visit);
    visit.press("Your data");
    visit.press("Lock now");
    visit.see_heading("Enter your passphrase");
    visit.see_focus_on(Role::Heading, "Enter your passphrase");
    open(&visit);
    visit.see_heading("Your data");
    visit.see_text("1 of 32 questions answered");
}

#[test]
fn after_changing_it_only_the_new_passphrase_opens() {
    let visit = begin_and_come_back();
    open(&visit);
    go_to_the_start(&visit);
    visit.press("Your data");
    visit.press("Change the passphrase");
    visit.write_passphrase("New passphrase", OTHER);
    visit.press("Change the passphrase");
    visit.see_text("The passphrase is changed.");
    assert!(visit.unsealed(OTHER).contains_key(&answer_key(STORE, 1)));
    visit.reload();
    open(&visit);
    visit.see_text("That is not the passphrase.");
    visit.write_passphrase("Passphrase", OTHER);
    visit.press("Open");
    visit.see_text("1 of 32 questions answered");
}

#[test]
fn after_removing_it_everything_is_as_without_one() {
    let visit = begin();
    go_to_the_start(&visit);
    visit.press("Your data");
    visit.press("Remove the passphrase");
    visit.see_text("The passphrase is removed.");
    assert!(visit.stored_answers().contains_key(&answer_key(STORE, 1)));
    assert!(visit.local_storage()[SEAL].ends_with("\"removed\":true}"));
    visit.see_focus_on(Role::Heading, "Your data");
    visit.reload();
    visit.see_text("1 of 32 questions answered");
    visit.see(Role::Button, "Set a passphrase");
}

#[test]
fn without_the_passphrase_it_is_deleted_after_asking() {
    let visit = begin_and_come_back();
    visit.press("Delete what is locked");
    visit.press("No, keep it");
    visit.see_heading("Enter your passphrase");
    visit.press("Delete what is locked");
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
    see_only_what_is_sealed(&visit);
    assert!(visit.local_storage()[SEAL].ends_with("\"removed\":true}"));
    visit.reload();
    visit.see(Role::Button, "Answer all the questions");
}

#[test]
fn whoever_goes_on_without_it_is_kept_nowhere_and_leaves_it_as_it_is() {
    let visit = begin_and_come_back();
    let before = visit.local_storage();
    visit.press("Go on without what is locked");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    assert_eq!(visit.local_storage(), before);
    assert!(visit.asks_before_leaving());
}

#[test]
fn what_is_damaged_is_told_and_kept_and_can_be_downloaded() {
    let visit = begin_and_come_back();
    let sealed = visit.local_storage()[SEAL].clone();
    let damaged = sealed.replacen("\"text\":\"", "\"text\":\"AAAA", 1);
    visit.forget_the_mirror();
    visit.run("localStorage.setItem(arguments[1], arguments[2]);", [json!(SEAL), json!(damaged)]);
    open(&visit);
    visit.see_text("It is damaged, so no passphrase opens it.");
    assert_eq!(visit.local_storage()[SEAL], damaged);
    let file = visit.download("Download what is locked, as it is");
    assert_eq!(fs::read_to_string(file).expect("a text"), damaged);
}

#[test]
fn what_local_storage_has_lost_is_opened_from_the_mirror() {
    let visit = begin_and_come_back();
    see_only_what_is_sealed(&visit);
    visit.run("localStorage.clear(); history.replaceState(null, '');", []);
    visit.reload();
    open(&visit);
    visit.see_text("1 of 32 questions answered");
    see_only_what_is_sealed(&visit);
}

#[test]
fn of_two_sealed_texts_the_later_is_opened() {
    let visit = Visit::begin();
    visit.set_passphrase(PASSPHRASE);
    visit.see_the_mirror_hold_what_is_stored();
    let before = visit.local_storage();
    visit.press("Back");
    answer_the_first(&visit);
    visit.see_the_mirror_hold_what_is_stored();
    visit.run(
        "localStorage.setItem(arguments[1], arguments[2]); history.replaceState(null, '');",
        [json!(SEAL), json!(before[SEAL])],
    );
    visit.reload();
    open(&visit);
    visit.see_text("1 of 32 questions answered");
}

#[test]
fn what_is_left_in_clear_is_taken_in_and_removed() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    let clear = visit.local_storage();
    visit.set_passphrase(PASSPHRASE);
    see_only_what_is_sealed(&visit);
    // As a browser leaves it that was killed before it had removed them from the disk.
    let plant = "for (const [key, text] of Object.entries(arguments[1])) localStorage.setItem(key, text);";
    visit.run(plant, [json!(clear)]);
    visit.reload();
    open(&visit);
    visit.see_heading("Your data");
    see_only_what_is_sealed(&visit);
    visit.see_text("32 of 32 questions answered");
}

#[test]
fn what_there_is_no_room_for_is_told_and_stored_once_there_is() {
    let visit = begin();
    visit.fill_the_storage();
    visit.choose(wording((indicator(2), level(2))));
    visit.see_text(catalogue().text(Key::NoticeFailing));
    visit.make_room();
    visit.press("Continue");
    visit.see_question(3);
    visit.see_no_text(catalogue().text(Key::NoticeFailing));
    assert!(visit.unsealed(PASSPHRASE).contains_key(&answer_key(STORE, 2)));
}

#[test]
fn a_boards_round_is_sealed_too() {
    let visit = begin();
    set_up_a_round(&visit);
    see_only_what_is_sealed(&visit);
    visit.reload();
    open(&visit);
    visit.see_text(NOTED);
}

#[test]
fn a_round_that_was_deleted_without_a_passphrase_does_not_come_back_with_one() {
    let visit = begin();
    set_up_a_round(&visit);
    visit.open("/index.html");
    open(&visit);
    visit.press("Your data");
    visit.press("Remove the passphrase");
    visit.see_text("The passphrase is removed.");
    visit.run("for (const key of Object.keys(localStorage)) if (key.endsWith('/.board-round')) localStorage.removeItem(key);", []);
    visit.press("Set a passphrase");
    visit.write_passphrase("New passphrase", OTHER);
    visit.press("Set the passphrase");
    visit.see_text("The passphrase is set.");
    assert!(visit.unsealed(OTHER).keys().all(|key| !key.contains("/.board-round")));
}

#[test]
fn what_a_tab_could_not_store_before_another_sealed_is_sealed_too() {
    let visit = Visit::begin();
    let first = visit.tab();
    answer_the_first(&visit);
    visit.run(
        "window.setBefore = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); };",
        [],
    );
    visit.choose(wording((indicator(2), level(4))));
    visit.see_text(catalogue().text(Key::NoticeFailing));
    let second = visit.open_tab();
    visit.turn_to(&second);
    visit.open("/");
    visit.set_passphrase(PASSPHRASE);
    visit.close(&second);
    visit.turn_to(&first);
    visit.see_heading("Enter your passphrase");
    visit.run("Storage.prototype.setItem = window.setBefore;", []);
    open(&visit);
    visit.see_question(2);
    visit.see_chosen(wording((indicator(2), level(4))));
    visit.see_that("the answer sealed", |visit| {
        visit.unsealed(PASSPHRASE).contains_key(&answer_key(STORE, 2))
    });
}

#[test]
fn where_the_browser_cannot_seal_it_says_so() {
    let visit = Visit::to(Site::built());
    visit.preload(CANNOT_SEAL);
    visit.open("/");
    visit.press("Your data");
    visit.see_text("What is kept cannot be locked with a passphrase here.");
    visit.see_nothing(Role::Button, "Set a passphrase");
}

#[test]
fn without_https_it_says_that_it_cannot_seal() {
    let visit = Visit::to(Site::built()).by_name("intranet.test");
    visit.open("/");
    visit.press("Your data");
    visit.see_text("What is kept cannot be locked with a passphrase here.");
}

#[test]
fn two_checks_on_one_page_close_together() {
    let page = "<digital-leadership-check></digital-leadership-check>\
                <digital-leadership-check></digital-leadership-check>";
    let visit = Visit::to(Site::with_page("two.html", page));
    visit.open("/two.html");
    visit.set_passphrase(PASSPHRASE);
    visit.press("Lock now");
    for widget in [0, 1] {
        visit.turn_to_widget(widget);
        visit.see_heading("Enter your passphrase");
    }
    open(&visit);
    for widget in [0, 1] {
        visit.turn_to_widget(widget);
        visit.see_nothing(Role::Heading, "Enter your passphrase");
    }
}

#[test]
fn a_program_that_stops_hands_over_what_was_open() {
    let visit = Visit::to(Site::that_stops());
    visit.open("/");
    visit.set_passphrase(PASSPHRASE);
    visit.press("Back");
    answer_the_first(&visit);
    visit.unfold("Add a private note");
    visit.write("Your note", "stop: panic");
    visit.see_heading("Something went wrong");
    let file = visit.download("Download a copy of what is saved");
    assert!(fs::read_to_string(file).expect("a text").contains(NOTED));
}

#[test]
fn what_a_passphrase_was_set_for_can_be_answered_by_keys_alone() {
    let visit = begin_and_come_back();
    visit.tab_to(Role::Password, "Passphrase");
    visit.type_keys(PASSPHRASE);
    visit.press_key(browser_tests::Key::Enter);
    visit.see_question(2);
    assert_eq!(visit.stored_answers().len(), 0);
    visit.see_text(question(2));
}
