//! Paths and flags to a project; what cannot be read is reported and costs only itself.

use std::path::{Path, PathBuf};

use refmend::{
    bibtex,
    document::Document,
    finding::{Confidence, Finding},
    input::{self, Input, Kind},
    master,
    project::{Part, Project, Role},
    rules::{self, Check},
    span::SourceId,
    suppression::Suppressions,
    work::Work,
};

use super::{
    args::Selection,
    files::Files,
    parts::{Parts, WithParts},
    print,
    progress::Progress,
    settings::Settings,
};

/// A project with the files that it was read from.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// What the run knows.
    pub(super) project: Project,
    /// The files, in the order of [`Project::sources`]; masters that were only asked are not among them.
    pub(super) inputs: Vec<Input>,
    /// Whether something could not be read.
    pub(super) failed: bool,
    /// What the configuration file says.
    pub(super) settings: Settings,
    /// The paths of the masters.
    masters: Vec<PathBuf>,
    /// A file that the run will write: it is not read, though a paper may name it.
    to_write: Option<PathBuf>,
    /// The masters that a paper names as the file of its keys.
    named_masters: Vec<PathBuf>,
    /// The files that an editor has open.
    files: Files,
    /// Whether something that a paper takes in was not read.
    pub(super) lacks_parts: bool,
    /// The configuration file among the files of the run, if the run looks at all that it speaks of.
    config: Option<SourceId>,
}

/// How masters are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Whole: what is done with them, or the works they are compared with, changes.
    Whole,
    /// Only what the run needs of large ones.
    Asked {
        /// Whether nothing is kept between runs.
        no_cache: bool,
        /// Whether works get keys, which must not be those of other entries.
        gives_keys: bool,
        /// Whether the entries of the .bib files of the run are compared with the masters as well.
        entries: bool,
    },
}

impl Reading {
    /// What a run needs that gives works no keys, as `check` does.
    pub(super) fn asked(no_cache: bool) -> Self {
        Self::Asked {
            no_cache,
            gives_keys: false,
            entries: false,
        }
    }

    /// What a run needs that gives works keys, as `extract` does.
    pub(super) fn asked_for_keys(no_cache: bool) -> Self {
        Self::Asked {
            no_cache,
            gives_keys: true,
            entries: false,
        }
    }
}

/// Reads all that `check` and `fix` look at.
pub(super) fn selection(selection: &Selection, reading: Reading) -> anyhow::Result<Loaded> {
    let settings = Settings::read(selection)?;
    let mut loaded = Loaded {
        masters: settings.masters(&selection.bib),
        ..Loaded::default()
    };
    loaded.project.style = settings.style(selection.style.as_deref())?;
    let progress = Progress::start();
    progress.at(|| "reading the files".to_owned());
    let (mut inputs, errors) = input::read_all(&selection.paths, selection.input_format);
    // A paper that names one of the .bib files finds it read.
    inputs.sort_by_key(|input| input.kind == Kind::Paper);
    for error in &errors {
        print::error(&error.to_string());
        error.hint().map(print::hint);
    }
    loaded.failed = !errors.is_empty();
    inputs.retain(|input| settings.takes(input));
    let mut parts = Parts::new(&inputs, &Files::default());
    let count = inputs.len();
    for (idx, input) in (1..).zip(inputs) {
        progress.at(|| format!("{idx} of {count}: {}", input.name()));
        add_with_parts(input, &mut parts, &mut loaded);
    }
    masters(&mut loaded, reading, &progress)?;
    drop(progress);
    if let Some(path) = settings
        .path
        .as_ref()
        .filter(|_| settings.is_covered(&selection.paths))
    {
        let here = std::env::current_dir().unwrap_or_default();
        let name = path.strip_prefix(&here).unwrap_or(path).display();
        let text = settings.text.as_str();
        loaded.config = Some(loaded.project.sources.add(name.to_string(), text));
    }
    loaded.settings = settings;
    if loaded.project.papers.is_empty()
        && loaded.project.bibliographies.is_empty()
        && !loaded.failed
    {
        print::warning("there is no paper and no .bib file here to look at");
    }
    Ok(loaded)
}

/// Reads one file and the masters.
pub(super) fn one(input: Input, bib: &[PathBuf], reading: Reading) -> anyhow::Result<Loaded> {
    let mut loaded = Loaded {
        masters: bib.to_vec(),
        ..Loaded::default()
    };
    add(input, &mut loaded);
    masters(&mut loaded, reading, &Progress::start())?;
    Ok(loaded)
}

