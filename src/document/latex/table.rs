//! What the commands and environments of LaTeX mean to a reader of the text.

/// What a command does with itself and its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// Cites works by key.
    Cite,
    /// Is hidden with this many arguments in braces; those in brackets do not count.
    Hide(usize),
    /// Is hidden with all arguments that follow: it says what a macro means.
    Define,
    /// Is hidden, and its text is read to the next brace: `\def\name#1{…}`.
    Def,
    /// Ends a paragraph.
    Paragraph,
    /// Its argument is a paragraph of its own.
    Block,
    /// Its argument is a footnote.
    Note,
    /// Its argument is an address.
    Address,
    /// Its argument is raised: `\textsuperscript{1}`.
    Raise,
    /// Its argument is code.
    Code,
    /// Code between two marks: `\verb|…|`.
    Verb,
    /// Begins a list item.
    Item,
    /// Begins a reference.
    Bibitem,
    /// Takes in a file.
    Input,
    /// Names .bib files.
    Bibliography,
    /// Is followed by text that is left out up to `\fi`.
    IfFalse,
    /// Begins an environment.
    Begin,
    /// Ends one.
    End,
    /// Is hidden; its arguments are read.
    Flow,
}

/// What the command with this name does.
pub(super) fn command(name: &str) -> Command {
    match name {
        "begin" => Command::Begin,
        "end" => Command::End,
        "input" | "include" | "subfile" => Command::Input,
        "bibliography" | "addbibresource" | "addglobalbib" | "addsectionbib" => {
            Command::Bibliography
        }
        "bibitem" => Command::Bibitem,
        "item" => Command::Item,
        "iffalse" => Command::IfFalse,
        "verb" => Command::Verb,
        "lstinline" | "mintinline" | "texttt" | "code" => Command::Code,
        "url" | "path" | "nolinkurl" | "doi" => Command::Address,
        "textsuperscript" => Command::Raise,
        "footnote" | "footnotetext" | "endnote" | "thanks" | "marginpar" | "sidenote" => {
            Command::Note
        }
        "par" | "newpage" | "clearpage" | "cleardoublepage" | "pagebreak" | "maketitle"
        | "tableofcontents" | "appendix" | "bigskip" | "medskip" | "smallskip" | "hrule"
        | "hline" | "toprule" | "midrule" | "bottomrule" | "tabularnewline" => Command::Paragraph,
        "part" | "chapter" | "section" | "subsection" | "subsubsection" | "paragraph"
        | "subparagraph" | "addchap" | "addsec" | "title" | "subtitle" | "author" | "date"
        | "caption" | "abstract" | "frametitle" => Command::Block,
        "newcommand"
        | "renewcommand"
        | "providecommand"
        | "DeclareRobustCommand"
        | "newenvironment"
        | "renewenvironment"
        | "NewDocumentCommand"
        | "RenewDocumentCommand"
        | "DeclareMathOperator"
        | "newtheorem"
        | "newcolumntype"
        | "newcounter"
        | "newlength"
        | "DeclareCiteCommand"
        | "hypersetup"
        | "lstset"
        | "geometry"
        | "AtBeginDocument"
        | "AtEndDocument" => Command::Define,
        "def" | "edef" | "gdef" | "xdef" => Command::Def,
        _ if is_cite(name) => Command::Cite,
        _ => hidden(name).map_or(Command::Flow, Command::Hide),
    }
}

/// How many arguments are hidden with a command; none if they are read. What an argument behind the hidden ones says is read:
/// `\href{address}{text}`.
fn hidden(name: &str) -> Option<usize> {
    Some(match name {
        "phantomsection" | "printbibliography" | "footnotemark" => 0,
        "Cref"
        | "ExecuteBibliographyOptions"
        | "RequirePackage"
        | "autoref"
        | "bibliographystyle"
        | "captionsetup"
        | "cline"
        | "cmidrule"
        | "color"
        | "colorbox"
        | "cref"
        | "documentclass"
        | "eqref"
        | "foreignlanguage"
        | "graphicspath"
        | "href"
        | "hspace"
        | "hyperlink"
        | "hypertarget"
        | "hyphenation"
        | "includegraphics"
        | "includeonly"
        | "includepdf"
        | "index"
        | "label"
        | "linespread"
        | "nameref"
        | "noalign"
        | "pagenumbering"
        | "pageref"
        | "pagestyle"
        | "parbox"
        | "ref"
        | "refstepcounter"
        | "selectlanguage"
        | "texorpdfstring"
        | "textcolor"
        | "theoremstyle"
        | "thispagestyle"
        | "tikzset"
        | "urlstyle"
        | "usepackage"
        | "usetikzlibrary"
        | "vref"
        | "vspace" => 1,
        "DeclareUnicodeCharacter"
        | "addcontentsline"
        | "addtocounter"
        | "addtolength"
        | "fontsize"
        | "multicolumn"
        | "multirow"
        | "newglossaryentry"
        | "renewbibmacro"
        | "resizebox"
        | "rule"
        | "setcounter"
        | "setlength" => 2,
        "definecolor" | "newacronym" => 3,
        _ => return None,
    })
}

