use super::{fill, text};
use crate::answers::Answer;
use crate::board::{Role, write_code};
use crate::board_app::Model;
use crate::board_app::sharing::PassedOn;
use crate::text::BoardKey;

/// What a member sees before passing on a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareView {
    /// There is nothing to pass on yet.
    NothingAnswered,
    /// The round is not known.
    RoundCode {
        /// What is typed of its code.
        typed: String,
    },
    /// Everything that a response holds, and the ways to pass it on.
    Ready(SharedView),
}

/// A response as it would be passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedView {
    /// The round's code, as members type it.
    pub round: String,
    /// How much is answered.
    pub progress: String,
    /// What it holds besides answers, each with its name.
    pub facts: Vec<(String, String)>,
    /// Each question and its answer.
    pub answers: Vec<(String, String)>,
    /// Whether the round asks for the role, and which is chosen.
    pub asks_role: bool,
    /// The role that is chosen.
    pub role: Option<Role>,
    /// The code; `None` until everything is chosen, or if there are too many questions for one.
    pub code: Option<String>,
    /// Whether there are too many questions for a code.
    pub is_too_long: bool,
    /// How it was passed on last.
    pub passed_on: Option<PassedOn>,
}

/// What the share screen shows.
#[must_use]
pub fn share(model: &Model) -> ShareView {
    let member = &model.member;
    if member.answered() == 0 {
        return ShareView::NothingAnswered;
    }
    let Some(invitation) = member.invitation else {
        return ShareView::RoundCode { typed: member.typed.clone() };
    };
    let response = member.response(&model.questionnaire);
    let code = response.as_ref().and_then(|response| write_code(response, &model.questionnaire));
    let role = if invitation.asks_role { Some(role_in_words(model, member.role)) } else { None };
    let mut facts = vec![
        (text(model, BoardKey::ShareFactRound), invitation.round.to_string()),
        (text(model, BoardKey::ShareFactId), member.id.map(|id| id.to_string()).unwrap_or_default()),
        (text(model, BoardKey::ShareFactQuestions), model.questionnaire.fingerprint().to_string()),
        (text(model, BoardKey::ShareFactFormat), "1".into()),
    ];
    facts.extend(role.map(|role| (text(model, BoardKey::ShareFactRole), role)));
    ShareView::Ready(SharedView {
        round: invitation.to_string(),
        progress: progress(model),
        facts,
        answers: answers(model),
        asks_role: invitation.asks_role,
        role: member.role,
        is_too_long: response.is_some() && code.is_none(),
        code,
        passed_on: member.passed_on,
    })
}

fn progress(model: &Model) -> String {
    let (answered, all) = (model.member.answered(), model.questionnaire.indicators().len());
    let key = if answered == all { BoardKey::ShareAnsweredAll } else { BoardKey::ShareAnswered };
    fill(model, key, &[("count", &model.catalogue.number(answered)), ("of", &model.catalogue.number(all))])
}

fn role_in_words(model: &Model, role: Option<Role>) -> String {
    text(
        model,
        match role {
            None => BoardKey::RoleNotChosen,
            Some(Role::Executive) => BoardKey::RoleExecutive,
            Some(Role::NonExecutive) => BoardKey::RoleNonExecutive,
        },
    )
}

fn answers(model: &Model) -> Vec<(String, String)> {
    let scale = model.questionnaire.scale();
    let in_words = |answer: &Option<Answer>| match answer {
        Some(Answer::Level(level)) => format!("{} {}", level.number(), scale.name(*level)),
        Some(Answer::DontKnow) => text(model, BoardKey::DoNotKnow),
        None => text(model, BoardKey::NotAnswered),
    };
    let titles = model.questionnaire.indicators().iter().map(|indicator| indicator.title.clone());
    titles.zip(model.member.answers.iter().map(in_words)).collect()
}
