//! Chance.

use leptos::prelude::window;

/// A number that no other copy has drawn, for all practical purposes.
///
/// It tells two copies apart and protects nothing, so a browser without strong randomness may fall
/// back to the weaker kind.
pub(crate) fn number() -> u64 {
    let mut bytes = [0; 8];
    let strong = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if strong.is_err() {
        bytes.fill_with(weak_byte);
    }
    u64::from_le_bytes(bytes)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number below 256")]
fn weak_byte() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}
