import Assets
import Boards
import Cards
import Glibc
import Journaling
import Languages
import Projects
import Shell
import Terminal
import Time
import WorkshopCore

/// One terminal at work: keys in, frames out, the directory in between.
///
/// A single poll(2) waits for the keyboard, signals and the directory, at most until the next second
/// that is shown. Only this file and the clock it holds know what time it is.
struct SessionLoop: ~Copyable {
  private var screen: Screen
  private var room: Room
  private let signals: Signals
  private let side: SideWork
  private let clock = SteadyClock(.now)
  private var bell = Bell()
  private var writing = WritingGuard()
  private var haste = Haste()
  private var isOver = false
  /// What the keys do over the frame that was shown last; nil once the scene may be another.
  private var bindings: [Binding]?
  /// Whose cards were read for what is typed.
  private var readBoard: BoardID?
  /// What can be clicked in the frame that was shown last.
  private var shown = Frame(size: Size(columns: 0, rows: 0))
  /// Plays a plan with simulated people on this screen; it has a clock of its own.
  private let rehearsal: RehearsalPlayer?
  /// Simulated tables beside whoever sits here.
  private let tables: DemoTables?
  /// Whoever sits here wants no bell.
  private let isSilent: Bool

  /// Opens the directory first and the screen last, so that what goes wrong is said in plain text.
  ///
  /// - Parameter prepare: what else the first screen shows.
  static func open(
    _ directory: Directory, role: Role, arguments: Arguments, rehearsal: RehearsalPlayer? = nil,
    tables: DemoTables? = nil, prepare: (inout Scene) -> Void = { _ in }
  ) throws -> Int32 {
    let theme = try Palette.wanted(arguments) { name in getenv(name).map { String(cString: $0) } }
    guard let signals = Signals() else { throw CommandError.failed("no file descriptor is free") }
    let room: Room
    let own = OwnContent(directory)
    do throws(JournalError) {
      // A ballot's journal does not say whose it is.
      room = try Room(
        directory, role: role, by: role == .ballot ? Role.ballot.rawValue : arguments.name,
        catalogue: Features.all.catalogue(own.content), isWatched: true)
    } catch {
      throw CommandError.journal(error)
    }
    var scene = try Opening.scene(
      room.workshop, own, role: role, arguments: arguments, now: .now)
    scene.focus.table = try arguments.table(of: room.workshop)
    scene.isRestricted = arguments.isRestricted
    let settings = try Settings.own.get()
    try scene.follow(settings, unless: arguments["language"])
    if role == .facilitator, rehearsal == nil, scene.opensBetween { scene.focus.place = .between }
    if role == .facilitator, rehearsal == nil { scene.offerSetUp() }
    prepare(&scene)
    if role == .ballot {
      scene.me = role.rawValue
      scene.focus.booth = try arguments.booth(of: room.workshop, in: directory)
    }
    if arguments.isPlain, rehearsal == nil {
      var loop = PlainLoop(room: room, signals: signals, language: scene.language)
      return tell(loop.run(scene), directory, scene)
    }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    if let known = TerminalName.substitute(for: name) {
      Console.error(
        "atelier: " + scene.say("the terminal type “\(name)” is not known here: used as \(known)"))
    }
    do throws(ScreenError) {
      let screen = try Screen(theme: theme, mouse: false)
      var loop = SessionLoop(
        screen: screen, room: room, signals: signals, side: SideWork(),
        rehearsal: rehearsal, tables: tables, isSilent: settings.bell == false)
      return tell(loop.run(scene), directory, scene)
    } catch {
      throw CommandError.screen(error)
    }
  }

  /// Says what could not be saved; the exit code.
  private static func tell(_ leftover: Leftover, _ directory: Directory, _ scene: Scene) -> Int32 {
    for line in leftover.lines(directory, scene.language) { Console.error(line) }
    return leftover.isEmpty ? 0 : 1
  }

  private init(
    screen: consuming Screen, room: consuming Room, signals: consuming Signals, side: SideWork,
    rehearsal: RehearsalPlayer?, tables: DemoTables?, isSilent: Bool
  ) {
    self.isSilent = isSilent
    self.screen = screen
    self.room = room
    self.signals = signals
    self.side = side
    self.rehearsal = rehearsal
    self.tables = tables
  }

