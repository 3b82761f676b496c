//! Edits of several files, as they are handed to the editor.

use lsp_types::{TextEdit, Uri, WorkspaceEdit};

/// The edits of each file.
#[derive(Debug, Default)]
pub(super) struct Changes(Vec<(Uri, Vec<TextEdit>)>);

impl Changes {
    /// The edits of one file; none where it has none yet.
    fn of(&mut self, uri: &Uri) -> Option<&mut Vec<TextEdit>> {
        let mut files = self.0.iter_mut();
        let file = files.find(|(file, _)| file.as_str() == uri.as_str());
        file.map(|(_, edits)| edits)
    }

    /// Adds an edit of a file.
    pub(super) fn add(&mut self, uri: Uri, edit: TextEdit) {
        match self.of(&uri) {
            Some(edits) => edits.push(edit),
            None => self.0.push((uri, vec![edit])),
        }
    }

    /// Adds all edits of a file, unless it has its edits already.
    pub(super) fn add_file(&mut self, uri: Uri, edits: Vec<TextEdit>) {
        if self.of(&uri).is_none() && !edits.is_empty() {
            self.0.push((uri, edits));
        }
    }

    /// The edits as the protocol has them.
    pub(super) fn finish(self) -> WorkspaceEdit {
        WorkspaceEdit {
            changes: Some(self.0.into_iter().collect()),
            ..WorkspaceEdit::default()
        }
    }
}
