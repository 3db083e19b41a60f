//! Checks the content and packs it for the program, so that no visitor loads the code that does.

use assessment::questionnaire::Questionnaire;
use assessment::text::Interface;
use std::fmt::Display;
use std::path::Path;
use std::{env, fs};

const DEFINITION: &str = "content/questionnaire.json";
const TEXTS: &str = "content/questionnaire.en.json";
const INTERFACE: &str = "content/interface.en.json";

fn main() {
    let questionnaire = Questionnaire::parse(&read(DEFINITION), &read(TEXTS));
    let questionnaire = questionnaire.unwrap_or_else(|problems| refuse(&problems));
    let interface = Interface::parse(&read(INTERFACE)).unwrap_or_else(|problems| refuse(&problems));
    write("questionnaire.en.packed", &questionnaire.pack());
    write("interface.en.packed", &interface.check.pack());
    write("board.en.packed", &interface.board.pack());
}

fn read(file: &str) -> String {
    println!("cargo::rerun-if-changed={file}");
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file} cannot be read: {error}"))
}

fn write(name: &str, text: &str) {
    let folder = env::var_os("OUT_DIR").expect("cargo names the folder");
    fs::write(Path::new(&folder).join(name), text).expect("the folder can be written");
}

fn refuse(problems: &[impl Display]) -> ! {
    let lines: Vec<String> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    panic!("the content has problems:{}", lines.concat())
}
