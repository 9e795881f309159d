extension Workshop {
  /// A card's texts as they count: where one was typed for a choice, a person or a card, that one's id.
  func read(_ texts: [String: String], on board: BoardID) -> [String: String] {
    guard let fields = fields(of: board) else { return texts }
    var read = texts
    for field in fields {
      if let text = texts[field.id] { read[field.id] = self.read(text, as: field) }
    }
    return read
  }

  /// The same for one field.
  func read(_ text: String, in field: String, on board: BoardID) -> String {
    fields(of: board)?.first { $0.id == field }.map { read(text, as: $0) } ?? text
  }

  private func fields(of board: BoardID) -> [Field]? {
    guard !catalogue.sheets.isEmpty else { return nil }
    return self.board(board)?.sheet.flatMap { catalogue.sheets[$0]?.fields }
  }

  /// What means none of them, or may mean several, stays as it was typed.
  private func read(_ text: String, as field: Field) -> String {
    if text.isEmpty { return text }
    switch field.type {
    case .choice where field.choices?.contains { $0.id == text } == true: return text
    case .person where cards[text] != nil, .card where cards[text] != nil: return text
    case .choice, .person, .card:
      guard case .one(let id) = reading(of: text, as: field, in: plan.language) else { return text }
      return id
    case .line where field.id == Card.theme:
      if cards[text] != nil || cards[Theme.card(text)] != nil { return text }
      let names = themes.map {
        Reading.Name($0.id, own: $0.name.texts.sorted { $0.key < $1.key }.map(\.value))
      }
      guard case .one(let id) = Reading(text, among: names) else { return text }
      return id
    case .line, .text, .number, .scale, .date: return text
    }
  }

  /// What a text means in a field of choices, people or cards; none in any other.
  ///
  /// - Parameter language: the reader's, whose labels come first.
  public func reading(of text: String, as field: Field, in language: String) -> Reading {
    Reading(text, among: names(for: field, in: language), by: field.order)
  }

  /// The ids of what fits a text in such a field, the likeliest first.
  public func fitting(_ text: String, as field: Field, in language: String) -> [String] {
    Reading.fitting(text, among: names(for: field, in: language), by: field.order)
  }

  private func names(for field: Field, in language: String) -> [Reading.Name] {
    switch field.type {
    case .choice: (field.choices ?? []).map { Reading.Name($0, in: language) }
    case .person: people.map { Reading.Name($0.id, own: [$0.text]) }
    case .card:
      (field.board.map { cards(on: $0) } ?? []).map { Reading.Name($0.id, own: [$0.text]) }
    case .scale, .line, .text, .number, .date: []
    }
  }
}

extension Field {
  fileprivate var order: Reading.Order { type == .person ? .anyWord : .beginning }
}
