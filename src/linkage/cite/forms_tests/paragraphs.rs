//! Paragraphs as authors write them, in the styles of six languages: every cite is found and linked, and nothing else.

use super::check;

#[test]
fn apa() {
    check(
        "The causes are debated (see, e.g., ⟦Alvarez, 2001|1⟧; ⟦Brandt & Cole, 2002|2⟧, pp. 3–5; \
         but cf. ⟦Dunn, 2003|7⟧). As ⟦Cole and Dunn (2004|3⟧: 12; ⟦2006|4⟧: 3–4) insist, nothing \
         is settled. ⟦Dunn's (2003|7⟧) reply — and that of ⟦Evans (in press|8⟧) — was short. \
         Following ⟦Freud ([1900] 1953|10⟧), some speak of displacement; others (⟦Weber, \
         1905/2002|19⟧) of calling. The World Food Office (⟦WFO, 2010|20⟧) gave figures; the ⟦WFO \
         (2010|20⟧, ⟦2012a|21⟧) later revised them (⟦WFO, 2012b|22⟧, Table 3). Under the Corn Act \
         (1846) and the Grain Regulation 2009/12, Windows 2000 was unknown. In the 2008 crisis \
         (2007–2009), prices doubled (n = 2010). Figure 2 (2015 data) shows this.\n\n“Bread (and \
         only bread) counts,” wrote ⟦Fisher (2009|9⟧, p. 7), who had been cited in ⟦Grant \
         (2011|11⟧) as well; Hobbes (1651, as cited in ⟦Ingram, 2014|12⟧) disagreed. ⟦Ingram and \
         colleagues (2015|13⟧) surveyed 1,200 mills; see also ⟦J. Smith (2016|15⟧) and ⟦R. Smith \
         (2016|16⟧), ⟦Smith-Jones (2017|17⟧), ⟦O'Neil & van den Berg (2018|14⟧), and ⟦de la Cruz \
         et al. (2019a|5⟧, ⟦2019b|6⟧). *Note.* Adapted from ⟦Evans (in press|8⟧) and from ⟦\"The \
         Mills of the North\" (2012|18⟧).\n\nTable 1\nAuthor\tYear\tN\n⟦Alvarez \
         (2001|1⟧)\t2001\t34\n⟦Brandt and Cole (2002|2⟧)\t2002\t56",
        &[
            "Alvarez, M. (2001). Harvests. Harbour Press.",
            "Brandt, K., & Cole, B. (2002). Bread and mills. Journal of Grain, 1(1), 1–9.",
            "Cole, B., & Dunn, T. (2004). Settled prices. Journal of Grain, 3(1), 1–19.",
            "Cole, B., & Dunn, T. (2006). Unsettled prices. Journal of Grain, 5(1), 1–9.",
            "de la Cruz, P., Lind, S., & Osei, A. (2019a). Salt. Journal of Grain, 12(1), 1–9.",
            "de la Cruz, P., Osei, A., & Lind, S. (2019b). Rye. Journal of Grain, 12(2), 1–9.",
            "Dunn, T. (2003). A reply. Journal of Grain, 2(1), 10–12.",
            "Evans, R. (in press). Oats. Harbour Press.",
            "Fisher, M. F. (2009). Loaves. Harbour Press.",
            "Freud, S. (1953). The interpretation of dreams. Hogarth. (Original work published 1900)",
            "Grant, L. (2011). Cited loaves. Harbour Press.",
            "Ingram, D. (2014). Reading Hobbes. Harbour Press.",
            "Ingram, D., Lind, S., & Park, K. (2015). A survey of mills. Journal of Grain, 8(1), 1–9.",
            "O'Neil, S., & van den Berg, J. (2018). Canals. Harbour Press.",
            "Smith, J. (2016). Malt. Harbour Press.",
            "Smith, R. (2016). Hops. Harbour Press.",
            "Smith-Jones, P. (2017). Barley. Harbour Press.",
            "The mills of the north. (2012). Northern Almanac, 4, 3–8.",
            "Weber, M. (2002). The Protestant ethic. Penguin. (Original work published 1905)",
            "World Food Office. (2010). Figures of food. WFO.",
            "World Food Office. (2012a). Figures of food, revised. WFO.",
            "World Food Office. (2012b). Tables of food. WFO.",
        ],
    );
}

