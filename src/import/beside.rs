//! Files that belong together: a description, and the files of weights that it names.

use super::found::Found;
use super::given::Given;
use crate::kind::{self, Family};
use crate::sentence::sentence;

/// The path by which one file names another, with `/` between its parts; nothing where it leads out
/// of the folder.
pub(super) fn inside(path: &str) -> Option<String> {
    let parts: Vec<&str> = path
        .split(['/', '\\'])
        .filter(|part| *part != ".")
        .collect();
    let leads_out = |part: &&str| part.is_empty() || *part == ".." || part.contains([':', '\0']);
    (!parts.is_empty() && !parts.iter().any(leads_out)).then(|| parts.join("/"))
}

/// The file among `files` that another one calls `path`: by the whole path, else by its last part,
/// as files that were dropped on a page are called.
pub(super) fn find<'a>(files: &[Given<'a>], path: &str) -> Found<Option<Given<'a>>> {
    let Some(inside) = inside(path) else {
        return Err(sentence!(
            "it asks for the file “{path}”, outside its folder",
            path
        ));
    };
    let last = |path: &str| path.rsplit(['/', '\\']).next().map(str::to_owned);
    let whole = files.iter().find(|file| file.name == inside);
    let found = whole.or_else(|| files.iter().find(|file| last(file.name) == last(&inside)));
    let Some(file) = found else {
        return Ok(None);
    };
    let stands_in = |family| matches!(family, Family::Pointer | Family::WebPage);
    match kind::of(file.bytes).filter(|kind| stands_in(kind.family)) {
        Some(_) => Err(sentence!(
            "its part “{path}” is {found}",
            path,
            found = kind::advised(file.bytes)
        )),
        None => Ok(Some(*file)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_their_folder() {
        assert_eq!(
            inside("generator.onnx.data").unwrap(),
            "generator.onnx.data"
        );
        assert_eq!(inside("./a\\b.bin").unwrap(), "a/b.bin");
        for path in [
            "",
            ".",
            "/etc/passwd",
            "../b.bin",
            "a/../../b.bin",
            "a\\..\\..\\b.bin",
            "C:\\b.bin",
            "a//b",
        ] {
            assert_eq!(inside(path), None, "{path}");
        }
    }

    #[test]
    fn a_pointer_in_place_of_numbers_is_told() {
        let pointer = b"version https://git-lfs.github.com/spec/v1\n";
        let files = [Given {
            name: "w.bin",
            bytes: pointer,
        }];
        let said = find(&files, "sub/w.bin").unwrap_err().to_string();
        assert!(
            said.contains("its part “sub/w.bin” is a Git LFS pointer"),
            "{said}"
        );
        assert!(find(&files, "other.bin").unwrap().is_none());
        assert!(find(&files, "../w.bin").is_err());
    }
}
