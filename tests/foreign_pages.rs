//! Pages that do the worst to what stands in them.

use browser_tests::content::{indicator, level, wording};
use browser_tests::{Measured, Role, Site, Visit};
use serde_json::Value;

const TAG: &str = "<digital-leadership-check></digital-leadership-check>";

/// Nothing of this is inherited.
const BOX: &str = "display: block; position: absolute; left: 0; top: 0; width: 700px";

/// A page with the element in a box of one width, whatever the page does to everything else.
fn begin_on(page: &str) -> Visit {
    let body = format!("{page}<main style=\"{BOX}\">{TAG}</main>");
    let visit = Visit::to(Site::with_page("papers.html", &body));
    visit.open("/papers.html");
    visit
}

/// Where every part inside stands, and how its text looks; from the start screen and a question.
fn look(visit: &Visit) -> Vec<Value> {
    let looks = "
        const { left, top } = frame.getBoundingClientRect();
        return [frame, ...all('.digital-leadership-check *')].filter(isSeen).map((part) => {
          const box = part.getBoundingClientRect();
          const style = getComputedStyle(part);
          const place = [box.left - left, box.top - top, box.width, box.height].map((length) => length.toFixed(1));
          return [part.localName, ...place, style.color, style.backgroundColor, style.font, style.direction,
            style.textAlign, style.letterSpacing, style.textTransform, style.cursor, style.visibility, style.colorScheme].join(' ');
        });";
    visit.see(Role::Button, "Answer all the questions");
    let start = visit.run(looks, []);
    visit.start_the_check();
    visit.let_two_frames_pass();
    let question = visit.run(looks, []);
    [start, question].into_iter().flat_map(|looks| looks.as_array().cloned().unwrap_or_default()).collect()
}

/// Asserts that the check looks on this page as it does on one without styles.
#[track_caller]
fn assert_looks_the_same_on(page: &str) {
    let plain = look(&begin_on(""));
    let here = look(&begin_on(page));
    assert!(plain.len() > 60, "{} parts", plain.len());
    for (plain, here) in plain.iter().zip(&here) {
        assert_eq!(plain, here);
    }
    assert_eq!(plain.len(), here.len());
}

#[test]
fn a_page_that_takes_all_styles_away_changes_nothing() {
    assert_looks_the_same_on("<style>* { all: unset }</style>");
}

#[test]
fn a_page_that_styles_everything_changes_nothing() {
    assert_looks_the_same_on(
        "<style>
        * { color: red !important; font: italic 30px/3 serif !important;
            letter-spacing: 4px; text-transform: uppercase; text-align: right; cursor: crosshair;
            word-spacing: 9px; text-indent: 40px; white-space: pre; list-style: square; quotes: none; }
        </style>",
    );
}

#[test]
fn a_root_font_size_of_the_page_changes_nothing() {
    assert_looks_the_same_on("<style>html { font-size: 62.5% }</style>");
}

#[test]
fn a_reader_of_larger_text_gets_it_whatever_the_page_makes_of_its_root() {
    let visit = begin_on("<style>html { font-size: 62.5% }</style>");
    let size = |visit: &Visit| {
        visit.see(Role::Button, "Answer all the questions");
        let size = "return parseFloat(getComputedStyle(root.querySelector('.nhsuk-body')).fontSize);";
        visit.run(size, []).as_f64().expect("a number")
    };
    let usual = size(&visit);
    visit.set_text_size(24);
    visit.reload();
    assert!((size(&visit) / usual - 1.5).abs() < 0.01, "{usual}, then {}", size(&visit));
}

#[test]
fn a_page_that_reads_from_right_to_left_changes_nothing() {
    assert_looks_the_same_on("<script>document.documentElement.dir = 'rtl';</script>");
}

#[test]
fn a_page_that_is_merely_painted_dark_changes_nothing() {
    assert_looks_the_same_on("<style>:root { color: white; background: black; accent-color: lime }</style>");
}

#[test]
fn a_page_that_says_that_it_is_dark_gets_a_dark_check() {
    let visit = begin_on("<style>:root { color-scheme: dark }</style>");
    visit.see(Role::Button, "Answer all the questions");
    let look = "const { color, backgroundColor } = getComputedStyle(frame); return [color, backgroundColor];";
    assert_eq!(visit.run(look, []), serde_json::json!(["rgb(240, 244, 245)", "rgb(18, 24, 28)"]));
    assert_eq!(visit.flaws(Measured::Check, &[(1280, 900)], "on-a-dark-page"), [""; 0]);
}

/// Nothing can be added to, or changed in, what the language itself brings.
const FROZEN: &str = "
<script>
for (const { prototype } of [Array, Object, Function, String, Map, Set, Promise]) Object.freeze(prototype);
</script>";

