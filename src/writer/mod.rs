//! Changed files: planned as old and new bytes, then shown or written.
//!
//! The same plan feeds `--diff` and the disk, so that what is shown is what is written.

mod save;
mod unified;

use std::path::PathBuf;

pub use self::{
    save::{SaveError, save},
    unified::unified_diff,
};

/// One file that is to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it is.
    pub path: PathBuf,
    /// The bytes that were read; the file is left alone if it holds others by now.
    pub old: Vec<u8>,
    /// The bytes that it shall hold.
    pub new: Vec<u8>,
}
