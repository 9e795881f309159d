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
  package func about(_ topic: Topic) -> [Binding] {
    map { binding in
      var binding = binding
      binding.topic = binding.topic ?? topic
      return binding
    }
  }

  /// The same keys, hinted before others where the line has no room for all.
  package func hintedEarly() -> [Binding] {
    map { binding in
      var binding = binding
      binding.isHintedEarly = true
      return binding
    }
  }
}
