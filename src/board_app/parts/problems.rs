use super::super::Dispatch;
use crate::components::{error_summary, link_button};
use crate::markup::{Markup, list, live, nothing};
use assessment::board_app::{Field, Message, Model, view};
use assessment::lists::Listed as _;
use assessment::text::BoardKey;
use leptos::prelude::*;

/// Says at the top of a screen what is wrong with the fields on it.
pub(in crate::board_app) fn problems() -> Markup {
    let dispatch: Dispatch = expect_context();
    let problems = dispatch.project(explained);
    live(move || match problems.get() {
        problems if problems.is_empty() => nothing(),
        problems => error_summary(BoardKey::ErrorHeading, links(problems)),
    })
}

fn explained(model: &Model) -> Vec<(Field, String)> {
    model.problems().iter().map(|problem| (problem.field(), view::explain(model, problem))).listed()
}

/// A fragment link does not reach into a shadow root, so the way to a field is a button.
fn links(problems: Vec<(Field, String)>) -> Markup {
    let link = |(field, problem)| link_button(problem, Message::ErrorFollowed(field));
    list("nhsuk-error-summary__list", problems.into_iter().map(link).listed())
}
