//! The program stops, in every way in which it can, and what is left then.

use std::collections::BTreeMap;
use std::fs;

use assessment::text::Key;
use browser_tests::content::{answer_key, catalogue, indicator, level, question, wording};
use browser_tests::faults::{BLOCK_STORAGE, REMEMBER_WRITES, writes};
use browser_tests::{Role, Site, Visit};
use serde_json::{Value, json};

/// The notes that stop the program of [`Site::that_stops`].
const WAYS: [&str; 4] = ["stop: panic", "stop: trap", "stop: recursion", "stop: memory"];
const COPY: &str = "Download a copy of what is saved";

/// A page with scripts of its own: `goWrong` does everything wrong, and answers when all of it was heard.
const PAGE_THAT_GOES_WRONG: &str = "
<digital-leadership-check></digital-leadership-check>
<script>
const program = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
]);
const wrongs = [
  () => { throw new Error('a mistake of the page'); },
  () => { const deeper = () => deeper() + 1; deeper(); },
  () => new WebAssembly.Instance(new WebAssembly.Module(program)).exports.f(),
  () => { Promise.reject(new Error('nobody waits for it')); },
];
function goWrong(done) {
  let left = wrongs.length;
  const heard = () => { left -= 1; if (left === 0) done(null); };
  addEventListener('error', heard);
  addEventListener('unhandledrejection', heard);
  for (const wrong of wrongs) setTimeout(wrong);
}
</script>
";

/// Lets the page make no element of this kind, which the first screen needs.
const REFUSE_PARAGRAPHS: &str = "
const create = Document.prototype.createElement;
Document.prototype.createElement = function (name, ...rest) {
  if (name === 'p') throw new Error('no paragraphs');
  return create.call(this, name, ...rest);
};
";

fn text(key: Key) -> &'static str {
    catalogue().text(key)
}

/// Answers the first question on a page of the site that stops.
fn answer_the_first(visit: &Visit) {
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
}

/// Stops the program on a question.
fn stop(visit: &Visit, way: &str) {
    visit.unfold("Add a private note");
    visit.write("Your note", way);
    visit.see_heading(text(Key::RescueHeading));
}

/// The program stopped after the first question was answered.
fn stopped(way: &str) -> Visit {
    let visit = Visit::to(Site::that_stops());
    visit.open("/");
    answer_the_first(&visit);
    visit.see_text(text(Key::QuestionSaved));
    stop(&visit, way);
    visit
}

/// The rescue screen and nothing else.
fn rescue_screen(lines: &[Key]) -> String {
    let lines: Vec<&str> = lines.iter().map(|key| text(*key)).collect();
    lines.join(" ")
}

/// What the file holds that the button saves.
fn downloaded_copy(visit: &Visit) -> Value {
    let file = visit.download(COPY);
    serde_json::from_str(&fs::read_to_string(file).expect("the copy is read")).expect("the copy is JSON")
}

fn put(visit: &Visit, key: &str, text: &str) {
    visit.run("localStorage.setItem(arguments[1], arguments[2]);", [json!(key), json!(text)]);
}

#[test]
fn however_the_program_stops_the_rescue_screen_is_all_that_is_seen() {
    for way in WAYS {
        let expected =
            rescue_screen(&[Key::RescueHeading, Key::RescueSafe, Key::RescueReload, Key::RescueCopy]);
        assert_eq!(stopped(way).text(), Some(expected), "{way}");
    }
}

#[test]
fn however_the_program_stops_the_saved_answer_is_kept() {
    for way in WAYS {
        let visit = stopped(way);
        assert!(visit.stored_answers().contains_key(&answer_key("answers", 1)), "{way}");
    }
}

#[test]
fn however_the_program_stops_loading_the_page_again_leads_back_to_the_answer() {
    for way in WAYS {
        let visit = stopped(way);
        visit.follow(text(Key::RescueReload));
        visit.see_question(1);
        visit.see_chosen(wording((indicator(1), level(2))));
    }
}

