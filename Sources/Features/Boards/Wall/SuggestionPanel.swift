import Cards
import Journaling
import Languages
package import Shell
import Terminal
import WorkshopCore

/// Suggested clusters, one at a time: its cards, the words that they share, a name to change.
///
/// Nothing happens by itself: Enter makes the cluster that is shown, Tab goes on to the next, and a card that
/// is none of it is left out first.
struct SuggestionPanel: Overlay {
  private let board: BoardID
  private var suggestions: [Suggestion]
  private var index = 0
  /// The name it will have.
  private(set) var line: Line
  /// The card that Ctrl-X leaves out, among those shown.
  private var chosen = 0
  /// Cards that the cluster will not have.
  private var leftOut: Set<CardID> = []

  init?(_ suggestions: [Suggestion], on board: BoardID) {
    guard let first = suggestions.first else { return nil }
    self.suggestions = suggestions
    self.board = board
    line = Line(first.name)
  }

  var place: TypedPlace? { TypedPlace("suggest-clusters", of: ["board": board]) }

  /// A suggestion is known by its cards.
  private var key: String { suggestions[index].cards.joined(separator: "\n") }

  var unfinished: TypedText? {
    guard let place, line.text != suggestions[index].name, !line.isEmpty else { return nil }
    return TypedText(line.text, at: place, with: ["cards": key])
  }

  var typed: String? {
    get { line.text }
    set { line = Line(newValue ?? "") }
  }

  func resuming(_ typed: TypedText, _ scene: Scene) -> (any Overlay)? {
    var panel = self
    let known = suggestions.indices.first {
      suggestions[$0].cards.joined(separator: "\n") == typed.with["cards"]
    }
    panel.show(known ?? 0)
    panel.line = Line(typed.text)
    return panel
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.accept, hint: "make it"),
      Binding(.down, do: Self.choose("next-member", "Down", by: 1), hint: "down"),
      Binding(.up, do: Self.choose("previous-member", "Up", by: -1)),
      Binding(.control("x"), do: Self.leaveOut, hint: "leave out"),
      Binding(
        .tab, do: Self.skip("next-suggestion", "The next suggestion", by: 1),
        hint: "next##in a list"),
      Binding(
        .backTab, do: Self.skip("previous-suggestion", "The suggestion before", by: -1),
        hint: "previous"),
      Binding(.escape, do: .leave, hint: "close"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> SuggestionPanel? {
    var panel = self
    return panel.line.take(key) ? panel : nil
  }

  /// The cards of the suggestion shown that nobody has sorted meanwhile.
  private func cards(_ scene: Scene) -> [Card] {
    suggestions[index].cards.compactMap(scene.workshop.card).filter {
      !$0.isGone && $0.zone == nil && scene.workshop.top(of: $0.id) == $0.id
    }
  }

  private mutating func show(_ index: Int) {
    self.index = index
    line = Line(suggestions[index].name)
    chosen = 0
    leftOut = []
  }

  private static func choose(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? SuggestionPanel else { return .nothing }
      let last = panel.cards(scene).count - 1
      panel.chosen = max(0, min(panel.chosen + step, last))
      return .replace(panel, scene)
    }
  }

  private static let leaveOut = Action(
    "leave-out", "Leave the chosen card out of the cluster, or take it in again"
  ) { scene in
    guard var panel = scene.focus.overlay as? SuggestionPanel else { return .nothing }
    let cards = panel.cards(scene)
    guard cards.indices.contains(panel.chosen) else { return .nothing }
    let card = cards[panel.chosen].id
    if panel.leftOut.remove(card) == nil { panel.leftOut.insert(card) }
    return .replace(panel, scene)
  }

  private static let accept = Action("accept-suggestion", "Make this cluster") { scene in
    guard var panel = scene.focus.overlay as? SuggestionPanel,
      let board = scene.workshop.board(panel.board)
    else { return .nothing }
    let name = Text.sanitised(panel.line.text).trimmed
    guard !name.isEmpty else { return .refused("A cluster needs a name") }
    let all = panel.cards(scene)
    let cards = all.filter { !panel.leftOut.contains($0.id) }
    guard !cards.isEmpty || all.isEmpty else { return .refused("Every card is left out") }
    var beneath = scene
    panel.suggestions.remove(at: panel.index)
    if panel.suggestions.isEmpty {
      _ = beneath.focus.overlays.popLast()
    } else {
      panel.show(min(panel.index, panel.suggestions.count - 1))
      beneath.focus.overlays[beneath.focus.overlays.count - 1] = panel
    }
    guard !cards.isEmpty else {
      return Outcome(focus: beneath.focus, notice: "Its cards are sorted already")
    }
    return Action.cluster(cards, as: name, on: board, beneath)
  }

