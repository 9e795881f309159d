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
    let edge = poll.options.count > body.height / 6 ? 30 : 2
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
    var pages = pages(labels, in: room, mayBeLarge: true)
    if pages.count > 1 {
      // A long list is set close: it needs the rows of air above it and beneath.
      room = Rect(x: room.x, y: room.y - 1, width: room.width, height: room.height + 2)
      pages = Self.pages(labels, in: room, mayBeLarge: true)
    }
    guard !pages.isEmpty else { return }
    let page =
      VoteShown.turnsByItself(scene, poll)
      ? scene.page(of: pages.count) : VoteShown.page(scene, poll) % pages.count
    let isAiry = labels.count <= 10
    let margin = margin(labels.count)
    for place in pages[page] {
      draw(
        labels[place.index], place, margin, isAiry ? Style(.strong, bold: true) : .plain,
        into: &frame)
    }
    if pages.count > 1 {
      let text =
        VoteShown.turnsByItself(scene, poll)
        ? scene.pageSaid(page, of: pages.count) : scene.say("page \(page + 1) of \(pages.count)")
      frame.put(text, x: rect.maxX - Text.width(text) - 1, y: foot + 1, style: .accent)
    }
  }

  /// An option with its number, both in large letters where it has room for them.
  static func draw(
    _ label: String, _ place: Place, _ margin: Int, _ style: Style, into frame: inout Frame
  ) {
    let number = "\(place.index + 1)"
    let numberStyle = Style(.accent, bold: true)
    guard let letters = place.letters else {
      frame.put(
        number, x: place.rect.x, y: place.rect.y, style: numberStyle, width: margin - 2,
        alignment: .right)
      frame.paragraph(label, in: place.rect.left(margin).rest, style: style)
      return
    }
    let (left, text) = place.rect.left(largeMargin(margin))
    if let digits = Lettering(number, in: left.size, highest: Lettering.smallest) {
      frame.letters(
        digits, in: left.right(2).rest, style: numberStyle, alignment: .right)
    }
    frame.letters(letters, in: text, style: style, alignment: .left)
  }

  /// The columns that a number takes in large letters, with the air around it.
  private static func largeMargin(_ margin: Int) -> Int { (margin - 2) * 3 + 2 }

  /// The columns that a number takes with the air around it.
  static func margin(_ count: Int) -> Int { String(count).count + 2 }

  /// An option and where it stands.
  struct Place: Equatable {
    let index: Int
    let rect: Rect
    /// Its text, where it has room for large ones.
    var letters: Lettering?
  }

  /// In large letters where all of them have room; else the fewest pages, then the fewest columns; air
  /// between the lines where there is room.
  ///
  /// - Parameters:
  ///   - edge: what stands at the right of each option takes so many columns.
  ///   - mayBeLarge: whether who draws them draws large letters, too.
  static func pages(
    _ labels: [String], in rect: Rect, edge: Int = 0, mayBeLarge: Bool = false
  ) -> [[Place]] {
    guard !rect.isEmpty, !labels.isEmpty else { return [] }
    let large = [(1, 1), (1, 0), (2, 1), (2, 0), (3, 0)].lazy
      .filter { rect.width / $0.0 >= 40 + edge }
      .compactMap { pages(labels, columns: $0.0, gap: $0.1, edge: edge, isLarge: true, in: rect) }
    // Small letters on one page are not read from the last row of a high window: large ones that turn are.
    let most = StageHead.isTall(rect.height + 4) ? 4 : 1
    if mayBeLarge, let pages = large.filter({ $0.count <= most }).min(by: { $0.count < $1.count }) {
      return pages
    }
    let layouts = [(1, 1), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0)]
      .filter { $0.0 == 1 || rect.width / $0.0 >= 25 + edge }
      .compactMap { pages(labels, columns: $0.0, gap: $0.1, edge: edge, in: rect) }
    // `min` keeps the first of equals.
    return layouts.min { $0.count < $1.count } ?? []
  }

  /// - Returns: nil where large letters are asked for and a text has none.
  private static func pages(
    _ labels: [String], columns: Int, gap: Int, edge: Int, isLarge: Bool = false, in rect: Rect
  ) -> [[Place]]? {
    let strips = rect.columns(columns, gap: 2)
    let margin = isLarge ? largeMargin(margin(labels.count)) : margin(labels.count)
    var pages: [[Place]] = [[]]
    var (column, y) = (0, 0)
    for (index, label) in labels.enumerated() {
      let width = max(1, strips[column].width - margin - edge)
      let room = Size(columns: width, rows: rect.height)
      let large = isLarge ? Lettering(label, in: room, highest: Lettering.smallest) : nil
      if isLarge, large == nil { return nil }
      let height = large?.size.rows ?? min(rect.height, Text.wrap(label, to: width).count)
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
          rect: Rect(x: strip.x, y: rect.y + y, width: strip.width, height: height),
          letters: large))
      y += height + gap
    }
    return pages
  }
}
