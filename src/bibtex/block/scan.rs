//! Where a block ends.

use std::ops::ControlFlow;

/// The bytes that say something about where a block ends; all others are stepped over at once.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let bytes = b"{}\")\\\n";
    let mut idx = 0;
    while idx < bytes.len() {
        marks[bytes[idx] as usize] = true;
        idx += 1;
    }
    marks
};

/// Looks for the delimiter that closes a block.
pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    pub(super) position: usize,
    /// How many braces are open.
    depth: usize,
    parentheses: bool,
    quoted: bool,
    escapes: bool,
}

impl<'a> Scan<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: usize, escapes: bool) -> Self {
        let parentheses = bytes[delimiter] == b'(';
        Self {
            bytes,
            position: delimiter + 1,
            depth: usize::from(!parentheses),
            parentheses,
            quoted: false,
            escapes,
        }
    }

    /// The position behind the closing delimiter; none when `limit` or a line comes first at which `stop` says so.
    pub(super) fn run(&mut self, limit: usize, stop: impl Fn(usize) -> bool) -> Option<usize> {
        while let Some(plain) = self.bytes[self.position..limit.max(self.position)]
            .iter()
            .position(|byte| MARKS[usize::from(*byte)])
        {
            self.position += plain;
            let byte = self.bytes[self.position];
            self.position += 1;
            if byte == b'\n' && stop(self.position) {
                return None;
            }
            if self.take(byte).is_break() {
                return Some(self.position);
            }
        }
        self.position = self.position.max(limit);
        None
    }

    /// Takes one byte; breaks at the closing delimiter.
    fn take(&mut self, byte: u8) -> ControlFlow<()> {
        match byte {
            b'\\' if self.escapes => self.skip_escaped(),
            b'{' => self.depth += 1,
            b'}' => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 && !self.parentheses {
                    return ControlFlow::Break(());
                }
            }
            b'"' if self.depth == 0 => self.quoted = !self.quoted,
            b')' if self.depth == 0 && !self.quoted => return ControlFlow::Break(()),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    /// Steps over a brace behind a backslash.
    fn skip_escaped(&mut self) {
        if matches!(self.bytes.get(self.position), Some(b'{' | b'}' | b'\\')) {
            self.position += 1;
        }
    }
}
