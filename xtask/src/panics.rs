//! Takes out of the compiled program what only leads up to a panic.
//!
//! A panic stops the program for good, and its message goes nowhere. So the message, its values and the
//! place in the source are worked out for nothing, and what remains of a panic is the trap that it ends in.

use std::collections::HashSet;

use anyhow::{Result, bail};
use walrus::ir::{
    Br, BrIf, BrTable, Call, Instr, InstrLocId, InstrSeqId, Unreachable, Visitor, dfs_in_order,
};
use walrus::{FunctionId, FunctionKind, LocalFunction, Module};

use crate::unused::empty;

/// Where every panic comes by, and every other way to give up, as the compiler writes it.
pub(crate) const ENDS: [&str; 3] =
    ["4core9panicking9panic_fmt", "5alloc5alloc18handle_alloc_error", "12wasm_bindgen9throw_str"];
/// The same in a program that holds nothing of JavaScript's.
pub(crate) const ENDS_WITHOUT_JAVASCRIPT: [&str; 2] = [ENDS[0], ENDS[1]];

/// Leaves a trap where the program would panic, and nothing on the way there. `ends` are the ways to give
/// up that it has.
pub(crate) fn cut(module: &mut Module, ends: &[&str]) -> Result<()> {
    let stopping = stopping(module, functions_named(ends, module)?);
    for id in &stopping {
        empty(module, *id);
    }
    let silent = silent(module, &stopping);
    for (id, function) in module.funcs.iter_local_mut() {
        if !stopping.contains(&id) {
            for sequence in sequences(function) {
                cut_sequence(&mut function.block_mut(sequence).instrs, &stopping, &silent);
            }
        }
    }
    Ok(())
}

fn functions_named(ends: &[&str], module: &Module) -> Result<HashSet<FunctionId>> {
    let mut all = HashSet::new();
    for end in ends {
        let is_this = |function: &&walrus::Function| {
            function.name.as_deref().is_some_and(|name| name.contains(end))
                && matches!(function.kind, FunctionKind::Local(_))
        };
        let before = all.len();
        all.extend(module.funcs.iter().filter(is_this).map(walrus::Function::id));
        if all.len() == before {
            bail!("the program has no {end}: tell panics.rs what a panic comes by now");
        }
    }
    Ok(all)
}

/// All functions that end in a panic whatever happens, and do nothing before that anybody would notice.
fn stopping(module: &Module, ends: HashSet<FunctionId>) -> HashSet<FunctionId> {
    let mut stopping = ends;
    loop {
        let silent = silent(module, &stopping);
        let more: Vec<_> = module
            .funcs
            .iter_local()
            .filter(|(id, function)| {
                !stopping.contains(id) && silent.contains(id) && always_stops(function, &stopping)
            })
            .map(|(id, _)| id)
            .collect();
        if more.is_empty() {
            return stopping;
        }
        stopping.extend(more);
    }
}

/// All functions that reach nothing outside the program but by a panic.
fn silent(module: &Module, stopping: &HashSet<FunctionId>) -> HashSet<FunctionId> {
    let calls: Vec<_> = module.funcs.iter_local().map(|(id, function)| (id, Calls::of(function))).collect();
    let mut silent: HashSet<_> =
        calls.iter().filter(|(_, calls)| !calls.is_indirect).map(|(id, _)| *id).collect();
    loop {
        let before = silent.len();
        for (id, calls) in &calls {
            if !calls.direct.iter().all(|called| silent.contains(called) || stopping.contains(called)) {
                silent.remove(id);
            }
        }
        if silent.len() == before {
            return silent;
        }
    }
}

/// What a function calls.
#[derive(Default)]
struct Calls {
    direct: HashSet<FunctionId>,
    is_indirect: bool,
}

impl Calls {
    fn of(function: &LocalFunction) -> Self {
        let mut calls = Self::default();
        dfs_in_order(&mut calls, function, function.entry_block());
        calls
    }
}

impl<'a> Visitor<'a> for Calls {
    fn visit_instr(&mut self, instruction: &'a Instr, _: &'a InstrLocId) {
        match instruction {
            Instr::Call(Call { func }) => {
                self.direct.insert(*func);
            }
            _ if !is_plain(instruction) && !is_structure(instruction) => self.is_indirect = true,
            _ => {}
        }
    }
}