#[test]
fn a_page_that_freezes_what_the_language_brings_stops_nothing() {
    let visit = begin_on(FROZEN);
    visit.start_the_check();
    visit.answer((indicator(1), level(3)));
    visit.see_question(2);
    visit.reload();
    visit.press("Continue");
    visit.see_question(2);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

/// Another script has taken the name before ours is there.
const TAKEN: &str = "
<script>
window.warnings = [];
console.warn = (text) => warnings.push(text);
window.Theirs = class extends HTMLElement {
  connectedCallback() { this.textContent = 'Theirs'; }
};
customElements.define('digital-leadership-check', Theirs);
</script>
<digital-leadership-check></digital-leadership-check>
<trust-digital-check></trust-digital-check>";

#[test]
fn a_name_that_is_taken_is_left_to_whoever_has_it() {
    let visit = Visit::to(Site::with_page("papers.html", TAKEN));
    visit.go_to("/papers.html");
    visit.see_that("one warning", |visit| {
        visit.run("return window.warnings?.length === 1 && warnings[0].includes('is defined already');", [])
            == true
    });
    let theirs = "return widget.textContent === 'Theirs' && widget.shadowRoot === null;";
    assert_eq!(visit.run(theirs, []), true);
}

#[test]
fn a_page_may_give_the_element_another_name() {
    let visit = Visit::to(Site::with_page("papers.html", TAKEN));
    visit.go_to("/papers.html");
    visit.turn_to_widget(1);
    let define = "
        const [, done] = arguments;
        import('./digital-leadership-check.js').then(({ define }) => { define('trust-digital-check'); done(null); });";
    visit.run_until_it_answers(define, []);
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(3))));
    visit.see_text("Saved on this device");
}

#[test]
fn a_page_may_set_colours_letters_and_width() {
    let visit = begin_on(
        "<style>digital-leadership-check {
          --digital-leadership-check-text-colour: rgb(1, 2, 3);
          --digital-leadership-check-background-colour: rgb(250, 250, 250);
          --digital-leadership-check-link-colour: rgb(4, 5, 6);
          --digital-leadership-check-button-colour: rgb(7, 8, 9);
          --digital-leadership-check-button-text-colour: rgb(240, 240, 240);
          --digital-leadership-check-font-family: monospace;
          --digital-leadership-check-width: 300px;
        }
        digital-leadership-check::part(button) { border-radius: 17px }
        digital-leadership-check::part(heading) { letter-spacing: 3px }</style>",
    );
    visit.see(Role::Button, "Answer all the questions");
    let script = "
        const of = (selector, ...names) => names.map((name) => getComputedStyle(root.querySelector(selector))[name]);
        return [
          of('.digital-leadership-check', 'color', 'backgroundColor', 'fontFamily'),
          of('.link-button', 'color'),
          of('.nhsuk-button', 'color', 'backgroundColor', 'borderRadius'),
          of('.nhsuk-heading-xl', 'letterSpacing'),
          of('.digital-leadership-check__live', 'width'),
        ];";
    let expected = serde_json::json!([
        ["rgb(1, 2, 3)", "rgb(250, 250, 250)", "monospace"],
        ["rgb(4, 5, 6)"],
        ["rgb(240, 240, 240)", "rgb(7, 8, 9)", "17px"],
        ["3px"],
        ["300px"],
    ]);
    assert_eq!(visit.run(script, []), expected);
}

/// In each frame that the browser draws: whether what stands between the tags is seen, or the check, or
/// nothing at all.
const WATCH_FRAMES: &str = "
window.frames_seen = [];
const look = () => {
  const widget = document.querySelector('digital-leadership-check');
  if (widget) {
    const fallback = widget.querySelector('p')?.checkVisibility();
    const check = Boolean(widget.shadowRoot?.querySelector('h2'));
    const seen = check ? 'check' : fallback ? 'fallback' : 'nothing';
    if (frames_seen.at(-1) !== seen) frames_seen.push(seen);
  }
  if (frames_seen.at(-1) !== 'check') requestAnimationFrame(look);
};
requestAnimationFrame(look);";

#[test]
fn what_stands_between_the_tags_is_seen_until_the_first_screen_is_drawn() {
    let page = "<digital-leadership-check><p>Ask the board secretary for a paper copy.</p></digital-leadership-check>";
    let visit = Visit::to(Site::with_page("papers.html", page));
    visit.preload(WATCH_FRAMES);
    visit.open("/papers.html");
    visit.see_no_text("Ask the board secretary");
    visit.see_that("the check in a frame", |visit| {
        let seen = visit.run("return window.frames_seen;", []);
        seen == serde_json::json!(["fallback", "check"]) || seen == serde_json::json!(["check"])
    });
}
