//! How the check's effects are performed: the one place that calls the browser for them.

use super::{Dispatch, Frame};
use crate::dispatch::{Behaviour, Happening, Performer};
use crate::platform::leaving::LeavingGuard;
use crate::platform::mirror::Mirror;
use crate::platform::storage::Store;
use crate::platform::{files, focus, history, languages, print, random};
use assessment::app::{Effect, Message, Model, Progress, update};
use assessment::persist::WriterId;
use leptos::prelude::*;

/// Marks the frame while it holds what a fresh one would not have, for whoever is about to mount it afresh.
const HELD_HERE_ALONE: &str = "data-held-here-alone";

impl Behaviour for Model {
    type Message = Message;
    type Effect = Effect;
    type Performer = Performing;

    fn update(&mut self, message: Message) -> Vec<Effect> {
        #[cfg(feature = "stops-on-purpose")]
        super::stopping::stop_if_asked(&message);
        update(self, message)
    }
}

impl Happening for Message {
    type Model = Model;
}

/// What the check performs its effects with.
#[derive(Clone, Copy)]
pub(crate) struct Performing {
    frame: Frame,
    store: Store,
    mirror: Mirror,
    leaving: LeavingGuard,
    on_progress: Option<UnsyncCallback<Progress>>,
}

impl Performing {
    pub(super) fn new(frame: Frame, store: Store, on_progress: Option<UnsyncCallback<Progress>>) -> Self {
        Self { frame, store, mirror: Mirror::of(store), leaving: LeavingGuard::new(), on_progress }
    }
}

impl Performer<Model> for Performing {
    fn perform(self, effect: Effect, dispatch: Dispatch) -> Option<Message> {
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
            Effect::ReadMirror => {
                self.mirror.read(move |records| dispatch.send(Message::MirrorRead { records }));
            }
            Effect::Download { text } => files::save(&text),
            Effect::MoveFocus(target) => {
                self.frame.with(|frame| focus::move_to(focus::name(target), frame.clone()));
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
            Effect::BringLanguage(tag) => {
                // The frame is not drawn yet when a stored choice is taken up.
                let frame = self.frame;
                queue_microtask(move || {
                    frame.with(|frame| languages::bring(frame, &tag));
                });
            }
            Effect::Print(part) => {
                self.frame.with(|frame| print::print(part, frame));
            }
        }
        None
    }
}
