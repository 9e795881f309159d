import Glibc
import Journaling
import Languages
import Shell
import Terminal
import Time
import Voting
import WorkshopCore

// What a script may do that a facilitator does with a key: the same bindings, with the same refusals.

extension Command {
  /// The commands of a desk without a screen.
  static let desk = [next, back, time, vote, say]

  private static let options = [
    Option(name: "yes", help: "Do it also where a key would have to be pressed twice"),
    Option(name: "as", value: "NAME", help: "Your name, as others see it"),
  ]

  static let next = Command(
    name: "next", usage: "DIR", summary: "Go to the next activity", options: options
  ) { try press([Action.next.id], $0) }

  static let back = Command(
    name: "back", usage: "DIR", summary: "Go back to the activity before", options: options
  ) { try press([Action.back.id], $0) }

  static let time = Command(
    name: "time", usage: "DIR +N|-N|start|pause",
    summary: "Give or take minutes, start the time or stop it", options: options, rest: 1...1
  ) { arguments in
    let word = arguments.words.dropFirst().first ?? ""
    if ["start", "pause"].contains(word) {
      return try press([Action.toggleCountdown.id], arguments) { scene in
        let runs = scene.countdown?.isRunning == true
        if runs == (word == "start") {
          return runs ? "The time is running already" : "The time stands still already"
        }
        return nil
      }
    }
    guard let minutes = Int(word), minutes != 0, abs(minutes) <= 600 else {
      let examples = ["+5", "-1", "start", "pause"].joined(separator: ", ")
      throw CommandError.usage("how many minutes? Such as \(examples)")
    }
    let (five, one) =
      minutes > 0
      ? (Action.fiveMore.id, Action.minuteMore.id) : (Action.fiveLess.id, Action.minuteLess.id)
    let count = abs(minutes)
    return try press(
      Array(repeating: five, count: count / 5) + Array(repeating: one, count: count % 5), arguments)
  }

  static let vote = Command(
    name: "vote", usage: "DIR open|close|reveal", summary: "Open, close or reveal a vote",
    options: options, rest: 1...1
  ) { arguments in
    let deeds = [
      "open": Action.openPoll.id, "close": Action.closePoll.id, "reveal": Action.revealPoll.id,
    ]
    guard let deed = arguments.words.dropFirst().first.flatMap({ deeds[$0] }) else {
      let words = deeds.keys.sorted().joined(separator: ", ")
      throw CommandError.usage("what of the vote? \(words)")
    }
    return try press([deed], arguments)
  }

  static let say = Command(
    name: "say", usage: "DIR WORD…",
    summary: "Do what a word of the facilitator does, as run --plain lists them",
    options: options, rest: 1...20
  ) { arguments in
    let words = arguments.words.dropFirst().joined(separator: " ")
    guard !words.isEmpty else { throw CommandError.usage("which word? run --plain lists them") }
    var desk = try ScriptedDesk.open(arguments, isOnStage: false)
    switch PlainWords.meaning(of: words, desk.scene) {
    case .deed(let binding): desk.press([binding.action.id], isSure: arguments.has("yes"))
    case .several(let bindings):
      desk.refuse(
        "Which one? \(bindings.map { PlainWords.offer($0, desk.scene) }.joined(separator: "; "))")
    case .nothing, .keys, .text, .unknown:
      desk.refuse("“\(words)” is no word here; help lists them")
    }
    return desk.close(arguments)
  }

  /// Asks for deeds at a desk that is the projector as well: there nothing is asked for first.
  ///
  /// - Parameter objection: why it cannot be asked for now.
  private static func press(
    _ deeds: [String], _ arguments: Arguments, unless objection: (Scene) -> Phrase? = { _ in nil }
  ) throws -> Int32 {
    var desk = try ScriptedDesk.open(arguments, isOnStage: true)
    if let reason = objection(desk.scene) {
      desk.refuse(reason)
    } else {
      desk.press(deeds, isSure: arguments.has("yes"))
    }
    return desk.close(arguments)
  }
}

/// A facilitator's desk for the length of one command.
private struct ScriptedDesk: ~Copyable {
  private var room: Room
  private(set) var scene: Scene
  private let directory: Directory
  private var isRefused = false

  static func open(_ arguments: Arguments, isOnStage: Bool) throws -> ScriptedDesk {
    let directory = try arguments.directory
    let own = OwnContent(directory)
    let room: Room
    do throws(JournalError) {
      room = try Room(
        directory, role: .facilitator, by: arguments.name,
        catalogue: Features.all.catalogue(own.content))
    } catch {
      throw CommandError.journal(error)
    }
    var scene = try Opening.scene(
      room.workshop, own, role: .facilitator, arguments: arguments, now: .now)
    scene.focus.isOnStage = isOnStage
    scene.isRestricted = true
    return ScriptedDesk(room: room, scene: scene, directory: directory)
  }

  private init(room: consuming Room, scene: Scene, directory: Directory) {
    self.room = room
    self.scene = scene
    self.directory = directory
    self.room.look(&self.scene)
    if let unread = self.scene.unread { Console.error("atelier: " + self.scene.say(unread)) }
  }

  /// Does what the bindings do, one after the other, and ends with the first that is refused.
  ///
  /// - Parameter isSure: what is asked for twice is done at once.
  mutating func press(_ deeds: [String], isSure: Bool) {
    for deed in deeds {
      guard let binding = Keymap.bindings(scene).first(where: { $0.action.id == deed }) else {
        return refuse("Not possible now: \(scene.current?.title ?? scene.workshop.plan.title)")
      }
      if let reason = binding.disabled { return refuse(reason) }
      var outcome = binding.action.decide(scene.seen)
      if outcome.focus?.armed != nil, outcome.events.isEmpty {
        guard isSure else {
          return refuse(outcome.notice ?? "This asks for a second press: --yes does it")
        }
        scene.focus.armed = outcome.focus?.armed
        outcome = binding.action.decide(scene.seen)
      }
      room.carryOut(outcome, &scene)
      if outcome.isWarning, let notice = scene.focus.notice { return refuse(notice.phrase) }
      if scene.focus.overlay != nil {
        return refuse("This opens something that has to be filled in: atelier run, or run --plain")
      }
    }
  }

  /// It was not done, and why.
  mutating func refuse(_ reason: Phrase) {
    isRefused = true
    Console.error("atelier: " + scene.say(reason))
  }

  /// Says where everyone is now; 1 where it was refused or is not on the disk.
  consuming func close(_ arguments: Arguments) -> Int32 {
    if !isRefused {
      if let notice = scene.focus.notice {
        Console.print(scene.say(notice.phrase))
      }
      if let current = scene.current { Console.print(scene.say("Now: \(current.title)")) }
      if let countdown = scene.countdown {
        Console.print(
          scene.say(
            "Time left: \(TimeLeft.text(countdown, at: scene.now)) \(TimeLeft.caption(countdown, scene))"
          ))
      }
    }
    let language = scene.language
    let leftover = room.close(scene)
    for line in leftover.lines(directory, language) { Console.error(line) }
    return leftover.isEmpty && !isRefused ? 0 : 1
  }
}
