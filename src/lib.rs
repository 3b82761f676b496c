//! refmend reads a paper, checks its citations against its reference list and its references against a master .bib, and mends both.
//!
//! # The way of the data
//!
//! ```text
//! paper ──document──▶ Document ─┬─reference──▶ References ─┐ each holds a Work
//!                               └─citation───▶ Citations   ├─linkage──▶ Links ─┐
//! master.bib ──bibtex──▶ Entries ──────────────────────────┘                   ├─rules──▶ Findings ──▶ output
//!                                                                             └─fix────▶ edits ──▶ Document ──▶ writer
//! ```
//!
//! References of a paper and entries of a .bib meet in one type, [`work::Work`]. Nothing flows back. Everything is text with spans:
//! a [`finding::Finding`] says what is wrong, where and how sure that is, and carries the edits that mend it.
//!
//! # The rooms
//!
//! From the bottom up; a room knows those above it in this table, and none below.
//!
//! | room | holds |
//! | --- | --- |
//! | [`span`], [`edit`], [`finding`] | the common currency |
//! | [`threads`] | work on many values, shared among threads |
//! | [`work`] | the work itself, and the forms in which its values are compared |
//! | [`document`] | files to a text view with a map back to the file, one folder a format |
//! | [`source`] | the files of a run, by number |
//! | [`bibtex`] | .bib files: blocks without loss, entries, their meaning, new entries |
//! | [`tidy`] | one file a normalisation of a .bib file |
//! | [`interchange`] | works as CSL-JSON, RIS and classic BibTeX |
//! | [`mod@reference`] | the reference list: located, split, labelled, assembled |
//! | [`citation`] | citations in the text; it knows the names of the list, which tells `May (2010)` from a month |
//! | [`linkage`] | cite → reference, reference → entry |
//! | [`master`] | a large master .bib, asked through a table that is kept between runs |
//! | [`diff`] | two works → changes, field by field |
//! | [`difference`] | two rows of words, lines or letters → where they differ; the nearest name |
//! | [`style`] | CSL styles: citations and lists as they write them, and which one a paper is in |
//! | [`project`] | what one run knows |
//! | [`rules`] | one file a rule |
//! | [`config`], [`suppression`] | what a person has decided about findings |
//! | [`comparison`] | the works of a paper beside what the masters have |
//! | [`merge`] | three versions of a .bib file made one |
//! | [`deduplication`] | entries of a .bib file that are one work, made one |
//! | [`adoption`] | what a master lacks, taken over into it; the .bib of a paper brought up to date |
//! | [`fix`] | fixes applied until none is left |
//! | [`listing`] | the typed list brought into a style |
//! | [`citing`] | typed citations written by key, for pandoc, LaTeX and Typst |
//! | [`output`] | one file a format |
//! | [`input`], [`writer`] | the disk |
//!
//! # Invariants
//!
//! 1. Reading never fails: it gives a value and a list of problems. Bad input is a finding; errors are for files and flags.
//! 2. No byte outside an edit changes. Encoding, byte-order mark and line ends stay.
//! 3. Lower rooms know nothing of upper ones: `document` knows no references, `bibtex` no papers. No room of the library knows a
//!    terminal or the clock; only `input`, `writer` and the cache of `master` touch the disk. The program (`main.rs`, `cli`) alone knows clap.
//! 4. Spans are byte ranges of the text view; lines and columns are worked out at the edge. Every span slices its text.
//! 5. The same input gives the same output, on every machine, offline. Nothing leaves the machine.
//! 6. What is not certain is called so: a link is a match, possible, or none. A fix that rests on a score is unsafe.
//! 7. A user's file is replaced whole or not at all, and re-read before it is.

pub mod adoption;
pub mod bibtex;
pub mod citation;
pub mod citing;
pub mod comparison;
pub mod config;
pub mod deduplication;
pub mod diff;
pub mod difference;
pub mod document;
pub mod edit;
pub mod finding;
pub mod fix;
pub mod input;
pub mod interchange;
pub mod linkage;
pub mod listing;
pub mod master;
pub mod merge;
pub mod output;
pub mod project;
pub mod reference;
pub mod rules;
pub mod source;
pub mod span;
pub mod style;
pub mod suppression;
pub mod threads;
pub mod tidy;
pub mod work;
pub mod writer;
