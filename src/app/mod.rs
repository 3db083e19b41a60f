//! The component: one signal that holds the model, one way to change it, one screen at a time.

mod frame;
mod performing;
#[cfg(feature = "stops-on-purpose")]
mod stopping;

pub(crate) use frame::Frame;

use crate::components::{HighestHeading, language_choice, notice_banner, rescue_screen};
use crate::markup::{Markup, live, tag};
use crate::platform::storage::Store;
use crate::platform::{browser, history, print, sealing, text_size};
use crate::session::{PackedWords, Speak};
use crate::{content, screens, words};
use assessment::app::{Message, Model, Navigation, Progress, Screen, Settings, StoragePlace, Words};
use assessment::questionnaire::Questionnaire;
use assessment::text::Key;
use leptos::prelude::*;
use performing::Performing;
use std::sync::Arc;

/// The way to change the check's model, and to read it.
pub(crate) type Dispatch = crate::dispatch::Dispatch<Model>;

/// The whole check.
///
/// It keeps answers under the name `store`, so that several on one page can keep theirs apart: in the
/// browser's local storage, mirrored in IndexedDB, unless `storage` says otherwise. Title and history are
/// touched only with [`Navigation::Page`]. Its headings begin at `heading_level` (1 to 4).
///
/// The styles are not part of the component: the element brings them into its shadow root, and an
/// application that uses the component directly loads `digital-leadership-check.css` itself.
#[component]
pub fn DigitalLeadershipCheck(
    /// The name under which answers are kept.
    #[prop(default = "answers".into(), into)]
    store: String,
    /// Where answers are kept.
    #[prop(default = StoragePlace::Device)]
    storage: StoragePlace,
    /// Whether the page's title and history are ours.
    #[prop(default = Navigation::Contained)]
    navigation: Navigation,
    /// The level of the highest heading.
    #[prop(default = 2)]
    heading_level: u8,
    /// Whose board it is; shown above the title and above the results. Empty for none.
    #[prop(optional, into)]
    trust_name: String,
    /// What is asked.
    #[prop(default = content::questionnaire())]
    questionnaire: Arc<Questionnaire>,
    /// Is told how far the member is whenever that changes, and never what was answered.
    #[prop(optional, into)]
    on_progress: Option<UnsyncCallback<Progress>>,
) -> impl IntoView {
    let settings = Settings {
        store,
        storage,
        navigation,
        trust_name,
        is_forgetful: browser::is_forgetful(),
        languages: Vec::new(),
        can_seal: sealing::is_possible(),
    };
    check(settings, questionnaire, heading_level, on_progress).1
}

/// The whole check, and the way to change it from outside.
pub(crate) fn check(
    settings: Settings,
    questionnaire: Arc<Questionnaire>,
    heading_level: u8,
    on_progress: Option<UnsyncCallback<Progress>>,
) -> (Dispatch, Markup) {
    let (store, navigation) = (Store::new(settings.storage, &settings.store), settings.navigation);
    let (model, effects) = Model::new(questionnaire, content::catalogue(), settings);
    provide_context(HighestHeading(heading_level));

    let frame = Frame::new();
    let dispatch = Dispatch::new(model, Performing::new(frame, store, on_progress));
    provide_context(dispatch);
    words::provide_words(move || dispatch.read(|model| model.catalogue().clone()));
    dispatch.perform_all(effects);
    listen(dispatch, store, navigation, frame);

    let language = dispatch.project(|model| model.language().to_owned());
    let screen = dispatch.project(Model::screen);
    // Whatever has words in it is drawn again in another language.
    let live_words = move |draw: fn() -> Markup| {
        live(move || {
            language.with(|_| ());
            draw()
        })
    };
    let screen = live(move || {
        let screen = screen.get();
        // The board's part changes its own words, and would lose what is put in if its place were drawn again.
        if !matches!(screen, Screen::Combine | Screen::Share) {
            language.with(|_| ());
        }
        screens::draw(screen)
    });
    let content = vec![live_words(notice_banner), screen];
    let content = tag("div", "digital-leadership-check__live nhsuk-width-container", content);
    let drawn =
        tag("div", "digital-leadership-check", [language_choice(), content, live_words(rescue_screen)])
            .with_live("lang", move || language.get())
            .with_live("dir", move || language.with(|_| words::direction::<Key>().to_owned()))
            .when_drawn(move |drawn| prepare(frame, drawn));
    (dispatch, drawn)
}

impl Speak for Dispatch {
    fn speak(&self, words: Option<PackedWords>, questionnaire: Option<&str>) {
        let questionnaire = content::questionnaire_or(questionnaire);
        let catalogue = content::texts_or(words, content::catalogue);
        self.send(Message::LanguageCame(Words { questionnaire, catalogue }));
    }

    fn miss(&self, tag: String) {
        self.send(Message::LanguageMissing(tag));
    }
}

/// Turns what happens to the page into messages, for as long as the component lives.
fn listen(dispatch: Dispatch, store: Store, navigation: Navigation, frame: Frame) {
    store.on_change_elsewhere(move |message| dispatch.send(message));
    if navigation == Navigation::Page {
        history::on_move(move || {
            let (name, depth) = history::place().unwrap_or_else(|| (Screen::Start.name(), 0));
            dispatch.send(Message::HistoryMoved { name, depth });
        });
    }
    print::open_disclosures(frame);
}

/// What needs the drawn frame: whoever looks things up in it, and the reader's text size.
fn prepare(frame: Frame, drawn: &web_sys::Element) {
    frame.set(drawn.clone());
    // The size is known only once the frame is part of the page, which it is right after this.
    queue_microtask(move || {
        frame.with(text_size::follow_reader);
    });
}