#[test]
fn apa_with_software_and_scales() {
    check(
        "Sleep matters (⟦Adams et al., in press|1⟧; ⟦Baker, 2010|4⟧, ⟦2012|5⟧, ⟦2014|6⟧; ⟦Baker & \
         Cook, 2011|7⟧; ⟦Carr, n.d.|9⟧; ⟦Diaz-Ruiz et al., 2015|10⟧, Study 2; ⟦Evans, \
         2008/2009|11⟧). (For a review, see ⟦Ford, 2016|12⟧; ⟦Gray & Hunt, 2017|13⟧.) Baker's \
         study (⟦2010|4⟧) and Cook's replication (in ⟦Baker & Cook, 2011|7⟧) differ. The measure \
         (MCTQ; ⟦Ford, 2016|12⟧) was scored from 1 (never) to 5 (always). Participants (N = 1,998; \
         aged 18–65) from the 2012 cohort and DSM-IV-TR (⟦APA, 2000|2⟧) criteria were used; all \
         analyses used R 4.0.2 (⟦R Core Team, 2020|19⟧), lme4 (⟦Bates et al., 2015|8⟧), and SPSS \
         25 (⟦IBM, 2017|16⟧). \"Sleep\" (⟦Baker, 2010|4⟧, para. 4), \"rest\" (⟦Baker, 2012|5⟧, as \
         cited in ⟦Ford, 2016|12⟧), \"dream\" (⟦Irving, 1820/2008|17⟧, p. 3). ⟦J. Baker (2019|3⟧) \
         and ⟦L. Baker (2010|4⟧) are unrelated. Since the early 1990s (e.g., ⟦Hunt, 1993|15⟧), and \
         following Gray and colleagues' (⟦2018|14⟧) guidelines, p < .001. ⟦Johnson, Kim, and Lee's \
         (2013|18⟧) data; ⟦Johnson et al.'s (2013|18⟧) scale.",
        &[
            "Adams, A., Baker, L., & Cook, M. (in press). Naps. Journal of Sleep.",
            "American Psychiatric Association. (2000). Diagnostic and statistical manual of mental disorders (4th ed., text rev.).",
            "Baker, J. (2019). Pillows. Harbour Press.",
            "Baker, L. (2010). Sleep. Journal of Sleep, 1(1), 1–9.",
            "Baker, L. (2012). Rest. Journal of Sleep, 3(1), 1–9.",
            "Baker, L. (2014). Dream. Journal of Sleep, 5(1), 1–9.",
            "Baker, L., & Cook, M. (2011). Replication. Journal of Sleep, 2(1), 1–9.",
            "Bates, D., Mächler, M., Bolker, B., & Walker, S. (2015). Fitting linear mixed-effects models using lme4. Journal of Statistical Software, 67(1), 1–48.",
            "Carr, D. (n.d.). Beds. Site.",
            "Diaz-Ruiz, E., Ford, F., & Gray, G. (2015). Two studies. Journal of Sleep, 6(1), 1–9.",
            "Evans, H. (2009). Night. Harbour Press. (Original work published 2008)",
            "Ford, F. (2016). Measures. Journal of Sleep, 7(1), 1–9.",
            "Gray, G., & Hunt, I. (2017). Reviews. Journal of Sleep, 8(1), 1–9.",
            "Gray, G., Hunt, I., & Irving, J. (2018). Guidelines. Journal of Sleep, 9(1), 1–9.",
            "Hunt, I. (1993). Early sleep. Harbour Press.",
            "IBM. (2017). SPSS statistics (Version 25) [Computer software].",
            "Irving, W. (2008). Rip van Winkle. Penguin. (Original work published 1820)",
            "Johnson, K., Kim, L., & Lee, M. (2013). Scales. Journal of Sleep, 4(1), 1–9.",
            "R Core Team. (2020). R: A language and environment for statistical computing. R Foundation.",
        ],
    );
}

