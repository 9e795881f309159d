import Assets
import Languages
package import Reporting
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// Parts of the report that several activity kinds share.
package enum ReportParts {
  /// The cards of the activity's board by column. A board that several activities fill is written under
  /// one of them, so that every card stands in the report once.
  package static func board(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    guard let board = scene.board(of: activity) else { return [] }
    guard board.isSpoken else {
      return writes(activity, board, scene) ? cards(scene, on: board, level: 3) : []
    }
    guard let session = scene.workshop.plan.session(of: activity.id),
      writes(activity, board, scene, in: session)
    else { return [] }
    let said = scene.workshop.said(in: session.id, on: board.id)
    return cards(scene, on: board, level: 3, only: Set(said.map(\.id)))
  }

  /// What of a board was said in no session that writes it down: between two of them, or where nothing was
  /// held with it.
  package static func unwritten(_ scene: Scene, on board: Board) -> Set<CardID> {
    let writers = scene.workshop.plan.sessions.filter { session in
      session.activities.contains {
        scene.board(of: $0)?.id == board.id && scene.kind(of: $0).writesBoard
          && scene.workshop.openings[$0.id] != nil
      }
    }
    // Where nothing was held, the whole board stands elsewhere.
    guard board.isSpoken, !writers.isEmpty else { return [] }
    let told = writers.flatMap { scene.workshop.said(in: $0.id, on: board.id) }.map(\.id)
    return Set(scene.workshop.cards(on: board.id).map(\.id)).subtracting(told)
  }

  /// A board's cards, under their columns' titles as headings of a level.
  ///
  /// - Parameter only: nil: all of them.
  package static func cards(
    _ scene: Scene, on board: Board, level: Int, only: Set<CardID>? = nil
  ) -> [Report.Block] {
    if scene.journey(of: board) != nil {
      return JourneyReport.blocks(scene, board, level: level + 1)
    }
    if board.canvas != nil { return canvas(scene, board) }
    let wanted = { (card: Card) in only?.contains(card.id) ?? true }
    let groups = scene.groups(of: board).map { group in
      Group(
        id: group.id, title: group.title,
        cards: group.cards.filter { wanted($0) && !isBeneath($0, scene) })
    }
    let isMoved = scene.groups(of: board).contains {
      $0.cards.contains { wanted($0) && isBeneath($0, scene) }
    }
    let note =
      isMoved ? [Report.Block.note(scene.say("Feedback on a canvas is shown under it."))] : []
    return groups.filter { !$0.cards.isEmpty }.flatMap { group -> [Report.Block] in
      let head = group.title.isEmpty ? [] : [Report.Block.heading(level: level, group.title)]
      guard group.cards.count > most else {
        return head + [.list(group.cards.map { item(scene, $0, on: board) })]
      }
      return head
        + (group.id == nil
          ? byTheme(group.cards, scene, on: board, level: level + head.count)
          : ranked(group.cards, scene, on: board))
    } + note
  }

  /// Cards of a group that are read as a list; more are told in short.
  private static let most = 40
  /// Those of a long group that stand in a list.
  private static let best = 10

  /// Hundreds of cards that nobody sorted, theme by theme.
  private static func byTheme(
    _ cards: [Card], _ scene: Scene, on board: Board, level: Int
  ) -> [Report.Block] {
    let known = scene.workshop.themes.map(\.id)
    let groups = Dictionary(grouping: cards) { card in
      card.theme.flatMap { known.contains($0) ? $0 : nil } ?? ""
    }
    guard groups.count > 1 else { return ranked(cards, scene, on: board) }
    return (known + [""]).flatMap { theme -> [Report.Block] in
      guard let own = groups[theme] else { return [] }
      let title = theme.isEmpty ? scene.say("Without a theme") : scene.title(ofTheme: theme)
      return [.heading(level: level, title ?? theme)]
        + ranked(own, scene, on: board, leavingOut: theme.isEmpty ? [] : [Card.theme])
    }
  }

  /// The cards that most people said in a list, then the others in one paragraph; what says more than its
  /// text keeps a line of its own.
  private static func ranked(
    _ cards: [Card], _ scene: Scene, on board: Board, leavingOut: Set<String> = []
  ) -> [Report.Block] {
    let sorted = cards.enumerated().sorted {
      ($1.element.voices, $0.offset) < ($0.element.voices, $1.offset)
    }
    let items = sorted.map { item(scene, $0.element, on: board, leavingOut: leavingOut) }
    let rest = items.dropFirst(best)
    return [
      .list(Array(items.prefix(best)) + rest.filter { !$0.children.isEmpty }),
      .paragraph(rest.filter(\.children.isEmpty).map(\.text).joined(separator: " · ")),
    ].filter { !$0.isBlank }
  }

  /// Whether a card is feedback that stands beneath a canvas of the report, and so nowhere else in it.
  private static func isBeneath(_ card: Card, _ scene: Scene) -> Bool {
    guard let about = card[Scene.about], let canvas = scene.canvasBoard(about: about)?.canvas,
      scene.workshop.board(card.board)?.sheet == "feedback"
    else { return false }
    guard let writer = scene.writer(ofCanvas: canvas), writer.activity.canvas == canvas else {
      return false
    }
    // What was said after the canvas was written down stands with its own session.
    return writer.moment.map { card.added.milliseconds <= $0 } ?? true
  }

  /// A card as a list item: its text with voices, theme and author, its other fields beneath.
  ///
  /// The zone is said too where it is no column: a fact and a question of one theme stand together.
  package static func item(
    _ scene: Scene, _ card: Card, on board: Board, leavingOut: Set<String> = []
  ) -> Report.Item {
    let marks = [
      card.voices > 1 ? "×\(card.voices)" : nil,
      board.columns == .zone ? nil : scene.title(ofZone: card.zone, on: board),
      board.columns == .theme || leavingOut.contains(Card.theme)
        ? nil : scene.title(ofTheme: card.theme),
      card.author, card[Workshop.versionField].map { scene.say("version \($0)") },
      scene.isHypothesis(card) ? scene.say("Hypothesis: no evidence yet") : nil,
    ].compactMap { $0 }
    let text = marks.isEmpty ? card.text : "\(card.text) (\(marks.joined(separator: ", ")))"
    let children = facts(scene, card, leavingOut: leavingOut).map {
      Report.Item(scene.language.labelled($0.label, $0.text))
    }
    return Report.Item(text, children: children + merged(scene, card))
  }

  /// A card's filled fields with their labels.
  package static func fields(_ scene: Scene, _ card: Card, leavingOut: Set<String>) -> [Report
    .Block]
  {
    [.facts(facts(scene, card, leavingOut: leavingOut))]
  }

  /// What a card is linked to, as the report says it.
  static func links(_ scene: Scene, _ card: Card) -> [Report.Fact] {
    facts(scene, card, leavingOut: [])
  }

  /// The texts that lie beneath a card, with how often each was said.
  package static func merged(_ scene: Scene, _ card: Card) -> [Report.Item] {
    let texts = scene.workshop.merged(into: card.id).map {
      Report.Item($0.ownVoices > 1 ? "\($0.text) (×\($0.ownVoices))" : $0.text)
    }
    return texts.isEmpty ? [] : [Report.Item(scene.say("Other words for it"), children: texts)]
  }

  /// The texts beneath a board's cards, where the board is no list of them.
  static func alsoSaid(_ scene: Scene, on board: Board) -> [Report.Block] {
    let items = scene.workshop.cards(on: board.id).compactMap { card -> Report.Item? in
      let texts = merged(scene, card)
      return texts.isEmpty ? nil : Report.Item(card.text, children: texts)
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  package static func facts(_ scene: Scene, _ card: Card, leavingOut: Set<String>) -> [Report.Fact]
  {
    let hidden = leavingOut.union([
      Card.text, Card.theme, Card.author, Card.table, Card.zone, Card.into, Card.splitFrom,
      "origin", "drawn",
    ])
    let sheet = scene.sheet(of: scene.workshop.board(card.board))
    let known = (sheet?.fields ?? []).filter {
      !hidden.contains($0.id) && !Card.isPrivate($0.id)
    }.compactMap { field in
      card[field.id].map {
        Report.Fact(scene.say(field.label), Form.display($0, of: field, scene))
      }
    }
    // A board without a sheet, or with another one, has ideas for somebody too.
    let isOnSheet = sheet?.fields.contains { $0.id == Card.persona } ?? false
    let persona =
      isOnSheet || hidden.contains(Card.persona)
      ? nil
      : scene.workshop.card(card[Card.persona]).map { Report.Fact(scene.say("For whom"), $0.text) }
    let from = card.links.map { Report.Fact(scene.say("From"), scene.source($0)) }
    let rivals = card.publicRivals.sorted { $0.key < $1.key }.flatMap { _, texts in
      texts.map { Report.Fact(scene.say("Edited at the same time"), "\($0.text) (\($0.by))") }
    }
    return known + [persona].compactMap { $0 } + from + rivals
  }

  /// What a card says beside its sheet's fields, as entries of a list: texts typed over unseen, and those of
  /// cards that say the same.
  package static func rest(_ scene: Scene, _ card: Card) -> [Report.Item] {
    let fields = scene.sheet(of: scene.workshop.board(card.board))?.fields ?? []
    return facts(scene, card, leavingOut: Set(fields.map(\.id))).map {
      Report.Item(scene.language.labelled($0.label, $0.text))
    } + merged(scene, card)
  }

  /// A canvas by block, in the order in which blocks are filled; notes outside any block last.
  package static func canvas(_ scene: Scene, _ board: Board) -> [Report.Block] {
    let cards = scene.workshop.cards(on: board.id)
    guard let canvas = scene.canvas(of: board) else {
      return [.list(cards.map { .init(Wall.label($0)) })]
    }
    var rows = canvas.order.compactMap(canvas.block).compactMap { block -> Report.Fact? in
      let notes = cards.filter { $0.zone == block.id }
      return notes.isEmpty
        ? nil : Report.Fact(scene.say(block.label), notes.map(Wall.label).joined(separator: "\n"))
    }
    let known = Set(canvas.blocks.map(\.id))
    let loose = cards.filter { !known.contains($0.zone ?? "") }
    if !loose.isEmpty {
      rows.append(
        Report.Fact(scene.say("Not yet sorted"), loose.map(Wall.label).joined(separator: "\n")))
    }
    let told = rows.map {
      scene.language.labelled($0.label, $0.text.replacing("\n", with: " · "))
    }.joined(separator: " – ")
    let (picture, isWhole) = Report.Picture.sheet(
      title: scene.title(of: board), description: told, columns: canvas.columns,
      rows: canvas.rows,
      blocks: canvas.blocks.map { block in
        .init(
          title: scene.say(block.label),
          notes: cards.filter { $0.zone == block.id }.map(Wall.label),
          x: block.x, y: block.y, width: block.width, height: block.height)
      },
      instead: [.facts(rows)])
    // What a drawing has no room for is told as text.
    let drawn = isWhole && loose.isEmpty && !rows.isEmpty
    return [drawn ? .picture(picture) : .facts(rows)] + alsoSaid(scene, on: board)
  }

  /// Boards that have chapters of their own, by their sheet.
  private static let chapters: Set<String> = [
    "decision", "action", "project", Workshop.parking, "meeting", "conclusion", "event", "pause",
  ]

  package static func hasChapter(_ board: Board) -> Bool {
    board.id == Workshop.parking || chapters.contains(board.sheet ?? "")
  }

  /// The activity whose part of the report holds a board's cards; nil where none does.
  package static func place(of board: Board, _ scene: Scene) -> Activity? {
    if let canvas = board.canvas { return scene.writer(ofCanvas: canvas)?.activity }
    return hasChapter(board) ? nil : scene.writer(of: board)?.activity
  }

  /// Whether an activity is the one that writes a board down.
  ///
  /// - Parameter session: of the activities of that session alone; nil: of all.
  package static func writes(
    _ activity: Activity, _ board: Board, _ scene: Scene, in session: Session? = nil
  ) -> Bool {
    !hasChapter(board) && scene.writer(of: board, in: session)?.activity.id == activity.id
  }
}
