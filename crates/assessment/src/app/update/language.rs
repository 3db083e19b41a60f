//! Going over to another language. Nothing but words changes.

use super::Effects;
use crate::app::{Effect, HistoryStep, Model, Words};
use crate::persist::{Stored, Subject};

impl Model {
    pub(super) fn choose_language(&mut self, tag: String, effects: &mut Effects) {
        self.is_language_missing = false;
        if tag == self.language() {
            // Whatever is on its way to here is overtaken.
            self.language_asked = Some(tag);
            self.keep_language(effects);
        } else {
            self.ask_for_language(tag, effects);
        }
    }

    /// Goes on in the language that was chosen before, if it is still offered.
    pub(super) fn take_up_language(&mut self, effects: &mut Effects) {
        let chosen = self.sheet.language();
        let is_offered = self.languages.iter().any(|offered| offered.tag == chosen);
        if is_offered && chosen != self.language() {
            self.ask_for_language(chosen.to_owned(), effects);
        }
    }

    pub(super) fn ask_for_language(&mut self, tag: String, effects: &mut Effects) {
        self.language_asked = Some(tag.clone());
        effects.push(Effect::BringLanguage(tag));
    }

    /// Takes over the words, unless another language was asked for since, or they are those of other questions.
    pub(super) fn speak(&mut self, words: Words, effects: &mut Effects) {
        let tag = words.catalogue.writing().language.clone();
        if words.questionnaire.fingerprint() != self.questionnaire.fingerprint() {
            return self.miss_language(&tag);
        }
        if self.is_overtaken(&tag) {
            return;
        }
        Words { questionnaire: self.questionnaire, catalogue: self.catalogue } = words;
        self.is_language_missing = false;
        // What the page has chosen is no choice of the member's.
        if self.language_asked.is_some() && self.door.is_none() {
            self.keep_language(effects);
        }
        self.show_place(HistoryStep::Keep, effects);
    }

    fn keep_language(&mut self, effects: &mut Effects) {
        let tag = self.language().to_owned();
        if self.sheet.language() != tag {
            self.put(Subject::Language, Stored::Language(tag), effects);
        }
    }

    pub(super) fn miss_language(&mut self, tag: &str) {
        if !self.is_overtaken(tag) {
            self.language_asked = None;
            self.is_language_missing = true;
        }
    }

    fn is_overtaken(&self, tag: &str) -> bool {
        self.language_asked.as_ref().is_some_and(|asked| asked != tag)
    }
}
