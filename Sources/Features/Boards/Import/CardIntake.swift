import Cards
package import Journaling
import Languages
package import Shell
import Terminal
package import WorkshopCore

/// What a file of ideas brings to a board: new cards, clusters to make first, changes of cards that are
/// known by their id.
package struct CardIntake: Sendable {
  /// A card to be added.
  package struct NewCard: Equatable, Sendable {
    package let line: Int
    package var text: String
    package var fields: [String: String]
    /// The title of the cluster that it goes to, where that is still to be made.
    package var newCluster: String?
    /// How many people say it.
    package var voices: Int
  }

  package private(set) var cards: [NewCard] = []
  /// Titles of clusters that the board does not have, in their order.
  package private(set) var clusters: [String] = []
  package private(set) var changes: [Event] = []
  /// Cards that some of those change.
  package private(set) var changed: Set<CardID> = []
  /// Ideas that stand on the board as they are in the file.
  package private(set) var known = 0
  /// Rows that the file says are of another board.
  package private(set) var elsewhere = 0
  /// What a cell says that nothing here is, with how often: themes, clusters, tables.
  package private(set) var unknown: [String: [String: Int]] = [:]

  /// As many voices are taken over of one card.
  private static let mostVoices = 500

  package init(_ rows: [CardFile.Row], to board: Board, _ scene: Scene) {
    let titles = Set(
      [board.id, scene.title(of: board), scene.say(board.title)].map { Fold.plain($0) })
    // Our own list names the board of each card; another program's is called as it likes.
    let isOwn = rows.contains { titles.contains(Fold.plain($0.board)) }
    var there: [String: Int] = [:]
    for card in scene.workshop.cards(on: board.id) { there[Self.key(card.text), default: 0] += 1 }
    for row in rows {
      if isOwn, !titles.contains(Fold.plain(row.board)) {
        elsewhere += 1
        continue
      }
      var card = new(row, board, scene)
      guard !card.text.isEmpty else { continue }
      if let old = scene.workshop.card(row.id), old.board == board.id, !old.isGone {
        change(old, to: card, board, scene)
        continue
      }
      let key = Self.key(card.text)
      if let count = there[key], count > 0 {
        there[key] = count - 1
        known += 1
        continue
      }
      if let title = card.newCluster,
        let same = clusters.first(where: { Self.key($0) == Self.key(title) })
      {
        card.newCluster = same
      } else if let title = card.newCluster {
        clusters.append(title)
      }
      cards.append(card)
    }
  }

  private static func key(_ text: String) -> String {
    Fold.plain(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func new(_ row: CardFile.Row, _ board: Board, _ scene: Scene) -> NewCard {
    let typed = Text.sanitised(row.text, newlines: true).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .joined(separator: "\n").trimmed
    var card = NewCard(
      line: row.line, text: typed, fields: [:], voices: min(max(1, row.votes), Self.mostVoices))
    if row.hasMarks {
      let line = CardLine(typed, on: board, scene)
      (card.text, card.fields) = (line.text, line.fields)
    }
    for (field, value) in row.fields {
      let text = Text.sanitised(value, newlines: true).trimmed
      guard !text.isEmpty,
        let known = scene.sheet(of: board)?.fields.first(where: { $0.id == field })
      else { continue }
      if case .value(let value) = scene.answer(text, in: known) {
        card.fields[field] = value
      } else {
        card.fields[field] = text
      }
    }
    if let theme = theme(row.theme, scene) { card.fields[Card.theme] = theme }
    let author = Self.author(row.author, scene)
    if !author.isEmpty { card.fields[Card.author] = author }
    if let table = table(row.table, scene) { card.fields[Card.table] = table }
    let cluster = row.cluster.oneLine
    if !cluster.isEmpty {
      if let zone = scene.zones(of: board).first(where: {
        $0.id == cluster || $0.title.texts.values.contains { Fold.plain($0) == Fold.plain(cluster) }
          || Fold.plain(scene.say($0.title)) == Fold.plain(cluster)
      }) {
        card.fields[Card.zone] = zone.id
      } else if Self.isUnsorted(cluster, scene) {
        // What our own list calls the cards of no cluster.
      } else if board.canvas == nil, scene.journey(of: board) == nil {
        card.newCluster = cluster
      } else {
        unknown["cluster", default: [:]][cluster, default: 0] += 1
      }
    }
    return card
  }

  private static func isUnsorted(_ title: String, _ scene: Scene) -> Bool {
    Fold.plain(title) == Fold.plain(scene.say("Not yet sorted"))
  }

  /// The first of the themes that a cell names.
  private mutating func theme(_ cell: String, _ scene: Scene) -> String? {
    let cell = cell.oneLine
    guard !cell.isEmpty else { return nil }
    let parts = [cell] + cell.split { ",;|/".contains($0) }.map { String($0).trimmed }
    for part in parts where !part.isEmpty {
      if let theme = CardLine.theme(part, scene) { return theme.id }
    }
    if !scene.workshop.themes.isEmpty { unknown["theme", default: [:]][cell, default: 0] += 1 }
    return nil
  }

  private mutating func table(_ cell: String, _ scene: Scene) -> String? {
    let digits = cell.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return nil }
    if let table = Int(digits), (1...max(1, scene.workshop.plan.tables)).contains(table) {
      return String(table)
    }
    unknown["table", default: [:]][cell.oneLine, default: 0] += 1
    return nil
  }

  /// A name as the list of people has it, in whatever order its words stand; an address is no name, and
  /// is not put on a card.
  private static func author(_ cell: String, _ scene: Scene) -> String {
    let cell = cell.oneLine
    let words = { (text: String) in
      Set(Fold.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    if let address = MailAddress.first(in: cell) {
      return scene.workshop.people.first {
        Fold.plain($0[Card.email] ?? "") == Fold.plain(address)
      }?
      .text ?? ""
    }
    let wanted = words(cell)
    let same = scene.workshop.people.filter { words($0.text) == wanted }
    return same.count == 1 ? same[0].text : String(cell.prefix(100))
  }

  /// What differs of a card that the file knows by its id; what the file leaves empty stays.
  private mutating func change(_ old: Card, to new: NewCard, _ board: Board, _ scene: Scene) {
    var values = new.fields
    values[Card.text] = new.text
    var events = values.sorted { $0.key < $1.key }.compactMap { field, value -> Event? in
      let now = field == Card.text ? old.text : old[field]
      guard now != value else { return nil }
      return .fieldSet(card: old.id, field: field, value: value, over: old.values[field]?.entry)
    }
    if new.voices > old.voices {
      events += Array(repeating: .voiceAdded(card: old.id), count: new.voices - old.voices)
    }
    if events.isEmpty { known += 1 } else { changed.insert(old.id) }
    changes += events
    if let title = new.newCluster { unknown["cluster", default: [:]][title, default: 0] += 1 }
  }
}

// MARK: - What is written

extension CardIntake {
  /// Cards that no entry has room for, with what they exceed.
  package func tooLong(for board: BoardID) -> [(card: NewCard, limit: Limit)] {
    cards.compactMap { card in
      Journal.objection(to: Self.event(card, on: board)).map { (card, $0) }
    }
  }

  /// Clusters with their cards, the other cards, voices and changes; what has no room is left out.
  package func outcome(on board: BoardID) -> Outcome {
    let cards = cards.filter { Journal.objection(to: Self.event($0, on: board)) == nil }
    let zones = clusters.map { Event.zoneAdded(board: board, title: $0) }.filter {
      Journal.objection(to: $0) == nil
    }
    let titles = Set(clusters.filter { zones.contains(.zoneAdded(board: board, title: $0)) })
    let others = cards.filter { card in card.newCluster.map { !titles.contains($0) } ?? true }
    var outcome = Outcome(events: changes + others.map { Self.event($0, on: board) } + zones)
    let voices = Dictionary(
      cards.map { (Self.key(of: $0.text, $0.fields), $0.voices) }, uniquingKeysWith: max)
    outcome.toAdded = { id, event in
      switch event {
      case .zoneAdded(_, let title):
        cards.filter { $0.newCluster == title }.map { Self.event($0, on: board, in: id) }
      case .cardAdded(_, let text, let fields):
        Array(
          repeating: .voiceAdded(card: id),
          count: (voices[Self.key(of: text, fields ?? [:])] ?? 1) - 1)
      default: []
      }
    }
    return outcome
  }

  private static func event(_ card: NewCard, on board: BoardID, in zone: ZoneID? = nil) -> Event {
    var fields = card.fields
    if let zone { fields[Card.zone] = zone }
    return .cardAdded(board: board, text: card.text, fields: fields.isEmpty ? nil : fields)
  }

  /// What tells a new card from others, wherever it goes: its text and fields.
  private static func key(of text: String, _ fields: [String: String]) -> [String] {
    [text] + fields.filter { $0.key != Card.zone }.sorted { $0.key < $1.key }.flatMap { [$0, $1] }
  }
}
