import Languages
import Shell
import Terminal
import WorkshopCore

/// The frozen list on the stage while people vote: numbered, calm, wrapped at words and never cut.
enum VoteList {
  static func draw(_ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect) {
    let body = StageHead.draw(scene.question(of: poll), scene, into: &frame, in: rect)
    let state: Phrase = poll.isOpen ? "Voted so far: \(poll.voters)" : "The vote is closed"
    let facts = [
      scene.say(scene.rule(of: poll)), scene.say(state),
      poll.isOpen ? scene.presence(at: poll) : nil,
    ]
    let rule = facts.compactMap { $0 }.joined(separator: " · ")
    // Where there are pages, their number stands at the right.
    let edge = poll.options.count > body.height / 2 ? 22 : 2
    let lines = Text.wrap(rule, to: max(1, body.width - edge))
    let (foot, room) = body.bottom(lines.count + 1)
    for (index, line) in lines.enumerated() {
      frame.put(
        line, x: foot.x + 2, y: foot.y + 1 + index, style: .accent, width: foot.width - 2)
    }
    if poll.isOpen, let call = HandsPanel.shown(scene, poll) {
      CallForHands.draw(call, scene, into: &frame, in: room)
    } else {
      list(scene, poll, into: &frame, in: room, foot.y)
    }
  }

  private static func list(
    _ scene: Scene, _ poll: Poll, into frame: inout Frame, in rect: Rect, _ foot: Int
  ) {
    let labels = poll.options.map { scene.workshop.label(ofOption: $0) }
    var room = rect.inset(horizontal: 2)
    var pages = pages(labels, in: room)
    if pages.count > 1 {
      // A long list is set close: it needs the rows of air above it and beneath.
      room = Rect(x: room.x, y: room.y - 1, width: room.width, height: room.height + 2)
      pages = Self.pages(labels, in: room)
    }
    guard !pages.isEmpty else { return }
    let page = VoteShown.page(scene, poll) % pages.count
    let isAiry = labels.count <= 10
    let margin = margin(labels.count)
    for place in pages[page] {
      frame.put(
        "\(place.index + 1)", x: place.rect.x, y: place.rect.y,
        style: Style(.accent, bold: true), width: margin - 2, alignment: .right)
      frame.paragraph(
        labels[place.index], in: place.rect.left(margin).rest,
        style: isAiry ? Style(.strong, bold: true) : .plain)
    }
    if pages.count > 1 {
      let text = scene.say("page \(page + 1) of \(pages.count)")
      frame.put(text, x: rect.maxX - Text.width(text) - 1, y: foot + 1, style: .accent)
    }
  }

  /// The columns that a number takes with the air around it.
  static func margin(_ count: Int) -> Int { String(count).count + 2 }

  /// An option and where it stands.
  struct Place: Equatable {
    let index: Int
    let rect: Rect
  }

  /// The fewest pages, then the fewest columns; air between the lines where there is room.
  ///
  /// - Parameter edge: what stands at the right of each option takes so many columns.
  static func pages(_ labels: [String], in rect: Rect, edge: Int = 0) -> [[Place]] {
    guard !rect.isEmpty, !labels.isEmpty else { return [] }
    let layouts = [(1, 1), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0)]
      .filter { $0.0 == 1 || rect.width / $0.0 >= 25 + edge }
      .map { pages(labels, columns: $0.0, gap: $0.1, edge: edge, in: rect) }
    // `min` keeps the first of equals.
    return layouts.min { $0.count < $1.count } ?? []
  }

  private static func pages(
    _ labels: [String], columns: Int, gap: Int, edge: Int, in rect: Rect
  ) -> [[Place]] {
    let strips = rect.columns(columns, gap: 2)
    let margin = margin(labels.count)
    var pages: [[Place]] = [[]]
    var (column, y) = (0, 0)
    for (index, label) in labels.enumerated() {
      let width = max(1, strips[column].width - margin - edge)
      let height = min(rect.height, Text.wrap(label, to: width).count)
      if y > 0, y + height > rect.height {
        (column, y) = (column + 1, 0)
        if column == columns {
          column = 0
          pages.append([])
        }
      }
      let strip = strips[column]
      pages[pages.count - 1].append(
        Place(
          index: index,
          rect: Rect(x: strip.x, y: rect.y + y, width: strip.width, height: height)))
      y += height + gap
    }
    return pages
  }
}
