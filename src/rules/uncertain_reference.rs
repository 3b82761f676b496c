//! A reference that refmend cannot read with certainty.

use super::{Findings, declare_rule};
use crate::{
    finding::Confidence,
    project::Paper,
    reference::{Doubt, Label, Reference},
};

declare_rule! {
    /// Finds references in which it is not clear which part is what.
    ///
    /// ## What it does
    ///
    /// Reports a reference one of whose parts may be something else, and names the part: a title that may be a journal, a
    /// publisher that may belong to the title. It looks at authors, editors, titles, journals and books, publishers and dates.
    ///
    /// ## Why it matters
    ///
    /// What refmend writes into a .bib for this reference is as likely wrong as right, and comparing it with a master says little.
    /// Often the reference itself is to blame: a full stop or the quotation marks between two parts are missing.
    ///
    /// ## Example
    ///
    /// ```text
    /// Brandt, K. 2011. Bread. Harbour. Winter. News.
    /// ```
    ///
    /// ## What to do
    ///
    /// Look at the entry that `refmend extract` makes of it. Mend the punctuation of the reference if it is at fault. Findings of
    /// this rule are guesses, about two a paper: only `--pedantic` shows them.
    "uncertain-reference", Note, Paper(check)
}

/// Below this confidence in a part it is more likely wrong than right.
const DOUBTFUL: f32 = 0.4;

fn check(paper: &Paper, findings: &mut Findings) {
    for (idx, reference) in paper.references.items.iter().enumerate() {
        let Some(doubt) = doubt(reference) else {
            continue;
        };
        let message = format!(
            "cannot tell {} from {} in `{}`",
            part(doubt.label),
            part(doubt.instead),
            shortened(&doubt.text),
        );
        let finding = findings.add(paper.listed_at(idx), message);
        finding.confidence = Confidence::Low;
        finding.help = Some("look at what `refmend extract` makes of it".to_owned());
    }
}

/// The part of a reference that is doubtful enough to say so.
fn doubt(reference: &Reference) -> Option<&Doubt> {
    let doubt = reference.doubt.as_ref()?;
    (doubt.confidence < DOUBTFUL).then_some(doubt)
}

/// What a label is called in a sentence.
fn part(label: Label) -> &'static str {
    match label {
        Label::Author | Label::Organisation => "the author",
        Label::Editor => "the editor",
        Label::Translator => "the translator",
        Label::Title => "the title",
        Label::Container => "the journal or book",
        Label::Series => "the series",
        Label::Publisher => "the publisher",
        Label::Location => "the place",
        Label::Date => "the date",
        Label::Volume => "the volume",
        Label::Issue => "the issue",
        Label::Pages | Label::Extent => "the pages",
        Label::Doi | Label::Url | Label::Identifier => "the identifier",
        Label::Edition => "the edition",
        Label::Genre => "the kind of work",
        Label::Number => "the number",
        Label::Note | Label::Marker | Label::Other => "a remark",
    }
}

/// The beginning of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 50;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => {
            let end = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &text[..end])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Document,
        project::Project,
        rules::{self, samples::findings},
    };

    fn check(reference: &str) -> Vec<String> {
        let text = format!(
            "As shown (Adams, 2003).\n\nReferences\n\nAdams, R. (2003). Tides. Harbour Press.\n{reference}\nYoung, P. (2001). Winds. Harbour Press.\n"
        );
        findings(&RULE, &text)
    }

    #[test]
    fn an_ordinary_reference_is_not_reported() {
        let none: Vec<String> = Vec::new();
        assert_eq!(
            check(
                "Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology, 78(6), 1360–1380."
            ),
            none
        );
        assert_eq!(
            check(
                "Arendt, H. (1963). Eichmann in Jerusalem: A Report on the Banality of Evil. Viking Press."
            ),
            none
        );
    }

    #[test]
    fn a_doubtful_part_is_named() {
        let mut project = Project::default();
        let text =
            "As shown (Adams, 2003).\n\nReferences\n\nAdams, R. (2003). Tides. Harbour Press.\n";
        project.add_paper("paper.txt", Document::plain(text.to_owned()));
        project.papers[0].references.items[0].doubt = Some(Doubt {
            label: Label::Title,
            instead: Label::Container,
            text: "Tides".to_owned(),
            confidence: 0.3,
        });
        let found = rules::check(&project);
        let messages: Vec<_> = found.iter().map(|finding| &*finding.message).collect();
        assert_eq!(
            messages,
            ["cannot tell the title from the journal or book in `Tides`"]
        );
        assert_eq!(found[0].confidence, Confidence::Low);
    }

    #[test]
    fn long_texts_are_shortened() {
        assert_eq!(shortened("Short"), "Short");
        let long = "word ".repeat(30);
        assert!(shortened(&long).ends_with("word …"));
    }
}
