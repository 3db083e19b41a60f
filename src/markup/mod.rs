//! Markup as data: elements by name, text, and the few things about them that react.
//!
//! `view!` makes a new type for every shape of markup, and each costs a kilobyte of program and more.
//! The screens are many and mostly headings, paragraphs and lists, so they are written with these
//! functions and drawn as one type. `docs/decisions/0004-markup-as-data.md` has the figures.

mod drawing;

use assessment::lists::Listed as _;
use leptos::tachys::renderer::types::Element;
use web_sys::Event;

/// A piece of markup, drawn by Leptos like any other view. It is a pointer, so that passing it on
/// costs next to nothing.
pub(crate) struct Markup(Box<Node>);

enum Node {
    Nothing,
    Text(String),
    Element(ElementNode),
    Live(Box<dyn Draw>),
}

struct ElementNode {
    name: &'static str,
    namespace: Option<&'static str>,
    attributes: Vec<Attribute>,
    children: Vec<Markup>,
}

/// Something about an element.
enum Attribute {
    Fixed(&'static str, String),
    Live(&'static str, Box<dyn Read<String>>),
    Value(Box<dyn Read<String>>),
    Checked(Box<dyn Read<bool>>),
    On(&'static str, Box<dyn Listen>),
    Drawn(Box<dyn FnOnce(&Element) + Send>),
}

// Traits of our own and not boxed closures, whose tables each carry two functions that nobody calls.

trait Draw: Send {
    fn draw(&self) -> Markup;
}

trait Read<T>: Send {
    fn read(&self) -> T;
}

trait Listen: Send {
    fn hear(&self, event: Event);
}

impl<F: Fn() -> Markup + Send> Draw for F {
    fn draw(&self) -> Markup {
        self()
    }
}

impl<T, F: Fn() -> T + Send> Read<T> for F {
    fn read(&self) -> T {
        self()
    }
}

impl<F: Fn(Event) + Send> Listen for F {
    fn hear(&self, event: Event) {
        self(event);
    }
}

/// What stands inside an element: an array or a list. An array becomes a list in one place for each length, and
/// not at each element, which makes the program smaller.
pub(crate) trait Children {
    /// As a list.
    fn list(self) -> Vec<Markup>;
}

impl Children for Vec<Markup> {
    fn list(self) -> Vec<Markup> {
        self
    }
}

impl<const N: usize> Children for [Markup; N] {
    #[inline(never)]
    fn list(self) -> Vec<Markup> {
        self.into()
    }
}

impl Markup {
    /// Adds an attribute that never changes.
    pub(crate) fn with(self, name: &'static str, value: &str) -> Self {
        self.adding(Attribute::Fixed(name, value.to_owned()))
    }

    /// Adds an attribute that follows the signals that `value` reads.
    pub(crate) fn with_live(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        self.adding(Attribute::Live(name, Box::new(value)))
    }

    /// Keeps the text in a field at what `value` says, following the signals that it reads. Where the
    /// field says so already, as while somebody types, it is left alone.
    pub(crate) fn with_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.adding(Attribute::Value(Box::new(value)))
    }

    /// Keeps a radio or a box checked or not, following the signals that `value` reads.
    pub(crate) fn with_checked(self, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.adding(Attribute::Checked(Box::new(value)))
    }

    /// Calls `listener` whenever the event reaches the element.
    pub(crate) fn on(self, event: &'static str, listener: impl Fn(Event) + Send + 'static) -> Self {
        self.adding(Attribute::On(event, Box::new(listener)))
    }

    /// Calls `drawn` with the element once it exists; it is not part of the page yet.
    pub(crate) fn when_drawn(self, drawn: impl FnOnce(&Element) + Send + 'static) -> Self {
        self.adding(Attribute::Drawn(Box::new(drawn)))
    }

    /// Puts something at the end inside the element.
    pub(crate) fn holding(mut self, child: Markup) -> Self {
        if let Node::Element(element) = &mut *self.0 {
            element.children.push(child);
        }
        self
    }

    fn adding(mut self, attribute: Attribute) -> Self {
        if let Node::Element(element) = &mut *self.0 {
            element.attributes.push(attribute);
        }
        self
    }
}

/// An element of that name and class; no class if it is empty.
pub(crate) fn tag(name: &'static str, class: &'static str, children: impl Children) -> Markup {
    element(name, None, class, children.list())
}

/// An element of a drawing.
pub(crate) fn svg_tag(name: &'static str, class: &'static str, children: impl Children) -> Markup {
    element(name, Some("http://www.w3.org/2000/svg"), class, children.list())
}

fn element(
    name: &'static str,
    namespace: Option<&'static str>,
    class: &'static str,
    children: Vec<Markup>,
) -> Markup {
    let node = ElementNode { name, namespace, attributes: Vec::new(), children };
    let element = Markup(Box::new(Node::Element(node)));
    if class.is_empty() { element } else { element.with("class", class) }
}

/// A piece of text.
pub(crate) fn words(text: String) -> Markup {
    Markup(Box::new(Node::Text(text)))
}

/// Nothing at all.
pub(crate) fn nothing() -> Markup {
    Markup(Box::new(Node::Nothing))
}

/// Markup that is drawn again whenever a signal that it reads changes.
pub(crate) fn live(draw: impl Fn() -> Markup + Send + 'static) -> Markup {
    Markup(Box::new(Node::Live(Box::new(draw))))
}

/// A paragraph of body text.
pub(crate) fn paragraph(text: String) -> Markup {
    tag("p", "nhsuk-body", [words(text)])
}

/// A paragraph that stands out.
pub(crate) fn strong_paragraph(text: String) -> Markup {
    tag("p", "nhsuk-body", [strong(text)])
}

/// Text that stands out.
pub(crate) fn strong(text: String) -> Markup {
    tag("strong", "", [words(text)])
}

/// A list with an item for each child.
pub(crate) fn list(class: &'static str, items: Vec<Markup>) -> Markup {
    tag("ul", class, items.into_iter().map(|item| tag("li", "", [item])).listed())
}

/// Text that is heard and not seen, after a space.
pub(crate) fn heard(text: String) -> Markup {
    tag("span", "nhsuk-u-visually-hidden", [words([" ", &text].concat())])
}
