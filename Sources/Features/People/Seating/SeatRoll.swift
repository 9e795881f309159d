import Cards
import Journaling
import Languages
import Shell
import WorkshopCore
import WorkshopQueries

/// Tables as a list of names: the letters of a person and the number of a table, in a draw that is only
/// proposed as well.
struct SeatRoll: RollSubject {
  /// Whether experts and consultants sit at tables too.
  let guides: Bool

  var place: TypedPlace {
    TypedPlace("seat-by-name", of: ["guides": guides ? "yes" : nil])
  }

  func title(_ scene: Scene) -> Phrase { "Who sits where?" }
  var hint: Phrase { "tables" }
  var none: Phrase { "no table" }
  func waiting(_ count: Int) -> Phrase { "Without a table: \(count)" }

  /// The seating plan beneath this list, and its place among what lies over the desk.
  private func panel(_ scene: Scene) -> (panel: SeatingPanel, place: Int)? {
    scene.focus.overlays.indices.reversed().lazy.compactMap { index in
      (scene.focus.overlays[index] as? SeatingPanel).map { ($0, index) }
    }.first
  }

  private func seating(_ scene: Scene) -> Seating {
    panel(scene)?.panel.seating(scene)
      ?? scene.workshop.seating(of: scene.workshop.guests(at: scene.session, guides: guides))
  }

  func entries(_ scene: Scene) -> [RollEntry] {
    let seating = seating(scene)
    let here = seating.guests.map(\.id)
    let away = scene.workshop.guests(at: nil, guides: guides).map(\.id).filter {
      !here.contains($0)
    }
    return (here + away).compactMap(scene.workshop.card).map { person in
      let isHere = seating.guests.contains { $0.id == person.id }
      return RollEntry(
        id: person.id, name: person.text, detail: person[Card.organisation] ?? "",
        places: isHere ? seating.tables[person.id].map { [$0] } ?? [] : [], isAway: !isHere,
        members: [person.id])
    }
  }

  func places(_ scene: Scene) -> [RollPlace] {
    let seating = seating(scene)
    let themes = seating.themes
    return (1...seating.count).map { table in
      RollPlace(
        title: scene.title(ofTheme: themes[table]) ?? scene.say("Table \(table)"),
        count: seating.guests(at: table).count)
    }
  }

  func put(_ entries: [RollEntry], at place: Int?, _ scene: Scene) -> Outcome {
    let people = entries.flatMap(\.members).compactMap { scene.workshop.card($0) }
    let away = entries.filter(\.isAway)
    if let (panel, index) = panel(scene), panel.isProposal {
      if let one = away.first {
        return .refused("\(one.name) is absent: I checks people in")
      }
      var changed = panel
      for person in people { changed.proposal?.seating.seat(person.id, at: place) }
      return .focus(of: scene) { $0.overlays[index] = changed }
    }
    let table = place.map(String.init) ?? ""
    let seats: [Event] =
      people.count == 1
      ? [
        .fieldSet(
          card: people[0].id, field: Card.table, value: table,
          over: people[0].values[Card.table]?.entry)
      ] : Event.setting(Card.table, of: people.map { ($0.id, table) })
    // Whoever takes a seat is here.
    let session = scene.session?.id
    let marks = away.flatMap(\.members).compactMap { person in
      session.map { Event.memberAdded(card: person, set: Workshop.present, member: $0) }
    }
    return Outcome(events: seats + marks)
  }
}

extension Reopening {
  /// Names for tables, over the tables.
  static let seatRoll = stack("seat-by-name") { details, scene in
    var panel = SeatingPanel(scene)
    panel.guides = details["guides"] != nil
    return [panel, RollCall(SeatRoll(guides: panel.guides))]
  }
}
