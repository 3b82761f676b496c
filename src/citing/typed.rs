//! How the citations of a paper stand in its text.

use super::{Left, Reason, bracket, placed::Placed};
use crate::{
    citation::{self, Mode},
    project::Paper,
    span::Span,
};

/// One citation as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    /// What a citation by key takes the place of.
    pub(super) span: Span,
    /// How it stands in its sentence.
    pub(super) frame: Frame,
    /// The works, in order; at least one.
    pub(super) cites: Vec<TypedCite>,
}

/// How a citation stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// `(see Smith, 2001)`, `[1]`: all of it is in brackets.
    Bracket,
    /// `Smith (2001)`: the names belong to the sentence, the rest is in the bracket with these bytes.
    Narrative(Span),
    /// `Smith 2001`, without brackets; these are around the sentence if they are anywhere.
    Bare {
        /// Whether the sentence stands in brackets.
        in_bracket: bool,
    },
    /// `¹`, `1`: a number without brackets.
    Number,
}

/// One work within a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedCite {
    /// The index of the reference.
    pub(super) reference: usize,
    /// Whether a citation by key shows the names.
    pub(super) author: Author,
    /// Whether it goes on with the names of the cite before, and its work is by others of these names.
    pub(super) is_by_others: bool,
    /// Before the names, behind what divides it from the cite before.
    pub(super) prefix: Span,
    /// Behind the year, up to what divides it from the next cite; with the comma or colon that it begins with.
    pub(super) tail: Span,
    /// Between the names and the year.
    pub(super) delimiter: Span,
    /// The names, where a citation by key shows them, and the year with all that belongs to it.
    pub(super) core: Span,
    /// The year, or what stands for it.
    pub(super) year: Span,
    /// The letter behind the year.
    pub(super) letter: Option<char>,
    /// Whether what stands behind the year is to be kept as typed, and not read as a locator.
    pub(super) is_literal: bool,
}

impl TypedCite {
    /// Where it begins, prefix included.
    pub(super) fn start(&self) -> usize {
        if self.prefix.is_empty() {
            self.core.start
        } else {
            self.prefix.start
        }
    }
}

/// Whether a citation by key shows the names of a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    /// They are typed as a style would write them.
    Shown,
    /// They are those of the cite before, which shows them.
    Continued,
    /// They stay as typed, before the bracket or in the prefix.
    Hidden,
}

/// For each cite of a row in brackets, whether it hides its names; each is given by its author, and whether it is by others.
///
/// Those that go on with the names of the cite before hide theirs only where a style would not leave them out by itself: where no
/// cite shows them, and where the work is by others of the same names.
pub(super) fn hidden_authors(cites: impl IntoIterator<Item = (Author, bool)>) -> Vec<bool> {
    let mut cites = cites.into_iter().peekable();
    let has_shown = cites
        .peek()
        .is_some_and(|(author, _)| *author == Author::Shown);
    let hides = |(author, is_by_others)| match author {
        Author::Shown => false,
        Author::Continued => !has_shown || is_by_others,
        Author::Hidden => true,
    };
    cites.map(hides).collect()
}

/// The citations of a paper as typed, in the order of the text, and those that are not certain.
pub(super) fn typed(paper: &Paper) -> (Vec<Typed>, Vec<Left>) {
    let text = &paper.document.text;
    let mut placed: Vec<Placed> = paper
        .cites()
        .map(|(citation, cite, link)| Placed::new(paper, citation, cite, link))
        .collect();
    placed.sort_by_key(|placed| (placed.anchor, placed.cite.span));
    let groups: Vec<&[Placed]> = placed.chunk_by(Placed::stands_with).collect();
    let outers: Vec<Option<Span>> = groups.iter().map(|group| group[0].bracket).collect();
    let (mut typed, mut left) = (Vec::new(), Vec::new());
    for group in &groups {
        if let Some(reason) = group.iter().find_map(Placed::doubt) {
            let span = whole(group);
            left.push(Left { span, reason });
            continue;
        }
        let holds_another = |bracket: &Span| {
            let others = outers.iter().flatten();
            others
                .clone()
                .any(|other| bracket != other && bracket.covers(*other))
        };
        let is_sentence = group[0].bracket.as_ref().is_some_and(holds_another);
        typed.extend(of_group(text, group, is_sentence));
    }
    let repetitions = paper.repetitions.iter().map(|(repetition, _)| Left {
        span: repetition.span,
        reason: Reason::Repeats,
    });
    left.extend(repetitions);
    (apart(typed, &mut left), left)
}

/// The citations without those that overlap one before them.
fn apart(typed: Vec<Typed>, left: &mut Vec<Left>) -> Vec<Typed> {
    let mut kept: Vec<Typed> = Vec::new();
    let mut all = typed;
    all.sort_by_key(|typed| typed.span);
    for typed in all {
        if kept
            .last()
            .is_some_and(|last| last.span.overlaps(typed.span))
        {
            let (span, reason) = (typed.span, Reason::NoForm);
            left.push(Left { span, reason });
        } else {
            kept.push(typed);
        }
    }
    kept
}

/// What a group that stays as typed is shown as.
fn whole(group: &[Placed]) -> Span {
    let spans = group.iter().map(|placed| placed.cite.span);
    let all = spans.fold(group[0].cite.span, Span::join);
    group[0].bracket.map_or(all, |bracket| all.join(bracket))
}

