//! One reference string, read as a whole.

#[cfg(feature = "train")]
use std::{io, path::Path};

use serde::Serialize;

#[cfg(feature = "train")]
use super::{assemble::fit_calibration, label::model::Model};
use super::{
    assemble::{Assembled, Certainty, Doubt, FieldConfidence, Fields, assemble},
    label::{Label, Tagger},
};
use crate::{span::Span, work::Work};

/// What one reference says.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The work that it describes.
    pub work: Work,
    /// Its values as printed.
    pub fields: Fields,
    /// Which part of it is what, in order; all that is visible belongs to one.
    pub segments: Vec<(Label, Span)>,
    /// How likely all of it is right, 0 to 1.
    pub confidence: f32,
    /// How likely each field is right; empty but for [`Parser::parse_closely`].
    pub field_confidence: FieldConfidence,
    /// The value that is most doubtful; none but for [`Parser::parse_closely`].
    pub doubt: Option<Doubt>,
}

/// Reads one reference, which may be broken into lines and begin with a number or a bullet.
///
/// Text that is no reference gives what it seems to say, with a low confidence. Many references are read faster by one [`Parser`].
pub fn parse(text: &str) -> Parsed {
    Parser::default().parse(text)
}

/// Reads many references, one after another; what they have in common is worked out once.
#[derive(Default)]
pub struct Parser {
    tagger: Tagger<'static>,
}

impl Parser {
    /// Makes a parser that labels by the model of another file, to measure what was trained; none where the file is no model.
    #[cfg(feature = "train")]
    pub fn by_model(file: &'static [u8]) -> Option<Self> {
        Some(Self {
            tagger: Tagger::new(Model::read(file)?),
        })
    }

    /// Fits the weights that turn probabilities into confidence to labelled references; a report of both.
    #[cfg(feature = "train")]
    pub fn calibrate(self, data: &Path) -> io::Result<String> {
        fit_calibration(data, self.tagger)
    }

    /// Reads one reference; the answer does not depend on those before it.
    pub fn parse(&mut self, text: &str) -> Parsed {
        parsed(self.read(text), Certainty::default())
    }

    /// Reads one reference, and says how likely each of its fields is right, which takes a little longer.
    pub fn parse_closely(&mut self, text: &str) -> Parsed {
        let assembled = self.read(text);
        let certainty = self.certainty(&assembled);
        parsed(assembled, certainty)
    }

    /// Reads the values of one reference as printed, without making a work of them.
    pub fn label(&mut self, text: &str) -> Labels {
        let assembled = self.read(text);
        Labels {
            segments: assembled.segments(),
            confidence: assembled.confidence(),
            field_confidence: self.certainty(&assembled).fields,
            fields: assembled.into_fields(),
        }
    }

    fn read<'t>(&mut self, text: &'t str) -> Assembled<'t> {
        assemble(text, self.tagger.label(text))
    }

    /// How certain the values of the reference that was read last are.
    fn certainty(&self, assembled: &Assembled) -> Certainty {
        if assembled.is_empty() {
            return Certainty::default();
        }
        assembled.certainty(&self.tagger.marginals())
    }
}

fn parsed(assembled: Assembled, certainty: Certainty) -> Parsed {
    Parsed {
        work: assembled.work(),
        segments: assembled.segments(),
        confidence: assembled.confidence(),
        fields: assembled.into_fields(),
        field_confidence: certainty.fields,
        doubt: certainty.doubt,
    }
}

/// The values of a reference as printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    /// Its values.
    pub fields: Fields,
    /// Which part of it is what, in order; all that is visible belongs to one.
    pub segments: Vec<(Label, Span)>,
    /// How likely all of it is right, 0 to 1.
    pub confidence: f32,
    /// How likely each field is right, 0 to 1.
    pub field_confidence: FieldConfidence,
}

/// What `parse --format labels` prints of a reference.
#[derive(Debug, Clone, Serialize)]
pub struct LabelLine<'a> {
    /// Its values as printed.
    pub fields: &'a Fields,
    /// The names of labels and the text that they stand for; together all that is visible.
    pub segments: Vec<(&'static str, &'a str)>,
    /// How likely all of it is right, 0 to 1.
    pub confidence: f32,
    /// How likely each field is right, 0 to 1.
    pub field_confidence: &'a FieldConfidence,
}

