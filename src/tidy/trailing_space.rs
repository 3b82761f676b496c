//! Blanks at the ends of lines.

use super::{Replacement, Sound};
use crate::span::Span;

/// The blanks that stand before the line ends of sound entries; TeX does not see them.
pub(super) fn normalise(sound: &Sound) -> Vec<Replacement> {
    let mut replacements = Vec::new();
    for (idx, _) in sound.entries() {
        let span = sound.file.entries[idx].span;
        let text = span.slice(sound.file.text());
        for (line_end, _) in text.match_indices('\n') {
            let line = &text[..line_end];
            let line = line.strip_suffix('\r').unwrap_or(line);
            let kept = line.trim_end_matches([' ', '\t']).len();
            if kept < line.len() {
                let blanks = Span::new(kept, line.len()).shift(span.start);
                replacements.push((blanks, String::new()));
            }
        }
    }
    replacements
}
