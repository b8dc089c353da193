//! ONNX files, written message by message.

use ganvas::random::{Purpose, Random};

/// A graph in the making, from a latent `z` to an `image`.
#[derive(Clone)]
pub struct Graph {
    parts: Vec<Vec<u8>>,
    opset: i64,
}

fn varint(mut value: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

pub fn field(tag: u64, content: &[u8]) -> Vec<u8> {
    let length = varint(content.len() as u64);
    [varint(tag << 3 | 2), length, content.to_vec()].concat()
}

pub fn number(tag: u64, value: i64) -> Vec<u8> {
    [varint(tag << 3), varint(value as u64)].concat()
}

pub fn whole(name: &str, value: i64) -> Vec<u8> {
    [field(1, name.as_bytes()), number(3, value)].concat()
}

pub fn real(name: &str, value: f32) -> Vec<u8> {
    [
        field(1, name.as_bytes()),
        varint(2 << 3 | 5),
        value.to_le_bytes().to_vec(),
    ]
    .concat()
}

pub fn word(name: &str, value: &str) -> Vec<u8> {
    [field(1, name.as_bytes()), field(4, value.as_bytes())].concat()
}

pub fn wholes(name: &str, values: &[i64]) -> Vec<u8> {
    let values = values.iter().flat_map(|value| number(8, *value));
    [field(1, name.as_bytes()), values.collect()].concat()
}

fn tensor(name: &str, dims: &[i64], kind: i64, rest: Vec<u8>) -> Vec<u8> {
    let dims = dims.iter().flat_map(|side| number(1, *side));
    [
        dims.collect(),
        number(2, kind),
        field(8, name.as_bytes()),
        rest,
    ]
    .concat()
}

/// Numbers that look like weights, the same for the same count.
pub fn weights(count: usize) -> Vec<f32> {
    let mut random = Random::new(3, Purpose::FixedLatents, count as u64);
    (0..count).map(|_| random.between(-0.5, 0.5)).collect()
}

pub fn le_bytes(values: &[f32]) -> Vec<u8> {
    values
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect()
}

impl Graph {
    /// A graph of this version of the operators whose latent of 6 numbers becomes an image `x` of
    /// 7×7 with 2 channels.
    pub fn with_image(opset: i64) -> Self {
        Self::empty(opset)
            .input("z", 1, &[0, 6])
            .reals("w", &[6, 98], &weights(588))
            .node("MatMul", &["z", "w"], "a", &[])
            .integers("to", &[-1, 2, 7, 7])
            .node("Reshape", &["a", "to"], "x", &[])
    }

    pub fn empty(opset: i64) -> Self {
        let parts = Vec::new();
        Self { parts, opset }
    }

    fn with(mut self, tag: u64, message: &[u8]) -> Self {
        self.parts.push(field(tag, message));
        self
    }

    pub fn input(self, name: &str, kind: i64, dims: &[i64]) -> Self {
        let dims: Vec<u8> = dims
            .iter()
            .flat_map(|side| field(1, &number(1, *side)))
            .collect();
        let kind = [number(1, kind), field(2, &dims)].concat();
        let message = [field(1, name.as_bytes()), field(2, &field(1, &kind))].concat();
        self.with(11, &message)
    }

    pub fn reals(self, name: &str, dims: &[i64], values: &[f32]) -> Self {
        self.with(5, &tensor(name, dims, 1, field(9, &le_bytes(values))))
    }

    pub fn integers(self, name: &str, values: &[i64]) -> Self {
        self.whole_tensor(name, &[values.len() as i64], values)
    }

    pub fn whole_tensor(self, name: &str, dims: &[i64], values: &[i64]) -> Self {
        let raw: Vec<u8> = values
            .iter()
            .flat_map(|value| value.to_le_bytes())
            .collect();
        self.with(5, &tensor(name, dims, 7, field(9, &raw)))
    }

    /// A tensor of reals that lie in another file.
    pub fn external(self, name: &str, dims: &[i64], place: &[(&str, &str)]) -> Self {
        let entry = |(key, value): &(&str, &str)| {
            field(
                13,
                &[field(1, key.as_bytes()), field(2, value.as_bytes())].concat(),
            )
        };
        let entries: Vec<u8> = place.iter().flat_map(entry).collect();
        self.with(5, &tensor(name, dims, 1, [entries, number(14, 1)].concat()))
    }

    pub fn node(
        self,
        operator: &str,
        inputs: &[&str],
        output: &str,
        attributes: &[Vec<u8>],
    ) -> Self {
        self.node_of("", operator, inputs, output, attributes)
    }

    pub fn node_of(
        self,
        domain: &str,
        operator: &str,
        inputs: &[&str],
        output: &str,
        attributes: &[Vec<u8>],
    ) -> Self {
        let inputs = inputs.iter().flat_map(|name| field(1, name.as_bytes()));
        let attributes = attributes.iter().flat_map(|attribute| field(5, attribute));
        let message = [
            inputs.collect(),
            field(2, output.as_bytes()),
            field(4, operator.as_bytes()),
            attributes.collect(),
            field(7, domain.as_bytes()),
        ];
        self.with(1, &message.concat())
    }

    /// The file, whose result is `image`.
    pub fn file(self) -> Vec<u8> {
        let graph = self.with_output();
        let set = [field(1, b""), number(2, graph.opset)].concat();
        [
            number(1, 8),
            field(7, &graph.parts.concat()),
            field(8, &set),
        ]
        .concat()
    }

    fn with_output(self) -> Self {
        self.with(12, &field(1, b"image"))
    }
}
