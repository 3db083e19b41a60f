//! The interface texts, within reach of every component. Which ones a key is of, its type says.

use assessment::text::{TextKey, Texts};
use leptos::prelude::*;
use std::sync::Arc;

struct Words<K>(Arc<Texts<K>>);

impl<K> Clone for Words<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Makes the texts reachable for everything below the current owner.
pub(crate) fn provide_words<K: TextKey>(texts: Arc<Texts<K>>) {
    provide_context(Words(texts));
}

fn words<K: TextKey>() -> Arc<Texts<K>> {
    expect_context::<Words<K>>().0
}

/// The text of that key.
pub(crate) fn text<K: TextKey>(key: K) -> String {
    words().text(key).to_owned()
}

/// The text of that key in the form for that count.
pub(crate) fn count<K: TextKey>(key: K, count: usize) -> String {
    words().count(key, count, &[])
}

/// The text of that key with its placeholders filled.
pub(crate) fn fill<K: TextKey>(key: K, values: &[(&str, &str)]) -> String {
    words().fill(key, values)
}
