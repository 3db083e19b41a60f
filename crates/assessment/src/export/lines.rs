//! Typed text as the lines that a file has of it.

/// The lines of a text, whatever its breaks, without characters that nobody sees and without blanks at the
/// end of a line or empty lines at either end.
pub(super) fn lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<String> = text.split(is_break).map(line).collect();
    let is_filled = |line: &String| !line.is_empty();
    let (Some(first), Some(last)) = (lines.iter().position(is_filled), lines.iter().rposition(is_filled))
    else {
        return vec![];
    };
    lines[first..=last].to_vec()
}

/// The text on a single line.
pub(super) fn single_line(text: &str) -> String {
    lines(text).iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>().join(" ")
}

fn is_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line(typed: &str) -> String {
    let shown = typed.replace('\t', " ").replace(char::is_control, "");
    shown.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_break_ends_a_line() {
        assert_eq!(lines("\n one \r\ntwo\r\rthree\u{2028}four\n \n"), [" one", "two", "", "three", "four"]);
        assert_eq!(lines(" \t\n"), Vec::<String>::new());
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        assert_eq!(single_line("one\u{0}\u{1b}\ttwo\n  three "), "one two three");
    }
}
