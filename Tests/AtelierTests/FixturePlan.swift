import WorkshopCore
import WorkshopQueries

/// The plan of the tests' workshop: one morning, one activity of each kind.
enum FixturePlan {
  /// - Parameter secret: a word put into every script, to look for where no script may show.
  static func plan(secret: String = "") -> Plan {
    var plan = Plan(
      title: text("Open counters", "Guichets ouverts", "Nyitott ablakok"),
      goal: text(
        "Leave with three projects that somebody owns.",
        "Repartir avec trois projets portés par quelqu’un.",
        "Három projekttel távozunk, és mindegyiknek van gazdája."),
      themes: themes, people: people, tables: 3, boards: boards,
      sessions: [
        Session(
          id: "morning", title: text("The morning", "La matinée", "A délelőtt"),
          date: "2026-11-23", start: "09:00", place: "Town hall",
          activities: beginning + ideas + ending)
      ])
    guard !secret.isEmpty else { return plan }
    for index in plan.sessions[0].activities.indices {
      plan.sessions[0].activities[index].script = Localized("\(secret) is for one pair of eyes")
    }
    return plan
  }

  private static func text(_ en: String, _ fr: String, _ hu: String) -> Localized {
    Localized(texts: ["en": en, "fr": fr, "hu": hu])
  }

  private static let themes = [
    Theme(
      id: "inclusion",
      name: text("Digital inclusion", "Inclusion numérique", "Digitális esélyegyenlőség")),
    Theme(
      id: "relation", name: text("User relations", "Relation aux usagers", "Ügyfélkapcsolat")),
    Theme(id: "training", name: text("Training", "Formation", "Képzés")),
  ]

  private static let people = [
    Person(id: "p-jean", name: "Jean Morel", organisation: "Ville-Haute", role: "builder"),
    Person(id: "p-sofia", name: "Sofia Rossi", organisation: "Pont-Neuf", role: "builder"),
    Person(id: "p-ilona", name: "Ilona Szabó", organisation: "Kertváros", role: "builder"),
    Person(id: "p-karim", name: "Karim Meziane", organisation: "Ville-Haute", role: "builder"),
    Person(id: "p-lan", name: "Lan Nguyen", organisation: "Les Prés", role: "builder"),
    Person(id: "p-hugo", name: "Hugo Perrin", organisation: "Pont-Neuf", role: "builder"),
    Person(id: "p-vera", name: "Véra Lindqvist", organisation: "University", role: "expert"),
  ]

  private static let boards = [
    Board(
      id: "facts", title: text("Facts and questions", "Faits et questions", "Tények és kérdések"),
      sheet: "fact", columns: .theme,
      zones: [
        Zone(id: "fact", title: text("Facts", "Faits", "Tények")),
        Zone(id: "question", title: text("Questions", "Questions", "Kérdések")),
      ]),
    Board(
      id: "personas", title: text("Personas", "Personas", "Perszónák"), sheet: "persona",
      columns: .table),
    Board(
      id: "ideas", title: text("Ideas", "Idées", "Ötletek"),
      question: text(
        "How might we make sure nobody is left alone in front of an online form?",
        "Comment faire pour que personne ne reste seul devant un formulaire en ligne ?",
        "Hogyan érhetjük el, hogy senki ne maradjon egyedül egy online űrlappal?"),
      sheet: "idea"),
    Board(
      id: "projects", title: text("Projects", "Projets", "Projektek"), sheet: "project",
      columns: .theme),
    Board(
      id: "actions", title: text("Actions", "Suites", "Következő lépések"), sheet: "action",
      columns: .table),
    Board(
      id: "check-out", title: text("Check-out", "Bilan", "Zárókör"), sheet: "check-out",
      zones: [
        Zone(id: "keep", title: text("Keep", "Garder", "Megtartani")),
        Zone(id: "change", title: text("Change", "Changer", "Változtatni")),
      ]),
    Board(id: "parking", title: text("Car park", "Parking", "Parkoló"), sheet: "parking"),
  ]

