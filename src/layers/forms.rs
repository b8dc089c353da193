//! What a layer of each kind may say, as data: the fields that an editor shows, from the kinds' own forms.

use super::form::{Field, FieldType};
use super::{KINDS, LayerSpec};
use crate::sentence::{Sentence, sentence};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// What a field may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A whole number.
    Whole,
    /// Any number.
    Number,
    /// True or false.
    Flag,
    /// A number of features, channels or pixels, or a product such as `2w`.
    Size,
    /// Sizes, each with a name.
    Sizes {
        /// What each is of.
        of: &'static [&'static str],
    },
    /// A whole number, or rows and columns.
    PerAxis,
    /// `same`, a whole number, or one for each side.
    Padding,
    /// How initial weights are drawn.
    Initialiser,
    /// One of some names.
    Choice {
        /// The names.
        names: &'static [&'static str],
    },
    /// A network.
    Layers,
}

impl FieldKind {
    /// What a value must be, as a clause.
    pub(super) fn expected(self) -> Sentence {
        match self {
            Self::Whole => sentence!("a whole number, 0 or more"),
            Self::Number => sentence!("a number"),
            Self::Flag => sentence!("true or false"),
            Self::Size => sentence!("a size, as 64, w, 2w or 8w*height/16"),
            Self::Sizes { of: [_, _] } => sentence!("two sizes: height and width"),
            Self::Sizes { .. } => sentence!("three sizes: channels, height and width"),
            Self::PerAxis => sentence!("a whole number, or two: rows and columns"),
            Self::Padding => {
                sentence!("“same”, a whole number, or four: top, bottom, left and right")
            }
            Self::Initialiser => sentence!("a way to draw initial weights"),
            Self::Choice { names } => sentence!("one of {names}", names = names.join(", ")),
            Self::Layers => sentence!("a list of layers"),
        }
    }

    /// Its name in JSON, and what it names itself, if it does.
    fn named(
        self,
    ) -> (
        &'static str,
        Option<(&'static str, &'static [&'static str])>,
    ) {
        match self {
            Self::Whole => ("whole", None),
            Self::Number => ("number", None),
            Self::Flag => ("flag", None),
            Self::Size => ("size", None),
            Self::Sizes { of } => ("sizes", Some(("of", of))),
            Self::PerAxis => ("per-axis", None),
            Self::Padding => ("padding", None),
            Self::Initialiser => ("initialiser", None),
            Self::Choice { names } => ("choice", Some(("names", names))),
            Self::Layers => ("layers", None),
        }
    }

    /// What a required field that is called so has in a new layer.
    fn start(self, name: &str) -> Value {
        match (self, name) {
            (Self::Whole | Self::PerAxis, "kernel") => json!(3),
            (Self::Whole | Self::PerAxis, _) => json!(2),
            (Self::Number, "slope") => json!(0.2),
            (Self::Number, "rate") => json!(0.3),
            (Self::Number, _) => json!(1.0),
            (Self::Flag, _) => json!(false),
            (Self::Size, _) => json!("w"),
            (Self::Sizes { of: [_, _] }, _) => json!(["height", "width"]),
            (Self::Sizes { .. }, _) => json!(["w", "height/4", "width/4"]),
            (Self::Padding, _) => json!(1),
            (Self::Initialiser, _) => json!("glorot-uniform"),
            (Self::Choice { names }, _) => json!(names.first()),
            (Self::Layers, _) => json!([]),
        }
    }
}

/// A field of a kind of layer.
#[derive(Debug, Clone)]
pub struct FieldForm {
    /// Its name in JSON.
    pub name: &'static str,
    /// What it may be.
    pub kind: FieldKind,
    /// Whether a layer must have it.
    pub required: bool,
    /// What it is where it is left out; of a required one, what a new layer has.
    pub value: Value,
    /// Whether a value can be read.
    reads: fn(Value) -> bool,
}

impl Serialize for FieldForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, names) = self.kind.named();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("type", kind)?;
        if let Some((key, names)) = names {
            map.serialize_entry(key, names)?;
        }
        map.serialize_entry("required", &self.required)?;
        map.serialize_entry("value", &self.value)?;
        map.end()
    }
}

impl FieldForm {
    /// The form of a field of this type.
    pub(super) fn of<L, T: FieldType>(
        _: fn(&L) -> &T,
        name: &'static str,
        default: Option<T>,
    ) -> Self {
        Self::new(name, T::kind(), default.as_ref().map(T::written), T::reads)
    }

    /// Not generic: there are as many callers as fields, and what each adds is little.
    #[inline(never)]
    fn new(
        name: &'static str,
        kind: FieldKind,
        default: Option<Field<'_>>,
        reads: fn(Value) -> bool,
    ) -> Self {
        // By way of the text: there a number of single precision has no more digits than it needs.
        let written = |default: &Field<'_>| {
            let text = serde_json::to_string(default).unwrap_or_default();
            serde_json::from_str(&text).unwrap_or_default()
        };
        let value = default.as_ref().map(written);
        Self {
            name,
            kind,
            required: value.is_none(),
            value: value.unwrap_or_else(|| kind.start(name)),
            reads,
        }
    }

    /// Whether it may be this.
    pub(super) fn reads(&self, value: &Value) -> bool {
        (self.reads)(value.clone())
    }
}

/// A kind of layer and its fields.
#[derive(Debug, Clone, Serialize)]
pub struct LayerForm {
    /// Its name in JSON.
    pub layer: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: Vec<FieldForm>,
}

/// Every kind of layer.
pub fn layer_forms() -> Vec<LayerForm> {
    let forms = KINDS.iter().map(|layer| LayerForm {
        layer,
        fields: LayerSpec::fields_of(layer).unwrap_or_default(),
    });
    forms.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Map;

    /// A layer whose fields are what their forms say.
    fn built(form: &LayerForm, is_in: fn(&FieldForm) -> bool) -> Value {
        let mut layer = Map::from_iter([("layer".to_owned(), json!(form.layer))]);
        let fields = form.fields.iter().filter(|field| is_in(field));
        layer.extend(fields.map(|field| (field.name.to_owned(), field.value.clone())));
        Value::Object(layer)
    }

    #[test]
    fn every_kind_reads_back_from_its_form() {
        let forms = layer_forms();
        assert_eq!(forms.len(), KINDS.len());
        for form in &forms {
            let new = built(form, |field| field.required);
            let read: LayerSpec = serde_json::from_value(new.clone()).expect(form.layer);
            let written = serde_json::to_string(&read).unwrap();
            let written: Value = serde_json::from_str(&written).unwrap();
            assert_eq!(written, new, "{}", form.layer);
            // All that can be left out is what it is without.
            let full = serde_json::from_value(built(form, |_| true));
            assert_eq!(full.ok(), Some(read), "{}", form.layer);
        }
    }

    #[test]
    fn each_kind_of_field_refuses_what_is_none() {
        for form in layer_forms() {
            for field in &form.fields {
                assert!(field.reads(&field.value), "{} {}", form.layer, field.name);
                assert!(!field.reads(&json!({ "no": 1 })), "{}", field.name);
            }
        }
    }

    #[test]
    fn choices_have_their_names() {
        let fields = LayerSpec::fields_of("pad").unwrap();
        let names: &[&str] = &["zeros", "reflect", "replicate"];
        assert_eq!(fields[1].kind, FieldKind::Choice { names });
        assert_eq!(
            fields[1].kind.expected().to_string(),
            "one of zeros, reflect, replicate"
        );
    }
}
