package import Journaling
import Languages
package import Shell
package import Terminal
import WorkshopCore
import WorkshopQueries

/// People named by a few letters, each with the number of where they go: `od2`, and the line is ready
/// for the next one.
///
/// Several go together with commas between: `od, ma3`. A number on an empty line moves whoever went
/// last; 0 takes a place away.
package struct RollCall: Overlay {
  package private(set) var subject: any RollSubject
  package private(set) var line = Line()
  /// Named already, before a comma.
  private(set) var named: [String] = []
  /// Whom the arrows chose.
  private(set) var chosen: String?
  /// Where the arrows stood last: from there they go on.
  private var row: Int?
  /// Whom the last number moved.
  private var last: [String] = []
  /// The name of somebody just added, whose card had no id while the key was decided.
  private var added: String?
  /// Somebody new, whom Enter adds.
  private(set) var question: Newcomer?

  package init(_ subject: any RollSubject) { self.subject = subject }

  package var place: TypedPlace? { subject.place }

  /// What is named in a draft beside the letters.
  private static let before = "named"

  /// A name may be somebody's who is on no list yet.
  package var unfinished: TypedText? {
    guard !line.text.trimmed.isEmpty || !named.isEmpty else { return nil }
    return TypedText(
      line.text, at: subject.place, with: [Self.before: named.joined(separator: "\n")])
  }

  package func resuming(_ typed: TypedText, _ scene: Scene) -> (any Overlay)? {
    var call = self
    call.line = Line(typed.text)
    call.named = (typed.with[Self.before] ?? "").split(separator: "\n").map(String.init)
    return call
  }

  /// What the typed letters mean.
  enum Meaning {
    case nobody
    case entries([RollEntry])
    case several([RollEntry])
    case unknown
  }

  package func bindings(_ scene: Scene) -> [Binding] {
    let hint: Phrase =
      question != nil ? "add" : letters.trimmed.isEmpty ? "choose" : "this one"
    let other = subject.next(scene).map(\.hint)
    return [
      Binding(.enter, do: Self.take, hint: hint),
      Binding(.down, do: Self.move("next-person", "Down", by: 1), hint: "down"),
      Binding(.up, do: Self.move("previous-person", "Up", by: -1)),
      Binding(
        .tab, do: Self.other, hint: other, unless: other == nil ? "There is one list only" : nil),
      Binding(.alt("u"), .control("_"), do: .undo, hint: "undo"),
      Binding(
        .control("n"), do: Self.welcome, hint: "new",
        unless: Newcomer(letters) == nil ? "Type the name of somebody new first" : nil),
      Binding(.escape, do: Self.leave, hint: "close"),
      Binding(.function(1), do: .help, hint: "help"),
    ]
  }

  // MARK: - Typing

  /// The letters of the line, without a number that is being typed behind them.
  var letters: String {
    String(line.text.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
  }

  private var digits: String { String(line.text.suffix(line.text.count - letters.count)) }

  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    var next = self
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber:
      return number(digits + String(digit), scene)
    case .character(","):
      switch meaning(scene) {
      case .entries(let entries) where !letters.trimmed.isEmpty || chosen != nil:
        next.named += entries.map(\.id).filter { !named.contains($0) }
        next.free()
      case .several(let entries): return several(entries)
      // A name that nobody has may be followed by an organisation.
      case .unknown: next.line.insert(",")
      default: return .nothing
      }
      return .replace(next, scene)
    case .backspace where line.isEmpty && !named.isEmpty:
      next.named.removeLast()
      return .replace(next, scene)
    default:
      guard next.line.take(key) else { return .nothing }
      next.chosen = nil
      next.question = nil
      return .replace(next, scene)
    }
  }

  /// A number as far as it is typed: done at once where no longer one could be meant.
  private func number(_ digits: String, _ scene: Scene) -> Outcome {
    let places = subject.places(scene)
    guard let number = Int(digits), number <= places.count else {
      return .refused("There is no number \(digits)")
    }
    if number > 0, number * 10 <= places.count {
      var next = self
      next.line = Line(letters + digits)
      return .replace(next, scene)
    }
    return put(at: number, scene)
  }

  private func several(_ entries: [RollEntry]) -> Outcome {
    .refused("Which one? \(entries.prefix(4).map(\.name).joined(separator: ", "))")
  }

  /// Puts whom the line means at a place; 0: at none.
  private func put(at number: Int, _ scene: Scene) -> Outcome {
    let people: [RollEntry]
    switch meaning(scene) {
    case .nobody: return .refused("Type a few letters of a name first")
    case .unknown: return .refused("Nobody on the list has that name. Ctrl-N adds somebody new")
    case .several(let entries): return several(entries)
    case .entries(let entries): people = entries
    }
    let outcome = subject.put(people, at: number == 0 ? nil : number, scene)
    guard !outcome.isWarning else { return outcome }
    var next = self
    next.last = people.map(\.id)
    next.added = nil
    next.named = []
    next.free()
    var focus = outcome.focus ?? scene.focus
    focus.overlays[focus.overlays.count - 1] = next
    var both = outcome
    both.focus = focus
    return both
  }

  /// The line is free for the next one.
  private mutating func free() {
    line = Line()
    chosen = nil
    question = nil
  }

  // MARK: - Who is meant

  func meaning(_ scene: Scene) -> Meaning {
    let entries = subject.entries(scene)
    let before = named.compactMap { id in entries.first { $0.id == id } }
    if let chosen = entries.first(where: { $0.id == chosen }) { return .entries(before + [chosen]) }
    let parts = letters.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard !parts.isEmpty else {
      let people = before.isEmpty ? moved(entries) : before
      return people.isEmpty ? .nobody : .entries(people)
    }
    var found: [RollEntry] = []
    for part in parts {
      let fits = Self.fits(part, entries)
      guard !fits.isEmpty else { return .unknown }
      guard fits.count == 1 else { return .several(fits) }
      found += fits
    }
    return .entries(before + found)
  }

  /// Whom a number would move now, by name; nobody while the line is empty or means several.
  func names(_ scene: Scene) -> [String] {
    guard !line.isEmpty, case .entries(let people) = meaning(scene) else { return [] }
    return people.map(\.name)
  }

  /// Whom the last number moved, or who was just added.
  func moved(_ entries: [RollEntry]) -> [RollEntry] {
    if let added { return entries.last { $0.name == added }.map { [$0] } ?? [] }
    return last.compactMap { id in entries.first { $0.id == id } }
  }

  /// Whom letters mean: of those who fit best the ones who are waited for, else those who have a place,
  /// else those who are away.
  private static func fits(_ letters: String, _ entries: [RollEntry]) -> [RollEntry] {
    let all = all(letters, entries)
    let here = Dictionary(grouping: all.map(\.entry)) { $0.rank }
    guard let rank = here.keys.min() else { return [] }
    let best = all.filter { $0.entry.rank == rank }
    let words = best.filter { $0.fit == .word }
    return (words.count == 1 ? words : best).map(\.entry)
  }

  /// Everybody whom letters fit, those who begin so before those who have such initials.
  private static func all(
    _ letters: String, _ entries: [RollEntry]
  ) -> [(entry: RollEntry, fit: RollNames.Fit)] {
    let fits = entries.compactMap { entry in
      RollNames.fit(letters, entry.name).map { (entry: entry, fit: $0) }
    }
    let names = fits.filter { $0.fit != .initials }
    return names.isEmpty ? fits : names
  }

  /// The list as the line narrows it: those who are waited for first, those who are away last.
  func listed(_ scene: Scene) -> [RollEntry] {
    let entries = subject.entries(scene).filter { !named.contains($0.id) }
    let part = letters.split(separator: ",").last.map { String($0).trimmed } ?? ""
    let found = part.isEmpty ? entries : Self.all(part, entries).map(\.entry)
    return (0...2).flatMap { rank in found.filter { $0.rank == rank } }
  }
}

