//! The labels that a word of a reference can have.

/// Lists the labels once: variant and name in the output.
macro_rules! labels {
    ($($(#[$doc:meta])+ $variant:ident $name:literal,)+) => {
        /// What a word of a reference belongs to.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Label {
            $($(#[$doc])+ $variant,)+
        }

        impl Label {
            /// All labels, each at the index that is its number.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name of the label in `parse --format labels`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

labels! {
    /// Nothing that is kept.
    #[default]
    Other "other",
    /// People who wrote the work, with what stands between their names.
    Author "author",
    /// People who edited it, or its host.
    Editor "editor",
    /// The title of the work.
    Title "title",
    /// The journal, book or site that it stands in.
    Container "container",
    /// The series.
    Series "series",
    /// The publisher; for theses and reports the institution.
    Publisher "publisher",
    /// The publisher's place.
    Location "location",
    /// The date.
    Date "date",
    /// The volume.
    Volume "volume",
    /// The issue.
    Issue "issue",
    /// The pages or the article number.
    Pages "pages",
    /// The DOI.
    Doi "doi",
    /// The address.
    Url "url",
    /// Another identifier: ISBN, ISSN, arXiv and the like.
    Identifier "id",
    /// The edition.
    Edition "edition",
    /// A remark.
    Note "note",
    /// The kind of thesis or report.
    Genre "genre",
    /// The running number of the list.
    Number "number",
    /// People who translated it.
    Translator "translator",
    /// How many pages it has, or which one is cited.
    Extent "extent",
    /// A word that introduces a value and belongs to none: `In`, `vol.`, `pp.`, `Eds.`
    Marker "other",
    /// An organisation as author.
    Organisation "author",
}

/// The number of lanes in a row of weights: the labels, filled up to whole vectors.
pub(crate) const LANES: usize = 24;

impl Label {
    /// The label with a number; [`Label::Other`] for a lane without label.
    pub(crate) fn from_lane(lane: usize) -> Self {
        Self::ALL.get(lane).copied().unwrap_or_default()
    }

    /// The lane of the label in a row of weights.
    pub(crate) fn lane(self) -> usize {
        self as usize
    }
}
