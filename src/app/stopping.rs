//! Ways to stop the program, for the tests of what is left then.

use assessment::app::Message;
use std::hint::black_box;

/// Stops the program if that is what a note asks for.
pub(super) fn stop_if_asked(message: &Message) {
    let Message::NoteChanged(_, note) = message else { return };
    match note.as_str() {
        "stop: panic" => panic!("a note asked for it"),
        "stop: trap" => core::arch::wasm32::unreachable(),
        "stop: recursion" => drop(black_box(go_deeper(0))),
        "stop: memory" => loop {
            std::mem::forget(black_box(Vec::<u8>::with_capacity(1 << 28)));
        },
        _ => {}
    }
}

/// Each call waits for the next, so that the compiler cannot make a loop of them.
#[expect(unconditional_recursion, reason = "it is there to fill the stack")]
fn go_deeper(depth: u64) -> u64 {
    black_box(go_deeper(black_box(depth) + 1)) + 1
}
