//! What a page says on the element's tag, and what it is told.

use browser_tests::content::{
    STORE, answer_key, answers_of, element, element_title, indicator, level, mixed_answers, wording,
};
use browser_tests::{Role, Site, Visit};
use serde_json::{Value, json};

/// What is remembered before the element is there.
const LISTENING: &str = "
<script>
window.warnings = [];
console.warn = (text) => warnings.push(text);
window.told = [];
for (const name of ['check-progress', 'check-complete']) {
  document.addEventListener(name, ({ detail }) => told.push([name, detail]));
}
</script>";

/// A page with the element and these attributes, which remembers what it is told and warned of.
fn begin_with(attributes: &str) -> Visit {
    let body = format!("{LISTENING}<digital-leadership-check {attributes}></digital-leadership-check>");
    let visit = Visit::to(Site::with_page("papers.html", &body));
    visit.open("/papers.html");
    visit
}

fn warnings(visit: &Visit) -> Vec<String> {
    serde_json::from_value(visit.run("return window.warnings;", [])).expect("texts")
}

fn told(visit: &Visit) -> Value {
    visit.run("return window.told;", [])
}

#[test]
fn kept_in_the_session_answers_outlive_a_reload_and_are_nowhere_else() {
    let visit = begin_with("storage=\"session\"");
    visit.see_text("Your answers stay in this tab of the browser and are gone when you close it.");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(3))));
    visit.see_text("Saved in this tab");
    assert_eq!(visit.local_storage().len(), 0);
    assert!(visit.session_storage().contains_key(&answer_key(STORE, 1)));
    visit.reload();
    visit.press("Continue");
    visit.see_chosen(wording((indicator(1), level(3))));
}

#[test]
fn kept_in_the_session_nothing_reaches_another_tab() {
    let visit = begin_with("storage=\"session\"");
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    visit.open_tab();
    visit.open("/papers.html");
    visit.see(Role::Button, "Answer all the questions");
    visit.see_nothing(Role::Button, "Continue");
}

#[test]
fn kept_in_the_session_your_data_says_where() {
    let visit = begin_with("storage=\"session\"");
    visit.press("Your data");
    visit.see_text("What you put in is kept by this browser until you close this tab.");
}

#[test]
fn kept_nowhere_nothing_is_stored_and_it_is_said() {
    let visit = begin_with("storage=\"none\"");
    visit.see_text("Your answers are not kept. They are gone when you close this page.");
    visit.see_nothing(Role::Checkbox, "Do not keep my answers on this device");
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    assert_eq!((visit.local_storage().len(), visit.session_storage().len()), (0, 0));
    assert!(visit.asks_before_leaving());
}

#[test]
fn the_name_of_the_trust_stands_above_the_title_and_all_results_and_is_printed_for_the_board() {
    let visit = begin_with("trust-name=\"Anytown &amp; Villages NHS Trust\"");
    visit.see_text("Anytown & Villages NHS Trust Digital leadership check");
    visit.press("Choose one element");
    visit.press(element_title(8));
    visit.answer_all(&answers_of(element(8), level(2)));
    visit.see_heading(element_title(8));
    visit.see_text("Anytown & Villages NHS Trust");
    visit.press("See all your results");
    visit.see_text("Anytown & Villages NHS Trust Your results");
    let printed = visit.run("return plain(all('.take-to-board')[0].textContent);", []);
    let printed = printed.as_str().expect("a text");
    assert!(printed.starts_with("Anytown & Villages NHS Trust"), "{printed}");
}

#[test]
fn what_makes_no_sense_is_left_out_and_named() {
    let visit = begin_with(
        "language='kw' storage='cloud' storage-key='answers-0123456789abcdef/note' navigation='<b>back</b>' \
         heading-level='9'",
    );
    visit.see_text("Your answers are not kept.");
    visit.start_the_check();
    let said = [
        "language=\"kw\": expected en-GB; it is left out.",
        "storage=\"cloud\": expected device or session or none; taken as none.",
        "storage-key=\"answers-0123456789abcdef/note\": expected 1 to 40 letters, digits, - and _; it is left out.",
        "navigation=\"<b>back</b>\": expected contained or page; it is left out.",
        "heading-level=\"9\": expected 1 or 2 or 3 or 4; it is left out.",
    ];
    let mut expected = said.map(|said| format!("<digital-leadership-check> {said}"));
    let mut warnings = warnings(&visit);
    expected.sort();
    warnings.sort();
    assert_eq!(warnings, expected);
}

