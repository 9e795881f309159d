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
    guard let board = scene.board(of: activity), writes(activity, board, scene) else { return [] }
    return cards(scene, on: board, level: 3)
  }

  /// A board's cards, under their columns' titles as headings of a level.
  package static func cards(_ scene: Scene, on board: Board, level: Int) -> [Report.Block] {
    if scene.journey(of: board) != nil {
      return JourneyReport.blocks(scene, board, level: level + 1)
    }
    if board.canvas != nil { return canvas(scene, board) }
    let groups = scene.groups(of: board).map { group in
      Group(
        id: group.id, title: group.title,
        cards: group.cards.filter { !isBeneath($0, scene) })
    }
    let isMoved = groups.map(\.cards.count) != scene.groups(of: board).map(\.cards.count)
    let note =
      isMoved ? [Report.Block.note(scene.say("Feedback on a canvas stands beneath it."))] : []
    return groups.filter { !$0.cards.isEmpty }.flatMap { group -> [Report.Block] in
      let list = Report.Block.list(group.cards.map { item(scene, $0, on: board) })
      return group.title.isEmpty ? [list] : [.heading(level: level, group.title), list]
    } + note
  }

  /// Whether a card is feedback that stands beneath a canvas of the report, and so nowhere else in it.
  private static func isBeneath(_ card: Card, _ scene: Scene) -> Bool {
    guard let about = card[Scene.about], let canvas = scene.canvasBoard(about: about)?.canvas,
      scene.workshop.board(card.board)?.sheet == "feedback"
    else { return false }
    return scene.workshop.plan.activities.contains {
      $0.canvas == canvas && scene.kind(of: $0).fillsCanvas
    }
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
      board.columns == .theme ? nil : scene.title(ofTheme: card.theme),
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
  private static func merged(_ scene: Scene, _ card: Card) -> [Report.Item] {
    let texts = scene.workshop.merged(into: card.id).map {
      Report.Item($0.ownVoices > 1 ? "\($0.text) (×\($0.ownVoices))" : $0.text)
    }
    return texts.isEmpty ? [] : [Report.Item(scene.say("Said as well"), children: texts)]
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

  /// What a card says beside its sheet's fields, as entries of a list: texts typed over unseen.
  package static func rest(_ scene: Scene, _ card: Card) -> [Report.Item] {
    let fields = scene.sheet(of: scene.workshop.board(card.board))?.fields ?? []
    return facts(scene, card, leavingOut: Set(fields.map(\.id))).map {
      Report.Item(scene.language.labelled($0.label, $0.text))
    }
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
    return [.facts(rows)]
  }

  /// Boards that have chapters of their own, by their sheet.
  private static let chapters: Set<String> = [
    "decision", "action", "project", Workshop.parking, "meeting", "conclusion", "event", "pause",
  ]

  package static func hasChapter(_ board: Board) -> Bool {
    board.id == Workshop.parking || chapters.contains(board.sheet ?? "")
  }

  /// Whether a board's cards stand in an activity's part of the report.
  package static func isPart(_ board: Board, of activity: Activity, _ scene: Scene) -> Bool {
    if let canvas = board.canvas { return writes(activity, canvas: canvas, scene) }
    return scene.kind(of: activity).writesBoard && writes(activity, board, scene)
  }

  /// Whether an activity is the last one held that fills canvases, or journeys, of a kind.
  package static func writes(_ activity: Activity, canvas: String, _ scene: Scene) -> Bool {
    let users = scene.workshop.plan.activities.filter {
      scene.canvas(of: $0) == canvas && scene.kind(of: $0).fillsCanvas
    }
    let held = users.filter { scene.workshop.openings[$0.id] != nil }
    return (held.last ?? users.last)?.id == activity.id
  }

  /// Whether an activity is the one that writes a board down: the last one held that fills it, where a
  /// kind made for such cards goes before a plain board.
  package static func writes(_ activity: Activity, _ board: Board, _ scene: Scene) -> Bool {
    guard !hasChapter(board) else { return false }
    let users = scene.workshop.plan.activities.filter {
      scene.board(of: $0)?.id == board.id && scene.kind(of: $0).writesBoard
    }
    let made = users.filter { !scene.kind(of: $0).isPlain }
    let candidates = made.isEmpty ? users : made
    let held = candidates.filter { scene.workshop.openings[$0.id] != nil }
    return (held.last ?? candidates.last)?.id == activity.id
  }
}