/// Whether no way through the function comes to its end, and one of them to a panic.
fn always_stops(function: &LocalFunction, stopping: &HashSet<FunctionId>) -> bool {
    let mut ways = Ways { function, stopping, left: HashSet::new(), has_stopped: false };
    let entry = function.entry_block();
    !ways.come_to_the_end_of(entry) && !ways.left.contains(&entry) && ways.has_stopped
}

/// The ways through a function.
struct Ways<'a> {
    function: &'a LocalFunction,
    stopping: &'a HashSet<FunctionId>,
    /// What some way leaves by a branch.
    left: HashSet<InstrSeqId>,
    has_stopped: bool,
}

impl Ways<'_> {
    fn come_to_the_end_of(&mut self, sequence: InstrSeqId) -> bool {
        self.function.block(sequence).instrs.iter().all(|(instruction, _)| self.come_past(instruction))
    }

    fn come_past(&mut self, instruction: &Instr) -> bool {
        match instruction {
            Instr::Block(block) => self.come_to_the_end_of(block.seq) || self.left.contains(&block.seq),
            // To leave a loop by a branch is to begin it again.
            Instr::Loop(again) => self.come_to_the_end_of(again.seq),
            Instr::IfElse(choice) => [choice.consequent, choice.alternative]
                .map(|part| self.come_to_the_end_of(part) || self.left.contains(&part))
                .contains(&true),
            Instr::Br(Br { block }) => {
                self.left.insert(*block);
                false
            }
            Instr::BrIf(BrIf { block }) => {
                self.left.insert(*block);
                true
            }
            Instr::BrTable(BrTable { blocks, default }) => {
                self.left.extend(blocks.iter().chain([default]));
                false
            }
            Instr::Return(_) => {
                self.left.insert(self.function.entry_block());
                false
            }
            Instr::Unreachable(_) => false,
            Instr::Call(Call { func }) if self.stopping.contains(func) => {
                self.has_stopped = true;
                false
            }
            _ => true,
        }
    }
}

/// Cuts a sequence off before whatever only leads up to its panic.
fn cut_sequence(
    instructions: &mut Vec<(Instr, InstrLocId)>,
    stopping: &HashSet<FunctionId>,
    silent: &HashSet<FunctionId>,
) {
    let Some(stop) = instructions.iter().position(|(instruction, _)| calls_one_of(instruction, stopping))
    else {
        return;
    };
    let leads_up = |instruction: &Instr| is_plain(instruction) || calls_one_of(instruction, silent);
    let kept = instructions[..stop].iter().rposition(|(instruction, _)| !leads_up(instruction));
    instructions.truncate(kept.map_or(0, |last| last + 1));
    instructions.push((Instr::Unreachable(Unreachable {}), InstrLocId::default()));
}

fn calls_one_of(instruction: &Instr, functions: &HashSet<FunctionId>) -> bool {
    matches!(instruction, Instr::Call(Call { func }) if functions.contains(func))
}

/// Whether an instruction is the step to the next one, and nothing outside the program notices it.
fn is_plain(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::GlobalSet(_)
            | Instr::Const(_)
            | Instr::Binop(_)
            | Instr::Unop(_)
            | Instr::Select(_)
            | Instr::Drop(_)
            | Instr::Load(_)
            | Instr::Store(_)
            | Instr::MemorySize(_)
            | Instr::MemoryCopy(_)
            | Instr::MemoryFill(_)
            | Instr::MemoryGrow(_)
    )
}

/// Whether an instruction says where to go on in the same function.
fn is_structure(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Block(_)
            | Instr::Loop(_)
            | Instr::IfElse(_)
            | Instr::Br(_)
            | Instr::BrIf(_)
            | Instr::BrTable(_)
            | Instr::Return(_)
            | Instr::Unreachable(_)
    )
}

