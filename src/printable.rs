//! Text that strangers wrote, as it may stand in a sentence, in a table and on a terminal.
//!
//! A name in a file may hold what a terminal obeys, what turns the direction of reading, what nobody
//! sees, or two million letters.

/// Longest name, in characters.
const LONGEST_NAME: usize = 200;

/// Bytes of a sentence that stay where it is too long: of its beginning and of its end.
const BEGINNING: usize = 320;
const END: usize = 160;

/// A name or a reason, cut behind 200 characters.
pub fn printable(text: &str) -> String {
    shown(shortened(text, LONGEST_NAME).chars())
}

/// A text of no more than `most` characters, and then “…”.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// A sentence, with what stands in it: below 500 bytes. Of a longer one the middle is left out, because
/// the end says what is wrong.
pub fn sentence(text: &str) -> String {
    let whole = shown(text.chars());
    if whole.len() <= BEGINNING + END {
        return whole;
    }
    let beginning = &whole[..whole.floor_char_boundary(BEGINNING)];
    let end = &whole[whole.ceil_char_boundary(whole.len() - END)..];
    format!("{beginning}…{end}")
}

/// JSON in which nothing stands that a terminal would obey: such characters are escaped, and what is read
/// from it is the same.
pub fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        // The breaks between its lines are no part of what it says.
        if character == '\n' || !is_deceptive(character) {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            escaped.push_str(&format!("\\u{unit:04x}"));
        }
    }
    escaped
}

fn shown(text: impl Iterator<Item = char>) -> String {
    let mut before = ' ';
    text.map(|character| {
        // Joiners belong to many scripts and to pictures of several people; in Latin they only hide.
        let is_hidden = matches!(character, '\u{200C}' | '\u{200D}') && before.is_ascii();
        before = character;
        match character {
            '\n' | '\t' => ' ',
            _ if is_hidden || is_deceptive(character) => '\u{FFFD}',
            _ => character,
        }
    })
    .collect()
}

/// Whether a character commands a terminal, turns or hides what stands beside it, or is not seen.
fn is_deceptive(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{61C}'
                | '\u{180E}'
                | '\u{200B}'
                | '\u{200E}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        for hostile in [
            "\u{1b}]0;title\u{7}",
            "\u{1b}[2J",
            "\u{9b}2J",
            "\u{7f}",
            "\r",
            "a\u{0}b",
            "\u{202e}gnp.exe",
            "\u{2066}x\u{2069}",
            "a\u{200b}b",
            "a\u{200d}b",
            "\u{feff}",
            "\u{e0041}",
        ] {
            for text in [printable(hostile), sentence(hostile)] {
                assert!(text.contains('\u{FFFD}'), "{hostile:?}: {text:?}");
                assert!(!text.contains(is_deceptive), "{hostile:?}: {text:?}");
            }
        }
        assert_eq!(sentence("two\nlines"), "two lines");
    }

    #[test]
    fn what_people_write_stays() {
        for text in [
            "顔のジェネレーター（64×64）",
            "がぎぐ",
            "می‌خواهم",
            "👨‍👩‍👧 — “it’s”",
            "nai\u{308}ve",
            "",
        ] {
            assert_eq!(
                (printable(text), sentence(text)),
                (text.into(), text.into())
            );
        }
    }

    #[test]
    fn long_names_are_cut() {
        assert_eq!(printable(&"ü".repeat(200)), "ü".repeat(200));
        assert_eq!(printable(&"ü".repeat(201)), "ü".repeat(200) + "…");
    }

    #[test]
    fn a_long_sentence_keeps_its_beginning_and_its_end() {
        for name in ["a".repeat(2 << 20), "\u{1b}".repeat(999), "顔".repeat(999)] {
            let said = sentence(&format!("“{name}” cannot be used: it is empty."));
            assert!(said.len() < 500, "{}", said.len());
            assert!(said.starts_with("“"), "{said}");
            assert!(said.ends_with("” cannot be used: it is empty."), "{said}");
        }
        let fits = "x".repeat(BEGINNING + END);
        assert_eq!(sentence(&fits), fits);
    }

    #[test]
    fn json_says_the_same_when_it_is_escaped() {
        let value = serde_json::json!({"a\u{9b}\u{7f}": "\u{202e}\u{1b} 顔\u{e0041}\n"});
        let json = escaped(&serde_json::to_string_pretty(&value).unwrap());
        assert!(!json.contains(|character| character != '\n' && is_deceptive(character)));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&json).unwrap(),
            value
        );
    }
}
