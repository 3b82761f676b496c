//! Citations that are not in the style that was asked for.
//!
//! `names` looks at one cite, `group` at what stands between the cites of a citation, and at their order.

mod group;
mod names;

use super::{Findings, declare_rule};
use crate::{
    citation::{Citation, Cite, Mode},
    edit::{Applicability, Edit, Fix},
    linkage::{
        CiteEvidence, Decision, Link,
        cite::{AuthorsFit, NameFit},
    },
    project::Paper,
    style::Form,
    work::fold::single_spaced,
};

declare_rule! {
    /// Finds citations that are not written as the style asks.
    ///
    /// ## What it does
    ///
    /// With `--style`, reports citations that name more or fewer authors than the style does, whose names, `et al.` and year are
    /// divided otherwise within brackets, and whose works are divided or sorted otherwise. Only citations whose reference is certain are
    /// looked at; one that would no longer tell its reference from another is left alone. Without `--style`, and for styles that do not
    /// cite by author and year, it reports nothing.
    ///
    /// ## Why it matters
    ///
    /// It is a matter of form; journals ask for their style.
    ///
    /// ## Example
    ///
    /// ```text
    /// Prices fell again (Brandt, Osei, and Lind 2011).
    ///
    /// References
    /// Brandt, K., Osei, A., & Lind, M. (2011). The price of bread. Harbour Press.
    /// ```
    ///
    /// ## What to do
    ///
    /// `fix --style apa` writes `(Brandt et al., 2011)`; the words around the citation stay as they are. Another order of works, and names
    /// from a reference that was not read with certainty, are written with `--unsafe-fixes`.
    "citation-form", Note, Paper(check)
}

/// One cite of a paper, with what it is about.
#[derive(Clone, Copy)]
struct Cited<'p> {
    paper: &'p Paper,
    form: &'p Form,
    mode: Mode,
    cite: &'p Cite,
    /// The reference that it certainly is.
    reference: usize,
}

/// What is to be changed, and how sure that is.
type Change = (Vec<Edit>, Applicability);

fn check(paper: &Paper, findings: &mut Findings) {
    let Some(style) = paper.style.as_deref() else {
        return;
    };
    let Some(form) = &style.form else { return };
    for (citation, links) in paper.citations.iter().zip(&paper.links) {
        let cited: Vec<Option<Cited>> = citation
            .cites
            .iter()
            .zip(links)
            .map(|(cite, link)| {
                Some(Cited {
                    paper,
                    form,
                    mode: citation.mode,
                    cite,
                    reference: certain(link)?,
                })
            })
            .collect();
        for cited in cited.iter().flatten() {
            let (edits, applicability) = names::changes(*cited);
            if edits.is_empty() {
                continue;
            }
            let written = paper.cited_as(cited.cite);
            let message = format!("`{written}` is not written as {} asks", style.name);
            findings.add(paper.place(cited.cite.span), message).fix = Some(Fix {
                title: format!("write `{}`", rewritten(*cited, &edits)),
                edits,
                applicability,
            });
        }
        if let Some(whole) = cited.into_iter().collect::<Option<Vec<Cited>>>() {
            check_group(citation, &whole, &style.name, findings);
        }
    }
}

/// A cite as it will be; the edits are in the order of the text and within the cite.
fn rewritten(cited: Cited, edits: &[Edit]) -> String {
    let text = &cited.paper.document.text;
    let (mut written, mut at) = (String::new(), cited.cite.span.start);
    for edit in edits {
        let span = edit.place.span;
        written.push_str(text.get(at..span.start).unwrap_or_default());
        written.push_str(&edit.replacement);
        at = span.end;
    }
    let rest = text.get(at..cited.cite.span.end);
    written.push_str(rest.unwrap_or_default());
    single_spaced(&written).into_owned()
}

/// Reports what stands between works, and their order.
fn check_group(citation: &Citation, cited: &[Cited], style: &str, findings: &mut Findings) {
    let [first, _, ..] = cited else { return };
    let paper = first.paper;
    let (edits, applicability) = match group::divided(cited) {
        edits if edits.is_empty() => match group::sorted(cited) {
            Some(edits) => (edits, Applicability::Unsafe),
            None => return,
        },
        edits => (edits, Applicability::Safe),
    };
    let (what, title) = match applicability {
        Applicability::Safe => ("divided", "divide them as the style does"),
        _ => ("sorted", "sort them as the style does"),
    };
    let message = format!("the works of this citation are not {what} as {style} asks");
    findings.add(paper.place(citation.span), message).fix = Some(Fix {
        title: title.to_owned(),
        edits,
        applicability,
    });
}

