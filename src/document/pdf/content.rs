//! The content of a page, read for what it shows as text.

use std::{collections::HashMap, rc::Rc};

use hayro_syntax::{
    content::{TypedIter, ops::TypedInstruction as Op},
    object::{Array, Dict, Name, Number, Object, String as Text},
    page::{self, Resources},
};

use super::{
    PdfError,
    font::Font,
    glyph::{Glyph, Page},
    marked::Marks,
    matrix::Matrix,
    state::States,
};

/// How much content all pages may come to (bytes): a chosen bound. 1,000 pages of text have about 10 MB.
const CONTENT_LIMIT: usize = 256 << 20;
/// How many letters all pages may show: a chosen bound. 1,000 pages have about 3 million.
const GLYPH_LIMIT: usize = 10_000_000;
/// How deeply forms may be drawn within forms.
const DEEPEST_FORM: usize = 16;

/// Reads pages one after the other; keeps the fonts, and counts what all of them come to.
#[derive(Default)]
pub(super) struct Reader {
    fonts: HashMap<(usize, usize), Option<Rc<Font>>>,
    n_bytes: usize,
    n_glyphs: usize,
}

impl Reader {
    /// Reads what a page shows.
    pub(super) fn page(&mut self, page: &page::Page<'_>) -> Result<Page, PdfError> {
        let (width, height) = page.render_dimensions();
        let matrix = Matrix(page.initial_transform(false).as_coeffs());
        let mut reading = Reading {
            reader: self,
            states: States::new(matrix),
            marks: Marks::default(),
            depth: 0,
            page: Page {
                width,
                height,
                ..Page::default()
            },
        };
        if let Some(content) = page.page_stream() {
            reading.content(content, page.resources())?;
        }
        Ok(reading.page)
    }

    /// The font of a dictionary, which is known by the place of its bytes in memory.
    fn font(&mut self, font: &Dict<'_>) -> Option<Rc<Font>> {
        let place = (font.data().as_ptr() as usize, font.data().len());
        let read = || Font::read(font).map(Rc::new);
        self.fonts.entry(place).or_insert_with(read).clone()
    }
}

/// One page in the course of being read.
struct Reading<'r> {
    reader: &'r mut Reader,
    states: States,
    marks: Marks,
    depth: usize,
    page: Page,
}