  private static let beginning = [
    Activity(
      id: "welcome", title: text("Welcome", "Accueil", "Köszöntő"), kind: "plenary", phase: .scan,
      minutes: 10,
      question: text(
        "What brings us together?", "Qu’est-ce qui nous réunit ?", "Miért vagyunk itt?"),
      points: [
        text(
          "Three hours, three projects", "Trois heures, trois projets", "Három óra, három projekt"),
        text(
          "What is said here may be told, not who said it",
          "Ce qui se dit ici peut se répéter, pas qui l’a dit",
          "Ami itt elhangzik, elmondható; az nem, hogy kitől"),
      ],
      script: text(
        "Wait for the last row to sit down. Say where the doors are.",
        "Attendre que le dernier rang soit assis. Dire où sont les portes.",
        "Várd meg, amíg az utolsó sor is leül. Mondd el, hol az ajtó."), lead: "Paul",
      board: "parking"),
    Activity(
      id: "game", title: text("Warm-up", "Échauffement", "Bemelegítés"), kind: "warm-up",
      phase: .scan, minutes: 10, board: "parking", warmUp: "impromptu-networking"),
    Activity(
      id: "experts", title: text("Experts", "Experts", "Szakértők"), kind: "talk", phase: .scan,
      minutes: 20,
      script: text(
        "Show two fingers at two minutes.", "Deux doigts à deux minutes.", "Két percnél két ujj."),
      board: "facts",
      rounds: [
        Round(
          title: text(
            "Who does not come, and why", "Qui ne vient pas, et pourquoi",
            "Ki nem jön el, és miért"), who: "Véra Lindqvist", theme: "inclusion",
          segments: segments),
        Round(
          title: text(
            "The counter of the past year", "Le guichet de l’année passée",
            "Az elmúlt év ügyfélszolgálata"), who: "Omar Lahlou", theme: "relation",
          segments: segments),
      ]),
    Activity(
      id: "cards", title: text("Persona cards", "Cartes persona", "Perszónakártyák"),
      kind: "persona", phase: .scan, minutes: 30,
      question: text(
        "Who comes to your counter?", "Qui vient à votre guichet ?", "Ki jön az ablakodhoz?"),
      script: text(
        "Twist at twenty minutes: turn one card per table, loud, all at once.",
        "À vingt minutes, le rebondissement : une carte par table, à voix haute.",
        "Húsz percnél fordulat: asztalonként egy kártya, hangosan."), board: "personas",
      deck: "persona", deal: .express),
  ]

  private static let segments = [
    Segment(title: text("Talk", "Exposé", "Előadás"), minutes: 6),
    Segment(title: text("Questions", "Questions", "Kérdések"), minutes: 4),
  ]

  private static let ideas = [
    Activity(
      id: "ideation", title: text("Ideation", "Idéation", "Ötletelés"), kind: "board",
      phase: .focus, minutes: 30,
      script: text(
        "Silence first, five minutes. Then aloud.",
        "D’abord le silence, cinq minutes. Puis à voix haute.",
        "Előbb csend, öt perc. Aztán hangosan."), lead: "Ana", board: "ideas"),
    Activity(
      id: "coffee", title: text("Break", "Pause", "Szünet"), kind: "break", minutes: 15,
      isFixed: true, board: "parking"),
    Activity(
      id: "vote", title: text("Dot vote", "Vote par points", "Pontozás"), kind: "poll",
      phase: .focus, minutes: 15,
      question: text(
        "What do we work out in detail?", "Qu’allons-nous approfondir ?",
        "Mit dolgozunk ki részletesen?"),
      material: text(
        "Stickers, five each", "Gommettes, cinq par personne", "Matricák, fejenként öt"),
      board: "ideas", poll: PollPlan(dots: 5, cap: 2, winners: 2)),
    Activity(
      id: "model", title: text("Model canvas", "Canevas", "Vászon"), kind: "canvas", phase: .act,
      minutes: 30, board: "ideas", canvas: "social", isMini: true),
  ]

  private static let ending = [
    Activity(
      id: "teams", title: text("Sign-up", "Inscription", "Jelentkezés"), kind: "sign-up",
      phase: .act, minutes: 15,
      question: text(
        "Which project is yours for the next month?",
        "Quel projet est le vôtre pour le mois qui vient ?",
        "Melyik projekt a tiéd a következő hónapban?"), board: "projects"),
    Activity(
      id: "steps", title: text("Actions", "Suites", "Következő lépések"), kind: "actions",
      phase: .act, minutes: 15,
      question: text("Who does what by when?", "Qui fait quoi, et quand ?", "Ki, mit, mikorra?"),
      board: "actions"),
    Activity(
      id: "round", title: text("Check-out", "Bilan", "Zárókör"), kind: "check-out", phase: .act,
      minutes: 10,
      question: text(
        "What do we keep, what do we change?", "Que garder, que changer ?",
        "Mit tartsunk meg, min változtassunk?"), board: "check-out"),
  ]
}
