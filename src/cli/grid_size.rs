//! The size of a grid of samples, as a person writes it.

use ganvas::latent::MOST_IMAGES;
use std::str::FromStr;

/// Images across and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridSize {
    pub columns: usize,
    pub rows: usize,
}

impl FromStr for GridSize {
    type Err = String;

    /// `10x10`.
    fn from_str(text: &str) -> Result<Self, String> {
        let sides = text.split_once(['x', '×']);
        let sides = sides.and_then(|(columns, rows)| {
            let [columns, rows] = [columns.parse().ok()?, rows.parse().ok()?];
            let count: usize = usize::checked_mul(columns, rows)?;
            (1..=MOST_IMAGES)
                .contains(&count)
                .then_some(Self { columns, rows })
        });
        sides.ok_or_else(|| {
            format!("expected images across and down, as 10x10, up to {MOST_IMAGES} in all")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_is_so_many_across_and_down() {
        let size = |columns, rows| Ok(GridSize { columns, rows });
        assert_eq!("10x4".parse(), size(10, 4));
        assert_eq!("64×64".parse(), size(64, 64));
        for text in [
            "",
            "10",
            "10x",
            "0x5",
            "65x64",
            "x",
            "-1x2",
            "9999999999x9999999999",
        ] {
            assert!(text.parse::<GridSize>().is_err(), "{text}");
        }
    }
}
