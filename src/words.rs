//! The interface texts, within reach of every component. Which ones a key is of, its type says.

use assessment::text::{TextKey, Texts};
use leptos::prelude::*;
use std::sync::Arc;

/// Where the texts are found, in whichever language is shown.
struct Words<K>(Arc<dyn Fn() -> Arc<Texts<K>> + Send + Sync>);

impl<K> Clone for Words<K> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// Makes the texts reachable for everything below the current owner. They are asked for at each drawing, since
/// the language may have changed.
pub(crate) fn provide_words<K: TextKey>(find: impl Fn() -> Arc<Texts<K>> + Send + Sync + 'static) {
    provide_context(Words(Arc::new(find)));
}

fn words<K: TextKey>() -> Arc<Texts<K>> {
    expect_context::<Words<K>>().0()
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

/// A whole number in the digits of the language; `K` says in whose texts it stands.
pub(crate) fn number<K: TextKey>(number: impl ToString) -> String {
    words::<K>().number(number)
}

/// The direction in which the language is written, as the attribute `dir` has it.
pub(crate) fn direction<K: TextKey>() -> &'static str {
    if words::<K>().writing().is_right_to_left { "rtl" } else { "ltr" }
}
