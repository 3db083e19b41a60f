use crate::app::Dispatch;
use crate::components::{
    HeadingSize, Look, back_link, button, button_doing, button_row, done_notice, error_summary, link_button,
    paragraph_of, say, screen, screen_heading, section_heading,
};
use crate::markup::{Markup, list, live, nothing, strong_paragraph, tag, words};
use crate::platform::files::Unread;
use crate::platform::{clock, files, focus};
use crate::projection::Projection;
use crate::words::{fill, text};
use assessment::app::view::{self, UnreadView, YourDataView};
use assessment::app::{FocusTarget, Keeping, Message, Screen};
use assessment::lists::{AddEach as _, Listed as _};
use assessment::persist::{CopyProblem, LARGEST_COPY};
use assessment::text::Key;
use leptos::prelude::*;

/// What is stored and where, with a copy to download or load.
pub(super) fn your_data() -> Markup {
    let dispatch: Dispatch = expect_context();
    let language = dispatch.read(|model| model.language().to_owned());
    let data = dispatch.project(view::your_data);
    // What is stored is read again on the way here, so it stays the same while this is shown.
    let now = data.get_untracked();
    let done = data.map(|data| data.sealing.and_then(|sealing| sealing.done));
    let not_removed = data.map(|data| data.sealing.and_then(|sealing| sealing.problem));
    let mut children = vec![
        back_link(Key::Back, Message::BackAsked),
        live(move || data.with(|data| data.problem.clone()).map_or_else(nothing, problem)),
        live(move || {
            not_removed.get().map_or_else(nothing, |problem| error_summary(Key::ErrorHeading, say(problem)))
        }),
        screen_heading(HeadingSize::Large, text(Key::DataHeading)),
        tag(
            "div",
            "",
            [
                live(move || data.with(|data| data.loaded.clone()).map_or_else(nothing, done_notice)),
                live(move || done.get().map_or_else(nothing, |done| done_notice(text(done)))),
            ],
        )
        .with("role", "status"),
    ];
    children.add_each(what_is_there(&now));
    children.add_each([
        section_heading(Key::DataDownloadHeading),
        paragraph_of(Key::DataDownloadHint),
        live(move || data.with(|data| last_download(data, &language))),
        if now.has_something { download() } else { nothing() },
        section_heading(Key::DataLoadHeading),
        load(),
    ]);
    let state = data.map(|data| data.sealing.map(|sealing| sealing.state));
    children.push(live(move || state.get().map_or_else(nothing, |state| about_passphrase(state, data))));
    let names = names(&now);
    children.add_each(unread(now.unread));
    if now.has_something || now.has_board {
        children.add_each(delete());
    }
    children.add_each(names);
    screen(children)
}

fn problem(problem: String) -> Markup {
    error_summary(Key::ErrorHeading, link_button(problem, Message::ErrorFollowed))
}

/// What can be done about a passphrase. The buttons stay while they are at work, so that the focus has a place.
fn about_passphrase(state: Key, data: Projection<YourDataView>) -> Markup {
    let way = |key, message| button(Look::Secondary, text(key), message);
    let to_form = |key| way(key, Message::ScreenAsked(Screen::Passphrase));
    let ways = match state {
        Key::DataPassphraseNone => vec![to_form(Key::DataPassphraseSet)],
        Key::DataPassphraseSealed => {
            let may_lock = data.map(|data| data.sealing.is_some_and(|sealing| sealing.may_lock));
            let lock = move || {
                if may_lock.get() { way(Key::DataLock, Message::LockAsked) } else { nothing() }
            };
            let remove = way(Key::DataPassphraseRemove, Message::PassphraseRemoved);
            vec![live(lock), to_form(Key::DataPassphraseChange), remove]
        }
        _ => Vec::new(),
    };
    let is_under_way = data.map(|data| data.sealing.is_some_and(|sealing| sealing.is_under_way));
    let status = live(move || if is_under_way.get() { say(Key::PassphraseUnderWay) } else { nothing() });
    tag(
        "div",
        "",
        [
            section_heading(Key::DataPassphraseHeading),
            paragraph_of(state),
            button_row(ways),
            tag("p", "nhsuk-body", [status]).with("role", "status"),
        ],
    )
}

