//! The time, which the core is told where it needs it.

use js_sys::{Date, Object, Reflect};

/// Now, in milliseconds since the beginning of 1970 in UTC.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time after 1970")]
pub(crate) fn now() -> u64 {
    Date::now() as u64
}

/// A time as a person of that language reads it.
#[expect(clippy::cast_precision_loss, reason = "JavaScript counts so too")]
pub(crate) fn spoken(milliseconds: u64, language: &str) -> String {
    let options = Object::new();
    for (name, length) in [("dateStyle", "long"), ("timeStyle", "short")] {
        // Setting a field of a fresh, plain object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &length.into());
    }
    Date::new(&(milliseconds as f64).into()).to_locale_string(language, &options).into()
}
