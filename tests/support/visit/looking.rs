//! What a person cannot do: running scripts, pictures, and how things are found.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::error::{WebDriverError, WebDriverResult};

use super::Visit;
use crate::finding::{Found, Role, describe, plain};
use crate::page;
use crate::served::Preload;

/// The most that one picture shows.
const HIGHEST: u32 = 8_000;

impl Visit {
    /// Runs a script in the page. It can use `widget`, `root`, `frame`, `all` and `plain`; its own
    /// arguments begin at `arguments[1]`.
    #[track_caller]
    pub fn run<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        self.must("run a script", self.try_run(script, arguments))
    }

    /// Runs a script that answers by calling its last argument.
    #[track_caller]
    pub fn run_until_it_answers<const N: usize>(&self, script: &str, arguments: [Value; N]) -> Value {
        self.must("run a script", self.try_run_until_it_answers(script, arguments))
    }

    /// Lets the page draw twice, so that whatever it does when it is drawn has happened.
    #[track_caller]
    pub fn let_two_frames_pass(&self) {
        self.run_until_it_answers(
            "requestAnimationFrame(() => requestAnimationFrame(() => arguments[1](null)));",
            [],
        );
    }

    /// Runs a script at the start of every page that the server shows from now on, in whichever tab.
    pub fn preload(&self, script: &str) -> Preload {
        self.served.preload(script)
    }

    /// Takes back what [`Visit::preload`] set.
    pub fn end_preload(&self, preload: Preload) {
        self.served.end_preload(preload);
    }

    /// Gives the page exactly this room.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.must("resize", self.wait_on(self.browser.engine.resize(&self.browser.session, width, height)));
        self.see_that(&format!("a page of {width} by {height}"), |visit| {
            visit.run("return [innerWidth, innerHeight];", []) == json!([width, height])
        });
    }

    /// Keeps a picture of what is in the window in `target/screenshots/`, a folder for each engine.
    #[track_caller]
    pub fn keep_picture(&self, name: &str) {
        let picture = self.must("take a picture", self.wait_on(self.browser.session.screenshot_as_png()));
        let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/screenshots");
        let folder = pictures.join(self.browser.engine.name());
        fs::create_dir_all(&folder).expect("the folder of the pictures");
        fs::write(folder.join(format!("{name}.png")), picture).expect("the picture can be written");
    }

    /// Keeps pictures of the whole page at that width, from its top to its end: of a long one in parts of one height,
    /// because no window is as high as that, and some are never lower than a few lines.
    #[track_caller]
    pub fn keep_picture_of_the_whole(&self, width: u32, name: &str) {
        let height = self.run("return document.scrollingElement.scrollHeight;", []);
        let height = u32::try_from(height.as_u64().expect("a height")).expect("a height");
        let parts = height.div_ceil(HIGHEST).max(1);
        let height_of_part = height.div_ceil(parts);
        for part in 1..=parts {
            self.resize(width, height_of_part);
            self.run("scrollTo(0, arguments[1]);", [json!((part - 1) * height_of_part)]);
            self.let_two_frames_pass();
            self.keep_picture(&if part == 1 { name.to_owned() } else { format!("{name}-part-{part}") });
        }
    }

    /// The nodes of the tree that the browser hands to a screen reader, the page first.
    #[track_caller]
    pub(crate) fn accessibility_nodes(&self) -> Vec<Value> {
        let nodes = self.browser.engine.accessibility_nodes(&self.browser.session);
        self.must("tell what it hands to a screen reader", self.wait_on(nodes))
    }

    /// Prints the page onto paper that nobody sees.
    #[track_caller]
    pub fn print(&self) {
        self.must("print", self.wait_on(self.browser.engine.print(&self.browser.session)));
    }

    /// Prints the page and counts the pages of the paper.
    #[track_caller]
    pub fn printed_pages(&self) -> usize {
        self.must("print", self.wait_on(self.browser.engine.printed_pages(&self.browser.session)))
    }

    /// Lets the page look as on this kind of medium, and with forced colours or without.
    #[track_caller]
    pub fn emulate_media(&self, kind: &str, has_forced_colours: bool) {
        let emulated = self.browser.engine.emulate_media(&self.browser.session, kind, has_forced_colours);
        self.must("emulate a medium", self.wait_on(emulated));
    }

    pub(super) fn try_run<const N: usize>(
        &self,
        script: &str,
        arguments: [Value; N],
    ) -> WebDriverResult<Value> {
        let script = format!("{}{script}", page::INSIDE);
        let answer = self.wait_on(self.browser.session.execute(script, self.arguments(arguments)))?;
        Ok(answer.json().clone())
    }

    fn try_run_until_it_answers<const N: usize>(
        &self,
        script: &str,
        arguments: [Value; N],
    ) -> WebDriverResult<Value> {
        let script = format!("{}{script}", page::INSIDE);
        let answer = self.wait_on(self.browser.session.execute_async(script, self.arguments(arguments)))?;
        Ok(answer.json().clone())
    }

    /// Lets the page draw what was done last, and scroll and move the focus because of it. No person is
    /// quicker.
    pub(super) fn let_a_frame_pass(&self) -> WebDriverResult<()> {
        // Without scripts nothing scrolls or moves the focus afterwards.
        if !self.runs_scripts.get() {
            return Ok(());
        }
        self.try_run_until_it_answers(page::AFTER_A_FRAME, []).map(drop)
    }

    /// The elements that a script answers with.
    pub(super) fn elements<const N: usize>(
        &self,
        script: &str,
        arguments: [Value; N],
    ) -> WebDriverResult<Vec<WebElement>> {
        let found = match self.try_run(script, arguments)? {
            Value::Array(found) => found,
            Value::Null => vec![],
            one => vec![one],
        };
        let handle: &Arc<_> = self.browser.session.handle();
        found.into_iter().map(|element| WebElement::from_json(element, handle.clone())).collect()
    }

    fn arguments<const N: usize>(&self, arguments: [Value; N]) -> Vec<Value> {
        [json!(self.widget.get())].into_iter().chain(arguments).collect()
    }

    /// The first that has that role and name and is seen.
    pub(super) fn look_for(&self, role: Role, name: &str) -> Option<WebElement> {
        let name = plain(name);
        let found = self.elements(page::CANDIDATES, [json!(role.selector()), json!(name)]).ok()?;
        found
            .into_iter()
            .find(|element| self.wait_on(describe(element)).is_ok_and(|found| self.is(&found, role, &name)))
    }

    pub(super) fn is(&self, found: &Found, role: Role, name: &str) -> bool {
        let engine = self.browser.engine;
        let given = match role {
            Role::FileField => engine.name_of_file_field(&found.name),
            _ => &found.name,
        };
        found.role == role.computed(engine) && given == plain(name)
    }

    pub(super) fn wait_on<T>(&self, answer: impl Future<Output = T>) -> T {
        self.browser.runtime.block_on(answer)
    }

    #[track_caller]
    pub(super) fn must<T>(&self, what: &str, result: Result<T, WebDriverError>) -> T {
        result.unwrap_or_else(|error| panic!("the browser could not {what}: {error}"))
    }

    #[track_caller]
    pub(super) fn give_up(&self, what: &str) -> ! {
        let shown = self.try_run(page::SUMMARY, []);
        let shown = shown
            .map_or_else(|error| error.to_string(), |shown| shown.as_str().unwrap_or("nothing").to_owned());
        panic!("waited for {what}, in vain. The page showed:\n{shown}");
    }
}
