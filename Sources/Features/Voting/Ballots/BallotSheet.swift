import Languages
package import Shell
package import Terminal
import WorkshopCore

/// A ballot that one voter marks: what is marked so far, and where the voter is on it.
///
/// The same for every method and every seat: one's own terminal, a keyboard that goes round, a table.
/// Nothing of it is known to anybody before it is given.
package struct BallotSheet: Overlay, Equatable {
  let poll: PollID
  /// Tells this ballot from others, and draws its order.
  let voter: String
  let way: Ballot.Way
  /// Who votes, where the vote asks for it.
  var person: CardID?
  /// As `Poll.Method` says; what is not marked is missing.
  var marks: [String: Int] = [:]
  /// Why the voter objects, by option.
  var reasons: [String: String] = [:]
  /// The row, in this ballot's own order.
  var row = 0
  /// The criterion or axis that is being scored.
  var column = 0
  /// The next digit begins its number anew.
  var isFresh = true
  /// The reason that is being typed for the row's option.
  package var reason: Line?
  /// It is read back to the voter before it is given.
  package var isReadBack = false

  init(_ poll: Poll, voter: String, way: Ballot.Way, person: CardID? = nil) {
    self.poll = poll.id
    self.voter = voter
    self.way = way
    self.person = person
  }

  /// The options in this ballot's own order; the steps of a scale keep theirs.
  func order(_ poll: Poll) -> [String] {
    poll.method == .scale ? poll.options : poll.order(forVoter: voter)
  }

  /// The option of the row; nil where a poll has none.
  func option(_ poll: Poll) -> String? {
    let order = order(poll)
    return order.isEmpty ? nil : order[min(max(0, row), order.count - 1)]
  }

  /// The key of the mark at hand.
  func key(_ poll: Poll) -> String? {
    guard let option = option(poll) else { return nil }
    guard poll.method.isGrid else { return option }
    let parts = poll.parts
    return Poll.key(parts[min(column, parts.count - 1)], option)
  }

  /// The mark at hand; nil: none.
  func mark(_ poll: Poll) -> Int? { key(poll).flatMap { marks[$0] } }

  /// Goes up or down the rows.
  mutating func move(by step: Int, _ poll: Poll) {
    row = max(0, min(row + step, poll.options.count - 1))
    isFresh = true
  }

  /// Goes along the criteria, and from the last to the next row's first.
  mutating func turn(by step: Int, _ poll: Poll) {
    isFresh = true
    let next = column + step
    if next >= poll.parts.count {
      guard row < poll.options.count - 1 else { return }
      (row, column) = (row + 1, 0)
    } else if next < 0 {
      guard row > 0 else { return }
      (row, column) = (row - 1, poll.parts.count - 1)
    } else {
      column = next
    }
  }

  /// The event that gives the ballot.
  var event: Event {
    .ballotCast(
      poll: poll, voter: voter, marks: marks, way: way, person: person,
      reasons: reasons.isEmpty ? nil : reasons)
  }
}

extension Poll {
  /// The criteria, or the two axes, that a grid has; empty for other methods.
  var parts: [String] {
    guard method.isGrid else { return [] }
    return method == .impact ? [Impact.impact, Impact.effort] : settings.grid.map(\.id)
  }

  /// How many options can have a place.
  var places: Int { method == .topFive ? min(5, options.count) : options.count }
}

