//! What holds for a run: the flags, and where they are silent the configuration file.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use refmend::{
    config::{self, Config, Ignore, Vocabulary},
    finding::Finding,
    input::{self, Input},
    rules,
    source::Sources,
    span::SourceId,
    style::{Style, StyleError, style_names},
};

use super::{advice::Advised, args::Selection};

/// The configuration file that holds, read; empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) config: Config,
    /// The file; none where there is none.
    pub(super) path: Option<PathBuf>,
    /// The text of the file.
    pub(super) text: String,
    /// The folder of the file, which its paths are relative to.
    folder: PathBuf,
}

/// The path of each source, relative to the folder of the configuration file.
pub(super) type Paths = BTreeMap<SourceId, String>;

impl Settings {
    /// Reads the file that `--config` names, or the nearest upward from the first path.
    pub(super) fn read(selection: &Selection) -> anyhow::Result<Self> {
        let found = match (&selection.config, selection.isolated) {
            (Some(path), _) => Some(path.clone()),
            (None, true) => None,
            (None, false) => selection
                .paths
                .first()
                .and_then(|path| input::nearest_config(path)),
        };
        found.map_or_else(|| Ok(Self::default()), Self::of_file)
    }

    /// What applies to a path: the nearest file upward from it.
    pub(super) fn of(path: &Path) -> anyhow::Result<Self> {
        input::nearest_config(path).map_or_else(|| Ok(Self::default()), Self::of_file)
    }

    fn of_file(path: PathBuf) -> anyhow::Result<Self> {
        let input = input::read(&path, None)?;
        let (rules, styles) = (rule_names(), style_names());
        let config = Config::read(&input.name(), &input.text, vocabulary(&rules, &styles))?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Self {
            config,
            path: Some(path),
            text: input.text,
            folder,
        })
    }

    /// Whether a run over these paths looks at all that the file speaks of: then what nothing in it fits is worth a word.
    pub(super) fn is_covered(&self, paths: &[PathBuf]) -> bool {
        let resolved = |path: &Path| path.canonicalize().ok();
        let folder = if self.folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &self.folder
        };
        let Some(folder) = resolved(folder) else {
            return false;
        };
        let mut paths = paths.iter().filter_map(|path| resolved(path));
        self.path.is_some() && paths.any(|path| folder.starts_with(path))
    }

    /// The master .bib files: those of `--bib`, else those of the file.
    pub(super) fn masters(&self, flag: &[PathBuf]) -> Vec<PathBuf> {
        if !flag.is_empty() {
            return flag.to_vec();
        }
        self.config
            .master
            .iter()
            .map(|master| self.folder.join(master))
            .collect()
    }

    /// The style: that of `--style`, else that of the file.
    pub(super) fn style(&self, flag: Option<&str>) -> anyhow::Result<Option<Arc<Style>>> {
        let of_file = || {
            let style = self.config.style.as_deref()?;
            let folder = if is_file(style) {
                self.folder.as_path()
            } else {
                Path::new("")
            };
            Some(folder.join(style))
        };
        let Some(style) = flag.map(PathBuf::from).or_else(of_file) else {
            return Ok(None);
        };
        self::style(&style).map(Some)
    }

    /// Whether a file is one to check: named by the user, or a paper by the file's patterns.
    pub(super) fn takes(&self, input: &Input) -> bool {
        let papers = &self.config.papers;
        let path = self.relative(&input.name());
        let is_bib = input.kind == input::Kind::Bibliography;
        input.named
            || is_bib
            || papers.is_empty()
            || papers.iter().any(|pattern| pattern.matches(&path))
    }

    /// The findings that are accepted.
    pub(super) fn ignores(&self) -> &[Ignore] {
        &self.config.ignore
    }

    /// Gives findings the severity that the file asks for, and takes out those of rules that are off.
    pub(super) fn grade(&self, findings: &mut Vec<Finding>, paths: &Paths) {
        findings.retain_mut(|finding| {
            let path = &paths[&finding.place.source];
            match self.config.severity(finding.rule, finding.severity, path) {
                Some(severity) => {
                    finding.severity = severity;
                    true
                }
                None => false,
            }
        });
    }

    /// The paths of all sources as the configuration file would name them.
    pub(super) fn paths(&self, sources: &Sources) -> Paths {
        let paths = sources.iter();
        paths
            .map(|(id, source)| (id, self.relative(&source.name)))
            .collect()
    }

    /// A path as the configuration file would name it: relative to its folder, with slashes.
    fn relative(&self, name: &str) -> String {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let (path, folder) = (absolute(Path::new(name)), absolute(&self.folder));
        let path = path.strip_prefix(&folder).unwrap_or(&path);
        path.to_string_lossy().replace('\\', "/")
    }
}

/// The styles that were read, by their names or their CSL: a language server asks for its style at each change of a text.
static STYLES: Mutex<BTreeMap<String, Arc<Style>>> = Mutex::new(BTreeMap::new());

/// The style of a .csl file, or of a name.
pub(super) fn style(style: &Path) -> anyhow::Result<Arc<Style>> {
    let name = style.to_string_lossy();
    if is_file(&name) {
        let csl = input::read(style, None)?.text;
        return style_once(&name, csl, Style::read);
    }
    style_once(&name, name.to_string(), Style::named)
}

/// The style that was asked for last, as the user names it.
static LAST_STYLE: Mutex<String> = Mutex::new(String::new());

/// The name of the style that was asked for last, for the report on one that cannot be used.
pub(super) fn last_style() -> String {
    let name = LAST_STYLE.lock();
    name.unwrap_or_else(PoisonError::into_inner).clone()
}

fn style_once(
    name: &str,
    source: String,
    read: impl Fn(&str) -> Result<Style, StyleError>,
) -> anyhow::Result<Arc<Style>> {
    name.clone_into(&mut LAST_STYLE.lock().unwrap_or_else(PoisonError::into_inner));
    let mut styles = STYLES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(style) = styles.get(&source) {
        return Ok(Arc::clone(style));
    }
    let style = read(&source).map_err(|error| {
        let help = "`refmend explain --styles` lists those that come with the program";
        Advised::new(format!("{name}: {error}"), help)
    })?;
    let style = Arc::new(style);
    styles.insert(source, Arc::clone(&style));
    Ok(style)
}

/// The JSON Schema of the file.
pub(super) fn schema() -> serde_json::Value {
    config::schema(vocabulary(&rule_names(), &style_names()))
}

fn rule_names() -> Vec<&'static str> {
    rules::RULES.iter().map(|rule| rule.name).collect()
}

fn vocabulary<'a>(rules: &'a [&'static str], styles: &'a [&'static str]) -> Vocabulary<'a> {
    Vocabulary { rules, styles }
}

/// Whether a style is a file, and no name.
fn is_file(style: &str) -> bool {
    style.to_lowercase().ends_with(".csl")
}
