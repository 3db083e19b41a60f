//! The time, which the core is told where it needs it.

use assessment::app::Moment;
use js_sys::{Date, Object, Reflect};

/// Now, and the date where the person is.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time after 1970")]
pub(crate) fn now() -> Moment {
    let now = Date::new_0();
    let two = |number: u32| if number < 10 { format!("0{number}") } else { number.to_string() };
    let day = format!("{}-{}-{}", now.get_full_year(), two(now.get_month() + 1), two(now.get_date()));
    Moment { milliseconds: now.get_time() as u64, day }
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
