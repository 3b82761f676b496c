//! Paths as the protocol writes them: `file:///home/a%20b/paper.md`.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
};

use lsp_types::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is escaped in a path: all but the unreserved characters of RFC 3986 and the slash.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The path of an address; none where it is no file of this machine: `untitled:Untitled-1`.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let path = uri.as_str().strip_prefix("file://")?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let is_on_drive = path.get(2..3) == Some(":");
    let path = if is_on_drive { &path[1..] } else { &path[..] };
    Some(PathBuf::from(path))
}

/// The address of a path.
pub(super) fn uri_of(path: &Path) -> Option<Uri> {
    let path = std::path::absolute(path).ok()?;
    let path = path.to_str()?.replace('\\', "/");
    let root = if path.starts_with('/') { "" } else { "/" };
    let path = utf8_percent_encode(&path, ESCAPED);
    Uri::from_str(&format!("file://{root}{path}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_path_goes_there_and_back() {
        let path = Path::new("/home/a b/Größe #1.md");
        let uri = uri_of(path).expect("a path makes an address");
        assert_eq!(uri.as_str(), "file:///home/a%20b/Gr%C3%B6%C3%9Fe%20%231.md");
        assert_eq!(path_of(&uri).as_deref(), Some(path));
    }

    #[test]
    fn what_is_no_file_has_no_path() {
        let path = |uri| path_of(&Uri::from_str(uri).expect("an address"));
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("file:///C%3A/p.md"), Some(PathBuf::from("C:/p.md")));
    }
}
