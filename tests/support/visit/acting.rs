//! What a person does.

use std::path::{Path, PathBuf};

use thirtyfour::action_chain::ActionChain;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebElement};

use super::Visit;
use crate::content::{Given, wording};
use crate::finding::Role;
use crate::page;
use crate::waiting::wait_for;

impl Visit {
    /// Starts the check from the start screen with all the questions.
    #[track_caller]
    pub fn start_the_check(&self) {
        self.press("Answer all the questions");
        self.see_question(1);
    }

    /// Presses a button.
    #[track_caller]
    pub fn press(&self, name: &str) {
        self.click(Role::Button, name);
    }

    /// Presses a button that the page around the check has.
    #[track_caller]
    pub fn press_on_page(&self, name: &str) {
        self.see_that(&format!("a button “{name}” on the page"), |visit| {
            visit.run(page::PRESS_ON_PAGE, [name.into()]) == true
        });
    }

    /// Follows a link.
    #[track_caller]
    pub fn follow(&self, name: &str) {
        self.click(Role::Link, name);
    }

    /// Chooses an answer by its words.
    #[track_caller]
    pub fn choose(&self, description: &str) {
        self.click(Role::Radio, description);
        self.see_chosen(description);
    }

    /// Chooses an answer on a screen that goes away because of it.
    #[track_caller]
    pub fn choose_in_vain(&self, description: &str) {
        self.click(Role::Radio, description);
    }

    /// Answers the question on the screen and goes on.
    #[track_caller]
    pub fn answer(&self, given: Given) {
        self.choose(wording(given));
        self.press("Continue");
    }

    /// Answers these questions, one after another, each on its screen.
    #[track_caller]
    pub fn answer_all(&self, given: &[Given]) {
        for (indicator, answer) in given {
            self.see_question(indicator.number());
            self.answer((*indicator, *answer));
        }
    }

    /// Ticks a box, or clears it.
    #[track_caller]
    pub fn tick(&self, name: &str) {
        self.click(Role::Checkbox, name);
    }

    /// Opens or closes what is folded.
    #[track_caller]
    pub fn unfold(&self, name: &str) {
        self.click(Role::Disclosure, name);
    }

    /// Types into a field.
    #[track_caller]
    pub fn write(&self, field: &str, text: &str) {
        self.act_on(Role::TextBox, field, async |element| element.send_keys(text).await);
    }

    /// Puts a text into a field at once, as pasting does.
    #[track_caller]
    pub fn put_into(&self, field: &str, text: &str) {
        self.see(Role::TextBox, field);
        self.run(page::PUT_INTO, [field.into(), text.into()]);
    }

    /// Chooses many files in a field that takes many.
    #[track_caller]
    pub fn choose_files(&self, field: &str, files: &[PathBuf]) {
        let files: Vec<&str> = files.iter().map(|file| file.to_str().expect("a path in Unicode")).collect();
        self.act_on(Role::FileField, field, async |element| element.send_keys(files.join("\n")).await);
    }

    /// Chooses a file in a field.
    #[track_caller]
    pub fn choose_file(&self, field: &str, file: &Path) {
        let file = file.to_str().expect("a path in Unicode");
        self.act_on(Role::FileField, field, async |element| element.send_keys(file).await);
    }

    /// Sets a passphrase for what is kept, from the start.
    #[track_caller]
    pub fn set_passphrase(&self, passphrase: &str) {
        self.press("Your data");
        self.press("Set a passphrase");
        self.write_passphrase("New passphrase", passphrase);
        self.press("Set the passphrase");
        self.see_text("The passphrase is set.");
    }

    /// Removes the mirror of local storage, as somebody does in the settings of the browser.
    #[track_caller]
    pub fn forget_the_mirror(&self) {
        let forget = "
            const request = indexedDB.deleteDatabase('digital-leadership-check');
            request.onsuccess = () => arguments[1](null);";
        self.run_until_it_answers(forget, []);
    }

