//! The values of a pickle. They refer to each other by number, so that neither deep nesting nor cycles
//! do harm.

/// Place of a value in its heap.
pub(super) type Id = u32;

/// A value. Nothing of it was ever run: a class is its name, an object what it was made of.
#[derive(Debug, Clone)]
pub(super) enum Value {
    None,
    Bool(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    Bytes,
    List(Vec<Id>),
    Tuple(Vec<Id>),
    Dictionary(Vec<(Id, Id)>),
    /// A class or function, as `torch.nn.modules.conv.Conv2d`.
    Global(String),
    /// What a class or function would have made of arguments, and what was put into it.
    Object {
        class: Id,
        arguments: Id,
        state: Option<Id>,
        items: Vec<(Id, Id)>,
    },
    /// What the pickle leaves to its reader to find: a tensor's storage.
    Persistent(Id),
}

/// All values of a pickle.
#[derive(Debug, Default)]
pub(super) struct Heap(Vec<Value>);

impl Heap {
    pub fn add(&mut self, value: Value) -> Id {
        self.0.push(value);
        (self.0.len() - 1) as Id
    }

    pub fn get(&self, id: Id) -> &Value {
        &self.0[id as usize]
    }

    pub fn get_mut(&mut self, id: Id) -> &mut Value {
        &mut self.0[id as usize]
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All values.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter()
    }

    pub fn text(&self, id: Id) -> Option<&str> {
        match self.get(id) {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn whole(&self, id: Id) -> Option<i64> {
        match self.get(id) {
            Value::Integer(value) => Some(*value),
            Value::Bool(value) => Some(i64::from(*value)),
            _ => None,
        }
    }

    pub fn real(&self, id: Id) -> Option<f64> {
        match self.get(id) {
            Value::Float(value) => Some(*value),
            _ => self.whole(id).map(|value| value as f64),
        }
    }

    /// The elements of a tuple or list.
    pub fn sequence(&self, id: Id) -> Option<&[Id]> {
        match self.get(id) {
            Value::Tuple(values) | Value::List(values) => Some(values),
            // torch.Size and the like: one tuple as argument.
            Value::Object { arguments, .. } => match self.get(*arguments) {
                Value::Tuple(values) if values.len() == 1 => match self.get(values[0]) {
                    Value::Tuple(values) | Value::List(values) => Some(values),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// The entries of a dictionary, ordered or not.
    pub fn entries(&self, id: Id) -> Option<&[(Id, Id)]> {
        match self.get(id) {
            Value::Dictionary(entries) => Some(entries),
            Value::Object { items, class, .. } if !items.is_empty() || self.is_mapping(*class) => {
                Some(items)
            }
            _ => None,
        }
    }

    fn is_mapping(&self, class: Id) -> bool {
        let name = self.name(class);
        name.is_some_and(|name| name.ends_with("Dict") || name.ends_with("dict"))
    }

    /// The name of a class; old files wrap it: `("module", class, file, source)`.
    fn name(&self, class: Id) -> Option<&str> {
        match self.get(class) {
            Value::Global(name) => Some(name),
            Value::Persistent(id) => match self.sequence(*id)? {
                [kind, class, ..] if self.text(*kind) == Some("module") => match self.get(*class) {
                    Value::Global(name) => Some(name),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// The value of a dictionary's entry.
    pub fn entry(&self, id: Id, key: &str) -> Option<Id> {
        let entries = self.entries(id)?;
        // What is put under the same key later takes its place.
        let found = entries
            .iter()
            .rev()
            .find(|(name, _)| self.text(*name) == Some(key));
        found.map(|(_, value)| *value)
    }

    /// Whether other values can lie in it.
    pub fn is_container(&self, id: Id) -> bool {
        matches!(
            self.get(id),
            Value::List(_) | Value::Tuple(_) | Value::Dictionary(_) | Value::Object { .. }
        )
    }

    /// The class of an object.
    pub fn class(&self, id: Id) -> Option<&str> {
        match self.get(id) {
            Value::Object { class, .. } => self.name(*class),
            _ => None,
        }
    }

    /// An object's attributes, if they are a dictionary.
    pub fn attributes(&self, id: Id) -> Option<Id> {
        match self.get(id) {
            Value::Object {
                state: Some(state), ..
            } => {
                // With slots, the state is (attributes, slots).
                let state = match self.get(*state) {
                    Value::Tuple(values) if values.len() == 2 => values[0],
                    _ => *state,
                };
                self.entries(state).map(|_| state)
            }
            _ => None,
        }
    }
}
