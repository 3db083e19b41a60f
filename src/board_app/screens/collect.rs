use super::super::parts::{
    TextField, announced, back_link, file_field, folded, form, problems, role_radios, unfolding,
};
use super::super::{Dispatch, IsReading};
use crate::components::{
    HeadingSize, Look, button, button_row, focusable_heading, link_button, link_button_about, paragraph_of,
    say, screen, screen_heading, section_heading,
};
use crate::markup::{Markup, list, live, nothing, tag, words};
use crate::platform::{many_files, random};
use crate::projection::Projection;
use crate::words::{fill, number, text};
use assessment::board_app::view::{
    self, CollectView, LogGroup, LogLine, ResponseLine, ToldView, VersionLine,
};
use assessment::board_app::{Field, FocusTarget, Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Responses come in: as files, as codes, or typed from paper.
pub(super) fn collect() -> Markup {
    let dispatch: Dispatch = expect_context();
    let collect = dispatch.project(view::collect);
    let Some(now) = collect.get_untracked() else { return nothing() };
    let responses = collect.map(|view| of(view, |view| view.responses.clone()));
    let is_too_many = collect.map(|view| of(view, |view| view.is_too_many));
    let (closed, none) = if now.is_closed {
        (paragraph_of(BoardKey::CollectClosed), BoardKey::CollectInNoneLate)
    } else {
        (nothing(), BoardKey::CollectInNone)
    };
    let on = button(Look::Primary, text(BoardKey::CollectContinue), Message::ScreenAsked(Screen::Round));
    screen([
        back_link(),
        problems(),
        screen_heading(HeadingSize::Large, text(BoardKey::CollectHeading)),
        closed,
        tag("p", "board__count", [live(move || words(responses.get().unwrap_or_default()))]),
        live(move || {
            if is_too_many.get() == Some(true) { paragraph_of(BoardKey::ResponsesTooMany) } else { nothing() }
        }),
        log(collect),
        files(),
        reading(collect),
        pasted(),
        paper(&now),
        responses_in(collect, none),
        button_row([on]),
    ])
}

/// What the screen shows, worked out once for all of its parts, because a log may have a thousand lines.
type Shown = Projection<Option<CollectView>>;

/// A part of what the screen shows.
fn of<T>(view: &Option<CollectView>, part: impl Fn(&CollectView) -> T) -> Option<T> {
    view.as_ref().map(part)
}

fn files() -> Markup {
    let input = tag("input", "file-field", [])
        .with("accept", ".json,.jsonl,.txt,application/json,text/plain")
        .with("multiple", "")
        .on("change", read_files());
    let read = read_files();
    let field =
        file_field(Field::RoundFile, BoardKey::CollectFilesLabel, text(BoardKey::CollectFilesHint), input);
    // Without this a browser shows a dropped file in the place of the page.
    tag("div", "board__drop", [field]).on("dragover", |event| event.prevent_default()).on(
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
        // One reading at a time, so that each response has its own line.
        if is_reading.get_value() {
            return many_files::forget_chosen(&event);
        }
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
            move || {
                is_reading.try_set_value(false);
                dispatch.send(Message::ReadingEnded);
            },
        );
    }
}

/// How far the reading is. Only its words and its bar change with each file, so that the button stays where it
/// is and can be pressed.
fn reading(collect: Shown) -> Markup {
    let reading = collect.map(|view| of(view, |view| view.reading));
    let is_reading = reading.map(|reading| reading.flatten().is_some());
    let [done, files] = [|(done, _): (usize, usize)| done, |(_, files): (usize, usize)| files]
        .map(|number| move || reading.get().flatten().map(number).unwrap_or_default());
    let said = move || {
        let [done, files] = [done(), files()].map(number::<BoardKey>);
        fill(BoardKey::CollectReading, &[("done", &done), ("files", &files)])
    };
    let shown = live(move || {
        if !is_reading.get() {
            return nothing();
        }
        let bar = tag("progress", "board__progress", [])
            .with_live("max", move || files().to_string())
            .with_live("value", move || done().to_string())
            .with_live("aria-label", said);
        let stop = button(Look::Secondary, text(BoardKey::CollectCancel), Message::CancelAsked);
        let said = tag("p", "nhsuk-body", [live(move || words(said()))]);
        tag("div", "", [said, bar, button_row([stop])])
    });
    tag("div", "", [shown])
}

