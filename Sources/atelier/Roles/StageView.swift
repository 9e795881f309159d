import Cards
import Languages
import People
import Shell
import Terminal
import Time
import WorkshopCore

/// The projector: what the room does now, as large as the window allows.
///
/// Never a script, a draft, an author's name that was not said aloud, or a tally that is not revealed.
enum StageView {
  static func draw(_ own: Scene, into frame: inout Frame) {
    draw(scene: own.forTheRoom, into: &frame)
    var scene = own
    scene.trouble = nil
    Banner.draw(scene, into: &frame, y: frame.size.rows - 1)
    Foot.answer(own, into: &frame)
  }

  private static func draw(scene: Scene, into frame: inout Frame) {
    let room = frame.bounds.inset(horizontal: 2, vertical: 0)
    guard let activity = scene.current else {
      if SeatingView.isShown(scene) {
        SeatingView.draw(scene, into: &frame, in: room.top(1).rest)
      } else {
        waiting(scene, into: &frame, in: room)
      }
      return
    }
    let step = scene.features.stageSteps.lazy.compactMap({ $0.drawing(scene) }).first
    if step == nil, scene.isLeft {
      waiting(scene, into: &frame, in: room)
      return
    }
    if TimeUp.isAlone(scene) {
      TimeUp.draw(scene, into: &frame)
      return
    }
    let (head, below) = room.top(2)
    let (tables, body) = below.bottom(
      TableTimes.rows(scene, width: below.width, height: below.height))
    header(scene, activity, into: &frame, in: head)
    TableTimes.draw(scene, into: &frame, in: tables)
    if let draw = step {
      draw(&frame, body)
    } else {
      scene.kind.stage(scene, activity, &frame, body)
    }
  }

  private static func header(
    _ scene: Scene, _ activity: Activity, into frame: inout Frame, in rect: Rect
  ) {
    var x = rect.x
    if let phase = activity.phase {
      x =
        frame.put(
          scene.say(phase.name).uppercased(), x: x, y: rect.y, style: Style(phase.ink, bold: true))
        + 3
    }
    let turn = scene.kind.showsTurns ? nil : TurnView.line(scene, activity)
    let title = scene.isBuffer(activity) ? nil : scene.say(activity.title)
    let place = [title, turn].compactMap { $0 }.joined(separator: " · ")
    frame.put(place, x: x, y: rect.y, style: .quiet, width: rect.maxX - x - 6)
    frame.put(scene.now.clock, x: rect.maxX - 5, y: rect.y, style: .quiet)
    TimeUp.drawBand(scene, into: &frame, y: rect.y)
  }

  private static func waiting(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let text = StageText(
      [
        .init(scene.say(scene.workshop.plan.title), Style(.strong, bold: true), rank: 1),
        .init(scene.say(scene.workshop.plan.goal), .quiet, rank: 2),
        .init(promise(scene), .accent, rank: 0, air: 3),
      ], alignment: .centre)
    let room = rect.inset(horizontal: 3, vertical: 1)
    text.draw(into: &frame, in: room.top(max(0, room.height - text.height(in: room.size)) / 2).rest)
  }

  /// When the room is expected, as far as the plan says it: today at an hour, or on another day.
  private static func promise(_ scene: Scene) -> String {
    guard let session = scene.session else { return "" }
    guard scene.isLeft else { return scene.say("We begin at \(session.start)") }
    let next = scene.sessionAfter(session)
    if let next, next.date == scene.now.date { return scene.say("We begin at \(next.start)") }
    return scene.meeting(after: session).map { scene.say("We meet again: \($0)") } ?? ""
  }
}
