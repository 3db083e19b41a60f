use crate::app::Dispatch;
use crate::components::{BackLink, LinkButton, ScreenHeading};
use crate::platform::focus;
use crate::words::text;
use assessment::answers::Answer;
use assessment::app::view::{self, AnswerOption, QuestionState};
use assessment::app::{FocusTarget, Keeping, Message, Screen};
use assessment::persist::LONGEST_NOTE;
use assessment::questionnaire::IndicatorPosition;
use assessment::text::Key;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// One question with its described levels.
#[component]
pub(crate) fn Question(indicator: IndicatorPosition) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let question = dispatch.read(|model| view::question(model, indicator));
    let state = dispatch.project(move |model| view::question_state(model, indicator));
    let is_missing = Memo::new(move |_| state.with(|state| state.is_answer_missing));
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.send(Message::ContinueAsked);
    };
    let described_by = move || if is_missing.get() { "answer-hint answer-error" } else { "answer-hint" };
    view! {
        <div class="screen question">
            <BackLink />
            {move || is_missing.get().then(error_summary)}
            <form on:submit=go_on novalidate>
                <div class="nhsuk-form-group" class:nhsuk-form-group--error=move || is_missing.get()>
                    <fieldset class="nhsuk-fieldset" aria-describedby=described_by>
                        <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
                            <span class="nhsuk-caption-m question__caption">
                                <span class="question__progress">{question.progress}</span>
                                {question.element}
                            </span>
                            <ScreenHeading class="nhsuk-fieldset__heading">{question.question.clone()}</ScreenHeading>
                        </legend>
                        <div class="nhsuk-hint" id="answer-hint">{text(Key::QuestionHint)}</div>
                        {move || is_missing.get().then(error_message)}
                        <Answers indicator options=question.options state />
                    </fieldset>
                </div>
                <Note indicator note=question.note state />
                <p class="question__saved" role="status">
                    {move || state.with(|state| state.is_saved).then(|| text(Key::QuestionSaved))}
                </p>
                <div class="button-row">
                    <button type="submit" class="nhsuk-button">{text(Key::QuestionContinue)}</button>
                    <LinkButton label=text(Key::QuestionSkip) message=Message::SkipAsked />
                </div>
            </form>
            <p class="nhsuk-body">
                <LinkButton label=text(Key::QuestionAllElements) message=Message::ScreenAsked(Screen::Tasks) />
            </p>
        </div>
    }
}

fn error_summary() -> impl IntoView {
    view! {
        <div class="nhsuk-error-summary" tabindex="-1" data-focus=focus::name(FocusTarget::ErrorSummary)>
            <div role="alert">
                <p class="nhsuk-error-summary__title">{text(Key::ErrorHeading)}</p>
                <div class="nhsuk-error-summary__body">
                    // A fragment link does not reach into a shadow root, so this is a button.
                    <LinkButton label=text(Key::ErrorAnswer) message=Message::ErrorFollowed />
                </div>
            </div>
        </div>
    }
}

fn error_message() -> impl IntoView {
    view! {
        <span class="nhsuk-error-message" id="answer-error">
            <span class="nhsuk-u-visually-hidden">{text(Key::ErrorPrefix)} " "</span>
            {text(Key::ErrorAnswer)}
        </span>
    }
}

/// The described levels, lowest first, then "or" and "I do not know".
#[component]
fn Answers(
    indicator: IndicatorPosition,
    options: Vec<AnswerOption>,
    state: Memo<QuestionState>,
) -> impl IntoView {
    let given = Memo::new(move |_| state.with(|state| state.answer));
    let radio = move |number: usize, answer: Answer, label: String| {
        view! { <AnswerRadio indicator number answer label given /> }
    };
    let dont_know = options.len();
    let levels = options.into_iter().enumerate();
    view! {
        <div class="nhsuk-radios">
            {levels.map(|(number, option)| radio(number, option.answer, option.description)).collect_view()}
            <div class="nhsuk-radios__divider">{text(Key::QuestionOr)}</div>
            {radio(dont_know, Answer::DontKnow, text(Key::DontKnow))}
        </div>
    }
}

#[component]
fn AnswerRadio(
    indicator: IndicatorPosition,
    number: usize,
    answer: Answer,
    label: String,
    given: Memo<Option<Answer>>,
) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let id = format!("answer-{number}");
    let focus = (number == 0).then(|| focus::name(FocusTarget::FirstAnswer));
    view! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                type="radio"
                name="answer"
                id=id.clone()
                data-focus=focus
                prop:checked=move || given.get() == Some(answer)
                on:change=move |_| dispatch.send(Message::AnswerChosen(indicator, answer))
            />
            <label class="nhsuk-label nhsuk-radios__label" for=id>{label}</label>
        </div>
    }
}

/// A private note, folded away until it is wanted.
#[component]
fn Note(indicator: IndicatorPosition, note: String, state: Memo<QuestionState>) -> impl IntoView {
    let dispatch: Dispatch = expect_context();
    let hint = move || match state.with(|state| state.keeping) {
        Keeping::Device => text(Key::QuestionNoteHintKept),
        Keeping::MemoryByChoice | Keeping::MemoryByForce => text(Key::QuestionNoteHintNotKept),
    };
    let change = move |event| dispatch.send(Message::NoteChanged(indicator, event_target_value(&event)));
    let is_open = !note.is_empty();
    view! {
        <details class="nhsuk-details" open=is_open>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{text(Key::QuestionNote)}</span>
            </summary>
            <div class="nhsuk-details__text">
                <label class="nhsuk-label" for="note">{text(Key::QuestionNoteLabel)}</label>
                <div class="nhsuk-hint" id="note-hint">{hint}</div>
                <textarea
                    class="nhsuk-textarea"
                    id="note"
                    rows="4"
                    maxlength=LONGEST_NOTE.to_string()
                    aria-describedby="note-hint"
                    prop:value=note
                    on:input=change
                ></textarea>
            </div>
        </details>
    }
}
