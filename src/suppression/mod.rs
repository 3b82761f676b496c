//! Findings that are known and accepted: by a comment in the text, or by `ignore` in refmend.toml.
//!
//! A suppression always names its rule. It is found and applied here, over the findings of all rules; one that suppresses nothing is
//! reported by the rule `unused-suppression`.

mod comment;
mod ignored;

use self::comment::Comment;
use crate::{
    config::Ignore,
    edit::Edit,
    finding::Finding,
    source::Sources,
    span::{Place, SourceId, Span},
};

/// A finding that is not shown, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// The reason that was given; empty where none was.
    pub reason: String,
}

/// A suppression, or one rule of it, that suppresses nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// The rule; none where the comment names no rule at all.
    pub rule: Option<String>,
    /// The name of the rule in the comment, or the entry of `ignore`.
    pub place: Place,
    /// Takes it away; none for entries of `ignore`.
    pub removal: Option<Edit>,
}

/// The suppressions of a run, and which of them were of use.
pub struct Suppressions<'a> {
    sources: &'a Sources,
    comments: Vec<(SourceId, Comment)>,
    ignores: Vec<(&'a Ignore, bool)>,
}

impl<'a> Suppressions<'a> {
    /// Finds the comments of all files.
    ///
    /// Comments are looked for in the files as they are written, since the view of a format with markup hides them. `units` gives
    /// the spans of a view that a comment before or within them covers whole: its references or entries. `ignores`
    /// are the entries of the configuration file.
    pub fn new(
        sources: &'a Sources,
        units: impl Fn(SourceId) -> Vec<Span>,
        ignores: &'a [Ignore],
    ) -> Self {
        let comments = sources.iter().flat_map(|(id, source)| {
            let comments = comment::find(source.format(), source.written(), || {
                let units = units(id).into_iter();
                units.map(|unit| source.written_span(unit)).collect()
            });
            comments.into_iter().map(move |comment| (id, comment))
        });
        Self {
            sources,
            comments: comments.collect(),
            ignores: ignores.iter().map(|ignore| (ignore, false)).collect(),
        }
    }

    /// Divides findings into those to show and those that are suppressed; `path` gives the path of a source as the
    /// configuration file would name it.
    pub fn apply<'p>(
        &mut self,
        findings: Vec<Finding>,
        path: impl Fn(SourceId) -> &'p str,
    ) -> (Vec<Finding>, Vec<Suppressed>) {
        let (mut shown, mut suppressed) = (Vec::new(), Vec::new());
        for finding in findings {
            match self.reason(&finding, path(finding.place.source)) {
                Some(reason) => suppressed.push(Suppressed { finding, reason }),
                None => shown.push(finding),
            }
        }
        (shown, suppressed)
    }

    /// Whether a finding is suppressed, and with what reason. All suppressions that fit count as used.
    fn reason(&mut self, finding: &Finding, path: &str) -> Option<String> {
        let mut found = None;
        for (source, comment) in &mut self.comments {
            let text = self.sources.get(*source).written();
            let place = self.sources.written_place(finding.place);
            if *source == place.source && comment.covers(finding.rule, place.span, text) {
                found = Some(comment.reason.slice(text).to_owned());
            }
        }
        let text = &self.sources.get(finding.place.source).text;
        for (ignore, used) in &mut self.ignores {
            if ignored::fits(ignore, finding, text, path) {
                *used = true;
                found.get_or_insert_with(|| ignore.reason.clone());
            }
        }
        found
    }

    /// The suppressions that suppressed nothing, after [`Suppressions::apply`].
    ///
    /// `ran` says whether a rule ran: of one that did not, nobody knows. `config` is the configuration file among the files of the
    /// run; without it its entries are not reported, as is right for a run over some of its papers only.
    pub fn unused(&self, ran: impl Fn(&str) -> bool, config: Option<SourceId>) -> Vec<Unused> {
        let mut unused: Vec<Unused> = self
            .comments
            .iter()
            .flat_map(|(source, comment)| {
                let text = self.sources.get(*source).written();
                let place = |span| self.sources.place_in_file(*source, span);
                comment.unused(place, text, &ran)
            })
            .collect();
        let ignores = self
            .ignores
            .iter()
            .filter(|(ignore, used)| !used && ran(ignore.rule));
        unused.extend(config.into_iter().flat_map(|config| {
            ignores.clone().map(move |(ignore, _)| Unused {
                rule: Some(ignore.rule.to_owned()),
                place: Place::new(config, ignore.span),
                removal: None,
            })
        }));
        unused
    }
}

#[cfg(test)]
mod tests;
