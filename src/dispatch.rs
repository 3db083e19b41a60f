//! The one way to change a model, and from there to perform what comes of it.

use crate::projection::Projection;
use assessment::lists::AddEach as _;
use leptos::prelude::*;

/// A model that messages alone change, and what has to happen outside then.
pub(crate) trait Behaviour: Send + Sync + Sized + 'static {
    /// What can happen to it.
    type Message: Happening<Model = Self>;
    /// What has to happen outside.
    type Effect;
    /// What performs that.
    type Performer: Performer<Self>;

    /// Changes the model as the message says.
    fn update(&mut self, message: Self::Message) -> Vec<Self::Effect>;
}

/// A message, by which a component that sends it finds the model that it is for.
pub(crate) trait Happening: Clone + Send + 'static {
    /// The model that it changes.
    type Model: Behaviour<Message = Self>;
}

/// What a program performs its effects with.
pub(crate) trait Performer<M: Behaviour>: Copy + Send + Sync + 'static {
    /// One browser call for each effect. The outcome, where there is one, is the next message; one that comes
    /// later is sent through `dispatch`.
    fn perform(self, effect: M::Effect, dispatch: Dispatch<M>) -> Option<M::Message>;
}

/// Sends messages to the model and reads what the screens need of it.
pub(crate) struct Dispatch<M: Behaviour> {
    model: RwSignal<M>,
    performer: M::Performer,
}

impl<M: Behaviour> Clone for Dispatch<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: Behaviour> Copy for Dispatch<M> {}

impl<M: Behaviour> Dispatch<M> {
    /// Keeps the model until the current owner is disposed of.
    pub(crate) fn new(model: M, performer: M::Performer) -> Self {
        Self { model: RwSignal::new(model), performer }
    }

    /// Sends a message, and then whatever comes of its effects, until nothing is left to do.
    pub(crate) fn send(self, message: M::Message) {
        let mut waiting = vec![message];
        while !waiting.is_empty() {
            let mut next = Vec::new();
            for message in waiting {
                // A timer or listener may fire after the component is gone; then there is nothing to change.
                let Some(effects) = self.model.try_update(|model| model.update(message)) else { return };
                next.add_each(effects.into_iter().filter_map(|effect| self.perform(effect)));
            }
            waiting = next;
        }
    }

    /// Performs what has to happen at the very beginning.
    pub(crate) fn perform_all(self, effects: Vec<M::Effect>) {
        for outcome in effects.into_iter().filter_map(|effect| self.perform(effect)) {
            self.send(outcome);
        }
    }

    fn perform(self, effect: M::Effect) -> Option<M::Message> {
        self.performer.perform(effect, self)
    }

    /// What a screen needs of the model; changes only when its value does.
    pub(crate) fn project<T>(self, view: impl Fn(&M) -> T + Send + Sync + 'static) -> Projection<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let model = self.model;
        Projection::of(move || model.with(&view))
    }

    /// What a screen needs of the model once, when it is drawn.
    pub(crate) fn read<T>(self, view: impl FnOnce(&M) -> T) -> T {
        self.model.with_untracked(view)
    }
}
