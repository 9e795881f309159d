import Languages
import Boards
import Cards
import Persona
import Projects
import Shell
import Voting
package import Terminal
import WorkshopCore

/// Somebody in a rehearsed room who presses keys.
package enum Seat: Hashable, Sendable {
  case facilitator
  /// A note-taker, counted from 1: one for each table, as far as there are chairs.
  case table(Int)

  /// More note-takers than these show nothing more; tables beyond share them.
  static let mostTables = 12
}

/// One key that somebody presses in a rehearsal, and when on its clock (ms since 1970).
package struct RehearsalKey: Equatable, Sendable {
  package let at: Int64
  package let seat: Seat
  package let key: Key
}

/// Something that somebody in a rehearsed room sets out to do, and when (ms since 1970).
struct RehearsalStep: Sendable {
  let at: Int64
  let seat: Seat
  let what: What

  /// What is done; which keys that takes is found out when the moment has come.
  enum What: Sendable {
    /// Presses the key of an action.
    case press(String)
    /// Opens a turn of the rounds, unless time has brought it already.
    case turn(Int)
    /// Begins a line, in a column so many steps on.
    case type(String, columns: Int)
    /// Begins a line with what comes to mind at the moment.
    case say
    /// Ends the line.
    case give
    /// Makes clusters and moves cards to them.
    case sort
    /// Fills a table's persona sheet.
    case fillSheet(table: Int)
    /// Goes to the canvas of this number, made first where it is missing.
    case goToCanvas(Int)
    /// Signs so many people up.
    case signUp(Int)
    /// Types so many paper ballots.
    case ballots(Int)
    /// Counts so many raised hands.
    case hands(Int)
    /// Leaves what the last activity left open: a line, a board.
    case tidy
    /// Looks at the screens for what does not fit.
    case look
    /// The session is over; the next one begins then, and nil ends it all.
    case close(next: Int64?)
  }
}

/// One key of a deed.
enum Press: Equatable, Sendable {
  case key(Key)
  /// Whichever key an action has when its moment comes.
  case action(String)

  /// A text typed at one go.
  static func text(_ text: String) -> Press { .key(.paste(text)) }
}

extension RehearsalStep {
  /// The keys that it takes in the scene of whoever does it.
  func presses(
    _ scene: Scene, _ voices: inout SampleTexts, _ random: inout SplitMix64
  ) -> [Press] {
    switch what {
    case .press(let action): [.action(action)] + opening(action, scene)
    case .turn(let turn): turns(to: turn, scene)
    case .type(let text, let columns):
      // A line that was begun is ended first.
      (scene.focus.line.isEmpty ? [] : [.action("give-line")])
        + Array(repeating: .action("next-zone"), count: columns) + [.text(text)]
    case .say:
      scene.board.flatMap { voices.line(on: $0, scene, &random) }.map { [.text($0)] } ?? []
    case .give: scene.focus.line.isEmpty ? [] : [.action("give-line")]
    case .sort: sorting(scene, &voices, &random)
    case .fillSheet(let table): sheet(of: table, scene, &voices)
    case .goToCanvas(let number): canvas(number, scene)
    case .signUp(let count): signingUp(count, scene, &voices, &random)
    case .ballots(let count): ballots(count, scene, &random)
    case .hands(let count): hands(count, scene, &random)
    case .tidy: tidying(scene)
    case .look, .close: []
    }
  }

  /// A vote opens as it is planned: nobody in a rehearsal has other wishes.
  private func opening(_ action: String, _ scene: Scene) -> [Press] {
    guard action == Action.openPoll.id, let activity = scene.current,
      scene.kind(of: activity).traits.contains(.vote),
      scene.voteOptions(activity, clusters: false).count >= 2
    else { return [] }
    return [.action("begin-vote")]
  }

  private func turns(to turn: Int, _ scene: Scene) -> [Press] {
    guard let activity = scene.current else { return [] }
    let playlist = scene.workshop.playlist(of: activity)
    let at = scene.workshop.turnIndex(of: activity, in: playlist) ?? -1
    return Array(repeating: .action("next-turn"), count: max(0, turn - at))
  }

  /// Three clusters, and the first loose cards moved to one of them each.
  private func sorting(
    _ scene: Scene, _ voices: inout SampleTexts, _ random: inout SplitMix64
  ) -> [Press] {
    guard let board = scene.board else { return [] }
    let names = (0..<3).compactMap { _ in voices.cluster() }
    let made = names.flatMap { name -> [Press] in
      [.action("new-cluster"), .text(name), .action("give")]
    }
    let loose = scene.groups(of: board).first { $0.id == nil }?.cards.count ?? 0
    let moves = (0..<min(loose, names.isEmpty ? 0 : 9)).flatMap { _ -> [Press] in
      let down = Int.random(in: 0..<names.count, using: &random)
      return [.action("move-card")] + Array(repeating: .action("next-item"), count: down)
        + [.action("choose")]
    }
    return [.action("open")] + made + [.action("card-down")] + moves + [.action("leave-board")]
  }

