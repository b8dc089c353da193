//! Tables of plain text.

use ganvas::printable::printable;

/// Rows in columns, two spaces between them; `right` says which stand at the right.
pub fn aligned<const N: usize>(rows: &[[String; N]], right: [bool; N]) -> String {
    let rows: Vec<[String; N]> = rows
        .iter()
        .map(|row| row.each_ref().map(|cell| printable(cell)))
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: [usize; N] = std::array::from_fn(|column| width(column).unwrap_or(0));
    let mut table = String::new();
    for row in &rows {
        let cells = row.iter().zip(widths).zip(right);
        let cells: Vec<String> = cells
            .map(|((cell, width), right)| match right {
                true => format!("{cell:>width$}"),
                false => format!("{cell:<width$}"),
            })
            .collect();
        table.push_str(cells.join("  ").trim_end());
        table.push('\n');
    }
    table
}

/// A number with commas between thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let rows = [["28×28", "1", "a"], ["7", "1,000", "b "]].map(|row| row.map(str::to_owned));
        assert_eq!(
            aligned(&rows, [false, true, false]),
            "28×28      1  a\n7      1,000  b\n"
        );
    }

    #[test]
    fn a_cell_is_a_line_without_commands() {
        let rows = [["a\u{1b}[2J\nb".to_owned()], ["x".repeat(1 << 20)]];
        let table = aligned(&rows, [false]);
        assert!(table.starts_with("a\u{FFFD}[2J b\n"), "{table}");
        assert_eq!(table.lines().count(), 2);
        assert!(table.len() < 1000);
    }

    #[test]
    fn thousands_are_set_apart() {
        let numbers = [0, 999, 1000, 1_234_567].map(grouped);
        assert_eq!(numbers, ["0", "999", "1,000", "1,234,567"]);
    }
}