/// Reads one file, what it takes in, and the masters. The run may write a file, which the paper may name without its being there.
pub(super) fn whole(
    input: Input,
    bib: &[PathBuf],
    reading: Reading,
    to_write: Option<&Path>,
) -> anyhow::Result<Loaded> {
    let mut loaded = Loaded {
        masters: bib.to_vec(),
        to_write: to_write.map(Path::to_owned),
        ..Loaded::default()
    };
    let mut parts = Parts::new(std::slice::from_ref(&input), &Files::default());
    add_with_parts(input, &mut parts, &mut loaded);
    masters(&mut loaded, reading, &Progress::start())?;
    Ok(loaded)
}

/// Takes the files of a document that are read, and reads the masters.
pub(super) fn parts(read: WithParts, bib: &[PathBuf], reading: Reading) -> anyhow::Result<Loaded> {
    let mut loaded = Loaded {
        masters: bib.to_vec(),
        ..Loaded::default()
    };
    add_parts(read, &mut loaded);
    masters(&mut loaded, reading, &Progress::start())?;
    Ok(loaded)
}

/// Takes a document that comes from no file, and reads the masters.
pub(super) fn document(
    document: Document,
    bib: &[PathBuf],
    reading: Reading,
) -> anyhow::Result<Project> {
    let mut loaded = Loaded {
        masters: bib.to_vec(),
        ..Loaded::default()
    };
    loaded.project.add_paper("<stdin>", document);
    masters(&mut loaded, reading, &Progress::start())?;
    Ok(loaded.project)
}

/// Reads a file that an editor has open, what it takes in, and what its configuration says. A file that the configuration does not take is read as
/// if it were empty.
#[cfg(feature = "lsp")]
pub(super) fn opened(mut input: Input, files: &Files) -> anyhow::Result<Loaded> {
    let path = input.path.clone().unwrap_or_default();
    let settings = Settings::of(&path)?;
    let mut loaded = Loaded {
        masters: settings.masters(&[]),
        files: files.clone(),
        ..Loaded::default()
    };
    loaded.project.style = settings.style(None)?;
    // By this the configuration decides whether it is a paper.
    input.named = false;
    if !settings.takes(&input) {
        input = Input::opened(&path, String::new(), None);
        input.named = false;
    }
    if input.kind == Kind::Paper {
        let mut parts = Parts::new(std::slice::from_ref(&input), files);
        add_parts(parts.of(input), &mut loaded);
    } else {
        add(input, &mut loaded);
    }
    masters(&mut loaded, Reading::Whole, &Progress::start())?;
    loaded.settings = settings;
    Ok(loaded)
}

/// Reads the master .bib files, or asks them about what the papers list.
fn masters(loaded: &mut Loaded, reading: Reading, progress: &Progress) -> anyhow::Result<()> {
    for path in std::mem::take(&mut loaded.masters) {
        progress.at(|| format!("reading {}", path.display()));
        let is_named = loaded.named_masters.contains(&path);
        let is_answered = match reading {
            Reading::Asked { .. } if !is_named => ask(&path, reading, loaded),
            _ => false,
        };
        if is_answered {
            continue;
        }
        let input = loaded.files.read(&path)?;
        loaded
            .project
            .add_bibliography(input.name(), input.text.as_str(), Role::Master);
        loaded.inputs.push(input);
    }
    Ok(())
}

/// Asks a large master; whether it could be asked and its answer makes sense is returned.
fn ask(path: &Path, reading: Reading, loaded: &mut Loaded) -> bool {
    let Reading::Asked {
        no_cache,
        gives_keys,
        entries,
    } = reading
    else {
        return false;
    };
    let is_off = no_cache || std::env::var_os("REFMEND_NO_CACHE").is_some_and(|it| !it.is_empty());
    let cache = master::folder().filter(|_| !is_off);
    let project = &loaded.project;
    let entries = if entries {
        project.entry_works()
    } else {
        Vec::new()
    };
    let works: Vec<&Work> = project.works().into_iter().chain(&entries).collect();
    let cited = project
        .papers
        .iter()
        .flat_map(|paper| &paper.document.keyed);
    let mut keys: Vec<String> = cited.map(|cite| cite.key.clone()).collect();
    if gives_keys {
        keys.extend(works.iter().flat_map(|work| bibtex::possible_keys(work)));
    }
    // What is kept may be damaged where the run comes to look; then the table is made anew.
    let answer = [cache.as_deref(), None].into_iter().find_map(|cache| {
        let master = master::open(path, cache).ok()??;
        master.ask(&works, &keys).ok()
    });
    let Some(answer) = answer else {
        return false;
    };
    let name = path.display().to_string();
    loaded.project.add_answer(name, answer);
    true
}

