//! What the results say.

use crate::tab::{Device, Tab, element, indicator, level};
use assessment::answers::Answer;
use assessment::app::view;

fn answered(answers: &[Answer]) -> Tab {
    let mut tab = Tab::open(&Device::new());
    tab.answer_all(answers);
    tab
}

fn titles(findings: &[view::Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.title.as_str()).collect()
}

#[test]
fn results_open_without_any_answer() {
    let results = view::results(&Tab::open(&Device::new()).model);
    assert!(!results.has_levels);
    assert!(results.strengths.is_empty() && results.gaps.is_empty() && results.not_known.is_empty());
    assert_eq!(results.unanswered.len(), 8);
    assert_eq!(results.overall, "results.overall_not_known");
}

#[test]
fn strengths_are_the_highest_answers_of_the_two_highest_levels() {
    let tab = answered(&[level(3), level(4), level(2), level(3), level(4), level(3)]);
    let results = view::results(&tab.model);
    assert_eq!(titles(&results.strengths), ["Title 0 1", "Title 2 0", "Title 0 0"]);
    assert_eq!(results.strengths[2].level, "Level 3");
    assert_eq!(results.strengths[2].description, "Description 0 0 3");
}

#[test]
fn gaps_are_the_lowest_answers_of_the_two_lowest_levels() {
    let tab = answered(&[level(1), level(0), level(2), level(1), level(0), level(1)]);
    let results = view::results(&tab.model);
    assert_eq!(titles(&results.gaps), ["Title 0 1", "Title 2 0", "Title 0 0"]);
    assert_eq!(results.gaps[0].description, "Description 0 1 0");
}

#[test]
fn the_middle_is_neither_strength_nor_gap() {
    let results = view::results(&answered(&[level(2); 8]).model);
    assert!(results.strengths.is_empty() && results.gaps.is_empty());
}

#[test]
fn what_is_not_known_is_listed_apart_from_what_is_not_answered() {
    let tab = answered(&[level(1), Answer::DontKnow, level(2), Answer::DontKnow]);
    let results = view::results(&tab.model);
    let indicators = |list: &[view::NotKnown]| list.iter().map(|one| one.indicator).collect::<Vec<_>>();
    assert_eq!(indicators(&results.not_known), [indicator(1), indicator(3)]);
    assert_eq!(indicators(&results.unanswered), [indicator(4), indicator(5), indicator(6), indicator(7)]);
    assert!(results.gaps.iter().all(|gap| gap.title != "Title 0 1"), "not knowing is never a zero");
}

#[test]
fn an_element_shows_its_working_and_next_steps() {
    let tab = answered(&[level(1), level(4)]);
    let shown = view::element_results(&tab.model, element(0));
    assert_eq!((shown.score.as_str(), shown.range), ("results.element_score", None));
    let counts: Vec<_> = shown.working.iter().map(|line| (line.answer.as_str(), line.counts)).collect();
    assert_eq!(counts, [("Level 1", Some(1)), ("Level 4", Some(4))]);
    let steps: Vec<_> =
        shown.next_steps.iter().map(|step| (step.lead.as_str(), step.text.as_str())).collect();
    assert_eq!(steps, [("results.next_level", "Description 0 0 2"), ("results.next_stay", "Staying 0")]);
    assert_eq!(shown.questions.len(), 3);
    assert_eq!(shown.next_element, Some((element(1), "Element 1".to_owned())));
}

#[test]
fn an_element_with_too_little_known_has_no_score_but_a_range() {
    let tab = answered(&[level(1), Answer::DontKnow]);
    let shown = view::element_results(&tab.model, element(0));
    assert_eq!(shown.score, "results.not_enough_known");
    assert_eq!(shown.range.as_deref(), Some("results.element_range"));
    assert_eq!(shown.working_sum, "results.working_not_enough");
    assert_eq!(shown.next_steps[1].lead, "results.next_who_knows");
    assert_eq!(shown.working[1].counts, None);
}

#[test]
fn from_one_element_it_goes_on_to_the_next_that_is_open_and_from_the_last_to_the_first() {
    let next = |tab: &Tab, index| {
        let next = view::element_results(&tab.model, element(index)).next_element;
        next.map(|(element, _)| element)
    };
    let mut tab = answered(&[level(1), level(1)]);
    assert_eq!(next(&tab, 0), Some(element(1)));
    assert_eq!(next(&tab, 3), Some(element(1)), "the first is done");
    tab.answer(2, level(1));
    assert_eq!(next(&tab, 0), Some(element(1)), "it is half done");
    tab.answer(3, level(1));
    assert_eq!(next(&tab, 0), Some(element(2)), "the second is done");
    for index in 4..8 {
        tab.answer(index, level(1));
    }
    assert_eq!(next(&tab, 1), None, "everything is done");
    // Whoever goes on is not led to where they are.
    assert_eq!(next(&answered(&[level(1); 6]), 3), None);
}

#[test]
fn an_overall_score_needs_three_quarters_of_the_elements() {
    let overall = |answers: &[Answer]| view::results(&answered(answers).model).overall;
    assert_eq!(overall(&[level(1); 5]), "results.overall_not_known");
    assert_eq!(overall(&[level(1); 6]), "results.overall");
}

#[test]
fn the_profile_has_a_row_for_each_element_in_order() {
    let tab = answered(&[level(1), level(2), level(4), level(4), Answer::DontKnow]);
    let profile = view::results(&tab.model).profile;
    let rows: Vec<_> =
        profile.rows.iter().map(|row| (row.title.as_str(), row.rounded, row.dont_know)).collect();
    assert_eq!(
        rows,
        [
            ("Element 0", Some(38), 0),
            ("Element 1", Some(100), 0),
            ("Element 2", None, 1),
            ("Element 3", None, 0)
        ]
    );
}
