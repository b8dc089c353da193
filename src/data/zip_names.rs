//! In which encoding the names in a ZIP file are, where the file does not say: programs of Windows
//! write them as their country does.
//!
//! Nearly all bytes are letters in every encoding, so it is asked in which of them all names
//! together look least strange.

/// An encoding of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Unicode, as macOS and Linux write.
    Utf8,
    /// Japanese (code page 932).
    ShiftJis,
    /// Chinese (code page 936).
    Gbk,
    /// Western languages (code page 437, as 850 in their usual letters).
    Cp437,
}

impl Encoding {
    /// The name by which the Encoding Standard knows it, if it does.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Self::Utf8 => Some("utf-8"),
            Self::ShiftJis => Some("shift_jis"),
            Self::Gbk => Some("gbk"),
            Self::Cp437 => None,
        }
    }
}

/// How strange a name looks in an encoding; none if it cannot be in it.
type Reading = fn(&[u8]) -> Option<usize>;

/// The encoding of all these names, which are of one ZIP file and not marked as Unicode.
pub fn encoding<'a>(names: impl Iterator<Item = &'a [u8]> + Clone) -> Encoding {
    let readings: [(Encoding, Reading); 4] = [
        (Encoding::Utf8, utf8),
        (Encoding::ShiftJis, shift_jis),
        (Encoding::Gbk, gbk),
        (Encoding::Cp437, |name| Some(cp437(name))),
    ];
    let strange = readings.iter().filter_map(|(encoding, reading)| {
        let all: Option<usize> = names.clone().map(reading).sum();
        all.map(|strange| (*encoding, strange))
    });
    strange
        .min_by_key(|(_, strange)| *strange)
        .map_or(Encoding::Cp437, |(encoding, _)| encoding)
}

/// How strange a name looks in Unicode; none if it is none. Many a Chinese character is a Latin
/// letter there, which then stands alone.
fn utf8(name: &[u8]) -> Option<usize> {
    let name = std::str::from_utf8(name).ok()?;
    let is_latin = |letter: &char| matches!(letter, '\u{C0}'..='\u{24F}');
    let words = name.split(|letter: char| !letter.is_ascii_alphabetic() && !is_latin(&letter));
    let odd = words.filter(|word| {
        let accented = word.chars().filter(is_latin).count();
        accented * 2 > word.chars().count()
    });
    // Phonetic letters, marks of old languages, and what is no letter at all.
    let rare = name.chars().filter(|letter| {
        matches!(
            letter,
            '\u{80}'..='\u{9F}' | '\u{250}'..='\u{2FF}' | '\u{370}'..='\u{37F}'
                | '\u{460}'..='\u{52F}' | '\u{700}'..='\u{7FF}'
        )
    });
    Some(2 * (odd.count() + rare.count()))
}

/// How strange a name looks in Japanese; none if it cannot be Japanese.
fn shift_jis(name: &[u8]) -> Option<usize> {
    two_bytes(
        name,
        |byte| matches!(byte, 0x81..=0x9F | 0xE0..=0xFC),
        |byte| matches!(byte, 0x40..=0x7E | 0x80..=0xFC),
        // Katakana of half width, which nobody mixes with Latin letters.
        |byte| matches!(byte, 0xA1..=0xDF),
        // Kana, and the characters that are taught at school; the others are rare, and what has no
        // character is stranger still.
        |lead, trail| match (lead, trail) {
            (0x81, 0x40..=0x5B) | (0x82, 0x4F..=0xF1) | (0x83, 0x40..=0x96) => 0,
            (0x88..=0x97, _) | (0x98, ..=0x72) => 0,
            (0x98..=0x9F | 0xE0..=0xEA, _) => 1,
            _ => 2,
        },
    )
}

/// How strange a name looks in Chinese; none if it cannot be Chinese.
fn gbk(name: &[u8]) -> Option<usize> {
    two_bytes(
        name,
        |byte| matches!(byte, 0x81..=0xFE),
        |byte| matches!(byte, 0x40..=0x7E | 0x80..=0xFE),
        |_| false,
        // The characters of GB 2312: the frequent ones, the others, and punctuation.
        |lead, trail| match (lead, trail) {
            (0xB0..=0xD7 | 0xA1 | 0xA3, 0xA1..) => 0,
            (0xD8..=0xF7, 0xA1..) => 1,
            _ => 2,
        },
    )
}