/// The citations that a group of cites in the same brackets comes to.
fn of_group(text: &str, group: &[Placed], is_sentence: bool) -> Vec<Typed> {
    if group[0].citation.mode == Mode::Numeric {
        return vec![numeric(group)];
    }
    let Some(bracket) = group[0].bracket else {
        let span = Span::new(
            group[0].core(text, 0).start,
            group[group.len() - 1].end(text),
        );
        let cites = cites(text, group, span, false);
        return cites
            .map(|cites| bare(span, cites, false))
            .into_iter()
            .collect();
    };
    let inside = bracket::inside(bracket);
    let is_narrative = group[0].is_narrative(text, bracket);
    let all = (!is_sentence).then(|| cites(text, group, inside, is_narrative));
    let Some(cites) = all.flatten() else {
        return group
            .chunks(1)
            .filter_map(|single| in_sentence(text, single, inside))
            .collect();
    };
    let frame = if is_narrative && cites[0].prefix.is_empty() {
        Frame::Narrative(bracket)
    } else {
        Frame::Bracket
    };
    let span = match frame {
        Frame::Narrative(_) => group[0].cite.names_span.join(bracket),
        _ => bracket,
    };
    vec![Typed { span, frame, cites }]
}

/// A cite within a sentence that stands in brackets.
fn in_sentence(text: &str, single: &[Placed], inside: Span) -> Option<Typed> {
    let span = Span::new(
        single[0].core(text, inside.start).start,
        single[0].end(text),
    );
    let cites = cites(text, single, span, false)?;
    Some(bare(span, cites, true))
}

/// A citation without brackets of its own.
fn bare(span: Span, cites: Vec<TypedCite>, in_bracket: bool) -> Typed {
    Typed {
        span,
        frame: Frame::Bare { in_bracket },
        cites,
    }
}

/// A citation by number.
fn numeric(group: &[Placed]) -> Typed {
    let cites = group.iter().map(|placed| TypedCite {
        reference: placed.reference(),
        author: Author::Shown,
        is_by_others: false,
        prefix: placed.cite.prefix.unwrap_or_default(),
        tail: placed.cite.locator.map_or(Span::default(), |locator| {
            Span::new(placed.cite.span.end.min(locator.start), locator.end)
        }),
        delimiter: Span::default(),
        core: placed.cite.span,
        year: Span::default(),
        letter: None,
        is_literal: false,
    });
    Typed {
        span: group[0].citation.span,
        frame: group[0].bracket.map_or(Frame::Number, |_| Frame::Bracket),
        cites: cites.collect(),
    }
}

/// The cites of a group with what stands around them in a stretch; none where a sentence joins them.
fn cites(text: &str, group: &[Placed], within: Span, is_narrative: bool) -> Option<Vec<TypedCite>> {
    let mut cites: Vec<TypedCite> = Vec::new();
    let mut prefix_start = within.start;
    for (place, placed) in group.iter().enumerate() {
        let core = placed.core(text, within.start);
        let before = place
            .checked_sub(1)
            .map(|idx| (&group[idx], cites[idx].author));
        let author = match before {
            None if is_narrative => Author::Shown,
            before => author(placed, core, before),
        };
        let (tail_end, next_start) = match group.get(place + 1) {
            Some(next) => {
                let next_start = next.start(text, within.start, core.end);
                let behind = placed.end(text).max(core.end).min(next_start);
                divide(text, Span::new(behind, next_start))?
            }
            None => (within.end, within.end),
        };
        let tail = Span::new(core.end, tail_end.max(core.end));
        cites.push(TypedCite {
            reference: placed.reference(),
            author,
            is_by_others: author == Author::Continued
                && before.is_some_and(|(before, _)| placed.is_by_others(before)),
            prefix: Span::new(prefix_start.min(core.start), core.start).trim(text),
            tail: Span::new(tail.start, tail.start + tail.slice(text).trim_end().len()),
            delimiter: placed.delimiter(core),
            core,
            year: placed.anchor,
            letter: placed.cite.year.suffix,
            is_literal: false,
        });
        prefix_start = next_start;
    }
    Some(cites)
}

/// Whether a citation by key shows the names of a cite; `before` is the cite before it.
fn author(placed: &Placed, core: Span, before: Option<(&Placed, Author)>) -> Author {
    let names = placed.cite.names_span;
    match before {
        _ if placed.has_names() && core.covers(names) => Author::Shown,
        Some((before, Author::Shown | Author::Continued)) if before.cite.names_span == names => {
            Author::Continued
        }
        _ if placed.cite.names.is_empty() => Author::Shown,
        _ => Author::Hidden,
    }
}

/// Where the text between two cites belongs to the first no more, and where it begins to belong to the second.
///
/// A semicolon divides them, or a comma or connector alone; a few words before a comma belong to the first, and a few behind it
/// introduce the second.
fn divide(text: &str, between: Span) -> Option<(usize, usize)> {
    /// More words are a sentence.
    const LONGEST_REMARK: usize = 3;
    let slice = between.slice(text);
    if let Some(at) = slice.rfind(';') {
        return Some((between.start + at, between.start + at + 1));
    }
    let bare = slice.trim().trim_matches(',').trim();
    if bare.is_empty() || joins(bare) {
        return Some((between.start, between.end));
    }
    let is_short = |text: &str| text.split_whitespace().count() <= LONGEST_REMARK;
    let comma = slice.rfind(',')?;
    let at = between.start + comma;
    (is_short(&slice[..comma]) && is_short(&slice[comma + 1..])).then_some((at, at + 1))
}

/// Whether a word joins cites: `and`, `or`.
fn joins(word: &str) -> bool {
    citation::is_connector(word)
        || matches!(
            word,
            "&" | "or" | "oder" | "sowie" | "bzw." | "ou" | "o" | "of"
        )
}
