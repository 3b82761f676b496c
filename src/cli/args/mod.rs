//! Arguments and their help; the doc comment of a flag is its help.

mod bibliography;
mod names;
mod values;

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};
use refmend::document::Format;

pub(super) use self::bibliography::{CacheArgs, DiffArgs, ExtractArgs, FmtArgs, MergeArgs};
use self::names::{paper_format, rule_name, style};
pub(super) use self::values::{CiteTarget, DiffFormat, EntryFormat, OutputFormat, ParseFormat};

/// Checks and mends the citations and references of a paper
///
/// Reads a paper with references at its end and author-year citations in its text, matches each citation to its reference,
/// compares the references with a master .bib, and writes corrected citations and a clean .bib. Works offline.
#[derive(Debug, Parser)]
#[command(name = "refmend", version = env!("REFMEND_VERSION"), max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,

    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: ColorChoice,
}

const EXAMPLES: &str = "\
Examples:
  refmend check paper.txt                          what is wrong with citations and references
  refmend check paper.txt --bib master.bib         … and where references differ from your .bib
  refmend fix --diff paper.txt                     show the corrections; without --diff, write them
  refmend extract paper.txt -o refs.bib            the paper's references as a clean .bib
  refmend cite paper.md --to pandoc -o keyed.md    typed citations as `[@key, p. 5]`, with a .bib
  refmend fmt --diff master.bib                    show what would tidy a .bib

Exit status: 0 clean or all mended, 1 findings, 2 the run failed.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what is wrong in papers and .bib files
    Check(CheckArgs),
    /// Write corrections back into papers
    Fix(FixArgs),
    /// Write the references of a paper as a clean .bib
    Extract(ExtractArgs),
    /// Turn typed citations into citations by key, and the typed list into a .bib
    Cite(CiteArgs),
    /// Turn typed citations into citations by key on the way through pandoc: a JSON filter
    Pandoc(PandocArgs),
    /// Compare the references of a paper or .bib with a master, field by field
    Diff(DiffArgs),
    /// Tidy .bib files with the smallest change
    Fmt(FmtArgs),
    /// Parse reference strings, one a line
    Parse(ParseArgs),
    /// Print what was seen in a paper, as JSON
    Dump(DumpArgs),
    /// Explain a rule
    Explain(ExplainArgs),
    /// Merge two versions of a .bib file by entries and fields; a git merge driver
    Merge(MergeArgs),
    /// Show where the indexes of large masters are kept, or delete them
    Cache(CacheArgs),
    /// Write a refmend.toml that fits a folder
    Init(InitArgs),
    /// Show which configuration applies
    Config(ConfigArgs),
    /// Check papers and .bib files at each git commit
    #[command(subcommand)]
    Hook(HookCommand),
    /// Serve an editor: findings as you type, over the language server protocol
    #[cfg(feature = "lsp")]
    Lsp,
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print a manual page, or write all of them
    Man(ManArgs),
}

/// What is kept between runs.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(super) struct Cache {
    /// Keep no index of large masters between runs, nor use one
    #[arg(long)]
    pub(super) no_cache: bool,
}

/// What to read and which rules to run; shared by `check` and `fix`.
#[derive(Debug, clap::Args)]
pub(super) struct Selection {
    /// Papers, .bib files or folders; `-` is stdin
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// A master .bib to compare the references with; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(super) bib: Vec<PathBuf>,

    /// How the papers are written; without it their names and contents tell
    #[arg(long, value_name = "FORMAT", value_parser = paper_format())]
    pub(super) input_format: Option<Format>,

    /// Run only these rules, divided by commas
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_name)]
    pub(super) select: Vec<&'static str>,

    /// Leave out these rules, divided by commas
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_name)]
    pub(super) ignore: Vec<&'static str>,

    /// Report findings of low confidence as well
    #[arg(long)]
    pub(super) pedantic: bool,

    /// The configuration file, instead of the nearest refmend.toml
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// Read no configuration file
    #[arg(long, conflicts_with = "config")]
    pub(super) isolated: bool,

    /// The style that citations shall have, by name or as a .csl file; without it the paper's own practice counts
    #[arg(long, value_name = "STYLE", value_parser = style)]
    pub(super) style: Option<String>,

    #[command(flatten)]
    pub(super) cache: Cache,
}

