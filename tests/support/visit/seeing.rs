//! What a person sees.

use std::collections::BTreeMap;

use file_server::Request;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::Visit;
use crate::content::{self, STORE};
use crate::finding::{Found, Role, describe, plain};
use crate::served::Served;
use crate::waiting::wait_for;
use crate::{Held, page};

/// The files of the board's part.
const BOARD_PART: [&str; 3] = [
    "digital-leadership-check-board.js",
    "digital-leadership-check-board.css",
    "digital-leadership-check-board.wasm",
];

/// What the key of a sealed text begins with; the name of its store follows.
const SEALED: &str = "digital-leadership-check/sealed/";

impl Visit {
    /// Sees a heading with that name.
    #[track_caller]
    pub fn see_heading(&self, name: &str) {
        self.see(Role::Heading, name);
    }

    /// Sees something with that role and name.
    #[track_caller]
    pub fn see(&self, role: Role, name: &str) {
        if wait_for(|| self.look_for(role, name)).is_none() {
            self.give_up(&format!("a {role:?} “{name}”"));
        }
    }

    /// Sees the question of that number, counted from 1.
    #[track_caller]
    pub fn see_question(&self, number: usize) {
        self.see_text(&format!("Question {number} of {}", content::questionnaire().indicators().len()));
        self.see_heading(content::question(number));
    }

    /// Sees the question, the first being 1, with the focus on the group of its answers.
    #[track_caller]
    pub fn see_focus_on_question(&self, number: usize) {
        self.see_question(number);
        let script = "return root.activeElement?.localName;";
        self.see_that("the focus on the group of answers", |visit| visit.run(script, []) == "fieldset");
    }

    /// Sees that text somewhere.
    #[track_caller]
    pub fn see_text(&self, text: &str) {
        let text = plain(text);
        self.see_that(&format!("the text “{text}”"), |visit| {
            visit.text().is_some_and(|shown| shown.contains(&text))
        });
    }

    /// Sees that text on a page where no check has started.
    #[track_caller]
    pub fn see_on_page(&self, text: &str) {
        let text = plain(text);
        self.see_that(&format!("the text “{text}” on the page"), |visit| {
            visit.page_text().contains(&text)
        });
    }

    /// Sees that the text is nowhere, or goes away.
    #[track_caller]
    pub fn see_no_text(&self, text: &str) {
        let text = plain(text);
        self.see_that(&format!("no text “{text}”"), |visit| {
            visit.text().is_some_and(|shown| !shown.contains(&text))
        });
    }

    /// Sees that an answer is the chosen one.
    #[track_caller]
    pub fn see_chosen(&self, description: &str) {
        self.see_that(&format!("“{description}” to be the chosen answer"), |visit| {
            let found = visit.look_for(Role::Radio, description);
            found.is_some_and(|radio| visit.wait_on(radio.is_selected()).unwrap_or(false))
        });
    }

    /// Sees that nothing with that role and name is there, or that it goes away.
    #[track_caller]
    pub fn see_nothing(&self, role: Role, name: &str) {
        self.see_that(&format!("no {role:?} “{name}”"), |visit| {
            visit.text().is_some() && !visit.has(role, name)
        });
    }

    /// Sees what a field holds.
    #[track_caller]
    pub fn see_value(&self, role: Role, name: &str, value: &str) {
        self.see_that(&format!("“{value}” in the {role:?} “{name}”"), |visit| {
            let found = visit.look_for(role, name);
            found.and_then(|field| visit.wait_on(field.value()).ok()?).is_some_and(|held| held == value)
        });
    }

    /// Sees the focus on this.
    #[track_caller]
    pub fn see_focus_on(&self, role: Role, name: &str) {
        self.see_that(&format!("the focus on the {role:?} “{name}”"), |visit| {
            visit.focus().is_some_and(|found| visit.is(&found, role, name))
        });
    }

    /// Sees that title in the tab.
    #[track_caller]
    pub fn see_title(&self, title: &str) {
        self.see_that(&format!("the title “{title}”"), |visit| visit.title() == title);
    }

    /// Sees that something becomes true; `what` completes "waited for".
    #[track_caller]
    pub fn see_that(&self, what: &str, mut is_so: impl FnMut(&Visit) -> bool) {
        if wait_for(|| is_so(self).then_some(())).is_none() {
            self.give_up(what);
        }
    }

