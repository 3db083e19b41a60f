//! For authors of questionnaires: checks a file, makes one of a definition and its texts, and prints the
//! JSON Schema.
//!
//! Ends with status 0 if all is well, 1 if a file has a problem, and 2 if it was not told what to do.

use assessment::questionnaire::{Document, Problem, Questionnaire, QuestionnaireFile};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "\
usage: questionnaire check FILE [FILE…]             tell every problem of these questionnaires
       questionnaire join DEFINITION TEXTS [TEXTS…] print one questionnaire made of these documents
       questionnaire schema                         print the JSON Schema of a questionnaire";

/// What a person is told: on standard output if all is well, else on standard error.
type Told = Result<String, String>;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let told = match arguments.split_first().map(|(task, files)| (task.to_str(), files)) {
        Some((Some("check"), files @ [_, ..])) => check(files),
        Some((Some("join"), [definition, texts @ ..])) if !texts.is_empty() => join(definition, texts),
        Some((Some("schema"), [])) => Ok(format!("{:#}\n", QuestionnaireFile::schema())),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match told {
        Ok(text) => print(&text),
        Err(problems) => {
            eprint!("{problems}");
            ExitCode::FAILURE
        }
    }
}

fn print(text: &str) -> ExitCode {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A line for each file that is well and for each problem of the others.
fn check(files: &[OsString]) -> Told {
    let (mut lines, mut is_well) = (String::new(), true);
    for file in files {
        match check_file(file) {
            Ok(line) => lines += &line,
            Err(problems) => {
                lines += &problems;
                is_well = false;
            }
        }
    }
    if is_well { Ok(lines) } else { Err(lines) }
}

fn check_file(file: &OsStr) -> Told {
    let questionnaires =
        QuestionnaireFile::parse(&read(file)?).map_err(|problems| lines(&problems, |_| file))?;
    let first = questionnaires.first();
    let languages: Vec<&str> = questionnaires.languages().map(Questionnaire::language).collect();
    Ok(format!(
        "{}: \"{}\", elements: {}, questions: {}, languages: {}, fingerprint: {}\n",
        file.display(),
        first.title(),
        first.elements().len(),
        first.indicators().len(),
        languages.join(" "),
        first.fingerprint(),
    ))
}

/// The documents as they are written, with the texts put in at the end of the definition.
fn join(definition: &OsStr, texts: &[OsString]) -> Told {
    let shape = read(definition)?;
    let mut languages = Vec::new();
    for file in texts {
        let words = read(file)?;
        // Told of the files that the author has, and not of what is made of them.
        let document = |document| if document == Document::Definition { definition } else { file };
        Questionnaire::parse(&shape, &words).map_err(|problems| lines(&problems, document))?;
        languages.push(indented(words.trim()));
    }
    // What was read without a problem is an object, and ends in this.
    let fields = shape.trim_end().strip_suffix('}').unwrap_or(&shape).trim_end();
    let joined = format!("{fields},\n  \"texts\": [\n{}\n  ]\n}}\n", languages.join(",\n"));
    let whole = OsStr::new("the joined questionnaire");
    QuestionnaireFile::parse(&joined).map_err(|problems| lines(&problems, |_| whole))?;
    Ok(joined)
}

/// JSON has no line break within a text, so this changes none.
fn indented(json: &str) -> String {
    let lines: Vec<String> = json.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}

fn lines<'a>(problems: &[Problem], file: impl Fn(Document) -> &'a OsStr) -> String {
    let line = |problem: &Problem| {
        let place = if problem.place.is_empty() { String::new() } else { format!(" {}:", problem.place) };
        format!("{}:{place} {}\n", file(problem.document).display(), problem.reason())
    };
    problems.iter().map(line).collect()
}

fn read(file: &OsStr) -> Told {
    let refuse =
        |found: String, expected: &str| format!("{}: found {found}, expected {expected}\n", file.display());
    if fs::metadata(file).is_ok_and(|it| it.is_dir()) {
        return Err(refuse("a folder".into(), "a file"));
    }
    let bytes = fs::read(file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => refuse("no file of that name".into(), "a questionnaire"),
        _ => refuse(error.to_string(), "a file that can be read"),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let line = bytes[..at].split(|byte| *byte == b'\n').count();
        refuse(format!("the byte {:#04x} in line {line}", bytes[at]), "text saved as UTF-8")
    })
}
