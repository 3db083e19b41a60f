use super::{
    AgendaLine, FORMAT, LONGEST_AGENDA_LINE, LONGEST_MEETING, LONGEST_PAPER_TITLE, LONGEST_PURPOSE,
    LONGEST_RECOMMENDATION, LONGEST_ROUND_NAME, PaperWords, RoundFile, fitting,
};
use crate::board::counts::Counts;
use crate::board::draft::{Batch, Draft};
use crate::board::file;
use crate::board::picture::BoardCounts;
use crate::board::response::ResponseId;
use crate::persist::NAME;
use crate::questionnaire::{Indicator, Questionnaire};
use serde::Serialize;
use serde_json::to_string as to_json;
use std::collections::BTreeSet;

#[derive(Serialize)]
struct Document<'a> {
    product: &'static str,
    #[serde(rename = "round-file")]
    format: u64,
    questionnaire: String,
    name: String,
    board_size: Option<u32>,
    rehearsal: bool,
    round: String,
    asks_role: bool,
    threshold: u32,
    counted: Option<SumsDocument<'a>>,
    late: LateDocument<'a>,
    agenda: Option<Vec<LineDocument<'a>>>,
    paper: PaperDocument,
}

#[derive(Serialize)]
struct SumsDocument<'a> {
    ids: String,
    counts: CountsDocument<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CountsDocument<'a> {
    Together { everybody: Vec<IndicatorDocument<'a>> },
    ByRole { executive: Vec<IndicatorDocument<'a>>, non_executive: Vec<IndicatorDocument<'a>> },
}

#[derive(Serialize)]
struct IndicatorDocument<'a> {
    indicator: &'a str,
    levels: &'a [u32],
    dont_know: u32,
    unanswered: u32,
}

#[derive(Serialize)]
#[serde(untagged)]
enum LateDocument<'a> {
    Whole { responses: Vec<file::Document> },
    Summed(SumsDocument<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum LineDocument<'a> {
    Indicator(&'a str),
    Own(String),
}

#[derive(Serialize)]
struct PaperDocument {
    title: String,
    meeting: String,
    purpose: String,
    recommendation: String,
}

/// The file of a round, on one line.
///
/// Characters that nobody sees are left out of the texts, and a tab becomes a blank; so is what is beyond
/// their length, so that what is written can be read again.
///
/// # Panics
///
/// Never: it is made of texts and numbers alone.
#[must_use]
pub fn write_round(round: &RoundFile, questionnaire: &Questionnaire) -> String {
    let draft = &round.draft;
    let document = Document {
        product: NAME,
        format: FORMAT,
        questionnaire: questionnaire.fingerprint().to_string(),
        name: fitting(&round.name, LONGEST_ROUND_NAME),
        board_size: round.board_size,
        rehearsal: round.is_rehearsal,
        round: draft.round.code.to_string(),
        asks_role: draft.round.asks_role,
        threshold: draft.round.threshold.responses(),
        counted: draft.closed.as_ref().map(|closed| sums(&draft.counted, closed, questionnaire)),
        late: late(draft, questionnaire),
        agenda: round.agenda.as_ref().map(|lines| agenda(lines, questionnaire)),
        paper: paper(&round.paper),
    };
    to_json(&document).expect("texts and numbers can always be written")
}

fn late<'a>(draft: &'a Draft, questionnaire: &'a Questionnaire) -> LateDocument<'a> {
    match &draft.late {
        Batch::Whole(responses) => {
            LateDocument::Whole { responses: responses.values().map(file::document).collect() }
        }
        Batch::Summed { ids, counts } => LateDocument::Summed(sums(ids, counts, questionnaire)),
    }
}

fn sums<'a>(
    ids: &'a BTreeSet<ResponseId>,
    counts: &'a BoardCounts,
    questionnaire: &'a Questionnaire,
) -> SumsDocument<'a> {
    let of = |counts| of_indicators(counts, questionnaire);
    let counts = match counts {
        BoardCounts::Together(all) => CountsDocument::Together { everybody: of(all) },
        BoardCounts::ByRole { executive, non_executive } => {
            CountsDocument::ByRole { executive: of(executive), non_executive: of(non_executive) }
        }
    };
    SumsDocument { ids: in_one_text(ids), counts }
}

/// With a blank between each two: 100,000 texts of their own would hold the page up.
fn in_one_text(ids: &BTreeSet<ResponseId>) -> String {
    let mut text = String::with_capacity(13 * ids.len());
    for id in ids {
        if !text.is_empty() {
            text.push(' ');
        }
        id.with_digits(|digits| text.push_str(digits));
    }
    text
}

fn of_indicators<'a>(counts: &'a [Counts], questionnaire: &'a Questionnaire) -> Vec<IndicatorDocument<'a>> {
    let document = |(indicator, counts): (&'a Indicator, &'a Counts)| {
        let Counts { levels, dont_know, unanswered } = counts;
        IndicatorDocument { indicator: &indicator.id, levels, dont_know: *dont_know, unanswered: *unanswered }
    };
    questionnaire.indicators().iter().zip(counts).map(document).collect()
}

fn agenda<'a>(lines: &[AgendaLine], questionnaire: &'a Questionnaire) -> Vec<LineDocument<'a>> {
    let document = |line: &AgendaLine| match line {
        AgendaLine::Indicator(position) => LineDocument::Indicator(&questionnaire.indicator(*position).id),
        AgendaLine::Own(text) => LineDocument::Own(fitting(text, LONGEST_AGENDA_LINE)),
    };
    lines.iter().map(document).collect()
}

fn paper(words: &PaperWords) -> PaperDocument {
    PaperDocument {
        title: fitting(&words.title, LONGEST_PAPER_TITLE),
        meeting: fitting(&words.meeting, LONGEST_MEETING),
        purpose: fitting(&words.purpose, LONGEST_PURPOSE),
        recommendation: fitting(&words.recommendation, LONGEST_RECOMMENDATION),
    }
}
