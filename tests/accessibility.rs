//! Every state of every screen, checked by axe-core and pictured at three widths.
//!
//! The list is `support/states.rs`. The pictures are for looking at: `target/screenshots/`, a folder for each
//! engine.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::states::in_every_state;
use browser_tests::{Site, Visit};
use serde_json::json;

/// Runs axe-core over the whole document, shadow root included, and answers with one text for each
/// violation.
const CHECK: &str = "
const [, tags, done] = arguments;
const describe = (rule) => rule.nodes.map((node) =>
  `${rule.id} (${rule.impact}): ${rule.help}\\n  at ${node.target.flat().join(' > ')}\\n  in ${node.html}\\n  ${node.failureSummary.replaceAll('\\n', ' ')}`);
axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  .then(({ violations }) => done(violations.flatMap(describe)), (error) => done([String(error)]));
";

const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What sticks out of the page to the right, unless it scrolls inside something of its own; of things
/// inside each other, the outermost.
const STICKING_OUT: &str = "
const room = document.documentElement.clientWidth;
if (document.scrollingElement.scrollWidth <= room) return [];
const sticksOut = (element) =>
  isSeen(element) && element.getBoundingClientRect().right > room + 0.5 && !element.closest('.scrolls');
return [...document.querySelectorAll('body *'), ...all('*')]
  .filter((element) => sticksOut(element) && !(element.parentElement && sticksOut(element.parentElement)))
  .map((element) => `${element.outerHTML.split('>')[0]}> ${plain(element.textContent).slice(0, 60)}`)
  .concat(`the page is ${document.scrollingElement.scrollWidth} wide where there is room for ${room}`);
";

/// A phone, a tablet and a laptop.
const PICTURED: [u32; 3] = [375, 820, 1280];
/// What a laptop has left when everything is four times as large.
const NARROWEST: u32 = 320;
const HEIGHT: u32 = 900;
/// The most that one picture shows.
const HIGHEST: u32 = 8_000;

#[test]
fn no_screen_has_a_violation_that_axe_finds() {
    let axe = fs::read_to_string(in_the_repository("node_modules/axe-core/axe.min.js"))
        .expect("axe-core is installed: npm ci");
    let problems = in_every_state(&mut Visit::to(Site::built()), |visit, _| {
        let mut found = Vec::new();
        for width in [PICTURED[0], PICTURED[2]] {
            visit.resize(width, HEIGHT);
            visit.run(&axe, []);
            let answer = visit.run_until_it_answers(CHECK, [json!(TAGS)]);
            let violations: Vec<String> = serde_json::from_value(answer).expect("texts");
            found.extend(violations.into_iter().map(|violation| format!("at {width}: {violation}")));
        }
        found
    });
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn no_screen_scrolls_sideways() {
    let problems = in_every_state(&mut Visit::to(Site::built()), |visit, state| {
        let mut found = Vec::new();
        for width in PICTURED.into_iter().chain([NARROWEST]) {
            visit.resize(width, HEIGHT);
            let sticking_out: Vec<String> =
                serde_json::from_value(visit.run(STICKING_OUT, [])).expect("texts");
            found.extend(sticking_out.into_iter().map(|what| format!("at {width}: {what}")));
            if PICTURED.contains(&width) {
                keep_picture(visit, width, &format!("{}-{width}", state.name));
            }
        }
        found
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Pictures the whole page, from its top to its end: a long one in parts, because no window is as high as that.
fn keep_picture(visit: &Visit, width: u32, name: &str) {
    let height = visit.run("return document.scrollingElement.scrollHeight;", []);
    let height = u32::try_from(height.as_u64().expect("a height")).expect("a height");
    for (part, top) in (1..).zip((0..height).step_by(HIGHEST as usize)) {
        visit.resize(width, HIGHEST.min(height - top));
        visit.run("scrollTo(0, arguments[1]);", [json!(top)]);
        visit.let_two_frames_pass();
        visit.keep_picture(&if part == 1 { name.to_owned() } else { format!("{name}-part-{part}") });
    }
}

fn in_the_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}
