//! Compiles the styles, makes them fit for a foreign page, and refuses what would fetch.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::command;
use crate::fingerprint::make_if_changed;
use crate::progress::Outcome;
use crate::workspace::Workspace;

/// The finished sheet of the check.
pub(crate) const SHEET: &str = "digital-leadership-check.css";
/// The finished sheet of the paper version.
pub(crate) const PAPER_SHEET: &str = "paper.css";
/// The finished sheet of the board's part.
pub(crate) const BOARD_SHEET: &str = "digital-leadership-check-board.css";
/// Each sheet and its source, which brings in what else it needs.
const SOURCES: [(&str, &str); 3] =
    [(SHEET, "style/index.scss"), (PAPER_SHEET, "style/paper.scss"), (BOARD_SHEET, "style/board.scss")];

/// The custom property that stands for one `rem`.
const ROOT_SIZE: &str = "--root-size";

/// Compiles every sheet.
pub(crate) fn compile(workspace: &Workspace) -> Result<Outcome> {
    let inputs = ["style", "package-lock.json", "xtask"].map(|name| workspace.path(name));
    make_if_changed(&workspace.workshop("styles"), &inputs, |folder| {
        for (sheet, source) in SOURCES {
            let css = run_sass(workspace, source)?;
            refuse_remote(&css).with_context(|| format!("the sheet made from {source}"))?;
            fs::write(folder.join(sheet), scale_rem(&css))
                .with_context(|| format!("could not write {sheet}"))?;
        }
        Ok(())
    })
}

/// The place of a finished sheet.
pub(crate) fn output(workspace: &Workspace, sheet: &str) -> PathBuf {
    workspace.workshop("styles").join(sheet)
}

fn run_sass(workspace: &Workspace, source: &str) -> Result<String> {
    command::output(
        workspace
            .program("node")
            .args(["node_modules/sass/sass.js", "--load-path=node_modules", "--style=compressed"])
            .args(["--no-source-map", "--no-charset", "--quiet-deps", source]),
    )
}

/// Nothing remote is ever loaded, and the sheet has no files of its own to load either.
fn refuse_remote(css: &str) -> Result<()> {
    let lower = css.to_ascii_lowercase();
    for (rule, instead) in [
        ("@font-face", "set $nhsuk-include-font-face: false and use a font of the device"),
        ("@import", "bring the other sheet in with @use, so that sass puts it into this one"),
    ] {
        if lower.contains(rule) {
            bail!("{rule} would fetch a file: {instead}");
        }
    }
    for (at, url) in lower.match_indices("url(") {
        let address = lower[at + url.len()..].trim_start_matches(['"', '\'', ' ']);
        if ["http:", "https:", "//"].iter().any(|remote| address.starts_with(remote)) {
            let shown = address.split([')', '"', '\'']).next().unwrap_or(address);
            bail!("url({shown}) would fetch from elsewhere: leave it out, or write it as a data: address");
        }
    }
    Ok(())
}

/// Rewrites every length in `rem` to a multiple of `--root-size`.
///
/// Inside a foreign page, `rem` is that page's root font size, which need not be the reader's. With
/// the property the element can say what one `rem` is; without it the length stays as it was.
///
/// Left alone: conditions such as `@media (min-width: 40rem)`, where `var()` means nothing, strings,
/// comments, and the property's own values.
fn scale_rem(css: &str) -> String {
    let mut output = String::with_capacity(css.len() * 5 / 4);
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let token = Token::first(rest, first);
        let (text, after) = rest.split_at(token.length());
        match token {
            Token::Rem { number } => {
                let number = &text[..number];
                output.push_str(&format!("calc(var({ROOT_SIZE},1rem)*{number})"));
            }
            Token::Other(_) => output.push_str(text),
        }
        rest = after;
    }
    output
}

/// As much of CSS as it takes to know a number when it stands there.
enum Token {
    /// A number and `rem`, with the length of the number.
    Rem { number: usize },
    /// Anything else, of this length.
    Other(usize),
}

impl Token {
    fn first(css: &str, first: char) -> Token {
        if let Some(comment) = css.strip_prefix("/*") {
            return Token::Other("/*".len() + length_through(comment, "*/"));
        }
        if let Some(number) = number_length(css) {
            let unit = name_length(&css[number..]);
            return if css[number..number + unit].eq_ignore_ascii_case("rem") {
                Token::Rem { number }
            } else {
                Token::Other(number + unit)
            };
        }
        match first {
            '"' | '\'' => Token::Other(string_length(css, first)),
            '@' => Token::Other(css.find(['{', ';']).unwrap_or(css.len())),
            _ => match name_length(css) {
                0 => Token::Other(first.len_utf8()),
                name => Token::Other(name + argument_length(&css[..name], &css[name..])),
            },
        }
    }

    fn length(&self) -> usize {
        match self {
            Token::Rem { number } => number + "rem".len(),
            Token::Other(length) => *length,
        }
    }
}

/// How much of what follows a name belongs to it and is no length of ours: a bare address, or what
/// the property itself is set to or falls back on.
fn argument_length(name: &str, after: &str) -> usize {
    if name == ROOT_SIZE {
        return match after.starts_with(':') {
            true => after.find([';', '}']).unwrap_or(after.len()),
            false => length_through(after, ")"),
        };
    }
    let bare = after.starts_with('(') && !after.starts_with("(\"") && !after.starts_with("('");
    if bare && name.eq_ignore_ascii_case("url") { length_through(after, ")") } else { 0 }
}

