//! Several works behind one name, locators, prefixes and status, in six languages.

use super::check;

#[test]
fn several_years_behind_one_name() {
    check(
        "As ⟦Brandt (2010a|1⟧, ⟦2010b|2⟧, ⟦2012|3⟧) and ⟦Osei (2011|4⟧, p. 3; ⟦2013|5⟧, ch. 2) \
         say; (⟦Brandt, 2010a|1⟧, p. 5, ⟦2012|3⟧, pp. 7–9); (⟦Osei 2011|4⟧, ⟦2013|5⟧; ⟦Brandt \
         2010a|1⟧–⟦b|2⟧). See ⟦Brandt’s (2012|3⟧: 44f.) view.",
        &[
            "Brandt, K. (2010a). The price of bread. Harbour Press.",
            "Brandt, K. (2010b). The price of milk. Harbour Press.",
            "Brandt, K. (2012). The price of salt. Harbour Press.",
            "Osei, A. (2011). Markets. Harbour Press.",
            "Osei, A. (2013). Other markets. Harbour Press.",
        ],
    );
}

#[test]
fn words_before_the_year_and_roles_behind_the_names() {
    check(
        "Bei ⟦Luhmann (vgl. 1984|1⟧: 12) und in (⟦Müller/Schmid (Hg.) 1995|2⟧), ⟦Müller and Schmid (eds.) \
         (1995|2⟧); seit Hartz IV (2005), R (2021) und R v Luhmann [1994] 1 AC 3 gilt es nicht.",
        &[
            "Luhmann, N. (1984): Soziale Systeme. Frankfurt: Suhrkamp.",
            "Müller, H./Schmid, M. (Hg.) (1995): Wandel. Frankfurt: Suhrkamp.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        "Según ⟦Pérez (2010|4⟧, págs. 12-14) y (cf. ⟦Gómez, 2011|1⟧, cap. 3; véase también \
         ⟦Pérez, 2010|4⟧, párr. 5; ⟦Gómez y Ruiz, 2012|2⟧, t. II, p. 4), así como en ⟦Gómez et \
         al. (2013|3⟧: 33-35) y ⟦Pérez (en prensa|5⟧). Como señala ⟦Gómez (2011|1⟧), \"no hay\" \
         (p. 44). De acuerdo con ⟦Ruiz (s.f.|6⟧), nada.",
        &[
            "Gómez, B. (2011). Los molinos. Editorial Puerto.",
            "Gómez, B. y Ruiz, C. (2012). El pan. Editorial Puerto.",
            "Gómez, B., Ruiz, C. y Pérez, A. (2013). La sal. Editorial Puerto.",
            "Pérez, A. (2010). El precio del trigo. Editorial Puerto.",
            "Pérez, A. (en prensa). El arroz. Editorial Puerto.",
            "Ruiz, C. (s.f.). La avena. Editorial Puerto.",
        ],
    );
}

#[test]
fn portuguese() {
    check(
        "Segundo ⟦Silva (2010|4⟧, p. 12), e conforme (⟦COSTA; LIMA, 2011|2⟧, p. 5; ⟦SILVA, \
         2010|4⟧, grifo nosso) e ⟦Costa e Lima (2011|2⟧), (⟦BRASIL, 2014|1⟧), apud ⟦Souza \
         (2015|5⟧), (⟦SOUZA et al., 2016|6⟧, tradução nossa), ⟦Lima (no prelo|3⟧).",
        &[
            "BRASIL. Ministério da Saúde. Guia alimentar. Brasília: MS, 2014.",
            "COSTA, A.; LIMA, B. O pão. Porto: Porto Editora, 2011.",
            "LIMA, B. O sal. Porto: Porto Editora, no prelo.",
            "SILVA, J. O trigo. Porto: Porto Editora, 2010.",
            "SOUZA, M. A aveia. Porto: Porto Editora, 2015.",
            "SOUZA, M.; REIS, P.; DIAS, L. O milho. Porto: Porto Editora, 2016.",
        ],
    );
}

#[test]
fn german() {
    check(
        "Vgl. ⟦Müller 2010|3⟧, S. 12 f.; so auch ⟦Koch/Weiß (2011|2⟧: 33) und (⟦Koch & Weiß \
         2011|2⟧, Kap. 3, S. 5–7; siehe ⟦Weiß, o. J.|6⟧, Abs. 4; ⟦Müller/Koch/Weiß 2012|5⟧, Rn. \
         14, Fn. 3). Nach ⟦Müller (im Erscheinen|4⟧) und ⟦Kochs (2013|1⟧) Studie; vgl. ⟦Weiß u.a. \
         (2014|7⟧), Anm. 3.",
        &[
            "Koch, A. 2013: Das Salz. Hafenverlag, Hamburg.",
            "Koch, A./Weiß, B. 2011: Brot. Hafenverlag, Hamburg.",
            "Müller, H. 2010: Weizen. Hafenverlag, Hamburg.",
            "Müller, H. (im Erscheinen): Hafer. Hafenverlag, Hamburg.",
            "Müller, H./Koch, A./Weiß, B. 2012: Roggen. Hafenverlag, Hamburg.",
            "Weiß, B. o. J.: Gerste. Hafenverlag, Hamburg.",
            "Weiß, B./Adam, C./Bohn, D. 2014: Mais. Hafenverlag, Hamburg.",
        ],
    );
}

#[test]
fn french() {
    check(
        "Selon ⟦Dupont (2010|1⟧, p. 12) et (voir ⟦Durand et Petit, 2011|2⟧, chap. 2 ; ⟦Dupont, \
         2010|1⟧, § 4), comme le dit ⟦Petit (sous presse|5⟧). D'après ⟦Durand & al. (2012|3⟧), et \
         (cf. ⟦Petit, s.d.|4⟧). L'étude de ⟦Dupont (2010|1⟧ : 45) montre.",
        &[
            "Dupont, A. (2010). Le blé. Presses du Port.",
            "Durand, B. et Petit, C. (2011). Le pain. Presses du Port.",
            "Durand, B., Petit, C. et Dupont, A. (2012). Le sel. Presses du Port.",
            "Petit, C. (s.d.). Le maïs. Presses du Port.",
            "Petit, C. (sous presse). Le riz. Presses du Port.",
        ],
    );
}

#[test]
fn italian() {
    check(
        "Secondo ⟦Rossi (2010|3⟧, p. 12) e (cfr. ⟦Bianchi e Verdi, 2011|1⟧, cap. 2; si veda \
         ⟦Rossi, 2010|3⟧, pp. 3 sgg.), come in ⟦Verdi (in corso di stampa|5⟧) e ⟦Bianchi et al. \
         (2012|2⟧). Nell'opera di ⟦Verdi (s.d.|4⟧) e di ⟦Bianchi, Verdi (2011|1⟧).",
        &[
            "Bianchi, B. e Verdi, C. (2011). Il pane. Edizioni del Porto.",
            "Bianchi, B., Verdi, C. e Rossi, A. (2012). Il sale. Edizioni del Porto.",
            "Rossi, A. (2010). Il grano. Edizioni del Porto.",
            "Verdi, C. (s.d.). Il mais. Edizioni del Porto.",
            "Verdi, C. (in corso di stampa). Il riso. Edizioni del Porto.",
        ],
    );
}
