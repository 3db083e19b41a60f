//! What a screen reader says of the check: Orca with Firefox, as they come with Debian. Nobody listens; what Orca says
//! is read from its log. All of it is left in `target/speech.txt`, to be read by people.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, iter};

use assessment::answers::Answer;
use browser_tests::content::{
    Given, answers_of, element, element_title, level, mixed_answers, question, short_name, wording,
};
use browser_tests::{Key, Preference, Role, Site, Visit};

/// There is one screen reader at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A visit to the first screen once all of it has been read, and how much had been said before it.
fn begin() -> (MutexGuard<'static, ()>, Visit, usize) {
    // Whoever failed before has ended all the same.
    let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let visit = Visit::of_somebody_who_prefers(Preference::ReadOut, Site::built());
    let before = visit.said().len();
    visit.open("/");
    visit.hear(before, &["Finished loading", "Accessibility statement"]);
    (turn, visit, before)
}

/// How often something is said after the first `before` utterances.
fn times(visit: &Visit, before: usize, words: &str) -> usize {
    visit.said()[before..].iter().map(|said| said.matches(words).count()).sum()
}

/// Does something, and hears all of this, in this order, because of it; answers how much had been said before.
#[track_caller]
fn hear_after(visit: &Visit, act: impl FnOnce(&Visit), expected: &[&str]) -> usize {
    let before = visit.said().len();
    act(visit);
    visit.hear(before, expected);
    before
}

/// Chooses an answer with the keys alone, and hears which it is.
#[track_caller]
fn choose(visit: &Visit, given: Given) {
    let (indicator, answer) = given;
    let first = wording((indicator, level(0)));
    hear_after(visit, |visit| visit.tab_to(Role::Radio, first), &[first, "radio button"]);
    let keys: Vec<Key> = match answer {
        Answer::DontKnow => vec![Key::Up],
        Answer::Level(chosen) if chosen.number() == 0 => vec![Key::Space],
        Answer::Level(chosen) => iter::repeat_n(Key::Down, chosen.number().into()).collect(),
    };
    let press = |visit: &Visit| keys.iter().for_each(|key| visit.press_key(key.clone()));
    if answer == level(0) {
        press(visit);
    } else {
        hear_after(visit, press, &[wording(given), "radio button"]);
    }
    visit.see_chosen(wording(given));
}

#[test]
fn a_whole_check_is_said_from_the_first_screen_to_the_results() {
    let (_turn, visit, before) = begin();
    visit.hear(before, &["Digital leadership check", "heading level 1", "Your answers stay on this device."]);
    let start = "Answer all the questions";
    hear_after(&visit, |visit| visit.tab_to(Role::Button, start), &[start, "push button"]);
    for (number, given) in (1..).zip(mixed_answers()) {
        let enter = |visit: &Visit| visit.press_key(Key::Enter);
        let before = hear_after(&visit, enter, &[question(number)]);
        choose(&visit, given);
        visit.see_text("Saved on this device");
        assert_eq!(times(&visit, before, question(number)), 1, "{:#?}", &visit.said()[before..]);
    }
    let enter = |visit: &Visit| visit.press_key(Key::Enter);
    hear_after(&visit, enter, &["Check your answers", "heading level 1"]);
    let to_results = |visit: &Visit| visit.tab_to(Role::Button, "See your results");
    hear_after(&visit, to_results, &["See your results"]);
    hear_after(&visit, enter, &["Your results", "heading level 1"]);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/speech.txt");
    fs::write(file, visit.said()[before..].join("\n")).expect("what was said can be written");
}

#[test]
fn that_an_answer_is_saved_is_said_once_and_after_it() {
    let (_turn, visit, before) = begin();
    visit.start_the_check();
    visit.hear(before, &[question(1)]);
    let before = visit.said().len();
    let given = mixed_answers()[0];
    choose(&visit, given);
    visit.hear(before, &[wording(given), "Saved on this device"]);
    let on = |visit: &Visit| visit.tab_to(Role::Button, "Continue");
    hear_after(&visit, on, &["Continue"]);
    assert_eq!(times(&visit, before, "Saved on this device"), 1, "{:#?}", &visit.said()[before..]);
}

#[test]
fn an_answer_that_is_missing_is_said_once_with_what_to_do() {
    let (_turn, visit, before) = begin();
    visit.start_the_check();
    visit.hear(before, &[question(1)]);
    let told = ["There is a problem", "Choose the description closest to your trust"];
    let before = hear_after(&visit, |visit| visit.press("Continue"), &told);
    let on = |visit: &Visit| visit.tab_to(Role::Button, "Skip this question");
    hear_after(&visit, on, &["Skip this question"]);
    assert_eq!(times(&visit, before, "There is a problem"), 1, "{:#?}", &visit.said()[before..]);
}

#[test]
fn that_something_is_taken_to_the_board_is_said() {
    let (_turn, visit, before) = begin();
    let given = answers_of(element(1), level(2));
    visit.press("Choose one element");
    visit.press(element_title(1));
    given.into_iter().for_each(|given| visit.answer(given));
    visit.see_heading(element_title(1));
    visit.hear(before, &[element_title(1)]);
    let add = format!("Take to the board {}", short_name(2));
    hear_after(&visit, |visit| visit.tab_to(Role::Button, &add), &["Take to the board"]);
    hear_after(&visit, |visit| visit.press_key(Key::Enter), &["It is on your list."]);
}
