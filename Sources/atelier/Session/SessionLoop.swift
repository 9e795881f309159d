import Dispatch
import Glibc
import Journal
import Terminal
import Workshop

/// One terminal at work: keys in, frames out, the directory in between.
///
/// A single poll(2) waits for the keyboard, signals and the directory, at most until the next second
/// that is shown. Only this file reads the clock.
struct SessionLoop: ~Copyable {
  private var screen: Screen
  private var room: Room
  private let signals: Signals
  private var isOver = false
  /// Of the running countdown, when it was last looked at.
  private var secondsLeft: Int?
  /// Plays a plan with simulated people on this screen; it has a clock of its own.
  private let rehearsal: RehearsalPlayer?

  /// Opens the directory first and the screen last, so that what goes wrong is said in plain text.
  static func open(
    _ directory: Directory, role: Role, arguments: Arguments, rehearsal: RehearsalPlayer? = nil
  ) throws -> Int32 {
    let theme = try Theme.wanted(arguments) { name in getenv(name).map { String(cString: $0) } }
    guard let signals = Signals() else { throw CommandError.failed("no file descriptor is free") }
    let room: Room
    do throws(JournalError) {
      room = try Room(directory, role: role, by: arguments.name)
    } catch {
      throw CommandError.journal(error)
    }
    let scene = try Opening.scene(
      room.workshop, directory, role: role, arguments: arguments, now: .now)
    do throws(ScreenError) {
      let screen = try Screen(theme: theme, mouse: false)
      var loop = SessionLoop(screen: screen, room: room, signals: signals, rehearsal: rehearsal)
      loop.run(scene)
    } catch {
      throw CommandError.screen(error)
    }
    return 0
  }

  private init(
    screen: consuming Screen, room: consuming Room, signals: consuming Signals,
    rehearsal: RehearsalPlayer?
  ) {
    self.screen = screen
    self.room = room
    self.signals = signals
    self.rehearsal = rehearsal
  }

  /// The wall clock, or that of the rehearsal.
  private var now: Moment { rehearsal?.now(at: .now) ?? .now }

  private mutating func run(_ start: Scene) {
    var scene = start
    room.resume(&scene)
    screen.setTitle("atelier · " + scene.say(scene.workshop.plan.title))
    var drawn: Pulse?
    while !isOver {
      scene.now = now
      room.look(&scene)
      rehearsal?.play(&scene, &room)
      ring(scene)
      let pulse = Pulse(scene, size: screen.size, version: room.version)
      if pulse != drawn {
        screen.present(View.draw(scene, size: screen.size))
        drawn = pulse
      }
      wait(scene)
      let arrived = signals.read()
      if !arrived.isEmpty { drawn = nil }
      take(arrived, &scene)
      // Every pending key before the next painting.
      for key in screen.keys() where !isOver {
        scene.now = now
        press(key, &scene)
        drawn = nil
      }
      if screen.isHungUp { isOver = true }
    }
    screen.close()
    room.close(scene)
    rehearsal?.close()
  }

  private mutating func press(_ key: Key, _ scene: inout Scene) {
    if key == .resize || rehearsal?.takes(key, &scene) == true { return }
    let outcome = Keymap.decide(key, scene)
    room.carryOut(outcome, &scene)
    rehearsal?.linger(&scene)
    switch outcome.effect {
    case .quit: isOver = true
    case .suspend: suspend()
    case .repaint: screen.repaint()
    case .nextTheme:
      let themes = Theme.allCases
      let index = themes.firstIndex(of: screen.theme) ?? 0
      screen.setTheme(themes[(index + 1) % themes.count])
    case .undo, .redo, nil: break
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

  /// Rings once when the time of an activity is up, where the room can hear it.
  private mutating func ring(_ scene: Scene) {
    let left = scene.countdown.flatMap { $0.isRunning ? $0.secondsLeft(at: scene.now) : nil }
    if let left, let before = secondsLeft, left <= 0, before > 0, scene.role != .notes,
      rehearsal == nil
    {
      screen.bell()
    }
    secondsLeft = left
  }

  private mutating func suspend() {
    screen.suspend()
    Signals.stop()
    screen.resume()
  }

  /// Sleeps until something happens, or until the next second on screen.
  private func wait(_ scene: Scene) {
    var timeout: Int64 = 1000
    if let rehearsal {
      timeout = rehearsal.frame
    } else if let countdown = scene.countdown, countdown.isRunning {
      let left = countdown.remaining(at: Moment.now.milliseconds)
      timeout = left > 0 ? (left - 1) % 1000 + 1 : 1000 - (-left) % 1000
    }
    let descriptors = [screen.descriptor, signals.descriptor] + room.descriptors
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), Int32(max(1, timeout)))
  }
}

/// What can change on screen without a key: while it is the same, nothing is drawn.
private struct Pulse: Equatable {
  let size: Size
  /// Of the state that the directory gives.
  let version: Int
  let clock: String
  let secondsLeft: Int?
  let presence: [Presence]
  let saving: Saving
  let trouble: Phrase?
  let notice: Notice?

  init(_ scene: Scene, size: Size, version: Int) {
    self.size = size
    self.version = version
    clock = scene.now.clock
    secondsLeft = scene.countdown?.secondsLeft(at: scene.now)
    presence = scene.presence
    saving = scene.saving
    trouble = scene.trouble
    notice = scene.focus.notice
  }
}
