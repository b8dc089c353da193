//! A layer's form in JSON: fields by name, of which those at their defaults are not written down. One
//! reader serves all kinds; what serde derives for each would be several kB of WebAssembly apiece.

use super::forms::{FieldForm, FieldKind};
use super::{NetworkSpec, PadMode, Parametrisation, UpsampleMode};
use crate::spec::{Initialiser, Padding, PerAxis, Size, variants};
use serde::de::{self, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Error, Value};

/// The field that says which kind of layer it is.
pub(super) const KIND: &str = "layer";
/// The fields that are networks, of whatever kind.
const NETWORKS: [&str; 9] = [
    "body",
    "shortcut",
    "first",
    "second",
    "query",
    "key",
    "value",
    "mapping",
    "synthesis",
];

/// A layer with named fields.
pub(super) trait Form: Sized {
    /// Their names, in the order in which they are written.
    const FIELDS: &'static [&'static str];

    /// What each may be.
    fn fields() -> Vec<FieldForm>;

    /// Takes the fields out of an object.
    fn read(object: &mut Object) -> Result<Self, Error>;

    /// Adds the fields that are not at their defaults.
    fn write<'a>(&'a self, to: &mut Vec<(&'static str, Field<'a>)>);

    /// The fields that are networks.
    fn networks(&self) -> Vec<(&'static str, &NetworkSpec)>;

    /// The same layer with other networks, in the order of [`Form::networks`].
    fn with_networks(&self, networks: Vec<NetworkSpec>) -> Self;
}

/// Gives a layer its [`Form`]: its fields in order, each with its default if it has one.
macro_rules! form {
    ($layer:ident { $($field:ident $(= $default:expr)?),* $(,)? }) => {
        impl $crate::layers::form::Form for $layer {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];

            fn fields() -> Vec<$crate::layers::forms::FieldForm> {
                vec![$(form!(@form $layer, $field $(, $default)?)),*]
            }

            fn read(
                _object: &mut $crate::layers::form::Object,
            ) -> Result<Self, serde_json::Error> {
                Ok(Self {
                    $($field: form!(@read _object, stringify!($field) $(, $default)?),)*
                })
            }

            fn write<'a>(
                &'a self,
                _to: &mut Vec<(&'static str, $crate::layers::form::Field<'a>)>,
            ) {
                $(form!(@write _to, stringify!($field), &self.$field $(, $default)?);)*
            }

            fn networks(&self) -> Vec<(&'static str, &$crate::layers::NetworkSpec)> {
                let fields: &[(&'static str, Option<&$crate::layers::NetworkSpec>)] =
                    &[$((stringify!($field), $crate::layers::form::FieldType::network(&self.$field))),*];
                let networks = fields.iter().filter_map(|(name, field)| Some((*name, (*field)?)));
                networks.collect()
            }

            fn with_networks(&self, networks: Vec<$crate::layers::NetworkSpec>) -> Self {
                let mut _networks = networks.into_iter();
                Self {
                    $($field: $crate::layers::form::FieldType::or_network(&self.$field, &mut _networks)),*
                }
            }
        }
    };
    (@form $layer:ident, $field:ident) => {
        $crate::layers::forms::FieldForm::of(|layer: &$layer| &layer.$field, stringify!($field), None)
    };
    (@form $layer:ident, $field:ident, $default:expr) => {
        $crate::layers::forms::FieldForm::of(
            |layer: &$layer| &layer.$field,
            stringify!($field),
            Some($default),
        )
    };
    (@read $object:ident, $name:expr) => { $object.required($name)? };
    (@read $object:ident, $name:expr, $default:expr) => { $object.optional($name, $default)? };
    (@write $to:ident, $name:expr, $value:expr) => {
        $to.push(($name, $crate::layers::form::FieldType::written($value)))
    };
    (@write $to:ident, $name:expr, $value:expr, $default:expr) => {
        if *$value != $default {
            form!(@write $to, $name, $value);
        }
    };
}

pub(super) use form;

