//! Arguments of the commands that write or look after .bib files.

use std::path::PathBuf;

use super::{
    Cache, DiffFormat, EntryFormat, Written,
    names::{normalisation_name, normalisations_help, style, takeable},
};

/// What becomes of an output file that is there.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(in crate::cli) struct Existing {
    /// Replace the output file if it exists
    #[arg(long, requires = "output")]
    pub(in crate::cli) force: bool,

    /// Take out of the existing output file the entries that the paper does not use
    #[arg(long, requires = "output", conflicts_with = "force")]
    pub(in crate::cli) prune: bool,

    /// Show what would change in the existing output file as a diff and write nothing
    #[arg(long, requires = "output", conflicts_with = "force")]
    pub(in crate::cli) diff: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ExtractArgs {
    /// The paper; `-` is stdin
    pub(in crate::cli) paper: PathBuf,

    #[command(flatten)]
    pub(in crate::cli) written: Written,

    /// A master .bib: a reference that it has takes its key and its entry
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) bib: Vec<PathBuf>,

    /// Where to write; stdout without it. A .bib file that exists is brought up to date and keeps what was changed in it
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,

    #[command(flatten)]
    pub(in crate::cli) existing: Existing,

    /// Only what the text cites; works cited by key always are
    #[arg(long)]
    pub(in crate::cli) cited: bool,

    #[command(flatten)]
    pub(in crate::cli) cache: Cache,

    /// What to write
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(in crate::cli) format: EntryFormat,

    /// Write the list as a reader sees it instead, in a style by its name or a .csl file
    #[arg(long, value_name = "STYLE", value_parser = style, conflicts_with = "format")]
    pub(in crate::cli) style: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DiffArgs {
    /// The paper or .bib file; `-` is a paper on stdin
    pub(in crate::cli) path: PathBuf,

    #[command(flatten)]
    pub(in crate::cli) written: Written,

    /// The master .bib; may be given several times
    #[arg(long, value_name = "MASTER", required = true)]
    pub(in crate::cli) bib: Vec<PathBuf>,

    /// How differences are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(in crate::cli) output_format: DiffFormat,

    /// Write into the master what it lacks; --take and --only choose
    #[arg(long, conflicts_with = "output_format")]
    pub(in crate::cli) apply: bool,

    /// What --apply takes over, divided by commas: `missing` (works), `lacking` (fields), `changed` (values), or fields by name
    #[arg(long, value_name = "WHAT", value_delimiter = ',', requires = "apply", default_values = ["missing", "lacking"], value_parser = takeable)]
    pub(in crate::cli) take: Vec<String>,

    /// Take over only works with these keys, ours or the master's
    #[arg(long, value_name = "KEYS", value_delimiter = ',', requires = "apply")]
    pub(in crate::cli) only: Vec<String>,

    /// Ask before each change
    #[arg(short, long, requires = "apply")]
    pub(in crate::cli) interactive: bool,

    /// Show what --apply would change as a diff and write nothing
    #[arg(long, requires = "apply")]
    pub(in crate::cli) diff: bool,

    #[command(flatten)]
    pub(in crate::cli) cache: Cache,
}

#[derive(Debug, clap::Args)]
#[command(after_long_help = normalisations_help())]
pub(in crate::cli) struct FmtArgs {
    /// .bib files or folders; `-` is stdin
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,

    /// Write nothing; the exit status is 1 if a file would change
    #[arg(long)]
    pub(in crate::cli) check: bool,

    /// Show what would change as a diff and write nothing
    #[arg(long)]
    pub(in crate::cli) diff: bool,

    /// Make entries one that are certainly the same work; none of their fields is lost
    #[arg(long)]
    pub(in crate::cli) merge_duplicates: bool,

    /// Papers in which the keys of merged entries are replaced by those that stay
    #[arg(long, value_name = "PAPER", num_args = 1.., requires = "merge_duplicates")]
    pub(in crate::cli) rename_in: Vec<PathBuf>,

    /// Make only these normalisations, divided by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = normalisation_name)]
    pub(in crate::cli) select: Vec<&'static str>,

    /// Make these normalisations as well, divided by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = normalisation_name)]
    pub(in crate::cli) extend_select: Vec<&'static str>,

    /// Leave out these normalisations, divided by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',', value_parser = normalisation_name)]
    pub(in crate::cli) ignore: Vec<&'static str>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct MergeArgs {
    /// The version from which both sides come
    pub(in crate::cli) base: PathBuf,

    /// Our version; the result is written into it
    pub(in crate::cli) ours: PathBuf,

    /// Their version
    pub(in crate::cli) theirs: PathBuf,

    /// Print the result instead
    #[arg(long)]
    pub(in crate::cli) stdout: bool,
}

/// Show where the indexes of large masters are kept, or delete them
///
/// The folder is printed to stdout. It may also be deleted by hand at any time: what is needed is made again.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct CacheArgs {
    /// Delete them
    #[arg(long)]
    pub(in crate::cli) clear: bool,
}
