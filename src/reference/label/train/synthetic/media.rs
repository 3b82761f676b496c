//! Made-up references to works that are no texts of a library: films, software, data, talks, laws, standards and cases.

use super::{compose::Composer, pool::Source, style::YearPlace};
use crate::reference::label::{labels::Label, train::corpus::PrintedName};

impl Composer<'_> {
    /// `Berg, A. (2010). Title (Version 2.1) [Computer software]. Publisher. https://…`
    pub(super) fn medium(&mut self, source: &Source) {
        let medium = self.random.pick(self.style.language.media);
        if self.random.chance(0.5) {
            self.authors(source);
        } else {
            let names = self.some_organisation();
            self.people_and_year(&names, |composer| composer.print_year(source));
        }
        self.add(Label::Title, &source.title);
        self.mark(" ");
        if self.random.chance(0.4) {
            let version = format!("{}.{}", self.random.below(9) + 1, self.random.below(10));
            let word = self.random.pick(&["Version ", "version ", "v", "Ver. "]);
            let (open, close) = self.random.pick(&[("(", ") "), (", ", " "), ("", " ")]);
            self.mark(open);
            self.add(Label::Edition, &format!("{word}{version}"));
            self.mark(close);
        }
        self.add(Label::Genre, medium);
        self.mark(". ");
        let has_publisher = self.random.chance(0.7) && self.publisher(source);
        self.year_at_end(source, if has_publisher { ", " } else { "" });
        match self.random.below(3) {
            0 => self.address(),
            1 => self.doi(source),
            _ => {}
        }
    }

    /// `Berg, A. (2010, June). Title. Paper presented at the Meeting, Place.`
    pub(super) fn talk(&mut self, source: &Source) {
        self.authors(source);
        self.title(&source.title, false);
        let lead = self.random.pick(self.style.language.talks);
        let meeting = self.random.pick(self.style.language.meetings);
        self.mark(lead);
        self.add(Label::Container, meeting);
        let language = self.style.language;
        let (_, place) = self.pool.publisher(language, self.random);
        if self.random.chance(0.8) {
            self.mark(", ");
            self.add(Label::Location, &place);
        }
        if self.style.year_place == YearPlace::Authors && !source.authors.is_empty() {
            return;
        }
        self.mark(", ");
        let year = source.year.clone().unwrap_or_else(|| "2012".to_owned());
        let day = self.day();
        let date = self.random.chance(0.6).then(|| format!("{day} {year}"));
        self.add(Label::Date, &date.unwrap_or(year));
    }

    /// `Clean Air Act, 42 U.S.C. § 7401 (1990).`; `ISO. (2015). Quality management systems (ISO 9001:2015).`
    pub(super) fn law(&mut self, source: &Source) {
        let law = self.random.pick(self.style.language.laws);
        if self.random.chance(0.4) {
            return self.standard(source);
        }
        if self.random.chance(0.25) {
            let states = [
                "BRASIL",
                "México",
                "United States",
                "European Union",
                "Italia",
                "France",
            ];
            let state = PrintedName {
                literal: Some(self.random.pick(&states).to_owned()),
                ..PrintedName::default()
            };
            self.people_and_year(&[state], |composer| composer.print_year(source));
        }
        self.add(Label::Title, law);
        if self.style.year_place == YearPlace::Authors {
            self.mark(" ");
        } else {
            self.mark(", ");
        }
        self.print_year(source);
        if self.random.chance(0.25) {
            self.address();
        }
    }

    fn standard(&mut self, source: &Source) {
        const BODIES: &[(&str, &str)] = &[
            ("International Organization for Standardization", "ISO"),
            ("International Electrotechnical Commission", "IEC"),
            ("Deutsches Institut für Normung", "DIN EN"),
            ("IEEE", "IEEE Std"),
            ("ASTM International", "ASTM E"),
            ("Associação Brasileira de Normas Técnicas", "ABNT NBR"),
            ("World Wide Web Consortium", "W3C"),
            ("Internet Engineering Task Force", "RFC"),
        ];
        let (body, short) = self.random.pick(BODIES);
        let body = PrintedName {
            literal: Some(body.to_owned()),
            ..PrintedName::default()
        };
        self.people_and_year(&[body], |composer| composer.print_year(source));
        let number = format!("{short} {}", self.random.below(30_000) + 10);
        let is_first = self.random.chance(0.5);
        if is_first {
            self.add(Label::Title, &format!("{number}: {}", source.title));
        } else {
            self.add(Label::Title, &source.title);
            self.mark(" (");
            self.add(Label::Genre, &number);
            self.mark(")");
        }
        self.mark(". ");
        if self.random.chance(0.4) {
            self.publisher(source);
        }
        self.year_at_end(source, ", ");
    }

    /// `Berg v. Dahl, 347 U.S. 483 (1954).`
    pub(super) fn case(&mut self, source: &Source) {
        const REPORTS: &[&str] = &[
            "U.S.",
            "F.2d",
            "F.3d",
            "F. Supp.",
            "S. Ct.",
            "A.C.",
            "Cal. App. 4th",
            "N.E.2d",
        ];
        let names = self.names(2);
        let family = |idx: usize| names[idx].family.clone().unwrap_or_default();
        let between = self.random.pick(&[" v. ", " v ", " vs. "]);
        self.add(
            Label::Title,
            &format!("{}{between}{}", family(0), family(1)),
        );
        self.mark(", ");
        let (volume, page) = (self.random.below(600) + 1, self.random.below(1200) + 1);
        self.add(Label::Volume, &volume.to_string());
        self.mark(" ");
        let report = self.random.pick(REPORTS);
        self.add(Label::Container, report);
        self.mark(" ");
        self.add(Label::Pages, &page.to_string());
        self.mark(" (");
        let year = source.year.clone().unwrap_or_else(|| "1987".to_owned());
        self.add(Label::Date, &year);
        self.mark(")");
    }
}
