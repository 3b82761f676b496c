//! Edits of the view spliced into the XML of the text.

use super::{CONTENT, OpenText};
use crate::{
    document::{
        flow::{Grain, RunEdit},
        map::Refusal,
        package::escape,
    },
    edit,
    span::Span,
};

/// A space that counts wherever it stands.
pub(super) const SPACE: &str = "<text:s/>";

impl OpenText {
    /// Translates one edit of the view.
    ///
    /// # Errors
    /// When it cannot be made without touching more than text.
    pub(in crate::document) fn translate(
        &self,
        edit: (Span, &str),
        grain: Grain,
    ) -> Result<Vec<RunEdit>, Refusal> {
        self.flow
            .translate(edit, grain, |first, second| first == second)
    }

    /// The name and the new contents of the part that the edits change.
    /// None if one of them cannot be made where it is.
    pub(in crate::document) fn splice(&self, edits: &[RunEdit]) -> Option<Vec<(&str, String)>> {
        let mut splices = Vec::new();
        let has_italics = edits.iter().any(|edit| edit.italics.is_some());
        let tree = if has_italics { self.tree() } else { None };
        for edit in edits {
            let span = edit.edit.span;
            let text = match edit.italics {
                Some(_) => {
                    let text = between_tags(&edit.edit.replacement);
                    Self::in_italics(tree.as_ref()?, edit, text)?
                }
                None => self.written(span, &edit.edit.replacement),
            };
            splices.push((span, text));
        }
        if has_italics {
            splices.extend(self.styles(edits)?);
        }
        let splices: Vec<_> = splices
            .iter()
            .map(|(span, text)| (*span, text.as_str()))
            .collect();
        Some(vec![(CONTENT, edit::apply(&self.content, &splices).0)])
    }

    fn written(&self, span: Span, text: &str) -> String {
        let before = self.content[..span.start].chars().next_back();
        let after = self.content[span.end..].chars().next();
        written(text, before, after)
    }
}

/// New text between two tags.
pub(super) fn between_tags(text: &str) -> String {
    written(text, Some('>'), Some('<'))
}

/// Text as it is written between two characters of the file: spaces that would count for nothing become elements.
pub(super) fn written(text: &str, before: Option<char>, after: Option<char>) -> String {
    let is_letter = |neighbour: Option<char>| {
        neighbour.is_some_and(|character| !character.is_whitespace() && !"<>".contains(character))
    };
    let mut written = String::with_capacity(text.len());
    let mut previous = before;
    for (idx, character) in text.char_indices() {
        let is_last = idx + 1 == text.len();
        if character == ' ' && (!is_letter(previous) || (is_last && !is_letter(after))) {
            written.push_str(SPACE);
        } else {
            written.push_str(&escape(character.encode_utf8(&mut [0; 4])));
        }
        previous = Some(character);
    }
    written
}