    /// Tries a passphrase at the door.
    #[track_caller]
    pub fn enter_passphrase(&self, passphrase: &str) {
        self.see_heading("Enter your passphrase");
        self.write_passphrase("Passphrase", passphrase);
        self.press("Open");
    }

    /// Types into a field that shows nothing of it, in the place of what stands there.
    #[track_caller]
    pub fn write_passphrase(&self, field: &str, passphrase: &str) {
        self.act_on(Role::Password, field, async |element| {
            element.clear().await?;
            element.send_keys(passphrase).await
        });
    }

    /// Adds a copy to what is here, from a screen that leads to one's own data.
    #[track_caller]
    pub fn load_copy(&self, copy: &Path) {
        self.press("Your data");
        self.choose_file("Choose a copy that you downloaded", copy);
        self.press("Add the copy");
        self.see_text("The copy is loaded");
    }

    /// Presses a key, wherever the focus is.
    #[track_caller]
    pub fn press_key(&self, key: Key) {
        self.use_keys("press a key", |keys| keys.send_keys(char::from(key).to_string()));
    }

    /// Types a text, wherever the focus is.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        self.use_keys("type", |keys| keys.send_keys(text));
    }

    #[track_caller]
    fn use_keys(&self, what: &str, chain: impl FnOnce(ActionChain) -> ActionChain) {
        self.must("wait for a frame", self.let_a_frame_pass());
        self.must(what, self.wait_on(chain(self.browser.session.action_chain()).perform()));
    }

    /// Presses Tab until the focus is on this.
    #[track_caller]
    pub fn tab_to(&self, role: Role, name: &str) {
        self.walk_to(role, name, "Tab", |visit| visit.press_key(Key::Tab));
    }

    /// Presses Shift and Tab until the focus is on this, which comes before where it is now. Not every browser
    /// leads from the last place of a page to its first.
    #[track_caller]
    pub fn tab_back_to(&self, role: Role, name: &str) {
        self.walk_to(role, name, "Shift and Tab", |visit| {
            let tab = char::from(Key::Tab).to_string();
            visit.use_keys("press Shift and Tab", |keys| {
                keys.key_down(Key::Shift).send_keys(tab).key_up(Key::Shift)
            });
        });
    }

    #[track_caller]
    fn walk_to(&self, role: Role, name: &str, keys: &str, step: impl Fn(&Visit)) {
        const MOST: usize = 200;
        let mut passed = Vec::new();
        for _ in 0..MOST {
            step(self);
            let focus = self.focus();
            if focus.as_ref().is_some_and(|found| self.is(found, role, name)) {
                return;
            }
            passed.extend(focus.map(|found| found.name));
        }
        passed.dedup();
        panic!("{MOST} times {keys} did not reach the {role:?} “{name}”; it passed {passed:#?}");
    }

    /// Fills the site's storage, so that it takes nothing more.
    #[track_caller]
    pub fn fill_the_storage(&self) {
        self.run(page::FILL, []);
    }

    /// Makes room in a storage that [`Visit::fill_the_storage`] filled.
    #[track_caller]
    pub fn make_room(&self) {
        self.run(page::MAKE_ROOM, []);
    }

    #[track_caller]
    fn click(&self, role: Role, name: &str) {
        self.act_on(role, name, async |element| element.click().await);
    }

    /// Finds something and does something to it; both again as long as the page changes underneath.
    #[track_caller]
    fn act_on(&self, role: Role, name: &str, act: impl AsyncFn(WebElement) -> WebDriverResult<()>) {
        let mut hindrance = None;
        let done = wait_for(|| {
            let element = self.look_for(role, name)?;
            self.let_a_frame_pass()
                .and_then(|()| self.wait_on(act(element)))
                .map_err(|error| hindrance = Some(error))
                .ok()
        });
        if done.is_none() {
            let hindrance = hindrance.map_or_else(String::new, |error| format!(" ({error})"));
            self.give_up(&format!("a {role:?} “{name}” to use{hindrance}"));
        }
    }
}
