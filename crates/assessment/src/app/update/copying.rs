//! The person's own copy: downloading one, and loading one after showing what it would change.

use super::Effects;
use crate::app::copying::{ChosenCopy, Loaded, Loading, changes};
use crate::app::storing::Unread;
use crate::app::{Effect, FocusTarget, HistoryStep, Model, Screen};
use crate::persist::{CopyProblem, Keys, SavedCopy, Stored, Subject, write_copy};

impl Model {
    pub(super) fn download(&mut self, milliseconds: u64, effects: &mut Effects) {
        effects.push(Effect::Download { text: write_copy(&self.everything()) });
        self.put(Subject::LastDownload, Stored::LastDownload(milliseconds), effects);
    }

    /// All that is put in here as it is stored, and what is stored and cannot be read.
    fn everything(&self) -> Vec<(String, String)> {
        let mut stored = Vec::new();
        for subject in self.sheet.subjects_put_in(&self.questionnaire) {
            let key = self.storing.keys().key(subject, &self.questionnaire);
            stored.push((key, self.sheet.record(subject).encode(&self.questionnaire)));
        }
        let unread = if self.storing.keeping().is_stored() { self.storing.unread() } else { &[] };
        for Unread { key, text, .. } in unread {
            let is_put_in = |key: &str| stored.iter().any(|(known, _)| known == key);
            let is_free = |key: &str| !is_put_in(key) && unread.iter().all(|unread| unread.key != key);
            // In whose place something is put in that is not stored goes where it will be set aside.
            let key = if is_put_in(key) { Keys::aside(key, is_free) } else { key.clone() };
            stored.push((key, text.clone()));
        }
        stored
    }

    pub(super) fn choose_copy(
        &mut self,
        file: String,
        text: Result<String, CopyProblem>,
        effects: &mut Effects,
    ) {
        // A large file takes its time, and by then the person may have gone on.
        if self.screen != Screen::YourData {
            return;
        }
        let copy = text.and_then(|text| SavedCopy::read(&text, self.storing.keys(), &self.questionnaire));
        match copy {
            Ok(copy) => {
                self.copy = Some(ChosenCopy { file, copy });
                self.go(Screen::LoadCopy, effects);
            }
            Err(problem) => {
                self.go(Screen::YourData, effects);
                self.copy_problem = Some((file, problem));
                self.show_place(HistoryStep::Keep, effects);
                effects.push(Effect::MoveFocus(FocusTarget::ErrorSummary));
            }
        }
    }

    /// Leaves the preview when what is here has changed meanwhile: nothing is to be loaded over what
    /// nobody was shown.
    pub(super) fn end_preview(&mut self, effects: &mut Effects) {
        if self.screen == Screen::LoadCopy && self.set_aside.is_none() {
            self.go(Screen::YourData, effects);
        }
    }

    pub(super) fn load_copy(&mut self, loading: Loading, effects: &mut Effects) {
        let Some(ChosenCopy { copy, .. }) = self.copy.take() else { return };
        let changes = changes(&self.sheet, &copy, loading, &self.questionnaire);
        for (_, record) in &copy.records {
            // What is loaded and what is changed afterwards is later than the copy.
            self.sheet.see(record.stamp.counter);
        }
        let loaded = Loaded::of(&changes, &self.sheet);
        for (subject, stored) in changes {
            self.put(subject, stored, effects);
        }
        self.take_up_journey();
        self.go(Screen::YourData, effects);
        self.loaded = Some(loaded);
    }
}