    /// Whether something with that role and name is there now.
    #[must_use]
    pub fn has(&self, role: Role, name: &str) -> bool {
        self.look_for(role, name).is_some()
    }

    /// The names of everything with that role that is seen now, in order.
    #[must_use]
    #[track_caller]
    pub fn names(&self, role: Role) -> Vec<String> {
        let found = self.must("look", self.elements(page::CANDIDATES, [json!(role.selector()), json!("")]));
        let described = found.iter().map(|element| self.must("describe", self.wait_on(describe(element))));
        described
            .filter(|found| found.role == role.computed(self.browser.engine))
            .map(|found| found.name)
            .collect()
    }

    /// What has the focus in the check, if anything has.
    #[must_use]
    pub fn focus(&self) -> Option<Found> {
        let element = self.elements(page::FOCUS, []).ok()?.pop()?;
        self.wait_on(describe(&element)).ok()
    }

    /// The text on the screen, white space folded; `None` while there is no check.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.try_run(page::TEXT, []).ok()?.as_str().map(str::to_owned)
    }

    /// The text of the page outside every check that has started, white space folded.
    #[must_use]
    pub fn page_text(&self) -> String {
        let text = self.try_run(page::PAGE_TEXT, []);
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The title of the tab.
    #[must_use]
    #[track_caller]
    pub fn title(&self) -> String {
        self.must("read the title", self.wait_on(self.browser.session.title()))
    }

    /// Everything in local storage.
    #[must_use]
    #[track_caller]
    pub fn local_storage(&self) -> BTreeMap<String, String> {
        stored(self.run(page::STORED, [json!("local")]))
    }

    /// What is sealed under this passphrase, by key.
    #[must_use]
    #[track_caller]
    pub fn unsealed(&self, passphrase: &str) -> BTreeMap<String, String> {
        let sealed = self.local_storage().remove(&[SEALED, STORE].concat()).expect("what is sealed");
        let found = self.run_until_it_answers(page::UNSEAL, [json!(STORE), json!(sealed), json!(passphrase)]);
        serde_json::from_value(found.clone()).unwrap_or_else(|_| panic!("not opened: {found}"))
    }

    /// Everything in session storage.
    #[must_use]
    #[track_caller]
    pub fn session_storage(&self) -> BTreeMap<String, String> {
        stored(self.run(page::STORED, [json!("session")]))
    }

    /// Everything in the mirror of local storage, by key.
    #[must_use]
    #[track_caller]
    pub fn mirrored(&self) -> BTreeMap<String, String> {
        stored(self.run_until_it_answers(page::MIRRORED, []))
    }

    /// Sees that the mirror holds what is in local storage.
    #[track_caller]
    pub fn see_the_mirror_hold_what_is_stored(&self) {
        self.see_that("the mirror to hold what is stored", |visit| visit.mirrored() == visit.local_storage());
    }

    /// The answers in local storage, by key.
    #[must_use]
    #[track_caller]
    pub fn stored_answers(&self) -> BTreeMap<String, String> {
        let all = 1..=content::questionnaire().indicators().len();
        let keys: Vec<String> = all.map(|number| content::answer_key(STORE, number)).collect();
        self.local_storage().into_iter().filter(|(key, _)| keys.contains(key)).collect()
    }

    /// What the browser's history holds for this entry.
    #[must_use]
    #[track_caller]
    pub fn history_state(&self) -> Value {
        self.run("return history.state;", [])
    }

    /// Whether the browser would ask before it leaves the page.
    #[must_use]
    #[track_caller]
    pub fn asks_before_leaving(&self) -> bool {
        self.run(page::ASKS, []) == Value::Bool(true)
    }

    /// Every request that reached the server, in order, but for the scripts of [`Visit::preload`].
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        let all = self.server.requests().into_iter();
        all.filter(|request| !Served::is_of_a_test(&request.path_and_query)).collect()
    }

    /// Waits until the page has asked for the files of the board's part, which it does when it is idle.
    #[track_caller]
    pub fn wait_for_board_part(&self) {
        let is_asked = |visit: &Self, name: &str| {
            visit.requests().iter().any(|request| request.path_and_query.ends_with(name))
        };
        self.see_that("the board's part asked for", |visit| {
            BOARD_PART.iter().all(|name| is_asked(visit, name))
        });
    }

    /// Waits until the page is kept for use without a network, if it is one that is.
    #[track_caller]
    pub fn wait_until_it_is_kept(&self) {
        self.see_that("that the page is kept on the device", |visit| visit.run(page::IS_KEPT, []) == true);
    }

    /// What the page holds in memory.
    #[must_use]
    #[track_caller]
    pub fn held(&self) -> Held {
        self.must("weigh the page", self.wait_on(self.browser.engine.held(&self.browser.session)))
    }

    /// The errors that the browser logged since this was last asked.
    #[must_use]
    #[track_caller]
    pub fn logged_errors(&self) -> Vec<String> {
        self.must("read the log", self.wait_on(self.browser.engine.errors(&self.browser.session)))
    }
}

