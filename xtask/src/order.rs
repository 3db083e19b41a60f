//! Puts functions that are alike beside each other, which a compressor rewards.
//!
//! It changes where functions stand in the file, and with that the numbers they are called by. What they
//! do stays as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// So many bytes in a row are a pattern. Found by trying what is smallest compressed, like the two below.
const PATTERN: usize = 4;
/// A pattern of more functions than that says nothing about which are alike.
const MOST_FUNCTIONS: usize = 800;
/// How much the function before the last counts, when what is like both is looked for.
const BEFORE_THE_LAST: f64 = 0.5;

/// The same program in another order.
pub(crate) fn reorder(program: &[u8]) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(program).context("could not read the program")?;
    let order = Order::new(imported, &by_likeness(&bodies));
    let mut module = Module::new();
    let written = Reordering(order).parse_core_module(&mut module, Parser::new(0), program);
    written.map_err(|error| anyhow::anyhow!("could not reorder the program: {error}"))?;
    Ok(module.finish())
}

/// How many functions are imported, and the bytes of each of the others.
fn functions(program: &[u8]) -> Result<(usize, Vec<&[u8]>)> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// From the largest on, each time the one that is most like the two before it.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let patterns = shared_patterns(bodies);
    let mut with_pattern: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (function, patterns) in patterns.iter().enumerate() {
        for pattern in patterns {
            with_pattern.entry(pattern).or_default().push(function);
        }
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    while !left.is_empty() {
        let mut shared = vec![0.0; bodies.len()];
        for (function, weight) in order.iter().rev().zip([1.0, BEFORE_THE_LAST]) {
            for pattern in &patterns[*function] {
                for other in &with_pattern[pattern] {
                    shared[*other] += weight;
                }
            }
        }
        // A large function shares something with everything.
        let likeness = |function: usize| shared[function] / (1.0 + patterns[function].len() as f64).sqrt();
        let rank = |function: usize| (likeness(function), bodies[function].len());
        let next = left.iter().copied().reduce(
            |best, function| {
                if rank(function) > rank(best) { function } else { best }
            },
        );
        let Some(next) = next else { break };
        left.remove(&next);
        order.push(next);
    }
    order
}

/// The patterns of each function that another has too, but not nearly all.
fn shared_patterns<'a>(bodies: &[&'a [u8]]) -> Vec<BTreeSet<&'a [u8]>> {
    let mut patterns: Vec<BTreeSet<&[u8]>> =
        bodies.iter().map(|body| body.windows(PATTERN).collect()).collect();
    let mut functions: BTreeMap<&[u8], usize> = BTreeMap::new();
    for pattern in patterns.iter().flatten() {
        *functions.entry(pattern).or_default() += 1;
    }
    for patterns in &mut patterns {
        patterns.retain(|pattern| (2..=MOST_FUNCTIONS).contains(&functions[pattern]));
    }
    patterns
}

/// Where each function stands afterwards.
struct Order {
    imported: usize,
    /// The functions that are not imported, by their places before.
    before: Vec<usize>,
    /// And their places afterwards, by those before.
    afterwards: Vec<usize>,
}

impl Order {
    fn new(imported: usize, before: &[usize]) -> Self {
        let mut afterwards = vec![0; before.len()];
        for (place, function) in before.iter().enumerate() {
            afterwards[*function] = place;
        }
        Self { imported, before: before.to_vec(), afterwards }
    }
}

/// Writes a program anew with another order of its functions.
struct Reordering(Order);

impl Reencode for Reordering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let Order { imported, afterwards, .. } = &self.0;
        let place =
            (function as usize).checked_sub(*imported).map(|function| imported + afterwards[function]);
        Ok(place.map_or(function, |place| u32::try_from(place).unwrap_or(u32::MAX)))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let kinds = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in &self.0.before {
            functions.function(kinds[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.0.before.clone() {
            utils::parse_function_body(self, code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together_after_the_largest() {
        let bodies: [&[u8]; 5] =
            [b"abcdefgh one", b"ABCDEFGH a large one", b"abcdefgh two", b"ABCDEFGH b", b"nothing like it"];
        let order = by_likeness(&bodies);
        assert_eq!(order[..2], [1, 3]);
        let [one, two] = [0, 2].map(|function| order.iter().position(|other| *other == function));
        assert_eq!(one.zip(two).map(|(one, two)| one.abs_diff(two)), Some(1), "{order:?}");
    }
}
