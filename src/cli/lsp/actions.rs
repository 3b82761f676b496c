//! Quick fixes, and all safe fixes at once.

use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, Range, TextEdit,
};
use refmend::{
    edit::{Applicability, Fix},
    finding::Finding,
    fix,
    span::Span,
};

use super::{analysis::Analysis, changes::Changes, diagnostics};

/// The kind of the action that makes all safe fixes.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.refmend");

/// What can be done about the findings in a range.
pub(super) fn of(
    analysis: &mut Analysis,
    range: Range,
    context: &CodeActionContext,
) -> Vec<CodeActionOrCommand> {
    let is_wanted = |kind: &CodeActionKind| {
        let only = context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|wanted| covers(wanted, kind)))
    };
    let mut actions = Vec::new();
    if is_wanted(&CodeActionKind::QUICKFIX) {
        actions.extend(quick_fixes(analysis, range));
    }
    let is_asked_for = context.only.is_some() && is_wanted(&FIX_ALL);
    if is_asked_for && let Some(action) = fix_all(analysis) {
        actions.push(action);
    }
    actions.into_iter().map(Into::into).collect()
}

/// Whether a kind is the wanted one or a part of it: `source.fixAll` covers `source.fixAll.refmend`.
fn covers(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let rest = kind.as_str().strip_prefix(wanted.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The fixes of the findings that touch a range.
fn quick_fixes(analysis: &Analysis, range: Range) -> Vec<CodeAction> {
    let asked = analysis.lines(analysis.source()).span(range);
    let touches = |finding: &&Finding| {
        let span = analysis.written(finding.place);
        span.start <= asked.end && asked.start <= span.end
    };
    let findings = analysis.findings().filter(touches);
    findings
        .filter_map(|finding| quick_fix(analysis, finding, finding.fix.as_ref()?))
        .collect()
}

fn quick_fix(analysis: &Analysis, finding: &Finding, fix: &Fix) -> Option<CodeAction> {
    let mut changes = Changes::default();
    for edit in analysis.project().sources.written_edits(fix)? {
        let uri = analysis.uri(edit.place.source)?;
        let range = analysis.range(edit.place);
        changes.add(uri, TextEdit::new(range, edit.replacement));
    }
    Some(CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostics::diagnostic(analysis, finding)]),
        edit: Some(changes.finish()),
        is_preferred: Some(fix.applicability == Applicability::Safe),
        ..CodeAction::default()
    })
}

/// All safe fixes of the open paper, as one change of what differs between the texts.
fn fix_all(analysis: &mut Analysis) -> Option<CodeAction> {
    let source = analysis.source();
    let document = analysis.document()?.clone();
    let fixed = fix::fix_all(document.clone(), source, Applicability::Safe, |document| {
        analysis.check(document)
    });
    analysis.check(&document);
    let (span, replacement) = difference(document.source(), fixed.document.source())?;
    let range = analysis.lines(source).range(span);
    let mut changes = Changes::default();
    let edit = TextEdit::new(range, replacement.to_owned());
    changes.add(analysis.uri(source)?, edit);
    Some(CodeAction {
        title: "Make all safe fixes of refmend".to_owned(),
        kind: Some(FIX_ALL),
        edit: Some(changes.finish()),
        ..CodeAction::default()
    })
}

/// The part of a text that is another one in the next, and what it is there; none where they are the same.
fn difference<'a>(before: &str, after: &'a str) -> Option<(Span, &'a str)> {
    if before == after {
        return None;
    }
    let pairs = before.char_indices().zip(after.chars());
    let same = pairs.take_while(|((_, one), other)| one == other);
    let start = same.map(|((idx, one), _)| idx + one.len_utf8()).last();
    let start = start.unwrap_or(0);
    let pairs = before[start..]
        .chars()
        .rev()
        .zip(after[start..].chars().rev());
    let same = pairs.take_while(|(one, other)| one == other);
    let rest: usize = same.map(|(one, _)| one.len_utf8()).sum();
    Some((
        Span::new(start, before.len() - rest),
        &after[start..after.len() - rest],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_changed() {
        let check = |before: &str, after, expected: Option<(&str, &str)>| {
            let found = difference(before, after);
            let found = found.map(|(span, text)| (span.slice(before), text));
            assert_eq!(found, expected, "{before}");
        };
        check("aä bö c", "aä bü c", Some(("ö", "ü")));
        check("aa", "aaa", Some(("", "a")));
        check("aaa", "aa", Some(("a", "")));
        check("same", "same", None);
    }
}
