//! A changed file back in the encoding that it was read in.

use std::path::Path;

use anyhow::Context;
use refmend::{
    input::Input,
    writer::{self, Change},
};

/// The bytes of a new text of a file.
pub(super) fn encoded(input: &Input, text: &str) -> anyhow::Result<Vec<u8>> {
    input
        .encoding
        .encode(text)
        .with_context(|| format!("{} was not changed", input.name()))
}

/// What is to become of a file.
pub(super) fn change(input: &Input, path: &Path, text: &str) -> anyhow::Result<Change> {
    Ok(Change {
        path: path.to_owned(),
        old: input.bytes.clone(),
        new: encoded(input, text)?,
    })
}

/// Writes a new text of a file.
pub(super) fn text(input: &Input, path: &Path, text: &str) -> anyhow::Result<()> {
    Ok(writer::save(&change(input, path, text)?)?)
}