  private func sheet(of table: Int, _ scene: Scene, _ voices: inout SampleTexts) -> [Press] {
    guard let activity = scene.current,
      let persona = scene.personas(activity).first(where: { $0.table == String(table) }),
      let form = Form(persona.id, scene)
    else { return [] }
    let sample = voices.next(form.sheet.id)
    var presses: [Press] = [
      .action("fill-persona"), .text(scene.say("Table \(table)")), .action("choose"),
    ]
    for field in form.sheet.fields {
      switch field.type {
      // What the deal filled in already stays.
      case _ where persona[field.id] != nil: break
      case .line, .text, .number, .date:
        if let text = sample?[field.id] { presses.append(.text(text)) }
      case .choice, .scale: presses.append(.key(.right))
      case .person, .card: break
      }
      presses.append(.action("next-field"))
    }
    return presses + [.action("finish")]
  }

  private func canvas(_ number: Int, _ scene: Scene) -> [Press] {
    guard let canvas = scene.current?.canvas else { return [.action("new-canvas")] }
    let live = scene.workshop.boards.filter { $0.canvas == canvas }
    var title = live.dropFirst(number - 1).first.map { scene.say($0.title) }
    var made: [Press] = []
    if title == nil {
      let taken = Set(live.compactMap(\.about))
      let candidates = scene.candidates
      let free = candidates.firstIndex { !taken.contains($0.id) }
      let index = free ?? candidates.indices.first
      guard let index else { return [.action("new-canvas"), .action("leave")] }
      title = candidates[index].text
      made =
        [.action("new-canvas")] + Array(repeating: .action("next-item"), count: index)
        + [.action("choose")]
    }
    return made + [.action("choose-board"), .text(title ?? ""), .action("choose")]
  }

  private func signingUp(
    _ count: Int, _ scene: Scene, _ voices: inout SampleTexts, _ random: inout SplitMix64
  ) -> [Press] {
    guard let activity = scene.current else { return [] }
    let choosesThemes = Keymap.bindings(scene).contains { $0.action.id == "choose-theme" }
    let open = Press.action(choosesThemes ? "choose-theme" : "sign-up")
    let projects = scene.teams(activity).count
    var undecided = scene.undecided(activity).count
    return (0..<count).flatMap { _ -> [Press] in
      guard projects > 0 else { return [open] }
      var presses = [open]
      if undecided > 0 {
        // Whoever has no choice yet stands first.
        undecided -= 1
        presses.append(.action("next-person"))
      } else if let name = voices.name() {
        presses += [.text(name), .action("welcome"), .action("welcome")]
      }
      let number = Int.random(in: 1...projects, using: &random)
      let digits = String(number).map { Press.key(.character($0)) }
      // A number that could be longer waits for Enter.
      let end: [Press] = number * 10 <= projects ? [.action("take-person")] : []
      return presses + digits + end + [.action("leave")]
    }
  }

  private func ballots(
    _ count: Int, _ scene: Scene, _ random: inout SplitMix64
  ) -> [Press] {
    guard let poll = scene.current.flatMap({ scene.workshop.latestPoll(of: $0.id) }), poll.isOpen
    else { return [.action("paper-ballots")] }
    let cast = (0..<count).flatMap { _ -> [Press] in
      [.text(RehearsedBallot.line(poll, &random)), .action("cast-ballot")]
    }
    return [.action("paper-ballots")] + cast + [.action("leave")]
  }

  private func hands(_ count: Int, _ scene: Scene, _ random: inout SplitMix64) -> [Press] {
    guard let poll = scene.current.flatMap({ scene.workshop.latestPoll(of: $0.id) }), poll.isOpen
    else { return [.action("count-stickers")] }
    var totals = Array(repeating: 0, count: poll.options.count)
    for _ in 0..<count { totals[RehearsedBallot.skewed(totals.count, &random)] += 1 }
    let rows = (totals + [count]).flatMap { number -> [Press] in
      String(number).map { .key(.character($0)) } + [.action("enter-number")]
    }
    return [.action("count-stickers")] + rows
  }

  private func tidying(_ scene: Scene) -> [Press] {
    let line: [Press] = scene.focus.line.isEmpty ? [] : [.action("give-line")]
    // The first of the boards to choose from is whichever the facilitator is at.
    let board: [Press] =
      scene.focus.board == nil ? [] : [.action("choose-board"), .action("choose")]
    return line + board
  }
}
