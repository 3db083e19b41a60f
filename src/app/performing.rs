//! How the check's effects are performed: the one place that calls the browser for them.

use super::{Dispatch, Frame};
use crate::dispatch::{Behaviour, Happening, Performer};
use crate::platform::leaving::LeavingGuard;
use crate::platform::mirror::Mirror;
use crate::platform::storage::Store;
use crate::platform::{files, focus, history, languages, print, random};
use assessment::app::{Effect, Message, Model, Progress, StoreFailure, update};
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
        let sealing = self.store.sealing();
        match effect {
            Effect::Open => {
                return Some(Message::Opened {
                    records: self.store.read_all(),
                    is_sealed: self.store.is_unsealed(),
                    writer: WriterId(random::number()),
                    history: history::place(),
                });
            }
            Effect::ReadStore(reading) => {
                let is_sealed = self.store.is_unsealed();
                return Some(Message::StoreRead { reading, records: self.store.read_all(), is_sealed });
            }
            Effect::Look { subject, cause, header, key } => {
                return Some(Message::Looked { subject, cause, found: self.store.look(&header, &key) });
            }
            Effect::Write { subject, stamp, key, text } => {
                let told = move |outcome| Message::Written { subject, stamp, outcome };
                let outcome = self.store.write(&key, &text, move |outcome| dispatch.send(told(outcome)))?;
                if outcome != Err(StoreFailure::Sealed) {
                    self.mirror.write(&key, &text);
                }
                return Some(told(outcome));
            }
            Effect::SetAside { subject, key, text } => {
                let told = move |key, outcome| Message::SetAside { subject, key, outcome };
                let under = key.clone();
                let ended = move |outcome| dispatch.send(told(under, outcome));
                let outcome = self.store.write(&key, &text, ended)?;
                return Some(told(key, outcome));
            }
            Effect::Remove { keys } => {
                self.mirror.remove(&keys);
                let ended = move |outcome| dispatch.send(Message::Removed(outcome));
                return self.store.remove(&keys, ended).map(Message::Removed);
            }
            Effect::ForgetMirrored { keys } => self.mirror.remove(&keys),
            Effect::ReadMirror => {
                let found = move |records| dispatch.send(Message::MirrorRead { records });
                self.mirror.read(found);
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
            Effect::Unseal(passphrase) => {
                sealing.unseal(&passphrase, move |outcome| dispatch.send(Message::Unsealed(outcome)));
            }
            Effect::Seal(passphrase) => {
                sealing.seal(&passphrase, move |outcome| dispatch.send(Message::Sealed(outcome)));
            }
            Effect::RemoveSeal => {
                sealing.remove(move |outcome| dispatch.send(Message::SealRemoved(outcome)));
            }
            Effect::Lock => sealing.lock(move |outcome| dispatch.send(Message::Locked(outcome))),
            Effect::DownloadSealed => sealing.save(),
            Effect::DeleteSealed => {
                sealing.delete(move |outcome| dispatch.send(Message::SealDeleted(outcome)));
            }
            Effect::Print(part) => {
                self.frame.with(|frame| print::print(part, frame));
            }
        }
        None
    }
}