  /// Runs until the terminal is left; what could not be saved is told.
  private mutating func run(_ start: Scene) -> Leftover {
    var scene = start
    room.resume(&scene)
    screen.setTitle("atelier · " + scene.say(scene.workshop.plan.title))
    var drawn: RedrawKey?
    while !isOver {
      tick(&scene)
      scene.size = View.size(screen.size, scene)
      room.look(&scene)
      rehearsal?.play(&scene, &room)
      tables?.play(scene)
      if bell.rings(scene), rehearsal == nil, !isSilent {
        screen.bell(saying: scene.current.map { scene.say("Time is up: \($0.title)") } ?? "")
      }
      let pulse = RedrawKey(scene, size: screen.size, version: room.version)
      if pulse != drawn {
        show(scene)
        screen.setMouse(scene.wantsMouse)
        drawn = pulse
        if scene.role == .notes { lookForEquals(&scene) }
      }
      wait(scene)
      if !scene.focus.pastes.isEmpty { bindings = nil }
      room.goOnPasting(&scene)
      // Every pending key before the next painting, and before a signal that ends us.
      for key in screen.keys() where !isOver {
        tick(&scene)
        take(key, &scene)
        (drawn, bindings) = (nil, nil)
      }
      for key in writing.release(before: nil, at: SteadyClock.Reading.now.boot) {
        press(key, &scene)
        drawn = nil
      }
      for (opened, since) in side.taken() {
        scene.take(opened, since: since)
        (drawn, bindings) = (nil, nil)
      }
      let arrived = signals.read()
      if !arrived.isEmpty { drawn = nil }
      take(arrived, &scene)
      if screen.isHungUp { isOver = true }
    }
    for key in writing.releaseAll() { press(key, &scene) }
    screen.close()
    let leftover = room.close(scene)
    rehearsal?.close()
    tables?.close()
    return leftover
  }

  /// Draws a frame, and remembers what the keys do that it names.
  private mutating func show(_ scene: Scene) {
    var scene = scene
    scene.bindings = Keymap.bindings(scene)
    bindings = scene.bindings
    shown = View.draw(scene, size: screen.size)
    screen.present(shown)
  }

  /// Notes which equals of the line are on the screen; those of a board that was come to are read first.
  private mutating func lookForEquals(_ scene: inout Scene) {
    scene.focus.saidSeen = Set(scene.alreadySaid.map(\.id))
    guard let board = scene.lineBoard?.id, board != readBoard else { return }
    readBoard = board
    side.readCards(scene)
  }

  /// Keeps what was over the limit of a paste where it can be fetched from, and says where.
  private func keep(_ rest: String, _ scene: inout Scene) {
    let file = Leftover.keep(rest)
    if let last = scene.focus.pastes.indices.last {
      scene.focus.pastes[last].restFile = file.map(Leftover.short)
    }
    scene.notice(
      file.map { "A paste takes 1 MiB; the rest is in \(Leftover.short($0))" }
        ?? "A paste takes 1 MiB; the rest could not be kept", isWarning: true)
  }

  /// Reads the clock.
  private mutating func tick(_ scene: inout Scene) {
    if let rehearsal {
      scene.now = rehearsal.now(at: .now)
      return
    }
    scene.chance = .random(in: 0 ... .max)
    let reading = SteadyClock.Reading.now
    scene.now = .local(clock.now(reading))
    scene.clockIsApart = Int(clock.apart(reading) / 1000)
  }

  /// A key as it comes: a command, or a letter of a word that is none.
  private mutating func take(_ key: Key, _ scene: inout Scene) {
    // A rehearsal is played by itself; its keys are its own.
    if rehearsal != nil { return press(key, &scene) }
    let time = SteadyClock.Reading.now.boot
    let key = haste.reading(key, at: time, scene)
    for held in writing.release(before: key, at: time) { press(held, &scene) }
    switch writing.take(key, at: time, scene) {
    case .press: press(key, &scene)
    case .hold, .ignore: break
    case .write(let text, let start):
      scene.focus = start
      room.carryOut(scene.goingOn(with: text), &scene)
    }
  }