/// Adds a file to the project, and behind it those that it takes in.
fn add_with_parts(input: Input, parts: &mut Parts, loaded: &mut Loaded) {
    if input.kind == Kind::Bibliography {
        return add(input, loaded);
    }
    let read = parts.of(input);
    read.warn();
    add_parts(read, loaded);
}

/// Adds the files of a document to the project.
fn add_parts(read: WithParts, loaded: &mut Loaded) {
    let is_whole = read.left_out.is_empty();
    loaded.lacks_parts |= !is_whole;
    let (mut inputs, mut parts) = (Vec::new(), Vec::new());
    for file in read.files {
        named_bibliographies(&file.document, &file.input, loaded);
        parts.push(Part {
            name: file.input.name(),
            document: file.document,
            at: file.at,
        });
        inputs.push(file.input);
    }
    let takes_in = parts.iter().any(|part| !part.document.includes.is_empty());
    let are_papers = loaded.project.add_manuscript(parts, is_whole);
    let is_empty = !takes_in && !are_papers.contains(&true);
    if let Some(main) = inputs.first().filter(|main| is_empty && main.named) {
        print::warning(&format!(
            "{}: there are no citations and no reference list",
            main.name()
        ));
    }
    loaded.inputs.extend(inputs);
}

/// Adds a file to the project.
fn add(input: Input, loaded: &mut Loaded) {
    match input.kind {
        Kind::Bibliography => {
            let project = &mut loaded.project;
            project.add_bibliography(input.name(), input.text.as_str(), Role::Checked);
            loaded.inputs.push(input);
        }
        Kind::Paper => add_parts(WithParts::alone(input), loaded),
    }
}

/// Reads the .bib files that a paper names, unless the run has them already. One that is not there is mentioned.
fn named_bibliographies(document: &Document, paper: &Input, loaded: &mut Loaded) {
    let folder = paper.path.as_deref().and_then(Path::parent);
    for named in &document.bibliographies {
        let named = named.bib_path();
        let path = folder.map_or_else(|| named.clone(), |folder| folder.join(&named));
        let is_bib = path.extension().is_some_and(|extension| extension == "bib");
        if loaded.masters.contains(&path) {
            loaded.named_masters.push(path);
            continue;
        }
        let is_known = |input: &Input| input.path.as_deref() == Some(&path);
        let is_written = loaded.to_write.as_ref() == Some(&path);
        if !is_bib || is_written || loaded.inputs.iter().any(is_known) {
            continue;
        }
        match loaded.files.read(&path) {
            Ok(input) => {
                let project = &mut loaded.project;
                project.add_bibliography(input.name(), input.text.as_str(), Role::Cited);
                loaded.inputs.push(input);
            }
            Err(error) => print::warning(&format!("{} names a file: {error}", paper.name())),
        }
    }
}

/// Runs the rules, takes out what the texts suppress, and keeps what the flags ask for.
pub(super) fn findings(loaded: &Loaded, selection: &Selection) -> Vec<Finding> {
    let (project, settings) = (&loaded.project, &loaded.settings);
    let is_asked_for = |rule: &str| {
        (selection.select.is_empty() || selection.select.contains(&rule))
            && !selection.ignore.contains(&rule)
    };
    let mut suppressions = Suppressions::new(
        &project.sources,
        |source| project.units(source),
        settings.ignores(),
    );
    let paths = settings.paths(&project.sources);
    let (mut findings, _) = suppressions.apply(rules::check(project), |source| &paths[&source]);
    let unused = suppressions.unused(
        |rule| is_asked_for(rule) && ran(rule, project),
        loaded.config,
    );
    findings.extend(rules::check_suppressions(&unused));
    settings.grade(&mut findings, &paths);
    findings.sort_by_key(|finding| {
        let place = project.sources.written_place(finding.place);
        (place, finding.rule)
    });
    let least = if selection.pedantic {
        Confidence::Low
    } else {
        Confidence::Medium
    };
    findings.retain(|finding| finding.confidence >= least && is_asked_for(finding.rule));
    findings
}

/// Whether a rule had what it looks at; a name that no rule has counts, so that it is reported.
fn ran(rule: &str, project: &Project) -> bool {
    match rules::find(rule).map(|rule| rule.check) {
        Some(Check::Master(_)) => project.has_master(),
        Some(Check::Keys(_)) => !project.bibliographies.is_empty(),
        _ => true,
    }
}
