//! Changes to an input that leave it readable: of bytes that change anyhow, most are no JSON any more, and
//! end before the parser that is meant.

use std::str;

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

/// For `fuzz_mutator!`: a change to one value of the JSON in the input, or now and then to any byte.
///
/// JSON is looked for between line breaks and tabs, with which the targets part what they read.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice(u64::from(seed) + 1);
    let readable = str::from_utf8(&data[..size]).ok().filter(|_| !dice.one_in(4));
    match readable.and_then(|text| change(text, &mut dice)) {
        Some(text) if text.len() <= max_size => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
}

fn change(text: &str, dice: &mut Dice) -> Option<String> {
    let mut pieces: Vec<String> = text.split_inclusive(['\n', '\t']).map(str::to_owned).collect();
    let read = |(place, piece): (usize, &String)| Some((place, serde_json::from_str(piece).ok()?));
    let mut values: Vec<(usize, Value)> = pieces.iter().enumerate().filter_map(read).collect();
    if values.is_empty() {
        return None;
    }
    let (place, mut value) = values.swap_remove(dice.below(values.len()));
    change_value(&mut value, dice);
    let end = pieces[place].trim_start_matches(|char| char != '\n' && char != '\t').to_owned();
    pieces[place] = format!("{value}{end}");
    Some(pieces.concat())
}

fn change_value(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Object(fields) if !fields.is_empty() && !dice.one_in(8) => {
            let index = dice.below(fields.len());
            let name = fields.keys().nth(index).cloned().unwrap_or_default();
            if dice.one_in(8) {
                fields.remove(&name);
            } else {
                change_value(&mut fields[&name], dice);
            }
        }
        Value::Array(items) if !items.is_empty() && !dice.one_in(8) => {
            let index = dice.below(items.len());
            match dice.below(8) {
                0 => drop(items.remove(index)),
                1 => items.push(items[index].clone()),
                _ => change_value(&mut items[index], dice),
            }
        }
        Value::String(text) if !dice.one_in(4) => *text = changed_text(text, dice),
        Value::Number(number) if !dice.one_in(4) => {
            let step = if dice.one_in(2) { 1 } else { -1 };
            *value = json!(number.as_i64().unwrap_or_default().saturating_add(step));
        }
        other => *other = some_value(dice),
    }
}

/// Another number at its end, one more character, or as libFuzzer changes bytes, which knows what the
/// program compares them with.
fn changed_text(text: &str, dice: &mut Dice) -> String {
    if text.ends_with(|char: char| char.is_ascii_digit()) && dice.one_in(2) {
        let name = text.trim_end_matches(|char: char| char.is_ascii_digit());
        return format!("{name}{}", dice.below(12));
    }
    if dice.one_in(4) {
        return format!("{text}{}", [" ", "\n", "-", "0", "é", "\u{0}", "\"", "/"][dice.below(8)]);
    }
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(text.len() + 16, 0);
    let size = fuzzer_mutate(&mut bytes, text.len(), text.len() + 16);
    String::from_utf8_lossy(&bytes[..size]).into_owned()
}

fn some_value(dice: &mut Dice) -> Value {
    const LARGEST_EXACT: u64 = (1 << 53) - 1;
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(2),
        json!(-1),
        json!(0.5),
        json!(LARGEST_EXACT),
        json!(LARGEST_EXACT + 1),
        json!(u64::MAX),
        json!(""),
        json!("0"),
        json!([]),
        json!({}),
        json!("x".repeat(301)),
        json!("é".repeat(2_001)),
    ];
    values[dice.below(values.len())].clone()
}

/// Chance that comes from libFuzzer's seed alone, so that a run can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        // A step of xorshift, and the upper half of it, which is mixed best.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 32).unwrap_or_default() % limit
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}
