//! Tables of masters, kept between runs in the cache folder of the user.
//!
//! A table holds for its file as long as size, times and number of the file are those at the time it was made. Where they are others, or
//! so young that a change might not show in them, the contents are compared by their checksum. A table is written whole under another
//! name and then renamed, so that several processes at once find the old one or the new one; one that is damaged is made anew. A folder
//! that cannot be written means no cache, and no error.

use std::{
    env, fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use tempfile::NamedTempFile;

use super::{
    Master, build,
    bytes::Bytes,
    stamp::{self, Stamp, checksum},
    table::{self, Table},
};

/// From how many bytes on a master is not read whole; reading fewer takes some 10 ms.
const LARGE: u64 = 2 << 20;

/// The places of a table are counted in 32 bits.
const MAX: u64 = u32::MAX as u64 / 2;

/// A file that was changed so shortly before its table was made may have been changed again without showing it (as for git's index).
const YOUNG: Duration = Duration::from_secs(2);

/// What the names of tables end with.
const EXTENSION: &str = "index";

/// The cache folder of the user for this program: below `XDG_CACHE_HOME`, or where the system has such folders.
pub fn folder() -> Option<PathBuf> {
    let home = |name: &str| Some(PathBuf::from(env::var_os(name)?)).filter(|it| it.is_absolute());
    let below = |folder: Option<PathBuf>, name: &str| folder.map(|folder| folder.join(name));
    let folder = home("XDG_CACHE_HOME").or_else(|| {
        if cfg!(windows) {
            home("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            below(home("HOME"), "Library/Caches")
        } else {
            below(home("HOME"), ".cache")
        }
    });
    below(folder, "refmend")
}

/// Opens a large master; `cache` is the folder where tables are kept, if they are.
///
/// None for a file that has to be read whole: a small one, or one that is not UTF-8, or whose entries share lines.
///
/// # Errors
/// When the file cannot be read.
pub fn open(path: &Path, cache: Option<&Path>) -> io::Result<Option<Master>> {
    let mut file = fs::File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() || !(LARGE..MAX).contains(&metadata.len()) {
        return Ok(None);
    }
    let place = cache.and_then(|folder| place(folder, path));
    if let Some(place) = &place
        && let Ok(master) = cached(place, &mut file)
    {
        return Ok(Some(master));
    }
    let Some((text, table)) = made(&mut file)? else {
        return Ok(None);
    };
    if let Some(place) = &place {
        // What is not kept is made again.
        save(place, &table).ok();
    }
    let text = Bytes::Memory(text.into_bytes());
    Master::new(text, Table::in_memory(table)?).map(Some)
}

/// The file in which the table of a master is kept; its name is made of the path.
fn place(folder: &Path, path: &Path) -> Option<PathBuf> {
    let path = fs::canonicalize(path).ok()?;
    let name = checksum(path.as_os_str().as_encoded_bytes());
    Some(folder.join(format!("{name:016x}.{EXTENSION}")))
}

/// A master with the table that was kept, if that still holds.
fn cached(place: &Path, file: &mut fs::File) -> io::Result<Master> {
    let kept = fs::File::open(place)?;
    let written = kept.metadata()?.modified()?;
    let table = Table::open(Bytes::File(kept))?;
    let now = stamp::metadata(&file.metadata()?)?;
    let then = table.stamp();
    let is_old = file.metadata()?.modified()? + YOUNG <= written;
    if then.metadata != now || !is_old {
        if then.metadata[0] != now[0] || checksum(&read(file)?) != then.contents {
            return Err(table::damaged());
        }
        let metadata = now;
        // What is not noted is looked at again.
        renew(place, &Stamp { metadata, ..then }).ok();
    }
    Master::new(Bytes::File(file.try_clone()?), table)
}

/// Notes that a table still holds.
fn renew(place: &Path, stamp: &Stamp) -> io::Result<()> {
    let mut bytes = fs::read(place)?;
    let page = table::restamped(&bytes, stamp).ok_or_else(table::damaged)?;
    bytes[..page.len()].copy_from_slice(&page);
    save(place, &bytes)
}

/// The tables in a cache folder, with the bytes that each takes; none where there is no folder.
///
/// # Errors
/// When the folder cannot be read.
pub fn kept(folder: &Path) -> io::Result<Vec<(PathBuf, u64)>> {
    let files = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?,
    };
    let mut kept = Vec::new();
    for file in files {
        let file = file?;
        let path = file.path();
        if path
            .extension()
            .is_some_and(|extension| extension == EXTENSION)
        {
            kept.push((path, file.metadata()?.len()));
        }
    }
    Ok(kept)
}

/// Deletes tables; one that another process has deleted meanwhile is none the less gone.
///
/// # Errors
/// When one cannot be deleted.
pub fn clear(kept: &[(PathBuf, u64)]) -> io::Result<()> {
    for (path, _) in kept {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The text of a master and its table; none if the master has to be read whole.
fn made(file: &mut fs::File) -> io::Result<Option<(String, Vec<u8>)>> {
    let metadata = stamp::metadata(&file.metadata()?)?;
    let bytes = read(file)?;
    let stamp = Stamp {
        metadata,
        contents: checksum(&bytes),
    };
    let is_plain = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r');
    if !bytes.iter().all(is_plain) {
        return Ok(None);
    }
    let Ok(text) = String::from_utf8(bytes) else {
        return Ok(None);
    };
    let Some(contents) = build::contents(&text) else {
        return Ok(None);
    };
    Ok(Some((text, table::written(contents, &stamp))))
}

/// All bytes of a file from its beginning.
fn read(file: &mut fs::File) -> io::Result<Vec<u8>> {
    use std::io::Seek;
    file.rewind()?;
    let size = file.metadata()?.len();
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Keeps a table.
fn save(place: &Path, table: &[u8]) -> io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(table)?;
    file.persist(place).map_err(|error| error.error)?;
    Ok(())
}
