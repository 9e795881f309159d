import Languages
import Shell
import Terminal
import WorkshopCore

extension BallotPad {
  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let poll = scene.workshop.poll(poll) else { return }
    let title: Phrase =
      isSecond ? "Second entry: \(poll.question)" : "Paper ballots: \(poll.question)"
    let inner = Panel.draw(scene.say(title), into: &frame, in: rect)
    let name = scene.say("Ballot \(number)")
    frame.put(
      name, x: inner.maxX - Text.width(name), y: inner.y, style: Style(.strong, bold: true))
    let rule = Rect(
      x: inner.x, y: inner.y, width: inner.width - Text.width(name) - 2, height: 2)
    frame.paragraph(scene.say(BallotWords.rule(poll, scene)), in: rule, style: .quiet)
    Panel.line(
      line, into: &frame, x: inner.x, y: inner.y + 2, width: inner.width,
      placeholder: scene.say("For instance \(BallotLine.example(poll)); - is a blank one"))
    let caret = frame.cursor
    let (_, list) = inner.top(4)
    let (total, options) = list.bottom(2)
    let pile = pile(poll)
    if let clash, let before = pile?.papers[number] {
      differing(before, clash, scene, poll, into: &frame, in: options)
    } else {
      self.options(scene, poll, into: &frame, in: options)
    }
    let count =
      isSecond
      ? [checked.map { Self.name($0, scene) }, pile.map { scene.say(Self.state($0)) }]
        .compactMap { $0 }.joined(separator: " · ")
      : scene.say(
        "\(pile?.papers.count ?? 0) entered here, \(poll.countedBallots.count) in all")
    frame.put(count, x: total.x, y: total.y + 1, style: .quiet, width: total.width)
    frame.cursor = caret
  }

  /// The list, with the marks of the line by name.
  private func options(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    let read = BallotLine(line.text, poll)
    let columns = rect.columns(poll.options.count > rect.height ? 2 : 1, gap: 2)
    let isWide = poll.method.isGrid || poll.method == .judgment || poll.method == .quadratic
    let marksWidth = isWide ? min(16, (columns.first?.width ?? 0) / 2) : 7
    for (index, option) in poll.options.enumerated() {
      let column = index / max(1, rect.height)
      guard column < columns.count else { break }
      let place = columns[column]
      let y = place.y + index % max(1, rect.height)
      let mark = BallotWords.mark(option, read.marks, poll, scene)
      frame.put("\(index + 1)", x: place.x, y: y, style: .quiet, width: 3)
      frame.put(
        scene.workshop.label(ofOption: option), x: place.x + 4, y: y,
        style: mark.isEmpty ? .plain : Style(.strong, bold: true),
        width: place.width - 4 - marksWidth)
      frame.put(
        mark, x: place.maxX - marksWidth, y: y, style: .accent, width: marksWidth - 1,
        alignment: .right)
    }
  }

  /// The two readings of one ballot, and what to do.
  private func differing(
    _ before: PaperPile.Paper, _ again: BallotLine, _ scene: Scene, _ poll: Poll,
    into frame: inout Frame, in rect: Rect
  ) {
    let said = frame.paragraph(
      scene.say("Ballot \(number) differs: look at the paper, and type what it says"),
      in: rect.top(2).strip, style: Style(.warning, bold: true))
    let columns = rect.top(rect.height > 6 ? said + 1 : said).rest.columns(2, gap: 3)
    let readings: [(name: Phrase, marks: [String: Int], reasons: [String: String])] = [
      ("First entry", before.marks, before.reasons), ("Second entry", again.marks, again.reasons),
    ]
    for (place, reading) in zip(columns, readings) {
      frame.put(
        scene.say(reading.name), x: place.x, y: place.y, style: .accent, width: place.width)
      let lines = BallotWords.lines(reading.marks, reading.reasons, poll, scene)
      for (index, line) in lines.prefix(max(0, place.height - 1)).enumerated() {
        let end = frame.put(
          line.mark, x: place.x, y: place.y + 1 + index, style: Style(.strong, bold: true))
        frame.put(
          line.text, x: end + 1, y: place.y + 1 + index, width: place.maxX - end - 1)
      }
    }
  }
}
