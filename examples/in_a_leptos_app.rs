//! A Leptos application that uses the check as a component of its own.
//!
//! It loads `digital-leadership-check.css` itself, because the styles are not part of the component. Build it
//! for WebAssembly as any Leptos application that runs in the browser:
//!
//! ```sh
//! cargo build --example in_a_leptos_app --target wasm32-unknown-unknown
//! ```

use digital_leadership_check::{DigitalLeadershipCheck, Progress, StoragePlace};
use leptos::mount::mount_to_body;
use leptos::prelude::*;

/// A page of a board's own site: the check, and below it how far its reader is.
#[component]
fn BoardPage() -> impl IntoView {
    let progress = RwSignal::new(Progress { answered: 0, questions: 0 });
    view! {
        <h1>"Before our next board meeting"</h1>
        <DigitalLeadershipCheck
            store="board"
            storage=StoragePlace::Tab
            heading_level=2
            trust_name="Anytown NHS Trust"
            on_progress=move |told: Progress| progress.set(told)
        />
        <p>{move || format!("{} of {} answered", progress.get().answered, progress.get().questions)}</p>
    }
}

fn main() {
    mount_to_body(BoardPage);
}