#[test]
fn loading_the_page_again_keeps_its_whole_address() {
    let visit = Visit::to(Site::that_stops());
    visit.open("/#parent=https://intranet.example");
    answer_the_first(&visit);
    stop(&visit, "stop: trap");
    visit.follow(text(Key::RescueReload));
    visit.see_question(1);
    assert_eq!(visit.run("return location.hash;", []), "#parent=https://intranet.example");
}

#[test]
fn all_copies_on_a_page_stop_together() {
    let body = "<digital-leadership-check></digital-leadership-check>\
                <digital-leadership-check storage-key=\"ours\"></digital-leadership-check>";
    let visit = Visit::to(Site::that_stops().and_page("papers.html", body));
    visit.open("/papers.html");
    answer_the_first(&visit);
    stop(&visit, "stop: trap");
    visit.turn_to_widget(1);
    visit.see_heading(text(Key::RescueHeading));
}

#[test]
fn removed_and_added_again_after_a_stop_it_still_shows_the_rescue_screen() {
    let visit = stopped("stop: trap");
    let script = "
        const [, done] = arguments;
        const place = widget.parentNode;
        widget.remove();
        setTimeout(() => { place.append(widget); done(null); });";
    visit.run_until_it_answers(script, []);
    visit.see_heading(text(Key::RescueHeading));
}

#[test]
fn added_after_a_stop_it_leaves_what_stands_between_the_tags() {
    let visit = stopped("stop: trap");
    let script = "
        const added = document.createElement('digital-leadership-check');
        added.textContent = 'There is a form on paper too.';
        document.body.append(added);
        return document.body.innerText.includes(added.textContent);";
    assert_eq!(visit.run(script, []), true);
}

#[test]
fn after_a_stop_nothing_is_written() {
    let visit = Visit::to(Site::that_stops());
    visit.preload(REMEMBER_WRITES);
    visit.open("/");
    answer_the_first(&visit);
    let before = writes(&visit).len();
    hear_of_an_older_answer(&visit);
    visit.see_that("the later answer written again", |visit| writes(visit).len() > before);
    stop(&visit, "stop: trap");
    let before = writes(&visit);
    hear_of_an_older_answer(&visit);
    assert_eq!(writes(&visit), before);
}

/// Stores an older record as another tab may, and tells of it; a running program then writes its own
/// again.
fn hear_of_an_older_answer(visit: &Visit) {
    let older = r#"{"level":1,"epoch":0,"counter":0,"writer":"0000000000000001"}"#;
    let script = "
        const [, key, newValue] = arguments;
        localStorage[key] = newValue; // Not by the function that remembers writes.
        dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));";
    visit.run(script, [json!(answer_key("answers", 1)), json!(older)]);
}

#[test]
fn the_copy_holds_everything_of_the_store_as_it_is_stored() {
    let visit = stopped("stop: trap");
    let kept: BTreeMap<String, String> = visit.local_storage();
    let of_another_time = "digital-leadership-check/22/answers-fedcba9876543210/board-learning/note";
    put(&visit, of_another_time, "{\"note\": \"“not\\n our\u{2028} format”\"} ☃");
    let mut expected = kept;
    expected.extend(visit.local_storage());
    assert!(expected.len() > 2);
    assert_eq!(
        downloaded_copy(&visit),
        json!({ "product": "digital-leadership-check", "copy": 1, "stored": expected })
    );
}

#[test]
fn the_copy_holds_nothing_of_others() {
    let visit = stopped("stop: trap");
    let expected = json!(visit.local_storage());
    for key in [
        "theme",
        "digital-leadership-check/1/ours-0123456789abcdef",
        "digital-leadership-check/1/answers-0123456789abcde",
        "digital-leadership-check/1/answers-0123456789abcdef0",
        "digital-leadership-check/1/answers-0123456789ABCDEF",
        "digital-leadership-check/1/answers0123456789abcdef",
        "digital-leadership-check/one/answers-0123456789abcdef",
        "another/digital-leadership-check/1/answers-0123456789abcdef",
    ] {
        put(&visit, key, "not ours");
    }
    assert_eq!(downloaded_copy(&visit)["stored"], expected);
}

