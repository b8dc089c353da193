//! Kinds of text.

use super::{Family, Kind};

/// The kind of text that `start`, the beginning of a file, is; nothing where it is none.
pub(super) fn of(start: &[u8]) -> Option<Kind> {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let text = match std::str::from_utf8(start) {
        Ok(text) => text,
        // A letter may be cut in two at the end.
        Err(why) if why.error_len().is_none() => {
            std::str::from_utf8(&start[..why.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return None,
    };
    let is_control = |letter: char| letter.is_control() && !"\t\n\r\u{C}".contains(letter);
    if text.is_empty() || text.contains(is_control) {
        return None;
    }
    Some(named(text.trim_start()))
}

fn named(text: &str) -> Kind {
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("version https://git-lfs") || lower.starts_with("version https://hawser") {
        return Kind::new("a Git LFS pointer", Family::Pointer);
    }
    if lower.starts_with("<svg") || (lower.starts_with("<?xml") && lower.contains("<svg")) {
        return Kind::new("an SVG image", Family::OtherImage);
    }
    if lower.starts_with("<?xml") && lower.contains("<error") {
        return Kind::new("a server's message of an error", Family::WebPage);
    }
    if lower.starts_with("<?xml") && !lower.contains("<html") {
        return Kind::new("XML", Family::Other);
    }
    if let Some(tag) = lower.strip_prefix('<')
        && tag.starts_with(|letter: char| letter == '!' || letter == '?' || letter.is_alphabetic())
    {
        return Kind::new("a web page", Family::WebPage);
    }
    if lower.starts_with("model_checkpoint_path:") {
        return Kind::new(
            "TensorFlow's list of checkpoints, which holds no numbers",
            Family::OtherModel,
        );
    }
    if is_json(text) {
        return json(text);
    }
    if is_table(text) {
        return Kind::new("a table as text (CSV)", Family::Data);
    }
    Kind::new("text", Family::Other)
}

fn is_json(text: &str) -> bool {
    let Some(inner) = text.strip_prefix(['{', '[']) else {
        return false;
    };
    let next = inner.trim_start().chars().next();
    next.is_none_or(|next| "\"{}[]-tfn".contains(next) || next.is_ascii_digit())
}

fn json(text: &str) -> Kind {
    let has = |word: &str| text.contains(word);
    if has("\"graph-model\"") || (has("\"modelTopology\"") && has("\"node\"")) {
        Kind::new("a TensorFlow.js graph model", Family::OtherModel)
    } else if has("\"modelTopology\"") {
        Kind::new("a TensorFlow.js model's description", Family::Model)
    } else if has("\"class_name\"") && has("\"config\"") {
        Kind::new("a Keras model's description", Family::Model)
    } else {
        Kind::new("JSON", Family::Other)
    }
}

/// Whether the first two lines, which must be whole, have the same marks between columns.
fn is_table(text: &str) -> bool {
    let mut lines = text
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n'));
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    [',', ';', '\t'].into_iter().any(|mark| {
        let columns = first.matches(mark).count();
        columns > 0 && columns == second.matches(mark).count()
    })
}
