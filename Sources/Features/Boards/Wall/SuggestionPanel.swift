import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// Suggested clusters, one at a time: its cards, the words that they share, a name to change.
///
/// Nothing happens by itself: Enter makes the cluster that is shown, Tab goes on to the next.
struct SuggestionPanel: Overlay {
  private var suggestions: [Suggestion]
  private var index = 0
  /// The name it will have.
  private(set) var line: Line

  init?(_ suggestions: [Suggestion]) {
    guard let first = suggestions.first else { return nil }
    self.suggestions = suggestions
    line = Line(first.name)
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.accept, hint: "make it"),
      Binding(
        .tab, .down, do: Self.skip("next-suggestion", "The next suggestion", by: 1), hint: "next"),
      Binding(
        .backTab, .up, do: Self.skip("previous-suggestion", "The suggestion before", by: -1),
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
  }

  private static let accept = Action("accept-suggestion", "Make this cluster") { scene in
    guard var panel = scene.focus.overlay as? SuggestionPanel, let board = scene.board else {
      return .nothing
    }
    let name = Text.sanitised(panel.line.text).trimmed
    guard !name.isEmpty else { return .refused("A cluster needs a name") }
    let cards = panel.cards(scene)
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
    var y = list.y
    var shown = 0
    for card in cards {
      let place = Rect(x: list.x + 2, y: y, width: list.width - 2, height: list.maxY - y)
      let lines = Text.wrap(Wall.label(card), to: max(1, place.width)).count
      guard lines <= place.height else { break }
      frame.put("·", x: list.x, y: y, style: .quiet)
      y += frame.paragraph(Wall.label(card), in: place)
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
    let known = Set(scene.zones(of: board).map(\.id))
    let loose = scene.listed(on: board).filter { card in
      card.zone.map { !known.contains($0) } ?? true
    }
    let suggestions = Suggestion.all(of: loose.map { (id: $0.id, text: $0.text) })
    guard let panel = SuggestionPanel(suggestions) else {
      return .refused(
        loose.isEmpty ? "Every card is sorted already" : "No unsorted cards share their words")
    }
    return .open(panel, scene)
  }
}