  private static func skip(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? SuggestionPanel else { return .nothing }
      let count = panel.suggestions.count
      panel.show((panel.index + step + count) % count)
      return .replace(panel, scene)
    }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(
      scene.say("Suggested cluster \(index + 1) of \(suggestions.count)"), into: &frame, in: rect)
    let (name, below) = inner.top(2)
    Panel.line(
      line, into: &frame, x: name.x, y: name.y, width: name.width,
      placeholder: scene.say("Its name"))
    let caret = frame.cursor
    let words = suggestions[index].words.joined(separator: ", ")
    let reason = scene.say("They share: \(words)")
    let rows = frame.paragraph(reason, in: below, style: .accent)
    let (rest, list) = below.top(rows + 1).rest.bottom(1)
    let cards = cards(scene)
    let aside = scene.say("left out")
    let texts = cards.map { card in
      leftOut.contains(card.id) ? "(\(aside)) " + Wall.label(card) : Wall.label(card)
    }
    let heights = texts.map { Text.wrap($0, to: max(1, list.width - 2)).count }
    // The first row is such that the chosen card is in sight.
    var first = min(chosen, max(0, cards.count - 1))
    var used = heights.isEmpty ? 0 : heights[first]
    while first > 0, used + heights[first - 1] <= list.height {
      first -= 1
      used += heights[first]
    }
    var y = list.y
    var shown = first
    for (index, card) in cards.enumerated().dropFirst(first) {
      let place = Rect(x: list.x + 2, y: y, width: list.width - 2, height: list.maxY - y)
      guard heights[index] <= place.height else { break }
      let isOut = leftOut.contains(card.id)
      frame.put(
        index == chosen ? "▶" : isOut ? "−" : "·", x: list.x, y: y,
        style: index == chosen ? .accent : .quiet)
      y += frame.paragraph(texts[index], in: place, style: isOut ? .quiet : .plain)
      shown += 1
    }
    if shown < cards.count {
      frame.put("+ \(cards.count - shown)", x: rest.x + 2, y: rest.y, style: .quiet)
    }
    frame.cursor = caret
  }
}

extension Action {
  /// Cards that lie in a cluster already are left alone.
  package static let suggestClusters = Action("suggest-clusters", "Suggest clusters of cards alike")
  {
    scene in
    guard let board = scene.board else { return .nothing }
    guard board.columns == .zone else {
      return .refused("Clusters are not what makes the columns now: C changes that")
    }
    let loose = scene.loose(on: board)
    guard !loose.isEmpty else { return .refused("Every card is sorted already") }
    guard loose.count > many else { return scene.suggestions(of: loose, on: board).opened(scene) }
    // So many are compared aside: the desk goes on meanwhile.
    return WaitingPanel.opened("Cards are being compared: \(loose.count)", scene) {
      scene.suggestions(of: loose, on: board)
    }
  }

  /// As many cards are compared while a key waits.
  private static let many = 1000
}

extension Reopening {
  /// The name of a suggested cluster.
  static let suggestions = stack("suggest-clusters") { details, scene in
    scene.workshop.board(details["board"]).flatMap { board in
      let opened = scene.suggestions(of: scene.loose(on: board), on: board)
      return if case .overlay(let panel) = opened { [panel] } else { nil }
    } ?? []
  }
}

extension Scene {
  /// The cards of a board that lie in no cluster.
  fileprivate func loose(on board: Board) -> [Card] {
    let known = Set(zones(of: board).map(\.id))
    return listed(on: board).filter { card in card.zone.map { !known.contains($0) } ?? true }
  }

  fileprivate func suggestions(of cards: [Card], on board: Board) -> Opened {
    let all = Suggestion.all(of: cards.map { (id: $0.id, text: $0.text) }, .of(content))
    return SuggestionPanel(all, on: board.id).map { .overlay($0) }
      ?? .refused("No unsorted cards share their words")
  }
}
