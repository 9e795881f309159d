import Languages

/// What a key is about, for the help: its part of the list.
package enum Topic: CaseIterable, Sendable {
  case time, agenda, cards, people, general

  var title: Phrase {
    switch self {
    case .time: "Time"
    case .agenda: "Agenda"
    case .cards: "Cards and boards"
    case .people: "People and projects"
    case .general: "Screen, undo, help"
    }
  }
}

extension [Binding] {
  /// The same keys, those without a topic of their own under this one.
  package consuming func about(_ topic: Topic) -> [Binding] {
    var all = self
    for index in all.indices { all[index].topic = all[index].topic ?? topic }
    return all
  }

  /// The same keys, hinted before others where the line has no room for all.
  package consuming func hintedEarly() -> [Binding] {
    var all = self
    for index in all.indices { all[index].isHintedEarly = true }
    return all
  }

  /// Several lists as one: a key makes them anew, and one that is added to another is copied each time.
  package static func all(_ lists: [Binding]...) -> [Binding] { lists.flatMap { $0 } }
}