#[test]
fn chicago() {
    check(
        "Prices rose (⟦Brandt 2011|2⟧, 45–47; ⟦Osei and Hill 2012|10⟧, 3n4; ⟦Lind, May, and Park \
         2013|7⟧). For ⟦Lind, May, and Park (2013|7⟧, chap. 4), this “was no crisis” (37); Brandt \
         argues, in a book that appeared only recently (⟦2011|2⟧), that it was. See ⟦Alvarez \
         (1998) 2004|1⟧, 12, and, on the 1848 revolutions, ⟦Hobsbawm 1962|6⟧. The Treaty of \
         Utrecht (1713) and the Paris Agreement (2015) did nothing. The ⟦New York Times (2019|9⟧) \
         and the US Department of Agriculture (⟦USDA 2020|12⟧) reported it; according to ⟦USDA \
         (2020|12⟧), 1.2 million tons. In a personal communication (June 3, 2018), T. May \
         concurred. Wang (2017, quoted in ⟦Cole 2018|3⟧, 4) asks why. See also ⟦Du Bois (1899) \
         1996|5⟧; ⟦Cole, n.d.|4⟧; ⟦MacIntyre 1984|8⟧; ⟦St. John 2001|11⟧.",
        &[
            "Alvarez, Maria. (1998) 2004. Harvest. Chicago: Lake Press.",
            "Brandt, Karen. 2011. The Price of Bread. London: Harbour Press.",
            "Cole, Ben. 2018. Whys. London: Harbour Press.",
            "———. n.d. Wherefores. Privately printed.",
            "Du Bois, W. E. B. (1899) 1996. The Philadelphia Negro. Philadelphia: University of Pennsylvania Press.",
            "Hobsbawm, Eric. 1962. The Age of Revolution. London: Weidenfeld.",
            "Lind, Sara, Tom May, and Kim Park. 2013. No Crisis. London: Harbour Press.",
            "MacIntyre, Alasdair. 1984. After Virtue. Notre Dame: University of Notre Dame Press.",
            "New York Times. 2019. “Bread Prices Rise.” March 3, 2019.",
            "Osei, Alice, and Ben Hill. 2012. “Oats.” Journal of Grain 3 (1): 1–30.",
            "St. John, Helen. 2001. Salt. London: Harbour Press.",
            "USDA (US Department of Agriculture). 2020. Grain Report. Washington, DC: USDA.",
        ],
    );
}

#[test]
fn harvard() {
    check(
        "Mills are managed in many ways (⟦Brown and Green, 2010|4⟧; ⟦Black, White and Grey, \
         2012|2⟧; cf. also ⟦Silver 2013|13⟧, pp.45-6). ⟦Brown & Green (2010|4⟧, p.7) – among \
         others – argued that “managers (not millers) decide” (p.8). This was confirmed by ⟦Silver \
         (2013|13⟧), ⟦Gold (2014|9⟧) and ⟦Black et al (2012|2⟧); however, ⟦Bronze’s (2015|3⟧) \
         later work did not. According to the ⟦Department for Mills (DfM) (2016|6⟧), and ⟦DfM \
         (2017a|7⟧; ⟦2017b|8⟧), there are 300. The ⟦BBC (2018|1⟧) and ⟦The Economist (2019|15⟧, 4 \
         May) agree. [⟦Copper, 2011|5⟧] dissents; ⟦Iron, 2009|10⟧ and ⟦Steel et al., 2010|14⟧ too. \
         In Table 2.1 (⟦Silver, 2013|13⟧) the data for 1990-2000 are given. R v Brown [1994] 1 AC \
         212 is the leading case; the Mills Act 1844 applies (s. 12). ⟦Van der Waals and De Vries \
         (2020|16⟧) and ⟦Ng (2021|11⟧) close the debate, as do ⟦O’Brien-Smith and Kim (2022|12⟧).",
        &[
            "BBC (2018) The last mill. Available at: https://bbc.example (Accessed: 3 May 2019).",
            "Black, A., White, B. and Grey, C. (2012) Managing, 2nd edn. London: Harbour.",
            "Bronze, D. (2015) ‘Later work’, Journal of Mills, 4(1), pp. 1–9.",
            "Brown, E. and Green, F. (2010) Deciding. London: Harbour.",
            "Copper, G. (2011) Dissent. London: Harbour.",
            "Department for Mills (2016) Statistics. London: DfM.",
            "Department for Mills (2017a) Statistics II. London: DfM.",
            "Department for Mills (2017b) Statistics III. London: DfM.",
            "Gold, H. (2014) ‘Confirmation’, Journal of Mills, 3(1), pp. 1–9.",
            "Iron, I. (2009) Iron laws. London: Harbour.",
            "Ng, J. (2021) ‘Closing’, Journal of Mills, 10(1), pp. 1–9.",
            "O’Brien-Smith, K. and Kim, L. (2022) Debates. London: Harbour.",
            "Silver, M. (2013) Mills. London: Harbour.",
            "Steel, N., Tin, O. and Zinc, P. (2010) ‘Tooling’, Journal of Mills, 1(1), pp. 1–9.",
            "The Economist (2019) ‘Grinding on’, 4 May.",
            "Van der Waals, Q. and De Vries, R. (2020) Forces. London: Harbour.",
        ],
    );
}

