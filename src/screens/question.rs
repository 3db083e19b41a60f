use crate::app::Dispatch;
use crate::components::{
    HeadingSize, asked, back_link, button_row, disclosure, error_message, error_summary, heading,
    link_button, link_list, say,
};
use crate::markup::{Markup, live, nothing, tag, words};
use crate::platform::focus;
use crate::projection::Projection;
use crate::words::text;
use assessment::answers::Answer;
use assessment::app::view::{self, AnswerOption, QuestionState, QuestionView};
use assessment::app::{FocusTarget, Keeping, Message, Screen};
use assessment::lists::Listed as _;
use assessment::persist::LONGEST_NOTE;
use assessment::questionnaire::IndicatorPosition;
use assessment::text::Key;
use leptos::prelude::*;

/// One question with its described levels.
pub(super) fn question(indicator: IndicatorPosition) -> Markup {
    let dispatch: Dispatch = expect_context();
    let question = dispatch.read(|model| view::question(model, indicator));
    let note = dispatch.project(move |model| view::note(model, indicator));
    let state = dispatch.project(move |model| view::question_state(model, indicator));
    let is_missing = state.map(|state| state.is_answer_missing);
    let form = vec![
        answer_group(question, state, is_missing),
        note_field(indicator, note, state),
        tag("p", "question__saved", [live(move || saved(state))])
            .with("role", "status")
            .with_live("aria-live", move || {
                if state.with(|state| state.is_saving_told) { "polite" } else { "off" }.into()
            }),
        button_row([
            tag("button", "nhsuk-button", [say(Key::QuestionContinue)]).with("type", "submit"),
            link_button(text(Key::QuestionSkip), Message::SkipAsked),
        ]),
    ];
    // Browsers store what stands in a form to bring it back, unless they are told not to.
    let form =
        tag("form", "", form).with("novalidate", "").with("autocomplete", "off").on("submit", move |event| {
            event.prevent_default();
            dispatch.send(Message::ContinueAsked);
        });
    let all_elements = link_button(text(Key::QuestionAllElements), Message::ScreenAsked(Screen::Tasks));
    tag(
        "div",
        "screen question",
        [
            back_link(Key::Back, Message::BackAsked),
            live(move || if is_missing.get() { missing_answer() } else { nothing() }),
            form,
            link_list([all_elements]),
        ],
    )
}

fn answer_group(
    question: QuestionView,
    state: Projection<QuestionState>,
    is_missing: Projection<bool>,
) -> Markup {
    let legend = vec![
        caption(question.progress, question.element),
        asked(heading(1, HeadingSize::AsAround("nhsuk-fieldset__heading"), question.question))
            .with("part", "heading"),
    ];
    let fieldset = vec![
        tag("legend", "nhsuk-fieldset__legend", legend),
        tag("div", "nhsuk-hint", [say(Key::QuestionHint)]).with("id", "answer-hint"),
        live(move || if is_missing.get() { answer_missing() } else { nothing() }),
        answers(question.indicator, question.options, state),
    ];
    // It takes the focus in place of its heading, whose words a screen reader would say twice: as the name of the
    // group, and again as the heading in it.
    let fieldset = tag("fieldset", "nhsuk-fieldset", fieldset)
        .with("tabindex", "-1")
        .with("data-focus", focus::HEADING)
        .with_live("aria-describedby", move || {
            if is_missing.get() { "answer-hint answer-error" } else { "answer-hint" }.into()
        });
    tag("div", "", [fieldset]).with_live("class", move || {
        if is_missing.get() { "nhsuk-form-group nhsuk-form-group--error" } else { "nhsuk-form-group" }.into()
    })
}

fn saved(state: Projection<QuestionState>) -> Markup {
    if state.with(|state| state.is_saving) {
        return say(Key::QuestionSaving);
    }
    match state.with(|state| (state.is_saved, state.keeping)) {
        (false, _) => nothing(),
        (true, Keeping::Tab) => say(Key::QuestionSavedInTab),
        (true, _) => say(Key::QuestionSaved),
    }
}

