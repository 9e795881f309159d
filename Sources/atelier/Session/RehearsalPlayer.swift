import Journaling
import Languages
import Rehearsal
import Shell
import Terminal
import WorkshopCore

/// A rehearsal on the real screens: the session loop asks it at each wake-up what the simulated people
/// did meanwhile.
///
/// They press their keys with a focus of their own, so that whoever watches may look around, help out
/// or go on by hand. A class: the command that starts it reads the findings when the loop is over.
final class RehearsalPlayer {
  private(set) var rehearsal: RehearsalScript
  private var clock: FastClock
  private let chairs: [SimulatedTerminal]
  /// Where the simulated facilitator is.
  private var focus = Focus()
  /// Counts what anybody wrote; each seat's count when it last looked.
  private var written = 0
  private var seen: [Seat: Int] = [:]
  private var hasEnded = false

  /// - Parameter scene: the workshop that is rehearsed, as the facilitator opens it.
  init(_ directory: Directory, _ scene: Scene, seed: UInt64, speed: Int) throws(JournalError) {
    rehearsal = RehearsalScript(
      scene.workshop.plan, language: scene.language.code, seed: seed, now: scene.now)
    clock = FastClock(scene.now.at(rehearsal.opening), speed: speed)
    var chairs: [SimulatedTerminal] = []
    for table in 1...rehearsal.tables {
      let name = Seat.table(table).name(in: scene.language)
      chairs.append(try SimulatedTerminal(directory, name: name, like: scene))
    }
    self.chairs = chairs
  }

  /// Milliseconds of the wall's between two frames: each second that is shown, as far as eyes follow.
  var frame: Int64 { Int64(min(1000, max(66, 1000 / clock.speed))) }

  func now(at wall: Moment) -> Moment { clock.now(at: wall) }

  /// Lets everything happen that is due, and lays the findings over the screen when all is over.
  func play(_ scene: inout Scene, _ room: inout Room) {
    let now = scene.now
    while let stroke = next(now, &scene, &room) {
      let moment = now.at(stroke.at)
      switch stroke.seat {
      case .facilitator: press(stroke.key, at: moment, &scene, &room)
      case .table(let table):
        let chair = chairs[table - 1]
        let before = chair.scene
        let outcome = chair.press(stroke.key, at: moment)
        note(outcome, by: stroke.seat)
        rehearsal.heard(outcome, before)
      }
    }
    scene.now = now
    if isBehind(.facilitator) { room.look(&scene) }
    seen[.facilitator] = written
    if let dawn = rehearsal.nightEnd { clock.skip(to: dawn) }
    if rehearsal.isOver, !hasEnded { end(&scene) }
  }

  private func next(_ now: Moment, _ scene: inout Scene, _ room: inout Room) -> RehearsalKey? {
    // The rehearsal is taken out, so that it may look at the rest.
    var rehearsal = rehearsal
    defer { self.rehearsal = rehearsal }
    return rehearsal.next(until: now.milliseconds) { seat in
      switch seat {
      case .facilitator:
        if isBehind(seat) { room.look(&scene) }
        seen[seat] = written
        return simulated(scene)
      case .table(let table):
        if isBehind(seat) { chairs[table - 1].look(now: now) }
        seen[seat] = written
        return chairs[table - 1].scene
      }
    }
  }

  private func isBehind(_ seat: Seat) -> Bool { seen[seat] != written }

  private func simulated(_ scene: Scene) -> Scene {
    var simulated = scene
    simulated.focus = focus
    return simulated
  }

  private func press(_ key: Key, at moment: Moment, _ scene: inout Scene, _ room: inout Room) {
    var simulated = simulated(scene)
    simulated.now = moment
    let outcome = Keymap.decide(key, simulated)
    let before = simulated
    room.carryOut(outcome, &simulated)
    note(outcome, by: .facilitator)
    focus = simulated.focus
    scene.workshop = simulated.workshop
    scene.saving = simulated.saving
    if let notice = focus.notice, scene.focus.overlay == nil {
      scene.focus.notice = notice
      linger(&scene)
    }
    rehearsal.heard(outcome, before)
  }

  private func note(_ outcome: Outcome, by seat: Seat) {
    guard !outcome.events.isEmpty else { return }
    written += 1
    seen[seat] = written
  }

  /// Space stops the rehearsal and lets it go on, unless something lies over the view.
  func takes(_ key: Key, _ scene: inout Scene) -> Bool {
    guard key == .character(" "), scene.focus.overlay == nil, !hasEnded else { return false }
    clock.isStopped.toggle()
    let phrase: Phrase =
      clock.isStopped ? "The rehearsal is stopped: Space goes on" : "The rehearsal goes on"
    scene.focus.notice = Notice(phrase: phrase, until: scene.now.milliseconds + 2000)
    linger(&scene)
    return true
  }

  /// What is answered or asked stands as long on the wall's clock as it would in a session.
  func linger(_ scene: inout Scene) {
    let now = scene.now.milliseconds
    let speed = Int64(clock.speed)
    if let until = scene.focus.notice?.until, (0...5000).contains(until - now) {
      scene.focus.notice?.until = now + (until - now) * speed
    }
    // What was made longer already is left alone.
    if let until = scene.focus.armed?.until, (0...3000).contains(until - now) {
      scene.focus.armed?.until = now + (until - now) * speed
    }
  }

  /// The findings; from here on the clock runs as others do.
  private func end(_ scene: inout Scene) {
    hasEnded = true
    clock.speed = 1
    let page = FindingsPage(rehearsal, scene.workshop.plan, scene.language).page
    scene.focus.overlays = [page]
    scene.focus.isOnStage = false
    scene.focus.notice = nil
    scene.focus.armed = nil
  }

  func close() { for chair in chairs { chair.close() } }
}
