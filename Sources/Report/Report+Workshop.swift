public import Workshop

// What activities of every kind write down in the same way.

extension Report.Item {
  /// A card's text; what was said several times says so.
  public init(_ card: Card, isDone: Bool? = nil, children: [Report.Item] = []) {
    let voices = card.voices > 1 ? " (×\(card.voices))" : ""
    self.init(card.text + voices, isDone: isDone, children: children)
  }
}

extension [Report.Block] {
  /// A board's cards: those without a zone first, then each zone that holds any under a heading.
  ///
  /// - Parameters:
  ///   - level: the level of the zones' headings.
  ///   - zones: more zones than the board's own, such as a canvas's blocks; they come first.
  public static func wall(
    of board: Board, in workshop: Workshop, level: Int, zones: [Zone] = [], language: String
  ) -> [Report.Block] {
    let cards = workshop.cards(on: board.id)
    let zones = zones + board.zones.filter { zone in !zones.contains { $0.id == zone.id } }
    let known = Set(zones.map(\.id))
    let loose = cards.filter { card in card.zone.map { !known.contains($0) } ?? true }
    let first: [Report.Block] = loose.isEmpty ? [] : [.list(loose.map { Report.Item($0) })]
    return zones.reduce(into: first) { blocks, zone in
      let inside = cards.filter { $0.zone == zone.id }
      guard !inside.isEmpty else { return }
      blocks.append(.heading(level: level, zone.title.text(in: language)))
      blocks.append(.list(inside.map { Report.Item($0) }))
    }
  }
}

extension Report.Block {
  /// The fields of a card that are filled, as its sheet names them; the headline is left out.
  ///
  /// Choices are written with their labels, persons and cards with their texts.
  public static func facts(
    of card: Card, sheet: Sheet, in workshop: Workshop, language: String
  ) -> Report.Block {
    .facts(
      sheet.fields.compactMap { field in
        guard field.id != Card.text, let value = card[field.id] else { return nil }
        let text =
          switch field.type {
          case .choice:
            field.choices?.first { $0.id == value }?.label.text(in: language) ?? value
          case .person, .card: workshop.label(ofOption: value)
          default: value
          }
        return Report.Fact(field.label.text(in: language), text)
      })
  }

  /// A revealed poll's result, a scale's in the order of its steps, else best first; nil while
  /// sealed.
  public static func bars(of poll: Poll, in workshop: Workshop) -> Report.Block? {
    guard poll.isRevealed else { return nil }
    var rows = Tally(of: poll).rows
    if poll.method == .scale {
      let places = Dictionary(zip(poll.options, 0...)) { first, _ in first }
      rows.sort { places[$0.option, default: 0] < places[$1.option, default: 0] }
    }
    return .bars(
      rows.map {
        Report.Bar(
          workshop.label(ofOption: $0.option), value: Double($0.score), text: "\($0.score)")
      })
  }
}