extension BallotSheet {
  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let poll = scene.workshop.poll(poll) else { return }
    frame.fill(rect, style: .plain)
    let room = rect.inset(horizontal: 2, vertical: rect.height > 15 ? 1 : 0)
    if isReadBack {
      readBack(scene, poll, into: &frame, in: room)
      return
    }
    let list = head(scene, poll, into: &frame, in: room)
    let (foot, rows) = list.bottom(rect.height > 15 ? 3 : 2)
    self.rows(scene, poll, into: &frame, in: rows)
    self.foot(scene, poll, into: &frame, in: foot)
  }

  /// The question, the rule, what is left; gives back the room beneath.
  private func head(
    _ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect
  ) -> Rect {
    var y = rect.y
    func strip(_ height: Int) -> Rect {
      Rect(x: rect.x, y: y, width: rect.width, height: height)
    }
    y += frame.paragraph(poll.question, in: strip(2), style: Style(.strong, bold: true))
    y += frame.paragraph(
      scene.say(BallotWords.rule(poll, scene)), in: strip(2), style: .quiet)
    frame.put(
      state(scene, poll), x: rect.x, y: y,
      style: Style(poll.isOpen ? .accent : .warning, bold: true), width: rect.width)
    y += 1
    if poll.method.isGrid {
      let part = poll.parts[min(column, poll.parts.count - 1)]
      let name = BallotWords.part(part, poll, scene)
      frame.put(
        "\(column + 1)/\(poll.parts.count)  \(name)", x: rect.x, y: y, style: .accent,
        width: rect.width)
      y += 1
    }
    return rect.top(min(rect.height, y - rect.y + (rect.height > 13 ? 1 : 0))).rest
  }

  /// What is left to spend; or that it is too late.
  private func state(_ scene: Scene, _ poll: Poll) -> String {
    scene.say(
      poll.isOpen
        ? BallotWords.left(marks, poll) : "The vote was closed meanwhile: too late to count")
  }

  private func rows(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    let order = order(poll)
    // Air between the lines where there is room for all of them.
    let step = rect.height >= order.count * 2 ? 2 : 1
    let shown = max(1, (rect.height + step - 1) / step)
    let first = max(0, min(row - shown / 2, order.count - shown))
    let marksWidth = marksWidth(scene, poll)
    for (index, option) in order.dropFirst(first).prefix(shown).enumerated() {
      let y = rect.y + index * step
      guard y < rect.maxY else { break }
      let isHere = first + index == row
      let style = isHere ? Style(.selection, bold: true) : .plain
      if isHere {
        frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), style: style)
      }
      if poll.method != .scale {
        let number = (poll.options.firstIndex(of: option) ?? 0) + 1
        frame.put(
          "\(number)", x: rect.x, y: y, style: isHere ? style : .quiet, width: 3,
          alignment: .right)
      }
      frame.put(
        scene.workshop.label(ofOption: option), x: rect.x + 5, y: y, style: style,
        width: rect.width - 6 - marksWidth)
      mark(option, isHere, scene, poll, into: &frame, x: rect.maxX - marksWidth, y: y, marksWidth)
      if isHere { frame.cursor = Point(x: rect.x, y: y) }
    }
    let hidden = (above: first, below: max(0, order.count - first - shown))
    if hidden.above > 0 {
      frame.put("↑ \(hidden.above)", x: rect.maxX - 4, y: rect.y - 1, style: .quiet, width: 4)
    }
    if hidden.below > 0 {
      frame.put("↓ \(hidden.below)", x: rect.maxX - 4, y: rect.maxY, style: .quiet, width: 4)
    }
  }

  private func marksWidth(_ scene: Scene, _ poll: Poll) -> Int {
    switch poll.method {
    case .criteria, .impact: return poll.parts.count * Self.cell
    case .judgment:
      let names = (0..<poll.settings.gradeCount).map { BallotWords.grade($0, poll, scene) }
      return (names.map(Text.width).max() ?? 1) + 1
    case .consent: return Text.width(scene.say("I object")) + 1
    case .quadratic: return Text.width(scene.say("\(10) (cost \(100))")) + 1
    case .dots, .scale, .single, .approval, .ranking, .topFive, .points: return 7
    }
  }

  /// Columns of a score in a grid.
  private static let cell = 4

  private func mark(
    _ option: String, _ isHere: Bool, _ scene: Scene, _ poll: Poll, into frame: inout Frame,
    x: Int, y: Int, _ width: Int
  ) {
    let style = isHere ? Style(.selection, bold: true) : Style(.accent, bold: true)
    guard poll.method.isGrid else {
      var text = BallotWords.mark(option, marks, poll, scene)
      let isEmptyBox = text.isEmpty && [.single, .scale, .approval].contains(poll.method)
      if isEmptyBox { text = poll.method == .approval ? "·" : "○" }
      frame.put(
        text, x: x, y: y, style: isEmptyBox && !isHere ? .quiet : style, width: width - 1,
        alignment: .right)
      return
    }
    for (index, part) in poll.parts.enumerated() {
      let score = marks[Poll.key(part, option)]
      let isAt = isHere && index == min(column, poll.parts.count - 1)
      let text = (score.map(String.init) ?? "·") + " "
      frame.put(
        isAt ? "›" + text : " " + text, x: x + index * Self.cell, y: y,
        style: score == nil && !isHere ? .quiet : style, width: Self.cell, alignment: .right)
    }
  }

  /// The reason that is typed, or the whole of a line that was cut.
  private func foot(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    guard let option = option(poll), rect.height > 0 else { return }
    let place = rect.bottom(max(1, rect.height - 1)).strip
    if let reason {
      Panel.line(
        reason, into: &frame, x: place.x, y: place.y, width: place.width, rows: place.height,
        placeholder: scene.say("Why can you not live with it?"))
      return
    }
    let label = scene.workshop.label(ofOption: option)
    if let reason = reasons[option] {
      frame.paragraph(scene.say("Because: \(reason)"), in: place, style: .accent)
    } else if Text.width(label) > rect.width - 6 - marksWidth(scene, poll) {
      frame.paragraph(label, in: place, style: .quiet)
    }
  }

  private func readBack(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    let (head, below) = rect.top(3)
    frame.put(
      scene.say("Your ballot, before it is given"), x: head.x, y: head.y,
      style: Style(.strong, bold: true), width: head.width)
    frame.put(
      state(scene, poll), x: head.x, y: head.y + 1, style: Style(poll.isOpen ? .accent : .warning),
      width: head.width)
    let lines = BallotWords.lines(marks, reasons, poll, scene)
    guard !lines.isEmpty else {
      let blank: Phrase =
        poll.method == .consent ? "No objection to anything" : "Nothing is marked: a blank ballot"
      frame.put(scene.say(blank), x: below.x, y: below.y, style: .warning, width: below.width)
      return
    }
    let width = (lines.map { Text.width($0.mark) }.max() ?? 0)
    for (index, line) in lines.enumerated() {
      let y = below.y + index
      if y == below.maxY - 1, index < lines.count - 1 {
        frame.put(
          scene.say("… and \(lines.count - index) more"), x: below.x, y: y, style: .quiet,
          width: below.width)
        break
      }
      frame.put(
        line.mark, x: below.x, y: y, style: Style(.accent, bold: true), width: width,
        alignment: .right)
      frame.put(line.text, x: below.x + width + 2, y: y, width: below.width - width - 2)
    }
  }
}
