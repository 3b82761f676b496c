//! What made-up references in footnotes have besides: words that lead to them, cited pages, short forms.

use super::{compose::Composer, pool::Source, style::YearPlace};
use crate::reference::label::labels::Label;

impl Composer<'_> {
    /// Makes titles longer now and then: a subtitle behind a full stop, words in quotation marks.
    pub(super) fn dress_titles(&mut self, source: &mut Source) {
        if self.random.chance(0.06) {
            source.title = self.with_subtitle(&source.title.clone());
        }
        if self.random.chance(0.03) {
            source.title = self.with_quotation(&source.title.clone());
        }
        let is_book = source.volume.is_none() && source.issue.is_none();
        if let Some(container) = source.container.clone().filter(|_| is_book)
            && self.random.chance(0.1)
        {
            source.container = Some(self.with_subtitle(&container));
        }
    }

    /// A title with another one as its subtitle.
    fn with_subtitle(&mut self, title: &str) -> String {
        const LONGEST: usize = 60;
        let language = self.style.language;
        let subtitle = &self.pool.source(language, self.random).title;
        if title.len() > LONGEST || subtitle.len() > LONGEST || title.ends_with(['.', '?', '!']) {
            return title.to_owned();
        }
        let between = self.random.pick(&[". ", ". ", ": ", " – "]);
        format!("{title}{between}{subtitle}")
    }

    /// A title of which some words are quoted.
    fn with_quotation(&mut self, title: &str) -> String {
        let words: Vec<&str> = title.split(' ').collect();
        if words.len() < 4 || title.contains(['"', '“', '„', '«']) {
            return title.to_owned();
        }
        let (open, close) =
            self.random
                .pick(&[("„", "“"), ("“", "”"), ("«", "»"), ("\"", "\""), ("‘", "’")]);
        let first = self.random.below(words.len() - 2);
        let last = first + self.random.below(2);
        format!(
            "{} {open}{}{close} {}",
            words[..first].join(" "),
            words[first..=last].join(" "),
            words[last + 1..].join(" ")
        )
        .trim_start()
        .to_owned()
    }

    /// What leads to a reference in a footnote.
    pub(super) fn lead_in(&mut self) {
        if self.style.is_footnote && self.random.chance(0.25) {
            let lead = self.random.pick(self.style.language.lead_ins);
            self.mark(lead);
        }
    }

    /// The page that a footnote cites, behind a work that ends with its year.
    pub(super) fn cited_page(&mut self) {
        let ends_with_year = self.last_value() == Some(Label::Date);
        if self.style.is_footnote && ends_with_year && self.random.chance(0.4) {
            self.mark(", ");
            self.page();
        }
    }

    /// One page, perhaps with those that follow it.
    fn page(&mut self) {
        let mut page = (self.random.below(400) + 1).to_string();
        if self.random.chance(0.3) {
            page.push_str(self.random.pick(self.style.language.following));
        }
        self.print_pages(&page);
    }

    /// A work that was named before: `Berg 2010: 12`, `Berg, Title, op. cit., p. 12`, `Berg (Anm. 3), S. 12`.
    pub(super) fn short_form(&mut self, source: &Source) {
        if self.random.chance(0.25) {
            return self.journal_of_law(source);
        }
        let names = self.short_names(source);
        self.add(Label::Author, &names);
        match self.random.below(3) {
            0 => {
                self.mark(" ");
                self.print_year(source);
                let before = self.random.pick(&[": ", ", ", ":"]);
                self.mark(before);
            }
            1 => {
                self.mark(", ");
                self.title(&source.title, false);
                self.cited_before();
            }
            _ => {
                let before = self.random.pick(&[", ", " "]);
                self.mark(before);
                self.cited_before();
            }
        }
        self.page();
    }

    /// The names of a short form: family names alone, or the first name in full.
    fn short_names(&mut self, source: &Source) -> String {
        let names = if source.authors.is_empty() {
            self.names(1)
        } else {
            source.authors.clone()
        };
        if self.random.chance(0.4) {
            return self.name_list(&names[..1], false);
        }
        let families: Vec<String> = names
            .iter()
            .take(3)
            .filter_map(|name| name.family.clone().or(name.literal.clone()))
            .collect();
        families.join(self.random.pick(&["/", ", ", " und ", " & ", " and "]))
    }

    fn cited_before(&mut self) {
        let number = (self.random.below(120) + 1).to_string();
        let cited = self.random.pick(self.style.language.cited);
        self.mark(&cited.replace('#', &number));
        self.mark(", ");
    }

    /// `Berg, NJW 2010, 1287 (1288)`: journals of law, whose year is their volume.
    fn journal_of_law(&mut self, source: &Source) {
        const JOURNALS: &[&str] = &[
            "NJW", "NVwZ", "JZ", "DÖV", "DVBl", "AöR", "ZRP", "BauR", "JuS", "NStZ", "StV", "EuGRZ",
        ];
        let names = self.short_names(source);
        self.add(Label::Author, &names);
        let before = self.random.pick(&[", ", ": "]);
        self.mark(before);
        if self.random.chance(0.3) {
            self.title(&source.title, false);
            self.mark("in: ");
        }
        let journal = self.random.pick(JOURNALS);
        self.add(Label::Container, journal);
        self.mark(" ");
        let year = source.year.clone().unwrap_or_else(|| "2007".to_owned());
        self.add(Label::Date, &year);
        self.mark(", ");
        let first = self.random.below(2000) + 1;
        self.print_pages(&first.to_string());
        if self.random.chance(0.5) {
            self.mark(" (");
            let cited = first + 1 + self.random.below(9);
            self.add(Label::Extent, &cited.to_string());
            self.mark(")");
        }
    }

    /// `in: ders., ` before the host of a part by the same author; says whether it is so.
    pub(super) fn host_by_the_same(&mut self) -> bool {
        if !self.style.is_footnote || !self.random.chance(0.15) {
            return false;
        }
        let same = self.random.pick(self.style.language.same);
        let role = self.style.titles.editors;
        let after = self.random.pick(&[", ", ": "]);
        let with_role = self.random.chance(0.5);
        self.mark(&if with_role {
            format!("{same} {role}{after}")
        } else {
            format!("{same}{after}")
        });
        true
    }

    /// `Nr. 4/1996`, `17/1949`: number and year of a journal in one; says whether they are printed so.
    pub(super) fn slashed_year(&mut self, source: &Source) -> bool {
        let is_at_authors = self.style.year_place == YearPlace::Authors;
        let number = source.issue.as_ref().or(source.volume.as_ref());
        let (Some(number), Some(year)) = (number, &source.year) else {
            return false;
        };
        if is_at_authors || !self.random.chance(0.05) {
            return false;
        }
        let is_issue = source.issue.is_some();
        if is_issue {
            let word = self.style.numbers.issue_word;
            self.mark(word);
        }
        let label = if is_issue {
            Label::Issue
        } else {
            Label::Volume
        };
        self.add(label, number);
        self.mark("/");
        self.add(Label::Date, year);
        true
    }
}
