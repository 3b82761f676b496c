//! A file is replaced whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::Change;

/// A file that was not written; it is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The operating system says no.
    #[error("cannot write {path}: {reason}; the file is unchanged", path = path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// Someone else has written the file since it was read.
    #[error("{path} has changed since it was read; it was left alone", path = path.display())]
    ChangedMeanwhile {
        /// The file.
        path: PathBuf,
    },
}

/// Writes a change: re-reads the file, writes a temporary file in the same folder, and renames it over the old one.
///
/// A symbolic link stays a link; the file that it names is replaced. Permissions are kept.
///
/// # Errors
/// When the file holds other bytes than were read, is a pipe or a device, or cannot be written. It is then as it was.
pub fn save(change: &Change) -> Result<(), SaveError> {
    let io_error = |reason| SaveError::Io {
        path: change.path.clone(),
        reason,
    };
    let target = fs::canonicalize(&change.path).map_err(io_error)?;
    if fs::read(&target).map_err(io_error)? != change.old {
        return Err(SaveError::ChangedMeanwhile {
            path: change.path.clone(),
        });
    }
    replace(&target, &change.new).map_err(io_error)
}

/// Puts new bytes in the place of a file, in one step.
fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let metadata = fs::metadata(target)?;
    if !metadata.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is a pipe or a device",
        ));
    }
    let permissions = metadata.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "it is read-only",
        ));
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(path: &Path, old: &str, new: &str) -> Change {
        Change {
            path: path.to_owned(),
            old: old.into(),
            new: new.into(),
        }
    }

    #[test]
    fn replaces_the_whole_file() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("paper.txt");
        fs::write(&path, "old")?;
        assert!(save(&change(&path, "old", "new")).is_ok());
        assert_eq!(fs::read_to_string(&path)?, "new");
        assert_eq!(
            fs::read_dir(folder.path())?.count(),
            1,
            "no temporary file is left"
        );
        Ok(())
    }

    #[test]
    fn leaves_a_file_alone_that_someone_else_has_written() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("paper.txt");
        fs::write(&path, "theirs")?;
        assert!(matches!(
            save(&change(&path, "old", "new")),
            Err(SaveError::ChangedMeanwhile { .. })
        ));
        assert_eq!(fs::read_to_string(&path)?, "theirs");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn keeps_permissions_and_links() -> io::Result<()> {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("paper.txt");
        let link = folder.path().join("link.txt");
        fs::write(&path, "old")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
        symlink(&path, &link)?;
        assert!(save(&change(&link, "old", "new")).is_ok());
        assert!(fs::symlink_metadata(&link)?.is_symlink());
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440))?;
        assert!(matches!(
            save(&change(&path, "new", "newer")),
            Err(SaveError::Io { .. })
        ));
        assert_eq!(fs::read_to_string(&path)?, "new");
        Ok(())
    }
}
