//! Markup that is drawn once, as data: elements by name, text, and views put among them.
//!
//! `view!` makes a new type for every shape of markup, and each costs half a kilobyte of program and
//! more. The screens are mostly headings, paragraphs and lists, so they are written with these
//! functions, and `view!` is left to what reacts: fields, radios, the chart.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

/// A piece of markup. It is a pointer, so that passing it on costs next to nothing.
pub(crate) struct Markup(Box<Node>);

enum Node {
    Nothing,
    Text(String),
    Element { name: &'static str, attributes: Vec<(&'static str, String)>, children: Vec<Markup> },
    View(AnyView),
}

impl Markup {
    /// Turns the whole piece into what Leptos draws.
    pub(crate) fn into_view(self) -> AnyView {
        match *self.0 {
            Node::Nothing => ().into_any(),
            Node::Text(text) => text.into_any(),
            Node::Element { name, attributes, children } => {
                let attributes: Vec<AnyAttribute> = attributes
                    .into_iter()
                    .map(|(name, value)| custom_attribute(name, value).into_any_attr())
                    .collect();
                let children: Vec<AnyView> = children.into_iter().map(Markup::into_view).collect();
                html::custom(name).add_any_attr(attributes).child(children).into_any()
            }
            Node::View(view) => view,
        }
    }
}

/// An element of that name and class; no class if it is empty.
pub(crate) fn tag(name: &'static str, class: &'static str, children: Vec<Markup>) -> Markup {
    let attributes = if class.is_empty() { vec![] } else { vec![("class", class.to_owned())] };
    tag_with(name, attributes, children)
}

/// An element of that name with these attributes.
pub(crate) fn tag_with(
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Markup>,
) -> Markup {
    Markup(Box::new(Node::Element { name, attributes, children }))
}

/// A view among the markup.
pub(crate) fn view(view: AnyView) -> Markup {
    Markup(Box::new(Node::View(view)))
}

/// A piece of text.
pub(crate) fn words(text: String) -> Markup {
    Markup(Box::new(Node::Text(text)))
}

/// Nothing at all.
pub(crate) fn nothing() -> Markup {
    Markup(Box::new(Node::Nothing))
}

/// A paragraph of body text.
pub(crate) fn paragraph(text: String) -> Markup {
    tag("p", "nhsuk-body", vec![words(text)])
}

/// A paragraph that stands out.
pub(crate) fn strong_paragraph(text: String) -> Markup {
    tag("p", "nhsuk-body", vec![strong(text)])
}

/// Text that stands out.
pub(crate) fn strong(text: String) -> Markup {
    tag("strong", "", vec![words(text)])
}

/// A list with an item for each child.
pub(crate) fn list(class: &'static str, items: Vec<Markup>) -> Markup {
    tag("ul", class, items.into_iter().map(|item| tag("li", "", vec![item])).collect())
}

/// Text that is heard and not seen, after a space.
pub(crate) fn heard(text: String) -> Markup {
    tag("span", "nhsuk-u-visually-hidden", vec![words(format!(" {text}"))])
}

/// Markup that is drawn again whenever a signal that it reads changes.
pub(crate) fn live(draw: impl Fn() -> Markup + Send + 'static) -> Markup {
    type Draw = Box<dyn Fn() -> Markup + Send>;
    // Boxed first, so that there is one kind of live markup and not one for each place.
    fn erased(draw: Draw) -> Markup {
        view((move || draw().into_view()).into_any())
    }
    erased(Box::new(draw))
}