fn what_is_there(data: &YourDataView) -> [Markup; 4] {
    let place = match data.keeping {
        Keeping::Device => Key::DataWhereDevice,
        Keeping::Tab => Key::DataWhereTab,
        Keeping::MemoryByChoice | Keeping::MemoryByPage => Key::DataWhereNotKept,
        Keeping::MemoryByForce => Key::DataWhereBlocked,
    };
    let forgetful = if data.is_forgetful { paragraph_of(Key::DataForgetful) } else { nothing() };
    let mut there = vec![words(data.progress.clone()), words(data.notes.clone())];
    if data.has_board {
        there.push(say(Key::DataBoard));
    }
    [paragraph_of(place), forgetful, section_heading(Key::DataWhatHeading), list("nhsuk-list", there)]
}

/// Where in the browser it is, and under which names.
fn names(data: &YourDataView) -> Vec<Markup> {
    let where_they_are = match data.keeping {
        Keeping::Device => Key::DataNamesDevice,
        Keeping::Tab => Key::DataNamesTab,
        Keeping::MemoryByChoice | Keeping::MemoryByPage | Keeping::MemoryByForce => return Vec::new(),
    };
    let title = section_heading(Key::DataNamesHeading);
    vec![title, paragraph_of(where_they_are), keys(vec![data.prefix.clone()])]
}

fn last_download(data: &YourDataView, language: &str) -> Markup {
    let Some(moment) = data.last_download else {
        let never = if data.has_something { Key::DataDownloadedNever } else { Key::DataNothing };
        return strong_paragraph(text(never));
    };
    let mut said = fill(Key::DataDownloaded, &[("moment", &clock::spoken(moment, language))]);
    if data.has_changed {
        said = [&said, " ", &text(Key::DataDownloadedBefore)].concat();
    }
    strong_paragraph(said)
}

/// A button that hands over the copy.
pub(super) fn download() -> Markup {
    let dispatch: Dispatch = expect_context();
    let download = move || dispatch.send(Message::DownloadAsked(clock::now()));
    button_doing(Look::Secondary, text(Key::DataDownload), download)
}

fn load() -> Markup {
    let dispatch: Dispatch = expect_context();
    let field = tag("input", "file-field", [])
        .with("id", "copy")
        .with("type", "file")
        .with("accept", ".json,application/json")
        .with("data-focus", focus::name(FocusTarget::Field))
        .with("aria-describedby", "copy-hint")
        .on("change", move |event| {
            files::read_chosen(&event, LARGEST_COPY, move |file, text| {
                let text = text.map_err(|unread| match unread {
                    Unread::TooLarge => CopyProblem::TooLarge,
                    Unread::Unreadable => CopyProblem::Unreadable,
                });
                dispatch.send(Message::CopyChosen { file, text });
            });
        });
    let label = tag("label", "nhsuk-label", [say(Key::DataLoadLabel)]).with("for", "copy");
    let hint = tag("div", "nhsuk-hint", [say(Key::DataLoadHint)]).with("id", "copy-hint");
    tag("div", "nhsuk-form-group", [label, hint, field])
}

fn unread(kinds: Vec<UnreadView>) -> Vec<Markup> {
    if kinds.is_empty() {
        return Vec::new();
    }
    let title = section_heading(Key::DataUnreadHeading);
    let mut children = vec![title, paragraph_of(Key::DataUnread)];
    children.add_each(kinds.into_iter().flat_map(|kind| [paragraph_of(kind.explanation), keys(kind.keys)]));
    children
}

/// Names of what is stored, one below the other.
pub(super) fn keys(keys: Vec<String>) -> Markup {
    list("your-data__list your-data__keys", keys.into_iter().map(words).listed())
}

fn delete() -> [Markup; 2] {
    let delete = link_button(text(Key::StartDelete), Message::ScreenAsked(Screen::Delete));
    [section_heading(Key::DataDeleteHeading), tag("p", "", [delete])]
}