impl Selection {
    /// Some paths, with what the configuration says.
    pub(super) fn of(paths: Vec<PathBuf>) -> Self {
        Self {
            paths,
            bib: Vec::new(),
            input_format: None,
            select: Vec::new(),
            ignore: Vec::new(),
            pedantic: false,
            config: None,
            isolated: false,
            style: None,
            cache: Cache::default(),
        }
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) selection: Selection,

    /// How findings are printed
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) output_format: OutputFormat,

    /// Also write a page for the browser: the paper with its citations, references and findings
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct FixArgs {
    #[command(flatten)]
    pub(super) selection: Selection,

    /// Show what would change as a diff and write nothing
    #[arg(long)]
    pub(super) diff: bool,

    /// Also apply fixes that rest on a score or may change what was meant
    #[arg(long)]
    pub(super) unsafe_fixes: bool,

    /// Also bring the typed reference list into the style: form, italics and order of its references
    ///
    /// A reference is written anew only if all of it is read for certain and nothing of it is lost; the others stay as typed and are
    /// named with the reason.
    #[arg(long)]
    pub(super) references: bool,

    /// Write the corrections of Word and OpenDocument files as tracked changes, for a person to accept one by one
    ///
    /// Their time is that of the clock, or of `SOURCE_DATE_EPOCH`.
    #[arg(long)]
    pub(super) track_changes: bool,

    /// The author of tracked changes
    #[arg(
        long,
        value_name = "NAME",
        default_value = "refmend",
        requires = "track_changes"
    )]
    pub(super) author: String,
}

/// How a paper is written.
#[derive(Debug, clap::Args)]
pub(super) struct Written {
    /// How the paper is written; without it its name and contents tell
    #[arg(long, value_name = "FORMAT", value_parser = paper_format())]
    pub(super) input_format: Option<Format>,
}

/// Turn typed citations into citations by key, and the typed list into a .bib
///
/// Citations whose reference is certain become citations by key, with what stands before and behind them: `(see Doe, 2019, p. 5)`
/// becomes `[see @doe2019, p. 5]`. The typed list becomes the command that prints the bibliography, and its references a .bib beside
/// the new file. All else stays as it is. Citations that stay as typed are named with the reason, and the exit status is then 1.
///
/// A paper is written in its own format, Markdown, LaTeX or Typst; plain text in any of them. In Word and OpenDocument files the
/// typed citations become live ones of Zotero, with their works embedded, and the typed list a live list; what a reader sees stays.
#[derive(Debug, clap::Args)]
pub(super) struct CiteArgs {
    /// The paper: plain text, Markdown, LaTeX, Typst, Word or OpenDocument; `-` is stdin
    pub(super) paper: PathBuf,

    /// What to write; without it what the format of the paper says
    #[arg(long, value_enum, value_name = "TARGET")]
    pub(super) to: Option<CiteTarget>,

    #[command(flatten)]
    pub(super) written: Written,

    /// A master .bib: a reference that it has takes its key and its entry
    #[arg(long, value_name = "FILE")]
    pub(super) bib: Vec<PathBuf>,

    /// Where to write the paper; stdout without it
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,

    /// Where to write the .bib; without it `refs.bib` beside the output, and for Zotero nowhere
    #[arg(long, value_name = "FILE")]
    pub(super) refs: Option<PathBuf>,

    #[command(flatten)]
    pub(super) own: OwnCsl,

    /// Replace the output files if they exist
    #[arg(long)]
    pub(super) force: bool,

    /// For LaTeX: `\citep`, `\citet`; without it what the paper loads
    #[arg(long, conflicts_with = "biblatex")]
    pub(super) natbib: bool,

    /// For LaTeX: `\parencite`, `\textcite`
    #[arg(long)]
    pub(super) biblatex: bool,