// MARK: - Keys

extension RollCall {
  private static func change(_ scene: Scene, _ change: (inout RollCall) -> Outcome?) -> Outcome {
    guard var panel = scene.focus.overlay as? RollCall else { return .nothing }
    let answer = change(&panel)
    if let answer, answer.isWarning { return answer }
    var outcome = Outcome.replace(panel, scene)
    outcome.events = answer?.events ?? []
    outcome.toAdded = answer?.toAdded
    return outcome
  }

  /// Enter: what is asked, a number that could be longer, the first whom the letters fit.
  private static let take = Action("take-person", "The first who fits, then the number") { scene in
    guard let panel = scene.focus.overlay as? RollCall else { return .nothing }
    if !panel.digits.isEmpty, panel.question == nil, let number = Int(panel.digits) {
      return panel.put(at: number, scene)
    }
    return change(scene) { panel in
      if let newcomer = panel.question { return panel.add(newcomer, scene) }
      if panel.chosen == nil, case .unknown = panel.meaning(scene) { return panel.ask() }
      let list = panel.listed(scene)
      guard let first = list.first(where: { $0.id == panel.chosen }) ?? list.first else {
        return panel.ask()
      }
      panel.chosen = first.id
      panel.row = list.firstIndex { $0.id == first.id }
      return nil
    }
  }

  private static let welcome = Action("welcome", "Add the line as somebody new") { scene in
    change(scene) { panel in
      if let newcomer = panel.question { return panel.add(newcomer, scene) }
      return panel.ask()
    }
  }

  /// Asks whether the line is somebody new.
  private mutating func ask() -> Outcome? {
    guard let newcomer = Newcomer(letters) else { return .refused("A name has letters") }
    question = newcomer
    return nil
  }

  /// Adds them, as present where people are checked in; a number then says where they go.
  private mutating func add(_ newcomer: Newcomer, _ scene: Scene) -> Outcome {
    free()
    named = []
    added = newcomer.name
    var outcome = Outcome.event(newcomer.event(on: scene.now.date))
    if let session = scene.session, scene.workshop.presentCount(at: session.id) > 0 {
      outcome.toAdded = { id, _ in
        [.memberAdded(card: id, set: Workshop.present, member: session.id)]
      }
    }
    return outcome
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { panel in
        let list = panel.listed(scene)
        guard !list.isEmpty else { return .nothing }
        let at = list.firstIndex { $0.id == panel.chosen }
        let next = at.map { $0 + step } ?? (panel.letters.trimmed.isEmpty ? panel.row ?? 0 : 0)
        panel.row = max(0, min(next, list.count - 1))
        panel.chosen = list[panel.row ?? 0].id
        panel.question = nil
        return nil
      }
    }
  }

  private static let other = Action("other-list", "Another choice of the same people") { scene in
    change(scene) { panel in
      guard let next = panel.subject.next(scene) else { return .nothing }
      panel.subject = next
      return nil
    }
  }

  /// Esc drops a question first, then what was typed.
  private static let leave = Action("leave", "Close") { scene in
    guard let panel = scene.focus.overlay as? RollCall else { return .nothing }
    let isBusy =
      panel.question != nil || !panel.line.isEmpty || !panel.named.isEmpty || panel.chosen != nil
    guard isBusy else { return .close(scene) }
    return change(scene) { panel in
      if panel.question != nil {
        panel.question = nil
      } else {
        panel.named = []
        panel.free()
      }
      return nil
    }
  }
}