impl Reading<'_> {
    /// Reads a stream of operators.
    fn content(&mut self, content: &[u8], resources: &Resources<'_>) -> Result<(), PdfError> {
        self.reader.n_bytes += content.len();
        if self.reader.n_bytes > CONTENT_LIMIT || self.reader.n_glyphs > GLYPH_LIMIT {
            let limit = CONTENT_LIMIT >> 20;
            return Err(PdfError::TooLarge { limit });
        }
        let mut ops = TypedIter::new(content);
        while let Some(op) = ops.next() {
            match op {
                Op::XObject(name) => self.form(name.0, resources)?,
                Op::TextFont(font) => {
                    let dictionary = resources.get_font(font.0);
                    self.states.now.font =
                        dictionary.and_then(|dictionary| self.reader.font(&dictionary));
                    self.states.now.size = font.1.as_f64();
                }
                Op::BeginMarkedContent(mark) => self.marks.begin(mark.0, None),
                Op::BeginMarkedContentWithProperties(mark) => {
                    let properties = match mark.1 {
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(&**name),
                        object => object.clone().into_dict(),
                    };
                    self.marks.begin(mark.0, properties.as_ref());
                }
                Op::EndMarkedContent(_) => {
                    if let Some(text) = self.marks.end() {
                        self.replaced(&text);
                    }
                }
                op => self.state_op(&op),
            }
        }
        Ok(())
    }

    /// Draws a form within its own state.
    fn form(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Result<(), PdfError> {
        let Some(form) = resources.get_x_object(name) else {
            return Ok(());
        };
        let kind = form.dict().get::<Name<'_>>("Subtype");
        let is_form = kind.is_some_and(|kind| kind.as_str() == "Form");
        if !is_form || self.depth >= DEEPEST_FORM {
            return Ok(());
        }
        let Ok(content) = form.decoded_data() else {
            return Ok(());
        };
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let n_aside = self.states.save();
        if let Some(matrix) = form.dict().get::<[f64; 6]>("Matrix") {
            self.states.now.matrix = Matrix(matrix).then(self.states.now.matrix);
        }
        let (text, line) = (self.states.text, self.states.line);
        self.depth += 1;
        let read = self.content(&content, own.as_ref().unwrap_or(resources));
        self.depth -= 1;
        (self.states.text, self.states.line) = (text, line);
        self.states.restore_to(n_aside.saturating_sub(1));
        read
    }

    /// Operators that set something.
    fn state_op(&mut self, op: &Op<'_, '_>) {
        let states = &mut self.states;
        match op {
            Op::SaveState(_) => drop(states.save()),
            Op::RestoreState(_) => states.restore(),
            Op::Transform(m) => {
                let matrix = matrix([m.0, m.1, m.2, m.3, m.4, m.5]);
                states.now.matrix = matrix.then(states.now.matrix);
            }
            Op::CharacterSpacing(space) => states.now.letter_space = space.0.as_f64(),
            Op::WordSpacing(space) => states.now.word_space = space.0.as_f64(),
            Op::HorizontalScaling(scale) => states.now.scale = scale.0.as_f64() / 100.0,
            Op::TextLeading(leading) => states.now.leading = leading.0.as_f64(),
            Op::TextRise(rise) => states.now.rise = rise.0.as_f64(),
            Op::BeginText(_) => states.begin(Matrix::IDENTITY),
            Op::NextLine(step) => states.next_line(step.0.as_f64(), step.1.as_f64()),
            Op::NextLineAndSetLeading(step) => {
                states.now.leading = -step.1.as_f64();
                states.next_line(step.0.as_f64(), step.1.as_f64());
            }
            Op::SetTextMatrix(m) => states.begin(matrix([m.0, m.1, m.2, m.3, m.4, m.5])),
            Op::NextLineUsingLeading(_) => states.next_line(0.0, -states.now.leading),
            op => self.text_op(op),
        }
    }

    /// Operators that show text.
    fn text_op(&mut self, op: &Op<'_, '_>) {
        match op {
            Op::ShowText(text) => self.show(text.0),
            Op::ShowTexts(texts) => self.show_all(texts.0),
            Op::NextLineAndShowText(text) => {
                self.states.next_line(0.0, -self.states.now.leading);
                self.show(text.0);
            }
            Op::ShowTextWithParameters(text) => {
                self.states.now.word_space = text.0.as_f64();
                self.states.now.letter_space = text.1.as_f64();
                self.states.next_line(0.0, -self.states.now.leading);
                self.show(text.2);
            }
            _ => {}
        }
    }

    /// Shows strings with steps between them, in thousandths of the height.
    fn show_all(&mut self, texts: &Array<'_>) {
        for object in texts.iter::<Object<'_>>() {
            match object {
                Object::String(text) => self.show(&text),
                Object::Number(step) => {
                    let size = self.states.now.size;
                    self.states.advance(-step.as_f64() / 1000.0 * size);
                }
                _ => {}
            }
        }
    }

    /// Shows a string, letter by letter.
    fn show(&mut self, text: &Text<'_>) {
        let Some(font) = self.states.now.font.clone() else {
            return;
        };
        font.show(text.as_bytes(), |text, width, is_space| {
            self.glyph(text, width);
            let now = &self.states.now;
            let space = if is_space { now.word_space } else { 0.0 };
            let advance = f64::from(width) * now.size + now.letter_space + space;
            self.states.advance(advance);
        });
    }

    /// Takes note of one letter where the state has it; `width` is in heights of the font.
    fn glyph(&mut self, text: &str, width: f32) {
        let letters = self.states.letters();
        if self.marks.is_hidden() {
            self.marks.shown(letters, width);
            return;
        }
        if text.is_empty() {
            self.page.n_unknown += 1;
        } else {
            self.put(text, letters, width);
        }
    }

    /// Shows what a stretch of content says that it means.
    fn replaced(&mut self, (text, place, width): &(String, Matrix, f32)) {
        if !self.marks.is_hidden() && !text.is_empty() {
            self.put(text, *place, *width);
        }
    }

    /// Adds a glyph to the page.
    fn put(&mut self, text: &str, letters: Matrix, width: f32) {
        let Some(placed) = placed(letters, width, &self.page) else {
            return;
        };
        self.reader.n_glyphs += 1;
        if self.reader.n_glyphs > GLYPH_LIMIT {
            return;
        }
        let start = self.page.text.len();
        self.page.text.push_str(text);
        let bytes = u32::try_from(start).ok();
        let end = u32::try_from(self.page.text.len()).ok();
        if let (Some(start), Some(end)) = (bytes, end) {
            self.page.glyphs.push(Glyph {
                start,
                end,
                ..placed
            });
        }
    }
}

/// The place of a glyph without text: turned so that it is written from left to right; none off the page, or of no size.
fn placed(letters: Matrix, width: f32, page: &Page) -> Option<Glyph> {
    let (x, y) = letters.origin();
    let (right, up) = (letters.right(), letters.up());
    let (length, size) = (right.0.hypot(right.1), up.0.hypot(up.1));
    let is_sound = [x, y, length, size].iter().all(|number| number.is_finite());
    let (page_width, page_height) = (f64::from(page.width), f64::from(page.height));
    let is_on_page = (0.0..=page_width).contains(&x) && (0.0..=page_height).contains(&y);
    if !is_sound || !is_on_page || size < 0.5 {
        return None;
    }
    let (turn, x, y) = if right.0.abs() >= right.1.abs() {
        if right.0 >= 0.0 {
            (0, x, y)
        } else {
            (2, page_width - x, page_height - y)
        }
    } else if right.1 > 0.0 {
        (1, y, page_width - x)
    } else {
        (3, page_height - y, x)
    };
    Some(Glyph {
        start: 0,
        end: 0,
        x: x as f32,
        y: y as f32,
        width: width * length as f32,
        size: size as f32,
        turn,
    })
}

/// The transformation that six operands tell.
fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}
