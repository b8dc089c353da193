//! Sentences for people: English with gaps, and what fills them, so that a page can say the same in
//! another language.

use crate::printable;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt::{self, Display};

/// A sentence, or a clause of one. In JSON it is what a page needs to say it in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// In English; a gap is a name in braces, as `{width}`.
    english: Cow<'static, str>,
    /// The gaps' names, and what fills them.
    gaps: Vec<(Cow<'static, str>, Filling)>,
}

/// What fills a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Filling {
    /// A number or a name, the same in every language.
    Text(String),
    /// A clause, which is to be translated, too.
    Clause(Sentence),
}

impl Sentence {
    /// By [`sentence!`](crate::sentence!).
    ///
    /// Not generic: there are hundreds of callers, and what each adds is little.
    #[cold]
    #[inline(never)]
    pub(crate) fn new(english: &'static str, gaps: &[(&'static str, &dyn Fill)]) -> Self {
        let gaps: Vec<_> = gaps
            .iter()
            .map(|(gap, value)| (Cow::Borrowed(*gap), value.filling()))
            .collect();
        debug_assert!(
            gaps.iter()
                .all(|(gap, _)| english.contains(&format!("{{{gap}}}"))),
            "{english}: {gaps:?}"
        );
        debug_assert_eq!(
            english.matches('{').count(),
            gaps.len(),
            "{english}: {gaps:?}"
        );
        Self {
            english: english.into(),
            gaps,
        }
    }
}

impl Display for Sentence {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let mut rest = &*self.english;
        for (gap, filling) in self.in_order() {
            let Some((before, behind)) = rest.split_once(&format!("{{{gap}}}")) else {
                continue;
            };
            to.write_str(before)?;
            match filling {
                Filling::Text(text) => to.write_str(text)?,
                Filling::Clause(clause) => clause.fmt(to)?,
            }
            rest = behind;
        }
        to.write_str(rest)
    }
}

impl Sentence {
    /// Whether it quotes what is called so: in a gap of that name, or in one that the name itself fills.
    pub(crate) fn is_about(&self, name: &str) -> bool {
        self.gaps.iter().any(|(gap, filling)| {
            let is_named =
                matches!(filling, Filling::Clause(clause) if clause.english == name && clause.gaps.is_empty());
            gap == name || is_named
        })
    }

    /// The name or number that fills this gap.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.gaps.iter().find_map(|(gap, filling)| match filling {
            Filling::Text(text) if gap == name => Some(text.as_str()),
            _ => None,
        })
    }

    /// The gaps as they come in the sentence.
    fn in_order(&self) -> Vec<&(Cow<'static, str>, Filling)> {
        let mut gaps: Vec<_> = self.gaps.iter().collect();
        gaps.sort_by_key(|(gap, _)| self.english.find(&format!("{{{gap}}}")));
        gaps
    }
}

/// A term that a sentence is about, as "generator".
pub(crate) fn term(english: &str) -> Sentence {
    Sentence::from(english.to_owned())
}

/// Clauses as a list, with commas between them.
pub(crate) fn enumerated(clauses: Vec<Sentence>) -> Sentence {
    in_a_row(clauses, |first, rest| {
        sentence!("{first}, {rest}", first, rest)
    })
}

/// Clauses in a row, each put before the `rest` by `join`.
pub(crate) fn in_a_row(
    clauses: Vec<Sentence>,
    join: fn(Sentence, Sentence) -> Sentence,
) -> Sentence {
    let backwards = clauses.into_iter().rev();
    let all = backwards.reduce(|rest, first| join(first, rest));
    all.unwrap_or_else(|| sentence!("nothing"))
}

/// In English.
impl From<Sentence> for String {
    fn from(sentence: Sentence) -> Self {
        sentence.to_string()
    }
}

/// A sentence without gaps: whatever it says.
impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self {
            english: text.into(),
            gaps: Vec::new(),
        }
    }
}

/// Fills a gap.
pub(crate) trait Fill {
    fn filling(&self) -> Filling;
}

impl Fill for Sentence {
    fn filling(&self) -> Filling {
        Filling::Clause(self.clone())
    }
}

impl Fill for Filling {
    fn filling(&self) -> Filling {
        self.clone()
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn filling(&self) -> Filling {
        (**self).filling()
    }
}

macro_rules! fill_as_text {
    ($($kind:ty),*) => {
        $(impl Fill for $kind {
            fn filling(&self) -> Filling {
                Filling::Text(self.to_string())
            }
        })*
    };
}

/// Names and reasons come from strangers: nothing of them reaches a terminal or a page as it is.
macro_rules! fill_as_name {
    ($($kind:ty),*) => {
        $(impl Fill for $kind {
            fn filling(&self) -> Filling {
                Filling::Text(printable::sentence(&self.to_string()))
            }
        })*
    };
}

fill_as_name!(
    str,
    String,
    Cow<'_, str>,
    fmt::Arguments<'_>,
    serde_json::Error
);
fill_as_text!(u8, i32, u32, u64, u128, usize, i64, f32, f64);

/// A [`Sentence`]: `sentence!("The {what} is {value}.", what, value = 3)`.
macro_rules! sentence {
    ($english:literal $(, $gap:ident $(= $value:expr)?)* $(,)?) => {
        $crate::sentence::Sentence::new(
            $english,
            &[$((
                stringify!($gap),
                &$crate::sentence::sentence!(@ $gap $($value)?),
            )),*],
        )
    };
    (@ $gap:ident) => { $gap };
    (@ $gap:ident $value:expr) => { $value };
}

pub(crate) use sentence;

#[cfg(test)]
mod tests {
    #[test]
    fn gaps_are_filled_in_the_order_of_the_sentence() {
        let (what, value) = ("seed", 3_usize);
        let said = sentence!(
            "The {what} is {value}{why}.",
            value,
            what,
            why = ", or {not}"
        );
        assert_eq!(said.to_string(), "The seed is 3, or {not}.");
        let clause = sentence!("it {does} not fit", does = "does");
        let said = sentence!("Layer {number}: {why}.", number = 2_usize, why = clause);
        assert_eq!(said.to_string(), "Layer 2: it does not fit.");
        assert_eq!(
            serde_json::to_string(&said).unwrap(),
            r#"{"english":"Layer {number}: {why}.","gaps":[["number","2"],["why",{"english":"it {does} not fit","gaps":[["does","does"]]}]]}"#
        );
    }
}
