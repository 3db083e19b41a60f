//! Reads the file of a round. Nothing in it is trusted.

use super::{
    AgendaLine, FORMAT, LARGEST_BOARD, LARGEST_ROUND, LONGEST_AGENDA_LINE, LONGEST_MEETING,
    LONGEST_PAPER_TITLE, LONGEST_PURPOSE, LONGEST_RECOMMENDATION, LONGEST_ROUND_NAME, PaperWords, RoundFile,
    RoundFileProblem, RoundPart, may_stand,
};
use crate::board::cell::AnonymityThreshold;
use crate::board::counts::Counts;
use crate::board::draft::{Batch, Draft, MOST_KEPT_WHOLE, Round};
use crate::board::file;
use crate::board::picture::BoardCounts;
use crate::board::response::{Response, ResponseId, RoundCode};
use crate::persist::NAME;
use crate::questionnaire::{Indicator, Questionnaire, json};
use serde_json::{Map, Value, to_value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reads the file of a round.
///
/// # Errors
///
/// What is wrong with it, and where or in which part.
pub fn read_round(text: &str, questionnaire: &Arc<Questionnaire>) -> Result<RoundFile, RoundFileProblem> {
    let mut parts = Parts::of(text, questionnaire)?;
    let round = Round {
        code: parts.read(RoundPart::Code, |value| read_code(&value))?,
        asks_role: parts.read(RoundPart::Roles, |value| value.as_bool())?,
        threshold: parts.read(RoundPart::Threshold, |value| AnonymityThreshold::new(number(&value)?))?,
    };
    let reader = DraftReader { questionnaire, round: &round };
    let counted = parts.read(RoundPart::Counted, |value| reader.counted(value))?;
    let late = parts.read(RoundPart::Late, |value| reader.late(value, counted.as_ref()))?;
    let (closed, counted) = counted.map(|sums| (sums.counts, sums.ids)).unzip();
    let draft = Draft {
        questionnaire: questionnaire.clone(),
        round,
        closed,
        late,
        counted: counted.unwrap_or_default(),
    };
    let file = RoundFile {
        name: parts.read(RoundPart::Name, |value| read_text(&value, LONGEST_ROUND_NAME))?,
        board_size: parts.read(RoundPart::BoardSize, |value| read_board_size(&value))?,
        is_rehearsal: parts.read(RoundPart::Rehearsal, |value| value.as_bool())?,
        draft,
        agenda: parts.read(RoundPart::Agenda, |value| read_agenda(value, questionnaire))?,
        paper: parts.read(RoundPart::Paper, read_paper)?,
    };
    parts.end()?;
    Ok(file)
}

/// What has not been read yet of the file.
struct Parts(Fields);

impl Parts {
    /// Everything after what tells the kind of the file.
    fn of(text: &str, questionnaire: &Questionnaire) -> Result<Parts, RoundFileProblem> {
        if text.len() > LARGEST_ROUND {
            return Err(RoundFileProblem::TooLarge);
        }
        let json = json::parse(text.trim_start_matches('\u{feff}'))
            .map_err(|error| RoundFileProblem::NotJson { line: error.line(), column: error.column() })?;
        let (Value::Object(fields), []) = (json.value, &json.repeated[..]) else {
            return Err(RoundFileProblem::NotARound);
        };
        let mut fields = Fields(fields);
        if fields.take("product").as_ref().and_then(Value::as_str) != Some(NAME) {
            return Err(RoundFileProblem::NotARound);
        }
        match fields.take("round-file").as_ref().and_then(Value::as_u64) {
            Some(FORMAT) => {}
            Some(newer) if newer > FORMAT => return Err(RoundFileProblem::Newer),
            _ => return Err(RoundFileProblem::NotARound),
        }
        let mut parts = Parts(fields);
        let fingerprint =
            parts.read(RoundPart::Questionnaire, |value| value.as_str().map(ToOwned::to_owned))?;
        if fingerprint != questionnaire.fingerprint().to_string() {
            return Err(RoundFileProblem::OtherQuestions);
        }
        Ok(parts)
    }

    fn read<T>(
        &mut self,
        part: RoundPart,
        read: impl FnOnce(Value) -> Option<T>,
    ) -> Result<T, RoundFileProblem> {
        self.0.take(part.field()).and_then(read).ok_or(RoundFileProblem::Damaged { part })
    }

    fn end(self) -> Result<(), RoundFileProblem> {
        self.0.end().ok_or(RoundFileProblem::Damaged { part: RoundPart::Unknown })
    }
}

/// What has not been read yet of an object.
struct Fields(Map<String, Value>);

impl Fields {
    fn of(value: Value) -> Option<Fields> {
        if let Value::Object(fields) = value { Some(Fields(fields)) } else { None }
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    /// `None` if there is something that nobody asked for.
    fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// Ids, and the counts of their responses.
struct Sums {
    ids: BTreeSet<ResponseId>,
    counts: BoardCounts,
}

struct DraftReader<'a> {
    questionnaire: &'a Questionnaire,
    round: &'a Round,
}

impl DraftReader<'_> {
    #[expect(clippy::option_option, reason = "that nothing is counted may be read or not")]
    fn counted(&self, value: Value) -> Option<Option<Sums>> {
        if value.is_null() {
            return Some(None);
        }
        let sums = self.sums(value)?;
        let responses = u32::try_from(sums.ids.len()).ok()?;
        let is_right =
            responses >= self.round.threshold.responses() && sums.counts.responses() == Some(sums.ids.len());
        is_right.then_some(Some(sums))
    }

    fn late(&self, value: Value, counted: Option<&Sums>) -> Option<Batch> {
        let is_counted = |id: &ResponseId| counted.is_some_and(|counted| counted.ids.contains(id));
        if value.get("responses").is_some() {
            let whole = self.whole(value)?;
            return (!whole.keys().any(is_counted)).then_some(Batch::Whole(whole));
        }
        let Sums { ids, counts } = self.sums(value)?;
        let responses = ids.len() + counted.map_or(0, |counted| counted.ids.len());
        let is_right = ids.len() > MOST_KEPT_WHOLE
            && !ids.iter().any(is_counted)
            && counts.responses() == Some(responses)
            && counted.is_none_or(|counted| counts.include(&counted.counts));
        is_right.then_some(Batch::Summed { ids, counts })
    }

    fn whole(&self, value: Value) -> Option<BTreeMap<ResponseId, Response>> {
        let mut fields = Fields::of(value)?;
        let Value::Array(items) = fields.take("responses")? else { return None };
        fields.end()?;
        let mut responses = BTreeMap::new();
        for item in items {
            let response = self.response(&item)?;
            if responses.insert(response.id, response).is_some() {
                return None;
            }
        }
        (responses.len() <= MOST_KEPT_WHOLE).then_some(responses)
    }

    fn response(&self, value: &Value) -> Option<Response> {
        let response = file::read_document(value.as_object()?, self.questionnaire).ok()?;
        let is_of_round =
            response.round == self.round.code && response.role.is_some() == self.round.asks_role;
        // A response by itself may have fields that only a later version knows; here all are known.
        let is_all = to_value(file::document(&response)).is_ok_and(|written| written == *value);
        (is_of_round && is_all).then_some(response)
    }

    fn sums(&self, value: Value) -> Option<Sums> {
        let mut fields = Fields::of(value)?;
        let sums =
            Sums { ids: read_ids(&fields.take("ids")?)?, counts: self.board_counts(fields.take("counts")?)? };
        fields.end()?;
        Some(sums)
    }

    fn board_counts(&self, value: Value) -> Option<BoardCounts> {
        let mut fields = Fields::of(value)?;
        let mut read = |name| read_counts(fields.take(name)?, self.questionnaire);
        let counts = if self.round.asks_role {
            BoardCounts::ByRole { executive: read("executive")?, non_executive: read("non_executive")? }
        } else {
            BoardCounts::Together(read("everybody")?)
        };
        fields.end()?;
        Some(counts)
    }
}

/// The counts of every indicator, in the order of the questionnaire.
fn read_counts(value: Value, questionnaire: &Questionnaire) -> Option<Vec<Counts>> {
    let Value::Array(items) = value else { return None };
    let indicators = questionnaire.indicators();
    if items.len() != indicators.len() {
        return None;
    }
    let levels = questionnaire.scale().count();
    items.into_iter().zip(indicators).map(|(item, indicator)| of_indicator(item, indicator, levels)).collect()
}

fn of_indicator(value: Value, indicator: &Indicator, levels: usize) -> Option<Counts> {
    let mut fields = Fields::of(value)?;
    if fields.take("indicator")? != indicator.id {
        return None;
    }
    let counts = Counts {
        levels: fields.take("levels")?.as_array()?.iter().map(read_count).collect::<Option<_>>()?,
        dont_know: read_count(&fields.take("dont_know")?)?,
        unanswered: read_count(&fields.take("unanswered")?)?,
    };
    fields.end()?;
    (counts.levels.len() == levels).then_some(counts)
}

/// A count is at most one for each byte of the file, so that no sum of counts runs over.
fn read_count(value: &Value) -> Option<u32> {
    number(value).filter(|count| usize::try_from(*count).is_ok_and(|count| count <= LARGEST_ROUND))
}

fn number(value: &Value) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

fn read_ids(value: &Value) -> Option<BTreeSet<ResponseId>> {
    let mut ids = BTreeSet::new();
    for id in value.as_str()?.split(' ') {
        if !ids.insert(ResponseId::parse(id)?) {
            return None;
        }
    }
    Some(ids)
}

/// Only as it is written: a person may type a code in many ways, a file has one.
fn read_code(value: &Value) -> Option<RoundCode> {
    let text = value.as_str()?;
    RoundCode::parse(text).filter(|code| code.to_string() == text)
}

#[expect(clippy::option_option, reason = "that no size was said may be read or not")]
fn read_board_size(value: &Value) -> Option<Option<u32>> {
    if value.is_null() {
        return Some(None);
    }
    number(value).filter(|size| (1..=LARGEST_BOARD).contains(size)).map(Some)
}

#[expect(clippy::option_option, reason = "that the agenda is the drawn one may be read or not")]
fn read_agenda(value: Value, questionnaire: &Questionnaire) -> Option<Option<Vec<AgendaLine>>> {
    match value {
        Value::Null => Some(None),
        Value::Array(items) => read_lines(items, questionnaire).map(Some),
        _ => None,
    }
}

fn read_lines(items: Vec<Value>, questionnaire: &Questionnaire) -> Option<Vec<AgendaLine>> {
    let indicators = questionnaire.indicator_positions();
    let mut unused: BTreeMap<&str, _> =
        indicators.map(|position| (questionnaire.indicator(position).id.as_str(), position)).collect();
    let line = |item| {
        let mut fields = Fields::of(item)?;
        let line = match (fields.take("indicator"), fields.take("own")) {
            (Some(id), None) => AgendaLine::Indicator(unused.remove(id.as_str()?)?),
            (None, Some(text)) => AgendaLine::Own(read_text(&text, LONGEST_AGENDA_LINE)?),
            _ => return None,
        };
        fields.end()?;
        Some(line)
    };
    items.into_iter().map(line).collect()
}

fn read_paper(value: Value) -> Option<PaperWords> {
    let mut fields = Fields::of(value)?;
    let mut read = |name, longest| read_text(&fields.take(name)?, longest);
    let words = PaperWords {
        title: read("title", LONGEST_PAPER_TITLE)?,
        meeting: read("meeting", LONGEST_MEETING)?,
        purpose: read("purpose", LONGEST_PURPOSE)?,
        recommendation: read("recommendation", LONGEST_RECOMMENDATION)?,
    };
    fields.end()?;
    Some(words)
}

fn read_text(value: &Value, longest: usize) -> Option<String> {
    let text = value.as_str()?;
    let fits = text.chars().nth(longest).is_none() && text.chars().all(may_stand);
    fits.then(|| text.to_owned())
}