#[test]
fn spanish() {
    check(
        "Según Pérez y Gómez (2010, citado por ⟦Ruiz, 2014|11⟧: 33), el pan subió; véanse también \
         ⟦Ibáñez e Iriarte (2011|6⟧), ⟦Ruiz (2014|11⟧, pp. 12-15; ⟦2016|12⟧, p. 8) y, sobre todo, \
         ⟦López Obrador (2017|8⟧). No obstante, la Ley 1448 de 2011, el Plan Colombia (2000-2015) \
         y la Constitución (1991) no lo prevén (cfr. ⟦Díaz-Polanco, 2003|2⟧; en contra, ⟦Núñez de \
         Prado et al., 2015|10⟧). Como sostiene Ruiz (ob. cit., p. 9), \"nadie (ni siquiera el \
         rey) comía pan\" (cit. en ⟦Gómez, 2009|5⟧, p. 45). La ⟦FAO (2019|3⟧) y el ⟦Instituto \
         Nacional de Estadística [INE] (2020|7⟧) coinciden; el ⟦INE (2020|7⟧) añade que en mayo de \
         2019 bajó el precio. De acuerdo a ⟦Castro Ruz (s.f.|1⟧) y a ⟦García Canclini \
         (1990/2001|4⟧), todo es híbrido. En palabras de ⟦Marx (1867 [1975]|9⟧), el valor es \
         trabajo. (Tabla 3, 2018). Para ⟦Ruiz (2016|12⟧), quien sigue a ⟦Díaz Polanco (2003|2⟧), \
         ...",
        &[
            "Castro Ruz, F. (s.f.). Discursos. Editorial Isla.",
            "Díaz-Polanco, H. (2003). La rebelión. Editorial Sur.",
            "FAO. (2019). El estado de la alimentación. FAO.",
            "García Canclini, N. (2001). Culturas híbridas. Paidós. (Obra original publicada en 1990)",
            "Gómez, B. (2009). El rey y el pan. Editorial Sur.",
            "Ibáñez, J. e Iriarte, P. (2011). Molinos. Revista de Granos, 2(1), 1-9.",
            "Instituto Nacional de Estadística. (2020). Índice de precios. INE.",
            "López Obrador, A. M. (2017). La salida. Planeta.",
            "Marx, K. (1975). El capital. Siglo XXI.",
            "Núñez de Prado, S., Ruiz, C., & Mora, L. (2015). Harinas. Revista de Granos, 6(1), 1-9.",
            "Ruiz, C. (2014). Lecturas. Editorial Sur.",
            "Ruiz, C. (2016). Otras lecturas. Editorial Sur.",
        ],
    );
}

