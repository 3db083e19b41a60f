//! Other languages than English: two made-up ones that stand for those to come.
//!
//! What a test waits for is English all the same, because the letters of the made-up languages are read as the
//! English ones they stand for (`support/finding.rs`). What is looked at here is how the words are written.

use assessment::app::{Message, Screen};
use browser_tests::content::{
    STORE, indicator, left_on, level, mixed_answers, own_questionnaire, played, question, wording,
};
use browser_tests::{Measured, Role, Site, Visit};

const WITH_ACCENTS: &str = "Ḹoņg";
/// As it is read.
const FROM_THE_RIGHT: &str = "iuam";

fn begin() -> Visit {
    let visit = Visit::to(Site::of_other_languages());
    visit.open("/");
    visit.see(Role::Button, "Answer all the questions");
    visit
}

/// The heading of the screen as it is written, the language and the direction of all that is drawn.
fn written(visit: &Visit) -> [String; 3] {
    let look = "return [root.querySelector('[part=heading]').textContent, frame.lang, frame.dir];";
    serde_json::from_value(visit.run(look, [])).expect("three texts")
}

#[track_caller]
fn see_language(visit: &Visit, language: &str) {
    visit.see_that(&format!("the language {language}"), |visit| written(visit)[1] == language);
}

#[test]
fn choosing_a_language_keeps_everything_that_was_put_in_and_the_focus() {
    let visit = begin();
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.press(WITH_ACCENTS);
    see_language(&visit, "en-XA");
    let [heading, _, direction] = written(&visit);
    assert!(heading.contains('é') && heading.chars().count() > question(1).chars().count(), "{heading}");
    assert_eq!(direction, "ltr");
    visit.see_focus_on(Role::Button, WITH_ACCENTS);
    visit.see_chosen(wording((indicator(1), level(2))));
    visit.see_value(Role::TextBox, "Your note", "Ask the chief nurse");
    visit.press("Continue");
    visit.see_question(2);
    visit.press("English");
    see_language(&visit, "en-GB");
    assert_eq!(written(&visit)[0], question(2));
}

#[test]
fn a_language_from_the_right_turns_everything_round() {
    let visit = begin();
    visit.press(FROM_THE_RIGHT);
    see_language(&visit, "ar-XB");
    assert_eq!(written(&visit)[2], "rtl");
    let sides = "
        const { left, right } = root.querySelector('h1, h2').getBoundingClientRect();
        const line = document.createRange();
        line.selectNodeContents(root.querySelector('[part=heading]'));
        const text = line.getClientRects()[0];
        return Math.abs(right - text.right) < Math.abs(text.left - left);";
    assert_eq!(visit.run(sides, []), true, "the heading begins on the right");
}

#[test]
fn the_next_visit_goes_on_in_the_chosen_language() {
    let visit = begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(2)));
    visit.press(WITH_ACCENTS);
    see_language(&visit, "en-XA");
    visit.reload();
    see_language(&visit, "en-XA");
    visit.press("Back");
    visit.see_question(1);
    visit.press("Back");
    visit.press("Your data");
    visit.see_heading("Your data");
    visit.press("Delete my answers");
    visit.press("Yes, delete everything");
    visit.see(Role::Button, "Answer all the questions");
    visit.reload();
    see_language(&visit, "en-GB");
}

#[test]
fn counts_take_the_forms_of_the_language_by_the_browsers_own_rules() {
    // Arabic has a form of its own for two. The mark between forms is a control character, and the number of the
    // form for two is 2.
    let site =
        Site::of_other_languages().with_changed("digital-leadership-check-words-ar-XB.json", |words| {
            assert!(words.contains("\\u001f2"), "the forms are packed otherwise now");
            words.replace("\\u001f2", "\\u001f2TWO ")
        });
    let visit = Visit::to(site);
    let note = |number| Message::NoteChanged(indicator(number), "A note".into());
    let two_notes = left_on(Screen::Start, &mixed_answers()[..2]).into_iter().chain([note(1), note(2)]);
    visit.open_with(&played(STORE, two_notes).records, "/");
    visit.press("Your data");
    visit.see_text("2 private notes");
    visit.see_no_text("TWO");
    visit.press(FROM_THE_RIGHT);
    visit.see_text("TWO 2 private notes");
}

#[test]
fn words_that_do_not_come_are_told_and_nothing_changes() {
    let visit = Visit::to(Site::of_other_languages().without("digital-leadership-check-words-en-XA.json"));
    visit.open("/");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.press(WITH_ACCENTS);
    visit.see_text("The words in this language could not be loaded.");
    visit.see_chosen(wording((indicator(1), level(2))));
    assert_eq!(written(&visit)[1], "en-GB");
    visit.press(FROM_THE_RIGHT);
    see_language(&visit, "ar-XB");
    visit.see_no_text("The words in this language could not be loaded.");
}

