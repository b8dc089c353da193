//! The names that an enum has in JSON, and the fields of its variants, as serde derives them.

use serde::Deserialize;
use serde::de::value::Error;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, VariantAccess, Visitor,
};

/// The names of an enum's variants; none of a type that is no enum.
pub(crate) fn variants<T: for<'de> Deserialize<'de>>() -> &'static [&'static str] {
    let mut asked = Asked::default();
    T::deserialize(&mut asked).ok();
    asked.variants
}

/// The names of the fields of the variant that is called so.
#[cfg(test)]
pub(crate) fn variant_fields<T: for<'de> Deserialize<'de>>(
    variant: &str,
) -> &'static [&'static str] {
    let mut asked = Asked {
        variant: Some(variant),
        ..Asked::default()
    };
    T::deserialize(&mut asked).ok();
    asked.fields
}

/// Listens to what a type asks to be read from, and gives it nothing.
#[derive(Default)]
struct Asked<'a> {
    variants: &'static [&'static str],
    /// The variant that it says it has.
    variant: Option<&'a str>,
    fields: &'static [&'static str],
}

const NOTHING: &str = "there is nothing to read";

impl<'de> Deserializer<'de> for &mut Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(NOTHING))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.variants = variants;
        visitor.visit_enum(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl<'de> EnumAccess<'de> for &mut Asked<'_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Error> {
        let name = self.variant.ok_or_else(|| Error::custom(NOTHING))?;
        let name: serde::de::value::StrDeserializer<'_, Error> = name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Asked<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Error> {
        Err(Error::custom(NOTHING))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(NOTHING))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.fields = fields;
        Err(Error::custom(NOTHING))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Initialiser;

    #[test]
    fn the_names_are_those_of_json() {
        let names = variants::<Initialiser>();
        assert!(names.contains(&"truncated-normal"), "{names:?}");
        assert_eq!(variant_fields::<Initialiser>("normal"), ["deviation"]);
        assert!(variant_fields::<Initialiser>("he-normal").is_empty());
        assert!(variants::<usize>().is_empty());
    }
}