impl Labels {
    /// What `parse --format labels` prints; `text` is the reference that was read.
    pub fn line<'a>(&'a self, text: &'a str) -> LabelLine<'a> {
        let named = |(label, span): &(Label, Span)| (label.name(), span.slice(text));
        LabelLine {
            fields: &self.fields,
            segments: self.segments.iter().map(named).collect(),
            confidence: self.confidence,
            field_confidence: &self.field_confidence,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::work::{EntryType, Name};

    /// The entry type, the first author, the date, the title and the container of a reference.
    fn check(text: &str, expected: (EntryType, &str, &str, &str, &str)) {
        let work = parse(text).work;
        let author = work
            .authors
            .names
            .first()
            .map(Name::cited)
            .unwrap_or_default();
        let date = work
            .issued
            .date
            .map_or(String::new(), |date| date.to_string());
        let title = work.title.clone().unwrap_or_default();
        let container = work.container_title.clone().unwrap_or_default();
        let found = (work.entry_type, &*author, &*date, &*title, &*container);
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn references_of_many_kinds() {
        use EntryType as Type;
        check(
            "Arendt, H. (1963). Eichmann in Jerusalem: A Report on the Banality of Evil. Viking Press.",
            (
                Type::Book,
                "Arendt",
                "1963",
                "Eichmann in Jerusalem: A Report on the Banality of Evil",
                "",
            ),
        );
        check(
            "Granovetter, M. S. (1973). The strength of weak ties. American Journal of Sociology, 78(6), 1360–1380.",
            (
                Type::Article,
                "Granovetter",
                "1973",
                "The strength of weak ties",
                "American Journal of Sociology",
            ),
        );
        check(
            "García Robles, A. M. (2011). Remarks on disarmament in Latin America. El País.",
            (
                Type::Article,
                "García Robles",
                "2011",
                "Remarks on disarmament in Latin America",
                "El País",
            ),
        );
        check(
            "Reuters. (2019). “Brazilian Senate Approves Pension Reform.” Reuters, October 22.",
            (
                Type::Article,
                "Reuters",
                "2019-10-22",
                "Brazilian Senate Approves Pension Reform",
                "Reuters",
            ),
        );
        check(
            "League of Nations Covenant (1919). Article 10: Respect for the Territory of Members.",
            (
                Type::Legislation,
                "League of Nations Covenant",
                "1919",
                "Article 10: Respect for the Territory of Members",
                "",
            ),
        );
    }

    #[test]
    fn several_organisations_are_authors() {
        let work =
            parse("Fulbright Program. U.S. Department of State. (2018). Annual Report.").work;
        let names: Vec<String> = work.authors.names.iter().map(Name::cited).collect();
        assert_eq!(names, ["Fulbright Program", "U.S. Department of State"]);
        assert_eq!(work.title.as_deref(), Some("Annual Report"));
    }

    #[test]
    fn a_reference_may_be_broken_into_lines() {
        let text = "[3] Granovetter, M. S. (1973). The strength\n    of weak ties. American Journal\n    of Sociology, 78(6), 1360-1380.";
        let parsed = parse(text);
        assert_eq!(
            parsed.work.title.as_deref(),
            Some("The strength of weak ties")
        );
        assert_eq!(parsed.work.page.as_deref(), Some("1360-1380"));
        assert_eq!(parsed.fields.number.first(), Some("3"));
    }

    #[test]
    fn what_is_no_reference_has_little_confidence() {
        for text in [
            "",
            " \t\r\n",
            "Berg",
            "1234567890",
            "??? !!! ---",
            "The lakes of the north are deep, and nobody has measured them.",
            "\u{0}\u{1b}[31mred\u{7}\u{fffd}\u{feff}",
            "مرجع ۲۰۱۰ و ملاحظات حول البحيرات",
            "湖の研究について",
            "\\textit{H\\\"ohe} \\cite{x} \\& $a_1$ {\\em y}",
            "&lt;p&gt; <div class=x> &nbsp; </p>",
            "Ã¼ber Seen â€“ ZÃ¼rich",
        ] {
            let parsed = parse(text);
            assert!(parsed.confidence < 0.6, "{text:?}: {}", parsed.confidence);
        }
    }

    #[test]
    fn a_hundred_thousand_bytes_are_read_in_linear_time() {
        let many = |text: &str| text.repeat(100_000 / text.len());
        for text in [
            many("Berg, A. (2010). On lakes. Journal of Lakes, 12(3), 45-67. "),
            many("10.1000/") + &many(")"),
            many("10."),
            many("<"),
        ] {
            let parsed = parse(&text);
            assert!(parsed.confidence <= 0.5, "{}", parsed.confidence);
        }
    }

    proptest! {
        #[test]
        fn segments_hold_all_that_is_visible(text in "\\PC{0,80}") {
            let parsed = parse(&text);
            let visible = |text: &str| text.split_whitespace().collect::<String>();
            let joined: String = parsed.segments.iter().map(|(_, span)| span.slice(&text)).collect();
            prop_assert!(parsed.segments.is_empty() || visible(&joined) == visible(&text));
        }

        #[test]
        fn nothing_panics_on_what_looks_like_a_reference(
            text in "([A-Z][a-z]{0,5}[,.&;/ ]{0,2}|[0-9]{1,4}[()\\[\\]:;,.–-]{0,2}|10\\.1000/x|https?://a\\.b|“|”|\n|<i>|第){0,40}",
        ) {
            let parsed = parse(&text);
            prop_assert!((0.0..=1.0).contains(&parsed.confidence));
        }
    }
}