/// The reference of a cite that is certain in every respect.
fn certain(link: &Link<CiteEvidence>) -> Option<usize> {
    match link.matched.as_slice() {
        [only] if link.decision == Decision::Match => {
            let evidence = &only.evidence;
            let is_same =
                evidence.name == NameFit::Same && evidence.authors == AuthorsFit::Complete;
            is_same.then_some(only.index)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::{
        document::Document,
        edit::Applicability,
        fix::{MAX_ROUNDS, fix_all},
        project::Project,
        rules,
        span::SourceId,
        style::Style,
    };

    const LIST: &str = "\n\nReferences\n\nBrandt, K., Osei, A., & Lind, M. (2011). The price of bread. Harbour Press.\nOsei, A. (2012). The price of milk. Harbour Press.\nZorn, A. (in press). The price of rye. Harbour Press.\n";

    /// Checks that `text` is fixed to `fixed` in a style.
    fn check(style: &str, text: &str, fixed: &str) {
        check_with(style, Applicability::Safe, text, fixed);
    }

    /// The same by fixes that are at least so certain.
    fn check_with(style: &str, least: Applicability, text: &str, fixed: &str) {
        let style = Style::named(style).expect("the style comes with the program");
        let mut project = Project {
            style: Some(Arc::new(style)),
            ..Project::default()
        };
        let document = Document::plain(format!("{text}{LIST}"));
        project.add_paper("paper.txt", document.clone());
        let outcome = fix_all(document, SourceId(0), least, |document| {
            project.update_paper(SourceId(0), document.clone());
            rules::check(&project)
        });
        assert_eq!(outcome.document.text, format!("{fixed}{LIST}"));
        assert!(outcome.applied < MAX_ROUNDS, "the fixes come to an end");
    }

    #[test]
    fn citations_are_brought_into_the_style() {
        let long = "Prices fell (Brandt, Osei, & Lind, 2011; Osei, 2012, p. 3).";
        check(
            "apa",
            long,
            "Prices fell (Brandt et al., 2011; Osei, 2012, p. 3).",
        );
        check(
            "chicago",
            long,
            "Prices fell (Brandt et al. 2011; Osei 2012, p. 3).",
        );
        check(
            "harvard",
            long,
            "Prices fell (Brandt, Osei and Lind, 2011; Osei, 2012, p. 3).",
        );
    }

    #[test]
    fn et_al_and_dividers_are_those_of_the_style() {
        check(
            "apa",
            "So they say (Brandt et al 2011, Osei 2012); Brandt, et al. (2011) do.",
            "So they say (Brandt et al., 2011; Osei, 2012); Brandt et al. (2011) do.",
        );
        // The list has the names that the style asks for.
        check(
            "harvard",
            "Prices fell (Brandt, Osei and Lind 2011; Brandt et al., 2011).",
            "Prices fell (Brandt, Osei and Lind, 2011; Brandt, Osei and Lind, 2011).",
        );
        // Another order is for a person to decide.
        check(
            "apa",
            "Prices fell (Osei, 2012; Brandt et al., 2011).",
            "Prices fell (Osei, 2012; Brandt et al., 2011).",
        );
    }

    #[test]
    fn names_that_a_slash_divides_are_joined() {
        let list = "(Brandt/Osei 2013), Brandt/Osei (2013), and Brandt and Osei (2013)\n\nReferences\n\nBrandt, K., & Osei, A. (2013). Rye. Harbour Press.";
        check(
            "apa",
            list,
            &list
                .replacen("/Osei 2013)", " & Osei, 2013)", 1)
                .replacen("/Osei", " and Osei", 1),
        );
    }

    #[test]
    fn works_are_sorted_when_that_is_asked_for() {
        let text = "Prices fell (Osei, 2012, p. 3; Brandt et al., 2011).";
        let sorted = "Prices fell (Brandt et al., 2011; Osei, 2012, p. 3).";
        check_with("apa", Applicability::Unsafe, text, sorted);
        // `see` says why a work is named where it is.
        let text = "Prices fell (Osei, 2012; see also Brandt et al., 2011).";
        check_with("apa", Applicability::Unsafe, text, text);
        // Chicago leaves the order to the author.
        let text = "Prices fell (Osei 2012; Brandt et al. 2011).";
        check_with("chicago", Applicability::Unsafe, text, text);
    }

    #[test]
    fn words_for_a_year_stay_behind_their_comma() {
        let text = "Prices fell (Zorn, in press).";
        check("chicago", text, text);
    }

    #[test]
    fn what_is_right_stays() {
        check(
            "apa",
            "As Osei (2012) says (Brandt et al., 2011).",
            "As Osei (2012) says (Brandt et al., 2011).",
        );
    }
}
