//! A size that is a number or a product of the recipe's own numbers.

use serde::de::{Deserialize, Deserializer, Error, Unexpected};
use serde::{Serialize, Serializer};

/// Largest number that a size may stand for: keeps every product of sizes within 64 bits.
const LARGEST: usize = 1 << 20;

/// The numbers of a recipe that sizes are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// What `w` stands for: the base number of channels.
    pub width: usize,
    /// Channels, height and width of the images.
    pub image: [usize; 3],
    /// What a label adds; none without labels.
    pub classes: Option<usize>,
}

/// A number of features, channels or pixels: fixed (`64`), or a product in the recipe's own
/// numbers, so that one spec stands for every width and image size. In `"8w*height/16*width/16"`,
/// `w` is the recipe's width, `height/16` the image's height over 16, rounded up; `channels` is
/// there too, and `+classes` at the end adds the number of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The plain factor.
    count: usize,
    widths: bool,
    channels: bool,
    /// What the image's height and width are divided by, where they are factors.
    sides: [Option<usize>; 2],
    plus_classes: bool,
}

const CLASSES: &str = "+classes";
const SIDES: [&str; 2] = ["height", "width"];

impl Size {
    /// This many.
    pub const fn fixed(count: usize) -> Self {
        Self {
            count,
            widths: false,
            channels: false,
            sides: [None; 2],
            plus_classes: false,
        }
    }

    /// The number it stands for; at most 2^20, or `None`.
    pub fn at(self, scale: &Scale) -> Option<usize> {
        let [channels, height, width] = scale.image;
        let side = |divisor: Option<usize>, pixels: usize| {
            divisor.map_or(1, |divisor| pixels.div_ceil(divisor))
        };
        let size = [
            if self.widths { scale.width } else { 1 },
            if self.channels { channels } else { 1 },
            side(self.sides[0], height),
            side(self.sides[1], width),
        ]
        .into_iter()
        .try_fold(self.count, usize::checked_mul)?
        .checked_add(if self.plus_classes { scale.classes? } else { 0 })?;
        (1..=LARGEST).contains(&size).then_some(size)
    }

    fn is_fixed(self) -> bool {
        self == Self::fixed(self.count)
    }

    /// Reads a product, or gives `None`.
    fn parse(text: &str) -> Option<Self> {
        let mut size = Self::fixed(1);
        let product = text.strip_suffix(CLASSES);
        size.plus_classes = product.is_some();
        for factor in product.unwrap_or(text).split('*').map(str::trim) {
            let (name, divisor) = match factor.split_once('/') {
                Some((name, divisor)) => (name, Some(divisor.parse().ok().filter(|d| *d > 0)?)),
                None => (factor, None),
            };
            if let Some(side) = SIDES.iter().position(|side| *side == name) {
                let divisor = size.sides[side].replace(divisor.unwrap_or(1));
                if divisor.is_some() {
                    return None;
                }
            } else if divisor.is_some() {
                return None;
            } else if name == "channels" && !size.channels {
                size.channels = true;
            } else {
                let count = match name.strip_suffix('w') {
                    Some(_) if size.widths => return None,
                    Some(count) => {
                        size.widths = true;
                        if count.is_empty() { "1" } else { count }
                    }
                    None => name,
                };
                size.count = size.count.checked_mul(count.parse().ok()?)?;
            }
        }
        Some(size)
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut factors = Vec::new();
        match (self.count, self.widths) {
            (1, true) => factors.push("w".to_owned()),
            (count, true) => factors.push(format!("{count}w")),
            (1, false) if self.channels || self.sides != [None; 2] => {}
            (count, false) => factors.push(count.to_string()),
        }
        if self.channels {
            factors.push("channels".to_owned());
        }
        for (name, divisor) in SIDES.iter().zip(self.sides) {
            match divisor {
                None => {}
                Some(1) => factors.push((*name).to_owned()),
                Some(divisor) => factors.push(format!("{name}/{divisor}")),
            }
        }
        f.write_str(&factors.join("*"))?;
        f.write_str(if self.plus_classes { CLASSES } else { "" })
    }
}

impl Serialize for Size {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_fixed() {
            serializer.serialize_u64(self.count as u64)
        } else {
            serializer.collect_str(self)
        }
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(usize),
            Text(String),
        }
        const EXPECTED: &str = "a whole number, or a product as \"2w\" or \
                                \"8w*height/16*width/16\" (of w, channels, height, width; +classes)";
        match Written::deserialize(deserializer).map_err(|_| D::Error::custom(EXPECTED))? {
            Written::Number(count) => Ok(Self::fixed(count)),
            Written::Text(text) => Self::parse(&text)
                .ok_or_else(|| D::Error::invalid_value(Unexpected::Str(&text), &EXPECTED)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale {
        width: 8,
        image: [3, 30, 48],
        classes: Some(10),
    };

    #[test]
    fn a_size_is_the_same_in_json_both_ways() {
        for (json, expected) in [
            ("64", 64),
            ("\"w\"", 8),
            ("\"98w\"", 784),
            ("\"channels\"", 3),
            ("\"height/4\"", 8),
            ("\"8w*height/16*width/16\"", 64 * 2 * 3),
            ("\"channels*height*width\"", 3 * 30 * 48),
            ("\"5*channels\"", 15),
            ("\"channels+classes\"", 13),
            ("\"1+classes\"", 11),
        ] {
            let size = serde_json::from_str::<Size>(json).unwrap();
            assert_eq!(size.at(&SCALE), Some(expected), "{json}");
            assert_eq!(serde_json::to_string(&size).unwrap(), json);
        }
        for json in [
            "\"2x\"",
            "-1",
            "1.5",
            "\"-2w\"",
            "null",
            "\"\"",
            "\"w*w\"",
            "\"height/0\"",
            "\"w/2\"",
            "\"height*height\"",
            "\"2*\"",
        ] {
            assert!(serde_json::from_str::<Size>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn a_size_has_bounds() {
        let at = |json: &str, scale: &Scale| serde_json::from_str::<Size>(json).unwrap().at(scale);
        assert_eq!(at("\"2w\"", &SCALE), Some(16));
        assert_eq!(at("0", &SCALE), None);
        assert_eq!(at(&format!("\"{}w\"", usize::MAX), &SCALE), None);
        let wide = Scale {
            width: LARGEST + 1,
            ..SCALE
        };
        assert_eq!(at("\"w\"", &wide), None);
    }
}
