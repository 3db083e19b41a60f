//! The one element that everything of ours is inside.

use leptos::prelude::*;
use web_sys::Element;

/// The frame of a mounted copy, once it is drawn. Whatever looks something up looks inside it, because
/// the page around it is somebody else's.
#[derive(Clone, Copy)]
pub(crate) struct Frame(StoredValue<Option<Element>, LocalStorage>);

impl Frame {
    /// A frame that is not drawn yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Keeps the drawn frame.
    pub(crate) fn set(self, element: Element) {
        self.0.set_value(Some(element));
    }

    /// Puts an attribute without a value on the frame, or takes it off.
    pub(crate) fn mark(self, attribute: &str, is_marked: bool) {
        self.with(|frame| frame.toggle_attribute_with_force(attribute, is_marked));
    }

    /// Hands the frame to `use_it`, if it is drawn and not gone.
    pub(crate) fn with<T>(self, use_it: impl FnOnce(&Element) -> T) -> Option<T> {
        self.0.try_with_value(|frame| frame.as_ref().map(use_it)).flatten()
    }
}