/// What a field may be.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Field<'a> {
    Count(&'a usize),
    Number(&'a f64),
    Single(&'a f32),
    Flag(&'a bool),
    Size(&'a Size),
    Sizes(&'a [Size]),
    PerAxis(&'a PerAxis),
    Padding(&'a Padding),
    Initialiser(&'a Initialiser),
    Parametrisation(&'a Parametrisation),
    UpsampleMode(&'a UpsampleMode),
    PadMode(&'a PadMode),
    Network(&'a NetworkSpec),
    Absent,
}

/// A type of fields.
pub(super) trait FieldType: Sized {
    /// What it may be.
    fn kind() -> FieldKind;

    fn read(value: Read) -> Result<Self, Error>;

    fn written(&self) -> Field<'_>;

    /// Whether it can be read from a value.
    fn reads(value: Value) -> bool {
        Self::read(Read::Plain(value)).is_ok()
    }

    /// The network that it is.
    fn network(&self) -> Option<&NetworkSpec> {
        None
    }

    /// The next of `networks` where it is one, else itself.
    fn or_network(&self, networks: &mut std::vec::IntoIter<NetworkSpec>) -> Self;
}

macro_rules! field_types {
    ($($type:ty as $field:ident, $kind:expr;)*) => {
        $(impl FieldType for $type {
            fn kind() -> FieldKind {
                $kind
            }

            fn read(value: Read) -> Result<Self, Error> {
                Self::deserialize(value.plain()?)
            }

            fn written(&self) -> Field<'_> {
                Field::$field(self)
            }

            fn or_network(&self, _: &mut std::vec::IntoIter<NetworkSpec>) -> Self {
                *self
            }
        })*
    };
}

field_types! {
    usize as Count, FieldKind::Whole;
    f64 as Number, FieldKind::Number;
    f32 as Single, FieldKind::Number;
    bool as Flag, FieldKind::Flag;
    Size as Size, FieldKind::Size;
    [Size; 2] as Sizes, FieldKind::Sizes { of: &["height", "width"] };
    [Size; 3] as Sizes, FieldKind::Sizes { of: &["channels", "height", "width"] };
    PerAxis as PerAxis, FieldKind::PerAxis;
    Padding as Padding, FieldKind::Padding;
    Initialiser as Initialiser, FieldKind::Initialiser;
    Parametrisation as Parametrisation, FieldKind::Choice { names: variants::<Parametrisation>() };
    UpsampleMode as UpsampleMode, FieldKind::Choice { names: variants::<UpsampleMode>() };
    PadMode as PadMode, FieldKind::Choice { names: variants::<PadMode>() };
}

impl FieldType for NetworkSpec {
    fn kind() -> FieldKind {
        FieldKind::Layers
    }

    fn read(value: Read) -> Result<Self, Error> {
        match value {
            Read::Network(network) => Ok(network),
            Read::Plain(value) => Self::deserialize(value),
        }
    }

    fn written(&self) -> Field<'_> {
        Field::Network(self)
    }

    fn network(&self) -> Option<&NetworkSpec> {
        Some(self)
    }

    fn or_network(&self, networks: &mut std::vec::IntoIter<NetworkSpec>) -> Self {
        networks.next().expect("as many networks as it has")
    }
}

impl<T: FieldType> FieldType for Option<T> {
    fn kind() -> FieldKind {
        T::kind()
    }

    fn read(value: Read) -> Result<Self, Error> {
        match value {
            Read::Plain(Value::Null) => Ok(None),
            value => T::read(value).map(Some),
        }
    }

    fn written(&self) -> Field<'_> {
        self.as_ref().map_or(Field::Absent, T::written)
    }

    fn or_network(&self, networks: &mut std::vec::IntoIter<NetworkSpec>) -> Self {
        self.as_ref().map(|field| field.or_network(networks))
    }
}

/// A field that was read. Networks are read where they stand, so that an error in a layer inside another
/// has its line.
pub(super) enum Read {
    Network(NetworkSpec),
    Plain(Value),
}

impl Read {
    fn plain(self) -> Result<Value, Error> {
        match self {
            Self::Plain(value) => Ok(value),
            Self::Network(_) => Err(Error::custom("a list of layers is not expected here")),
        }
    }
}

/// The fields of a layer that was read.
pub(super) struct Object(Vec<(String, Read)>);

impl Object {
    /// The layer's kind.
    pub(super) fn kind(&mut self) -> Result<String, Error> {
        let kind = self.take(KIND).ok_or_else(|| Error::missing_field(KIND))?;
        String::deserialize(kind.plain()?)
    }

    /// All fields, and no others.
    pub(super) fn layer<L: Form>(mut self) -> Result<L, Error> {
        self.check(L::FIELDS)?;
        L::read(&mut self)
    }

    fn check(&self, known: &'static [&'static str]) -> Result<(), Error> {
        let stray = self
            .0
            .iter()
            .find(|(name, _)| !known.contains(&name.as_str()));
        stray.map_or(Ok(()), |(name, _)| Err(Error::unknown_field(name, known)))
    }

    pub(super) fn required<T: FieldType>(&mut self, name: &'static str) -> Result<T, Error> {
        let value = self.take(name).ok_or_else(|| Error::missing_field(name))?;
        T::read(value)
    }

    pub(super) fn optional<T: FieldType>(
        &mut self,
        name: &'static str,
        default: T,
    ) -> Result<T, Error> {
        self.take(name).map_or(Ok(default), T::read)
    }

    fn take(&mut self, name: &str) -> Option<Read> {
        let index = self.0.iter().position(|(field, _)| field == name)?;
        Some(self.0.swap_remove(index).1)
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Visitor)
    }
}

struct Visitor;

impl<'de> de::Visitor<'de> for Visitor {
    type Value = Object;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a layer as an object")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut fields: Vec<(String, Read)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if fields.iter().any(|(field, _)| *field == name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            let value = match NETWORKS.contains(&name.as_str()) {
                true => Read::Network(map.next_value()?),
                false => Read::Plain(map.next_value()?),
            };
            fields.push((name, value));
        }
        Ok(Object(fields))
    }
}
