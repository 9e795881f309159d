import Cards
import Glibc
import Journaling
import Languages
import Shell
import Spreadsheets
import Terminal
import Voting
import WorkshopCore

/// A terminal without a screen: what happens is told in lines, and what one wants is typed as a line. For
/// screen readers, braille, slow lines and terminals that cannot move their cursor.
///
/// Another drawing of the same scene: the bindings, what they decide and what carries it out are the
/// screen's.
struct PlainLoop: ~Copyable {
  private var room: Room
  private let signals: Signals
  private var teller = PlainTeller()
  private var input: LineFeed
  private let clock = SteadyClock(.now)
  private var isOver = false
  /// Whether it was told that a line is written down unless it begins with a mark.
  private var hasToldMark = false

  init(room: consuming Room, signals: consuming Signals, language: Language) {
    input = LineFeed(language: language.code)
    self.room = room
    self.signals = signals
  }

  /// Runs until it is left or nothing more can be typed; what could not be saved is told.
  mutating func run(_ start: Scene) -> Leftover {
    var scene = start
    scene.size = PlainRows.size
    scene.word = PlainWords.word
    room.resume(&scene)
    scene.now = now
    room.look(&scene)
    Console.print(
      scene.say(
        "\(scene.workshop.plan.title). Type a line and Enter; an empty line tells where everyone is"
      ))
    if !PlainWords.isTextual(scene) {
      Console.print(scene.say("help lists the words (\(help(scene)))"))
    }
    tell(scene)
    tellUnfinished(scene)
    while !isOver {
      wait(scene)
      tick(&scene)
      room.look(&scene)
      tell(scene)
      room.goOnPasting(&scene)
      for line in input.lines() where !isOver {
        tick(&scene)
        take(line, &scene)
        tell(scene)
      }
      for signal in signals.read() where [.terminate, .hangUp, .interrupt].contains(signal) {
        isOver = true
      }
      if input.isOver || Console.isBroken { isOver = true }
    }
    return room.close(scene)
  }

  private var now: Moment { .local(clock.now(.now)) }

  private mutating func tick(_ scene: inout Scene) {
    scene.chance = .random(in: 0 ... .max)
    let reading = SteadyClock.Reading.now
    scene.now = .local(clock.now(reading))
    scene.clockIsApart = Int(clock.apart(reading) / 1000)
  }

  private mutating func tell(_ scene: Scene) {
    if !hasToldMark, PlainWords.isTextual(scene), !(scene.focus.overlay is Menu) {
      hasToldMark = true
      Console.print(
        scene.say("/help lists the words; a line without / is written down (\(help(scene)))"))
    }
    for line in teller.news(scene) { Console.print(line) }
  }

  private func help(_ scene: Scene) -> String { Keymap.name(.function(1), scene.language) }

  /// A line that could not be given yet, or that an earlier start left.
  private func tellUnfinished(_ scene: Scene) {
    guard scene.focus.overlay == nil, scene.role == .notes else { return }
    let text = scene.focus.line.text
    if !text.isEmpty { Console.print("› " + text) }
  }

  private mutating func take(_ line: String, _ scene: inout Scene) {
    room.lookAtWriters(&scene)
    // A ballot's line: what is no word marks it.
    if !PlainWords.isTextual(scene), let outcome = scene.ballotOutcome(line) {
      return carryOut(outcome, &scene)
    }
    switch PlainWords.meaning(of: line, scene) {
    case .nothing:
      if scene.focus.overlay != nil || scene.role == .ballot && scene.takesEnter {
        press([.enter], &scene)
      } else {
        for line in teller.moment(scene) { Console.print(line) }
      }
    case .deed(let binding): press(binding, &scene)
    case .keys(let keys): press(keys, &scene)
    case .text(let text): write(text, &scene)
    case .several(let bindings):
      Console.print(scene.say("Which one?"))
      for binding in bindings.prefix(12) { Console.print(PlainWords.offer(binding, scene)) }
    case .unknown(let word) where PlainWords.isHelp(word, scene): list(scene)
    case .unknown(let word):
      Console.print(scene.say("“\(word)” is no word here; help lists them"))
    }
  }

  private mutating func press(_ binding: Binding, _ scene: inout Scene) {
    if binding.action.id == Action.help.id { return list(scene) }
    if let reason = binding.disabled { return carryOut(.refused(reason), &scene) }
    guard let key = binding.keys.first else { return }
    press([key], &scene)
  }

  private func list(_ scene: Scene) {
    for deed in PlainWords.deeds(scene) where deed.disabled == nil {
      Console.print(PlainWords.offer(deed, scene))
    }
  }

  private mutating func press(_ keys: [Key], _ scene: inout Scene) {
    for key in keys { carryOut(Keymap.decide(key, scene), &scene) }
  }

