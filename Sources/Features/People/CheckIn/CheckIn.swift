import Cards
package import Journaling
import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// People checked in at the door: a few letters and Enter for each.
package struct CheckIn: Overlay {
  /// The session at which they arrive.
  var session: String
  var line = Line()
  /// The person whom the arrows chose; nil: the first that the line means.
  private(set) var chosen: CardID?
  /// Who was marked last: what Enter on an empty line speaks of.
  private(set) var last: Last?
  /// How many the last key marked at once.
  private(set) var marked = 0
  /// What Enter would do now, and asks first.
  private(set) var question: Question?

  /// Somebody just marked; a newcomer's card has no id while the key is decided.
  enum Last: Equatable, Sendable {
    case known(CardID)
    case added(String)
  }

  /// What is asked before it is done.
  enum Question: Equatable, Sendable {
    case takeBack(CardID)
    case welcome(Newcomer)
  }

  package static let open = Action("check-in", "Check people in") { scene in
    guard let session = scene.arrivingSession else { return .refused("This plan has no session") }
    return .open(CheckIn(session: session.id), scene)
  }

  package var place: TypedPlace? { TypedPlace("check-in", of: ["session": session]) }

  /// A name may be somebody's who is on no list yet.
  package var unfinished: TypedText? {
    place.flatMap { line.text.trimmed.isEmpty ? nil : TypedText(line.text, at: $0) }
  }

  package var typed: String? {
    get { line.text }
    set { line = Line(newValue ?? "") }
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    let hasPerson = person(scene) != nil
    let hint: Phrase =
      switch question {
      case .takeBack: "take back"
      case .welcome: "add"
      case nil: "is here"
      }
    return [
      Binding(.enter, do: Self.give, hint: hint),
      Binding(.down, do: Self.move("next-person", "Down", by: 1), hint: "down"),
      Binding(.up, do: Self.move("previous-person", "Up", by: -1), hint: "up"),
      Binding(
        .function(2), do: Self.asBefore, hint: before(scene).isEmpty ? nil : "as last time",
        unless: before(scene).isEmpty ? "Nobody else was checked in at an earlier session" : nil),
      Binding(
        .control("n"), do: Self.welcome, hint: "new",
        unless: Newcomer(line.text) == nil ? "Type the name of somebody new first" : nil),
      Binding(
        .function(4), do: Self.edit, hint: "sheet",
        unless: hasPerson ? nil : "Type a few letters of a name first"),
      Binding(
        .tab, do: Self.nextSession, hint: "day##the next session",
        unless: scene.workshop.plan.sessions.count > 1 ? nil : "This plan has one session only"),
      Binding(.alt("u"), .control("_"), do: .undo),
      Binding(.escape, do: Self.leave, hint: "close"),
      Binding(.function(1), do: .help, hint: "help"),
    ]
  }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> CheckIn? {
    var next = self
    guard next.line.take(key) else { return nil }
    next.chosen = nil
    next.question = nil
    return next
  }

  /// Whom the line means, best first; a number means everybody who sits at that table.
  func matches(_ scene: Scene) -> [Card] {
    let table = table(scene)
    return table.isEmpty ? RosterSearch.people(line.text, in: scene.workshop, at: session) : table
  }

  /// Everybody who sits at the table whose number was typed.
  func table(_ scene: Scene) -> [Card] {
    guard let number = Int(line.text.trimmed) else { return [] }
    return scene.workshop.people.filter { $0.table == String(number) }
  }

  /// Those who were at the last session that was held, and are not here yet.
  func before(_ scene: Scene) -> [Card] {
    guard let last = scene.workshop.attended(before: session) else { return [] }
    return scene.workshop.people.filter {
      $0.has(last.id, in: Workshop.present) && !isHere($0)
    }
  }

  /// Whom Enter speaks of: the chosen one, the first that the line means, or whoever was marked last.
  func person(_ scene: Scene) -> Card? {
    if let chosen = scene.workshop.card(chosen), !chosen.isGone { return chosen }
    if !line.text.trimmed.isEmpty { return matches(scene).first }
    switch last {
    case .known(let id): return scene.workshop.card(id).flatMap { $0.isGone ? nil : $0 }
    case .added(let name): return scene.workshop.people.last { $0.text == name }
    case nil: return nil
    }
  }

  func isHere(_ person: Card) -> Bool { person.has(session, in: Workshop.present) }

  /// How many of the roster are here.
  func sum(_ scene: Scene) -> String {
    let people = scene.workshop.people
    return scene.say("\(people.count(where: isHere)) of \(people.count) here")
  }
}

extension CheckIn {
  private static func change(
    _ scene: Scene, _ change: (inout CheckIn) -> Outcome?
  ) -> Outcome {
    guard var panel = scene.focus.overlay as? CheckIn else { return .nothing }
    guard let outcome = change(&panel) else { return .replace(panel, scene) }
    if outcome.isWarning { return outcome }
    var both = Outcome.replace(panel, scene)
    both.events = outcome.events
    both.toAdded = outcome.toAdded
    return both
  }