#[test]
fn abnt() {
    check(
        "Segundo ⟦Souza e Lima (2010|11⟧), o preço subiu (⟦SOUZA; LIMA, 2010|11⟧, p. 12; ⟦COSTA, \
         2011a|3⟧, ⟦2011b|4⟧; ⟦BRASIL, 1988|1⟧). Para Freire (1987 apud ⟦COSTA, 2011a|3⟧, p. 3), \
         ensinar é ato político; cf. também Hall (1980, cit. por ⟦Reis, 2013|8⟧). Conforme a Lei \
         nº 9.394/1996 e o Decreto 5.626 (2005), a escola é pública (⟦IBGE, 2012|5⟧). De acordo \
         com o Ministério da Saúde (⟦BRASIL, 2014|2⟧), a alimentação saudável... ⟦Silva (2009|10⟧, \
         p. 45, grifo nosso) afirma que “o pão (nosso) não é de todos” (⟦SILVA, 2009|10⟧, p. 46). \
         Os autores ⟦Reis e Silva Júnior (2015|9⟧) e ⟦Oliveira-Castro et al. (2016|7⟧) discordam. \
         Em março de 2020 (pandemia), na Copa de 2014, no Rio (1992), nada mudou. ⟦Lima (no \
         prelo|6⟧).",
        &[
            "BRASIL. Constituição da República Federativa do Brasil. Brasília: Senado Federal, 1988.",
            "BRASIL. Ministério da Saúde. Guia alimentar para a população brasileira. Brasília: MS, 2014.",
            "COSTA, A. O grão. Porto: Porto Editora, 2011a.",
            "COSTA, A. O moinho. Porto: Porto Editora, 2011b.",
            "INSTITUTO BRASILEIRO DE GEOGRAFIA E ESTATÍSTICA. Censo agropecuário. Rio de Janeiro: IBGE, 2012.",
            "LIMA, B. A padaria. São Paulo: Lago, no prelo.",
            "OLIVEIRA-CASTRO, J.; REIS, P.; DIAS, L. Farinhas. Revista do Grão, v. 3, n. 1, p. 1-9, 2016.",
            "REIS, P. Leituras. São Paulo: Lago, 2013.",
            "REIS, P.; SILVA JÚNIOR, M. Trigo e Estado. Revista do Grão, v. 2, n. 1, p. 1-9, 2015.",
            "SILVA, J. O pão nosso. São Paulo: Lago, 2009.",
            "SOUZA, M.; LIMA, B. O preço do pão. São Paulo: Lago, 2010.",
        ],
    );
}

#[test]
fn german() {
    check(
        "Die Preise stiegen (vgl. ⟦Müller 2010|7⟧, S. 12 f.; ⟦Koch/Weiß 2011|4⟧: 33ff.; anders \
         ⟦Lind 2012|5⟧; ausführlich dazu ⟦von der Leyen/Osei 2013|12⟧, Kap. 2). Wie ⟦Müller \
         (2010|7⟧: 45; ⟦2014|8⟧: 3–4) und zuletzt ⟦ders. (2015|9⟧) zeigen, war das Gesetz von 1879 \
         wirkungslos. ⟦Koch und Weiß (2011|4⟧) betonen – gegen Luhmann (1984, zit. nach ⟦Stichweh \
         2005|10⟧, S. 8) –, dass § 12 SGB (2003) nicht galt. Im Jahr 2008 (Finanzkrise) und in \
         Wien (1848) war es anders; das Statistische Bundesamt (⟦Destatis 2016|2⟧; ⟦Destatis \
         2017a|3⟧) zählt 2000 Mühlen. Siehe auch ⟦Bourdieus (1987|1⟧) Begriff des Habitus, Webers \
         „Wirtschaft und Gesellschaft“ (⟦1922/1980|13⟧) und ⟦Strauß (o. J.|11⟧). Abb. 3 (2012) \
         nach ⟦Lind et al. (2012|6⟧, S. 5, Hervorh. i. O.). ⟦Dies. 2012|6⟧ zu lesen lohnt.",
        &[
            "Bourdieu, Pierre (1987): Die feinen Unterschiede. Frankfurt: Suhrkamp.",
            "Destatis (2016): Mühlen in Deutschland. Wiesbaden.",
            "Destatis (2017a): Mühlen in Europa. Wiesbaden.",
            "Koch, Anna/Weiß, Bernd (2011): Zunft und Zahl. In: Zeitschrift für Korn 3, S. 1–20.",
            "Lind, Sven (2012): Roggen. Köln: Domverlag.",
            "Lind, Sven/Osei, Ada/Hill, Ben (2012): Hafer. In: Zeitschrift für Korn 4, S. 1–20.",
            "Müller, Hans (2010): Brot. Köln: Domverlag.",
            "Müller, Hans (2014): Salz. Köln: Domverlag.",
            "Müller, Hans (2015): Bier. Köln: Domverlag.",
            "Stichweh, Rudolf (2005): Lektüren. Bielefeld: transcript.",
            "Strauß, Peter (o. J.): Malz. Privatdruck.",
            "von der Leyen, Eva/Osei, Ada (2013): Märkte. Köln: Domverlag.",
            "Weber, Max (1980): Wirtschaft und Gesellschaft. Tübingen: Mohr. Zuerst 1922.",
        ],
    );
}