  /// Puts a line where text is typed, and gives it.
  private mutating func write(_ text: String, _ scene: inout Scene) {
    let clean = Text.sanitised(text)
    if scene.focus.overlay is Menu { return choose(clean, &scene) }
    if scene.focus.overlay != nil {
      carryOut(.focus(of: scene) { [scene] in $0.type(clean, scene) }, &scene)
    } else if scene.role == .ballot {
      press(clean.map { .character($0) }, &scene)
    } else {
      // What could not be given before is given first, or goes on with this line.
      if scene.focus.editing == nil, !scene.focus.line.text.isEmpty { press([.enter], &scene) }
      let waiting = scene.focus.line.text
      let line = waiting.isEmpty || scene.focus.editing != nil ? clean : waiting + "\n" + clean
      carryOut(.typed(Line(line), scene), &scene)
    }
    press([.enter], &scene)
    tellUnfinished(scene)
  }

  /// Chooses from a list what a line says: its number, or a part of its name.
  private mutating func choose(_ text: String, _ scene: inout Scene) {
    let count = scene.focus.overlays.count
    // It may be chosen by what is typed before Enter comes.
    for key in [.control("u")] + text.map(Key.character) {
      guard scene.focus.overlay is Menu, scene.focus.overlays.count == count else { return }
      press([key], &scene)
    }
    guard let menu = scene.focus.overlay as? Menu, scene.focus.overlays.count == count else {
      return
    }
    press([menu.isInVain ? .control("u") : .enter], &scene)
    if menu.isInVain { Console.print(scene.say(menu.empty)) }
  }

  private mutating func carryOut(_ outcome: Outcome, _ scene: inout Scene) {
    room.carryOut(outcome, &scene)
    if let menu = scene.focus.overlay as? Menu {
      scene.focus.overlays[scene.focus.overlays.count - 1] = menu.withNumbers
    }
    // Who hears what is asked needs longer to answer than who sees it.
    if let armed = scene.focus.armed {
      scene.focus.armed = (armed.action, scene.now.milliseconds + 60_000)
    }
    switch outcome.effect {
    case .quit: isOver = true
    case .work:
      if let panel = scene.focus.overlay as? WaitingPanel {
        scene.take(panel.work(), since: panel.since)
      }
    case .writeContent(let path, let text): OwnContent.write(text, at: path, &scene)
    default: break
    }
  }

  /// Sleeps until a line, a signal or news comes, at most for a second.
  private mutating func wait(_ scene: Scene) {
    let descriptors = [STDIN_FILENO, signals.descriptor] + room.descriptors
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Nothing is asked of it: that its reader is gone is told all the same.
    polled.append(pollfd(fd: STDOUT_FILENO, events: 0, revents: 0))
    poll(&polled, nfds_t(polled.count), scene.focus.pastes.isEmpty ? 1000 : 0)
    if polled[polled.count - 1].revents & Int16(POLLERR) != 0 { isOver = true }
  }
}

extension Scene {
  /// Whether the empty line does at a ballot terminal what Enter does: a text is asked for, or the ballot was
  /// read back.
  fileprivate var takesEnter: Bool {
    asksBallotText || sheet?.sheet.isReadBack == true
  }

  /// What a line does to the ballot at hand; nil where there is none, or where it is one of the words.
  fileprivate func ballotOutcome(_ line: String) -> Outcome? {
    let text = line.trimmed
    // Numbers, a blank ballot, consent, grades in the list's order.
    guard ballotExample != nil, let first = text.first,
      first.isNumber || text == "-" || text.lowercased() == "ok" || text.contains(":")
        || text.split(separator: " ").allSatisfy({ $0.count == 1 && $0.first?.isLetter == true })
    else { return nil }
    return marking(asIn: text)
  }
}

/// Lines from standard input, as they come.
private struct LineFeed {
  /// Of whoever types: decides of code pages where nothing in the bytes does.
  let language: String
  private var bytes: [UInt8] = []
  private(set) var isOver = false
  /// No line is longer.
  private static let most = 1 << 16

  /// Whole lines that came in; at the end of the input what stands there without a line end as well.
  mutating func lines() -> [String] {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while !isOver, poll(&polled, 1, 0) > 0 {
      let more = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
        count = max(0, read(STDIN_FILENO, buffer.baseAddress, buffer.count))
      }
      bytes += more
      if more.isEmpty { isOver = true }
      if bytes.count > 64 * Self.most { break }
    }
    var lines: [String] = []
    while let end = bytes.firstIndex(of: 10) {
      lines.append(text(bytes[..<end]))
      bytes.removeFirst(end + 1)
    }
    if isOver || bytes.count > Self.most, !bytes.isEmpty {
      lines.append(text(bytes[...]))
      bytes = []
    }
    return lines
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    let line = Array(bytes.last == 13 ? bytes.dropLast() : bytes)
    return Text.sanitised(SheetEncoding(of: line, asked: nil, language: language).text(of: line))
  }

  init(language: String) { self.language = language }
}
