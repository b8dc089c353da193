//! How much may be unpacked of files from strangers: a few kilobytes can claim to be gigabytes.

use crate::sentence::{Sentence, sentence};

/// Bytes that are unpacked of any input, however small: 128 large photographs.
const FREE: u64 = 2 << 30;

/// Bytes that are unpacked of each further byte of the input; photographs take about 100.
const RATIO: u64 = 600;

/// What is left to be unpacked of an input.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    left: u64,
}

impl Allowance {
    /// For an input of so many bytes: a ZIP file's, or those of all files together.
    pub fn new(input: u64) -> Self {
        Self {
            left: FREE.saturating_add(input.saturating_mul(RATIO)),
        }
    }

    /// Takes what something unpacks to.
    ///
    /// # Errors
    /// Why it is to be skipped, as “it unpacks to …”.
    pub fn take(&mut self, bytes: u64) -> Result<(), Sentence> {
        match self.left.checked_sub(bytes) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(sentence!(
                "it unpacks to {size} MB, and with the files before it that is more than {most} \
                 times what all of them take: save it smaller",
                size = bytes / 1_000_000,
                most = RATIO
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_stopped_and_photographs_are_not() {
        let bomb = 8192 * 8192 * 4;
        let mut small = Allowance::new(15_000);
        let taken = (0..64).filter(|_| small.take(bomb).is_ok()).count();
        assert_eq!(taken, 8);
        assert!(small.take(bomb).unwrap_err().to_string().contains("268 MB"));
        // A smaller one still fits in behind it.
        assert!(small.take(3072).is_ok());

        // 10,000 photographs of 12 million pixels, 50 to a byte.
        let photograph = 12_000_000 * 4;
        let mut large = Allowance::new(10_000 * photograph / 200);
        assert!((0..10_000).all(|_| large.take(photograph).is_ok()));
        assert!(Allowance::new(u64::MAX).take(u64::MAX).is_ok());
    }
}
