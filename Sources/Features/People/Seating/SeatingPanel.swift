import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// Who sits where: a draw to look at before it counts, or the tables as they are, to change by hand.
///
/// A draw is only proposed; Enter makes it the room's in one event. Once people have tables, every
/// change is made at once.
package struct SeatingPanel: Overlay {
  /// The chosen person.
  var selected: CardID?
  /// Whether people who chose one theme sit together.
  var byTheme: Bool
  /// Whether experts and consultants sit at tables too.
  var guides: Bool
  /// What is proposed; nil: the tables as they are.
  var proposal: Proposal?

  /// A seating that does not count yet.
  struct Proposal: Equatable, Sendable {
    /// Which draw it is, from 1 on: the same number makes the same tables again.
    var number: Int
    var seating: Seating
  }

  /// The tables as they are, or a first draw while nobody has one.
  init(_ scene: Scene) {
    guides = scene.workshop.seatsGuides(at: scene.session)
    byTheme = false
    let guests = guests(scene)
    byTheme = guests.contains { $0.theme != nil }
    if scene.workshop.seating(of: guests).tables.isEmpty { draw(1, scene) }
    selected = order(scene).first
  }

  package static let open = Action("form-tables", "Form tables") { scene in
    let panel = SeatingPanel(scene)
    guard !panel.guests(scene).isEmpty else {
      return .refused("Nobody to seat: no participant is on the list yet")
    }
    return .open(panel, scene)
  }

  var isProposal: Bool { proposal != nil }
  /// The number of the draw that is proposed.
  var number: Int? { proposal?.number }

  func seating(_ scene: Scene) -> Seating {
    proposal?.seating ?? scene.workshop.seating(of: guests(scene))
  }

  func guests(_ scene: Scene) -> [Seating.Guest] {
    scene.workshop.guests(at: scene.session, guides: guides)
  }

  /// The themes that count, in their order.
  func themes(_ scene: Scene) -> [String] {
    byTheme ? scene.workshop.themes.map(\.id) : []
  }

  /// Everyone as they stand on screen: table by table, then those without one.
  func order(_ scene: Scene) -> [CardID] {
    let seating = seating(scene)
    return (1...seating.count).flatMap { seating.guests(at: $0).map(\.id) }
      + seating.standing.map(\.id)
  }

  mutating func draw(_ number: Int, count: Int? = nil, _ scene: Scene) {
    let seating = Seating(
      guests(scene), count: count ?? seating(scene).count, themes: themes(scene),
      seed: UInt64(number))
    proposal = Proposal(number: number, seating: seating)
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("Form tables"), into: &frame, in: rect)
    let seating = seating(scene)
    let facts = [
      number.map { scene.say("Draw \($0)") } ?? scene.say("As they sit now"),
      scene.say("\(seating.tables.count) people"), scene.say("\(seating.count) tables"),
      byTheme ? scene.say("themes together") : nil, guides ? scene.say("with experts") : nil,
    ]
    // A small window has no room for air.
    let isSmall = rect.height < 16
    let (head, rest) =
      isSmall
      ? (Rect(x: inner.x, y: inner.y - 1, width: inner.width, height: 1), inner) : inner.top(2)
    frame.put(
      facts.compactMap { $0 }.joined(separator: " · "), x: head.x, y: head.y,
      style: isProposal ? Style(.accent, bold: true) : .plain, width: head.width)
    let (foot, list) = rest.bottom(isSmall ? 2 : 3)
    SeatingList.draw(seating, selected: selected, scene, into: &frame, in: list)
    let clashes = seating.clashes
    frame.put(
      scene.say(
        "Pairs at one table: ! of one organisation \(clashes.organisations), of one cohort \(clashes.cohorts)"
      ), x: foot.x, y: foot.maxY - 2, style: .quiet, width: foot.width)
    guard let person = scene.workshop.card(selected) else { return }
    let about = [
      person.text, person["organisation"], person["cohort"], scene.title(ofTheme: person.theme),
    ]
    frame.put(
      about.compactMap { $0 }.joined(separator: " · "), x: foot.x, y: foot.maxY - 1, style: .accent,
      width: foot.width)
  }
}
