//! The component: one signal that holds the model, one way to change it, one screen at a time.

mod dispatch;

pub(crate) use dispatch::Dispatch;

use crate::components::{notice_banner, rescue_screen};
use crate::markup::live;
use crate::platform::{history, print, rescue, storage, text_size};
use crate::{content, screens, words};
use assessment::app::{Message, Model, Navigation, Screen, Settings};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The whole check.
///
/// It keeps answers in the browser's local storage under `store`, so that several on one page can
/// keep theirs apart. Title and history are touched only with [`Navigation::Page`]. Its headings
/// begin at `heading_level` (1 to 4).
///
/// The styles are not part of the component: the element brings them into its shadow root, and an
/// application that uses the component directly loads `digital-leadership-check.css` itself.
#[component]
pub fn DigitalLeadershipCheck(
    /// The name under which answers are kept.
    #[prop(default = "answers".into(), into)]
    store: String,
    /// Whether the page's title and history are ours.
    #[prop(default = Navigation::Contained)]
    navigation: Navigation,
    /// The level of the highest heading.
    #[prop(default = 2)]
    heading_level: u8,
) -> impl IntoView {
    let (model, effects) =
        Model::new(content::questionnaire(), content::catalogue(), Settings { store, navigation });
    let language = model.questionnaire().language().to_owned();
    words::provide_words(model.catalogue().clone());
    provide_context(HighestHeading(heading_level));

    let frame = NodeRef::<Div>::new();
    let dispatch = Dispatch::new(model, frame);
    provide_context(dispatch);
    dispatch.perform_all(effects);
    listen(dispatch, navigation, frame);
    prepare(frame);

    let screen = dispatch.project(Model::screen);
    view! {
        <div class="digital-leadership-check" lang=language node_ref=frame>
            <div class="digital-leadership-check__live nhsuk-width-container">
                {notice_banner().into_view()}
                {live(move || screens::draw(screen.get())).into_view()}
            </div>
            {rescue_screen().into_view()}
        </div>
    }
}

/// The level of the highest heading, for [`heading`](crate::components::heading).
#[derive(Clone, Copy)]
pub(crate) struct HighestHeading(pub(crate) u8);

/// Turns what happens to the page into messages, for as long as the component lives.
fn listen(dispatch: Dispatch, navigation: Navigation, frame: NodeRef<Div>) {
    storage::on_change_elsewhere(move |key, text| dispatch.send(Message::RecordSeen { key, text }));
    if navigation == Navigation::Page {
        history::on_move(move || {
            let (name, depth) = history::place().unwrap_or_else(|| (Screen::Start.name(), 0));
            dispatch.send(Message::HistoryMoved { name, depth });
        });
    }
    print::open_disclosures(move || frame.try_get_untracked().flatten().map(Into::into));
}

/// What needs the drawn frame: the reader's text size, and the rescue screen's watch.
fn prepare(frame: NodeRef<Div>) {
    frame.on_load(|frame| {
        if let Some(size) = text_size::of_host(&frame) {
            // Through the object model, which a strict policy allows; an attribute it would not.
            let _ = web_sys::HtmlElement::style(&frame).set_property("--root-size", &size);
        }
        let frame: web_sys::Element = frame.unchecked_into();
        rescue::watch(frame.clone());
        let frame = StoredValue::new_local(frame);
        on_cleanup(move || {
            frame.try_with_value(rescue::forget);
        });
    });
}
