import Terminal
import WorkshopCore

/// The projector: what the room does now, as large as the window allows.
///
/// Never a script, a draft, an author's name that was not said aloud, or a tally that is not revealed.
enum StageView {
  static func draw(_ scene: Scene, into frame: inout Frame) {
    let room = frame.bounds.inset(horizontal: 2, vertical: 0)
    guard let activity = scene.current else {
      if SeatingView.isShown(scene) {
        SeatingView.draw(scene, into: &frame, in: room.top(1).rest)
      } else {
        waiting(scene, into: &frame, in: room)
      }
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
    if let card = scene.workshop.card(scene.workshop.spotlit), !card.isGone {
      if scene.workshop.board(card.board)?.sheet == Decision.sheet {
        DecisionView.draw(Decision(card), scene, into: &frame, in: body)
      } else {
        let question = scene.question(of: scene.workshop.board(card.board), at: activity)
        let room = Self.head(question, scene, into: &frame, in: body)
        Spotlight.draw(scene, card, into: &frame, in: room, onStage: true)
      }
    } else if let board = scene.workshop.board(scene.workshop.shown) {
      let wall = Self.head(scene.question(of: board), scene, into: &frame, in: body)
      BoardView.draw(scene, board, into: &frame, in: wall, onStage: true)
    } else if ProjectsView.isShown(scene) {
      ProjectsView.draw(scene.say("Where the projects stand"), scene, into: &frame, in: body)
    } else if FiguresView.isShown(scene) {
      FiguresView.onStage(scene, into: &frame, in: body)
    } else if ReviewView.isShown(scene) {
      ReviewView.draw(scene, into: &frame, in: body)
    } else if SinceView.isShown(scene) {
      SinceView.draw(scene, into: &frame, in: body)
    } else if SeatingView.isShown(scene) {
      SeatingView.draw(scene, into: &frame, in: body)
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
    let place = [scene.say(activity.title), turn].compactMap { $0 }.joined(separator: " · ")
    frame.put(place, x: x, y: rect.y, style: .quiet, width: rect.maxX - x - 6)
    frame.put(scene.now.clock, x: rect.maxX - 5, y: rect.y, style: .quiet)
    TimeUp.drawBand(scene, into: &frame, y: rect.y)
  }

  /// The large line at the left and the time at the right; gives back the room beneath.
  static func head(
    _ text: String, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    guard let countdown = scene.countdown else {
      return rect.top(heading(text, into: &frame, in: rect) + 1).rest
    }
    guard scene.workshop.isOn(.digits) else {
      let (bar, left) = rect.right(22)
      TimeLeft.bar(countdown, at: scene.now, into: &frame, x: bar.x + 2, y: bar.y, width: 20)
      return rect.top(max(2, heading(text, into: &frame, in: left) + 1)).rest
    }
    let time = TimeLeft.text(countdown, at: scene.now)
    let scale: BigText.Scale = rect.height >= 32 && rect.width >= 100 ? .medium : .small
    let digits = BigText.size(of: time, scale: scale)
    let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
    frame.big(time, x: rect.maxX - digits.columns, y: rect.y, scale: scale, style: style)
    let (_, left) = rect.right(digits.columns + 2)
    let rows = heading(text, into: &frame, in: left)
    return rect.top(max(rows, digits.rows) + 1).rest
  }

  /// The question alone, in letters that the last row reads, while nothing stands beneath it yet; where it
  /// is too long for them, the large line. Gives back the room beneath.
  static func opening(
    _ question: String, _ scene: Scene, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    let room = head("", scene, into: &frame, in: rect).bottom(3).rest
    guard let large = Lettering(question, in: Size(columns: room.width - 2, rows: room.height))
    else { return head(question, scene, into: &frame, in: rect) }
    let place = frame.letters(large, in: room, style: Style(.strong, bold: true))
    return rect.top(place.maxY - rect.y + 1).rest
  }

  /// The large line; returns the rows it took.
  static func heading(_ text: String, into frame: inout Frame, in rect: Rect) -> Int {
    let width = min(rect.width, 90)
    let place = Rect(
      x: rect.x + 2, y: rect.y, width: max(1, width - 4), height: min(3, rect.height))
    return frame.paragraph(text, in: place, style: Style(.strong, bold: true))
  }

  private static func waiting(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let middle = rect.y + rect.height / 2
    let title = scene.say(scene.workshop.plan.title)
    frame.put(
      title, x: rect.x, y: middle - 2, style: Style(.strong, bold: true), width: rect.width,
      alignment: .centre)
    let goal = scene.say(scene.workshop.plan.goal)
    let wrapped = Text.wrap(goal, to: min(rect.width, 70))
    for (row, line) in wrapped.prefix(3).enumerated() {
      frame.put(
        line, x: rect.x, y: middle + row, style: .quiet, width: rect.width, alignment: .centre)
    }
    if let start = scene.session?.start {
      frame.put(
        scene.say("We begin at \(start)"), x: rect.x, y: middle + 5, style: .accent,
        width: rect.width,
        alignment: .centre)
    }
  }
}

/// Big digits with a caption and a bar, centred in a rectangle: the time on stage.
enum BigTime {
  static func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let countdown = scene.countdown, rect.height >= 1 else { return }
    let showsDigits = scene.workshop.isOn(.digits)
    let (foot, digits) = rect.bottom(rect.height >= 6 || !showsDigits ? 3 : 0)
    if showsDigits {
      let style = Style(TimeLeft.ink(countdown, at: scene.now), bold: true)
      frame.big(TimeLeft.text(countdown, at: scene.now), in: digits, style: style)
      frame.put(
        TimeLeft.caption(countdown, scene), x: foot.x, y: foot.y, style: .quiet,
        width: foot.width, alignment: .centre)
    }
    guard !foot.isEmpty else { return }
    let width = min(60, foot.width - 4)
    TimeLeft.bar(
      countdown, at: scene.now, into: &frame, x: foot.x + (foot.width - width) / 2, y: foot.y + 1,
      width: width)
  }
}
