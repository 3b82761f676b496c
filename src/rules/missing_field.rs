//! An entry without a field that its type needs.

use super::{Findings, declare_rule};
use crate::{
    project::Bibliography,
    work::{EntryType, Work},
};

declare_rule! {
    /// Finds entries without a field that their type needs.
    ///
    /// ## What it does
    ///
    /// Reports the mandatory fields of biblatex's entry types (manual, 2.1.1) that an entry neither has nor inherits. A collection
    /// may have its editor for its author; a work that has not come out yet needs no date.
    ///
    /// ## Why it matters
    ///
    /// The printed reference has a gap, and readers may not find the work.
    ///
    /// ## Example
    ///
    /// ```bibtex
    /// @article{brandt2011, author = {Brandt, Karl}, title = {The price of bread}, date = {2011}}
    /// ```
    ///
    /// has no `journaltitle`.
    ///
    /// ## What to do
    ///
    /// Add the field, or change the type of the entry to one that does without it.
    "missing-field", Warning, Bibliography(check)
}

fn check(bibliography: &Bibliography, findings: &mut Findings) {
    let file = &bibliography.file;
    for (idx, entry) in file.entries.iter().enumerate() {
        let written = file.entry_type(idx);
        if is_no_work(written) {
            continue;
        }
        let missing = missing(&file.work(idx));
        if missing.is_empty() {
            continue;
        }
        let fields: Vec<_> = missing.iter().map(|field| format!("`{field}`")).collect();
        let message = format!(
            "`{}` ({written}) has no {}",
            file.key(idx),
            fields.join(", ")
        );
        findings.add(bibliography.place(entry.key), message);
    }
}

/// Whether an entry is data for others, and no work.
fn is_no_work(written: &str) -> bool {
    ["xdata", "set", "bibnote", "control"]
        .iter()
        .any(|name| written.eq_ignore_ascii_case(name))
}

/// The mandatory fields that a work lacks, in the order of an entry.
fn missing(work: &Work) -> Vec<&'static str> {
    let fields = mandatory(work.entry_type).iter().copied();
    fields.filter(|field| lacks(work, field)).collect()
}

/// The mandatory fields of a type (biblatex manual, 2.1.1).
fn mandatory(entry_type: EntryType) -> &'static [&'static str] {
    match entry_type {
        EntryType::Article => &["author", "title", "journaltitle", "date"],
        EntryType::InCollection
        | EntryType::InBook
        | EntryType::InProceedings
        | EntryType::InReference => &["author", "title", "booktitle", "date"],
        EntryType::Report | EntryType::Thesis => &["author", "title", "institution", "date"],
        EntryType::Book | EntryType::Collection | EntryType::Patent | EntryType::Unpublished => {
            &["author", "title", "date"]
        }
        EntryType::Proceedings => &["title", "date"],
        EntryType::Online => &["title", "date", "url"],
        _ => &["title"],
    }
}

/// Whether a work has nothing for a field, nor for one that may stand for it.
fn lacks(work: &Work, field: &str) -> bool {
    match field {
        "author" => work.creators().is_empty(),
        "title" => work.title.is_none(),
        "institution" => work.publisher.is_none(),
        "date" => work.issued.date.is_none() && work.issued.status.is_none(),
        "url" => work.url.is_none() && work.doi.is_none() && work.arxiv.is_none(),
        _ => work.container_title.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::samples::check_bib;

    #[test]
    fn what_a_type_needs() {
        check_bib(
            "missing-field",
            "@article{a, author={B, C}, title={T}, date={2011}}
             @misc{b, title={T}}
             @collection{c, editor={B, C}, title={T}, pubstate={inpress}}
             @thesis{d, author={B, C}}
             @xdata{e, publisher={P}}
             @inbook{f, author={B, C}, title={T}, crossref={g}}
             @book{g, author={B, C}, title={U}, year=1999}
             @online{h, title={T}, year=2001}",
            &[
                "`a` (article) has no `journaltitle`",
                "`d` (thesis) has no `title`, `institution`, `date`",
                "`h` (online) has no `url`",
            ],
        );
    }

    #[test]
    fn the_master_of_this_project_lacks_nothing() {
        check_bib("missing-field", include_str!("../../bib/master.bib"), &[]);
    }
}