fn length_through(css: &str, end: &str) -> usize {
    css.find(end).map_or(css.len(), |at| at + end.len())
}

/// The length of a number at the start: `12`, `-1.5`, `.875`, `1e3`.
fn number_length(css: &str) -> Option<usize> {
    let digits = |from: usize| css[from..].bytes().take_while(u8::is_ascii_digit).count();
    let sign = usize::from(css.starts_with(['+', '-']));
    let whole = digits(sign);
    let mut end = sign + whole;
    if css[end..].starts_with('.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    } else if whole == 0 {
        return None;
    }
    if css[end..].starts_with(['e', 'E']) {
        let power = end + 1 + usize::from(css[end + 1..].starts_with(['+', '-']));
        if digits(power) > 0 {
            end = power + digits(power);
        }
    }
    Some(end)
}

/// The length of a name at the start, with its escapes: `rem`, `--gap`, `half\@tablet`.
fn name_length(css: &str) -> usize {
    let mut escaped = false;
    css.find(|char: char| {
        let belongs = escaped || !char.is_ascii() || char.is_ascii_alphanumeric() || "-_\\".contains(char);
        escaped = !escaped && char == '\\';
        !belongs
    })
    .unwrap_or(css.len())
}

fn string_length(css: &str, quote: char) -> usize {
    let mut escaped = false;
    let inside = css[1..].find(|char: char| {
        let ends = !escaped && char == quote;
        escaped = !escaped && char == '\\';
        ends
    });
    inside.map_or(css.len(), |end| 1 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rem_becomes_a_multiple_of_the_root_size() {
        for (before, after) in [
            ("a{margin:1rem}", "a{margin:calc(var(--root-size,1rem)*1)}"),
            ("a{margin:.875rem}", "a{margin:calc(var(--root-size,1rem)*.875)}"),
            ("a{margin:1.1875rem}", "a{margin:calc(var(--root-size,1rem)*1.1875)}"),
            ("a{margin:-1rem}", "a{margin:calc(var(--root-size,1rem)*-1)}"),
            ("a{margin:-.5REM}", "a{margin:calc(var(--root-size,1rem)*-.5)}"),
            ("a{margin:1e1rem}", "a{margin:calc(var(--root-size,1rem)*1e1)}"),
            (
                "a{margin:0 1rem 2px 3rem}",
                "a{margin:0 calc(var(--root-size,1rem)*1) 2px calc(var(--root-size,1rem)*3)}",
            ),
            ("a{width:calc(100% - 2rem)}", "a{width:calc(100% - calc(var(--root-size,1rem)*2))}"),
            (
                "@media (min-width: 40em){a{margin:1rem}}",
                "@media (min-width: 40em){a{margin:calc(var(--root-size,1rem)*1)}}",
            ),
            ("a{--gap:1rem}", "a{--gap:calc(var(--root-size,1rem)*1)}"),
            ("/*/ x */a{margin:1rem}", "/*/ x */a{margin:calc(var(--root-size,1rem)*1)}"),
            ("a{background:url(x) 1rem}", "a{background:url(x) calc(var(--root-size,1rem)*1)}"),
            ("a{content:\"x\";margin:1rem}", "a{content:\"x\";margin:calc(var(--root-size,1rem)*1)}"),
            (
                ":host{--root-size:16px}a{margin:1rem}",
                ":host{--root-size:16px}a{margin:calc(var(--root-size,1rem)*1)}",
            ),
            (
                "a{margin:calc(var(--root-size,1rem) + 1rem)}",
                "a{margin:calc(var(--root-size,1rem) + calc(var(--root-size,1rem)*1))}",
            ),
        ] {
            assert_eq!(scale_rem(before), after);
        }
    }

    #[test]
    fn what_only_looks_like_a_length_stays() {
        for css in [
            "@media (min-width: 40rem) and (max-width:60.5rem){a{margin:1em}}",
            "@container (width>20rem){a{margin:1em}}",
            ".space-1rem{margin:1em}",
            ".half\\@tablet-1rem{margin:1em}",
            ".m\\:1rem{margin:1em}",
            "a{content:\"1rem\"}",
            "a{content:'\\'1rem'}",
            "/* 1rem */a{margin:1em}",
            "/*/ 1rem */a{margin:1em}",
            "a{background:url(data:,<svg width=1rem>)}",
            "a{background:url(\"1rem.png\")}",
            "a{margin:1em 2px 3remote 0}",
            ":nth-child(2n+1){color:#1e3}",
            ":host{--root-size:max(1rem,16px)}",
            "a{--é:1px}",
        ] {
            assert_eq!(scale_rem(css), css);
        }
    }

    #[test]
    fn what_would_fetch_is_refused() {
        for css in [
            "@font-face{font-family:x}",
            "@FONT-FACE{font-family:x}",
            "@import \"other.css\";",
            "a{background:url(https://example.org/a.png)}",
            "a{background:url(\"http://example.org/a.png\")}",
            "a{background:URL( '//example.org/a.png')}",
            "a{background:url(data:,x),url(https://example.org/a.png)}",
        ] {
            assert!(refuse_remote(css).is_err(), "{css}");
        }
    }

    #[test]
    fn what_stays_here_is_accepted() {
        for css in [
            "a{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\")}",
            "/*! see https://example.org */a{color:red}",
        ] {
            assert!(refuse_remote(css).is_ok(), "{css}");
        }
    }
}
