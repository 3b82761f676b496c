//! A thread for what reads styles and writes by them: crates that meet in a strange .csl file what they did not expect.

use std::thread;

/// The name of the thread that reads a style or writes by it. A panic of it means that the style cannot be used: where panics unwind, it
/// comes to that.
pub const THREAD: &str = "style";

/// Enough for the deepest style.
const STACK: usize = 64 << 20;

/// What came of some work with a style; none where it panicked.
pub(super) fn guarded<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let builder = thread::Builder::new()
            .name(THREAD.to_owned())
            .stack_size(STACK);
        let working = builder.spawn_scoped(scope, work).ok()?;
        working.join().ok()
    })
}
