//! Reads pickles of protocols 0 to 5 as data. Nothing in them is run.
//!
//! No crate reads what is needed here: burn-store's pytorch-reader knows tensors and dictionaries, but not
//! modules that were saved whole, whose classes and attributes are the architecture; serde-pickle drops
//! whatever is not plain data. Supported are the opcodes of Python's `pickletools` that PyTorch writes.

use super::heap::{Heap, Id, Value};
use crate::import::found::Found;
use crate::sentence::sentence;
use std::collections::HashMap;

/// Most values of a file's pickles, and most on the stack, of marks and in the memo, whose own bytes
/// bound them as well.
const MOST_VALUES: usize = 1 << 22;

/// Reads one pickle from the start of `bytes`: its value, and how many bytes it took.
pub(super) fn read(heap: &mut Heap, bytes: &[u8]) -> Found<(Id, usize)> {
    let mut machine = Machine {
        heap,
        bytes,
        place: 0,
        stack: Vec::new(),
        marks: Vec::new(),
        memo: HashMap::new(),
    };
    let value = machine.run()?;
    Ok((value, machine.place))
}

struct Machine<'a> {
    heap: &'a mut Heap,
    bytes: &'a [u8],
    place: usize,
    stack: Vec<Id>,
    marks: Vec<usize>,
    memo: HashMap<u64, Id>,
}

