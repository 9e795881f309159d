import Assets
import FoundationEssentials
import Languages
import WorkshopCore

/// What the tables of a rehearsal say: the demo's cards by their sheet, in the reader's language.
struct SampleTexts: Sendable {
  private var cards: [String: [Card]] = [:]
  private var names: [String] = []
  private var clusters: [String] = []
  /// How often each pile was drawn from.
  private var drawn: [String: Int] = [:]

  /// The pile of what stands in the blocks of a canvas.
  static let canvas = "canvas"

  /// Shuffled by a seeded generator, so that another seed says other things first.
  init(language: String, _ random: inout SplitMix64) {
    let content = Content.builtIn
    guard let text = content.text(at: "demo/workshop.json"),
      let plan = try? JSONDecoder().decode(Plan.self, from: Data(text.utf8)),
      let story = content.text(at: "demo/story.json"),
      let entries = try? Story(story, language: language, offset: 0).entries
    else { return }
    let workshop = History(plan: plan.resolved(in: language), entries: entries).workshop
    for board in workshop.boards {
      let pile = board.canvas == nil ? board.sheet ?? "" : Self.canvas
      cards[pile, default: []] += workshop.cards(on: board.id).filter { !$0.text.isEmpty }
      if board.canvas == nil, board.sheet == "idea" {
        clusters = board.zones.map { $0.title.text(in: language) }
      }
    }
    names = workshop.people.map(\.text)
    for pile in cards.keys.sorted() { cards[pile]?.shuffle(using: &random) }
    names.shuffle(using: &random)
  }

  /// The next card of a sheet; of the ideas for a sheet that nobody in the demo filled.
  mutating func next(_ sheet: String?) -> Card? {
    let pile = sheet.flatMap { cards[$0] == nil ? nil : $0 } ?? "idea"
    guard let all = cards[pile], !all.isEmpty else { return nil }
    return all[turn(pile) % all.count]
  }

  /// The next line somebody types on a board, with the marks that its cards understand.
  mutating func line(_ sheet: String?) -> String? {
    guard let card = next(sheet) else { return nil }
    var line = card.text
    if sheet == "action", let name = name()?.split(separator: " ").first { line += " @\(name)" }
    if let due = card["due"] { line += " >\(due)" }
    return line
  }

  /// Somebody's name; a number tells the second person of a name from the first.
  mutating func name() -> String? {
    guard !names.isEmpty else { return nil }
    let index = turn("names")
    let round = index / names.count
    return names[index % names.count] + (round > 0 ? " \(round + 1)" : "")
  }

  mutating func cluster() -> String? {
    clusters.isEmpty ? nil : clusters[turn("clusters") % clusters.count]
  }

  private mutating func turn(_ pile: String) -> Int {
    defer { drawn[pile, default: 0] += 1 }
    return drawn[pile, default: 0]
  }
}
