//! Blanks what nothing in the compiled program reaches: constants, places in the table of functions, and
//! functions.
//!
//! The linker sees to that, but before anything is taken out of the program. It notes what refers to
//! what; here that is followed once more.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{Call, Const, Instr, InstrLocId, RefFunc, Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, DataId, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId,
    FunctionKind, Module,
};
use wasmparser::{
    BinaryReader, Linking, LinkingSectionReader, Parser, Payload, RelocSectionReader, RelocationEntry,
    RelocationType, SymbolInfo,
};

use crate::unused;

/// What the linker's notes are called.
const SYMBOLS: &str = "linking";
const IN_CODE: &str = "reloc.CODE";
const IN_DATA: &str = "reloc.DATA";
/// All of them, for whoever takes them out.
pub(crate) const SECTIONS: [&str; 3] = [SYMBOLS, IN_CODE, IN_DATA];

/// Where the parts of a program begin in its file, and what the linker noted about them.
#[derive(Default)]
pub(crate) struct Notes<'a> {
    program: &'a [u8],
    /// The places in the file of the code.
    code: Range<usize>,
    symbols: Vec<Symbol>,
    /// By the place in the file where the reference stands.
    references: BTreeMap<usize, Reference>,
    /// The places in the file of each segment's bytes.
    segments: Vec<Range<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Symbol {
    Function(u32),
    Constant { segment: usize, offset: usize, size: usize },
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Reference {
    symbol: usize,
    addend: i64,
}

impl<'a> Notes<'a> {
    /// Reads the notes of a program that was linked with `--emit-relocs`.
    pub(crate) fn read(program: &'a [u8]) -> Result<Self> {
        let mut notes = Self { program, ..Self::default() };
        let mut data = 0;
        for payload in Parser::new(0).parse_all(program) {
            match payload.context("could not read the compiled program")? {
                Payload::CodeSectionStart { range, .. } => notes.code = range,
                Payload::DataSection(section) => {
                    data = section.range().start;
                    for segment in section {
                        let segment = segment?;
                        notes.segments.push(segment.range.end - segment.data.len()..segment.range.end);
                    }
                }
                Payload::CustomSection(section) => {
                    let reader = BinaryReader::new(section.data(), section.data_offset());
                    match section.name() {
                        SYMBOLS => notes.read_symbols(reader)?,
                        IN_CODE => notes.read_references(reader, notes.code.start)?,
                        IN_DATA => notes.read_references(reader, data)?,
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        ensure!(!notes.references.is_empty(), "the linker wrote no notes: see --emit-relocs in program.rs");
        Ok(notes)
    }

    fn read_symbols(&mut self, reader: BinaryReader<'_>) -> Result<()> {
        for part in LinkingSectionReader::new(reader)?.subsections() {
            if let Linking::SymbolTable(symbols) = part? {
                for symbol in symbols {
                    self.symbols.push(match symbol? {
                        SymbolInfo::Func { index, .. } => Symbol::Function(index),
                        SymbolInfo::Data { symbol: Some(it), .. } => Symbol::Constant {
                            segment: it.index as usize,
                            offset: it.offset as usize,
                            size: it.size as usize,
                        },
                        _ => Symbol::Other,
                    });
                }
            }
        }
        Ok(())
    }

    fn read_references(&mut self, reader: BinaryReader<'_>, start: usize) -> Result<()> {
        for entry in RelocSectionReader::new(reader)?.entries() {
            let RelocationEntry { ty, offset, index, addend } = entry?;
            match ty {
                RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32
                | RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32 => {
                    let reference = Reference { symbol: index as usize, addend };
                    self.references.insert(start + offset as usize, reference);
                }
                // Calls, types and globals are in the program as they are.
                RelocationType::FunctionIndexLeb
                | RelocationType::TypeIndexLeb
                | RelocationType::GlobalIndexLeb
                | RelocationType::TableNumberLeb => {}
                other => bail!("the linker wrote a note of a kind that reach.rs does not know: {other:?}"),
            }
        }
        Ok(())
    }
}

/// Makes sure that the notes are understood: each belongs to an instruction, which names the function or
/// the address that the note does.
///
/// # Errors
/// If one does not.
pub(crate) fn check(module: &Module, notes: &Notes<'_>) -> Result<()> {
    let mut met = Met {
        notes,
        table: table(module),
        addresses: addresses(module),
        by_number: by_number(module),
        right: 0,
    };
    for (_, function) in module.funcs.iter_local() {
        dfs_in_order(&mut met, function, function.entry_block());
    }
    let noted = notes.references.range(notes.code.clone()).count();
    ensure!(
        met.right == noted,
        "the linker's notes say {noted} things about the program, and {} are so: see how reach.rs reads them",
        met.right
    );
    Ok(())
}

/// The instructions that are met, and how many are as the notes say.
struct Met<'a> {
    notes: &'a Notes<'a>,
    table: BTreeMap<i32, FunctionId>,
    addresses: Vec<i32>,
    by_number: Vec<FunctionId>,
    right: usize,
}

impl<'a> Visitor<'a> for Met<'_> {
    fn visit_instr(&mut self, instruction: &'a Instr, place: &'a InstrLocId) {
        let Some(reference) = self.notes.of(instruction, *place) else { return };
        let is_right = match (self.notes.symbols[reference.symbol], instruction) {
            (Symbol::Function(number), Instr::Const(Const { value: Value::I32(place) })) => {
                self.table.get(place) == self.by_number.get(number as usize)
            }
            (
                Symbol::Constant { segment, offset, .. },
                Instr::Const(Const { value: Value::I32(address) }),
            ) => {
                let begin = self.addresses.get(segment).copied().unwrap_or_default();
                i64::from(*address) == i64::from(begin) + offset as i64 + reference.addend
            }
            _ => true,
        };
        self.right += usize::from(is_right);
    }
}

/// The functions by their place in the table.
fn table(module: &Module) -> BTreeMap<i32, FunctionId> {
    let mut table = BTreeMap::new();
    for element in module.elements.iter() {
        if let (
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(first)), .. },
            ElementItems::Functions(functions),
        ) = (&element.kind, &element.items)
        {
            table.extend((*first..).zip(functions.iter().copied()));
        }
    }
    table
}

/// Where each segment begins in memory.
fn addresses(module: &Module) -> Vec<i32> {
    let address = |data: &walrus::Data| match &data.kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(address)), .. } => *address,
        _ => 0,
    };
    module.data.iter().map(address).collect()
}