#[test]
fn german_sociology() {
    check(
        "Nach ⟦Weber (2005 [1922]|17⟧: 28ff.) ist Herrschaft eine Chance; ⟦Luhmann (vgl. 1984|12⟧: \
         12; ⟦1997a|13⟧) widerspricht. Bei ⟦Beck/Beck-Gernsheim (1994b|2⟧: 11) und ⟦Beck (1986|1⟧) \
         wird dies aufgegriffen (dazu kritisch ⟦Honneth 1994|7⟧, ⟦2003a|8⟧; ⟦Fraser/Honneth \
         2003|5⟧; s. a. ⟦Joas 2012|10⟧: 45f.; ferner die Beiträge in ⟦Müller/Schmid (Hg.) \
         1995|14⟧). Das ⟦BMBF (2018|4⟧) und die Kultusministerkonferenz (⟦KMK 2004|11⟧) fordern \
         Standards; Art. 3 GG (1949) und das Urteil des BVerfG (2010) bleiben. Wie bereits ⟦Simmel \
         (1992 [1908]|16⟧, S. 11) feststellte, „gibt es (fast) nichts“ (ebd., S. 12). Im Zweiten \
         Weltkrieg (1939–1945), seit Hartz IV (2005) ist alles anders. Bei Joas (a. a. O.) heißt \
         es: (Hervorh. d. Verf., 2012). Die Studie von ⟦Honneth (2003b|9⟧, zuerst 1999) sowie \
         Becks Buch von 1986 folgen. Anders: ⟦Müller-Rommel et al. 2009|15⟧; v. ⟦Beyme 2010|3⟧; \
         ⟦zu Guttenberg 2009|6⟧.",
        &[
            "Beck, U. (1986): Risikogesellschaft. Frankfurt a. M.: Suhrkamp.",
            "Beck, U./Beck-Gernsheim, E. (1994b): Riskante Freiheiten. Frankfurt a. M.: Suhrkamp.",
            "Beyme, K. v. (2010): Das politische System. Wiesbaden: VS.",
            "BMBF (2018): Bildung in Deutschland. Bonn: BMBF.",
            "Fraser, N./Honneth, A. (2003): Umverteilung oder Anerkennung? Frankfurt a. M.: Suhrkamp.",
            "Guttenberg, K.-T. zu (2009): Verfassung. Berlin: Duncker.",
            "Honneth, A. (1994): Kampf um Anerkennung. Frankfurt a. M.: Suhrkamp.",
            "Honneth, A. (2003a): Unsichtbarkeit. Frankfurt a. M.: Suhrkamp.",
            "Honneth, A. (2003b): Noch einmal. Frankfurt a. M.: Suhrkamp.",
            "Joas, H. (2012): Glaube als Option. Freiburg: Herder.",
            "KMK (2004): Standards. Bonn: KMK.",
            "Luhmann, N. (1984): Soziale Systeme. Frankfurt a. M.: Suhrkamp.",
            "Luhmann, N. (1997a): Die Gesellschaft. Frankfurt a. M.: Suhrkamp.",
            "Müller, H.-P./Schmid, M. (Hg.) (1995): Sozialer Wandel. Frankfurt a. M.: Suhrkamp.",
            "Müller-Rommel, F./Poguntke, T./Lind, S. (2009): Grüne. Baden-Baden: Nomos.",
            "Simmel, G. (1992): Soziologie. Frankfurt a. M.: Suhrkamp. Zuerst 1908.",
            "Weber, M. (2005): Wirtschaft und Gesellschaft. Frankfurt a. M.: Zweitausendeins. Zuerst 1922.",
        ],
    );
}

