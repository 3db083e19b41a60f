//! How a language is written, as far as texts with numbers in them depend on it.

/// Parts the fields of a packed [`Writing`]; no text has it.
const BETWEEN: char = '\u{1e}';

/// Plural forms repeat from here on: no language of Unicode's rules tells a whole number below a thousand from
/// the one that is a hundred less, once both are a hundred or more.
const PERIOD: usize = 100;

/// The form of a counted text, by the categories of Unicode's plural rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralForm {
    /// None, in languages that have a form for it.
    Zero,
    /// One, and in some languages 21, 31 and so on.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Everything else; every language has it.
    Other,
}

/// How a language is written.
///
/// Whoever runs the program knows it: a browser asks its own `Intl`. Only English is known here.
///
/// ```
/// use assessment::text::{PluralForm, Writing};
///
/// let english = Writing::english();
/// assert_eq!(english.form(1), PluralForm::One);
/// assert_eq!(english.number(1_000), "1,000");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The language, as a BCP 47 tag such as `en-GB`.
    pub language: String,
    /// Whether it runs from right to left.
    pub is_right_to_left: bool,
    /// The digit of the form for each number from 0 on, up to twice [`PERIOD`]; none for the rule of English.
    forms: String,
    /// The digits from 0 to 9; none for the usual ones.
    digits: String,
    /// What parts the thousands; may be empty.
    group: String,
}

impl PluralForm {
    /// Every form, in the order of Unicode's rules.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The name in Unicode's rules, and in a file of texts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The digit that stands for it where texts are packed.
    pub(super) fn digit(self) -> char {
        // The forms are fewer than the digits.
        char::from(b'0' + self as u8)
    }

    /// The form of that digit; [`PluralForm::Other`] for anything else.
    pub(super) fn of_digit(digit: char) -> Self {
        Self::ALL.into_iter().find(|form| form.digit() == digit).unwrap_or(Self::Other)
    }
}

impl Writing {
    /// British English.
    #[must_use]
    pub fn english() -> Self {
        Self::like_english("en-GB", false)
    }

    /// A language that counts and writes numbers as English does, for all that is known.
    #[must_use]
    pub fn like_english(language: &str, is_right_to_left: bool) -> Self {
        Self {
            language: language.into(),
            is_right_to_left,
            forms: String::new(),
            digits: String::new(),
            group: ",".into(),
        }
    }

    /// What a browser has put together of a language (`src/element/languages.js`): its tag, `rtl` or `ltr`, a
    /// digit for the plural form of each number from 0 to 199, its ten digits, and what parts its thousands;
    /// between them the control character U+001E.
    #[must_use]
    pub fn unpack(packed: &str) -> Self {
        let mut fields = packed.split(BETWEEN);
        let mut field = || fields.next().unwrap_or_default();
        Self {
            language: field().into(),
            is_right_to_left: field() == "rtl",
            forms: field().into(),
            digits: field().into(),
            group: field().into(),
        }
    }

    /// The form of a text that counts so many.
    #[must_use]
    pub fn form(&self, count: usize) -> PluralForm {
        let place = if count < PERIOD { count } else { PERIOD + count % PERIOD };
        match self.forms.as_bytes().get(place) {
            Some(digit) => PluralForm::of_digit(char::from(*digit)),
            None if count == 1 => PluralForm::One,
            None => PluralForm::Other,
        }
    }

    /// A whole number in the language's digits; not for codes and the like, which nobody reads as a number.
    #[must_use]
    pub fn number(&self, number: impl ToString) -> String {
        self.in_digits(&number.to_string())
    }

    fn in_digits(&self, plain: &str) -> String {
        let mut written = String::with_capacity(plain.len());
        for (place, digit) in plain.bytes().enumerate() {
            if place > 0 && (plain.len() - place).is_multiple_of(3) {
                written.push_str(&self.group);
            }
            let digit_of_language = self.digits.chars().nth(usize::from(digit - b'0'));
            written.push(digit_of_language.unwrap_or(char::from(digit)));
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Welsh, as a browser tells it: none, one, two, three (few), six (many), and the others.
    fn welsh() -> Writing {
        let forms: String = (0..200)
            .map(|count| ["0", "1", "2", "3", "5", "5", "4"].get(count).unwrap_or(&"5"))
            .copied()
            .collect();
        Writing::unpack(&format!("cy\u{1e}ltr\u{1e}{forms}\u{1e}0123456789\u{1e},"))
    }

    #[test]
    fn a_language_may_have_six_forms() {
        use PluralForm::{Few, Many, One, Other, Two, Zero};
        let forms = [0, 1, 2, 3, 4, 6, 7, 101, 106, 1_001].map(|count| welsh().form(count));
        assert_eq!(forms, [Zero, One, Two, Few, Other, Many, Other, Other, Other, Other]);
    }

    #[test]
    fn a_form_may_come_back_with_each_hundred() {
        // Polish counts 22 as it does 2, and 112 not.
        let form = |count: usize| match (count % 10, count % 100) {
            (1, _) if count == 1 => "1",
            (2..=4, 12..=14) => "4",
            (2..=4, _) => "3",
            _ => "4",
        };
        let forms: String = (0..200).map(form).collect();
        let polish = Writing::unpack(&format!("pl\u{1e}ltr\u{1e}{forms}\u{1e}0123456789\u{1e}"));
        for count in 0..1_000 {
            assert_eq!(polish.form(count).digit().to_string(), form(count), "{count}");
        }
    }

    #[test]
    fn numbers_are_written_in_the_languages_digits() {
        let arabic = Writing::unpack("ar-EG\u{1e}rtl\u{1e}\u{1e}٠١٢٣٤٥٦٧٨٩\u{1e}٬");
        assert!(arabic.is_right_to_left);
        assert_eq!([0, 32, 2_000].map(|number| arabic.number(number)), ["٠", "٣٢", "٢٬٠٠٠"]);
        assert_eq!(
            [7, 999, 1_000, 1_234_567].map(|number| Writing::english().number(number)),
            ["7", "999", "1,000", "1,234,567"]
        );
    }

    #[test]
    fn what_is_no_packed_language_does_not_stop_the_program() {
        let nothing = Writing::unpack("");
        assert_eq!((nothing.form(1), nothing.number(12)), (PluralForm::One, "12".to_owned()));
    }

    #[test]
    fn every_form_has_a_digit_of_its_own() {
        for form in PluralForm::ALL {
            assert_eq!(PluralForm::of_digit(form.digit()), form);
        }
    }
}