/// Blanks what is not reached from outside.
pub(crate) fn blank(module: &mut Module, notes: &Notes<'_>) {
    let Reached { constants, in_table, called, .. } = Reached::from_outside(module, notes);
    blank_constants(module, notes, &constants);
    empty_functions(module, &called);
    blank_places(module, &in_table);
}

/// All functions by the number that the linker gave them.
fn by_number(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// What is reached.
struct Reached<'a> {
    notes: &'a Notes<'a>,
    by_number: Vec<FunctionId>,
    called: HashSet<FunctionId>,
    in_table: HashSet<FunctionId>,
    constants: HashSet<Symbol>,
    waiting: Vec<FunctionId>,
}

impl<'a> Reached<'a> {
    fn from_outside(module: &'a Module, notes: &'a Notes<'_>) -> Self {
        let mut reached = Self {
            notes,
            by_number: by_number(module),
            called: HashSet::new(),
            in_table: HashSet::new(),
            constants: HashSet::new(),
            waiting: Vec::new(),
        };
        for export in module.exports.iter() {
            if let ExportItem::Function(function) = export.item {
                reached.call(function);
            }
        }
        reached.waiting.extend(module.start);
        while let Some(function) = reached.waiting.pop() {
            if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
                dfs_in_order(&mut reached, local, local.entry_block());
            }
        }
        reached
    }

    fn call(&mut self, function: FunctionId) {
        if self.called.insert(function) {
            self.waiting.push(function);
        }
    }

    fn refer(&mut self, reference: Reference) {
        match self.notes.symbols[reference.symbol] {
            Symbol::Function(number) => {
                let function = self.by_number[number as usize];
                self.in_table.insert(function);
                self.call(function);
            }
            constant @ Symbol::Constant { .. } => {
                if !self.notes.is_place_in_source(constant) && self.constants.insert(constant) {
                    let inside = self.notes.references.range(self.notes.place(constant));
                    for (_, reference) in inside {
                        self.refer(*reference);
                    }
                }
            }
            Symbol::Other => {}
        }
    }
}

