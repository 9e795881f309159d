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
    let isForAbsent = scene.focus.booth.map { $0.proxy > 0 } ?? false
    let words =
      (isForAbsent ? [scene.say("for somebody absent")] : []) + place.map { scene.say($0) }
    frame.put(
      words.joined(separator: " · "), x: 1, y: head.y, style: .quiet,
      width: head.width - 8)
    frame.put(scene.now.clock, x: head.maxX - 6, y: head.y, style: .quiet)
    if scene.needsCode {
      code(scene, into: &frame, in: room)
    } else if scene.focus.booth?.asksProof == true {
      proof(scene, into: &frame, in: room)
    } else if let (sheet, _) = scene.sheet {
      sheet.draw(scene, into: &frame, in: room)
    } else {
      let (large, small, ink) = state(scene)
      sentence(large, small, ink, scene, into: &frame, in: room)
      if scene.followedPoll == nil { secrecy(scene, into: &frame, in: room) }
    }
    Banner.draw(scene, into: &frame, y: below.y)
    Foot.draw(scene, into: &frame)
  }

  private static func code(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    ask(
      "The code on your slip", Token.example,
      "It gives one ballot in each vote.", scene, into: &frame, in: rect)
    secrecy(scene, into: &frame, in: rect)
  }

  /// A given ballot is shown to nobody but its voter.
  private static func proof(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let hasCode = scene.focus.booth?.token != nil
    ask(
      hasCode ? "Your receipt, or the code on your slip" : "The receipt of your ballot", "k7f-3m2",
      "It shows the submitted ballot. Enter alone begins a new one, which replaces it.", scene,
      into: &frame, in: rect)
  }

  /// What is kept from whom, at the foot, while nothing else has to be read.
  private static func secrecy(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let text = Secrecy.sentences.map { scene.say($0) }.joined(separator: " ")
    let width = min(72, rect.width - 8)
    let rows = Text.wrap(text, to: max(1, width)).count
    let place = Rect(x: rect.x + 4, y: rect.maxY - rows - 1, width: width, height: rows)
    frame.paragraph(text, in: place, style: .quiet)
  }

  /// A line for a code, with what it is for.
  private static func ask(
    _ title: Phrase, _ example: String, _ purpose: Phrase, _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    let y = rect.y + max(1, rect.height / 3)
    frame.put(
      scene.say(title), x: rect.x + 4, y: y, style: Style(.strong, bold: true),
      width: rect.width - 8)
    Panel.line(
      scene.focus.booth?.line ?? Line(), into: &frame, x: rect.x + 4, y: y + 2,
      width: rect.width - 8, placeholder: example)
    let caret = frame.cursor
    let place = Rect(
      x: rect.x + 4, y: y + 4, width: rect.width - 8, height: max(0, rect.maxY - y - 4))
    frame.paragraph(scene.say(purpose), in: place, style: .quiet)
    frame.cursor = caret
  }

  private static func sentence(
    _ large: Phrase, _ small: Phrase?, _ ink: Ink, _ scene: Scene, into frame: inout Frame,
    in rect: Rect
  ) {
    let width = min(64, rect.width - 4)
    var place = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y + max(1, rect.height / 4), width: width,
      height: 3)
    func put(_ phrase: Phrase, _ style: Style) {
      let rows = frame.paragraph(scene.say(phrase), in: place, style: style, alignment: .centre)
      place = Rect(
        x: place.x, y: place.y + rows + 1, width: width,
        height: max(0, min(3, rect.maxY - place.y - rows - 1)))
    }
    frame.cursor = Point(x: place.x, y: place.y)
    put(large, Style(ink, bold: true))
    if let small { put(small, .quiet) }
    if let receipt = receipt(scene) {
      put("Its receipt: \(receipt)", Style(.accent, bold: true))
      put(ReceiptNote.purpose, .quiet)
    }
  }

  /// The receipt of the ballot that was given here, or by the code that was just typed, until this person's
  /// turn ends.
  private static func receipt(_ scene: Scene) -> String? {
    guard let poll = scene.followedPoll, let booth = scene.focus.booth,
      case let voter = booth.voter(in: poll.id), poll.standing(of: voter) == .counted,
      booth.given[poll.id].map({ poll.castings(of: voter) <= $0 }) ?? (booth.token != nil)
    else { return nil }
    return poll.receipt(of: voter)
  }

  /// Where the vote and this voter's ballot stand.
  private static func state(_ scene: Scene) -> (Phrase, Phrase?, Ink) {
    guard let poll = scene.followedPoll, let booth = scene.focus.booth else {
      return ("The vote opens soon", "Nothing to do until then.", .strong)
    }
    if poll.isRevealed { return ("The result is known", "Thank you for voting.", .strong) }
    let voter = booth.voter(in: poll.id)
    let standing = poll.standing(of: voter)
    if let given = booth.given[poll.id], poll.castings(of: voter) > given {
      return (
        "Your ballot was replaced",
        "Another one was submitted with the same code; the last one counts.",
        .warning
      )
    }
    switch standing {
    case .refused(let objection):
      return (
        "Your ballot was not taken", BallotWords.reason(objection, poll), .warning
      )
    case .late(let earlierCounts):
      return (
        "Your ballot came too late: the vote was closed",
        earlierCounts
          ? "The one that you submitted before counts." : "It is listed as late and not counted.",
        .warning
      )
    case .counted where scene.saving != .saved:
      return ("Your ballot is being saved", nil, .warning)
    case .counted where poll.isOpen && booth.given[poll.id] == nil && booth.token == nil:
      return (
        "A ballot was submitted at this terminal",
        "The next person presses \(scene.name(of: .control("n"))).",
        .good
      )
    case .counted where poll.isOpen:
      return (
        "Your ballot is counted",
        "Enter changes it until the vote closes. The next person presses \(scene.name(of: .control("n"))).",
        .good
      )
    case .counted: return ("The vote is closed, and your ballot counts", nil, .good)
    case .none: return ("The vote is closed", "The result is still sealed.", .strong)
    }
  }
}
