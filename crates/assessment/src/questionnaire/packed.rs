//! A questionnaire as one text without names, for a program that comes with it.
//!
//! Reading JSON and telling every problem in it is code that each visitor would load for a document
//! that was checked when the program was built. This is that document after the check.

use super::{
    Asker, DifficultQuestion, Element, ElementPosition, Fingerprint, GoodPractice, Guidance, Indicator,
    Questionnaire, Scale, TradeOff,
};
use crate::lists::Listed as _;
use std::str::Split;

/// A control character that no text has.
const BETWEEN: char = '\u{1e}';

/// The fields of a packed questionnaire, in order.
struct Fields<'a>(Split<'a, char>);

pub(super) fn pack(questionnaire: &Questionnaire) -> String {
    let mut fields = vec![
        questionnaire.id.clone(),
        questionnaire.fingerprint.to_string(),
        questionnaire.language.clone(),
        questionnaire.title.clone(),
    ];
    pack_each(&questionnaire.scale.names, &mut fields, |name, fields| fields.push(name.clone()));
    pack_each(&questionnaire.elements, &mut fields, |element, fields| {
        fields.extend([element.id.clone(), element.title.clone()]);
        pack_each(element.guidance.as_slice(), fields, pack_guidance);
        pack_each(&questionnaire.indicators[element.indicators.clone()], fields, pack_indicator);
    });
    fields.join(&BETWEEN.to_string())
}

fn pack_each<T>(items: &[T], fields: &mut Vec<String>, pack: impl Fn(&T, &mut Vec<String>)) {
    fields.push(items.len().to_string());
    items.iter().for_each(|item| pack(item, fields));
}

fn pack_guidance(guidance: &Guidance, fields: &mut Vec<String>) {
    let Guidance { definition, why_strategic, why_operational, staying, .. } = guidance;
    fields.extend([definition, why_strategic, why_operational, staying].map(String::clone));
    pack_each(&guidance.trade_offs, fields, |TradeOff { gained, given_up, when_right }, fields| {
        fields.extend([gained, given_up, when_right].map(String::clone));
    });
    pack_each(&guidance.difficult_questions, fields, |question, fields| {
        fields.extend([question.asker.name().to_owned(), question.question.clone()]);
    });
    pack_each(&guidance.good_practice, fields, |practice, fields| {
        let GoodPractice { example, source_title, publisher, year, address } = practice;
        fields.extend([example, source_title, publisher, &year.to_string(), address].map(String::clone));
    });
}

fn pack_indicator(indicator: &Indicator, fields: &mut Vec<String>) {
    let Indicator { id, title, question, descriptions, .. } = indicator;
    fields.extend([id, title, question].map(String::clone));
    fields.extend(descriptions.iter().cloned());
}

/// The questionnaire of a text that [`pack`] made.
pub(super) fn unpack(packed: &str) -> Questionnaire {
    let mut fields = Fields(packed.split(BETWEEN));
    let mut questionnaire = Questionnaire {
        id: fields.text(),
        fingerprint: Fingerprint::from_text(&fields.text()),
        language: fields.text(),
        title: fields.text(),
        scale: Scale { names: fields.each(Fields::text) },
        elements: Vec::new(),
        indicators: Vec::new(),
    };
    for _ in 0..fields.number() {
        fields.element_into(&mut questionnaire);
    }
    questionnaire
}

impl Fields<'_> {
    fn text(&mut self) -> String {
        self.0.next().unwrap_or_default().to_owned()
    }

    fn number(&mut self) -> usize {
        self.0.next().and_then(|number| number.parse().ok()).unwrap_or_default()
    }

    fn each<T>(&mut self, unpack: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map(|_| unpack(self)).listed()
    }

    fn element_into(&mut self, questionnaire: &mut Questionnaire) {
        let position = ElementPosition(questionnaire.elements.len());
        let (id, title) = (self.text(), self.text());
        let guidance = self.each(Self::guidance).pop();
        let first = questionnaire.indicators.len();
        let levels = questionnaire.scale.count();
        questionnaire.indicators.extend(self.each(|fields| fields.indicator(position, levels)));
        let indicators = first..questionnaire.indicators.len();
        questionnaire.elements.push(Element { id, title, guidance, indicators });
    }

    fn guidance(&mut self) -> Guidance {
        Guidance {
            definition: self.text(),
            why_strategic: self.text(),
            why_operational: self.text(),
            staying: self.text(),
            trade_offs: self.each(|fields| TradeOff {
                gained: fields.text(),
                given_up: fields.text(),
                when_right: fields.text(),
            }),
            difficult_questions: self
                .each(|fields| DifficultQuestion { asker: fields.asker(), question: fields.text() }),
            good_practice: self.each(|fields| GoodPractice {
                example: fields.text(),
                source_title: fields.text(),
                publisher: fields.text(),
                year: u16::try_from(fields.number()).unwrap_or_default(),
                address: fields.text(),
            }),
        }
    }

    fn asker(&mut self) -> Asker {
        let name = self.text();
        Asker::ALL.into_iter().find(|asker| asker.name() == name).unwrap_or(Asker::Board)
    }

    fn indicator(&mut self, element: ElementPosition, levels: usize) -> Indicator {
        Indicator {
            element,
            id: self.text(),
            title: self.text(),
            question: self.text(),
            descriptions: (0..levels).map(|_| self.text()).listed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire_of;

    #[test]
    fn a_questionnaire_without_guidance_comes_back() {
        let questionnaire = questionnaire_of(&[2, 1, 4], 7);
        assert_eq!(unpack(&pack(&questionnaire)), questionnaire);
    }

    #[test]
    fn a_text_that_is_no_packed_questionnaire_does_not_stop_the_program() {
        assert!(unpack("").elements.is_empty());
    }
}
