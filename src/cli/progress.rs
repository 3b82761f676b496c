//! What a run is at, told on the terminal when it takes long; nobody else is told.

use std::{
    io::{self, IsTerminal, Write},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// As long as a run may take without a word.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the word is renewed.
const PERIOD: Duration = Duration::from_millis(100);
/// Goes to the start of the line and empties it.
const EMPTY_LINE: &str = "\r\x1b[2K";

/// Whether a word stands on the last line of the terminal.
static IS_SHOWN: AtomicBool = AtomicBool::new(false);

/// Tells on the last line of the terminal what the run is at, until it is dropped.
pub(super) struct Progress(Option<Teller>);

/// The thread that waits and tells.
struct Teller {
    label: Arc<Mutex<String>>,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to wait, if stderr is a terminal.
    pub(super) fn start() -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let label = Arc::<Mutex<String>>::default();
        let (stop, stopped) = mpsc::channel();
        let told = Arc::clone(&label);
        let thread = thread::spawn(move || tell(&told, &stopped, PATIENCE, &mut io::stderr()));
        Self(Some(Teller {
            label,
            stop: Some(stop),
            thread: Some(thread),
        }))
    }

    /// Says what the run is at: `reading master.bib`.
    pub(super) fn at(&self, label: impl FnOnce() -> String) {
        if let Some(teller) = &self.0 {
            *teller.label.lock().unwrap_or_else(PoisonError::into_inner) = label();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(teller) = &mut self.0 {
            teller.stop = None;
            if let Some(thread) = teller.thread.take() {
                // A thread that has panicked has nothing more to tell.
                let _ = thread.join();
            }
        }
    }
}

/// Waits, and tells from time to time, until the other end of `stop` is gone.
fn tell(
    label: &Mutex<String>,
    stop: &Receiver<()>,
    mut patience: Duration,
    terminal: &mut impl Write,
) {
    let mut told = None;
    while let Err(RecvTimeoutError::Timeout) = stop.recv_timeout(patience) {
        patience = PERIOD;
        let label = label.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // What another thread has written meanwhile has taken the line.
        let stands = IS_SHOWN.swap(true, Ordering::Relaxed);
        if stands && told.as_ref() == Some(&label) {
            continue;
        }
        let cut: String = label.chars().take(super::print::width() - 4).collect();
        // Where the terminal is gone, the run goes on.
        let _ = write!(terminal, "{EMPTY_LINE}{cut} …");
        let _ = terminal.flush();
        told = Some(label);
    }
    clear(terminal);
}

/// Makes room for something else on the last line.
pub(super) fn clear(terminal: &mut impl Write) {
    if IS_SHOWN.swap(false, Ordering::Relaxed) {
        let _ = write!(terminal, "{EMPTY_LINE}");
        let _ = terminal.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_run_is_told_nothing_and_a_long_one_what_it_is_at() {
        let label = Mutex::new("reading master.bib".to_owned());
        let told = |patience, stopped: &Receiver<()>| {
            let mut terminal = Vec::new();
            tell(&label, stopped, patience, &mut terminal);
            String::from_utf8(terminal).expect("text")
        };
        let (stop, stopped) = mpsc::channel::<()>();
        drop(stop);
        assert_eq!(told(Duration::from_mins(1), &stopped), "");

        // The second time the sender is there, the run has ended.
        let (stop, stopped) = mpsc::channel();
        let waiting = thread::spawn(move || {
            while !IS_SHOWN.load(Ordering::Relaxed) {
                thread::yield_now();
            }
            drop(stop);
        });
        let text = told(Duration::ZERO, &stopped);
        waiting.join().expect("it ends");
        assert!(
            text.starts_with("\r\x1b[2Kreading master.bib …"),
            "{text:?}"
        );
        assert!(text.ends_with(EMPTY_LINE), "{text:?}");
    }
}
