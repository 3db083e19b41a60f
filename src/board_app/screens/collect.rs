use super::super::parts::{TextField, announced, back_link, file_field, folded, form, problems, role_radios};
use super::super::{Dispatch, IsReading};
use crate::components::{
    HeadingSize, Look, button, button_row, focusable_heading, link_button, link_button_about, paragraph_of,
    say, screen, screen_heading, section_heading,
};
use crate::markup::{Markup, list, live, nothing, paragraph, tag, words};
use crate::platform::{many_files, random};
use crate::words::{fill, text};
use assessment::board_app::view::{self, CollectView, LogGroup, LogLine, ResponseLine, VersionLine};
use assessment::board_app::{Field, FocusTarget, Message, Model, Screen};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Responses come in: as files, as codes, or typed from paper.
pub(super) fn collect() -> Markup {
    let dispatch: Dispatch = expect_context();
    let Some(now) = dispatch.read(view::collect) else { return nothing() };
    let responses = of(|view| view.responses.clone());
    let closed = if now.is_closed { paragraph_of(BoardKey::CollectClosed) } else { nothing() };
    let on = button(Look::Primary, text(BoardKey::CollectContinue), Message::ScreenAsked(Screen::Round));
    screen(vec![
        back_link(),
        problems(),
        screen_heading(HeadingSize::Large, text(BoardKey::CollectHeading)),
        closed,
        tag("p", "board__count", vec![live(move || words(responses.get().unwrap_or_default()))])
            .with("role", "status"),
        log(),
        files(),
        reading(),
        pasted(),
        paper(&now),
        responses_in(),
        button_row(vec![on]),
    ])
}

/// A part of what the screen shows.
fn of<T>(part: impl Fn(&CollectView) -> T + Send + Sync + 'static) -> crate::projection::Projection<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let dispatch: Dispatch = expect_context();
    dispatch.project(move |model: &Model| view::collect(model).as_ref().map(&part))
}

fn files() -> Markup {
    let input = tag("input", "board__file", vec![])
        .with("accept", ".json,.jsonl,.txt,application/json,text/plain")
        .with("multiple", "")
        .on("change", read_files());
    let read = read_files();
    let field =
        file_field(Field::RoundFile, BoardKey::CollectFilesLabel, text(BoardKey::CollectFilesHint), input);
    // Without this a browser shows a dropped file in the place of the page.
    tag("div", "board__drop", vec![field]).on("dragover", |event| event.prevent_default()).on(
        "drop",
        move |event| {
            event.prevent_default();
            read(event);
        },
    )
}

/// Reads the files of an event, slice by slice, as long as nobody stops it.
fn read_files() -> impl Fn(web_sys::Event) + Send + 'static {
    let dispatch: Dispatch = expect_context();
    let IsReading(is_reading) = expect_context();
    move |event| {
        many_files::read(
            &event,
            move |files| {
                is_reading.set_value(true);
                dispatch.send(Message::ReadingBegun { files });
            },
            move |slice| {
                let goes_on = is_reading.try_get_value().unwrap_or(false);
                if goes_on {
                    let many_files::Slice { file, first_line, text, is_last } = slice;
                    dispatch.send(Message::SliceRead { file, first_line, text, is_last });
                }
                goes_on && is_reading.try_get_value().unwrap_or(false)
            },
            move || dispatch.send(Message::ReadingEnded),
        );
    }
}

/// How far the reading is. Only its words and its bar change with each file, so that the button stays where it
/// is and can be pressed.
fn reading() -> Markup {
    let reading = of(|view| view.reading);
    let is_reading = reading.map(|reading| reading.flatten().is_some());
    let [done, files] = [|(done, _): (usize, usize)| done, |(_, files): (usize, usize)| files]
        .map(|number| move || reading.get().flatten().map(number).unwrap_or_default().to_string());
    let said = move || fill(BoardKey::CollectReading, &[("done", &done()), ("files", &files())]);
    let shown = live(move || {
        if !is_reading.get() {
            return nothing();
        }
        let bar = tag("progress", "board__progress", vec![])
            .with_live("max", files)
            .with_live("value", done)
            .with_live("aria-label", said);
        let stop = button(Look::Secondary, text(BoardKey::CollectCancel), Message::CancelAsked);
        let said = tag("p", "nhsuk-body", vec![live(move || words(said()))]);
        tag("div", "", vec![said, bar, button_row(vec![stop])])
    });
    tag("div", "", vec![shown])
}

fn pasted() -> Markup {
    let mut field = TextField::new(
        Field::Pasted,
        BoardKey::CollectPasteLabel,
        |model| view::collect(model).map(|view| view.pasted).unwrap_or_default(),
        Message::PastedTyped,
    );
    field.hint = text(BoardKey::CollectPasteHint);
    field.lines = 4;
    let add = tag("button", "nhsuk-button nhsuk-button--secondary", vec![say(BoardKey::CollectPasteAdd)])
        .with("type", "submit");
    form(vec![field.draw(), add], || Message::PastedAdded)
}

