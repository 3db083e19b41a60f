//! The interface texts, within reach of every component.

use assessment::text::{Catalogue, Key};
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone)]
struct Words(Arc<Catalogue>);

/// Makes the texts reachable for everything below the current owner.
pub(crate) fn provide_words(catalogue: Arc<Catalogue>) {
    provide_context(Words(catalogue));
}

fn words() -> Arc<Catalogue> {
    expect_context::<Words>().0
}

/// The text of that key.
pub(crate) fn text(key: Key) -> String {
    words().text(key).to_owned()
}

/// The text of that key in the form for that count.
pub(crate) fn count(key: Key, count: usize) -> String {
    words().count(key, count, &[])
}

/// The text of that key with its placeholders filled.
pub(crate) fn fill(key: Key, values: &[(&str, &str)]) -> String {
    words().fill(key, values)
}
