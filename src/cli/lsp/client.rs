//! What an editor tells of itself when it starts us.

use std::path::PathBuf;

use lsp_types::Uri;
use serde_json::Value;

use super::{address::path_of, lines::Encoding};

/// What we need to know of an editor.
///
/// Read from a few places of its `initialize` request: all that editors can tell makes a large part of the protocol, and one that gets
/// a corner of it wrong is served all the same.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Client {
    /// What the columns of positions count.
    pub(super) encoding: Encoding,
    /// Whether it can watch files for us.
    pub(super) watches_files: bool,
    /// The folders that are open in it.
    pub(super) folders: Vec<PathBuf>,
}

impl Client {
    /// Reads the parameters of `initialize`.
    pub(super) fn of(params: &Value) -> Self {
        let is_true = |pointer| params.pointer(pointer) == Some(&Value::Bool(true));
        let encodings = list(params, "/capabilities/general/positionEncodings");
        let utf8 = encodings.iter().any(|encoding| encoding == "utf-8");
        let folders = list(params, "/workspaceFolders");
        let folders = folders.iter().filter_map(|folder| folder.get("uri"));
        let mut folders: Vec<PathBuf> = folders.filter_map(folder).collect();
        if folders.is_empty() {
            folders.extend(params.get("rootUri").and_then(folder));
        }
        Self {
            // Bytes where the editor can count them, for that costs nothing.
            encoding: if utf8 {
                Encoding::Utf8
            } else {
                Encoding::Utf16
            },
            watches_files: is_true(
                "/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration",
            ),
            folders,
        }
    }
}

fn list<'v>(params: &'v Value, pointer: &str) -> &'v [Value] {
    let list = params.pointer(pointer).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

fn folder(uri: &Value) -> Option<PathBuf> {
    path_of(&uri.as_str()?.parse::<Uri>().ok()?)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_editor_is_asked_what_it_can_do() {
        let client = Client::of(&json!({
            "rootUri": "file:///home/b",
            "workspaceFolders": [{"uri": "file:///home/a%20b", "name": "a"}, {"uri": 3}],
            "capabilities": {
                "general": {"positionEncodings": ["utf-16", "utf-8"]},
                "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}},
                "textDocument": "what no editor should say",
            },
        }));
        assert_eq!(client.encoding, Encoding::Utf8);
        assert!(client.watches_files);
        assert_eq!(client.folders, [PathBuf::from("/home/a b")]);
    }

    #[test]
    fn an_editor_that_tells_little_is_served() {
        let client = Client::of(&json!({"rootUri": "file:///home/b", "workspaceFolders": null}));
        assert_eq!(client.encoding, Encoding::Utf16);
        assert!(!client.watches_files);
        assert_eq!(client.folders, [PathBuf::from("/home/b")]);
        assert_eq!(Client::of(&Value::Null).folders, Vec::<PathBuf>::new());
    }
}
