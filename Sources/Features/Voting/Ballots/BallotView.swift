import Journaling
import Languages
package import Shell
package import Terminal
import WorkshopCore

/// A ballot terminal: the ballot while it is marked, else one calm sentence.
package enum BallotView {
  package static func draw(_ scene: Scene, into frame: inout Frame) {
    let (head, below) = frame.bounds.top(1)
    let room = below.bottom(1).rest
    let place = [scene.workshop.plan.title, scene.current?.title].compactMap { $0 }
    frame.put(
      place.map { scene.say($0) }.joined(separator: " · "), x: 1, y: head.y, style: .quiet,
      width: head.width - 8)
    frame.put(scene.now.clock, x: head.maxX - 6, y: head.y, style: .quiet)
    if scene.needsCode {
      code(scene, into: &frame, in: room)
    } else if let (sheet, _) = scene.sheet {
      sheet.draw(scene, into: &frame, in: room)
    } else {
      let (large, small, ink) = state(scene)
      sentence(large, small, ink, scene, into: &frame, in: room)
    }
    Banner.draw(scene, into: &frame, y: below.y)
    Foot.draw(scene, into: &frame)
  }

  private static func code(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let y = rect.y + max(1, rect.height / 3)
    frame.put(
      scene.say("The code on your slip"), x: rect.x + 4, y: y, style: Style(.strong, bold: true),
      width: rect.width - 8)
    Panel.line(
      scene.focus.booth?.line ?? Line(), into: &frame, x: rect.x + 4, y: y + 2,
      width: rect.width - 8, placeholder: Token.example)
    let caret = frame.cursor
    let promise = scene.say("It gives one ballot in each vote; nobody can tell whose it is.")
    let place = Rect(
      x: rect.x + 4, y: y + 4, width: rect.width - 8, height: max(0, rect.maxY - y - 4))
    frame.paragraph(promise, in: place, style: .quiet)
    frame.cursor = caret
  }

  private static func sentence(
    _ large: Phrase, _ small: Phrase?, _ ink: Ink, _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    let width = min(64, rect.width - 4)
    let place = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y + max(1, rect.height / 3), width: width,
      height: 3)
    let rows = frame.paragraph(
      scene.say(large), in: place, style: Style(ink, bold: true), alignment: .centre)
    guard let small else { return }
    let under = Rect(x: place.x, y: place.y + rows + 1, width: width, height: 3)
    frame.paragraph(scene.say(small), in: under, style: .quiet, alignment: .centre)
  }

  /// Where the vote and this voter's ballot stand.
  private static func state(_ scene: Scene) -> (Phrase, Phrase?, Ink) {
    guard let poll = scene.followedPoll, let booth = scene.focus.booth else {
      return ("The vote opens soon", "Nothing to do until then.", .strong)
    }
    if poll.isRevealed { return ("The result is known", "Thank you for voting.", .strong) }
    let standing = poll.standing(of: booth.voter(in: poll.id))
    switch standing {
    case .refused(let objection):
      return (
        "Your ballot was not taken", BallotWords.reason(objection, poll), .warning
      )
    case .late(let earlierCounts):
      return (
        "Your ballot came too late: the vote was closed",
        earlierCounts
          ? "The one that you gave before counts." : "It is listed as late and not counted.",
        .warning
      )
    case .counted where scene.saving != .saved:
      return ("Your ballot is being saved", nil, .warning)
    case .counted where poll.isOpen:
      return (
        "Your ballot is counted", "You may change it until the vote closes: Enter.", .good
      )
    case .counted: return ("The vote is closed, and your ballot counts", nil, .good)
    case .none: return ("The vote is closed", "The result is still sealed.", .strong)
    }
  }
}
