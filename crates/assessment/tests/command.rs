//! The command `questionnaire`, as an author runs it.

#[path = "documents/file.rs"]
mod file;

use file::documents::write_documents;
use file::write_file;
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs, process};

/// A folder of the test's own, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = env::temp_dir().join(format!("questionnaire-{test}-{}", process::id()));
        fs::create_dir_all(&folder).expect("the folder is made");
        Self(folder)
    }

    fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), text).expect("the file is written");
    }

    /// The status, and what was printed on standard output and on standard error.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_questionnaire"));
        let output = command.args(arguments).current_dir(&self.0).output().expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Left behind it does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_good_file_is_told_in_one_line() {
    let folder = Folder::new("good");
    folder.put("good.json", write_file(&[2, 2], 3, &["en-GB", "cy"]).to_string());
    let line = "good.json: \"Sample\", elements: 2, questions: 4, languages: en-GB cy, fingerprint: 863216197436c1a0\n";
    assert_eq!(folder.run(&["check", "good.json"]), (Some(0), line.into(), String::new()));
}

#[test]
fn every_problem_of_every_file_is_a_line_with_file_and_place() {
    let folder = Folder::new("bad");
    let mut file = write_file(&[1], 3, &["en"]);
    file["version"] = json!(0);
    file["texts"][0]["title"] = json!("Two\nlines");
    folder.put("bad.json", file.to_string());
    folder.put("list.json", "[]");
    folder.put("good.json", write_file(&[1], 3, &["en"]).to_string());
    let (status, output, problems) = folder.run(&["check", "bad.json", "good.json", "list.json"]);
    assert_eq!((status, output.as_str()), (Some(1), ""));
    let lines: Vec<&str> = problems.lines().collect();
    assert_eq!(lines[0], "bad.json: version: found 0, expected a whole number from 1 to 4294967295");
    assert_eq!(
        lines[1],
        "bad.json: texts[0].title: found \"Two\\nlines\", expected text of 1 to 100 characters on one line"
    );
    assert!(lines[2].starts_with("good.json: \"Sample\""), "{problems}");
    assert_eq!(lines[3..], ["list.json: found a list of 0, expected an object"]);
}

#[test]
fn a_file_that_cannot_be_read_says_why() {
    let folder = Folder::new("unreadable");
    folder.put("latin.json", b"{\n\"title\": \"caf\xe9\"}");
    assert_eq!(
        folder.run(&["check", "none.json", ".", "latin.json"]).2,
        "none.json: found no file of that name, expected a questionnaire\n\
         .: found a folder, expected a file\n\
         latin.json: found the byte 0xe9 in line 2, expected text saved as UTF-8\n"
    );
}

#[test]
fn a_definition_and_its_texts_are_joined_to_a_file() {
    let folder = Folder::new("join");
    let (definition, mut texts) = write_documents(&[2, 2], 3);
    folder.put("definition.json", format!("{definition:#}\n"));
    folder.put("en.json", texts.to_string());
    texts["language"] = json!("cy");
    folder.put("cy.json", format!("{texts:#}\n"));
    let (status, joined, problems) = folder.run(&["join", "definition.json", "en.json", "cy.json"]);
    assert_eq!((status, problems.as_str()), (Some(0), ""));
    let joined: serde_json::Value = serde_json::from_str(&joined).expect("it is JSON");
    assert_eq!(joined, write_file(&[2, 2], 3, &["en", "cy"]));
}

#[test]
fn what_cannot_be_joined_is_told_of_the_files_that_were_given() {
    let folder = Folder::new("apart");
    let (mut definition, mut texts) = write_documents(&[1], 3);
    folder.put("en.json", texts.to_string());
    folder.put("definition.json", definition.to_string());
    assert_eq!(
        folder.run(&["join", "definition.json", "en.json", "en.json"]).2,
        "the joined questionnaire: texts: found the language \"en\" twice, expected each language once\n"
    );
    definition["id"] = json!("");
    texts["title"] = json!(1);
    folder.put("definition.json", definition.to_string());
    folder.put("en.json", texts.to_string());
    let (status, output, problems) = folder.run(&["join", "definition.json", "en.json"]);
    assert_eq!((status, output.as_str()), (Some(1), ""));
    let lines: Vec<&str> = problems.lines().collect();
    assert!(lines[0].starts_with("definition.json: id: found \"\""), "{problems}");
    assert!(lines[1].starts_with("en.json: title: found 1"), "{problems}");
}

#[test]
fn the_published_documents_can_be_joined_and_the_result_checked() {
    let folder = Folder::new("published");
    let content = format!("{}/../../content", env!("CARGO_MANIFEST_DIR"));
    let (definition, texts) =
        (format!("{content}/questionnaire.json"), format!("{content}/questionnaire.en.json"));
    let (_, joined, _) = folder.run(&["join", &definition, &texts]);
    folder.put("joined.json", joined);
    let (status, line, _) = folder.run(&["check", "joined.json"]);
    assert_eq!(status, Some(0));
    assert!(line.contains("questions: 32, languages: en-GB"), "{line}");
}

#[test]
fn whoever_asks_for_nothing_known_is_told_what_there_is() {
    let folder = Folder::new("usage");
    for arguments in [&[][..], &["check"], &["join", "definition.json"], &["schema", "more"], &["pack"]] {
        let (status, output, usage) = folder.run(arguments);
        assert_eq!((status, output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(usage.starts_with("usage: questionnaire check FILE"), "{usage}");
    }
}
