//! The one way to change the model, and the one place where effects are performed.

use crate::platform::leaving::LeavingGuard;
use crate::platform::{focus, history, print, random, storage};
use assessment::app::{Effect, Message, Model, update};
use assessment::persist::WriterId;
use leptos::html::Div;
use leptos::prelude::*;
use std::collections::VecDeque;

/// Sends messages to the model and reads what the screens need of it.
#[derive(Clone, Copy)]
pub(crate) struct Dispatch {
    model: RwSignal<Model>,
    frame: NodeRef<Div>,
    leaving: LeavingGuard,
}

impl Dispatch {
    pub(super) fn new(model: Model, frame: NodeRef<Div>) -> Self {
        Self { model: RwSignal::new(model), frame, leaving: LeavingGuard::new() }
    }

    /// Sends a message, and then whatever comes of its effects, until nothing is left to do.
    pub(crate) fn send(self, message: Message) {
        let mut waiting = VecDeque::from([message]);
        while let Some(message) = waiting.pop_front() {
            // A timer or listener may fire after the component is gone; then there is nothing to change.
            let Some(effects) = self.model.try_update(|model| update(model, message)) else { return };
            waiting.extend(effects.into_iter().filter_map(|effect| self.perform(effect)));
        }
    }

    /// What a screen needs of the model; changes only when its value does.
    pub(crate) fn project<T>(self, view: impl Fn(&Model) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.model.with(&view))
    }

    /// What a screen needs of the model once, when it is drawn.
    pub(crate) fn read<T>(self, view: impl FnOnce(&Model) -> T) -> T {
        self.model.with_untracked(view)
    }

    pub(super) fn perform_all(self, effects: Vec<Effect>) {
        for outcome in effects.into_iter().filter_map(|effect| self.perform(effect)) {
            self.send(outcome);
        }
    }

    /// One browser call for each effect; the outcome, where there is one, is the next message.
    fn perform(self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::ReadStore { keys } => {
                return Some(Message::Opened {
                    records: storage::read(keys),
                    writer: WriterId(random::number()),
                    history: history::place(),
                });
            }
            Effect::Write { subject, stamp, key, text } => {
                let outcome = storage::write(&key, &text);
                return Some(Message::Written { subject, stamp, outcome });
            }
            Effect::Remove { keys } => storage::remove(&keys),
            Effect::MoveFocus(target) => {
                if let Some(frame) = self.frame.get_untracked() {
                    focus::move_to(target, frame.into());
                }
            }
            Effect::ShowPlace { name, depth, title, step } => history::show(&name, depth, &title, step),
            Effect::GoBack => history::back(),
            Effect::WarnBeforeLeaving(is_asking) => self.leaving.set(is_asking),
            Effect::Print(part) => {
                if let Some(frame) = self.frame.get_untracked() {
                    print::print(part, &frame);
                }
            }
        }
        None
    }
}