fn caption(progress: String, element: String) -> Markup {
    let progress = tag("span", "question__progress", [words(progress)]);
    tag("span", "nhsuk-caption-m question__caption", [progress, asked(tag("span", "", [words(element)]))])
}

fn missing_answer() -> Markup {
    // A fragment link does not reach into a shadow root, so the way to the field is a button.
    let follow = link_button(text(Key::ErrorAnswer), Message::ErrorFollowed);
    error_summary(
        Key::ErrorHeading,
        button_row([follow, link_button(text(Key::QuestionSkip), Message::SkipAsked)]),
    )
}

fn answer_missing() -> Markup {
    error_message(Key::ErrorPrefix, text(Key::ErrorAnswer), "answer-error")
}

/// The described levels, lowest first, then "or" and "I do not know".
fn answers(
    indicator: IndicatorPosition,
    options: Vec<AnswerOption>,
    state: Projection<QuestionState>,
) -> Markup {
    let dont_know = AnswerOption { answer: Answer::DontKnow, description: text(Key::DontKnow) };
    let last = options.len();
    let mut children: Vec<Markup> = options
        .into_iter()
        .enumerate()
        .map(|(number, option)| answer_radio(indicator, number, option, state))
        .listed();
    children.push(tag("div", "nhsuk-radios__divider", [say(Key::QuestionOr)]));
    children.push(answer_radio(indicator, last, dont_know, state));
    tag("div", "nhsuk-radios", children)
}

fn answer_radio(
    indicator: IndicatorPosition,
    number: usize,
    option: AnswerOption,
    state: Projection<QuestionState>,
) -> Markup {
    let dispatch: Dispatch = expect_context();
    let AnswerOption { answer, description } = option;
    let id = ["answer-", &number.to_string()].concat();
    let mut radio = tag("input", "nhsuk-radios__input", [])
        .with("type", "radio")
        .with("name", "answer")
        .with("id", &id)
        .with_checked(move || state.with(|state| state.answer == Some(answer)))
        .on("change", move |_| dispatch.send(Message::AnswerChosen(indicator, answer)));
    if number == 0 {
        radio = radio.with("data-focus", focus::name(FocusTarget::Field));
    }
    let label = tag("label", "nhsuk-label nhsuk-radios__label", [words(description)]).with("for", &id);
    let label = if answer == Answer::DontKnow { label } else { asked(label) };
    tag("div", "nhsuk-radios__item", [radio, label])
}

/// A private note, folded away until it is wanted.
fn note_field(
    indicator: IndicatorPosition,
    note: Projection<String>,
    state: Projection<QuestionState>,
) -> Markup {
    let dispatch: Dispatch = expect_context();
    let hint = live(move || {
        let is_stored = state.with(|state| state.keeping.is_stored());
        words(text(if is_stored { Key::QuestionNoteHintKept } else { Key::QuestionNoteHintNotKept }))
    });
    let is_open = note.with_untracked(|note| !note.is_empty());
    let field = tag("textarea", "nhsuk-textarea", [])
        .with("id", "note")
        .with("rows", "4")
        .with("maxlength", &LONGEST_NOTE.to_string())
        .with("aria-describedby", "note-hint")
        .with_value(move || note.get())
        .on("input", move |event| {
            dispatch.send(Message::NoteChanged(indicator, event_target_value(&event)));
        });
    let content = vec![
        tag("label", "nhsuk-label", [say(Key::QuestionNoteLabel)]).with("for", "note"),
        tag("div", "nhsuk-hint", [hint]).with("id", "note-hint"),
        field,
    ];
    let summary = tag("span", "nhsuk-details__summary-text", [say(Key::QuestionNote)]);
    let details = disclosure("nhsuk-details", summary, content);
    if is_open { details.with("open", "") } else { details }
}