/// Following the focus
impl Visit {
    /// Every control that Tab should come to, in the order of the page, by what it says. How each looks
    /// without the focus is remembered for [`Visit::see_stop`].
    #[must_use]
    #[track_caller]
    pub fn expected_stops(&self) -> Vec<String> {
        serde_json::from_value(self.run(page::STOPS, [])).expect("texts")
    }

    /// Sees that the focus is on this stop, and that it can be seen there.
    #[track_caller]
    pub fn see_stop(&self, stop: &str) {
        self.see_that(&format!("the focus on “{stop}”"), |visit| visit.run(page::STOP, []) == stop);
        self.see_that(&format!("a look of “{stop}” that shows the focus"), |visit| {
            visit.run(page::SHOWS_FOCUS, []) == true
        });
    }
}

/// Everything by Tab
impl Visit {
    /// What is wrong on the way through the page with Tab: a control that does not come, or not in its turn, at
    /// which it cannot be seen that the focus is there, or that is out of sight then; or no way out at the end.
    #[must_use]
    #[track_caller]
    pub fn flaws_of_the_way_through(&self) -> Vec<String> {
        /// Links of the page around the check.
        const MOST_BEFORE: usize = 10;
        // The focus of a new screen is on its way until it is drawn.
        self.let_two_frames_pass();
        self.run(page::BEFORE_AND_BEHIND, []);
        let stops = self.expected_stops();
        let stop = |visit: &Visit| visit.run(page::STOP, []);
        let go_on = || {
            self.press_key(Key::Tab);
            // Firefox leads to whatever scrolls, too.
            if self.run(page::IS_ONLY_SCROLLED, []) == true {
                self.press_key(Key::Tab);
            }
        };
        let mut found = Vec::new();
        go_on();
        for _ in 0..MOST_BEFORE {
            if stops.is_empty() || stop(self) != Value::Null {
                break;
            }
            go_on();
        }
        for expected in &stops {
            if wait_for(|| (stop(self) == *expected).then_some(())).is_none() {
                found.push(format!("Tab does not lead to “{expected}” but to {}", stop(self)));
                return found;
            }
            if wait_for(|| (self.run(page::SHOWS_FOCUS, []) == true).then_some(())).is_none() {
                found.push(format!("nobody sees that the focus is on “{expected}”"));
            }
            // Not every browser has scrolled as soon as the focus is there.
            if wait_for(|| (self.run(page::IS_HIDDEN, []) == false).then_some(())).is_none() {
                found.push(format!("“{expected}” is out of sight when it has the focus"));
            }
            go_on();
        }
        if wait_for(|| (stop(self) == Value::Null).then_some(())).is_none() {
            found.push(format!("Tab does not lead out: it is still at {}", stop(self)));
        }
        found
    }
}

/// Listening to the screen reader
impl Visit {
    /// Everything that the screen reader has said so far, in order.
    #[must_use]
    pub fn said(&self) -> Vec<String> {
        self.browser.screen_reader().said()
    }

    /// Hears all of these, in this order, in what is said after the first `before` utterances.
    #[track_caller]
    pub fn hear(&self, before: usize, expected: &[&str]) {
        let is_said = |said: String| {
            let rest = expected.iter().try_fold(&said[..], |rest, words| Some(rest.split_once(words)?.1));
            rest.map(drop)
        };
        let heard = wait_for(|| is_said(self.said().get(before..)?.join("\n")));
        if heard.is_none() {
            let said = self.said();
            panic!("nobody says {expected:?}; what is said is {:#?}", said.get(before..).unwrap_or_default());
        }
    }
}

fn stored(value: Value) -> BTreeMap<String, String> {
    serde_json::from_value(value).expect("storage holds texts")
}
