import Cards
package import Languages
package import Shell
import Terminal
import WorkshopCore

/// Cards that say the same become one, and come apart again; a card that says two things becomes two.
extension Action {
  package static let notMerged: Phrase = "No card is merged into this one"

  /// Of the marked cards one stays on top: the selected one where it is marked, else the first said.
  /// Without marks the other card is chosen from a list, the likeliest first.
  package static let mergeCards = Action("merge-cards", "Merge cards that say the same") { scene in
    guard let board = scene.board else { return .nothing }
    let marked = scene.marked(on: board)
    guard marked.count < 2 else {
      let top =
        marked.first { $0.id == scene.focus.card }
        ?? marked.min { ($0.added, $0.id) < ($1.added, $1.id) } ?? marked[0]
      return merge(marked, into: top, scene)
    }
    guard let card = marked.first ?? scene.selected(on: board) else {
      return .refused("Choose a card first")
    }
    let others = scene.listed(on: board).filter { $0.id != card.id }
    let alike = Likeness.nearest(
      to: card.text, among: others.map { (id: $0.id, text: $0.text) }, atLeast: Likeness.related,
      limit: 9, .of(scene.content)
    ).filter { !$0.match.isElsewhere }
    let words = Dictionary(alike.map { ($0.id, $0.match.words.joined(separator: ", ")) }) { $1 }
    let first = alike.compactMap { scene.workshop.card($0.id) }
    let items = (first + others.filter { words[$0.id] == nil }).map { other in
      Menu.Item(label: Wall.label(other), detail: words[other.id] ?? "") { scene in
        merge([card], into: other, scene)
      }
    }
    return .open(
      Menu(
        title: "Merge into which card?", items: items, empty: "There is no other card",
        hasNumbers: true), scene)
  }

  private static func merge(_ cards: [Card], into top: Card, _ scene: Scene) -> Outcome {
    let below = cards.filter { $0.id != top.id }
    var outcome = Outcome.focus(of: scene) {
      $0.marked = []
      $0.card = top.id
      // The card that is left stays in sight.
      let isSeen = scene.workshop.board(top.board).map { board in
        scene.filtered(scene.listed(on: board)).contains { $0.id == top.id }
      }
      if isSeen != true { $0.filter = "" }
    }
    outcome.events = Event.setting(Card.into, of: below.map { ($0.id, top.id) })
    outcome.notice = "\(below.count + 1) cards are one now; U takes them apart"
    return outcome
  }

  package static let unmerge = Action("unmerge", "Take merged cards apart") { scene in
    guard let card = scene.workshop.card(scene.focus.card), card.isMerged else {
      return .refused(notMerged)
    }
    let below = scene.workshop.merged(into: card.id)
    // Where two people merged in a circle, the one on top has a place beneath another as well.
    let all = below.map(\.id) + (card.into == nil ? [] : [card.id])
    return Outcome(
      events: Event.setting(Card.into, of: all.map { ($0, "") }),
      notice: "\(below.count + 1) cards again")
  }

  /// A bar parts the text: what stands before it stays in the card, the rest become cards beside it.
  package static let splitCard = Action("split-card", "Split the card in two or more") { scene in
    guard let board = scene.board, let card = scene.selected(on: board) else {
      return .refused("Choose a card first")
    }
    return Reopening.splitCard.opened(of: ["board": board.id, "card": card.id], scene)
  }

  fileprivate static func split(_ card: Card, _ text: String, on board: Board) -> Outcome {
    let parts = text.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return .refused("Put a | where the text parts") }
    var fields = [Card.splitFrom: card.id]
    for field in [Card.zone, Card.theme, Card.table, Card.author] { fields[field] = card[field] }
    if !card.links.isEmpty { fields[Card.links] = card.links.joined(separator: " ") }
    let first = Event.fieldSet(
      card: card.id, field: Card.text, value: parts[0], over: card.values[Card.text]?.entry)
    return Outcome(
      events: [first]
        + parts.dropFirst().map { .cardAdded(board: board.id, text: $0, fields: fields) },
      notice: "\(parts.count) cards now")
  }
}

extension Reopening {
  static let splitCard = Reopening("split-card") { details, scene in
    guard let board = scene.workshop.board(details["board"]),
      let card = scene.workshop.card(details["card"]), !card.isGone
    else { return nil }
    return Prompt(
      title: "Split the card", help: "A | parts the text", line: Line(card.text),
      keepsHelp: true
    ) { text, scene in Action.split(card, text, on: board) }
  }
}
