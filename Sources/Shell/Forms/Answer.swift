package import Languages
package import WorkshopCore

/// What a text that somebody typed is in a field.
package enum Answer: Equatable, Sendable {
  /// What the field holds from then on.
  case value(String)
  /// It may be any of these.
  case several([Choice])
  /// None of what the field takes: it is kept as it was typed, with what that will mean.
  case text(Phrase)
}

extension Scene {
  /// Reads a text for a field: the one reader of forms, lines, lists and commands.
  ///
  /// - Parameter sense: which of the days that a text may mean is meant; nil: as usual in such a field.
  package func answer(
    _ text: String, in field: Field, _ sense: DueDate.Sense? = nil
  ) -> Answer {
    if text.isEmpty { return .value("") }
    switch field.type {
    case .line, .text: return .value(text)
    case .date: return day(text, sense ?? DueText.sense(of: field.id))
    case .number, .scale:
      let digits = text.filter { !$0.isWhitespace }.map { "−–‑".contains($0) ? "-" : $0 }
      guard let number = Int(String(digits)) else {
        return .text("not a number: kept as typed, not counted")
      }
      guard number >= field.minimum ?? .min, number <= field.maximum ?? .max else {
        return .text(Self.outside(field))
      }
      return .value(String(number))
    case .choice, .person, .card:
      if isHeld(text, as: field) { return .value(text) }
      if field.takesSeveral == true, text.contains(where: { ",;·".contains($0) }) {
        return several(text, in: field)
      }
      switch workshop.reading(of: text, as: field, in: language.code) {
      case .one(let id): return .value(id)
      case .several(let ids):
        let known = choices(for: field)
        return .several(ids.compactMap { id in known.first { $0.id == id } })
      case .none: return .text(unknown(field))
      }
    }
  }

  /// Whether a text is the very id that such a field holds.
  private func isHeld(_ text: String, as field: Field) -> Bool {
    guard field.type == .choice else { return workshop.card(text) != nil }
    return field.choices?.contains { $0.id == text } ?? false || field.chosen(in: text) != nil
  }

  /// Several choices with commas between: each is read as if it stood alone.
  private func several(_ text: String, in field: Field) -> Answer {
    var ids = ""
    for part in text.split(whereSeparator: { ",;·".contains($0) }).map({ String($0).trimmed })
    where !part.isEmpty {
      let answer = answer(part, in: field)
      guard case .value(let id) = answer else { return answer }
      if !Field.parts(of: ids).contains(id) { ids = field.toggling(id, in: ids) }
    }
    return .value(ids)
  }

  private func day(_ text: String, _ sense: DueDate.Sense) -> Answer {
    switch DueDate(text, from: today, in: language, sense) {
    case .day(let day): .value(day.iso)
    case .unclear(let days):
      .several(days.map { Choice(id: $0.iso, label: Localized(language.day($0, from: nil))) })
    case .unreadable: .text("no day that can be read; kept as typed")
    }
  }

  private static func outside(_ field: Field) -> Phrase {
    switch (field.minimum, field.maximum) {
    case (let low?, let high?): "not between \(low) and \(high): kept as typed, not counted"
    case (let low?, nil): "less than \(low): kept as typed, not counted"
    case (_, let high): "more than \(high ?? .max): kept as typed, not counted"
    }
  }

  /// What it means that a text is none of what a field takes.
  private func unknown(_ field: Field) -> Phrase {
    switch field.type {
    case .person: "nobody of this name on the list: kept as typed, without a link"
    case .card: "no card of this name: kept as typed, without a link"
    default:
      field.choices?.first { $0.id == field.otherwise }.map {
        "not one of the choices: counted as “\($0.label)”"
      } ?? "not one of the choices: kept as typed, not counted"
    }
  }

  /// What may be chosen in a field; nothing where it is typed. Nothing is begun for a project that ended, and
  /// who is here goes first.
  ///
  /// - Parameter kept: the id that the field holds.
  package func choices(for field: Field, keeping kept: String = "") -> [Choice] {
    switch field.type {
    case .choice: return field.choices ?? []
    case .scale:
      guard let low = field.minimum, let high = field.maximum, low <= high else { return [] }
      return (low...high).map(String.init).map {
        Choice(id: $0, label: Localized(Form.signed($0, in: field)))
      }
    case .person:
      let here = workshop.attending(session)
      let away = workshop.people.filter { person in !here.contains { $0.id == person.id } }
      return (here + away).map { Choice(id: $0.id, label: Localized($0.text)) }
    case .card:
      let cards = field.board.map { workshop.cards(on: $0) } ?? []
      return cards.filter {
        $0.id == kept || ![.dropped, .merged].contains(workshop.status(of: $0.id))
      }.map { Choice(id: $0.id, label: Localized($0.text)) }
    case .line, .text, .number, .date: return []
    }
  }

  /// What may be chosen and fits what was typed so far, the likeliest first.
  package func fitting(_ text: String, in field: Field) -> [Choice] {
    let known = choices(for: field)
    guard [.choice, .person, .card].contains(field.type) else { return [] }
    return workshop.fitting(text, as: field, in: language.code)
      .compactMap { id in known.first { $0.id == id } }
  }
}