fn pasted() -> Markup {
    let mut field =
        TextField::new(Field::Pasted, BoardKey::CollectPasteLabel, view::pasted, Message::PastedTyped);
    field.hint = text(BoardKey::CollectPasteHint);
    field.lines = 4;
    let add = tag("button", "nhsuk-button nhsuk-button--secondary", [say(BoardKey::CollectPasteAdd)])
        .with("type", "submit");
    form(vec![field.draw(), add], || Message::PastedAdded)
}

fn paper(now: &CollectView) -> Markup {
    let mut field =
        TextField::new(Field::Marks, BoardKey::CollectMarksLabel, view::marks, Message::MarksTyped);
    let [questions, top] = [now.questions, now.top].map(number::<BoardKey>);
    field.hint = fill(BoardKey::CollectMarksHint, &[("questions", &questions), ("top", &top)]);
    let mut children = vec![field.draw()];
    if now.asks_role {
        children.push(role_radios(
            Field::MarksRole,
            BoardKey::CollectMarksRoleLegend,
            None,
            view::marks_role,
            Message::MarksRoleChosen,
        ));
    }
    let add = tag("button", "nhsuk-button nhsuk-button--secondary", [say(BoardKey::CollectMarksAdd)])
        .with("type", "submit");
    children.push(add);
    form(children, || Message::MarksAdded { random: random::number() })
}

/// What became of what was loaded last.
fn log(collect: Shown) -> Markup {
    let told = collect.map(|view| of(view, |view| view.told.clone()));
    live(move || match told.get().flatten() {
        None => nothing(),
        Some(ToldView { is_cancelled, versions, groups }) => {
            let target = super::super::focus_name(FocusTarget::Log);
            let title = text(BoardKey::CollectWhatHeading);
            let mut children = vec![focusable_heading(2, HeadingSize::Medium, title, &target)];
            if is_cancelled {
                children.push(paragraph_of(BoardKey::LogCancelled));
            }
            if !versions.is_empty() {
                children.push(differing(versions));
            }
            children.add_each(groups.into_iter().map(log_group));
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
        tag("div", "board__version", [words(line.source_in_words.clone()), button_row([keep, take])])
    };
    let lines = list("nhsuk-list", versions.into_iter().map(line).listed());
    let lead = paragraph_of(BoardKey::CollectVersionsLead);
    tag("div", "notice", [section_heading(BoardKey::CollectVersionsHeading), lead, lines])
}

/// What was taken is folded away.
fn log_group(group: LogGroup) -> Markup {
    if group.is_wrong {
        return folded(group.heading.clone(), vec![log_lines(&group)]).with("open", "");
    }
    let heading = group.heading.clone();
    unfolding(heading, move || log_lines(&group))
}

fn log_lines(group: &LogGroup) -> Markup {
    let line = |line: &LogLine| {
        let source = tag("strong", "", [words(line.source.clone())]);
        tag("span", "", [source, words(format!(" {}", line.outcome))])
    };
    let lines = list("nhsuk-list", group.lines.iter().map(line).listed());
    // What scrolls must take the focus to be scrolled by keyboard.
    tag("div", "board__log-lines", [lines])
        .with("role", "group")
        .with("aria-label", &group.heading)
        .with("tabindex", "0")
}

/// The responses that can still be taken out. `none` is said if there are none.
fn responses_in(collect: Shown, none: BoardKey) -> Markup {
    let shown = collect.map(|view| of(view, |view| (view.is_summed, view.removable.clone())));
    let taken_out = collect.map(|view| of(view, |view| view.taken_out.clone()));
    let target = super::super::focus_name(FocusTarget::Responses);
    let lines = live(move || match shown.get() {
        None => nothing(),
        Some((true, _)) => paragraph_of(BoardKey::CollectInSummed),
        Some((_, removable)) if removable.is_empty() => paragraph_of(none),
        Some((_, removable)) => {
            let lines = list("nhsuk-list board__responses", removable.into_iter().map(response).listed());
            tag("div", "", [paragraph_of(BoardKey::CollectInLead), lines])
        }
    });
    tag(
        "section",
        "",
        [
            focusable_heading(2, HeadingSize::Medium, text(BoardKey::CollectInHeading), &target),
            announced(move || {
                let number = taken_out.get().flatten()?;
                Some(fill(BoardKey::CollectTakenOut, &[("number", &number)]))
            }),
            live(move || match taken_out.get().flatten() {
                None => nothing(),
                Some(_) => tag("p", "", [link_button(text(BoardKey::CollectUndo), Message::RemovalUndone)]),
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
    tag("span", "board__response", [tag("code", "", [words(line.number)]), take_out])
}
