//! .bib files: read without losing a byte, understood entry by entry, written by the smallest edit.
//!
//! `block` splits a file into blocks that put together give the file again; `entry` reads the fields of one block with their spans;
//! `meaning` lets the `biblatex` crate say what an entry means; `text` writes a work as an entry.
