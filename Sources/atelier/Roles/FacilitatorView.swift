import Boards
import Cards
import Languages
import Projects
import Shell
import Terminal
import Time
import WorkshopCore

/// The facilitator's desk: the day at the left, the moment at the right; or a board.
enum FacilitatorView {
  static func draw(_ scene: Scene, into frame: inout Frame) {
    let (head, below) = frame.bounds.top(2)
    let (_, body) = below.bottom(1)
    header(scene, into: &frame, in: head)
    switch scene.focus.place {
    case .agenda: day(scene, into: &frame, in: body)
    case .between:
      BetweenView.draw(scene, into: &frame, in: body.inset(horizontal: 1, vertical: 0))
    case .board(let id):
      guard let board = scene.workshop.board(id) else { break }
      let (main, side) = FactPane.split(body, scene)
      self.board(scene, board, into: &frame, in: main.inset(horizontal: 1, vertical: 0))
      FactPane.draw(scene, into: &frame, in: side)
    }
    Foot.draw(scene, into: &frame)
  }

  private static func header(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let width = rect.width - 2
    let clock = (SavingMark.text(scene) + " " + scene.now.clock).trimmed
    let right = rect.x + 1 + width - Text.width(clock)
    frame.put(clock, x: right, y: rect.y, style: SavingMark.style(scene))
    let trackWidth = min(60, width / 2 + 4)
    let titleWidth = width - trackWidth - Text.width(clock) - 4
    var title = scene.say(scene.workshop.plan.title)
    if let session = scene.session, scene.workshop.plan.sessions.count > 1 {
      // Which day it is says more than the programme's name cut in a word.
      let day = scene.say(session.title)
      title = Text.width(day + " · " + title) > titleWidth ? day : day + " · " + title
    }
    frame.put(title, x: 1, y: rect.y, style: Style(.strong, bold: true), width: titleWidth)
    Track.draw(scene, into: &frame, x: right - trackWidth - 2, y: rect.y, width: trackWidth)
    // At a board the day itself is out of sight; a banner goes before it.
    if case .board = scene.focus.place, let drift = DaySummary.drift(scene) {
      frame.put(
        drift.text, x: 1, y: rect.y + 1, style: drift.style, width: width, alignment: .right)
    }
    if let question = NextSpeaker.question(scene) {
      frame.fill(Rect(x: 0, y: rect.y + 1, width: frame.size.columns, height: 1))
      frame.put(
        scene.say(question), x: 1, y: rect.y + 1, style: Style(.accent, bold: true), width: width)
    }
    if let looking = looking(scene) {
      let band = Rect(x: 0, y: rect.y + 1, width: frame.size.columns, height: 1)
      frame.fill(band, style: .selection)
      frame.put(scene.say(looking), x: 1, y: band.y, style: .selection, width: width)
    }
    Banner.draw(scene, into: &frame, y: rect.y + 1)
  }

  /// Where this desk looks while the room is elsewhere; nil where both are at one place.
  private static func looking(_ scene: Scene) -> Phrase? {
    guard let room = scene.current else { return nil }
    let time = scene.countdown.map { " " + TimeLeft.text($0, at: scene.now) } ?? ""
    let title: String
    switch scene.focus.place {
    case .agenda:
      guard let looked = scene.lookedAt else { return nil }
      title = scene.say(looked.title)
    case .board(let id):
      guard let board = scene.workshop.board(id), board.id != scene.board(of: room)?.id,
        board.id != scene.workshop.shown,
        board.canvas == nil || board.canvas != scene.canvas(of: room)
      else { return nil }
      title = scene.title(of: board)
    case .between: return nil
    }
    return "Looking at \(title) · everyone is at \(room.title)\(time) · Esc: back"
  }

  private static func day(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let (agenda, rest) = rect.left(min(50, max(30, rect.width * 39 / 80)))
    AgendaList.draw(scene, into: &frame, in: agenda)
    let moment = rest.inset(horizontal: 1, vertical: 0)
    if let line = scene.lookedBackAt {
      MomentPane.past(scene.looking(at: line.id), line, into: &frame, in: moment)
    } else if let line = scene.lookedAt {
      MomentPane.preview(scene, line, into: &frame, in: moment)
    } else {
      // A wide window has the stage beside the moment, a high one beneath it.
      let isWide = moment.width >= StageInSmall.wide + 2 + StageInSmall.least.columns
      let (left, right) = moment.left(isWide ? moment.width - StageInSmall.wide - 2 : moment.width)
      let end = MomentPane.draw(scene, into: &frame, in: left)
      StageInSmall.draw(
        scene, into: &frame,
        in: isWide
          ? right.left(2).rest.top(1).rest
          : Rect(x: moment.x, y: end + 1, width: moment.width, height: moment.maxY - end - 1))
    }
  }

  private static func board(_ scene: Scene, _ board: Board, into frame: inout Frame, in rect: Rect)
  {
    let (head, rest) = rect.top(2)
    let title = scene.title(of: board)
    let all = [
      marked(scene, board),
      scene.filter.isEmpty ? nil : scene.say("filter: \(scene.filter)"),
      order(scene, board),
      scene.workshop.spotlit != nil
        ? scene.say("a card on the projector")
        : scene.workshop.shown == board.id ? scene.say("on screen") : nil,
    ]
    let marks = (all.compactMap { $0 } + scene.state(of: board)).joined(separator: " · ")
    let time = scene.countdown == nil ? 0 : 8
    frame.put(
      title, x: head.x, y: head.y, style: Style(.accent, bold: true),
      width: head.width - Text.width(marks) - time - 2)
    frame.put(marks, x: head.maxX - time - Text.width(marks), y: head.y, style: .quiet)
    if let countdown = scene.countdown {
      frame.put(
        TimeLeft.text(countdown, at: scene.now), x: head.maxX - time, y: head.y,
        style: Style(TimeLeft.ink(countdown, at: scene.now), bold: true), width: time,
        alignment: .right)
    }
    BoardView.draw(scene, board, into: &frame, in: rest, onStage: false)
  }

  private static func marked(_ scene: Scene, _ board: Board) -> String? {
    let count = scene.focus.marked.isEmpty ? 0 : scene.marked(on: board).count
    return count == 0 ? nil : scene.say("✓ \(count) selected")
  }

  /// The order of the cards, where it is not the one in which they came.
  private static func order(_ scene: Scene, _ board: Board) -> String? {
    switch board.sort {
    case .oldest, .order: nil
    case .newest: scene.say("newest first")
    case .voices: scene.say("most +1 first")
    case .text: scene.say("alphabetical")
    }
  }
}
