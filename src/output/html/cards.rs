//! The findings, one card each, and the buttons that filter them.

use super::escape;
use crate::{
    edit::{Applicability, Fix},
    finding::{Finding, Severity},
    output::Positions,
    project::{Paper, Project},
    span::Place,
};

/// How many characters of a text are quoted in a card.
const QUOTED: usize = 120;

/// One button a severity that occurs, with its number of findings.
pub(super) fn filters(findings: &[Finding]) -> String {
    [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|wanted| {
            let count = findings.iter().filter(|finding| finding.severity == wanted).count();
            let word = wanted.word();
            (count > 0).then(|| {
                format!(
                    "<button type=\"button\" class=\"{word}\" data-severity=\"{word}\" aria-pressed=\"true\">\
                     {count} {word}{}</button>\n",
                    if count == 1 { "" } else { "s" }
                )
            })
        })
        .collect()
}

/// All findings, numbered as in the text.
pub(super) fn render(findings: &[Finding], project: &Project) -> String {
    if findings.is_empty() {
        return "<p class=\"empty\">Nothing was found.</p>\n".to_owned();
    }
    let mut positions = Positions::new(&project.sources);
    let cards: String = findings
        .iter()
        .enumerate()
        .map(|(idx, finding)| card(idx, finding, project, &mut positions))
        .collect();
    format!(
        "<ol class=\"cards\">\n{cards}</ol>\n<p class=\"empty\" id=\"none-left\" hidden>No finding fits the filter.</p>\n"
    )
}

/// One finding.
fn card(idx: usize, finding: &Finding, project: &Project, positions: &mut Positions) -> String {
    let word = finding.severity.word();
    let mut body = format!("<p class=\"message\">{}</p>\n", code(&finding.message));
    let place = place(finding.place, &format!("m{idx}"), project, positions);
    body.push_str(&format!("<p class=\"place\">{place}</p>\n"));
    for (number, related) in finding.related.iter().enumerate() {
        let id = format!("m{idx}-{number}");
        let place = self::place(related.place, &id, project, positions);
        let message = code(&related.message);
        body.push_str(&format!("<p class=\"place\">{message}: {place}</p>\n"));
    }
    if let Some(help) = &finding.help {
        body.push_str(&format!("<p class=\"help\">{}</p>\n", code(help)));
    }
    if let Some(fix) = &finding.fix {
        body.push_str(&self::fix(fix));
    }
    format!(
        "<li class=\"finding {word}\" id=\"f{idx}\" data-severity=\"{word}\" tabindex=\"-1\">\n\
         <p class=\"rule\"><span class=\"number\">{}</span> <b>{word}</b> {}</p>\n{body}</li>\n",
        idx + 1,
        escape(finding.rule)
    )
}

/// Where something stands: a quotation that leads there, with file and line.
fn place(place: Place, id: &str, project: &Project, positions: &mut Positions) -> String {
    let start = positions.start(place);
    let quoted = escape(&shortened(project.sources.slice(place)));
    let is_paper = |paper: &Paper| paper.has_file(place.source);
    let quoted = if project.papers.iter().any(is_paper) {
        format!("<a href=\"#{id}\">{quoted}</a>")
    } else {
        format!("<q>{quoted}</q>")
    };
    let position = if let [paper] = project.papers.as_slice()
        && paper.sources() == [place.source]
    {
        let page = start.page.map(|page| format!("page {page}, "));
        format!("{}line {}", page.unwrap_or_default(), start.line)
    } else {
        escape(&start.in_file(&project.sources.get(place.source).name))
    };
    format!("{quoted} <small>{position}</small>")
}

/// What would mend a finding, and which command does.
fn fix(fix: &Fix) -> String {
    let how = match fix.applicability {
        Applicability::Safe => "<code>refmend fix</code>",
        Applicability::Unsafe => "<code>refmend fix --unsafe-fixes</code>",
        Applicability::Display => "choose by hand",
    };
    format!(
        "<p class=\"fix\">{} <small>({how})</small></p>\n",
        code(&fix.title)
    )
}

/// A message as HTML, with what stands between backticks as code.
fn code(message: &str) -> String {
    let parts = message.split('`').enumerate();
    parts
        .map(|(idx, part)| match idx % 2 {
            1 => format!("<code>{}</code>", escape(part)),
            _ => escape(part),
        })
        .collect()
}

/// The beginning of a text, in one line.
fn shortened(text: &str) -> String {
    let line = crate::work::fold::single_spaced(text).into_owned();
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
