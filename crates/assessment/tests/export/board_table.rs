//! A board's answers as a table for a spreadsheet.

use crate::csv::read;
use crate::documents::write_documents;
use assessment::board::{
    AnonymityThreshold, Closing, Draft, Loaded, Response, ResponseId, Role, Round, RoundCode, read_marks,
};
use assessment::export::{BoardTableHeads, BoardTableWords, board_table, csv};
use assessment::questionnaire::Questionnaire;
use std::sync::Arc;

fn questionnaire(indicators: usize, levels: usize) -> Arc<Questionnaire> {
    let (definition, texts) = write_documents(&[indicators], levels);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid").into()
}

fn words() -> BoardTableWords {
    let heads = BoardTableHeads {
        element: "Element".into(),
        indicator: "Indicator".into(),
        view: "View".into(),
        shown: "Shown".into(),
        low: "Low".into(),
        middle: "Middle".into(),
        high: "High".into(),
        dont_know: "I do not know".into(),
        median: "Median".into(),
        agreement: "Agreement".into(),
        agreement_number: "Agreement A".into(),
        tags: "Tags".into(),
    };
    BoardTableWords {
        notes: vec!["These are members' views, and no measurement.".into()],
        heads,
        everybody: "all".into(),
        executive: "executive".into(),
        non_executive: "non-executive".into(),
        nothing: "nothing".into(),
        too_few: "too few".into(),
        collapsed: "collapsed".into(),
        full: "full".into(),
        shared: "shared".into(),
        mixed: "mixed".into(),
        split: "split".into(),
        gap_tag: "to discuss: low".into(),
        strength_tag: "strength".into(),
        split_tag: "seen differently".into(),
        not_known_tag: "not known".into(),
    }
}

/// The table of a board whose members answer so.
fn table(questionnaire: &Arc<Questionnaire>, members: &[(Option<Role>, &str)]) -> Vec<Vec<String>> {
    let code = RoundCode::from_random(1);
    let asks_role = members.iter().any(|(role, _)| role.is_some());
    let round = Round { code, asks_role, threshold: AnonymityThreshold::LOWEST };
    let mut draft = Draft::new(questionnaire.clone(), round);
    for (id, (role, marks)) in (0..).zip(members) {
        let answers = read_marks(marks, questionnaire).expect("a mark for each question");
        let response = Response::new(questionnaire, code, ResponseId::from_random(id), *role, answers);
        assert_eq!(draft.add(response.expect("it fits")), Loaded::Added);
    }
    assert_eq!(draft.close(), Closing::Shown);
    let picture = draft.picture().expect("it was shown");
    read(&csv::write(&board_table(&picture, questionnaire, &words())))
}

/// The rows below the head without the title of the element, the cells of each parted by bars.
fn rows(questionnaire: &Arc<Questionnaire>, members: &[(Option<Role>, &str)]) -> Vec<String> {
    table(questionnaire, members).iter().skip(2).map(|cells| cells[1..].join("|")).collect()
}

#[test]
fn each_indicator_shows_what_its_cell_shows_and_no_more() {
    // What each of nine members says of what all know, of what six know, and of what three know.
    let members = ["420", "433", "34?", "4?1", "41?", "40?", "3??", "31?", "3??"].map(|marks| (None, marks));
    assert_eq!(
        rows(&questionnaire(3, 5), &members),
        [
            "Title 0 0|all|full|0|0|0|4|5||||0|4|shared|0.78|strength",
            "Title 0 1|all|collapsed||||||3|1|2|3||split||seen differently; not known",
            "Title 0 2|all|too few|||||||||6||||not known",
        ]
    );
}

#[test]
fn each_role_has_a_row_where_the_round_asks_for_it() {
    let role = |role, marks: [&'static str; 2], times: [usize; 2]| {
        let of = |(marks, times)| std::iter::repeat_n((Some(role), marks), times);
        marks.into_iter().zip(times).flat_map(of).collect::<Vec<_>>()
    };
    let executives = role(Role::Executive, ["32", "3?"], [4, 1]);
    let others = role(Role::NonExecutive, ["12", "13"], [4, 4]);
    assert_eq!(
        rows(&questionnaire(2, 5), &[executives, others].concat()),
        [
            "Title 0 0|all|collapsed||||||8|0|5|0||split||to discuss: low; seen differently",
            "Title 0 0|executive|collapsed||||||0|0|5|0||shared||strength",
            "Title 0 0|non-executive|collapsed||||||8|0|0|0||shared||to discuss: low",
            "Title 0 1|all|full|0|0|8|4|0||||1|2|shared|0.83|",
            "Title 0 1|executive|nothing|||||||||||||",
            "Title 0 1|non-executive|nothing|||||||||||||",
        ]
    );
}

#[test]
fn a_number_below_zero_and_a_median_between_levels_are_plain_numbers() {
    let members = ["0", "0", "0", "0", "3", "3", "3", "3"].map(|marks| (None, marks));
    assert_eq!(
        rows(&questionnaire(1, 4), &members),
        ["Title 0 0|all|full|4|0|0|4||||0|1.5|split|-1.00|seen differently"]
    );
}

#[test]
fn a_scale_without_a_middle_has_none() {
    let members = ["0", "1", "2", "3", "3"].map(|marks| (None, marks));
    assert_eq!(rows(&questionnaire(1, 4), &members), ["Title 0 0|all|collapsed|||||2||3|0||mixed||"]);
}

#[test]
fn notes_and_heads_stand_above() {
    let table = table(&questionnaire(1, 3), &[(None, "2"); 8]);
    assert_eq!(table[0][0], "These are members' views, and no measurement.");
    assert_eq!(
        table[1].join("|"),
        "Element|Indicator|View|Shown|Level 0|Level 1|Level 2|Low|Middle|High|I do not know|Median|Agreement|\
         Agreement A|Tags"
    );
    assert_eq!(table[2].join("|"), "Element 0|Title 0 0|all|full|0|0|8||||0|2|shared|1.00|strength");
}