#[test]
fn the_copy_is_of_the_store_that_the_element_names() {
    let body = "<digital-leadership-check storage-key=\"ours-2\"></digital-leadership-check>";
    let visit = Visit::to(Site::that_stops().and_page("papers.html", body));
    visit.open("/papers.html");
    answer_the_first(&visit);
    stop(&visit, "stop: trap");
    put(&visit, "digital-leadership-check/1/answers-0123456789abcdef", "not ours");
    let copy = downloaded_copy(&visit);
    let stored = copy["stored"].as_object().expect("records by key");
    assert!(stored.contains_key(&answer_key("ours-2", 1)));
    assert!(stored.values().all(|text| text != "not ours"));
}

#[test]
fn a_store_that_cannot_be_read_is_told_in_words() {
    let visit = stopped("stop: trap");
    visit.run(BLOCK_STORAGE, []);
    visit.press(COPY);
    visit.see_text(text(Key::RescueCopyFailed));
}

#[test]
fn a_copy_of_nothing_is_none() {
    let visit = stopped("stop: trap");
    visit.run("localStorage.clear();", []);
    visit.press(COPY);
    visit.see_text(text(Key::RescueCopyFailed));
}

#[test]
fn where_answers_are_kept_in_the_tab_the_copy_is_of_those() {
    let body = "<digital-leadership-check storage=\"session\"></digital-leadership-check>";
    let visit = Visit::to(Site::that_stops().and_page("papers.html", body));
    visit.open("/papers.html");
    answer_the_first(&visit);
    visit.see_text(text(Key::QuestionSavedInTab));
    stop(&visit, "stop: trap");
    let stored = downloaded_copy(&visit)["stored"].clone();
    assert!(stored.get(answer_key("answers", 1)).is_some(), "{stored}");
}

#[test]
fn where_nothing_is_kept_as_asked_no_copy_is_offered() {
    let visit = Visit::to(Site::that_stops());
    visit.open("/");
    visit.tick(text(Key::StartDoNotKeep));
    answer_the_first(&visit);
    stop(&visit, "stop: trap");
    let expected = rescue_screen(&[Key::RescueHeading, Key::RescueNotKept, Key::RescueReload]);
    assert_eq!(visit.text(), Some(expected));
}

#[test]
fn where_nothing_can_be_kept_no_copy_is_offered() {
    let visit = Visit::to(Site::that_stops());
    visit.preload(BLOCK_STORAGE);
    visit.open("/");
    answer_the_first(&visit);
    stop(&visit, "stop: trap");
    let expected = rescue_screen(&[Key::RescueHeading, Key::RescueNotKept, Key::RescueReload]);
    assert_eq!(visit.text(), Some(expected));
}

#[test]
fn errors_of_the_page_around_it_stop_nothing() {
    let visit = Visit::to(Site::with_page("papers.html", PAGE_THAT_GOES_WRONG));
    visit.open("/papers.html");
    visit.start_the_check();
    visit.run_until_it_answers("goWrong(arguments[1]);", []);
    visit.answer((indicator(1), level(2)));
    visit.see_question(2);
    visit.see_no_text(text(Key::RescueHeading));
}

#[test]
fn on_the_site_itself_such_a_note_is_a_note_like_any_other() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.unfold("Add a private note");
    for way in WAYS {
        visit.write("Your note", way);
    }
    visit.reload();
    visit.see_value(Role::TextBox, "Your note", &WAYS.concat());
}

#[test]
fn stopped_before_it_is_drawn_it_leaves_what_stands_between_the_tags() {
    let visit = Visit::to(Site::built());
    visit.preload(REFUSE_PARAGRAPHS);
    visit.go_to("/");
    visit.see_that("the page's own words", |visit| {
        let shown = visit.run("return plain(document.querySelector('main').innerText);", []);
        let shown = shown.as_str().unwrap_or_default();
        shown.contains("A private look at how your board leads on digital")
            && shown.contains("The check could not start.")
            && !shown.contains(question(1))
    });
    assert!(!visit.has(Role::Button, "Answer all the questions"));
}
