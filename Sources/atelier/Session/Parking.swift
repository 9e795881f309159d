import Terminal
import WorkshopCore

/// A card that is kept for later, and what has become of it.
///
/// The three fields are those of the sheet `parking`, which a workshop may replace by its own.
enum Parking {
  static let owner = "owner"
  static let answer = "answer"
  /// What becomes of it: one of `Fate`.
  static let outcome = "outcome"

  /// What can become of something that was kept for later.
  enum Fate: String, CaseIterable, Sendable {
    case answered, action, later, dropped

    var phrase: Phrase {
      switch self {
      case .answered: "Answered"
      case .action: "Becomes an action"
      case .later: "Kept for next time"
      case .dropped: "Let go"
      }
    }

    /// Whether somebody must take it home.
    var wantsOwner: Bool { self == .action || self == .later }
  }

  static func fate(of card: Card) -> Fate? {
    card[outcome].flatMap { Fate(rawValue: $0) } ?? (card[answer] == nil ? nil : .answered)
  }

  /// Whether it still has to be spoken of.
  static func isOpen(_ card: Card) -> Bool {
    guard let fate = fate(of: card) else { return true }
    return fate.wantsOwner && card[owner] == nil
  }
}

extension Scene {
  /// What was kept for later, on whatever board for it.
  var parked: [Card] {
    workshop.boards.filter(isParking).flatMap { workshop.cards(on: $0.id) }
  }

  /// Whether a board is for what is kept for later.
  func isParking(_ board: Board) -> Bool {
    board.id == Workshop.parking || board.sheet == Workshop.parking
  }

  /// What is open, and how many of it nobody has taken.
  var parkedOpen: (all: [Card], withoutOwner: Int) {
    let open = parked.filter(Parking.isOpen)
    return (open, open.count { $0[Parking.owner] == nil })
  }
}

extension Action {
  /// From anywhere, over whatever is open, and back again.
  static let park = Action("park", "Park a question for later", onStage: true) { scene in
    // A line that a frozen list did not take is what one wants to park.
    let late = scene.lateLine
    let prompt = Prompt(
      title: "Parked for later", help: "What we come back to; @name is who takes it",
      line: Line(late), marks: true, isParking: true
    ) { text, scene in
      guard let board = scene.workshop.board(Workshop.parking) else { return .nothing }
      let events = chunks(of: text).map { CardLine($0, on: board, scene).event(on: board) }
      var outcome = late.isEmpty ? Outcome() : Outcome.focus(of: scene) { $0.freeLine() }
      outcome.events = events
      outcome.notice = "Parked: \(text)"
      return outcome
    }
    return .open(prompt, scene)
  }

  /// At the close, or whenever there is a moment.
  static let walkParking = Action("walk-parking", "Go through what is parked") { scene in
    let open = scene.parkedOpen.all
    guard let first = open.first else {
      return .refused(
        scene.parked.isEmpty
          ? "Nothing is parked: M-p parks a question" : "Everything parked has been dealt with")
    }
    return .open(ParkingWalk(first, scene), scene)
  }
}