/// Every sequence of a function that its first one leads to.
fn sequences(function: &LocalFunction) -> Vec<InstrSeqId> {
    struct Sequences(Vec<InstrSeqId>);
    impl<'a> Visitor<'a> for Sequences {
        fn start_instr_seq(&mut self, sequence: &'a walrus::ir::InstrSeq) {
            self.0.push(sequence.id());
        }
    }
    let mut all = Sequences(Vec::new());
    dfs_in_order(&mut all, function, function.entry_block());
    all.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::FunctionBuilder;

    /// A program with every end, an import `tell`, and a function `work` as `write` writes it.
    fn program(write: impl FnOnce(&mut walrus::InstrSeqBuilder<'_>, FunctionId, FunctionId)) -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        let (tell, _) = module.add_import_func("page", "tell", kind);
        let ends = ENDS.map(|name| {
            function(&mut module, name, |body| {
                body.unreachable();
            })
        });
        function(&mut module, "work", |body| write(body, tell, ends[0]));
        module
    }

    fn function(
        module: &mut Module,
        name: &str,
        write: impl FnOnce(&mut walrus::InstrSeqBuilder<'_>),
    ) -> FunctionId {
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.name(name.to_owned());
        write(&mut builder.func_body());
        builder.finish(vec![], &mut module.funcs)
    }

    /// What is left of `work`, by the names of its instructions.
    fn left(mut module: Module) -> Vec<String> {
        cut(&mut module, &ENDS).expect("every end is there");
        let work = module.funcs.by_name("work").expect("the function is there");
        let function = module.funcs.get(work).kind.unwrap_local();
        let mut names = Vec::new();
        for sequence in sequences(function) {
            names.extend(function.block(sequence).instrs.iter().map(|(instruction, _)| {
                let name = format!("{instruction:?}");
                name.split(['(', ' ']).next().unwrap_or_default().to_owned()
            }));
        }
        names
    }

    #[test]
    fn what_only_leads_up_to_a_panic_is_gone() {
        let module = program(|body, _, panic| {
            body.i32_const(1).if_else(
                None,
                |chosen| {
                    chosen.i32_const(2).drop().call(panic).unreachable();
                },
                |_| {},
            );
        });
        assert_eq!(left(module), ["Const", "IfElse", "Unreachable"]);
    }

    #[test]
    fn what_the_page_is_told_before_a_panic_is_still_told() {
        let module = program(|body, tell, panic| {
            body.i32_const(1).drop().call(tell).i32_const(2).drop().call(panic).unreachable();
        });
        assert_eq!(left(module), ["Const", "Drop", "Call", "Unreachable"]);
    }

    #[test]
    fn a_function_that_stops_whatever_happens_is_a_panic_too() {
        let mut module = program(|body, _, _| {
            body.i32_const(1).drop();
        });
        let panic = module.funcs.by_name(ENDS[0]).expect("the function is there");
        let fail = function(&mut module, "fail", |body| {
            let (yes, no) =
                (|_: &mut walrus::InstrSeqBuilder<'_>| {}, |_: &mut walrus::InstrSeqBuilder<'_>| {});
            body.i32_const(1).if_else(None, yes, no).call(panic).unreachable();
        });
        let work = module.funcs.by_name("work").expect("the function is there");
        module.funcs.get_mut(work).kind.unwrap_local_mut().builder_mut().func_body().call(fail);
        assert_eq!(left(module), ["Unreachable"]);
    }

    #[test]
    fn a_function_that_may_come_back_is_none() {
        let mut module = program(|body, _, _| {
            body.i32_const(1).drop();
        });
        let panic = module.funcs.by_name(ENDS[0]).expect("the function is there");
        let check = function(&mut module, "check", |body| {
            body.block(None, |block| {
                let out = block.id();
                block.i32_const(1).br_if(out).call(panic).unreachable();
            });
        });
        let work = module.funcs.by_name("work").expect("the function is there");
        module.funcs.get_mut(work).kind.unwrap_local_mut().builder_mut().func_body().call(check);
        assert_eq!(left(module), ["Const", "Drop", "Call"]);
    }

    #[test]
    fn a_program_without_an_end_is_refused() {
        let error = cut(&mut Module::default(), &ENDS).expect_err("nothing panics in it");
        assert!(error.to_string().contains("what a panic comes by"), "{error}");
    }
}
