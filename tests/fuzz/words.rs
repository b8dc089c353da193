//! Numbers and texts that parsers stumble over.

use super::Source;

/// Numbers as texts write them.
const NUMBERS: [&str; 33] = [
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "0.5",
    "-0.0",
    "255",
    "256",
    "257",
    "1024",
    "65535",
    "65536",
    "1048576",
    "1048577",
    "16777217",
    "2147483647",
    "2147483648",
    "4294967295",
    "4294967296",
    "281474976710656",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "-2147483649",
    "-9223372036854775808",
    "1e-320",
    "1e308",
    "-1e308",
    "3.5e38",
];

/// Texts that are names, or look like them.
const TEXTS: [&str; 24] = [
    "",
    " ",
    ".",
    "..",
    "../../x",
    "/",
    "0",
    "-1",
    "NaN",
    "null",
    "w",
    "2w",
    "9999999999w",
    "w/0",
    "8w*height/16*width/16",
    "layers.0.weight",
    "layers.99.bias",
    "model.0.weight",
    "a.b.c.d.e.f.g.h.i.j",
    "\u{1b}]0;title\u{7}\u{1b}[2J",
    "\u{202e}txt.exe\u{2066}",
    "\u{0}\u{9b}\u{7f}",
    "顔👨‍👩‍👧é",
    "”. It is fine. “",
];

/// A number as text.
pub fn number(source: &mut Source) -> &'static str {
    NUMBERS[source.below(NUMBERS.len())]
}

/// A name.
pub fn text(source: &mut Source) -> String {
    if source.is_one_in(40) {
        return source.pick(&["a", "\u{1b}", "顔"]).repeat(60_000);
    }
    if source.is_one_in(8) {
        return source.pick(&TEXTS).repeat(40);
    }
    (*source.pick(&TEXTS)).to_owned()
}

/// A whole number in so many bytes, for headers and lengths; `near` is what it may be off by little.
pub fn whole(source: &mut Source, near: u64) -> u64 {
    match source.below(12) {
        0 => 0,
        1 => 1,
        2 => u64::MAX,
        3 => u64::MAX - 1,
        4 => u64::MAX >> 1,
        5 => 1 << source.below(64),
        6 => (1_u64 << source.below(64)).wrapping_sub(1),
        7 => near.wrapping_add(1),
        8 => near.wrapping_sub(1),
        9 => near.wrapping_mul(2),
        10 => near.wrapping_neg(),
        _ => source.below(300) as u64,
    }
}