fn paper(now: &CollectView) -> Markup {
    let mut field = TextField::new(
        Field::Marks,
        BoardKey::CollectMarksLabel,
        |model| view::collect(model).map(|view| view.marks).unwrap_or_default(),
        Message::MarksTyped,
    );
    let [questions, top] = [now.questions, now.top].map(|number| number.to_string());
    field.hint = fill(BoardKey::CollectMarksHint, &[("questions", &questions), ("top", &top)]);
    let mut children = vec![field.draw()];
    if now.asks_role {
        children.push(role_radios(
            Field::MarksRole,
            BoardKey::CollectMarksRoleLegend,
            None,
            |model| view::collect(model).and_then(|view| view.marks_role),
            Message::MarksRoleChosen,
        ));
    }
    let add = tag("button", "nhsuk-button nhsuk-button--secondary", vec![say(BoardKey::CollectMarksAdd)])
        .with("type", "submit");
    children.push(add);
    form(children, || Message::MarksAdded { random: random::number() })
}

/// What became of what was loaded last.
fn log() -> Markup {
    let told =
        of(|view| view.summary.clone().map(|summary| (summary, view.versions.clone(), view.log.clone())));
    live(move || match told.get().flatten() {
        None => nothing(),
        Some((summary, versions, log)) => {
            let target = super::super::focus_name(FocusTarget::Log);
            let title = text(BoardKey::CollectWhatHeading);
            let mut children =
                vec![focusable_heading(2, HeadingSize::Medium, title, &target), paragraph(summary)];
            if !versions.is_empty() {
                children.push(differing(versions));
            }
            children.extend(log.into_iter().map(log_group));
            tag("section", "board__log", children)
        }
    })
}

fn differing(versions: Vec<VersionLine>) -> Markup {
    let line = |line: VersionLine| {
        let choose = |label, takes_later| {
            let message = Message::VersionDecided { source: line.source, takes_later };
            link_button_about(text(label), line.source_in_words.clone(), message)
        };
        let keep = choose(BoardKey::CollectKeepEarlier, false);
        let take = choose(BoardKey::CollectTakeLater, true);
        tag("div", "board__version", vec![words(line.source_in_words.clone()), button_row(vec![keep, take])])
    };
    let lines = list("nhsuk-list", versions.into_iter().map(line).collect());
    let lead = paragraph_of(BoardKey::CollectVersionsLead);
    tag("div", "notice", vec![section_heading(BoardKey::CollectVersionsHeading), lead, lines])
}

/// What needs nothing more is folded away.
fn log_group(group: LogGroup) -> Markup {
    let line = |line: LogLine| {
        let source = tag("strong", "", vec![words(line.source)]);
        tag("span", "", vec![source, words(format!(" {}", line.outcome))])
    };
    let lines = list("nhsuk-list", group.lines.into_iter().map(line).collect());
    // What scrolls must take the focus to be scrolled by keyboard.
    let lines = tag("div", "board__log-lines", vec![lines])
        .with("role", "group")
        .with("aria-label", &group.heading)
        .with("tabindex", "0");
    let details = folded(group.heading, vec![lines]);
    if group.is_wrong { details.with("open", "") } else { details }
}

/// The responses that can still be taken out.
fn responses_in() -> Markup {
    let shown = of(|view| (view.is_closed, view.is_summed, view.removable.clone(), view.taken_out.clone()));
    let taken_out = of(|view| view.taken_out.clone());
    let target = super::super::focus_name(FocusTarget::Responses);
    let lines = live(move || match shown.get() {
        None => nothing(),
        Some((_, true, ..)) => paragraph_of(BoardKey::CollectInSummed),
        Some((_, _, removable, _)) if removable.is_empty() => paragraph_of(BoardKey::CollectInNone),
        Some((_, _, removable, _)) => {
            let lines = list("nhsuk-list board__responses", removable.into_iter().map(response).collect());
            tag("div", "", vec![paragraph_of(BoardKey::CollectInLead), lines])
        }
    });
    tag(
        "section",
        "",
        vec![
            focusable_heading(2, HeadingSize::Medium, text(BoardKey::CollectInHeading), &target),
            announced(move || {
                let number = taken_out.get().flatten()?;
                Some(fill(BoardKey::CollectTakenOut, &[("number", &number)]))
            }),
            live(move || match taken_out.get().flatten() {
                None => nothing(),
                Some(_) => {
                    tag("p", "", vec![link_button(text(BoardKey::CollectUndo), Message::RemovalUndone)])
                }
            }),
            lines,
        ],
    )
}

fn response(line: ResponseLine) -> Markup {
    let take_out = link_button_about(
        text(BoardKey::CollectTakeOut),
        line.number.clone(),
        Message::ResponseRemoved(line.id),
    );
    tag("span", "board__response", vec![tag("code", "", vec![words(line.number)]), take_out])
}
