//! The bytes that move with a stretch of a text format.

use super::neighbours;
use crate::{
    document::{Document, Format, Refusal, markup},
    span::Span,
};

/// What stands between two stretches: what belongs to the one before, and to the one behind.
#[derive(Debug, Clone, Copy)]
struct Gap {
    tail: Span,
    head: Span,
}

/// The bytes of each stretch with the marks that belong to it: `\bibitem{key} …`, `<li id="a">…</li>`, `- …`.
///
/// # Errors
/// When something else stands between two, or where the marks of one end is not clear.
pub(super) fn blocks(
    document: &Document,
    source: &str,
    stretches: &[Span],
) -> Result<Vec<Span>, Refusal> {
    let mut inner = Vec::new();
    for stretch in stretches {
        inner.push(markup::read(document, source, *stretch)?.source);
    }
    if inner.windows(2).any(|pair| pair[0].end > pair[1].start) {
        return Err(Refusal::Crossing);
    }
    let mut gaps = Vec::new();
    for gap in neighbours(&inner) {
        let gap = Span::from(gap);
        gaps.push(divided(document.format, source, gap).ok_or(Refusal::Crossing)?);
    }
    let (Some(first), Some(last)) = (inner.first(), inner.last()) else {
        return Ok(inner);
    };
    let first_head = first_head(document, source, *first, gaps.first());
    let last_tail = last_tail(source, *last, &gaps).ok_or(Refusal::Crossing)?;
    let heads = std::iter::once(first_head).chain(gaps.iter().map(|gap| gap.head));
    let tails = gaps.iter().map(|gap| gap.tail).chain([last_tail]);
    let blocks: Vec<Span> = inner
        .iter()
        .zip(heads)
        .zip(tails)
        .map(|((inner, head), tail)| head.join(*inner).join(tail))
        .collect();
    for (block, inner) in blocks.iter().zip(&inner) {
        check(document.format, source, *block, *inner)?;
    }
    Ok(blocks)
}

/// Divides a gap: the rest of the line belongs to the stretch before, what stands behind line ends and blanks to the next.
fn divided(format: Format, source: &str, gap: Span) -> Option<Gap> {
    let text = gap.slice(source);
    let (tail, blank) = match (text.find('\n'), format) {
        (Some(line_end), _) => (line_end, line_end),
        // Elements may stand beside each other on one line.
        (None, Format::Html) => {
            let close = text.rfind("</")?;
            let end = close + text[close..].find('>')? + 1;
            (end, end)
        }
        _ => return None,
    };
    let behind = &text[blank..];
    let head = blank + behind.len() - behind.trim_start().len();
    let tail = text[..tail].trim_end().len();
    Some(Gap {
        tail: Span::new(gap.start, gap.start + tail),
        head: Span::new(gap.start + head, gap.end),
    })
}

/// The marks before the first stretch: those that begin as the marks before the second do.
fn first_head(document: &Document, source: &str, first: Span, gap: Option<&Gap>) -> Span {
    let none = Span::at(first.start);
    let Some(model) = gap.map(|gap| gap.head.slice(source)) else {
        return none;
    };
    let pieces = document.map.pieces().iter();
    let before = pieces.filter(|piece| piece.source.start < first.start);
    let ends = before.map(|piece| piece.source.end.min(first.start));
    let before = ends.max().unwrap_or(0);
    let hidden = Span::new(before, first.start).slice(source);
    let begins = model
        .lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty());
    let begins = begins.unwrap_or_default();
    let letters = begins.char_indices().skip(1);
    let mut ends = letters.filter(|(_, letter)| !letter.is_alphanumeric());
    let mark = &begins[..ends.next().map_or(begins.len(), |(end, _)| end)];
    if mark.is_empty() {
        return none;
    }
    hidden
        .rfind(mark)
        .map_or(none, |at| Span::new(before + at, first.start))
}

/// The marks behind the last stretch: those that stand behind the others.
fn last_tail(source: &str, last: Span, gaps: &[Gap]) -> Option<Span> {
    let behind = &source[last.end..];
    let line = behind.split('\n').next().unwrap_or_default();
    let usual = gaps.first().map_or("", |gap| gap.tail.slice(source));
    let are_alike = gaps.iter().all(|gap| gap.tail.slice(source) == usual);
    let is_comment = |text: &str| text.trim_start().starts_with('%');
    let tail = if are_alike && !usual.is_empty() && line.starts_with(usual) && !is_comment(usual) {
        usual
    } else if line.trim().is_empty() || line.trim_start().starts_with("\\end{") {
        ""
    } else if is_comment(line) {
        line.trim_end()
    } else {
        return None;
    };
    // Behind a comment nothing may follow on its line.
    let has_comment = gaps.iter().any(|gap| is_comment(gap.tail.slice(source)));
    let is_free = line[tail.len()..].trim().is_empty();
    (is_free || !has_comment).then(|| Span::new(last.end, last.end + tail.len()))
}

/// Refuses a block that does not end what it begins, or bears a number.
fn check(format: Format, source: &str, block: Span, inner: Span) -> Result<(), Refusal> {
    let head = Span::new(block.start, inner.start).slice(source);
    let tail = Span::new(inner.end, block.end).slice(source);
    let marks = [head, tail].concat();
    let is_structure = [":::", "\\begin{", "\\end{", "\\section", "```", "---"]
        .iter()
        .any(|mark| marks.contains(mark));
    let count = |mark: char| marks.matches(mark).count();
    let is_whole = match format {
        Format::Html => {
            marks.matches("</").count() * 2 == count('<') - marks.matches("<!--").count()
        }
        Format::Latex | Format::Typst => count('{') == count('}') && count('[') == count(']'),
        _ => true,
    };
    if is_structure || !is_whole {
        return Err(Refusal::Crossing);
    }
    if format == Format::Markdown && head.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return Err(Refusal::Numbered);
    }
    Ok(())
}