/// A page of a trust that has chosen the language, with answers that are kept nowhere.
const CHOSEN_BY_THE_PAGE: &str =
    "<digital-leadership-check language=\"ar-xb\" storage=\"none\"></digital-leadership-check>";

#[test]
fn a_page_may_choose_the_language_and_change_it_while_somebody_answers() {
    let visit = Visit::to(Site::of_other_languages().and_page("papers.html", CHOSEN_BY_THE_PAGE));
    visit.open("/papers.html");
    see_language(&visit, "ar-XB");
    assert!(!visit.has(Role::Button, "English"), "there is nothing left to choose");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.run("widget.setAttribute('language', 'en-XA');", []);
    see_language(&visit, "en-XA");
    visit.see_chosen(wording((indicator(1), level(2))));
    visit.run("widget.setAttribute('language', 'en');", []);
    see_language(&visit, "en-GB");
    visit.see_chosen(wording((indicator(1), level(2))));
}

#[test]
fn words_of_another_language_are_marked_as_such() {
    let page = "<digital-leadership-check language=\"ar-XB\" questionnaire=\"ours.json\"></digital-leadership-check>";
    let visit = Visit::to(Site::of_other_languages().and_page("papers.html", page));
    visit.publish("ours.json", &own_questionnaire(3).to_string());
    visit.open("/papers.html");
    see_language(&visit, "ar-XB");
    visit.press("Answer all the questions");
    visit.see_text("Question 1 of 3");
    let look = "return all('[part=heading], .nhsuk-radios__label').map((part) => part.lang);";
    let marked: Vec<String> = serde_json::from_value(visit.run(look, [])).expect("texts");
    let (last, asked) = marked.split_last().expect("a question");
    assert!(asked.iter().all(|lang| lang == "en-GB"), "{marked:?}");
    assert_eq!(last, "", "that nobody knows is said in the language around it");
}

#[test]
fn what_is_wrong_with_a_questionnaire_is_said_in_the_language_of_the_page() {
    let page = "<digital-leadership-check language=\"en-XA\" questionnaire=\"not-there.json\"></digital-leadership-check>";
    let visit = Visit::to(Site::of_other_languages().and_page("papers.html", page));
    visit.open("/papers.html");
    visit.see_heading("The questionnaire cannot be shown");
    let look = "const { lang, textContent } = root.querySelector('.digital-leadership-check'); return [lang, textContent.includes('é')];";
    assert_eq!(visit.run(look, []), serde_json::json!(["en-XA", true]));
}

#[test]
fn the_boards_part_changes_its_words_and_keeps_what_was_typed() {
    let visit = begin();
    visit.press("For whoever combines a board’s answers");
    visit.press("Set up a round");
    visit.write("A name for the round", "Spring away day");
    visit.press(FROM_THE_RIGHT);
    let look = "const board = root.querySelector('.board'); return [board.lang, board.dir, board.textContent.includes('א')];";
    let expected = serde_json::json!(["ar-XB", "rtl", true]);
    visit.see_that("the board's part from the right", |visit| visit.run(look, []) == expected);
    visit.see_value(Role::TextBox, "A name for the round", "Spring away day");
    visit.press("Back");
    visit.press("Back");
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(written(&visit)[1], "ar-XB");
    visit.press("For whoever combines a board’s answers");
    visit.see_that("the board's part from the right", |visit| visit.run(look, []) == expected);
}

/// No number comes by chance any more, which nobody expects of a browser.
const LEAVE_NOTHING_TO_CHANCE: &str = "
window.crypto.getRandomValues = window.Math.random = () => { throw new Error('nothing comes by chance'); };
";

#[test]
fn that_the_boards_part_has_stopped_is_said_in_the_chosen_language() {
    let visit = begin();
    visit.press("For whoever combines a board’s answers");
    visit.press("Set up a round");
    visit.see(Role::TextBox, "A name for the round");
    visit.press(WITH_ACCENTS);
    see_language(&visit, "en-XA");
    visit.run(LEAVE_NOTHING_TO_CHANCE, []);
    visit.press("Set up the round");
    visit.see_heading("Something went wrong");
    let look = "const { lang, textContent } = root.querySelector('[data-room] .screen'); return [lang, textContent.includes('é')];";
    assert_eq!(visit.run(look, []), serde_json::json!(["en-XA", true]));
}

#[test]
fn the_choice_of_languages_has_no_flaw_on_a_phone_or_a_laptop() {
    let visit = Visit::to(Site::of_other_languages().without("digital-leadership-check-words-en-XA.json"));
    visit.open("/");
    visit.press(WITH_ACCENTS);
    visit.see_text("The words in this language could not be loaded.");
    for size in [(320, 900), (1280, 900)] {
        let found = [visit.flaws(Measured::Page, &[size], "languages"), visit.violations()].concat();
        assert_eq!(found, [""; 0], "at {size:?}");
    }
}
