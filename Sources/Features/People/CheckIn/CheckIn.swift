import Cards
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
        .control("n"), do: Self.welcome, hint: "new",
        unless: Newcomer(line.text) == nil ? "Type the name of somebody new first" : nil),
      Binding(
        .function(4), do: Self.edit, hint: "sheet",
        unless: hasPerson ? nil : "Type a few letters of a name first"),
      Binding(
        .tab, do: Self.nextSession, hint: "day",
        unless: scene.workshop.plan.sessions.count > 1 ? nil : "This plan has one session only"),
      Binding(.alt("u"), .control("_"), do: .undo),
      Binding(.escape, do: Self.leave, hint: "close"),
      Binding(.function(1), do: .help, hint: "all"),
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

  /// Whom the line means, best first.
  func matches(_ scene: Scene) -> [Card] {
    RosterSearch.people(line.text, in: scene.workshop, at: session)
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

  private static let give = Action("give-person", "Mark as here, or take it back") { scene in
    change(scene) { panel in
      if let question = panel.question { return panel.answer(question, scene) }
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

  /// Asks whether the line is somebody new.
  private mutating func ask() -> Outcome? {
    guard let newcomer = Newcomer(line.text) else {
      return .refused("Nobody has that name, and it is none")
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

extension CheckIn {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let sessions = scene.workshop.plan.sessions
    let day = sessions.first { $0.id == session }.map { scene.say($0.title) } ?? session
    let title = scene.say("Check-in · \(day)")
    let inner = Panel.draw(title, into: &frame, in: rect)
    let (head, rest) = inner.top(inner.height > 8 ? 3 : 2)
    let (foot, list) = rest.bottom(rest.height > 6 ? 2 : 1)
    people(scene, into: &frame, in: list)
    frame.put(
      sum(scene), x: foot.x, y: foot.maxY - 1, style: Style(.strong, bold: true), width: foot.width)
    state(scene, into: &frame, in: head)
    Panel.line(
      line, into: &frame, x: head.x, y: head.y, width: head.width,
      placeholder: scene.say("A few letters of the name, then Enter"))
  }

  /// What Enter asks, or who was marked last.
  private func state(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let (x, y, width) = (rect.x + 2, rect.y + 1, rect.width - 2)
    switch question {
    case .takeBack(let id):
      let name = scene.workshop.card(id)?.text ?? ""
      frame.put(
        scene.say("\(name) is here. Enter takes it back"), x: x, y: y,
        style: Style(.warning, bold: true), width: width)
    case .welcome(let newcomer):
      frame.put(
        scene.say("New: \(newcomer.title)? Enter adds"), x: x, y: y,
        style: Style(.accent, bold: true), width: width)
    case nil where !line.text.trimmed.isEmpty && matches(scene).isEmpty:
      frame.put(
        scene.say("Nobody yet. Name, Organisation: Enter asks"), x: x, y: y, style: .quiet,
        width: width)
    case nil:
      guard line.isEmpty, last != nil, let person = person(scene), isHere(person) else { return }
      let seat = person.table.map { scene.say("Table \($0)") }
      let isNamesake = scene.workshop.people.count { $0.text == person.text } > 1
      let organisation = isNamesake ? person[Card.organisation] : nil
      let text = [person.text, organisation, seat].compactMap { $0 }.joined(separator: " · ")
      frame.put("✓ " + text, x: x, y: y, style: Style(.good, bold: true), width: width)
    }
  }

  /// The roster as the line narrows it, a row each, the chosen one in view.
  private func people(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let people = matches(scene)
    let isOpen = line.text.trimmed.isEmpty
    let selected = people.firstIndex { $0.id == chosen } ?? (isOpen ? nil : 0)
    let first = max(0, min((selected ?? 0) - rect.height / 2, people.count - rect.height))
    let nameWidth = min(34, (rect.width - 5) / 2)
    for (row, person) in people.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = first + row == selected
      let isHere = isHere(person)
      let style: Style =
        isSelected ? Style(.selection, bold: true) : isHere ? Style(.quiet) : .plain
      let y = rect.y + row
      if isSelected {
        frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
      }
      frame.put(isSelected ? "▶" : " ", x: rect.x, y: y, style: style)
      frame.put(isHere ? "✓" : " ", x: rect.x + 2, y: y, style: style)
      frame.put(person.text, x: rect.x + 4, y: y, style: style, width: nameWidth)
      frame.put(
        person[Card.organisation] ?? "", x: rect.x + 5 + nameWidth, y: y,
        style: isSelected ? style : Style(.quiet), width: rect.width - nameWidth - 6)
    }
  }
}
