//! Papers whose style is known.

use super::*;
use crate::{document::Document, project::Project};

const APA: &str = "Prices fell (Brandt & Osei, 2011; Lind et al., 2012). So says Zorn (1999).\n\nReferences\n\n\
    Brandt, K., & Osei, A. (2011). The price of bread. *Journal of Grain*, 3(2), 101–109.\n\
    Lind, M., Osei, A., & Zorn, A. (2012). The price of milk. Journal of Dairy, 7(1), 11–19.\n\
    Osei, A. (2010). The price of beer. Harbour Press.\nZorn, A. (1999). A thing of use. Field Press.\n";

fn with_paper<T>(text: &str, look: impl FnOnce(Evidence<'_>) -> T) -> T {
    let mut project = Project::default();
    project.add_paper("paper.txt", Document::plain(text.replace('*', "")));
    look(project.papers[0].style_evidence())
}

#[test]
fn citations_and_list_tell_styles_apart() {
    let fits = |name: &str| {
        let style = Style::named(name).expect("the style comes with the program");
        with_paper(APA, |evidence| {
            let cited = cited::fit(&cited::cites(evidence), style.form.as_ref());
            (cited, listed::fit(&listed::typed(evidence), &style))
        })
    };
    let (apa, chicago) = (fits("apa"), fits("chicago"));
    assert_eq!(apa.0, Some(1.0));
    assert!(apa.1 > 0.98, "{apa:?}");
    assert!(chicago.0 < Some(0.8) && chicago.1 < 0.9, "{chicago:?}");
}

#[test]
fn a_style_is_named_where_it_fits() {
    let guess = with_paper(APA, guess).expect("the paper is in APA style");
    assert_eq!(guess.name, "apa");
}

#[test]
fn what_tells_nothing_is_not_guessed() {
    assert_eq!(
        with_paper(
            "So it is (Lind 2003).\n\nReferences\n\nLind, M. (2003). Milk. Field Press.\n",
            guess
        ),
        None
    );
    assert_eq!(
        with_paper(
            "So it is [1].\n\nReferences\n\n[1] Lind, M.: Milk. Field Press, 2003.\n[2] Osei, A.: Beer. Field Press, 2004.\n",
            guess
        ),
        None
    );
}

#[test]
fn languages_are_told_by_common_words() {
    assert_eq!(
        language::of("Der Preis und das Brot, die nicht teuer waren."),
        "de-DE"
    );
    assert_eq!(
        language::of("O preço do pão não subiu em uma semana."),
        "pt-BR"
    );
    assert_eq!(language::of(""), "en-US");
}
