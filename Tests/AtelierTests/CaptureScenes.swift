import Terminal
import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// Scenes of ideas being typed, linked, parked and typed over.
enum CaptureScenes {
  /// The fixture's ideas, at which somebody takes notes.
  static func notes(_ language: String = "en", line: String = "") -> Scene {
    var scene = Fixture.scene(.board, .notes, language)
    scene.focus.line = Line(line)
    return scene
  }

  /// Three cards that say nearly what is being typed.
  static func said(_ language: String = "en") -> Scene {
    notes(language, line: "librarians could be the first contact").after(
      ("Louis", .cardAdded(board: "ideas", text: "First contact with librarians", fields: nil)),
      ("Louis", .cardAdded(board: "ideas", text: "Librarians, the first contact!", fields: nil)),
      (
        "Louis",
        .cardAdded(board: "ideas", text: "First, a contact at the librarians’", fields: nil)
      )
    )
  }

  /// A card that two people typed over each other on, chosen.
  static func conflict(_ role: Role, _ language: String = "en") -> Scene {
    var scene = Fixture.scene(.board, role, language)
    let card = idea(scene)
    let seen = card.values[Card.text]?.entry
    scene = scene.after(
      (
        "Louis",
        .fieldSet(card: card.id, field: "text", value: "One desk in every town", over: seen)
      ),
      ("Ana", .fieldSet(card: card.id, field: "text", value: "One desk for all towns", over: seen)))
    scene.focus.place = role == .facilitator ? .board("ideas") : .agenda
    scene.focus.card = card.id
    return scene
  }

  /// The first idea.
  static func idea(_ scene: Scene) -> Card { scene.workshop.cards(on: "ideas")[0] }

  /// The close, with three things parked.
  static func close(_ role: Role = .facilitator, _ language: String = "en") -> Scene {
    Fixture.scene(.checkOut, role, language).after(
      ("Ana", .cardAdded(board: "parking", text: "Who pays the second year?", fields: nil)),
      ("Ana", .cardAdded(board: "parking", text: "A name for it", fields: ["owner": "p-sofia"])))
  }

  static let screens: [Shot] =
    Language.builtIn.flatMap { language in
      [
        Shot("said-notes-\(language)") { said(language) },
        Shot("long-notes-\(language)") { notes(language, line: long(430)) },
        Shot("facts-notes-\(language)", 120, 40) { Desk.scene(linking(.notes, language), "Alt-f") },
        Shot("conflict-notes-\(language)") {
          Desk.scene(conflict(.notes, language), "↑", "↑", "↑", "↑", "Alt-d")
        },
        Shot("park-notes-\(language)") {
          Desk.scene(notes(language, line: "A bench"), "Alt-p", "W", "h", "o", "?")
        },
        Shot("parked-facilitator-\(language)") {
          Desk.scene(close(.facilitator, language), "Alt-w")
        },
      ]
    } + [
      Shot("said-notes-en", 60, 15) { said() },
      Shot("said-second-notes-en", 120, 40) { Desk.scene(said(), "Shift-Tab") },
      Shot("several-lines-notes-en") {
        notes(line: "Callback within the day\nsame person to the end\n\nand a number to call")
      },
      Shot("several-lines-notes-en", 60, 15) { notes(line: "One\ntwo\nthree\nfour\nfive\nsix") },
      Shot("too-long-notes-en") { notes(line: long(512)) },
      Shot("facts-notes-en") { Desk.scene(linking(.notes), "Alt-f", "↓") },
      Shot("facts-beside-notes-en", 120, 40) {
        Desk.scene(linking(.notes), "Alt-f", "Enter", "A", "n")
      },
      Shot("facts-facilitator-en", 120, 40) { Desk.scene(linking(.facilitator), "Alt-f", "↓") },
      Shot("conflict-facilitator-en", 120, 40) { Desk.scene(conflict(.facilitator), "Alt-d", "→") },
      Shot("conflict-facilitator-en", 60, 15) { Desk.scene(conflict(.facilitator), "Alt-d") },
      Shot("park-facilitator-en") { Desk.scene(close(), ":", "Alt-p", "W") },
      Shot("parked-name-facilitator-en") { Desk.scene(close(), "Alt-w", "s", "o", "↓") },
      Shot("parked-facilitator-en", 60, 15) { Desk.scene(close(), "Alt-w") },
    ]

  /// An idea chosen or a line begun, with facts, personas and a pain point to link it to.
  static func linking(_ role: Role, _ language: String = "en") -> Scene {
    var scene = Fixture.scene(.board, role, language)
    scene.focus.place = role == .facilitator ? .board("ideas") : .agenda
    if role == .facilitator { scene.focus.card = idea(scene).id }
    return scene
  }

  static func long(_ count: Int) -> String {
    let words = "A mobile desk that follows the market days from town to town and back again "
    return String(String(repeating: words, count: 1 + count / words.count).prefix(count - 1)) + "."
  }
}

extension Scene {
  /// What the scene becomes when people do things, a second apart.
  func after(_ events: (by: String, event: Event)...) -> Scene {
    var scene = self
    for (index, (by, event)) in events.enumerated() {
      scene.workshop.apply(
        Entry(
          id: EntryID(writer: "later", sequence: index + 1),
          stamp: Stamp(milliseconds: now.milliseconds + Int64(index) * 1000), at: "", by: by,
          event: event))
    }
    return scene
  }
}
