//! The one way to change the model, and the one place where effects are performed.

use super::Frame;
use crate::platform::leaving::LeavingGuard;
use crate::platform::mirror::Mirror;
use crate::platform::storage::Store;
use crate::platform::{files, focus, history, print, random};
use assessment::app::{Effect, Message, Model, Progress, update};
use assessment::persist::WriterId;
use leptos::prelude::*;
use std::any::Any;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::sync::Arc;

/// Marks the frame while it holds what a fresh one would not have, for whoever is about to mount it afresh.
const HELD_HERE_ALONE: &str = "data-held-here-alone";

/// Sends messages to the model and reads what the screens need of it.
#[derive(Clone, Copy)]
pub(crate) struct Dispatch {
    model: RwSignal<Model>,
    frame: Frame,
    store: Store,
    mirror: Mirror,
    leaving: LeavingGuard,
    on_progress: Option<UnsyncCallback<Progress>>,
}

impl Dispatch {
    pub(super) fn new(
        model: Model,
        frame: Frame,
        store: Store,
        on_progress: Option<UnsyncCallback<Progress>>,
    ) -> Self {
        Self {
            model: RwSignal::new(model),
            frame,
            store,
            mirror: Mirror::of(store),
            leaving: LeavingGuard::new(),
            on_progress,
        }
    }

    /// Sends a message, and then whatever comes of its effects, until nothing is left to do.
    pub(crate) fn send(self, message: Message) {
        let mut waiting = VecDeque::from([message]);
        while let Some(message) = waiting.pop_front() {
            #[cfg(feature = "stops-on-purpose")]
            super::stopping::stop_if_asked(&message);
            // A timer or listener may fire after the component is gone; then there is nothing to change.
            let Some(effects) = self.model.try_update(|model| update(model, message)) else { return };
            waiting.extend(effects.into_iter().filter_map(|effect| self.perform(effect)));
        }
    }

    /// What a screen needs of the model; changes only when its value does.
    pub(crate) fn project<T>(self, view: impl Fn(&Model) -> T + Send + Sync + 'static) -> Projection<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let model = self.model;
        Projection::new(Box::new(move || Shown(Arc::new(model.with(&view)))))
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
            Effect::Open => {
                return Some(Message::Opened {
                    records: self.store.read_all(),
                    writer: WriterId(random::number()),
                    history: history::place(),
                });
            }
            Effect::ReadStore(reading) => {
                return Some(Message::StoreRead { reading, records: self.store.read_all() });
            }
            Effect::Look { subject, cause, header, key } => {
                return Some(Message::Looked { subject, cause, found: self.store.look(&header, &key) });
            }
            Effect::Write { subject, stamp, key, text } => {
                let outcome = self.store.write(&key, &text);
                self.mirror.write(&key, &text);
                return Some(Message::Written { subject, stamp, outcome });
            }
            Effect::SetAside { subject, key, text } => {
                let outcome = self.store.write(&key, &text);
                return Some(Message::SetAside { subject, key, outcome });
            }
            Effect::Remove { keys } => {
                self.mirror.remove(&keys);
                return Some(Message::Removed(self.store.remove(&keys)));
            }
            Effect::ForgetMirrored { keys } => self.mirror.remove(&keys),
            Effect::ReadMirror => self.mirror.read(move |records| self.send(Message::MirrorRead { records })),
            Effect::Download { text } => files::save(&text),
            Effect::MoveFocus(target) => {
                self.frame.with(|frame| focus::move_to(target, frame.clone()));
            }
            Effect::ShowPlace { name, depth, title, step } => history::show(&name, depth, &title, step),
            Effect::GoBack => history::back(),
            Effect::WarnBeforeLeaving(is_asking) => self.leaving.set(is_asking),
            Effect::HoldHere(is_held) => {
                self.frame.mark(HELD_HERE_ALONE, is_held);
            }
            Effect::TellPage(progress) => {
                if let Some(told) = self.on_progress {
                    told.run(progress);
                }
            }
            Effect::Print(part) => {
                self.frame.with(|frame| print::print(part, frame));
            }
        }
        None
    }
}

/// A memo of one view of the model. All views share one kind of memo, whatever their type, because
/// each kind costs a kilobyte and a half of program.
pub(crate) struct Projection<T> {
    memo: Memo<Shown>,
    view: PhantomData<fn() -> T>,
}

impl<T> Clone for Projection<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Projection<T> {}

impl<T: 'static> Projection<T> {
    fn new(compute: Box<dyn Fn() -> Shown + Send + Sync>) -> Self {
        Self { memo: Memo::new(move |_| compute()), view: PhantomData }
    }

    /// A part of it, which changes only when its own value does.
    pub(crate) fn map<U>(self, part: impl Fn(&T) -> U + Send + Sync + 'static) -> Projection<U>
    where
        U: PartialEq + Send + Sync + 'static,
    {
        Projection::new(Box::new(move || Shown(Arc::new(self.with(&part)))))
    }

    /// Hands the value to `use_it` and follows its changes.
    pub(crate) fn with<U>(self, use_it: impl FnOnce(&T) -> U) -> U {
        use_it(self.memo.get().0.value().downcast_ref().unwrap_or_else(|| unreachable!("made of a T")))
    }

    /// Hands the value to `use_it` once.
    pub(crate) fn with_untracked<U>(self, use_it: impl FnOnce(&T) -> U) -> U {
        let shown = self.memo.get_untracked();
        use_it(shown.0.value().downcast_ref().unwrap_or_else(|| unreachable!("made of a T")))
    }

    /// The value, followed in its changes.
    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value, once.
    pub(crate) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

/// A value of any type that can be told from another of the same.
#[derive(Clone)]
struct Shown(Arc<dyn Comparable>);

trait Comparable: Send + Sync {
    fn value(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Comparable for T {
    fn value(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(other.0.value())
    }
}
