//! The kinds of works.

use serde::Serialize;

/// Lists the entry types once: variant, biblatex name and CSL type.
macro_rules! entry_types {
    ($($(#[$doc:meta])+ $variant:ident $biblatex:literal $csl:literal,)+) => {
        /// The kind of a work, by biblatex's names (biblatex manual, 2.1.1).
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "lowercase")]
        pub enum EntryType {
            $($(#[$doc])+ $variant,)+
        }

        impl EntryType {
            /// The name of the type in a .bib file.
            pub fn biblatex(self) -> &'static str {
                match self { $(Self::$variant => $biblatex,)+ }
            }

            /// The name of the type in CSL-JSON.
            pub fn csl(self) -> &'static str {
                match self { $(Self::$variant => $csl,)+ }
            }
        }
    };
}

entry_types! {
    /// An article in a journal, magazine or newspaper.
    Article "article" "article-journal",
    /// A book.
    Book "book" "book",
    /// A collection with an editor.
    Collection "collection" "book",
    /// A part of a book with its own title.
    InCollection "incollection" "chapter",
    /// A part of a book by the book's author.
    InBook "inbook" "chapter",
    /// A paper in conference proceedings.
    InProceedings "inproceedings" "paper-conference",
    /// Conference proceedings.
    Proceedings "proceedings" "book",
    /// An entry of a work of reference.
    InReference "inreference" "entry-encyclopedia",
    /// A thesis.
    Thesis "thesis" "thesis",
    /// A report.
    Report "report" "report",
    /// A law, treaty or regulation.
    Legislation "legislation" "legislation",
    /// A court case.
    Jurisdiction "jurisdiction" "legal_case",
    /// A standard.
    Standard "standard" "standard",
    /// A patent.
    Patent "patent" "patent",
    /// Software.
    Software "software" "software",
    /// A data set.
    Dataset "dataset" "dataset",
    /// A web page or another thing that lives on the net.
    Online "online" "webpage",
    /// A film or video.
    Video "video" "motion_picture",
    /// Not published.
    Unpublished "unpublished" "manuscript",
    /// Anything else.
    #[default]
    Misc "misc" "document",
}