  private mutating func press(_ key: Key, _ scene: inout Scene) {
    if case .pasteCut(let rest) = key { return keep(rest, &scene) }
    if key == .resize || rehearsal?.takes(key, &scene) == true { return }
    defer { bindings = nil }
    room.lookAtWriters(&scene)
    let before = scene
    var outcome = Outcome.nothing
    if case .mouse(let mouse) = key {
      let point = Point(x: mouse.x, y: mouse.y)
      outcome = Pointer.decide(mouse, over: shown.targets(at: point), scene)
    } else {
      outcome = Keymap.decide(key, scene, among: bindings)
    }
    room.carryOut(outcome, &scene)
    if scene.guide != nil { scene.follow(key, from: before) }
    // Whatever becomes of the editor, the line is on the disk.
    if outcome.effect == .compose { room.keepDraft(scene) }
    rehearsal?.linger(&scene)
    switch outcome.effect {
    case .quit: isOver = true
    case .suspend: suspend()
    case .repaint: screen.repaint()
    case .nextTheme:
      let themes = Palette.allCases
      let index = themes.firstIndex(of: screen.theme) ?? 0
      screen.setTheme(themes[(index + 1) % themes.count])
    case .compose:
      let text = Editor.compose(scene.focus.typed, on: &screen)
      room.carryOut(Editor.outcome(text, scene), &scene)
    case .work:
      if let panel = scene.focus.overlay as? WaitingPanel { side.work(panel) }
    case .writeContent(let path, let text): OwnContent.write(text, at: path, &scene)
    case .copy(let text): room.carryOut(Clipboard.take(text, screen), &scene)
    case .undo, .redo, .writePlan, nil: break
    }
  }

  private mutating func take(_ signals: [Signals.Signal], _ scene: inout Scene) {
    for signal in signals {
      switch signal {
      case .terminate, .hangUp: isOver = true
      case .interrupt: press(.control("c"), &scene)
      case .resize: screen.resized()
      case .stop: suspend()
      case .proceed: break
      }
    }
  }

  private mutating func suspend() {
    screen.suspend()
    Signals.stop()
    screen.resume()
  }

  /// Milliseconds for which nothing changes on screen unless somebody does something: a second while there
  /// is anything that passes, else what is left of the minute.
  private func quiet(_ scene: Scene) -> Int64 {
    let passes =
      tables != nil || scene.role == .stage || scene.focus.notice != nil || !scene.fresh.isEmpty
      || room.isBusy(scene)
    return passes ? 1000 : min(Self.longest, 60_000 - scene.now.milliseconds % 60_000)
  }

  /// Milliseconds after which the loop looks around in any case: after a laptop was closed, say.
  private static let longest: Int64 = 5000

  /// Sleeps until something happens, or until the next second on screen.
  private func wait(_ scene: Scene) {
    let now = clock.now(.now)
    let timeouts = scene.countdowns.filter(\.isRunning).map { countdown in
      let left = countdown.remaining(at: now)
      return left > 0 ? (left - 1) % 1000 + 1 : 1000 - (-left) % 1000
    }
    var timeout =
      !scene.focus.pastes.isEmpty ? 0 : rehearsal?.frame ?? timeouts.min() ?? quiet(scene)
    if let deadline = writing.deadline {
      timeout = min(timeout, max(0, deadline - SteadyClock.Reading.now.boot))
    }
    if let due = room.draftDue(scene) { timeout = min(timeout, due) }
    let descriptors = [screen.descriptor, signals.descriptor, side.descriptor] + room.descriptors
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), Int32(timeout))
  }
}

/// What can change on screen without a key: while it is the same, nothing is drawn.
private struct RedrawKey: Equatable {
  let size: Size
  /// Of the state that the directory gives.
  let version: Int
  let clock: String
  /// Of the room's countdown and the tables'.
  let secondsLeft: [Int]
  let presence: [Presence]
  let saving: Saving
  let trouble: Phrase?
  let unread: Phrase?
  let notice: Notice?
  /// How many cards are shown as new.
  let fresh: Int
  /// On the stage what has no room turns its pages by itself.
  let page: Int

  init(_ scene: Scene, size: Size, version: Int) {
    self.size = size
    self.version = version
    clock = scene.now.clock
    secondsLeft = scene.countdowns.map { $0.secondsLeft(at: scene.now) }
    presence = scene.presence
    saving = scene.saving
    trouble = scene.trouble
    unread = scene.unread
    notice = scene.focus.notice
    fresh = scene.fresh.count
    page = scene.role == .stage ? scene.pageTurn : 0
  }
}
