import Assets
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Why something becomes what it becomes: reasons chosen by their numbers, then Enter decides.
///
/// Letters do nothing here: whoever types the whole word of a status has left this panel untouched.
struct ReasonsPanel: Overlay {
  let subject: Subject
  /// The reasons that were chosen, by their codes.
  private(set) var chosen: Set<String> = []

  /// What is decided.
  enum Subject: Equatable, Sendable {
    case project(CardID, ProjectStatus)
    /// A theme that was not explored.
    case theme(String)
  }

  /// The reasons that speak for what is decided, in the sheet's order: those that say why something
  /// goes on, or those that say why it does not.
  func reasons(_ scene: Scene) -> [Choice] {
    let field = scene.content.sheets[Decision.sheet]?.fields.first { $0.id == Decision.motive }
    let all = (field?.choices ?? []).filter { $0.speaksFor.map { $0 == speaksFor } ?? true }
    return Array(all.prefix(9))
  }

  private var speaksFor: Bool {
    guard case .project(_, let status) = subject else { return false }
    return status.isInTheRunning || status == .delivered
  }

  private var needs: [ProjectStatus.Need] {
    guard case .project(_, let status) = subject else { return [.reason] }
    return status.needs
  }

  func bindings(_ scene: Scene) -> [Binding] {
    let none: Phrase? =
      needs.contains(.reason) && chosen.isEmpty ? "Choose a reason first, by its number" : nil
    return [
      Binding(.enter, do: Self.decide, hint: "decide", unless: none),
      Binding(.tab, do: Self.tellMore, hint: "say more"),
      Binding(.escape, do: .leave, hint: "close"),
      Binding(.function(1), do: .help, hint: "help"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome {
    guard case .character(let digit) = key, digit.isASCII, let number = digit.wholeNumberValue
    else { return .nothing }
    let reasons = reasons(scene)
    guard reasons.indices.contains(number - 1) else {
      return .refused("There is no number \(number)")
    }
    var next = self
    let code = reasons[number - 1].id
    if next.chosen.remove(code) == nil { next.chosen.insert(code) }
    return .replace(next, scene)
  }

  private static let decide = Action("decide-so", "Decide for these reasons") { scene in
    guard let panel = scene.focus.overlay as? ReasonsPanel else { return .nothing }
    return panel.deciding(scene, fills: panel.isOpen(scene))
  }

  private static let tellMore = Action("decide-in-words", "Decide, and say more on the sheet") {
    scene in
    guard let panel = scene.focus.overlay as? ReasonsPanel else { return .nothing }
    return panel.deciding(scene, fills: true)
  }

  /// Whether something must be said that no number says: who decides, when it is looked at again, which
  /// project goes on, what another reason is.
  private func isOpen(_ scene: Scene) -> Bool {
    needs.contains { need in
      switch need {
      case .reason: chosen == [Decision.otherMotive]
      case .decider: scene.lastDeciders.isEmpty
      case .review, .target: true
      }
    }
  }

  /// Writes the decision; what it still needs is asked by its sheet.
  private func deciding(_ scene: Scene, fills: Bool) -> Outcome {
    guard let event = event(scene) else {
      return .refused("This workshop has no board for decisions")
    }
    var outcome = Outcome.close(scene)
    outcome.events = [event]
    outcome.fillsAdded = fills
    guard !fills else { return outcome }
    let decided = scene.trying(event).workshop.decisions.last { !scene.workshop.knows($0.id) }
    outcome.notice = decided.map { "Decided: \(scene.standing($0))" }
    if scene.current?.kind == ActivityKind.decision.id {
      outcome.toAdded = { id, _ in [.cardShown(card: id)] }
    }
    return outcome
  }

  private func event(_ scene: Scene) -> Event? {
    let field = scene.content.sheets[Decision.sheet]?.fields.first { $0.id == Decision.motive }
    let codes = chosen.sorted().reduce("") { field?.toggling($1, in: $0) ?? $0 }
    switch subject {
    case .project(let id, let status):
      let name = scene.workshop.card(id)?.text ?? ""
      return scene.decided(
        status, on: id, called: name, by: scene.lastDeciders, reasons: codes)
    case .theme(let id):
      return scene.decision(onTheme: id, isExplored: false, reasons: codes)
    }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(title(scene), into: &frame, in: rect)
    var y = inner.y
    for (index, choice) in reasons(scene).enumerated() where y < inner.maxY - 2 {
      let isChosen = chosen.contains(choice.id)
      let style: Style = isChosen ? Style(.strong, bold: true) : .plain
      frame.put("\(index + 1)", x: inner.x, y: y, style: Style(.accent, bold: true), width: 2)
      frame.put(isChosen ? "✓" : " ", x: inner.x + 3, y: y, style: Style(.good, bold: true))
      let place = Rect(
        x: inner.x + 5, y: y, width: inner.width - 5, height: inner.maxY - 2 - y)
      y += max(1, frame.paragraph(scene.say(choice.label), in: place, style: style))
    }
    frame.cursor = Point(x: inner.x, y: inner.y)
    let asked: [Phrase] = needs.compactMap { need in
      switch need {
      case .reason: chosen == [Decision.otherMotive] ? need.phrase : nil
      case .decider: scene.lastDeciders.isEmpty ? need.phrase : nil
      case .review, .target: need.phrase
      }
    }
    let deciders = scene.lastDeciders
    let foot = [
      deciders.isEmpty ? nil : scene.language.labelled(scene.say("Decided by"), deciders),
      asked.isEmpty
        ? nil : scene.say("Asked next: \(asked.map { scene.say($0) }.joined(separator: ", "))"),
    ]
    frame.put(
      foot.compactMap { $0 }.joined(separator: " · "), x: inner.x, y: inner.maxY - 1,
      style: .quiet, width: inner.width)
  }

  private func title(_ scene: Scene) -> String {
    switch subject {
    case .project(let id, let status):
      "\(scene.workshop.card(id)?.text ?? "") → \(scene.say(status.phrase))"
    case .theme(let id):
      scene.language.labelled(scene.title(ofTheme: id) ?? id, scene.say("not explored"))
    }
  }
}

extension Workshop {
  /// Whether a card is there already.
  fileprivate func knows(_ id: CardID) -> Bool { card(id) != nil }
}
