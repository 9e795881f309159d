import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

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
  static let apply = Action("apply-tables", "These are the tables") { scene in
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
