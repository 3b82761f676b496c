//! The key of the entry that a citation means, shown behind it.

use lsp_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintTooltip, Range};
use refmend::linkage::Decision;

use super::{analysis::Analysis, hover::master_entry};

/// The hints of the cites in a range: the keys of their entries, where a master has them for certain.
pub(super) fn of(analysis: &Analysis, range: Range) -> Vec<InlayHint> {
    let Some(paper) = analysis.paper() else {
        return Vec::new();
    };
    let lines = analysis.lines(analysis.source());
    let asked = lines.span(range);
    let certain = paper
        .cites()
        .filter(|(_, _, link)| link.decision == Decision::Match && link.matched.len() == 1);
    certain
        .filter_map(|(_, cite, link)| {
            let (bibliography, entry) = master_entry(paper, link.matched.first()?.index)?;
            let file = &analysis.project().bibliographies[bibliography].file;
            let place = paper.place(cite.span);
            let end = analysis.written(place).end;
            let is_asked = analysis.is_open(place) && (asked.contains(end) || asked.end == end);
            is_asked.then(|| InlayHint {
                position: lines.position(end),
                label: InlayHintLabel::String(file.key(entry).to_owned()),
                kind: Some(InlayHintKind::TYPE),
                text_edits: None,
                tooltip: file.outline(entry).title.map(InlayHintTooltip::String),
                padding_left: Some(true),
                padding_right: None,
                data: None,
            })
        })
        .collect()
}
