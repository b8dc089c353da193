//! What the names of modules say about their order.

/// A part of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(u64),
    /// The dot between a module and what is in it.
    Dot,
}

/// A module's path, cut where words, numbers and modules end: `up1.conv_2` is up, 1, a dot, conv, 2.
#[derive(Debug, Clone)]
pub(super) struct Name(Vec<Token>);

impl Name {
    pub fn new(path: &str) -> Self {
        let mut tokens = Vec::new();
        for (index, part) in path.split('.').enumerate() {
            if index > 0 {
                tokens.push(Token::Dot);
            }
            for word in part.split(|c: char| !c.is_alphanumeric()) {
                tokens.extend(word_tokens(word));
            }
        }
        Self(tokens)
    }

    /// Whether the numbers say that this module comes before the other: names that are the same up
    /// to a number, of which this one's is smaller, or missing.
    pub fn is_before(&self, other: &Self) -> bool {
        let same = self.shared(other);
        match (self.0.get(same), other.0.get(same)) {
            (Some(Token::Number(own)), Some(Token::Number(number))) => own < number,
            (None | Some(Token::Dot), Some(Token::Number(_))) => true,
            _ => false,
        }
    }

    /// How close two names are: parts that they begin with, and the last number.
    pub fn affinity(&self, other: &Self) -> usize {
        let number = self.number().is_some() && self.number() == other.number();
        2 * self.shared(other) + usize::from(number)
    }

    /// Where a word puts the module: −1 to the start, 1 to the end of a network, else 0.
    pub fn place(&self) -> i32 {
        const FIRST: [&str; 13] = [
            "initial",
            "init",
            "input",
            "first",
            "start",
            "stem",
            "fc",
            "linear",
            "dense",
            "l",
            "project",
            "projection",
            "proj",
        ];
        const LAST: [&str; 10] = [
            "final", "last", "out", "output", "end", "rgb", "torgb", "img", "image", "toimage",
        ];
        let has = |words: &[&str]| {
            let is_word = |token: &Token| matches!(token, Token::Word(word) if words.contains(&word.as_str()));
            self.0.iter().any(is_word)
        };
        i32::from(has(&LAST)) - i32::from(has(&FIRST))
    }

    fn shared(&self, other: &Self) -> usize {
        let pairs = self.0.iter().zip(&other.0);
        pairs.take_while(|(own, other)| own == other).count()
    }

    fn number(&self) -> Option<u64> {
        self.0.iter().rev().find_map(|token| match token {
            Token::Number(number) => Some(*number),
            _ => None,
        })
    }
}

/// The runs of digits and of other characters of a word.
fn word_tokens(word: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest
            .find(|c: char| c.is_ascii_digit() != is_digit)
            .unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        tokens.push(match run.parse() {
            Ok(number) if is_digit => Token::Number(number),
            _ => Token::Word(run.to_ascii_lowercase()),
        });
        rest = behind;
    }
    tokens
}

/// A name's parts, numbers as numbers: `conv_blocks.10` comes behind `conv_blocks.9`.
pub(in crate::import) fn natural(name: &str) -> Vec<(u8, u64, String)> {
    name.split('.')
        .map(|part| match part.parse() {
            Ok(number) => (0, number, String::new()),
            Err(_) => {
                let digits = part.len() - part.trim_end_matches(|c: char| c.is_ascii_digit()).len();
                let (word, number) = part.split_at(part.len() - digits);
                (1, number.parse().unwrap_or(0), word.to_owned())
            }
        })
        .map(|(kind, number, word)| (rank(&word, kind), number, word))
        .collect()
}

/// What usually comes first in a network comes first.
fn rank(word: &str, kind: u8) -> u8 {
    const FIRST: [&str; 7] = ["label", "emb", "embedding", "l", "fc", "linear", "project"];
    if kind == 0 || FIRST.iter().any(|first| word.starts_with(first)) {
        kind.min(1)
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_before(one: &str, other: &str) -> bool {
        Name::new(one).is_before(&Name::new(other))
    }

    #[test]
    fn numbers_in_the_same_place_say_what_comes_first() {
        for (first, second) in [
            ("main.3", "main.10"),
            ("conv", "conv1"),
            ("conv2d", "conv2d_1"),
            ("deconv1_bn", "deconv2"),
            ("block.conv", "block2.conv"),
            ("layers.0.norm", "layers.1.conv"),
            ("up1.conv9", "up2.conv1"),
        ] {
            assert!(
                is_before(first, second) && !is_before(second, first),
                "{first} {second}"
            );
        }
        for (one, other) in [
            ("bn0", "conv1"),
            ("up.0", "mid.1"),
            ("conv1", "conv1.1x"),
            ("a", "a"),
        ] {
            assert!(
                !is_before(one, other) && !is_before(other, one),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn words_say_where_a_module_stands() {
        let place = |path| Name::new(path).place();
        assert_eq!(place("main.initial:16-16:convt"), -1);
        assert_eq!(place("to_rgb"), 1);
        assert_eq!(place("fc_out"), 0);
        assert_eq!(place("conv3"), 0);
    }
}
