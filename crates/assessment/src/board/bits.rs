/// Bits in a row, the highest of each number first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits(Vec<bool>);

impl Bits {
    /// The bits of symbols.
    pub(super) fn of_symbols(numbers: &[u8]) -> Bits {
        let mut bits = Bits::default();
        for number in numbers {
            bits.push(u64::from(*number), super::symbols::BITS);
        }
        bits
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds the lowest `width` bits of a number, at most 64.
    pub(super) fn push(&mut self, number: u64, width: usize) {
        self.0.extend((0..width).rev().map(|place| number >> place & 1 == 1));
    }

    /// Splits the last `width` bits off, as a number.
    pub(super) fn split_end(&mut self, width: usize) -> u64 {
        let rest = self.0.split_off(self.0.len().saturating_sub(width));
        number(&rest)
    }

    /// The remainder of a cyclic redundancy check with 24 bits: the polynomial and the start of OpenPGP
    /// (RFC 9580, section 6.1). It differs for any two texts that differ only within 24 bits in a row.
    pub(super) fn checksum(&self) -> u64 {
        const POLYNOMIAL: u64 = 0x0086_4cfb;
        const START: u64 = 0x00b7_04ce;
        const HIGHEST: u64 = 1 << 23;
        let step = |sum: u64, bit: &bool| {
            let is_carried = (sum & HIGHEST != 0) != *bit;
            let shifted = sum << 1 & 0x00ff_ffff;
            if is_carried { shifted ^ POLYNOMIAL } else { shifted }
        };
        self.0.iter().fold(START, step)
    }

    /// Reads from the first bit on.
    pub(super) fn reader(&self) -> BitReader<'_> {
        BitReader(&self.0)
    }
}

pub(super) struct BitReader<'a>(&'a [bool]);

impl BitReader<'_> {
    /// The next `width` bits, if there are so many.
    pub(super) fn next(&mut self, width: usize) -> Option<u64> {
        let (next, rest) = self.0.split_at_checked(width)?;
        self.0 = rest;
        Some(number(next))
    }

    /// Whether nothing but zeros is left.
    pub(super) fn is_blank(&self) -> bool {
        !self.0.contains(&true)
    }
}

fn number(bits: &[bool]) -> u64 {
    bits.iter().fold(0, |number, bit| number << 1 | u64::from(*bit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_openpgp() {
        let mut bits = Bits::default();
        for byte in b"123456789" {
            bits.push(u64::from(*byte), 8);
        }
        assert_eq!(bits.checksum(), 0x0021_cf02, "the check value that is published for it");
    }
}
