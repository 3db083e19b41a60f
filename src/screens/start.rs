use crate::app::Dispatch;
use crate::components::{Button, Heading, LinkButton, Look, ScreenHeading};
use crate::words::text;
use assessment::app::view::{self, StartView};
use assessment::app::{Keeping, Message, Screen};
use assessment::text::Key;
use leptos::prelude::*;

/// What this is, and the ways in.
#[component]
pub(crate) fn Start() -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let start = dispatch.project(view::start);
    let title = dispatch.read(|model| model.questionnaire().title().to_owned());
    view! {
        <div class="screen start">
            {move || start.with(|start| start.is_deleted).then(deleted)}
            <ScreenHeading class="nhsuk-heading-xl">{title.clone()}</ScreenHeading>
            <p class="nhsuk-body-l">{text(Key::StartLead)}</p>
            <ul class="start__facts">
                <li>{move || start.with(|start| start.time.clone())}</li>
                <li>{move || text(privacy(start.with(|start| start.keeping)))}</li>
            </ul>
            {move || ways_in(start.get())}
            <KeepingChoice start />
            <Heading rank=2 class="nhsuk-heading-m">{text(Key::StartWhatHeading)}</Heading>
            <ul class="nhsuk-list nhsuk-list--bullet">
                <li>{text(Key::StartWhat1)}</li>
                <li>{text(Key::StartWhat2)}</li>
                <li>{text(Key::StartWhat3)}</li>
            </ul>
            <Heading rank=2 class="nhsuk-heading-m">{text(Key::StartNotHeading)}</Heading>
            <p class="nhsuk-body">{text(Key::StartNotTest)}</p>
            <p class="nhsuk-body">{text(Key::StartNotCure)}</p>
            <p class="nhsuk-body">
                <LinkButton label=text(Key::StartAbout) message=Message::ScreenAsked(Screen::About) />
            </p>
        </div>
    }
}

fn privacy(keeping: Keeping) -> Key {
    match keeping {
        Keeping::Device => Key::StartPrivate,
        Keeping::MemoryByChoice => Key::StartNotKept,
        Keeping::MemoryByForce => Key::StartBlocked,
    }
}

fn deleted() -> impl IntoView {
    view! {
        <div class="notice notice--done" role="status">
            <p class="notice__heading">{text(Key::StartDeletedHeading)}</p>
            <p class="notice__text">{text(Key::StartDeleted)}</p>
        </div>
    }
}

fn ways_in(start: StartView) -> impl IntoView {
    match start.progress {
        Some(progress) => view! {
            <p class="nhsuk-body"><strong>{progress}</strong></p>
            <div class="button-row">
                <Button label=text(Key::StartContinue) message=Message::ResumeAsked />
                <Button
                    label=text(Key::StartOne)
                    look=Look::Secondary
                    message=Message::ScreenAsked(Screen::Tasks)
                />
            </div>
            <ul class="link-list">
                <li>
                    <LinkButton label=text(Key::StartSeeResults) message=Message::ScreenAsked(Screen::Results) />
                </li>
                <li>
                    <LinkButton label=text(Key::StartDelete) message=Message::ScreenAsked(Screen::Delete) />
                </li>
            </ul>
        }
        .into_any(),
        None => view! {
            <div class="button-row">
                <Button label=text(Key::StartAll) message=Message::AllElementsChosen />
                <Button
                    label=text(Key::StartOne)
                    look=Look::Secondary
                    message=Message::ScreenAsked(Screen::Tasks)
                />
            </div>
            <p class="nhsuk-body-s start__one">{start.time_for_one}</p>
        }
        .into_any(),
    }
}

/// "Do not keep my answers on this computer", while that can still be chosen.
#[component]
fn KeepingChoice(start: Memo<StartView>) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let may_change = Memo::new(move |_| start.with(|start| start.may_change_keeping));
    let is_not_kept = move || start.with(|start| start.keeping == Keeping::MemoryByChoice);
    let change = move |event| dispatch.send(Message::KeepingChanged(!event_target_checked(&event)));
    view! {
        <Show when=move || may_change.get()>
            <div class="nhsuk-form-group">
                <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
                    <div class="nhsuk-checkboxes__item">
                        <input
                            class="nhsuk-checkboxes__input"
                            type="checkbox"
                            id="do-not-keep"
                            aria-describedby="do-not-keep-hint"
                            prop:checked=is_not_kept
                            on:change=change
                        />
                        <label class="nhsuk-label nhsuk-checkboxes__label" for="do-not-keep">
                            {text(Key::StartDoNotKeep)}
                        </label>
                        <div class="nhsuk-hint nhsuk-checkboxes__hint" id="do-not-keep-hint">
                            {text(Key::StartDoNotKeepHint)}
                        </div>
                    </div>
                </div>
            </div>
        </Show>
    }
}
