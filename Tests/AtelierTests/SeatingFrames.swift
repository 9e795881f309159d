/// The tables on screen, as they should look: the demo's, in three languages and at three sizes.
///
/// Rows that are empty at the end are left out.
enum SeatingFrames {
  static let all: [String: [String]] = [
    "stage-en-80x24": rows(
      """
        SCAN   Choose a theme                                                  09:30

          Find your table

        ╭──────────────────────╮  ╭──────────────────────╮  ╭──────────────────────╮
        │ 1 Digital inclusion  │  │ 2 Citizen            │  │ 3 User relations     │
        │                      │  │   participation      │  │                      │
        │ Ana Keller           │  │ Moussa Diarra        │  │ Samir Benali         │
        │ Lan Nguyen           │  │ Julie Lemarchand     │  │ Claire Fontanel      │
        │ Pedro Marques        │  │ Sofia Rossi          │  │ Aïcha Traoré         │
        │ Karim Meziane        │  │ Ewa Nowak            │  │ Hugo Perrin          │
        │ Ilona Szabó          │  │ Yanis Robert         │  │ Maryam Karimi        │
        ╰──────────────────────╯  ╰──────────────────────╯  ╰──────────────────────╯

        ╭──────────────────────╮  ╭──────────────────────╮
        │ 4 Metropolitan       │  │ 5 User relations     │
        │   resource centre    │  │                      │
        │ Erwan Le Goff        │  │ Fatou Sow            │
        │ Didier Payet         │  │ Thomas Girardin      │
        │ Céline Aubry         │  │ Leïla Haddad         │
        │ Bruno Hamel          │  │ Marc Delatour        │
        │                      │  │ Valérie Costa        │
        ╰──────────────────────╯  ╰──────────────────────╯
      """),
    "stage-en-60x15": rows(
      """
        SCAN   Choose a theme                              09:30

          Find your table

        1 Digital inclusion          2 Citizen participation
        Ana, Lan, Pedro, Karim,      Moussa, Julie, Sofia, Ewa,
        Ilona                        Yanis

        3 User relations             4 Metropolitan resource…
        Samir, Claire, Aïcha, Hugo,  Erwan, Didier, Céline,
        Maryam                       Bruno

        5 User relations
        Fatou, Thomas, Leïla, Marc,
        Valérie
      """),
    "stage-en-120x40": rows(
      """
        SCAN   Choose a theme                                                                                          09:30

          ▄▄▄▄  ▄          ▄                            ▄        ▄    ▄▄
          █▄▄  ▄▄  ▄▄▄   ▄▄█    ▄  ▄  ▄▄  ▄  ▄ ▄ ▄     ▄█▄   ▄▄▄ █▄▄   █   ▄▄
          █     █  █  █ █  █    ▀▄▄█ █  █ █  █ █▀ ▀     █ ▄ █  █ █  █  █  █▄▀▀
          ▀    ▀▀▀ ▀  ▀  ▀▀▀    ▀▄▄▀  ▀▀   ▀▀▀ ▀         ▀   ▀▀▀ ▀▀▀  ▀▀▀  ▀▀

        ╭────────────────────╮  ╭────────────────────╮  ╭────────────────────╮  ╭───────────────────╮  ╭───────────────────╮
        │ 1 Digital          │  │ 2 Citizen          │  │ 3 User relations   │  │ 4 Metropolitan    │  │ 5 User relations  │
        │   inclusion        │  │   participation    │  │                    │  │   resource centre │  │                   │
        │ Ana Keller         │  │ Moussa Diarra      │  │ Samir Benali       │  │ Erwan Le Goff     │  │ Fatou Sow         │
        │ Lan Nguyen         │  │ Julie Lemarchand   │  │ Claire Fontanel    │  │ Didier Payet      │  │ Thomas Girardin   │
        │ Pedro Marques      │  │ Sofia Rossi        │  │ Aïcha Traoré       │  │ Céline Aubry      │  │ Leïla Haddad      │
        │ Karim Meziane      │  │ Ewa Nowak          │  │ Hugo Perrin        │  │ Bruno Hamel       │  │ Marc Delatour     │
        │ Ilona Szabó        │  │ Yanis Robert       │  │ Maryam Karimi      │  │                   │  │ Valérie Costa     │
        ╰────────────────────╯  ╰────────────────────╯  ╰────────────────────╯  ╰───────────────────╯  ╰───────────────────╯
      """),
    "stage-fr-80x24": rows(
      """
        EXPLORER   Choix thématique                                            09:30

          Trouvez votre table

        ╭──────────────────────╮  ╭──────────────────────╮  ╭──────────────────────╮
        │ 1 Inclusion          │  │ 2 Participation      │  │ 3 Relation aux       │
        │   numérique          │  │   citoyenne          │  │   usagers            │
        │ Ana Keller           │  │ Moussa Diarra        │  │ Samir Benali         │
        │ Lan Nguyen           │  │ Julie Lemarchand     │  │ Claire Fontanel      │
        │ Pedro Marques        │  │ Sofia Rossi          │  │ Aïcha Traoré         │
        │ Karim Meziane        │  │ Ewa Nowak            │  │ Hugo Perrin          │
        │ Ilona Szabó          │  │ Yanis Robert         │  │ Maryam Karimi        │
        ╰──────────────────────╯  ╰──────────────────────╯  ╰──────────────────────╯

        ╭──────────────────────╮  ╭──────────────────────╮
        │ 4 Centre de          │  │ 5 Relation aux       │
        │   ressources…        │  │   usagers            │
        │ Erwan Le Goff        │  │ Fatou Sow            │
        │ Didier Payet         │  │ Thomas Girardin      │
        │ Céline Aubry         │  │ Leïla Haddad         │
        │ Bruno Hamel          │  │ Marc Delatour        │
        │                      │  │ Valérie Costa        │
        ╰──────────────────────╯  ╰──────────────────────╯
      """),
    "stage-fr-60x15": rows(
      """
        EXPLORER   Choix thématique                        09:30

          Trouvez votre table

        1 Inclusion numérique        2 Participation citoyenne
        Ana, Lan, Pedro, Karim,      Moussa, Julie, Sofia, Ewa,
        Ilona                        Yanis

        3 Relation aux usagers       4 Centre de ressources…
        Samir, Claire, Aïcha, Hugo,  Erwan, Didier, Céline,
        Maryam                       Bruno

        5 Relation aux usagers
        Fatou, Thomas, Leïla, Marc,
        Valérie
      """),
    "stage-fr-120x40": rows(
      """
        EXPLORER   Choix thématique                                                                                    09:30

          ▄▄▄                                           ▄                 ▄        ▄    ▄▄
           █  ▄ ▄   ▄▄  ▄  ▄ ▄ ▄  ▄▄  ▄▄▄▄    ▄ ▄  ▄▄  ▄█▄  ▄ ▄   ▄▄     ▄█▄   ▄▄▄ █▄▄   █   ▄▄
           █  █▀ ▀ █  █ █  █ █ █ █▄▀▀  ▄▀     █ █ █  █  █ ▄ █▀ ▀ █▄▀▀     █ ▄ █  █ █  █  █  █▄▀▀
           ▀  ▀     ▀▀   ▀▀▀  ▀   ▀▀  ▀▀▀▀     ▀   ▀▀    ▀  ▀     ▀▀       ▀   ▀▀▀ ▀▀▀  ▀▀▀  ▀▀

        ╭────────────────────╮  ╭────────────────────╮  ╭────────────────────╮  ╭───────────────────╮  ╭───────────────────╮
        │ 1 Inclusion        │  │ 2 Participation    │  │ 3 Relation aux     │  │ 4 Centre de       │  │ 5 Relation aux    │
        │   numérique        │  │   citoyenne        │  │   usagers          │  │   ressources…     │  │   usagers         │
        │ Ana Keller         │  │ Moussa Diarra      │  │ Samir Benali       │  │ Erwan Le Goff     │  │ Fatou Sow         │
        │ Lan Nguyen         │  │ Julie Lemarchand   │  │ Claire Fontanel    │  │ Didier Payet      │  │ Thomas Girardin   │
        │ Pedro Marques      │  │ Sofia Rossi        │  │ Aïcha Traoré       │  │ Céline Aubry      │  │ Leïla Haddad      │
        │ Karim Meziane      │  │ Ewa Nowak          │  │ Hugo Perrin        │  │ Bruno Hamel       │  │ Marc Delatour     │
        │ Ilona Szabó        │  │ Yanis Robert       │  │ Maryam Karimi      │  │                   │  │ Valérie Costa     │
        ╰────────────────────╯  ╰────────────────────╯  ╰────────────────────╯  ╰───────────────────╯  ╰───────────────────╯
      """),
    "stage-hu-80x24": rows(
      """
        FELDERÍTÉS   Témaválasztás                                             09:30

          Keressék meg az asztalukat

        ╭──────────────────────╮  ╭──────────────────────╮  ╭──────────────────────╮
        │ 1 Digitális          │  │ 2 Állampolgári       │  │ 3 Kapcsolat a felhas │
        │   befogadás          │  │   részvétel          │  │   ználóval/polgárral │
        │ Ana Keller           │  │ Moussa Diarra        │  │ Samir Benali         │
        │ Lan Nguyen           │  │ Julie Lemarchand     │  │ Claire Fontanel      │
        │ Pedro Marques        │  │ Sofia Rossi          │  │ Aïcha Traoré         │
        │ Karim Meziane        │  │ Ewa Nowak            │  │ Hugo Perrin          │
        │ Ilona Szabó          │  │ Yanis Robert         │  │ Maryam Karimi        │
        ╰──────────────────────╯  ╰──────────────────────╯  ╰──────────────────────╯

        ╭──────────────────────╮  ╭──────────────────────╮
        │ 4 Nagyvárosi         │  │ 5 Kapcsolat a felhas │
        │   erőforrásközpont   │  │   ználóval/polgárral │
        │ Erwan Le Goff        │  │ Fatou Sow            │
        │ Didier Payet         │  │ Thomas Girardin      │
        │ Céline Aubry         │  │ Leïla Haddad         │
        │ Bruno Hamel          │  │ Marc Delatour        │
        │                      │  │ Valérie Costa        │
        ╰──────────────────────╯  ╰──────────────────────╯
      """),
    "stage-hu-60x15": rows(
      """
        FELDERÍTÉS   Témaválasztás                         09:30

          Keressék meg az asztalukat

        1 Digitális befogadás        2 Állampolgári részvétel
        Ana, Lan, Pedro, Karim,      Moussa, Julie, Sofia, Ewa,
        Ilona                        Yanis

        3 Kapcsolat a…               4 Nagyvárosi…
        Samir, Claire, Aïcha, Hugo,  Erwan, Didier, Céline,
        Maryam                       Bruno

        5 Kapcsolat a…
        Fatou, Thomas, Leïla, Marc,
        Valérie
      """),
    "stage-hu-120x40": rows(
      """
        FELDERÍTÉS   Témaválasztás                                                                                     09:30

          ▄  ▄                         ▄▀  ▄
          █▄▀   ▄▄  ▄ ▄   ▄▄   ▄▄  ▄▄  ▄▄  █  ▄    ▄▄ ▄   ▄▄   ▄▄      ▄▄▄ ▄▄▄▄
          █ █  █▄▀▀ █▀ ▀ █▄▀▀ ▀▀▄ ▀▀▄ █▄▀▀ █▀▀▄    █ █ █ █▄▀▀ ▀▄▄█    █  █  ▄▀
          ▀  ▀  ▀▀  ▀     ▀▀  ▀▀  ▀▀   ▀▀  ▀  ▀    ▀ ▀ ▀  ▀▀   ▄▄▀     ▀▀▀ ▀▀▀▀

                         ▄        ▄▄       ▄          ▄
           ▄▄▄  ▄▄ ▄▄▄▄ ▄█▄   ▄▄▄  █  ▄  ▄ █  ▄  ▄▄▄ ▄█▄
          █  █ ▀▀▄  ▄▀   █ ▄ █  █  █  █  █ █▀▀▄ █  █  █ ▄
           ▀▀▀ ▀▀  ▀▀▀▀   ▀   ▀▀▀ ▀▀▀  ▀▀▀ ▀  ▀  ▀▀▀   ▀

        ╭────────────────────────────────────╮  ╭───────────────────────────────────╮  ╭───────────────────────────────────╮
        │ 1 Digitális befogadás              │  │ 2 Állampolgári részvétel          │  │ 3 Kapcsolat a                     │
        │                                    │  │                                   │  │   felhasználóval/polgárral        │
        │ Ana Keller                         │  │ Moussa Diarra                     │  │ Samir Benali                      │
        │ Lan Nguyen                         │  │ Julie Lemarchand                  │  │ Claire Fontanel                   │
        │ Pedro Marques                      │  │ Sofia Rossi                       │  │ Aïcha Traoré                      │
        │ Karim Meziane                      │  │ Ewa Nowak                         │  │ Hugo Perrin                       │
        │ Ilona Szabó                        │  │ Yanis Robert                      │  │ Maryam Karimi                     │
        ╰────────────────────────────────────╯  ╰───────────────────────────────────╯  ╰───────────────────────────────────╯

        ╭────────────────────────────────────╮  ╭───────────────────────────────────╮
        │ 4 Nagyvárosi erőforrásközpont      │  │ 5 Kapcsolat a                     │
        │                                    │  │   felhasználóval/polgárral        │
        │ Erwan Le Goff                      │  │ Fatou Sow                         │
        │ Didier Payet                       │  │ Thomas Girardin                   │
        │ Céline Aubry                       │  │ Leïla Haddad                      │
        │ Bruno Hamel                        │  │ Marc Delatour                     │
        │                                    │  │ Valérie Costa                     │
        ╰────────────────────────────────────╯  ╰───────────────────────────────────╯
      """),
    "panel-en-80x24": rows(
      """

        Form tables

        Where they sit now · 24 people · 5 tables · themes together

        1 · Digital inclusi…   5  3 · User relations     5  5 · User relations     5
        ▶ Ana Keller                Samir Benali              Fatou Sow
          Lan Nguyen                Claire Fontanel           Thomas Girardin
          Pedro Marques             Aïcha Traoré              Leïla Haddad
          Karim Meziane             Hugo Perrin               Marc Delatour
          Ilona Szabó               Maryam Karimi             Valérie Costa

        2 · Citizen partici…   5  4 · Metropolitan re…   4
          Moussa Diarra             Erwan Le Goff
          Julie Lemarchand          Didier Payet
          Sofia Rossi               Céline Aubry
          Ewa Nowak                 Bruno Hamel
          Yanis Robert


        Pairs at one table: ! of one organisation 0, of one cohort 16
        Ana Keller · Ville de Saint-Orme · 2016–2017 · Digital inclusion

       r redraw   + table   t themes   / names   l seat others   p show   ? help
      """),
    "harvest-en-80x24": rows(
      """
        SCAN   Collect                                                         09:30

          What stays with you from this morning?

         Question              5   Insight               5   Pain point            5
        · How far may a staff     · People do not ask for   · We send people to a
          member go: hold the       a course; they ask to     digital desk, and it
          mouse, type, sign?        be done before the…       is shut on Wednesdays…
        · Who answers residents   · Silence after a         · I collected 640
          once the decision has     consultation costs        comments and had one
          been taken, and when?     more trust than a…        afternoon to read them
        · Could a small town      · The first person who    · The form says one
          answer in the name of     answers should stay       thing, the desk
          another, and be           the same until the end    another, the website…
          trusted to?             · We like data, but       · When someone shouts at
        · Which figure would I      nobody here has a         the desk, we close for
          really look at on a       problem that figures…     five minutes and…
          Monday morning?         · We do not look for      · I learned from a
        · What would make me        documents, we look for    newspaper that the
          write up what I know,     the colleague behind…     next town had solved…
          on a Thursday at five?


        10 facts from the talks
      """),
    "panel-fr-120x40": rows(
      """

        Former les tables

        Placement actuel · 24 personnes · 5 tables · par thématique

        1 · Inclusion num…   5  2 · Participation…   5  3 · Relation aux…    5  4 · Centre de re…   4  5 · Relation aux…   5
        ▶ Ana Keller              Moussa Diarra           Samir Benali            Erwan Le Goff          Fatou Sow
          Lan Nguyen              Julie Lemarchand        Claire Fontanel         Didier Payet           Thomas Girardin
          Pedro Marques           Sofia Rossi             Aïcha Traoré            Céline Aubry           Leïla Haddad
          Karim Meziane           Ewa Nowak               Hugo Perrin             Bruno Hamel            Marc Delatour
          Ilona Szabó             Yanis Robert            Maryam Karimi                                  Valérie Costa

























        Paires à une table : ! même organisation 0, même promotion 16
        Ana Keller · Ville de Saint-Orme · 2016–2017 · Inclusion numérique

       r autre tirage   + table de plus   t thématiques   / noms   l placer   p projeter   → déplacer   u annuler   ? aide
      """),
    "panel-hu-60x15": rows(
      """

        Asztalok kialakítása
        A jelenlegi beosztás · 24 fő · 5 asztal · témánként
        1 · Digitális befogadás   5  2 · Állampolgári részv…   5›
        ▶ Ana Keller                   Moussa Diarra
          Lan Nguyen                   Julie Lemarchand
          Pedro Marques                Sofia Rossi
          Karim Meziane                Ewa Nowak
          Ilona Szabó                  Yanis Robert


        Párok egy asztalnál: ! szervezet 0, évfolyam 16
        Ana Keller · Ville de Saint-Orme · 2016–2017 · Digitáli…

       r új sorsolás   + új asztal   t témák   / nevek   ? súgó
      """),
    "harvest-hu-60x15": rows(
      """
        FELDERÍTÉS   Összegyűjtés                          09:30

          Mi maradt meg Önökben a délelőttből?

         Kérdés                   5   Fájdalompont             5
        · Mi venne rá, hogy          · 640 hozzászólást
          csütörtök délután ötkor…     gyűjtöttem, és egy…
                                     · Az űrlap egyet mond, a
          + 4                          pult mást, a honlap…
                                     · Ha valaki kiabál a
         Felismerés               5    pultnál, öt percre…
        · Nem dokumentumot           · Az újságból tudtam meg,
          keresünk, hanem a…           hogy a szomszéd város…
          + 4                          + 1
        10 tény az előadásokból
      """),
  ]

  /// A screen row by row, down to the last one that holds anything.
  static func rows(_ text: String) -> [String] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }
}
