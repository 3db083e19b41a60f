//! A computer that others use too: whoever wants nothing kept leaves nothing on it.

use browser_tests::content::{answers_of, element, element_title, level, questionnaire, wording};
use browser_tests::{Site, Visit};
use serde_json::json;

// Words that stand nowhere else in a browser.
const NOTED: &str = "quokkalanternfern";
const OWN_LINE: &str = "walruscopperlilac";
const LEFT: &str = "ottersaffrongravel";

const PAGE_WITH_A_FORM: &str = "
<digital-leadership-check store=\"form\"></digital-leadership-check>
<form><label>Anything<textarea id=\"anything\"></textarea></label></form>";

/// Everything that a script of the website can find: stored, in the history, or in the title.
const EVERYWHERE: &str = "
const [, files, done] = arguments;
const databases = indexedDB.databases().then((all) => all.map((one) => one.name));
// What the page itself is made of is the same for everybody.
const kept = caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
  .then((requests) => requests.flat().map(({ url }) => new URL(url)))
  .then((addresses) => addresses.filter(({ pathname, search }) => search || !files.includes(pathname.slice(1))));
Promise.all([databases, kept]).then(([databases, caches]) => done({
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases,
  caches,
  cookies: document.cookie,
  state: history.state,
  entries: history.length,
  title: document.title,
}));
";

/// Does a whole element with a note on each question and a line of one's own, without keeping, and then
/// finishes and clears.
fn finish_without_keeping() -> Visit {
    let visit = Visit::to(Site::with_page("form.html", PAGE_WITH_A_FORM));
    visit.open("/");
    visit.run("window.entriesAtStart = history.length;", []);
    visit.tick("Do not keep my answers on this device");
    visit.press("Choose one element");
    visit.press(element_title(1));
    for given in answers_of(element(1), level(1)) {
        visit.see_question(given.0.number());
        visit.choose(wording(given));
        visit.unfold("Add a private note");
        visit.write("Your note", NOTED);
        visit.press("Continue");
    }
    visit.see_heading(element_title(1));
    visit.press("See all your results");
    visit.see_heading("Your results");
    visit.write("A line of your own (optional)", OWN_LINE);
    visit.press("Finish and clear my answers");
    visit.see_heading("Delete your answers?");
    visit.press("Yes, clear this page");
    visit.see_text("Your answers have been cleared from this page. They were not stored.");
    visit
}

/// Types a word into a form that does nothing against being remembered, and goes on to another page.
fn leave_a_form_filled_in(visit: &Visit) {
    visit.open("/form.html");
    let fill = "
      document.getElementById('anything').focus();
      return document.execCommand('insertText', false, arguments[1]);";
    assert_eq!(visit.run(fill, [json!(LEFT)]), true);
    visit.open("/");
}

#[test]
fn after_finishing_nothing_is_left_for_a_script_to_find() {
    let visit = finish_without_keeping();
    let everywhere = visit.run_until_it_answers(EVERYWHERE, [json!(Site::built().files())]);
    let nothing = json!({
        "local": {}, "session": {}, "databases": [], "caches": [], "cookies": "", "state": null,
        "entries": visit.run("return window.entriesAtStart;", []), "title": questionnaire().title(),
    });
    assert_eq!(everywhere, nothing);
}

#[test]
fn after_finishing_leaving_does_not_ask() {
    let visit = finish_without_keeping();
    assert!(!visit.asks_before_leaving());
}

#[test]
fn after_finishing_and_closing_the_browser_no_word_is_left_on_the_disk() {
    let visit = finish_without_keeping();
    let first = visit.tab();
    let second = visit.open_tab();
    leave_a_form_filled_in(&visit);
    // Browsers store tabs that are closed, to open them again.
    visit.open_tab();
    visit.close(&first);
    visit.close(&second);
    let left = visit.close_the_browser();
    assert_ne!(left.files_with(LEFT), [""; 0], "a browser does write down what stands in forms");
    assert_eq!(left.files_with(NOTED), [""; 0]);
    assert_eq!(left.files_with(OWN_LINE), [""; 0]);
}
