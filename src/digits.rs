//! Numbers in digits.
//!
//! `to_string` and `format!` bring along what writes anything in any width, which is 1 kB for the browser to load.

/// A number as it is written.
pub fn digits(number: usize) -> String {
    padded(number as u64, 1)
}

/// A number in so many digits at least.
pub fn padded(mut number: u64, least: usize) -> String {
    let mut digits = String::new();
    while number > 0 || digits.len() < least {
        digits.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_long_as_they_are_or_longer() {
        for (number, two) in [(0, "00"), (7, "07"), (10, "10"), (2026, "2026")] {
            assert_eq!(digits(number), number.to_string());
            assert_eq!(padded(number as u64, 2), two);
        }
        assert_eq!(digits(usize::MAX), usize::MAX.to_string());
    }
}
