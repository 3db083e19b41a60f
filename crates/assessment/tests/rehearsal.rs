//! The made-up round shows everything that a real one may.

mod documents;

use assessment::board::{
    Cell, Closing, IndicatorCells, Picture, RoundFile, Tag, group_range, group_score, read_round, rehearse,
    write_round,
};
use assessment::questionnaire::Questionnaire;
use documents::write_documents;
use std::sync::Arc;

fn published() -> Arc<Questionnaire> {
    let definition = include_str!("../../../content/questionnaire.json");
    let texts = include_str!("../../../content/questionnaire.en.json");
    Questionnaire::parse(definition, texts).expect("the content is valid").into()
}

fn rehearsal(questionnaire: &Arc<Questionnaire>) -> RoundFile {
    rehearse(questionnaire, "Rehearsal".to_owned())
}

fn picture(questionnaire: &Arc<Questionnaire>) -> Picture {
    let mut draft = rehearsal(questionnaire).draft;
    assert_eq!(draft.close(), Closing::Shown);
    draft.picture().expect("it was shown")
}

fn count(picture: &Picture, questionnaire: &Questionnaire, is: impl Fn(&IndicatorCells) -> bool) -> usize {
    questionnaire.indicator_positions().filter(|indicator| is(picture.of(*indicator))).count()
}

#[test]
fn twelve_of_fourteen_have_answered_and_nothing_is_closed() {
    let file = rehearsal(&published());
    assert!(file.is_rehearsal);
    assert_eq!((file.name.as_str(), file.board_size), ("Rehearsal", Some(14)));
    assert_eq!(file.draft.round().code.to_string(), "REH-EAR");
    assert!(file.draft.round().asks_role);
    assert_eq!((file.draft.counted_responses(), file.draft.late_responses()), (0, 12));
}

#[test]
fn everything_that_may_be_shown_is_shown_somewhere() {
    let questionnaire = published();
    let picture = picture(&questionnaire);
    let count = |is: fn(&IndicatorCells) -> bool| count(&picture, &questionnaire, is);
    assert!(count(|cells| matches!(cells.all, Cell::Full(_))) >= 15);
    assert!(count(|cells| matches!(cells.all, Cell::Collapsed(_))) >= 10);
    assert!(count(|cells| matches!(cells.all, Cell::TooFew { .. })) >= 1);
    let shows_roles = |cells: &IndicatorCells| matches!(cells.roles, Some([Cell::Collapsed(_), _]));
    assert!(count(shows_roles) >= 10);
    for tag in [Tag::Gap, Tag::Strength, Tag::Split, Tag::NotKnown] {
        let has = |cells: &IndicatorCells| cells.all.tags().contains(&tag);
        assert!(self::count(&picture, &questionnaire, has) >= 2, "{tag:?}");
    }
}

#[test]
fn five_elements_have_a_score_that_the_missing_could_move() {
    let questionnaire = published();
    let picture = picture(&questionnaire);
    let cells = questionnaire.element_positions().map(|element| {
        let of_element = questionnaire.indicators_of(element);
        of_element.map(|indicator| picture.of(indicator).all.clone()).collect::<Vec<_>>()
    });
    let scored: Vec<_> = cells.filter(|cells| group_score(cells).is_some()).collect();
    assert_eq!(scored.len(), 5);
    let is_moved = |cells: &Vec<Cell>| {
        let range = group_range(cells, 2).expect("it has a score");
        range.lowest.percent() < range.highest.percent()
    };
    assert!(scored.iter().any(is_moved));
}

#[test]
fn any_questionnaire_can_be_rehearsed_and_the_round_be_gone_on_with() {
    for levels in 3..=7 {
        for sizes in [vec![1], vec![3, 1, 7], vec![4; 30]] {
            let (definition, texts) = write_documents(&sizes, levels);
            let questionnaire = Questionnaire::parse(&definition.to_string(), &texts.to_string());
            let questionnaire = questionnaire.expect("the sample is valid").into();
            let file = rehearsal(&questionnaire);
            let _ = picture(&questionnaire);
            let again = read_round(&write_round(&file, &questionnaire), &questionnaire);
            assert!(again.as_ref() == Ok(&file), "{sizes:?}, {levels} levels: {again:?}");
        }
    }
}
