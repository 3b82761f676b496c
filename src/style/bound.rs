//! Bounds on a .csl file, looked at before it is read: how deep its elements stand in each other, and to how many its macros come.
//!
//! The reader of styles and the processor go down into elements and macros without a bound. The largest style of the repository of CSL
//! has 20 levels; macros that use each other twice a level come to billions of elements in a file of a few lines.

use std::collections::HashMap;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::StyleError;

/// How large a file may be (bytes), how deep its elements may stand in each other, and how many are gone through for one citation and
/// one list: 5,000 in the styles of the program.
const LARGEST: usize = 4 << 20;
const DEEPEST: usize = 100;
const MOST: usize = 200_000;

/// An element, as far as it tells how much is to be done.
#[derive(Debug, Default)]
struct Element {
    name: String,
    /// The macro that it uses.
    used: Option<String>,
    children: Vec<Element>,
}

/// Refuses a file that goes beyond the bounds. One that is no XML passes, for its reader to say why it is none.
pub(super) fn check(xml: &str) -> Result<(), StyleError> {
    if xml.len() > LARGEST {
        return Err(StyleError::TooLarge);
    }
    let mut macros: HashMap<String, Element> = HashMap::new();
    // Those that are open, the outermost first; it has no name.
    let mut open = vec![Element::default()];
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => open.push(Element::of(&tag)),
            Event::Empty(tag) => close(Element::of(&tag), &mut open, &mut macros),
            Event::End(_) if open.len() > 1 => {
                let element = open.pop().unwrap_or_default();
                close(element, &mut open, &mut macros);
            }
            Event::Eof => break,
            _ => {}
        }
        if open.len() > DEEPEST {
            return Err(StyleError::TooLarge);
        }
    }
    let mut steps = Steps {
        macros: &macros,
        known: HashMap::new(),
    };
    let all = open.iter().map(|element| steps.of(element, 0));
    match all.fold(0, usize::saturating_add) {
        steps if steps > MOST => Err(StyleError::TooLarge),
        _ => Ok(()),
    }
}

/// Puts an element that ends into the one around it, or among the macros.
fn close(element: Element, open: &mut [Element], macros: &mut HashMap<String, Element>) {
    if let Some(name) = element.name.strip_prefix(MACRO) {
        macros.insert(name.to_owned(), element);
    } else if let Some(around) = open.last_mut() {
        around.children.push(element);
    }
}

/// What the name of a macro is marked by.
const MACRO: &str = "macro ";

impl Element {
    fn of(tag: &BytesStart<'_>) -> Self {
        let attribute = |name: &str| {
            let found = tag.try_get_attribute(name).ok().flatten();
            found.map(|found| found.value.into_owned())
        };
        let name = tag.name().as_ref().to_owned();
        let of_macro = (name == "macro").then(|| attribute("name")).flatten();
        Self {
            name: of_macro.map_or(name, |name| format!("{MACRO}{name}")),
            used: attribute("macro"),
            children: Vec::new(),
        }
    }
}

/// Counts the elements that are gone through to write with one of them.
struct Steps<'e> {
    macros: &'e HashMap<String, Element>,
    /// Those of the macros, by name.
    known: HashMap<&'e str, usize>,
}

impl<'e> Steps<'e> {
    /// Of the branches of a choice, one is taken. Macros that use themselves are found elsewhere.
    fn of(&mut self, element: &'e Element, depth: usize) -> usize {
        let children = element.children.iter();
        let children: Vec<usize> = children.map(|child| self.of(child, depth)).collect();
        let inner = if element.name == "choose" {
            children.into_iter().max().unwrap_or(0)
        } else {
            children.into_iter().fold(0, usize::saturating_add)
        };
        let used = element.used.as_deref();
        let used = used.map_or(0, |used| self.of_macro(used, depth + 1));
        inner.saturating_add(used).saturating_add(1)
    }

    fn of_macro(&mut self, name: &'e str, depth: usize) -> usize {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        if depth > DEEPEST {
            return MOST + 1;
        }
        // Until it is known, for one that uses itself.
        self.known.insert(name, 0);
        let macros = self.macros;
        let steps = macros
            .get(name)
            .map_or(0, |element| self.of(element, depth));
        self.known.insert(name, steps);
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A style whose macros each use the next twice.
    fn doubling(n_macros: usize) -> String {
        let macros = (0..n_macros).map(|idx| {
            let next = format!("<text macro=\"m{}\"/>", idx + 1);
            format!("<macro name=\"m{idx}\">{next}{next}</macro>")
        });
        let macros: String = macros.collect();
        format!("<style>{macros}<citation><layout><text macro=\"m0\"/></layout></citation></style>")
    }

    #[test]
    fn styles_are_refused_that_would_take_the_machine() {
        assert_eq!(check(&doubling(10)), Ok(()));
        assert_eq!(check(&doubling(30)), Err(StyleError::TooLarge));
        let nested = |depth| "<group>".repeat(depth) + &"</group>".repeat(depth);
        assert_eq!(check(&nested(20)), Ok(()));
        assert_eq!(check(&nested(100_000)), Err(StyleError::TooLarge));
        assert_eq!(check(&" ".repeat(5 << 20)), Err(StyleError::TooLarge));
        assert_eq!(check("no <xml"), Ok(()));
    }

    #[test]
    fn the_styles_of_the_program_are_far_from_the_bounds() {
        for named in crate::style::styles() {
            let (_, xml) = crate::style::style(named.names[0]).expect("it is there");
            assert_eq!(check(xml), Ok(()), "{}", named.title);
        }
    }
}
