import Cards
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What was parked, one after another: who takes it, what becomes of it.
struct ParkingWalk: Overlay {
  let card: CardID
  /// Who takes it.
  var line: Line
  /// Who it was before anything was typed.
  private let before: String
  private var fate: Parking.Fate
  /// Those that were passed over: they come again at the next walk.
  private var passed: Set<CardID> = []

  init(_ card: Card, passed: Set<CardID> = [], _ scene: Scene) {
    self.card = card.id
    self.passed = passed
    before = scene.owner(of: card) ?? ""
    line = Line(before)
    fate = Parking.fate(of: card) ?? .later
  }

  var place: TypedPlace? { TypedPlace("walk-parking", of: ["card": card]) }

  var unfinished: TypedText? {
    guard let place, line.text != before, !line.isEmpty else { return nil }
    return TypedText(line.text, at: place)
  }

  var typed: String? {
    get { line.text }
    set { line = Line(newValue ?? "") }
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.settle, hint: "next##in a list"),
      Binding(.tab, do: Self.complete, hint: "complete"),
      Binding(.down, do: Self.choose("next-outcome", "What becomes of it", by: 1), hint: "becomes"),
      Binding(.up, do: Self.choose("previous-outcome", "Another outcome", by: -1)),
      Binding(.control("n"), .pageDown, do: Self.pass, hint: "pass"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> ParkingWalk? {
    var walk = self
    return walk.line.take(key) ? walk : nil
  }

  /// The names that what was typed could be, or become.
  private func names(_ scene: Scene) -> [String] {
    guard !line.text.trimmed.isEmpty else { return [] }
    return scene.fitting(line.text.trimmed, in: Self.owner).map { scene.say($0.label) }
  }

  private static let owner = Field(id: "owner", label: Localized(""), type: .person)

  /// Who it is, as cards keep it: a known person's id, else the name.
  private func owner(_ scene: Scene) -> String {
    let name = Text.sanitised(line.text).trimmed
    if case .value(let person) = scene.answer(name, in: Self.owner) { return person }
    return name
  }

  private static func change(_ scene: Scene, _ change: (inout ParkingWalk) -> Void) -> Outcome {
    guard var walk = scene.focus.overlay as? ParkingWalk else { return .nothing }
    change(&walk)
    return .replace(walk, scene)
  }

  private static func choose(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { walk in
        let all = Parking.Fate.allCases
        let at = all.firstIndex(of: walk.fate) ?? 0
        walk.fate = all[(at + step + all.count) % all.count]
      }
    }
  }

  private static let complete = Action("complete-name", "Complete the name") { scene in
    change(scene) { walk in
      if let name = walk.names(scene).first { walk.line = Line(name) }
    }
  }

  /// Writes both and goes on to the next one.
  private static let settle = Action("settle", "Keep this, and the next one") { scene in
    guard let walk = scene.focus.overlay as? ParkingWalk, let card = scene.workshop.card(walk.card)
    else { return .close(scene) }
    let owner = walk.owner(scene)
    if walk.fate.wantsOwner, owner.isEmpty {
      return .refused("Who is the owner? A name, or ↓ for what becomes of it")
    }
    var outcome = walk.next(after: walk.card, scene)
    outcome.events = walk.events(owner, card, scene)
    return outcome
  }

  private func events(_ owner: String, _ card: Card, _ scene: Scene) -> [Event] {
    let values = [(Parking.owner, owner), (Parking.outcome, fate.rawValue)]
    var events = values.filter { card[$0.0] ?? "" != $0.1 }.map { field, value in
      Event.fieldSet(
        card: card.id, field: field, value: value, over: card.values[field]?.entry)
    }
    // An action stands where actions are, with where it comes from.
    let board = scene.workshop.boards.first { $0.sheet == "action" }
    if fate == .action, Parking.fate(of: card) != .action, let board {
      events.append(
        .cardAdded(
          board: board.id, text: card.text, fields: ["owner": owner, Card.links: card.id]))
    }
    return events
  }

  /// Leaves it open and goes on.
  private static let pass = Action("pass", "Leave it waiting, go to the next") { scene in
    guard let walk = scene.focus.overlay as? ParkingWalk else { return .nothing }
    return walk.next(after: walk.card, scene)
  }

  private func next(after card: CardID, _ scene: Scene) -> Outcome {
    let seen = passed.union([card])
    guard let next = scene.parkedOpen.all.first(where: { !seen.contains($0.id) }) else {
      var outcome = Outcome.close(scene)
      outcome.notice = "That was all that is parked"
      return outcome
    }
    return .replace(ParkingWalk(next, passed: seen, scene), scene)
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let open = scene.parkedOpen
    let inner = Panel.draw(
      scene.say("Parked: \(open.all.count) open, \(open.withoutOwner) without an owner"),
      into: &frame, in: rect)
    guard let card = scene.workshop.card(card) else { return }
    var y = inner.y
    let text = Rect(x: inner.x, y: y, width: inner.width, height: max(1, inner.height - 9))
    y += frame.paragraph(card.text, in: text, style: Style(.strong, bold: true))
    if let from = card[Card.from] {
      frame.put(scene.say("Raised by \(from)"), x: inner.x, y: y, style: .quiet, width: inner.width)
      y += 1
    }
    y += 1
    frame.put(scene.say("Who is the owner?"), x: inner.x, y: y, style: Style(.accent, bold: true))
    Panel.line(
      line, into: &frame, x: inner.x, y: y + 1, width: inner.width,
      placeholder: scene.say("A name; Tab completes"))
    let caret = frame.cursor
    frame.put(
      names(scene).prefix(4).joined(separator: "   "),
      x: inner.x + 2, y: y + 2, style: .accent, width: inner.width - 2)
    y += 3
    for choice in Parking.Fate.allCases where y < inner.maxY {
      let isChosen = choice == fate
      frame.put(
        (isChosen ? "▶ " : "  ") + scene.say(choice.phrase), x: inner.x, y: y,
        style: isChosen ? Style(.selection, bold: true) : .plain, width: inner.width)
      y += 1
    }
    frame.cursor = caret
  }
}

extension Reopening {
  /// Who takes a parked question.
  static let parkingWalk = stack("walk-parking") { details, scene in
    guard let card = scene.workshop.card(details["card"]), !card.isGone else { return [] }
    return [ParkingWalk(card, scene)]
  }
}
