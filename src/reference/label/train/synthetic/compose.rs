//! One made-up reference.

use super::{
    names,
    pool::{Pool, Source},
    style::Style,
};
use crate::reference::label::{
    labels::Label,
    train::{
        corpus::{PrintedName, Sample, Values},
        random::Random,
    },
};

/// Puts one reference together.
pub(super) struct Composer<'a> {
    pub(super) pool: &'a Pool,
    pub(super) style: Style,
    pub(super) random: &'a mut Random,
    /// Labels and texts so far.
    parts: Vec<(Label, String)>,
    /// The organisations among the authors.
    pub(super) organisations: Vec<PrintedName>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(pool: &'a Pool, style: Style, random: &'a mut Random) -> Self {
        Self {
            pool,
            style,
            random,
            parts: Vec::new(),
            organisations: Vec::new(),
        }
    }

    /// Makes a reference of some kind.
    pub(super) fn compose(mut self) -> Sample {
        /// The share of references in Chinese, Japanese and Korean.
        const EAST_ASIAN: f64 = 0.05;
        let mut source = self.source();
        self.dress_titles(&mut source);
        self.running_number();
        if self.random.chance(EAST_ASIAN) {
            self.east_asian();
            return self.finish();
        }
        self.lead_in();
        match self.random.below(100) {
            0..7 => self.newspaper_article(&source),
            7..12 => self.web_page(&source),
            12..16 => self.thesis(&source),
            16..20 => self.report(&source),
            20..22 => self.newspaper_issue(),
            22..25 => self.medium(&source),
            25..27 => self.talk(&source),
            27..29 => self.law(&source),
            29..32 => self.short_form(&source),
            32..33 => self.case(&source),
            _ if source.container.is_none() => self.book(&source),
            _ if source.volume.is_some() || source.issue.is_some() => self.article(&source),
            _ => self.chapter(&source),
        }
        self.cited_page();
        let end = self.style.end;
        self.mark(end);
        self.finish()
    }

    /// The values of a reference of the data, some of them exchanged.
    pub(super) fn source(&mut self) -> Source {
        let language = self.style.language;
        let mut source = self.pool.source(language, self.random).clone();
        let is_numbered = source.volume.is_some() || source.issue.is_some();
        if self.random.chance(0.25) || source.authors.is_empty() && self.random.chance(0.7) {
            let count = self.random.pick(&[1, 1, 2, 3, 4]);
            source.authors = self.names(count);
        }
        let needs_publisher = source.container.is_none() || !is_numbered;
        if needs_publisher && (source.publisher.is_none() || self.random.chance(0.7)) {
            let (publisher, place) = self.pool.publisher(language, self.random);
            source.publisher = Some(publisher);
            source.location = Some(place);
        }
        let is_part = source.container.is_some() && !is_numbered;
        if is_part && source.editors.is_empty() && self.random.chance(0.6) {
            let count = self.random.pick(&[1, 2, 2, 3]);
            source.editors = self.names(count);
        }
        source
    }

    /// Names of people; some from cultures of which the data has few.
    pub(super) fn names(&mut self, count: usize) -> Vec<PrintedName> {
        const FROM_LIST: f64 = 0.3;
        (0..count)
            .map(|_| {
                if self.random.chance(FROM_LIST) {
                    names::printed(self.random.pick(names::NAMES))
                } else {
                    self.random.choose(&self.pool.names).clone()
                }
            })
            .collect()
    }

    /// Adds a value.
    pub(super) fn add(&mut self, label: Label, text: &str) {
        if !text.is_empty() {
            self.parts.push((label, text.to_owned()));
        }
    }

    /// The label of the last value.
    pub(super) fn last_value(&self) -> Option<Label> {
        let mut labels = self.parts.iter().rev().map(|(label, _)| *label);
        labels.find(|label| *label != Label::Other)
    }

    /// Adds what belongs to no value.
    pub(super) fn mark(&mut self, text: &str) {
        self.add(Label::Other, text);
    }

    pub(super) fn running_number(&mut self) {
        let Some(form) = self.style.running_number else {
            return;
        };
        let number = self.random.below(80) + 1;
        let printed = if form == "[]" {
            format!("[{number}]")
        } else {
            format!("{number}{form}")
        };
        self.add(Label::Number, &printed);
        self.mark(" ");
    }

    /// The reference with its labels.
    pub(super) fn finish(self) -> Sample {
        let printed: String = self.parts.iter().map(|(_, text)| text.as_str()).collect();
        let segments = self
            .parts
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(label, text)| (label.name().to_owned(), text.trim().to_owned()))
            .collect();
        Sample {
            set: "synthetic".to_owned(),
            text: printed.split_whitespace().collect::<Vec<_>>().join(" "),
            segments,
            fields: Values {
                author: self.organisations,
                ..Values::default()
            },
            author_from: Some("gold".to_owned()),
            ..Sample::default()
        }
    }
}