/// Walks through a name of characters of one and of two bytes and adds up how strange they are;
/// none if a byte is neither.
fn two_bytes(
    name: &[u8],
    is_lead: fn(u8) -> bool,
    is_trail: fn(u8) -> bool,
    is_odd: fn(u8) -> bool,
    strange: fn(u8, u8) -> usize,
) -> Option<usize> {
    let (mut sum, mut place) = (0, 0);
    // A Latin letter right beside such a character is usual only in Western words.
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let mut is_behind_letter = false;
    while let Some(&byte) = name.get(place) {
        place += match byte {
            0..=0x7F => 1,
            _ if is_odd(byte) => {
                sum += 2;
                1
            }
            _ if is_lead(byte) => {
                let trail = *name.get(place + 1).filter(|trail| is_trail(**trail))?;
                sum += strange(byte, trail);
                sum += usize::from(is_behind_letter || is_letter(name.get(place + 2)));
                2
            }
            _ => return None,
        };
        is_behind_letter = byte.is_ascii_alphabetic();
    }
    Some(sum)
}

/// How strange a name looks in a Western language, where letters with accents stand among others.
fn cp437(name: &[u8]) -> usize {
    let is_capital = |byte: u8| {
        byte.is_ascii_uppercase()
            || matches!(byte, 0x80 | 0x8E | 0x8F | 0x90 | 0x92 | 0x99 | 0x9A | 0xA5)
    };
    let is_accented = |byte: u8| matches!(byte, 0x80..=0x9A | 0xA0..=0xA5 | 0xE1);
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || is_accented(*byte);
    let words = name.split(|byte| !is_letter(byte));
    let no_letters = name
        .iter()
        .filter(|byte| !byte.is_ascii() && !is_letter(byte))
        .count();
    let odd = words.map(|word| {
        let accented = word.iter().filter(|byte| is_accented(**byte)).count();
        // No word is made of accents, and in none a capital comes behind a small letter.
        let jumps = word.windows(2).filter(|pair| {
            !is_capital(pair[0])
                && is_capital(pair[1])
                && pair.iter().any(|byte| is_accented(*byte))
        });
        2 * usize::from(accented * 2 > word.len()) + jumps.count()
    });
    2 * no_letters + odd.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&[u8]]) -> Encoding {
        encoding(names.iter().copied())
    }

    #[test]
    fn names_in_unicode_stay_so() {
        for name in [
            "猫/1.png",
            "Käse",
            "café",
            "мир",
            "ελιά",
            "für/Noël.png",
            "e\u{301}te\u{301}",
        ] {
            let names = [b"cats/1.png", name.as_bytes()];
            assert_eq!(of(&names), Encoding::Utf8, "{name}");
        }
        assert_eq!(of(&[]), Encoding::Utf8);
    }

    #[test]
    fn japanese_names_are_told() {
        // 猫, 犬, ひらがな, カタカナ, and 表 and ソ, whose second byte is a backslash.
        for name in [
            &b"\x94\x4c/1.png"[..],
            b"\x8c\xa2/1.png",
            b"pets/\x82\xd0\x82\xe7\x82\xaa\x82\xc8/a.png",
            b"\x83\x4a\x83\x5e\x83\x4a\x83\x69.jpg",
            b"\x95\x5c/1.png",
            b"\x83\x5c.png",
            b"\x83\x65\x83\x58\x83\x67/1.png",
        ] {
            assert_eq!(of(&[b"notes.txt", name]), Encoding::ShiftJis, "{name:?}");
        }
    }

    #[test]
    fn chinese_names_are_told() {
        // 猫, which is “è” in Unicode, 狗, 图片, 训练集, 数据.
        for name in [
            &b"\xc3\xa8/1.png"[..],
            b"\xb9\xb7/1.png",
            b"\xcd\xbc\xc6\xac/a.png",
            b"\xd1\xb5\xc1\xb7\xbc\xaf/\xb9\xb7/1.jpg",
            b"\xca\xfd\xbe\xdd.png",
        ] {
            assert_eq!(of(&[name]), Encoding::Gbk, "{name:?}");
        }
    }

    #[test]
    fn western_names_are_told() {
        // Kätzchen, Hündchen, Köln, Straße, Ärger, café, forêt, niño.
        for name in [
            &b"K\x84tzchen/1.png"[..],
            b"H\x81ndchen/1.png",
            b"K\x94ln/1.png",
            b"Stra\xe1e/1.png",
            b"\x8erger/1.png",
            b"caf\x82/1.png",
            b"for\x88t/1.png",
            b"ni\xa4o.png",
        ] {
            assert_eq!(of(&[name]), Encoding::Cp437, "{name:?}");
        }
    }
}