impl<'a> Visitor<'a> for Reached<'_> {
    fn visit_instr(&mut self, instruction: &'a Instr, place: &'a InstrLocId) {
        if let Instr::Call(Call { func }) | Instr::RefFunc(RefFunc { func }) = instruction {
            self.call(*func);
        }
        if let Some(reference) = self.notes.of(instruction, *place) {
            self.refer(reference);
        }
    }
}

impl Notes<'_> {
    /// The reference of an instruction that was in the file, if it is one.
    fn of(&self, instruction: &Instr, place: InstrLocId) -> Option<Reference> {
        let before = match instruction {
            Instr::Const(_) => 1,
            // The alignment comes first.
            Instr::Load(_) | Instr::Store(_) => 2,
            _ => return None,
        };
        let place = (!place.is_default()).then(|| place.data() as usize)?;
        self.references.get(&(place + before)).copied()
    }

    /// Whether a constant says where in a source file something stands. That is read for the message of
    /// a panic alone, which is not there any more.
    fn is_place_in_source(&self, constant: Symbol) -> bool {
        // The name of the file, its length, the line and the column.
        const SIZE: usize = 16;
        let place = self.place(constant);
        let mut inside = self.references.range(place.clone());
        let (first, second) = (inside.next(), inside.next());
        let names_source = |reference: &Reference| {
            let name = &self.program[self.place(self.symbols[reference.symbol])];
            name.strip_suffix(b"\0").unwrap_or(name).ends_with(b".rs")
        };
        place.len() == SIZE
            && second.is_none()
            && first.is_some_and(|(at, reference)| *at == place.start && names_source(reference))
    }

    /// The places in the file of a constant.
    fn place(&self, symbol: Symbol) -> Range<usize> {
        match symbol {
            Symbol::Constant { segment, offset, size } if segment < self.segments.len() => {
                let start = self.segments[segment].start + offset;
                start..start + size
            }
            _ => 0..0,
        }
    }
}

fn blank_constants(module: &mut Module, notes: &Notes<'_>, reached: &HashSet<Symbol>) {
    let segments: Vec<DataId> = module.data.iter().map(walrus::Data::id).collect();
    for (number, id) in segments.into_iter().enumerate() {
        let of_this = |symbol: &Symbol| match *symbol {
            Symbol::Constant { segment, offset, size } if segment == number => Some(offset..offset + size),
            _ => None,
        };
        let bytes = &mut module.data.get_mut(id).value;
        let before = bytes.clone();
        for symbol in &notes.symbols {
            if let Some(range) = of_this(symbol).filter(|_| !reached.contains(symbol)) {
                bytes[range].fill(0);
            }
        }
        // Constants may share their bytes.
        for range in reached.iter().filter_map(of_this) {
            bytes[range.clone()].copy_from_slice(&before[range]);
        }
    }
}

/// Empties the functions that nothing calls. wasm-bindgen looks into every function for what JavaScript has to
/// have ready, and would keep all that they need.
fn empty_functions(module: &mut Module, called: &HashSet<FunctionId>) {
    let uncalled: Vec<FunctionId> =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| !called.contains(id)).collect();
    for function in uncalled {
        unused::empty(module, function);
    }
}

