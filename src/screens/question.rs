use crate::app::Dispatch;
use crate::components::{HeadingSize, back_link, link_button, link_list, screen_heading};
use crate::markup::{Markup, heard, live, nothing, tag, tag_with, view, words};
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
pub(super) fn question(indicator: IndicatorPosition) -> Markup {
    let dispatch: Dispatch = expect_context();
    let question = dispatch.read(|model| view::question(model, indicator));
    let state = dispatch.project(move |model| view::question_state(model, indicator));
    let is_missing = Memo::new(move |_| state.with(|state| state.is_answer_missing));
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.send(Message::ContinueAsked);
    };
    let group = move || {
        if is_missing.get() { "nhsuk-form-group nhsuk-form-group--error" } else { "nhsuk-form-group" }
    };
    let described_by = move || if is_missing.get() { "answer-hint answer-error" } else { "answer-hint" };
    let shown_if_missing =
        move |draw: fn() -> Markup| live(move || if is_missing.get() { draw() } else { nothing() });
    let saved = live(move || {
        words(if state.with(|state| state.is_saved) { text(Key::QuestionSaved) } else { String::new() })
    });
    let drawn = view! {
        <div class="screen question">
            {back_link().into_view()}
            {shown_if_missing(error_summary).into_view()}
            <form on:submit=go_on novalidate>
                <div class=group>
                    <fieldset class="nhsuk-fieldset" aria-describedby=described_by>
                        <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
                            {caption(question.progress, question.element).into_view()}
                            {screen_heading(HeadingSize::AsAround("nhsuk-fieldset__heading"), question.question).into_view()}
                        </legend>
                        <div class="nhsuk-hint" id="answer-hint">{text(Key::QuestionHint)}</div>
                        {shown_if_missing(error_message).into_view()}
                        {answers(indicator, question.options, state).into_view()}
                    </fieldset>
                </div>
                {note_field(indicator, question.note, state).into_view()}
                <p class="question__saved" role="status">{saved.into_view()}</p>
                <div class="button-row">
                    <button type="submit" class="nhsuk-button">{text(Key::QuestionContinue)}</button>
                    {link_button(text(Key::QuestionSkip), Message::SkipAsked).into_view()}
                </div>
            </form>
            {link_list(vec![link_button(text(Key::QuestionAllElements), Message::ScreenAsked(Screen::Tasks))]).into_view()}
        </div>
    };
    view(drawn.into_any())
}

fn caption(progress: String, element: String) -> Markup {
    let progress = tag("span", "question__progress", vec![words(progress)]);
    tag("span", "nhsuk-caption-m question__caption", vec![progress, words(element)])
}

fn error_summary() -> Markup {
    // A fragment link does not reach into a shadow root, so the way to the field is a button.
    let follow = link_button(text(Key::ErrorAnswer), Message::ErrorFollowed);
    let content = vec![
        tag("p", "nhsuk-error-summary__title", vec![words(text(Key::ErrorHeading))]),
        tag("div", "nhsuk-error-summary__body", vec![follow]),
    ];
    tag_with(
        "div",
        vec![
            ("class", "nhsuk-error-summary".into()),
            ("tabindex", "-1".into()),
            ("data-focus", focus::name(FocusTarget::ErrorSummary).into()),
        ],
        vec![tag_with("div", vec![("role", "alert".into())], content)],
    )
}

fn error_message() -> Markup {
    let prefix = heard(text(Key::ErrorPrefix));
    tag_with(
        "span",
        vec![("class", "nhsuk-error-message".into()), ("id", "answer-error".into())],
        vec![prefix, words(" ".into()), words(text(Key::ErrorAnswer))],
    )
}

/// The described levels, lowest first, then "or" and "I do not know".
fn answers(indicator: IndicatorPosition, options: Vec<AnswerOption>, state: Memo<QuestionState>) -> Markup {
    let dont_know = options.len();
    let mut children: Vec<Markup> = options
        .into_iter()
        .enumerate()
        .map(|(number, option)| answer_radio(indicator, number, option, state))
        .collect();
    children.push(tag("div", "nhsuk-radios__divider", vec![words(text(Key::QuestionOr))]));
    let option = AnswerOption { answer: Answer::DontKnow, description: text(Key::DontKnow) };
    children.push(answer_radio(indicator, dont_know, option, state));
    tag("div", "nhsuk-radios", children)
}

fn answer_radio(
    indicator: IndicatorPosition,
    number: usize,
    option: AnswerOption,
    state: Memo<QuestionState>,
) -> Markup {
    let dispatch: Dispatch = expect_context();
    let AnswerOption { answer, description } = option;
    let id = format!("answer-{number}");
    let focus = (number == 0).then(|| focus::name(FocusTarget::FirstAnswer));
    let drawn = view! {
        <div class="nhsuk-radios__item">
            <input
                class="nhsuk-radios__input"
                type="radio"
                name="answer"
                id=id.clone()
                data-focus=focus
                prop:checked=move || state.with(|state| state.answer == Some(answer))
                on:change=move |_| dispatch.send(Message::AnswerChosen(indicator, answer))
            />
            <label class="nhsuk-label nhsuk-radios__label" for=id>{description}</label>
        </div>
    };
    view(drawn.into_any())
}

/// A private note, folded away until it is wanted.
fn note_field(indicator: IndicatorPosition, note: String, state: Memo<QuestionState>) -> Markup {
    let dispatch: Dispatch = expect_context();
    let hint = live(move || {
        words(text(match state.with(|state| state.keeping) {
            Keeping::Device => Key::QuestionNoteHintKept,
            Keeping::MemoryByChoice | Keeping::MemoryByForce => Key::QuestionNoteHintNotKept,
        }))
    });
    let change = move |event| dispatch.send(Message::NoteChanged(indicator, event_target_value(&event)));
    let is_open = !note.is_empty();
    let drawn = view! {
        <details class="nhsuk-details" open=is_open>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{text(Key::QuestionNote)}</span>
            </summary>
            <div class="nhsuk-details__text">
                <label class="nhsuk-label" for="note">{text(Key::QuestionNoteLabel)}</label>
                <div class="nhsuk-hint" id="note-hint">{hint.into_view()}</div>
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
    };
    view(drawn.into_any())
}
