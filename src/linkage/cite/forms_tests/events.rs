//! Years of laws, events, products, people and places beside citations of works that are not listed.

use super::check;

#[test]
fn german_events() {
    check(
        "Nach der Studie von ⟦Tarvo (2012|⟧), laut ⟦Tarvo (2013|⟧), ⟦Tarvos (2014|⟧) Studie, die \
         Arbeiten von ⟦Tarvo und Bell (2015|⟧), bei ⟦Maria Tarvo (2016|⟧), dem Ansatz Tarvos \
         (2017), dies zeigt ⟦Tarvo (2018|⟧, S. 3) und die Tarvo-Studie (2019); vgl. Tarvo 2020. \
         Im Jahr 2001, der Vertrag von Maastricht (1992), das Grundgesetz (1949), die \
         Bundestagswahl (2021), im Herbst 1989, der Zweite Weltkrieg (1939–1945), die Wiener \
         Weltausstellung (1873), Bundeskanzler Kohl (1982–1998), am 3. Mai 2010, das \
         Bundesnaturschutzgesetz (2009), die Fußball-WM (2006), Konrad Adenauer (1876–1967), die \
         EU (2004), SPD-Parteitag (Dresden 1990), Brüssel (2000), GG Art. 5 (1949), DIN 1990, \
         Apollo 11 (1969).",
        &[
            "Koch, A. 2011: Brot. Hafenverlag, Hamburg.",
            "Lind, B. 1995: Salz. Hafenverlag, Hamburg.",
        ],
    );
}

#[test]
fn spanish_events() {
    check(
        "Según el estudio de ⟦Tarvo (2012|⟧), ⟦Tarvo y Bell (2013|⟧) y en palabras de ⟦María \
         Tarvo (2014|⟧), para ⟦Tarvo (2015|⟧). En enero de 2010, la Ley 19.253 (1993), la \
         Constitución (1980), el Tratado de Tordesillas (1494), la Guerra Civil (1936–1939), \
         Simón Bolívar (1783-1830), el Plan Colombia (2000), el censo (2002), durante la \
         dictadura (1973–1990), en Santiago (2010), el Mundial (1986), la película Roma (2018), \
         el Acuerdo de París (2015), Juegos Olímpicos (Barcelona 1992), el presidente Allende \
         (1970-1973), el terremoto de Valdivia (1960), la Cumbre de Río (1992), Decreto 100 \
         (2005), la Convención (1989).",
        &[
            "Koch, A. (2011). El pan. Editorial Puerto.",
            "Lind, B. (1975). La sal. Editorial Puerto.",
        ],
    );
}

#[test]
fn portuguese_events() {
    check(
        "Segundo o estudo de ⟦Tarvo (2012|⟧), ⟦Tarvo e Bell (2013|⟧), para ⟦Tarvo (2015|⟧) e na \
         obra de ⟦Tarvo (2016|⟧). Em janeiro de 2010, a Lei nº 9.394 (1996), a Constituição \
         Federal (1988), o Plano Real (1994), a Segunda Guerra Mundial (1939-1945), Getúlio \
         Vargas (1882-1954), o governo Lula (2003–2010), em São Paulo (2010), o filme Cidade de \
         Deus (2002), a Copa do Mundo (2014), o Censo Demográfico (2010), a Rio-92 (1992), \
         Portaria 1.886 (1994), Resolução CNE (2002), a Revolução dos Cravos (1974), Tratado de \
         Lisboa (2009).",
        &[
            "Koch, A. O pão. Porto: Porto Editora, 2011.",
            "Lind, B. O sal. Porto: Porto Editora, 1975.",
        ],
    );
}

#[test]
fn french_events() {
    check(
        "Selon l'étude de ⟦Tarvo (2012|⟧), ⟦Tarvo et Bell (2013|⟧), comme le montre ⟦Tarvo \
         (2015|⟧). En janvier 2010, la loi Veil (1975), la Révolution française (1789–1799), \
         Napoléon (1769-1821), le traité de Rome (1957), la Constitution (1958), l'Exposition \
         universelle (Paris, 1900), le Front populaire (1936), mai 1968, l'Accord de Paris \
         (2015), la guerre d'Algérie (1954-1962), le film Amélie (2001), au printemps 1968.",
        &[
            "Koch, A. (2011). Le pain. Presses du Port.",
            "Lind, B. (1950). Le sel. Presses du Port.",
        ],
    );
}

#[test]
fn italian_events() {
    check(
        "Secondo lo studio di ⟦Tarvo (2012|⟧), ⟦Tarvo e Bell (2013|⟧), come mostra ⟦Tarvo \
         (2015|⟧). Nel gennaio 2010, la legge Merlin (1958), il Concilio Vaticano II (1962-1965), \
         Giuseppe Garibaldi (1807–1882), il trattato di Roma (1957), la Costituzione (1948), il \
         film Ladri di biciclette (1948), il terremoto dell'Aquila (2009), le Olimpiadi (Torino \
         2006), nel maggio 1968, il governo Moro (1963), la Biennale di Venezia (1968).",
        &[
            "Koch, A. (2011). Il pane. Edizioni del Porto.",
            "Lind, B. (1940). Il sale. Edizioni del Porto.",
        ],
    );
}

#[test]
fn english_events() {
    check(
        "The study by ⟦Tarvo (2012|⟧), ⟦Maria Tarvo (2013|⟧) and the Tarvo (2014) data; ⟦Tarvo \
         and Bell’s (2015|⟧) view. Hurricane Katrina (2005), the Paris Agreement (2015), Brexit \
         (2016), the Clean Air Act (1970), Apis mellifera Linnaeus, 1758, Quercus robur L. \
         (1753), the Great Recession (2008), Windows Server (2012), the film Titanic (1997), Toy \
         Story (1995), Orwell’s Animal Farm (1945), Mozart’s Requiem (1791), President Obama \
         (2009–2017), Queen Victoria (1837–1901), the Ming dynasty (1368–1644), Sony (2010), \
         Apple’s iPhone (2007), Stata (2013), MATLAB (2019), Google (2015), SPSS (version 25, \
         2017), the Olympics (London 2012), Black Lives Matter (2013), #MeToo (2017), Lehman \
         Brothers (2008), Roe v. Wade (1973), the First World War (1914–18), Pope Francis (2013), \
         Chernobyl (1986), September 11 (2001), Study 2 (2010), Experiment 1 (2012), Sample A (n \
         = 2010), Room 2010, Boeing (2010), COVID-19 (2020), H1N1 (2009), Grammar School (1950), \
         the Beatles (1965), the 2010 World Cup (South Africa, 2010), Obamacare (2010), Uber \
         (2009) and Airbnb (2008), Ebola (2014), Nobel Prize (1921).",
        &[
            "Koch, A. (2011). Bread. Harbour Press.",
            "Lind, B. (1975). Salt. Harbour Press.",
        ],
    );
}

#[test]
fn years_of_time_are_not_those_of_an_author_named_before() {
    check(
        "⟦Tarvo (2001|2⟧) said so. The year (2001) was good, as was el año (2001), das Jahr (2001), l’année (2001), l’anno \
         (2001) and o ano (2001). The Expo (2000) came before, and PISA (2003) after.",
        &[
            "OECD. (2001). Knowledge for life: First results from PISA 2000. OECD.",
            "Tarvo, P. (2001). The years of wheat. Harbour Press.",
        ],
    );
}
