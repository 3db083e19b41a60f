use crate::app::Dispatch;
use crate::words::text;
use assessment::app::{Message, view};
use assessment::persist::BoardItem;
use assessment::text::Key;
use leptos::prelude::*;

/// Takes something to the board, or says that it is taken or why it cannot be.
#[component]
pub(crate) fn BoardToggle(item: BoardItem, title: String) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let board = dispatch.project(view::board_items);
    let is_taken = move || board.with(|items| items.contains(&item));
    let is_full = move || board.with(|items| items.len() >= assessment::results::MOST_SHOWN);
    let toggle = move |_| {
        let message = if is_taken() { Message::BoardItemRemoved(item) } else { Message::BoardItemAdded(item) };
        dispatch.send(message);
    };
    view! {
        <p class="board-toggle">
            // The button stays in place when it is pressed, so that the focus does.
            <Show
                when=move || is_taken() || !is_full()
                fallback=|| view! { <span class="board-toggle__full">{text(Key::BoardFull)}</span> }
            >
                <button
                    type="button"
                    class="link-button"
                    aria-pressed=move || is_taken().to_string()
                    on:click=toggle
                >
                    {text(Key::BoardAdd)}
                    <span class="nhsuk-u-visually-hidden">": "{title.clone()}</span>
                </button>
                <span class="board-toggle__taken" aria-hidden="true">
                    {move || is_taken().then(|| text(Key::BoardAdded))}
                </span>
            </Show>
        </p>
    }
}
