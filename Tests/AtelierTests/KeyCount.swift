import Terminal
import WorkshopCore
import WorkshopQueries

@testable import Shell

/// A facilitator with a room of thirty-two, whose keys are counted.
///
/// The names are French, as they stand on a sign-in sheet: many begin alike.
struct KeyCount {
  var desk: Desk
  private(set) var keys = 0

  static let names = [
    "Odette Martin", "Odile Bernard", "Jean-Pierre Dubois", "Jean Morel", "Jeanne Petit",
    "Marie Durand", "Marie-Claude Leroy", "Marion Moreau", "Michel Simon", "Michèle Laurent",
    "Anne Lefebvre", "Anne-Sophie Michel", "Anaïs Garcia", "Antoine David", "André Bertrand",
    "Claire Roux", "Claude Vincent", "Clémence Fournier", "Christophe Girard", "Christine Bonnet",
    "Éric Dupont", "Élodie Lambert", "Émilie Fontaine", "François Rousseau", "Françoise Blanc",
    "Hélène Guérin", "Isabelle Boyer", "Laurent Garnier", "Nadia Chevalier", "Pascal François",
    "Sylvie Legrand", "Thérèse Gauthier",
  ]
  static let projects = [
    "Accueil commun", "Guichet mobile", "Formation des agents", "Plateforme de partage",
    "Bus numérique", "Aidants en mairie", "Lettres claires",
  ]
  static let ideas =
    projects.map { "\($0), dans chaque commune" } + [
      "Un guichet qui suit les marchés", "Des bibliothécaires formés au premier accueil",
      "Rappeler dans la journée", "Une salle de test ouverte aux habitants",
      "Un seul formulaire pour toutes les communes", "Le même formulaire dans toutes les communes",
      "Des visites à domicile", "Un glossaire des sigles", "Les agents se forment entre eux",
      "Une hotline le samedi", "Un compteur de démarches", "Une carte des lieux d’accès",
    ]

  /// Two sessions: ideas on a wall, a sign-up, decisions; on the second day a board again.
  static let plan = Plan(
    title: "Guichets",
    people: names.enumerated().map { index, name in
      Person(
        id: "p\(index + 1)", name: name, organisation: "Commune \(index % 9 + 1)", role: "builder")
    }, tables: 6,
    boards: [
      Board(id: "ideas", title: "Idées", sheet: "idea"),
      Board(id: "projects", title: "Projets", sheet: "project"),
      Board(id: "decisions", title: "Décisions", sheet: "decision"),
    ],
    sessions: [
      Session(
        id: "day-1", title: "Jour 1", date: "2020-06-01",
        activities: [
          Activity(id: "one", title: "Idées", kind: "board", minutes: 30, board: "ideas")
        ]),
      Session(
        id: "day-2", title: "Jour 2", date: "2020-06-02",
        activities: [
          Activity(id: "wall", title: "Mur", kind: "board", minutes: 30, board: "ideas"),
          Activity(id: "teams", title: "Équipes", kind: "sign-up", minutes: 20, board: "projects"),
          Activity(
            id: "decide", title: "Décisions", kind: "decision", minutes: 20, board: "decisions"),
        ]),
    ])

  /// The room at an activity, with the ideas and the projects there.
  init(at activity: ActivityID, then events: [Event] = []) {
    let cards =
      Self.ideas.map { Event.cardAdded(board: "ideas", text: $0, fields: nil) }
      + Self.projects.map { Event.cardAdded(board: "projects", text: $0, fields: nil) }
    desk = Desk(
      Stage.scene(
        Self.plan, then: cards + events + [.activityOpened(activity: activity, seconds: nil)]))
  }

  var scene: Scene { desk.scene }

  mutating func press(_ labels: String...) {
    for label in labels {
      desk.press(label)
      keys += 1
    }
  }

  mutating func type(_ text: String) {
    desk.type(text)
    keys += text.count
  }

  /// Types a text letter by letter until it is understood.
  mutating func type(_ text: String, until isClear: (Scene) -> Bool) {
    for letter in text where !isClear(scene) { type(String(letter).lowercased()) }
  }

  /// The keys that something takes.
  mutating func count(_ deed: (inout KeyCount) -> Void) -> Int {
    let before = keys
    deed(&self)
    return keys - before
  }
}