#[test]
fn french() {
    check(
        "D'après ⟦Durand et Lefèvre (2010|2⟧, p. 12), les prix ont monté (voir notamment ⟦Martin, \
         2011|6⟧ ; ⟦Petit, 2012|8⟧, p. 4-6 ; contra : ⟦Roux et coll., 2013|10⟧). L'étude de \
         ⟦Martin (2011|6⟧) — reprise par ⟦L'Écuyer (2014|4⟧) et d'⟦Alembert (1751 [2001]|1⟧) — le \
         confirme ; Bourdieu (1979, cité par ⟦Petit, 2012|8⟧) l'avait dit. La loi de 1905, \
         l'accord de Paris (2015) et le plan Marshall (1947-1952) n'y changent rien. \
         L'Organisation mondiale du commerce (⟦OMC, 2016|7⟧) a publié ses chiffres ; l'⟦OMC \
         (2016|7⟧) les a revus. Selon ⟦de Gaulejac (2009|3⟧ : 33), « le pain (et le sel) manque » \
         (⟦de Gaulejac, 2009|3⟧ : 34). ⟦Petit (s. d.|9⟧) et ⟦Le Goff (à paraître|5⟧) ne disent \
         rien. ⟦Petit (2012|8⟧) y revient, ibid., p. 7. Entre 1789 et 1793 (la Terreur), à Paris \
         (1871)...",
        &[
            "Alembert, J. d'. (2001). Discours préliminaire. Vrin. (Ouvrage original publié en 1751)",
            "Durand, A. et Lefèvre, B. (2010). Le prix du blé. Éditions du Port.",
            "Gaulejac, V. de. (2009). Le sel. Éditions du Port.",
            "L'Écuyer, P. (2014). Lectures. Éditions du Port.",
            "Le Goff, J. (à paraître). Le four. Éditions du Port.",
            "Martin, C. (2011). Moulins. Revue du grain, 2(1), 1-9.",
            "Organisation mondiale du commerce. (2016). Statistiques. OMC.",
            "Petit, D. (2012). La miche. Éditions du Port.",
            "Petit, D. (s. d.). La croûte. Éditions du Port.",
            "Roux, E., Simon, F. et Blanc, G. (2013). Farines. Revue du grain, 4(1), 1-9.",
        ],
    );
}

#[test]
fn italian() {
    check(
        "Secondo ⟦Rossi e Bianchi (2010|11⟧: 12), i prezzi salirono (cfr. ⟦Verdi 2011|12⟧, pp. \
         3-5; ⟦Neri, Gallo e Costa 2012|9⟧; si veda anche ⟦De Luca 2013|3⟧). L'analisi di ⟦Verdi \
         (2011|12⟧, trad. it. 2015) e quella di ⟦D'Angelo (2014|2⟧) divergono; ⟦Gramsci (1975 \
         [1932]|6⟧) è citato in ⟦Rossi (2009|10⟧: 8). La legge 180 del 1978, il Trattato di Roma \
         (1957) e l'Expo (Milano 2015) non contano. L'⟦ISTAT (2016|7⟧) e la ⟦Banca d'Italia \
         (2017|1⟧) concordano; per l'⟦Istat (2016|7⟧, tab. 3) il pane costa di più. Come osserva \
         ⟦Della Porta (in corso di stampa|5⟧), «il pane (bianco) è raro» (ivi, p. 3). ⟦De Luca et \
         al. (2018|4⟧) e ⟦Lo Cascio (s.d.|8⟧) tacciono.",
        &[
            "Banca d'Italia (2017), Relazione annuale, Roma.",
            "D'Angelo P. (2014), Letture, Bari, Porto.",
            "De Luca M. (2013), Mulini, Bari, Porto.",
            "De Luca M., Serra P., Conti L. (2018), Farine, «Rivista del grano», 3, 1, pp. 1-9.",
            "Della Porta D. (in corso di stampa), Il forno, Bari, Porto.",
            "Gramsci A. (1975), Quaderni del carcere, Torino, Einaudi.",
            "ISTAT (2016), Prezzi al consumo, Roma.",
            "Lo Cascio S. (s.d.), La crosta, Bari, Porto.",
            "Neri A., Gallo B., Costa C. (2012), Il sale, «Rivista del grano», 1, 1, pp. 1-9.",
            "Rossi A. (2009), Gramsci letto, Bari, Porto.",
            "Rossi A., Bianchi B. (2010), Il prezzo del pane, Bari, Porto.",
            "Verdi C. (2011), La segale, Bari, Porto.",
        ],
    );
}
