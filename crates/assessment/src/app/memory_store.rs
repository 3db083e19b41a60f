//! A store in memory, for tests and for whatever plays a visit without a browser.

use super::{Effect, LookedAt, Message, Model, update};
use crate::persist::PRODUCT;
use std::collections::BTreeMap;

/// Stored texts by key. It never fails.
///
/// ```
/// use assessment::app::{Effect, MemoryStore, Message};
///
/// let mut store = MemoryStore::default();
/// store.texts.insert("digital-leadership-check/1/answers-0123456789abcdef".into(), "{}".into());
/// store.texts.insert("another program".into(), "untouched".into());
/// assert_eq!(store.records().len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoryStore {
    /// What is stored.
    pub texts: BTreeMap<String, String>,
    /// Whether it is sealed under a passphrase, and open.
    pub is_sealed: bool,
}

impl MemoryStore {
    /// Every stored text of this product by key.
    #[must_use]
    pub fn records(&self) -> Vec<(String, String)> {
        let ours = self.texts.iter().filter(|(key, _)| key.starts_with(PRODUCT));
        ours.map(|(key, text)| (key.clone(), text.clone())).collect()
    }

    /// Sends a message and then whatever this store answers, until nothing is left to do, and gives back
    /// all the effects in their order.
    pub fn play(&mut self, model: &mut Model, message: Message) -> Vec<Effect> {
        let mut effects = update(model, message);
        let mut performed = 0;
        while let Some(effect) = effects.get(performed) {
            performed += 1;
            if let Some(outcome) = self.perform(effect) {
                effects.extend(update(model, outcome));
            }
        }
        effects
    }

    /// Does what an effect asks of a store and answers as one does; `None` if it asks nothing of it.
    pub fn perform(&mut self, effect: &Effect) -> Option<Message> {
        let text = |key| self.texts.get(key).cloned();
        Some(match effect {
            Effect::ReadStore(reading) => Message::StoreRead {
                reading: *reading,
                records: Ok(self.records()),
                is_sealed: self.is_sealed,
            },
            Effect::Look { subject, cause, header, key } => {
                let found = Ok(LookedAt { header: text(header), text: text(key) });
                Message::Looked { subject: *subject, cause: *cause, found }
            }
            Effect::Write { subject, stamp, key, text } => {
                self.texts.insert(key.clone(), text.clone());
                Message::Written { subject: *subject, stamp: *stamp, outcome: Ok(()) }
            }
            Effect::SetAside { subject, key, text } => {
                self.texts.insert(key.clone(), text.clone());
                Message::SetAside { subject: *subject, key: key.clone(), outcome: Ok(()) }
            }
            Effect::Remove { keys } => {
                self.texts.retain(|key, _| !keys.contains(key));
                Message::Removed(Ok(()))
            }
            _ => return None,
        })
    }
}
