//! Markup that is drawn once: elements by name, without a type of their own.
//!
//! `view!` makes a new type for every shape of markup, and each costs about half a kilobyte of
//! program. The screens are mostly headings, paragraphs and lists, so they are written with these
//! functions, and `view!` is left to what reacts: fields, radios, the chart.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

/// An element of that name and class.
pub(crate) fn tag(name: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    tag_with(name, vec![("class", class.to_owned())], children)
}

/// An element of that name with these attributes.
pub(crate) fn tag_with(
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<AnyView>,
) -> AnyView {
    let attributes: Vec<AnyAttribute> = attributes
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| custom_attribute(name, value).into_any_attr())
        .collect();
    html::custom(name).add_any_attr(attributes).child(children).into_any()
}

/// A piece of text.
pub(crate) fn words(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// Nothing at all.
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}

/// A paragraph of body text.
pub(crate) fn paragraph(text: String) -> AnyView {
    tag("p", "nhsuk-body", vec![words(text)])
}

/// A paragraph that stands out.
pub(crate) fn strong_paragraph(text: String) -> AnyView {
    tag("p", "nhsuk-body", vec![strong(text)])
}

/// Text that stands out.
pub(crate) fn strong(text: String) -> AnyView {
    tag("strong", "", vec![words(text)])
}

/// A list with an item for each child.
pub(crate) fn list(class: &'static str, items: Vec<AnyView>) -> AnyView {
    tag("ul", class, items.into_iter().map(|item| tag("li", "", vec![item])).collect())
}

/// Text that is heard and not seen, after a space.
pub(crate) fn heard(text: String) -> AnyView {
    tag("span", "nhsuk-u-visually-hidden", vec![words(format!(" {text}"))])
}

/// Markup that is drawn again whenever a signal that it reads changes.
pub(crate) fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    type Draw = Box<dyn Fn() -> AnyView + Send>;
    // Boxed first, so that there is one kind of live markup and not one for each place.
    fn erased(draw: Draw) -> AnyView {
        (move || draw()).into_any()
    }
    erased(Box::new(draw))
}
