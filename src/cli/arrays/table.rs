//! Tables as text (CSV) with an image in each row.

use super::super::Failure;
use flate2::read::MultiGzDecoder;
use ganvas::data::DataSet;
use ganvas::data::table::TableReader;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes that are read at a time.
const PORTION: usize = 1 << 20;

/// Reads a table, packed by gzip or not.
pub fn open(path: &Path, name: &str, is_packed: bool) -> Result<DataSet, Failure> {
    let failed = |error| Failure::File(format!("{} could not be read: {error}.", path.display()));
    let file = File::open(path).map_err(failed)?;
    let mut bytes: Box<dyn Read> = if is_packed {
        Box::new(MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let mut table = TableReader::new(name);
    let mut portion = vec![0; PORTION];
    loop {
        match bytes.read(&mut portion).map_err(failed)? {
            0 => return Ok(table.finish()?),
            read => table.push(&portion[..read])?,
        }
    }
}