/// The commands that cite, in their plain lower-case form; sorted. LaTeX, natbib, biblatex, apacite, jurabib.
const CITES: &[&str] = &[
    "autocite",
    "autocites",
    "avolcite",
    "cite",
    "citeA",
    "citeN",
    "citeNP",
    "citealp",
    "citealt",
    "citeauthor",
    "citedate",
    "citefullauthor",
    "citenum",
    "citep",
    "cites",
    "citet",
    "citetitle",
    "citeurl",
    "citeyear",
    "citeyearNP",
    "citeyearpar",
    "footcite",
    "footcites",
    "footcitetext",
    "footfullcite",
    "fullcite",
    "fullciteA",
    "fullcites",
    "ftvolcite",
    "fvolcite",
    "nocite",
    "notecite",
    "onlinecite",
    "parencite",
    "parencites",
    "pnotecite",
    "posscitet",
    "pvolcite",
    "shortcite",
    "shortciteA",
    "shortciteNP",
    "smartcite",
    "smartcites",
    "supercite",
    "supercites",
    "svolcite",
    "textcite",
    "textcites",
    "tvolcite",
    "volcite",
];

/// Whether a command cites; `Citet` begins a sentence, `citealt` and the like stand for themselves.
fn is_cite(name: &str) -> bool {
    let mut characters = name.chars();
    let lower: String = characters
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(characters)
        .collect();
    CITES.contains(&lower.as_str())
}

/// Whether a command takes several groups of keys: `\parencites[5]{a}[7]{b}`.
pub(super) fn takes_many(name: &str) -> bool {
    name.ends_with("cites")
}

/// What an environment does with its contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    /// They are no prose and left out.
    Hidden,
    /// They are cells.
    Table,
    /// They are references.
    Bibliography,
    /// They are read.
    Flow,
}

/// What the environment with this name does, and how many arguments in braces are hidden with it.
pub(super) fn environment(name: &str) -> (Environment, usize) {
    match name.trim_end_matches('*') {
        "equation" | "align" | "alignat" | "flalign" | "gather" | "multline" | "eqnarray"
        | "displaymath" | "math" | "tikzpicture" | "pgfpicture" | "picture" | "algorithmic"
        | "knitrout" | "tikzcd" | "dmath" => (Environment::Hidden, 0),
        name if is_raw(name) => (Environment::Hidden, 0),
        "tabular" | "longtable" | "array" | "supertabular" | "xltabular" | "tblr" | "longtblr" => {
            (Environment::Table, 1)
        }
        "tabularx" | "tabulary" => (Environment::Table, 2),
        "thebibliography" => (Environment::Bibliography, 1),
        "minipage" | "multicols" | "adjustbox" | "otherlanguage" | "spacing" | "column"
        | "subfigure" | "subtable" | "textblock" | "adjustwidth" => (Environment::Flow, 1),
        "wrapfigure" | "wraptable" | "list" | "CSLReferences" | "cslreferences" => {
            (Environment::Flow, 2)
        }
        _ => (Environment::Flow, 0),
    }
}

/// Whether the contents of an environment are taken as they stand, so that no command in them counts.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(
        name.trim_end_matches('*'),
        "verbatim"
            | "Verbatim"
            | "BVerbatim"
            | "LVerbatim"
            | "lstlisting"
            | "minted"
            | "comment"
            | "filecontents"
            | "Highlighting"
            | "Sinput"
            | "Soutput"
            | "Schunk"
            | "alltt"
            | "pycode"
            | "luacode"
    )
}
