//! How markup becomes part of the page: a view type of Leptos, built with its renderer and kept up to
//! date by its render effects.

use super::{Attribute, Draw, ElementNode, Listen, Markup, Node};
use assessment::lists::Listed as _;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::{JsCast as _, JsValue};

/// Markup on the page, with everything that keeps it alive.
pub(crate) enum Drawn {
    /// Text, or the mark that stands where nothing is.
    Plain(types::Node),
    /// An element with what is below it.
    Element {
        element: types::Element,
        _children: Vec<Drawn>,
        _effects: Vec<Effect>,
        _listeners: Vec<RemoveEventHandler<types::Element>>,
    },
    /// What is drawn again when it changes.
    Live(Effect),
}

/// What runs again when a signal that it reads changes, with what it has drawn, if that is what it does. One kind
/// for both, because each kind costs a kilobyte of program.
type Effect = RenderEffect<Option<Drawn>>;

fn effect(mut run: Box<dyn FnMut(Option<Drawn>) -> Option<Drawn>>) -> Effect {
    RenderEffect::new(move |before: Option<Option<Drawn>>| run(before.flatten()))
}

impl Render for Markup {
    type State = Drawn;

    fn build(self) -> Drawn {
        match *self.0 {
            Node::Nothing => Drawn::Plain(Rndr::create_placeholder().unchecked_into()),
            Node::Text(text) => Drawn::Plain(Rndr::create_text_node(&text).unchecked_into()),
            Node::Element(node) => draw_element(node),
            Node::Live(draw) => draw_live(draw),
        }
    }

    fn rebuild(self, before: &mut Drawn) {
        let now = self.build();
        replace(before, now);
    }
}

fn draw_element(node: ElementNode) -> Drawn {
    let element = Rndr::create_element(node.name, node.namespace);
    let mut effects = Vec::new();
    let mut listeners = Vec::new();
    let mut drawn = None;
    for attribute in node.attributes {
        match attribute {
            Attribute::Fixed(name, value) => Rndr::set_attribute(&element, name, &value),
            Attribute::Value(value) => {
                let element = element.clone();
                effects.push(follow(move || set_value(&element, value.read())));
            }
            Attribute::Live(name, value) => {
                let element = element.clone();
                effects.push(follow(move || Rndr::set_attribute(&element, name, &value.read())));
            }
            Attribute::Checked(value) => {
                let element = element.clone();
                effects.push(follow(move || set_checked(&element, value.read())));
            }
            Attribute::On(event, listener) => listeners.push(listen(&element, event, listener)),
            Attribute::Drawn(call) => drawn = Some(call),
        }
    }
    let mut children: Vec<Drawn> = node.children.into_iter().map(Markup::build).listed();
    for child in &mut children {
        child.mount(&element, None);
    }
    if let Some(drawn) = drawn {
        drawn(&element);
    }
    Drawn::Element { element, _children: children, _effects: effects, _listeners: listeners }
}

// WebKit resets the fields of a page that comes back whole from the history, if they may not be filled in
// by the browser. So what they are reset to is kept at what they hold.

fn set_value(field: &types::Element, value: String) {
    const VALUE: &str = "value";
    let value = JsValue::from(value);
    if js_sys::Reflect::get(field, &VALUE.into()).as_ref() != Ok(&value) {
        Rndr::set_property(field, VALUE, &value);
    }
    Rndr::set_property(field, "defaultValue", &value);
}

fn set_checked(input: &types::Element, is_checked: bool) {
    for name in ["defaultChecked", "checked"] {
        Rndr::set_property(input, name, &JsValue::from_bool(is_checked));
    }
}

fn follow(follow: impl Fn() + 'static) -> Effect {
    effect(Box::new(move |_| {
        follow();
        None
    }))
}

fn listen(
    element: &types::Element,
    event: &str,
    listener: Box<dyn Listen>,
) -> RemoveEventHandler<types::Element> {
    Rndr::add_event_listener(element, event, Box::new(move |event| listener.hear(event.unchecked_into())))
}

fn draw_live(draw: Box<dyn Draw>) -> Drawn {
    Drawn::Live(effect(Box::new(move |before| {
        let now = draw.draw().build();
        match before {
            Some(mut drawn) => {
                replace(&mut drawn, now);
                Some(drawn)
            }
            None => Some(now),
        }
    })))
}

/// Puts `now` in the place of `before`, wherever that is on the page.
fn replace(before: &mut Drawn, mut now: Drawn) {
    before.insert_before_this(&mut now);
    before.unmount();
    *before = now;
}

impl Drawn {
    /// Calls `visit` with the one node that this stands for on the page.
    fn with_node(&self, visit: &mut dyn FnMut(&types::Node)) {
        match self {
            Drawn::Plain(node) => visit(node),
            Drawn::Element { element, .. } => visit(element),
            Drawn::Live(effect) => {
                effect.with_value_mut(|drawn| {
                    if let Some(drawn) = drawn {
                        drawn.with_node(visit);
                    }
                });
            }
        }
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        self.with_node(&mut |node| Rndr::remove(node));
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.with_node(&mut |node| Rndr::insert_node(parent, node, marker));
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let mut is_inserted = false;
        self.with_node(&mut |node| {
            if let Some(parent) = Rndr::get_parent(node) {
                child.mount(parent.unchecked_ref(), Some(node));
                is_inserted = true;
            }
        });
        is_inserted
    }

    fn elements(&self) -> Vec<types::Element> {
        match self {
            Drawn::Element { element, .. } => vec![element.clone()],
            Drawn::Plain(_) | Drawn::Live(_) => vec![],
        }
    }
}

no_attrs!(Markup);

/// The check lives in the browser alone: on a server it is empty, and nothing is taken over from one.
impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
