//! `and` where the paper writes `&`, and the other way round.

use super::{Findings, declare_rule};
use crate::{
    citation::{Citation, Mode},
    edit::{Applicability, Edit, Fix},
    project::Paper,
    span::Span,
    style::Style,
};

declare_rule! {
    /// Finds `and` where the paper writes `&`, and the other way round.
    ///
    /// ## What it does
    ///
    /// Looks how the paper itself joins the last two names, in brackets and in running text, and reports the few cites that do
    /// otherwise. Where too few cites show a habit and the list is in APA style, APA's rule holds: `&` in brackets, `and` in the text.
    ///
    /// ## Why it matters
    ///
    /// It is a matter of form; editors ask for it.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt and Osei, 2011). Osei & Lind (2012) differ.
    ///
    /// References
    /// Brandt, K., & Osei, A. (2011). The price of bread. Harbour Press.
    /// Osei, A., & Lind, M. (2012). The price of milk. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the connector that the rest of the paper has in this place. `fix` does so.
    "wrong-connector", Note, Paper(check)
}

fn check(paper: &Paper, findings: &mut Findings) {
    let text = &paper.document.text;
    let word = usual_word(paper).unwrap_or("and");
    for (citation, cite, link) in paper.cites() {
        let Some(connector) = cite.connector.filter(|span| cite.span.covers(*span)) else {
            continue;
        };
        // What a style asks of `and` says nothing of `y`, `und` or `et`.
        let style = paper
            .style
            .as_deref()
            .filter(|style| style.joins_names())
            .filter(|_| matches!(connector.slice(text), "&" | "and"));
        let asked = style.map(|style| style.writes_ampersand(citation.mode));
        let Some(ampersand) = asked.or_else(|| paper.practice.writes_ampersand(citation.mode))
        else {
            continue;
        };
        let written = connector.slice(text);
        if (written == "&") == ampersand || link.matched.is_empty() {
            continue;
        }
        let right = if ampersand { "&" } else { word };
        let place = place_name(citation);
        let who = who(style, paper, citation.mode);
        let message = format!(
            "`{written}` joins the names of `{}`; {place} {who} has `{right}`",
            paper.cited_as(cite)
        );
        let finding = findings.add(paper.place(cite.span), message);
        finding.fix = Some(fix(paper, connector, right));
    }
}

fn fix(paper: &Paper, connector: Span, right: &str) -> Fix {
    Fix::new(
        format!("write `{right}`"),
        Edit::new(paper.place(connector), right),
        Applicability::Safe,
    )
}

/// Who says how names are joined: the style asked for, the cites of the paper, or the style of its list.
fn who<'s>(style: Option<&'s Style>, paper: &Paper, mode: Mode) -> &'s str {
    match style {
        Some(style) => &style.name,
        None if paper.practice.has_connector_habit(mode) => "this paper",
        None => "APA, the style of the list,",
    }
}

fn place_name(citation: &Citation) -> &'static str {
    match citation.mode {
        Mode::Parenthetical | Mode::Numeric => "in brackets",
        Mode::Narrative => "in running text",
    }
}

/// The word with which the paper joins names: the first that is no sign.
pub(super) fn usual_word(paper: &Paper) -> Option<&str> {
    paper
        .cites()
        .filter_map(|(_, cite, _)| Some(cite.connector?.slice(&paper.document.text)))
        .find(|connector| *connector != "&")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::samples::findings;

    /// The finding says who asks for it: a paper with one cite of two authors shows no habit.
    #[test]
    fn few_cites_are_measured_by_the_style_of_the_list() {
        let list =
            "\n\nReferences\n\nOsei, A., & Lind, M. (2012). The price of milk. Harbour Press.\n";
        assert_eq!(
            findings(
                &RULE,
                &format!("Prices fell, as Osei & Lind (2012) say.{list}")
            ),
            [
                "`&` joins the names of `Osei & Lind 2012`; in running text APA, the style of the list, has `and`"
            ]
        );
    }
}
