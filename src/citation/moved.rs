//! Citations as they stand in another text: in one file of a paper of several.

use super::{Citation, Cite, CitedName, CitedYear, Repetition};
use crate::span::Span;

impl Citation {
    /// The same citation with all its spans put elsewhere.
    #[must_use]
    pub fn moved(&self, to: impl Fn(Span) -> Span) -> Self {
        Self {
            span: to(self.span),
            mode: self.mode,
            cites: self.cites.iter().map(|cite| cite.moved(&to)).collect(),
        }
    }
}

impl Cite {
    fn moved(&self, to: impl Fn(Span) -> Span) -> Self {
        let names = self.names.iter().map(|name| CitedName {
            span: to(name.span),
            ..name.clone()
        });
        Self {
            span: to(self.span),
            names: names.collect(),
            names_span: to(self.names_span),
            et_al: self.et_al.map(&to),
            connector: self.connector.map(&to),
            year: CitedYear {
                span: to(self.year.span),
                ..self.year.clone()
            },
            number: self.number,
            titled: self.titled.clone(),
            locator: self.locator.map(&to),
            prefix: self.prefix.map(&to),
            suffix: self.suffix.map(&to),
            form: self.form,
        }
    }
}

impl Repetition {
    /// The same mark with its spans put elsewhere.
    #[must_use]
    pub fn moved(&self, to: impl Fn(Span) -> Span) -> Self {
        Self {
            span: to(self.span),
            repeated: self.repeated.clone(),
            paragraph: to(Span::at(self.paragraph)).start,
        }
    }
}
