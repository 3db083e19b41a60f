use crate::app::Dispatch;
use crate::components::{Button, Heading, LinkButton, Look};
use crate::words::{fill, text};
use assessment::app::view::{self, BoardLine};
use assessment::app::{FocusTarget, Message};
use assessment::persist::LONGEST_OWN_LINE;
use assessment::text::Key;
use leptos::prelude::*;

/// Up to three things to raise and a line of one's own, printable alone.
#[component]
pub(super) fn TakeToBoard() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let board = dispatch.project(view::board);
    let lines = Memo::new(move |_| board.with(|board| board.lines.clone()));
    let own_line = dispatch.read(view::board).own_line;
    let change = move |event| dispatch.send(Message::OwnLineChanged(event_target_value(&event)));
    view! {
        <section class="take-to-board">
            <Heading rank=2 class="nhsuk-heading-l" takes_focus=FocusTarget::TakeToBoard>
                {text(Key::BoardHeading)}
            </Heading>
            <p class="nhsuk-body take-to-board__lead">{text(Key::BoardLead)}</p>
            {move || draw_lines(lines.get())}
            <div class="nhsuk-form-group">
                <label class="nhsuk-label" for="own-line">{text(Key::BoardOwnLine)}</label>
                <input
                    class="nhsuk-input"
                    id="own-line"
                    type="text"
                    autocomplete="off"
                    maxlength=LONGEST_OWN_LINE.to_string()
                    prop:value=own_line
                    on:input=change
                />
                // A field cuts a long line off on paper, so what is printed is this.
                <p class="take-to-board__own-line" aria-hidden="true">
                    {move || board.with(|board| board.own_line.clone())}
                </p>
            </div>
            <Button label=text(Key::BoardPrint) look=Look::Secondary message=Message::PrintBoardAsked />
        </section>
    }
}

fn draw_lines(lines: Vec<BoardLine>) -> impl IntoView {
    if lines.is_empty() {
        view! { <p class="nhsuk-body">{text(Key::BoardEmpty)}</p> }.into_any()
    } else {
        view! { <ol class="take-to-board__lines">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
    }
}

fn line(line: BoardLine) -> impl IntoView {
    let about = fill(Key::BoardRemoveOf, &[("title", &line.title)]);
    view! {
        <li>
            <strong>{line.title}</strong>
            <p>{line.lead} " " {line.text}</p>
            <LinkButton label=text(Key::BoardRemove) about message=Message::BoardItemRemoved(line.item) />
        </li>
    }
}
