//! The published JSON Schema: made of the types that read a questionnaire, and of one mind with the reader.

#[path = "documents/file.rs"]
mod file;

use assessment::questionnaire::QuestionnaireFile;
use file::write_file;
use jsonschema::Validator;
use serde_json::{Value, json};

const PUBLISHED: &str = include_str!("../../../content/questionnaire.schema.json");

/// Two languages, so that every kind of place is there, with and without what may be left out.
fn sample() -> Value {
    let mut file = write_file(&[2, 1], 3, &["en-GB", "cy"]);
    file["$schema"] = json!("questionnaire.schema.json");
    let bare = file["texts"][1]["elements"]["element-0"].as_object_mut().expect("an element");
    bare.retain(|name, _| name == "title" || name == "indicators");
    file["texts"][1]["elements"]["element-1"].as_object_mut().expect("an element").remove("good_practice");
    file
}

fn validator() -> Validator {
    jsonschema::validator_for(&QuestionnaireFile::schema()).expect("it is a JSON Schema")
}

/// The way to every value below this one, as JSON pointers.
fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| places(value, &format!("{place}/{name}"), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| places(value, &format!("{place}/{index}"), found));
        }
        _ => {}
    }
}

/// What may be put in the place of any value.
fn replacements() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "x",
        "X",
        "a-b",
        "a_b",
        "1a",
        "en",
        "en-GB-",
        "en-Latn-GB-1996",
        "https://",
        "https://example.org/é",
        "https://a b",
        "https://a\u{a0}b",
        "http://example.org/",
        "two\nlines",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\u{200b}",
        "x\u{1e}",
        "😀",
    ];
    let numbers =
        [json!(-1), json!(0), json!(1), json!(2), json!(3), json!(3.0), json!(3.5), json!(5), json!(7)];
    let large = [json!(8), json!(1899), json!(1900), json!(2100), json!(2101), json!(4_294_967_295_u64)];
    let beyond = [json!(4_294_967_296_u64), json!(u64::MAX), json!(1e300)];
    let lengths = [40, 41, 100, 101, 300, 301, 600, 601];
    let mut values = vec![json!(null), json!(true), json!([]), json!({}), json!([1]), json!({ "a": "b" })];
    values.extend(texts.map(Value::from));
    values.extend(numbers.into_iter().chain(large).chain(beyond));
    values.extend(lengths.map(|length| json!("é".repeat(length))));
    values.extend([40, 41].map(|length| json!("a".repeat(length))));
    values.extend(lengths.map(|length| json!(format!("https://{}", "é".repeat(length - 8)))));
    values
}

/// Every file that differs from the sample in one place, with a word on what was done there.
fn changed_files() -> Vec<(String, Value)> {
    let sample = sample();
    let mut all = Vec::new();
    places(&sample, "", &mut all);
    let mut files = Vec::new();
    for place in all {
        let changed = |change: &dyn Fn(&mut Value)| {
            let mut file = sample.clone();
            change(file.pointer_mut(&place).expect("the place exists"));
            file
        };
        for value in replacements() {
            files.push((format!("{value} at {place}"), changed(&|it| *it = value.clone())));
        }
        match sample.pointer(&place).expect("the place exists") {
            Value::Object(fields) => {
                for name in fields.keys() {
                    let without = |it: &mut Value| drop(it.as_object_mut().and_then(|it| it.remove(name)));
                    files.push((format!("no {name} at {place}"), changed(&without)));
                }
                files.push((format!("one more at {place}"), changed(&|it| it["more"] = json!("more"))));
            }
            Value::Array(_) => {
                let list =
                    |it: &mut Value, change: fn(&mut Vec<Value>)| change(it.as_array_mut().expect("a list"));
                files.push((format!("one less at {place}"), changed(&|it| list(it, |it| drop(it.pop())))));
                let repeat = |it: &mut Vec<Value>| it.push(it.last().cloned().unwrap_or_default());
                files.push((format!("one more at {place}"), changed(&|it| list(it, repeat))));
                files.push((format!("nothing at {place}"), changed(&|it| list(it, Vec::clear))));
            }
            _ => {}
        }
    }
    files
}

