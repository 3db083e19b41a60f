//! The element inside somebody else's page.

use browser_tests::content::{answer_key, element_title, indicator, level, wording};
use browser_tests::{HOST_TITLE, Held, Role, Site, Visit};
use serde_json::{Value, json};

const ALONE: &str = "<main><digital-leadership-check></digital-leadership-check></main><aside></aside>";

/// Opens a page of an intranet with this between the tags of its body.
fn begin_inside(body: &str) -> Visit {
    let visit = Visit::to(Site::with_page("papers.html", body));
    visit.open("/papers.html");
    visit
}

/// Adds the element and removes it again, that often, and lets it end each time.
fn add_and_remove(visit: &Visit, times: u32) {
    let script = "
        const [, times, done] = arguments;
        const place = widget.parentNode;
        const turn = () => new Promise((resolve) => setTimeout(resolve));
        (async () => {
          for (let time = 0; time < times; time += 1) {
            widget.remove();
            await turn();
            place.append(widget);
            await turn();
          }
          done(null);
        })();";
    visit.run_until_it_answers(script, [json!(times)]);
}

#[test]
fn added_and_removed_many_times_it_still_works() {
    let visit = begin_inside(ALONE);
    add_and_remove(&visit, 50);
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
}

#[test]
fn added_and_removed_many_times_it_is_there_once() {
    let visit = begin_inside(ALONE);
    add_and_remove(&visit, 50);
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.run("return all('.digital-leadership-check').length", []), 1);
}

#[test]
fn added_and_removed_many_times_it_logs_no_error() {
    let visit = begin_inside(ALONE);
    add_and_remove(&visit, 50);
    visit.start_the_check();
    assert_eq!(visit.logged_errors(), [""; 0]);
}

/// Keeps the memory of the program within reach as `programMemory`.
const SHOW_MEMORY: &str = "
for (const how of ['instantiate', 'instantiateStreaming']) {
  const before = WebAssembly[how];
  WebAssembly[how] = async (...given) => {
    const made = await before(...given);
    window.programMemory = made.instance.exports.memory;
    return made;
  };
}";

/// What the page holds, and how much memory the program has, is what it was.
#[track_caller]
fn assert_no_more_held((before, program_before): (Held, Value), (after, program_after): (Held, Value)) {
    assert_eq!((after.nodes, after.listeners), (before.nodes, before.listeners));
    // The browser translates the program anew when parts of it turn out to be in use often.
    assert!(after.bytes < before.bytes + 150_000.0, "{before:?}, {after:?}");
    assert_eq!(program_after, program_before);
}

#[test]
fn added_and_removed_a_thousand_times_it_takes_no_more_memory() {
    let visit = Visit::to(Site::with_page("papers.html", ALONE));
    visit.preload(SHOW_MEMORY);
    visit.open("/papers.html");
    // The program is told of what the page has let go of only when the browser tidies up, which weighing
    // makes it do.
    let weigh = || {
        add_and_remove(&visit, 100);
        (visit.held(), visit.run("return programMemory.buffer.byteLength;", []))
    };
    let before = weigh();
    let after = (0..10).map(|_| weigh()).next_back().expect("ten rounds");
    assert_no_more_held(before, after);
}

/// Changes the answer that is shown back and forth, that often.
const CHANGE_AND_CHANGE_AGAIN: &str = "
const [, times, done] = arguments;
const turn = () => new Promise((resolve) => setTimeout(resolve));
(async () => {
  for (let time = 0; time < times; time += 1) {
    all('[type=radio]')[time % 2].click();
    await turn();
  }
  done(null);
})();";

#[test]
fn an_answer_changed_a_thousand_times_takes_no_more_memory() {
    let visit = Visit::to(Site::with_page("papers.html", ALONE));
    visit.preload(SHOW_MEMORY);
    visit.open("/papers.html");
    visit.start_the_check();
    let weigh = |times: u32| {
        visit.run_until_it_answers(CHANGE_AND_CHANGE_AGAIN, [json!(times)]);
        (visit.held(), visit.run("return programMemory.buffer.byteLength;", []))
    };
    let before = weigh(100);
    let after = weigh(1_000);
    assert_no_more_held(before, after);
}

#[test]
fn removed_it_leaves_no_listener_that_asks_before_leaving() {
    let visit = begin_inside(ALONE);
    visit.tick("Do not keep my answers on this device");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    visit.see_that("a browser that asks", Visit::asks_before_leaving);
    visit.run("widget.remove();", []);
    visit.see_that("a browser that does not ask", |visit| !visit.asks_before_leaving());
}