    /// For Zotero: the style that it writes by, `apa` or an address; without it Zotero asks
    #[arg(long, value_name = "STYLE")]
    pub(super) style: Option<String>,

    #[command(flatten)]
    pub(super) cache: Cache,
}

/// The style of a paper's own.
#[derive(Debug, clap::Args)]
pub(super) struct OwnCsl {
    /// For pandoc: where to write the style of the paper's own; without it beside the .bib, `refs.csl`, unless the paper names a style
    #[arg(long, value_name = "FILE", conflicts_with = "no_csl")]
    pub(super) csl: Option<PathBuf>,

    /// For pandoc: write no style of the paper's own, and write by key also what a style would give back otherwise than it was typed
    #[arg(long)]
    pub(super) no_csl: bool,
}

/// Turn typed citations into citations by key on the way through pandoc: a JSON filter
///
/// `pandoc --filter refmend --citeproc --csl chicago.csl paper.docx -o new.docx` reads a paper in which citations and the reference list
/// are typed, and writes both anew in a style: refmend knows by the environment that pandoc runs it. `refmend pandoc` does the same in
/// a pipe, `pandoc -t json paper.md | refmend pandoc | pandoc -f json --citeproc -o new.html`.
///
/// Citations whose reference is certain become `Cite` elements, the references metadata, and the list of citeproc stands where the
/// typed one stood. Where the document names a .bib file, its entries are cited by their keys. What stays as typed is named on stderr
/// with the reason. Where no citation is certain, the document stays as it is.
#[derive(Debug, clap::Args)]
pub(super) struct PandocArgs {
    /// The format that pandoc will write, which it hands to filters; it changes nothing
    #[arg(value_name = "FORMAT")]
    pub(super) format: Option<String>,

    /// A master .bib: a reference that it has takes its key and its entry; else `master` in refmend.toml
    #[arg(long, value_name = "FILE")]
    pub(super) bib: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) cache: Cache,
}

#[derive(Debug, clap::Args)]
pub(super) struct ParseArgs {
    /// A file with one reference a line; `-` is stdin
    #[arg(default_value = "-", value_name = "FILE")]
    pub(super) path: PathBuf,

    /// What to print
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: ParseFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct DumpArgs {
    /// The paper; `-` is stdin
    pub(super) paper: PathBuf,

    #[command(flatten)]
    pub(super) written: Written,

    /// A master .bib to compare the references with
    #[arg(long, value_name = "FILE")]
    pub(super) bib: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) cache: Cache,
}

#[derive(Debug, clap::Args)]
#[group(required = true)]
pub(super) struct ExplainArgs {
    /// The rule
    #[arg(value_parser = rule_name)]
    pub(super) rule: Option<&'static str>,

    /// List all rules
    #[arg(long, conflicts_with = "rule")]
    pub(super) all: bool,

    /// List the citation styles that come with the program
    #[arg(long, conflicts_with_all = ["rule", "all"])]
    pub(super) styles: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The folder
    #[arg(default_value = ".")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct ConfigArgs {
    /// The file or folder that it shall apply to
    #[arg(default_value = ".")]
    pub(super) path: PathBuf,

    /// Print the JSON Schema of refmend.toml instead, for editors
    #[arg(long)]
    pub(super) schema: bool,
}

#[derive(Debug, Clone, Copy, Subcommand)]
pub(super) enum HookCommand {
    /// Put a pre-commit hook into this git repository; a hook that is there stays
    Install,
    /// Take it out again
    Uninstall,
    /// Check what is staged, as the hook does
    Run,
}

#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// The command that the page is about, instead of the program
    pub(super) command: Option<String>,

    /// Write the pages of the program and all commands into this folder
    #[arg(long, short, value_name = "FOLDER", conflicts_with = "command")]
    pub(super) output_dir: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    pub(super) shell: clap_complete::Shell,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_misspelt_rule_gets_a_suggestion() {
        let error = rule_name("missing-refrence").expect_err("there is no such rule");
        assert!(
            error.contains("did you mean `missing-reference`?"),
            "{error}"
        );
    }
}