/// What no schema can say, of a file that is valid by ours: each name stands for one thing, and the texts
/// of every language are those of the definition.
fn is_of_one_piece(file: &Value) -> bool {
    let levels = file["levels"].as_f64();
    let has_levels = |texts: &Value| texts["levels"].as_array().map(|texts| texts.len() as f64) == levels;
    let elements = list(&file["elements"]);
    let element_ids: Vec<&str> = elements.iter().filter_map(|element| element["id"].as_str()).collect();
    let ids_of = |element: &Value| -> Vec<String> {
        list(&element["indicators"]).iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let fits = |texts: &Value| {
        has_levels(texts)
            && names(&texts["elements"]) == sorted(&element_ids)
            && elements.iter().all(|element| {
                let indicators = &texts["elements"][element["id"].as_str().unwrap_or_default()]["indicators"];
                let texts = indicators.as_object().into_iter().flat_map(|texts| texts.values());
                names(indicators) == sorted(&ids_of(element)) && texts.into_iter().all(has_levels)
            })
    };
    let all_ids: Vec<String> = elements.iter().flat_map(ids_of).collect();
    let languages: Vec<String> = list(&file["texts"])
        .iter()
        .filter_map(|texts| texts["language"].as_str().map(str::to_lowercase))
        .collect();
    is_distinct(&element_ids)
        && is_distinct(&all_ids)
        && is_distinct(&languages)
        && list(&file["texts"]).iter().all(fits)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn names(object: &Value) -> Vec<String> {
    sorted(&object.as_object().map_or(vec![], |fields| fields.keys().collect()))
}

fn sorted(names: &[impl ToString]) -> Vec<String> {
    let mut names: Vec<String> = names.iter().map(ToString::to_string).collect();
    names.sort();
    names
}

fn is_distinct(names: &[impl ToString]) -> bool {
    let mut sorted = sorted(names);
    sorted.dedup();
    sorted.len() == names.len()
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let schema = format!("{:#}\n", QuestionnaireFile::schema());
    assert!(
        PUBLISHED == schema,
        "content/questionnaire.schema.json is out of date; renew it with\n    \
         cargo run -p assessment --bin questionnaire -- schema > content/questionnaire.schema.json"
    );
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&QuestionnaireFile::schema()));
}

#[test]
fn schema_and_reader_accept_the_same() {
    let validator = validator();
    for file in [sample(), write_file(&[1], 7, &["en"]), write_file(&[1; 9], 4, &["zh-Hant-TW", "es-419"])] {
        assert!(QuestionnaireFile::parse(&file.to_string()).is_ok());
        assert!(validator.is_valid(&file), "{:?}", validator.validate(&file));
    }
}

#[test]
fn schema_and_reader_agree_on_every_change_of_one_place() {
    let validator = validator();
    let (mut accepted, mut refused, mut in_pieces) = (0, 0, 0);
    for (what, file) in changed_files() {
        let problems = QuestionnaireFile::parse(&file.to_string()).err().unwrap_or_default();
        match (validator.validate(&file), problems.as_slice()) {
            (Ok(()), []) => accepted += 1,
            (Ok(()), [problem, ..]) => {
                assert!(!is_of_one_piece(&file), "the schema takes {what}, and the reader says: {problem}");
                in_pieces += 1;
            }
            (Err(error), []) => panic!("the reader takes {what}, and the schema says: {error}"),
            (Err(_), _) => refused += 1,
        }
    }
    // Each of the three is really met.
    assert!(accepted > 1_000 && refused > 5_000 && in_pieces > 30, "{accepted}, {refused}, {in_pieces}");
}
