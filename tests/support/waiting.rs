//! Waiting for what a person waits for, and never for the clock.

use std::thread;
use std::time::{Duration, Instant};

/// Whoever has to wait longer gives up, and so does a test.
const LONGEST: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Looks until there is an answer; `None` if there is none in time.
pub(crate) fn wait_for<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if start.elapsed() > LONGEST {
            return None;
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}
