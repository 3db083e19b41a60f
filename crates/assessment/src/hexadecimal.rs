//! Numbers as they are written in stored texts.

/// 16 hexadecimal digits.
pub(crate) fn hexadecimal(number: u64) -> String {
    let mut text = String::new();
    for place in (0..u64::BITS).step_by(4).rev() {
        let digit = (number >> place) as u8 & 0xf;
        text.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_the_standard_library_writes() {
        for number in [0, 1, 0xabc, 0x0123_4567_89ab_cdef, u64::MAX] {
            assert_eq!(hexadecimal(number), format!("{number:016x}"));
        }
    }
}