#[test]
fn a_name_of_a_trust_that_is_far_too_long_is_left_out() {
    let name = "Anytown ".repeat(20);
    let visit = begin_with(&format!("trust-name=\"{name}\""));
    visit.see_no_text("Anytown");
    let [warning] = &warnings(&visit)[..] else { panic!("one warning") };
    assert!(warning.ends_with("expected at most 100 letters; it is left out."), "{warning}");
}

#[test]
fn the_same_mistake_is_named_once() {
    let visit = begin_with("heading-level=\"9\"");
    visit.run("const { parentNode } = widget; widget.remove(); parentNode.append(widget);", []);
    visit.run("widget.cloneNode().toggleAttribute('hidden'); document.body.append(widget.cloneNode());", []);
    visit.turn_to_widget(1);
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(warnings(&visit).len(), 1);
}

#[test]
fn of_two_that_want_the_title_and_the_history_the_first_has_them() {
    let visit = begin_with("navigation=\"page\"");
    visit.run("const second = widget.cloneNode(); second.setAttribute('storage-key', 'second'); widget.after(second);", []);
    visit.turn_to_widget(1);
    visit.start_the_check();
    assert_eq!(visit.history_state(), Value::Null);
    assert!(warnings(&visit)[0].contains("another one on this page has its title and history"));
    visit.turn_to_widget(0);
    visit.start_the_check();
    assert_ne!(visit.history_state(), Value::Null);
}

#[test]
fn a_change_of_attributes_counts_at_once_and_loses_nothing() {
    let visit = begin_with("");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(3))));
    visit.run("widget.setAttribute('heading-level', '3'); widget.setAttribute('trust-name', 'Anytown');", []);
    visit.see_text("Anytown Digital leadership check");
    assert_eq!(visit.run("return all('[part=heading]').map((it) => it.localName)", []), json!(["h3"]));
    visit.press("Continue");
    visit.see_chosen(wording((indicator(1), level(3))));
}

#[test]
fn a_change_of_the_storage_key_leads_to_that_store() {
    let visit = begin_with("storage-key=\"mine\"");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(3))));
    visit.run("widget.setAttribute('storage-key', 'ours');", []);
    visit.see(Role::Button, "Answer all the questions");
    visit.run("widget.setAttribute('storage-key', 'mine');", []);
    visit.press("Continue");
    visit.see_chosen(wording((indicator(1), level(3))));
}

#[test]
fn a_change_of_attributes_does_not_keep_what_is_not_to_be_kept() {
    let visit = begin_with("");
    visit.tick("Do not keep my answers on this device");
    visit.run("widget.setAttribute('trust-name', 'Anytown');", []);
    visit.let_two_frames_pass();
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    assert_eq!(visit.stored_answers().len(), 0);
}

#[test]
fn a_change_of_attributes_waits_while_answers_are_nowhere_else() {
    let visit = begin_with("");
    visit.tick("Do not keep my answers on this device");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(3))));
    visit.run("widget.setAttribute('heading-level', '3');", []);
    visit
        .see_that("a warning", |visit| warnings(visit).iter().any(|said| said.contains("kept nowhere else")));
    visit.see_chosen(wording((indicator(1), level(3))));
}

#[test]
fn the_page_is_told_how_far_a_member_is_and_no_answer() {
    let visit = begin_with("");
    visit.start_the_check();
    visit.answer_all(&mixed_answers()[..2]);
    visit.see_question(3);
    assert_eq!(
        told(&visit),
        json!([
            ["check-progress", { "answered": 1, "questions": 32 }],
            ["check-progress", { "answered": 2, "questions": 32 }],
        ])
    );
}

#[test]
fn the_page_is_told_once_of_answers_that_were_there_already() {
    let visit = begin_with("heading-level=\"3\" trust-name=\"Anytown\"");
    visit.start_the_check();
    visit.answer_all(&mixed_answers()[..2]);
    visit.see_question(3);
    visit.reload();
    visit.see(Role::Button, "Continue");
    visit.let_two_frames_pass();
    assert_eq!(told(&visit), json!([["check-progress", { "answered": 2, "questions": 32 }]]));
}

#[test]
fn the_page_is_told_that_the_check_is_complete() {
    let visit = begin_with("");
    visit.start_the_check();
    visit.answer_all(&mixed_answers()[..31]);
    visit.see_question(32);
    let so_far = told(&visit).as_array().expect("a list").len();
    visit.answer(mixed_answers()[31]);
    visit.see_heading("Check your answers");
    let told = told(&visit);
    let last = &told.as_array().expect("a list")[so_far..];
    let complete = json!({ "answered": 32, "questions": 32 });
    assert_eq!(last, [json!(["check-progress", complete]), json!(["check-complete", complete])]);
}
