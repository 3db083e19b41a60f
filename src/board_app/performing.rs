//! How the effects of the board's part are performed: the one place that calls the browser for them.

use super::Dispatch;
use crate::app::Frame;
use crate::dispatch::{Behaviour, Happening, Performer};
use crate::platform::leaving::LeavingGuard;
use crate::platform::storage::{Outcome, Store};
use crate::platform::{clipboard, files, focus, print, random};
use assessment::board_app::{Effect, Expected, Message, Model, PrintPart, StoredTexts, WriteFailure, update};
use leptos::prelude::*;
use web_sys::{Element, Event};

/// What the room hears when the board's part is left.
const LEFT: &str = "left";

/// How a change to what is stored of a round ends.
type Written = Result<(), WriteFailure>;

fn written(outcome: Outcome) -> Written {
    outcome.map_err(WriteFailure::Store)
}

impl Behaviour for Model {
    type Message = Message;
    type Effect = Effect;
    type Performer = Performing;

    fn update(&mut self, message: Message) -> Vec<Effect> {
        #[cfg(feature = "stops-on-purpose")]
        if message == Message::BackAsked {
            assert_ne!(self.trust_name(), "stop: board", "the name of the trust asks for it");
        }
        update(self, message)
    }
}

impl Happening for Message {
    type Model = Model;
}

/// What the board's part performs its effects with.
#[derive(Clone, Copy)]
pub(crate) struct Performing {
    room: StoredValue<Element, LocalStorage>,
    frame: Frame,
    store: Store,
    leaving: LeavingGuard,
    reading: StoredValue<bool>,
}

impl Performing {
    /// `reading` says whether files are to be read on.
    pub(super) fn new(room: Element, frame: Frame, store: Store, reading: StoredValue<bool>) -> Self {
        Self { room: StoredValue::new_local(room), frame, store, leaving: LeavingGuard::new(), reading }
    }

    /// How that ended is answered; where it takes a moment, `ended` is told instead.
    fn write(
        self,
        key: &str,
        expected: Expected,
        text: &str,
        ended: impl FnOnce(Written) + 'static,
    ) -> Option<Written> {
        if let Err(failure) = self.expect(key, expected) {
            return Some(Err(failure));
        }
        self.store.write(key, text, move |outcome| ended(written(outcome))).map(written)
    }

    /// The same.
    fn remove(
        self,
        key: String,
        expected: Expected,
        ended: impl FnOnce(Written) + 'static,
    ) -> Option<Written> {
        if let Err(failure) = self.expect(&key, expected) {
            return Some(Err(failure));
        }
        self.store.remove(&[key], move |outcome| ended(written(outcome))).map(written)
    }

    /// Whether what stands under a key is what should. No other tab gets a turn before the next step.
    fn expect(self, key: &str, expected: Expected) -> Result<(), WriteFailure> {
        let Expected::Text(expected) = expected else { return Ok(()) };
        let found = self.store.read(key).map_err(WriteFailure::Store)?;
        if found == expected { Ok(()) } else { Err(WriteFailure::ChangedElsewhere(found)) }
    }

    /// Whoever hears it takes everything off the page, so whatever is under way here ends first.
    fn leave(self) {
        let Some(room) = self.room.try_get_value() else { return };
        queue_microtask(move || {
            if let Ok(left) = Event::new(LEFT) {
                let _ = room.dispatch_event(&left);
            }
        });
    }

    fn open(self, round: &str, responses: &str) -> Message {
        let read =
            || Ok(StoredTexts { round: self.store.read(round)?, responses: self.store.read(responses)? });
        Message::Opened { stored: read(), random: random::number() }
    }
}

impl Performer<Model> for Performing {
    fn perform(self, effect: Effect, dispatch: Dispatch) -> Option<Message> {
        match effect {
            Effect::Open { round, responses } => return Some(self.open(&round, &responses)),
            Effect::Write { part, key, expected, text } => {
                let told = move |outcome| Message::Written { part, outcome };
                let ended = move |outcome| dispatch.send(told(outcome));
                return self.write(&key, expected, &text, ended).map(told);
            }
            Effect::Remove { key, expected } => {
                let ended = move |outcome| dispatch.send(Message::Removed(outcome));
                return self.remove(key, expected, ended).map(Message::Removed);
            }
            Effect::Download { kind, text } => files::save_as(&text, kind.name(), kind.media_type()),
            Effect::Copy { what, text } => clipboard::copy(&text, move |is_copied| {
                dispatch.send(Message::CopyEnded { what, is_copied });
            }),
            Effect::Print(part) => {
                // What is printed is drawn first.
                let frame = self.frame;
                request_animation_frame(move || {
                    frame.with(|frame| match part {
                        PrintPart::Document => print::print_everything(),
                        PrintPart::Slip => print::print_alone("slip", frame),
                    });
                });
            }
            Effect::StopReading => self.reading.set_value(false),
            Effect::WarnBeforeLeaving(is_asking) => self.leaving.set(is_asking),
            Effect::MoveFocus(target) => {
                self.frame.with(|frame| focus::move_to(&super::focus_name(target), frame.clone()));
            }
            Effect::Leave => self.leave(),
        }
        None
    }
}
