import Cards
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
      number.map { scene.say("Draw \($0)") } ?? scene.say("Where they sit now"),
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

/// Who gets which seat: one person moved, those who came late, the whole proposal.
extension SeatingPanel {
  func seat(_ person: CardID, at table: Int, _ scene: Scene) -> Outcome {
    guard (1...seating(scene).count).contains(table), seating(scene).tables[person] != table else {
      return .nothing
    }
    var panel = self
    panel.proposal?.seating.seat(person, at: table)
    var outcome = Outcome.replace(panel, scene)
    if !isProposal {
      outcome.events = [
        .fieldSet(
          card: person, field: Card.table, value: String(table),
          over: scene.workshop.card(person)?.values[Card.table]?.entry)
      ]
    }
    return outcome
  }

  static let latecomers = Action("seat-latecomers", "Seat those who have no table") {
    scene in
    guard var panel = scene.focus.overlay as? SeatingPanel else { return .nothing }
    var seating = Seating(
      panel.guests(scene), count: panel.seating(scene).count, tables: panel.seating(scene).tables)
    let late = seating.standing
    guard !late.isEmpty else { return .refused("Everybody has a seat") }
    let themes = panel.themes(scene)
    for guest in late { seating.seat(guest.id, at: seating.place(for: guest, themes: themes)) }
    panel.selected = late.first?.id
    panel.proposal?.seating = seating
    var outcome = Outcome.replace(panel, scene)
    let names = late.map { scene.workshop.card($0.id)?.text ?? $0.id }.joined(separator: ", ")
    if panel.isProposal {
      outcome.notice = "Seated: \(names)"
    } else {
      outcome.events = Event.setting(
        Card.table, of: late.map { ($0.id, seating.tables[$0.id].map(String.init) ?? "") })
      outcome.notice = "Seated: \(names); u takes it back"
    }
    return outcome
  }

  /// Makes the proposal the room's: whoever is not in it has no table any more.
  static let apply = Action("apply-tables", "Use these tables") { scene in
    guard var panel = scene.focus.overlay as? SeatingPanel, let proposal = panel.proposal else {
      return .nothing
    }
    let seating = proposal.seating
    let values = scene.workshop.people.compactMap { person -> (CardID, String)? in
      let table = seating.tables[person.id].map(String.init) ?? ""
      return table == person.table ?? "" ? nil : (person.id, table)
    }
    panel.proposal = nil
    var outcome = Outcome.replace(panel, scene)
    if seating.count != scene.workshop.plan.tables {
      outcome.events.append(
        .planChanged(changes: [scene.workshop.setting("tables", to: String(seating.count))]))
    }
    outcome.events += Event.setting(Card.table, of: values)
    outcome.notice =
      "\(seating.tables.count) people at \(seating.count) tables; p shows them, u undoes it"
    return outcome
  }
}

/// What the keys over the seating plan do.
extension SeatingPanel {
  package func bindings(_ scene: Scene) -> [Binding] {
    let settled: Phrase? = isProposal ? nil : "These tables count already: r draws others"
    let open: Phrase? = isProposal ? "First Enter: these tables are only proposed" : nil
    let nobody: Phrase? =
      guests(scene).contains { $0.theme != nil } ? nil : "Nobody has chosen a theme yet"
    return [
      Binding(.enter, do: Self.apply, hint: "apply", unless: settled),
      Binding(
        .character("r"), do: Self.redraw("draw-again", "Another draw", by: 1), hint: "redraw"),
      Binding(
        .character("R"), do: Self.redraw("draw-before", "The draw before", by: -1),
        unless: (number ?? 0) > 1 ? nil : "This is the first draw"),
      Binding(
        .character("+"), .character("="), do: Self.tables("table-more", "A table more", by: 1),
        hint: "table##one more"),
      Binding(.character("-"), do: Self.tables("table-less", "A table less", by: -1)),
      Binding(.character("t"), do: Self.themes, hint: "themes", unless: nobody),
      Binding(.character("x"), do: Self.experts),
      Binding(.character("/"), do: Self.names, hint: "names"),
      Binding(.character("l"), do: Self.latecomers, hint: "seat others"),
      Binding(.character("p"), do: Self.show, hint: "show", unless: open),
      Binding(.down, .character("j"), do: Self.step("next-person", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.step("previous-person", "Up", by: -1)),
      Binding(.right, do: Self.move("table-after", "To the next table", by: 1), hint: "move"),
      Binding(.left, do: Self.move("table-before", "To the table before", by: -1)),
    ] + (1...9).map { Self.digit($0) } + [
      Binding(
        .character("u"), do: .undo, hint: "undo",
        unless: isProposal ? "Nothing saved yet. Esc: discard" : nil),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  /// Changes the open panel.
  private static func change(
    _ id: String, _ phrase: Phrase,
    _ change: @escaping @Sendable (inout SeatingPanel, Scene) -> Void
  ) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? SeatingPanel else { return .nothing }
      change(&panel, scene)
      return .replace(panel, scene)
    }
  }

  private static func redraw(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    change(id, phrase) { panel, scene in
      let before = panel.seating(scene)
      panel.draw(max(1, (panel.number ?? 0) + step), scene)
      // The tables as they are came from one of the draws: that one is no other.
      if step > 0, panel.seating(scene).tables == before.tables {
        panel.draw((panel.number ?? 1) + 1, scene)
      }
    }
  }

  private static func tables(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    change(id, phrase) { panel, scene in
      let count = max(1, min(panel.seating(scene).count + step, Plan.mostTables))
      panel.draw(panel.number ?? 1, count: count, scene)
    }
  }

  private static let names = Action("seat-by-name", "Seat people by name: letters and a number") {
    scene in
    guard let panel = scene.focus.overlay as? SeatingPanel else { return .nothing }
    return .open(RollCall(SeatRoll(guides: panel.guides)), scene)
  }

  private static let themes = change("seat-themes", "Themes at tables of their own, or mixed") {
    panel, scene in
    panel.byTheme.toggle()
    panel.draw(panel.number ?? 1, scene)
  }

  private static let experts = change(
    "seat-experts", "Experts and consultants at the tables, or not"
  ) { panel, scene in
    panel.guides.toggle()
    panel.draw(panel.number ?? 1, scene)
  }

  private static func step(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    change(id, phrase) { panel, scene in
      let order = panel.order(scene)
      let index = order.firstIndex { $0 == panel.selected } ?? (step > 0 ? -1 : order.count)
      panel.selected = order.isEmpty ? nil : order[max(0, min(index + step, order.count - 1))]
    }
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let panel = scene.focus.overlay as? SeatingPanel, let person = panel.selected else {
        return .nothing
      }
      let seating = panel.seating(scene)
      let from = seating.tables[person] ?? (step > 0 ? 0 : seating.count + 1)
      return panel.seat(person, at: from + step, scene)
    }
  }

  private static func digit(_ table: Int) -> Binding {
    let action = Action("to-table-\(table)", "To table \(table)") { scene in
      guard let panel = scene.focus.overlay as? SeatingPanel, let person = panel.selected else {
        return .nothing
      }
      guard table <= panel.seating(scene).count else {
        return .refused("There is no table \(table): + adds one")
      }
      return panel.seat(person, at: table, scene)
    }
    return Binding(.character(Character(String(table))), do: action)
  }

  /// The stage shows the tables, until asked again or until the room goes on.
  private static let show = Action(
    "show-tables", "Show the tables on the projector, or take them off"
  ) { scene in
    .toggling(SeatingView.name, notice: "The projector shows the tables", scene, early: true)
  }
}