fn blank_places(module: &mut Module, reached: &HashSet<FunctionId>) {
    let mut nothing = FunctionBuilder::new(&mut module.types, &[], &[]);
    nothing.func_body().unreachable();
    let nothing = nothing.finish(vec![], &mut module.funcs);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            for function in functions.iter_mut().filter(|function| !reached.contains(function)) {
                *function = nothing;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: usize = 0;
    const LEFT: usize = 1;
    const PLACE: usize = 2;
    const FILE: usize = 3;

    /// A program whose one function refers to the first constant and to a place in the source.
    fn program() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(1024)) };
        module.data.add(kind, b"keptleftPLACE IN SOURCE.main.rs\0".to_vec());
        let mut work = FunctionBuilder::new(&mut module.types, &[], &[]);
        work.func_body().i32_const(1024).drop().i32_const(1032).drop();
        let work = work.finish(vec![], &mut module.funcs);
        module.exports.add("work", work);
        let mut idle = FunctionBuilder::new(&mut module.types, &[], &[]);
        idle.func_body().i32_const(1).drop();
        idle.finish(vec![], &mut module.funcs);
        module.emit_wasm()
    }

    fn constant(offset: usize, size: usize) -> Symbol {
        Symbol::Constant { segment: 0, offset, size }
    }

    /// What the linker would have noted about it.
    fn notes(program: &[u8]) -> Notes<'_> {
        let at = |part: &[u8]| {
            program.windows(part.len()).position(|bytes| bytes == part).expect("the program has that part")
        };
        let data = at(b"kept");
        // i32.const 1024 and 1032.
        let operands = [at(&[0x41, 0x80, 0x08]) + 1, at(&[0x41, 0x88, 0x08]) + 1, data + 8];
        let symbols = [KEPT, PLACE, FILE];
        let reference = |symbol| Reference { symbol, addend: 0 };
        Notes {
            program,
            code: 0..data,
            symbols: vec![constant(0, 4), constant(4, 4), constant(8, 16), constant(24, 8)],
            references: operands.into_iter().zip(symbols.map(reference)).collect(),
            segments: std::iter::once(data..data + 32).collect(),
        }
    }

    #[test]
    fn what_nothing_refers_to_is_blanked_and_so_are_places_in_the_source() {
        let program = program();
        let mut module = Module::from_buffer(&program).expect("a program");
        let notes = notes(&program);
        check(&module, &notes).expect("the notes are right");
        blank(&mut module, &notes);
        let data = module.data.iter().next().expect("one segment");
        assert_eq!(data.value, [b"kept".as_slice(), &[0; 28]].concat());
    }

    #[test]
    fn a_function_that_nothing_calls_is_emptied() {
        let program = program();
        let mut module = Module::from_buffer(&program).expect("a program");
        blank(&mut module, &notes(&program));
        let instructions: Vec<u64> = module.funcs.iter_local().map(|(_, function)| function.size()).collect();
        // The second is idle, and the last is what stands in places that nobody needs.
        assert_eq!(instructions, [4, 1, 1]);
    }

    #[test]
    fn what_something_refers_to_stays() {
        let program = program();
        let mut module = Module::from_buffer(&program).expect("a program");
        let mut notes = notes(&program);
        let first = *notes.references.keys().next().expect("there is one");
        notes.references.insert(first, Reference { symbol: LEFT, addend: 0 });
        blank(&mut module, &notes);
        let data = module.data.iter().next().expect("one segment");
        assert_eq!(data.value[..8], *b"\0\0\0\0left");
    }

    #[test]
    fn bytes_that_two_constants_share_stay_while_one_is_referred_to() {
        let program = program();
        let mut module = Module::from_buffer(&program).expect("a program");
        let mut notes = notes(&program);
        notes.symbols[LEFT] = constant(2, 4);
        blank(&mut module, &notes);
        let data = module.data.iter().next().expect("one segment");
        assert_eq!(data.value[..8], *b"kept\0\0ft");
    }

    #[test]
    fn notes_that_do_not_fit_the_program_are_refused() {
        let program = program();
        let module = Module::from_buffer(&program).expect("a program");
        let mut notes = notes(&program);
        let first = *notes.references.keys().next().expect("there is one");
        notes.references.insert(first, Reference { symbol: LEFT, addend: 0 });
        let error = check(&module, &notes).expect_err("another constant is noted");
        assert!(error.to_string().starts_with("the linker's notes say 2 things"), "{error}");
    }

    #[test]
    fn a_program_without_notes_is_refused() {
        let error = Notes::read(&program()).err().expect("no linker wrote it");
        assert!(error.to_string().contains("--emit-relocs"), "{error}");
    }
}