impl Machine<'_> {
    fn run(&mut self) -> Found<Id> {
        loop {
            let place = self.place;
            let [code] = self.take_array()?;
            if code == b'.' {
                return self.pop();
            }
            self.step(code)
                .and_then(|()| self.check_room())
                .map_err(|why| sentence!("{why} (pickle, byte {place})", why, place))?;
        }
    }

    fn check_room(&self) -> Found<()> {
        let sizes = [
            self.heap.len(),
            self.stack.len(),
            self.marks.len(),
            self.memo.len(),
        ];
        if sizes.into_iter().any(|size| size > MOST_VALUES) {
            return Err(sentence!(
                "it makes more than {most} values",
                most = MOST_VALUES
            ));
        }
        Ok(())
    }

    fn step(&mut self, code: u8) -> Found<()> {
        match code {
            0x80 => self.take(1).map(drop),
            0x95 => self.take(8).map(drop),
            b'(' => {
                self.marks.push(self.stack.len());
                Ok(())
            }
            b'0' => self.pop().map(drop),
            b'1' => self.popped().map(drop),
            b'2' => {
                let top = self.top()?;
                self.stack.push(top);
                Ok(())
            }
            b'N' | 0x88 | 0x89 | b'K' | b'M' | b'J' | b'I' | b'L' | 0x8a | 0x8b | b'F' | b'G'
            | b'X' | 0x8c | 0x8d | b'V' | b'S' | b'T' | b'U' | b'B' | b'C' | 0x8e | 0x96 => {
                let value = self.scalar(code)?;
                self.push(value)
            }
            b']' | b'l' | b')' | b't' | 0x85..=0x87 | b'}' | b'd' | 0x8f | 0x91 => {
                self.container(code)
            }
            b'a' | b'e' | b's' | b'u' | 0x90 => self.fill(code),
            b'p' | b'q' | b'r' | 0x94 | b'g' | b'h' | b'j' => self.remember(code),
            b'c' | 0x93 | b'i' | b'o' | b'R' | 0x81 | 0x92 | b'b' | b'P' | b'Q' => {
                self.object(code)
            }
            _ => Err(sentence!(
                "its operation 0x{code} does not occur in pickles that PyTorch writes",
                code = format_args!("{code:02x}")
            )),
        }
    }

    fn scalar(&mut self, code: u8) -> Found<Value> {
        Ok(match code {
            b'N' => Value::None,
            0x88 => Value::Bool(true),
            0x89 => Value::Bool(false),
            b'K' => Value::Integer(self.length(1)? as i64),
            b'M' => Value::Integer(self.length(2)? as i64),
            b'J' => Value::Integer(i64::from(i32::from_le_bytes(self.take_array()?))),
            b'I' | b'L' => match self.line()?.trim_end_matches('L') {
                "00" => Value::Bool(false),
                "01" => Value::Bool(true),
                text => Value::Integer(
                    text.parse()
                        .map_err(|_| sentence!("a number cannot be read"))?,
                ),
            },
            0x8a | 0x8b => {
                let length = self.length(if code == 0x8a { 1 } else { 4 })?;
                let bytes = self.take(length)?;
                // What is larger, as the file format's magic number, is only compared with nothing.
                let mut wide = [bytes.last().map_or(0, |byte| (*byte as i8 >> 7) as u8); 8];
                let shared = bytes.len().min(8);
                wide[..shared].copy_from_slice(&bytes[..shared]);
                Value::Integer(i64::from_le_bytes(wide))
            }
            b'F' => Value::Float(
                self.line()?
                    .parse()
                    .map_err(|_| sentence!("a number cannot be read"))?,
            ),
            b'G' => Value::Float(f64::from_be_bytes(self.take_array()?)),
            b'X' => self.text(4)?,
            0x8c => self.text(1)?,
            0x8d => self.text(8)?,
            b'V' => Value::Text(self.line()?.to_owned()),
            b'S' => Value::Text(self.line()?.trim_matches(['\'', '"']).to_owned()),
            b'T' => self.text(4)?,
            b'U' => self.text(1)?,
            b'B' => self.opaque(4)?,
            b'C' => self.opaque(1)?,
            _ => self.opaque(8)?,
        })
    }

    fn container(&mut self, code: u8) -> Found<()> {
        let value = match code {
            b']' | 0x8f => Value::List(Vec::new()),
            b'l' => Value::List(self.popped()?),
            b')' => Value::Tuple(Vec::new()),
            b't' | 0x91 => Value::Tuple(self.popped()?),
            0x85..=0x87 => {
                let count = usize::from(code - 0x84);
                let start = self
                    .stack
                    .len()
                    .checked_sub(count)
                    .filter(|start| *start >= self.floor());
                let start = start.ok_or_else(|| sentence!("its stack runs empty"))?;
                Value::Tuple(self.stack.split_off(start))
            }
            b'd' => Value::Dictionary(pairs(&self.popped()?)),
            _ => Value::Dictionary(Vec::new()),
        };
        self.push(value)
    }

    fn fill(&mut self, code: u8) -> Found<()> {
        let values = match code {
            b'a' => vec![self.pop()?],
            b's' => {
                let value = self.pop()?;
                vec![self.pop()?, value]
            }
            _ => self.popped()?,
        };
        let target = self.top()?;
        match (code, self.heap.get_mut(target)) {
            (b'a' | b'e' | 0x90, Value::List(list)) => list.extend(values),
            (b'a' | b'e' | 0x90, Value::Object { .. }) => {}
            (b's' | b'u', Value::Dictionary(entries) | Value::Object { items: entries, .. }) => {
                entries.extend(pairs(&values));
            }
            _ => {
                return Err(sentence!(
                    "it puts values into something other than a container"
                ));
            }
        }
        Ok(())
    }

    fn remember(&mut self, code: u8) -> Found<()> {
        let key = match code {
            b'p' | b'g' => self
                .line()?
                .parse()
                .map_err(|_| sentence!("a number cannot be read"))?,
            b'q' | b'h' => self.length(1)? as u64,
            b'r' | b'j' => self.length(4)? as u64,
            _ => self.memo.len() as u64,
        };
        if matches!(code, b'g' | b'h' | b'j') {
            let value = self.memo.get(&key).copied();
            self.stack
                .push(value.ok_or_else(|| sentence!("it recalls what it never kept"))?);
        } else {
            let top = self.top()?;
            self.memo.insert(key, top);
        }
        Ok(())
    }

    fn object(&mut self, code: u8) -> Found<()> {
        match code {
            b'c' => {
                let module = self.line()?.to_owned();
                let name = format!("{module}.{}", self.line()?);
                self.push(Value::Global(name))
            }
            0x93 => {
                let (name, module) = (self.pop()?, self.pop()?);
                let texts = (self.heap.text(module), self.heap.text(name));
                let (Some(module), Some(name)) = texts else {
                    return Err(sentence!("a class has no name"));
                };
                let name = format!("{module}.{name}");
                self.push(Value::Global(name))
            }
            b'b' => {
                let state = self.pop()?;
                let target = self.top()?;
                match self.heap.get_mut(target) {
                    Value::Object { state: own, .. } => *own = Some(state),
                    _ => {
                        return Err(sentence!(
                            "it gives a state to something other than an object"
                        ));
                    }
                }
                Ok(())
            }
            b'P' => {
                let name = self.line()?.to_owned();
                let name = self.heap.add(Value::Text(name));
                self.push(Value::Persistent(name))
            }
            b'Q' => {
                let id = self.pop()?;
                self.push(Value::Persistent(id))
            }
            b'i' | b'o' => {
                let mut arguments = self.popped()?;
                let class = if code == b'i' {
                    let module = self.line()?.to_owned();
                    let name = format!("{module}.{}", self.line()?);
                    self.heap.add(Value::Global(name))
                } else if arguments.is_empty() {
                    return Err(sentence!("an object has no class"));
                } else {
                    arguments.remove(0)
                };
                let arguments = self.heap.add(Value::Tuple(arguments));
                self.make(class, arguments)
            }
            _ => {
                if code == 0x92 {
                    self.pop()?;
                }
                let (arguments, class) = (self.pop()?, self.pop()?);
                self.make(class, arguments)
            }
        }
    }

    fn make(&mut self, class: Id, arguments: Id) -> Found<()> {
        self.push(Value::Object {
            class,
            arguments,
            state: None,
            items: Vec::new(),
        })
    }

    fn push(&mut self, value: Value) -> Found<()> {
        let id = self.heap.add(value);
        self.stack.push(id);
        Ok(())
    }

    fn floor(&self) -> usize {
        self.marks.last().copied().unwrap_or(0)
    }

    fn top(&self) -> Found<Id> {
        let top = self.stack[self.floor().min(self.stack.len())..].last();
        top.copied()
            .ok_or_else(|| sentence!("its stack runs empty"))
    }

    fn pop(&mut self) -> Found<Id> {
        self.top()?;
        self.stack
            .pop()
            .ok_or_else(|| sentence!("its stack runs empty"))
    }

    /// All above the last mark.
    fn popped(&mut self) -> Found<Vec<Id>> {
        let mark = self
            .marks
            .pop()
            .ok_or_else(|| sentence!("it looks for a mark that is not there"))?;
        Ok(self.stack.split_off(mark.min(self.stack.len())))
    }

    fn take(&mut self, count: usize) -> Found<&[u8]> {
        let end = self
            .place
            .checked_add(count)
            .filter(|end| *end <= self.bytes.len());
        let end = end.ok_or_else(|| sentence!("it ends too early"))?;
        let taken = &self.bytes[self.place..end];
        self.place = end;
        Ok(taken)
    }

    fn take_array<const N: usize>(&mut self) -> Found<[u8; N]> {
        let taken = self.take(N)?;
        taken.try_into().map_err(|_| sentence!("it ends too early"))
    }

    /// An unsigned number of `width` bytes.
    fn length(&mut self, width: usize) -> Found<usize> {
        let mut wide = [0; 8];
        wide[..width].copy_from_slice(self.take(width)?);
        usize::try_from(u64::from_le_bytes(wide)).map_err(|_| sentence!("it ends too early"))
    }

    fn text(&mut self, width: usize) -> Found<Value> {
        let length = self.length(width)?;
        Ok(Value::Text(
            String::from_utf8_lossy(self.take(length)?).into_owned(),
        ))
    }

    fn opaque(&mut self, width: usize) -> Found<Value> {
        let length = self.length(width)?;
        self.take(length)?;
        Ok(Value::Bytes)
    }

    /// Up to the end of the line.
    fn line(&mut self) -> Found<&str> {
        let rest = &self.bytes[self.place..];
        let end = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .ok_or_else(|| sentence!("it ends too early"))?;
        self.place += end + 1;
        std::str::from_utf8(&rest[..end]).map_err(|_| sentence!("a line is no text"))
    }
}

fn pairs(values: &[Id]) -> Vec<(Id, Id)> {
    let (pairs, _) = values.as_chunks();
    pairs.iter().map(|[key, value]| (*key, *value)).collect()
}