  private static let give = Action("give-person", "Check in, or take it back") { scene in
    change(scene) { panel in
      if let question = panel.question { return panel.answer(question, scene) }
      let table = panel.table(scene)
      if table.count > 1, panel.chosen == nil {
        let late = table.filter { !panel.isHere($0) }
        guard !late.isEmpty else { return .refused("Everyone of this table is here") }
        return panel.mark(late)
      }
      guard let person = panel.person(scene) else {
        if panel.line.text.trimmed.isEmpty {
          return .refused("Type a few letters of a name first")
        }
        return panel.ask()
      }
      if panel.isHere(person) {
        panel.question = .takeBack(person.id)
        return nil
      }
      panel.settle(.known(person.id))
      // Once the tables are formed, whoever comes is told where to sit.
      let seat = scene.workshop.lateTable(for: person).map { table in
        Event.fieldSet(
          card: person.id, field: Card.table, value: String(table),
          over: person.values[Card.table]?.entry)
      }
      let mark = Event.memberAdded(
        card: person.id, set: Workshop.present, member: panel.session)
      return Outcome(events: [seat, mark].compactMap { $0 })
    }
  }

  /// All who were here last time, in one key: they keep their tables, and whoever is missing is taken
  /// back one by one.
  private static let asBefore = Action("check-in-as-before", "Everyone who was here last time") {
    scene in
    change(scene) { panel in panel.mark(panel.before(scene)) }
  }

  /// Marks several people as here.
  private mutating func mark(_ people: [Card]) -> Outcome {
    settle(nil)
    marked = people.count
    let session = session
    return Outcome(
      events: people.map {
        .memberAdded(card: $0.id, set: Workshop.present, member: session)
      })
  }

  /// Asks whether the line is somebody new.
  private mutating func ask() -> Outcome? {
    guard let newcomer = Newcomer(line.text) else {
      return .refused("Nobody has that name, and it is not a name")
    }
    question = .welcome(newcomer)
    return nil
  }

  private static let welcome = Action("welcome", "Add the line as somebody new") { scene in
    change(scene) { panel in
      if case .welcome(let newcomer) = panel.question {
        return panel.answer(.welcome(newcomer), scene)
      }
      return panel.ask()
    }
  }

  /// Does what was asked.
  private mutating func answer(_ question: Question, _ scene: Scene) -> Outcome? {
    let session = session
    switch question {
    case .takeBack(let id):
      settle(nil)
      let over = scene.workshop.card(id)?.additions(of: session, to: Workshop.present) ?? []
      guard !over.isEmpty else { return nil }
      return .event(
        .memberRemoved(card: id, set: Workshop.present, member: session, over: over))
    case .welcome(let newcomer):
      settle(.added(newcomer.name))
      let table = scene.workshop.lateTable(for: newcomer.guest)
      var outcome = Outcome.event(newcomer.event(on: scene.now.date, table: table))
      outcome.toAdded = { id, _ in
        [.memberAdded(card: id, set: Workshop.present, member: session)]
      }
      return outcome
    }
  }

  /// The line is free for the next one.
  private mutating func settle(_ last: Last?) {
    self.last = last
    marked = 0
    line = Line()
    chosen = nil
    question = nil
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { panel in
        let people = panel.matches(scene)
        guard !people.isEmpty else { return .nothing }
        let isOpen = panel.line.text.trimmed.isEmpty
        let at = people.firstIndex { $0.id == panel.chosen } ?? (isOpen ? -1 : 0)
        panel.chosen = people[max(0, min(at + step, people.count - 1))].id
        panel.question = nil
        return nil
      }
    }
  }

  private static let edit = Action("edit-person", "Fill the person's sheet") { scene in
    guard let panel = scene.focus.overlay as? CheckIn, let person = panel.person(scene),
      let form = Form(person.id, scene)
    else { return .refused("Type a few letters of a name first") }
    return .open(form, scene)
  }

  private static let nextSession = Action("next-session", "Another day") { scene in
    change(scene) { panel in
      let sessions = scene.workshop.plan.sessions.map(\.id)
      guard !sessions.isEmpty else { return .nothing }
      let at = sessions.firstIndex(of: panel.session) ?? -1
      panel.session = sessions[(at + 1) % sessions.count]
      panel.last = nil
      panel.question = nil
      return nil
    }
  }

  /// Esc drops a question first, then the line.
  private static let leave = Action("leave", "Close") { scene in
    guard var panel = scene.focus.overlay as? CheckIn else { return .nothing }
    guard panel.question != nil || !panel.line.isEmpty else { return .close(scene) }
    if panel.question != nil { panel.question = nil } else { panel.line = Line() }
    panel.chosen = nil
    return .replace(panel, scene)
  }
}

extension Reopening {
  /// Names at the door.
  static let checkIn = stack("check-in") { details, scene in
    scene.workshop.plan.session(details["session"] ?? "").map { [CheckIn(session: $0.id)] } ?? []
  }
}