#[test]
fn moved_in_the_page_it_stays_on_its_question() {
    let visit = begin_inside(ALONE);
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.choose(wording((indicator(2), level(3))));
    visit.run("document.querySelector('aside').append(widget);", []);
    visit.see_question(2);
    visit.see_chosen(wording((indicator(2), level(3))));
}

#[test]
fn moved_in_the_page_it_keeps_answers_that_are_nowhere_else() {
    let visit = begin_inside(ALONE);
    visit.tick("Do not keep my answers on this device");
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.run("document.querySelector('aside').append(widget);", []);
    visit.press("Back");
    visit.see_question(1);
    visit.see_chosen(wording((indicator(1), level(1))));
}

#[test]
fn removed_and_added_it_offers_to_continue() {
    let visit = begin_inside(ALONE);
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    add_and_remove(&visit, 1);
    visit.press("Continue");
    visit.see_question(2);
}

#[test]
fn two_with_different_names_keep_their_answers_apart() {
    let visit = begin_inside(
        "<digital-leadership-check storage-key=\"mine\"></digital-leadership-check>\
         <digital-leadership-check storage-key=\"ours\"></digital-leadership-check>",
    );
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    visit.turn_to_widget(1);
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(4))));
    visit.reload();
    for (widget, answer) in [(0, level(1)), (1, level(4))] {
        visit.turn_to_widget(widget);
        visit.press("Continue");
        visit.see_chosen(wording((indicator(1), answer)));
    }
}

#[test]
fn the_name_of_the_store_is_part_of_every_key() {
    let visit = begin_inside("<digital-leadership-check storage-key=\"ours\"></digital-leadership-check>");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    visit.see_that("the answer in its store", |visit| {
        visit.local_storage().contains_key(&answer_key("ours", 1))
    });
}

#[test]
fn the_title_of_the_page_stays() {
    let visit = begin_inside(ALONE);
    visit.start_the_check();
    visit.press("Continue");
    visit.see_text("There is a problem");
    assert_eq!(visit.title(), HOST_TITLE);
}

#[test]
fn the_history_of_the_page_stays() {
    let visit = begin_inside(ALONE);
    let before = visit.run("return history.length;", []);
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    assert_eq!(visit.history_state(), Value::Null);
    assert_eq!(visit.run("return history.length;", []), before);
}

#[test]
fn the_address_of_the_page_stays() {
    let visit = begin_inside(ALONE);
    visit.start_the_check();
    assert_eq!(visit.run("return location.href", []), visit.address("/papers.html"));
}

#[test]
fn opening_the_page_does_not_take_the_focus() {
    let visit = begin_inside(ALONE);
    visit.see(Role::Button, "Answer all the questions");
    visit.let_two_frames_pass();
    assert_eq!(visit.run("return document.activeElement.localName", []), "body");
}

#[test]
fn opening_the_page_does_not_take_the_focus_from_a_field_of_the_page() {
    let visit = begin_inside(&format!("<input autofocus aria-label=\"Search\">{ALONE}"));
    visit.see(Role::Button, "Answer all the questions");
    visit.let_two_frames_pass();
    assert_eq!(visit.run("return document.activeElement.localName", []), "input");
}

#[test]
fn the_back_link_leads_back_without_the_history() {
    let visit = begin_inside(ALONE);
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.press("Back");
    visit.see_question(1);
}

#[test]
fn headings_begin_at_level_two() {
    let visit = begin_inside(ALONE);
    assert_eq!(heading_levels(&visit), ["h2", "h3"]);
}

#[test]
fn headings_begin_where_the_page_says() {
    let visit = begin_inside("<digital-leadership-check heading-level=\"3\"></digital-leadership-check>");
    assert_eq!(heading_levels(&visit), ["h3", "h4"]);
}

#[test]
fn a_heading_level_that_makes_no_sense_breaks_nothing() {
    let visit = begin_inside("<digital-leadership-check heading-level=\"9\"></digital-leadership-check>");
    assert_eq!(heading_levels(&visit), ["h2", "h3"]);
}

#[test]
fn what_the_page_does_to_its_own_text_does_not_reach_inside() {
    let visit = begin_inside(&format!("<style>button {{ display: none }}</style>{ALONE}"));
    visit.press("Choose one element");
    visit.press(element_title(1));
    visit.see_question(1);
}

/// The levels of the headings that are there, each once, highest first.
fn heading_levels(visit: &Visit) -> Vec<String> {
    visit.see(Role::Heading, "What you get");
    let script = "return [...new Set(all('h1, h2, h3, h4, h5, h6').map((it) => it.localName))].sort();";
    serde_json::from_value(visit.run(script, [])).expect("names")
}
