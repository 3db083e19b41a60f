//! The 32 symbols of codes that people read out and type: digits and capital letters without I, L, O and
//! U, five bits each.

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many bits a symbol stands for.
pub(super) const BITS: usize = 5;

/// Something in a typed code that is no symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NoSymbol {
    /// How many symbols stand before it.
    pub(super) after: usize,
    pub(super) found: char,
}

/// The symbol of a number below 32.
pub(super) fn symbol(number: u8) -> char {
    char::from(SYMBOLS[usize::from(number) % SYMBOLS.len()])
}

/// The numbers of the symbols in a typed code. What separates groups is passed over; I and L are read as
/// 1, and O as 0.
pub(super) fn numbers(typed: &str) -> Result<Vec<u8>, NoSymbol> {
    let mut numbers = Vec::new();
    for found in typed.chars().filter(|character| !is_separator(*character)) {
        numbers.push(number(found).ok_or(NoSymbol { after: numbers.len(), found })?);
    }
    Ok(numbers)
}

/// The numbers of the symbols in any text. Whatever is no symbol is passed over.
pub(super) fn numbers_among(text: &str) -> Vec<u8> {
    text.chars().filter_map(number).collect()
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '‐' | '‑' | '–' | '—' | '.' | '_')
}

fn number(typed: char) -> Option<u8> {
    let read = match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let place = SYMBOLS.iter().position(|symbol| char::from(*symbol) == read)?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_like_digits_are_read_as_those() {
        assert_eq!(numbers("oO iIlL"), Ok(vec![0, 0, 1, 1, 1, 1]));
        assert_eq!(numbers("a‑Z"), Ok(vec![10, 31]));
        assert_eq!(numbers("12-3U"), Err(NoSymbol { after: 3, found: 'U' }));
    }

    #[test]
    fn every_number_has_its_own_symbol() {
        for value in 0..32 {
            assert_eq!(numbers(&symbol(value).to_string()), Ok(vec![value]));
        }
    }
}
