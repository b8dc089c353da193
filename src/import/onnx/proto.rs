//! The messages of `onnx.proto` that a generator needs, with their field numbers.

use crate::sentence::{Sentence, sentence};
use prost::Message;

#[derive(Clone, PartialEq, Message)]
pub(super) struct Model {
    #[prost(string, tag = "2")]
    pub producer: String,
    #[prost(message, optional, tag = "7")]
    pub graph: Option<Graph>,
    #[prost(message, repeated, tag = "8")]
    pub operators: Vec<OperatorSet>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct OperatorSet {
    #[prost(string, tag = "1")]
    pub domain: String,
    #[prost(int64, tag = "2")]
    pub version: i64,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Graph {
    #[prost(message, repeated, tag = "1")]
    pub nodes: Vec<Node>,
    #[prost(message, repeated, tag = "5")]
    pub constants: Vec<Tensor>,
    #[prost(message, repeated, tag = "11")]
    pub inputs: Vec<ValueInfo>,
    #[prost(message, repeated, tag = "12")]
    pub outputs: Vec<ValueInfo>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Node {
    #[prost(string, repeated, tag = "1")]
    pub inputs: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    pub outputs: Vec<String>,
    #[prost(string, tag = "3")]
    pub name: String,
    #[prost(string, tag = "4")]
    pub operator: String,
    #[prost(message, repeated, tag = "5")]
    pub attributes: Vec<Attribute>,
    /// Whose operators these are; ONNX' own where it is empty.
    #[prost(string, tag = "7")]
    pub domain: String,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Attribute {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(float, tag = "2")]
    pub real: f32,
    #[prost(int64, tag = "3")]
    pub whole: i64,
    #[prost(bytes = "vec", tag = "4")]
    pub text: Vec<u8>,
    #[prost(message, optional, tag = "5")]
    pub tensor: Option<Tensor>,
    #[prost(float, repeated, tag = "7")]
    pub reals: Vec<f32>,
    #[prost(int64, repeated, tag = "8")]
    pub wholes: Vec<i64>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Tensor {
    #[prost(int64, repeated, tag = "1")]
    pub dims: Vec<i64>,
    #[prost(int32, tag = "2")]
    pub kind: i32,
    #[prost(float, repeated, tag = "4")]
    pub floats: Vec<f32>,
    #[prost(int32, repeated, tag = "5")]
    pub ints: Vec<i32>,
    #[prost(int64, repeated, tag = "7")]
    pub longs: Vec<i64>,
    #[prost(string, tag = "8")]
    pub name: String,
    #[prost(bytes = "vec", tag = "9")]
    pub raw: Vec<u8>,
    #[prost(double, repeated, tag = "10")]
    pub doubles: Vec<f64>,
    /// Where the numbers lie in another file.
    #[prost(message, repeated, tag = "13")]
    pub external: Vec<Entry>,
    /// 1: the numbers lie in another file.
    #[prost(int32, tag = "14")]
    pub location: i32,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Entry {
    #[prost(string, tag = "1")]
    pub key: String,
    #[prost(string, tag = "2")]
    pub value: String,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct ValueInfo {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(message, optional, tag = "2")]
    pub kind: Option<Type>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Type {
    #[prost(message, optional, tag = "1")]
    pub tensor: Option<TensorType>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct TensorType {
    #[prost(int32, tag = "1")]
    pub element: i32,
    #[prost(message, optional, tag = "2")]
    pub shape: Option<TensorShape>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct TensorShape {
    #[prost(message, repeated, tag = "1")]
    pub dims: Vec<Dimension>,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Dimension {
    #[prost(int64, tag = "1")]
    pub value: i64,
}

/// Element types that hold whole numbers: int32, int64 and their kin.
pub(super) fn is_whole(element: i32) -> bool {
    matches!(element, 2..=7 | 9 | 12 | 13)
}

impl Tensor {
    /// What the tensor says of its place in another file under `key`.
    pub fn external(&self, key: &str) -> Option<&str> {
        let entry = self.external.iter().find(|entry| entry.key == key);
        entry.map(|entry| entry.value.as_str())
    }
}

impl Node {
    /// Its name, or that of what it gives.
    pub fn name(&self) -> &str {
        let output = self.outputs.first().map_or("", String::as_str);
        if self.name.is_empty() {
            output
        } else {
            &self.name
        }
    }

    /// What errors call it.
    pub fn title(&self) -> Sentence {
        let name = self.name();
        sentence!("“{name}” ({operator})", name, operator = self.operator)
    }

    fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
    }

    pub fn whole(&self, name: &str, usual: i64) -> i64 {
        self.attribute(name)
            .map_or(usual, |attribute| attribute.whole)
    }

    pub fn real(&self, name: &str, usual: f32) -> f32 {
        self.attribute(name)
            .map_or(usual, |attribute| attribute.real)
    }

    pub fn word(&self, name: &str) -> Option<String> {
        let text = &self.attribute(name)?.text;
        Some(String::from_utf8_lossy(text).into_owned())
    }

    pub fn wholes(&self, name: &str) -> Option<&[i64]> {
        self.attribute(name)
            .map(|attribute| attribute.wholes.as_slice())
    }

    pub fn tensor(&self, name: &str) -> Option<&Tensor> {
        self.attribute(name)?.tensor.as_ref()
    }

    pub fn input(&self, index: usize) -> Option<&str> {
        self.inputs
            .get(index)
            .map(String::as_str)
            .filter(|name| !name.is_empty())
    }

    /// Whether the operator is one of ONNX' own, or works as the one of the same name there.
    pub fn is_of_onnx(&self) -> bool {
        match self.domain.as_str() {
            "" | "ai.onnx" => true,
            "com.microsoft" => self.operator == "Gelu",
            _ => false,
        }
    }

    /// The element type that `Cast` makes: a number, and up to operators 5 a word.
    pub fn element_type(&self) -> i64 {
        match self.word("to").as_deref() {
            None | Some("") => self.whole("to", 1),
            Some("UINT8") => 2,
            Some("INT8") => 3,
            Some("UINT16") => 4,
            Some("INT16") => 5,
            Some("INT32") => 6,
            Some("INT64") => 7,
            Some("BOOL") => 9,
            Some("FLOAT16") => 10,
            Some("DOUBLE") => 11,
            Some("UINT32") => 12,
            Some("UINT64") => 13,
            Some(_) => 1,
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    pub fn reals(&self, name: &str) -> Option<&[f32]> {
        self.attribute(name)
            .map(|attribute| attribute.reals.as_slice())
    }
}
