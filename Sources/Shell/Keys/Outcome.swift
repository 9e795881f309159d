package import Languages
package import WorkshopCore

/// What a key leads to: events for the journal, a new focus, a sentence, something for the loop.
package struct Outcome: Sendable {
  package var events: [Event] = []
  /// What follows each card, zone, board or vote that the events add, told its id and the event: only who
  /// writes an entry knows the id.
  package var toAdded: (@Sendable (String, Event) -> [Event])?
  /// The form of the card that the events add opens once it has its id, at the first empty field.
  package var fillsAdded = false
  /// The sequence of the entry that began the act which the events go on with; nil: they are one of their own.
  package var act: Int?
  /// Nil: the focus stays as it is.
  package var focus: Focus?
  package var notice: Phrase?
  package var isWarning = false
  package var effect: Effect?

  package init(
    events: [Event] = [], toAdded: (@Sendable (String, Event) -> [Event])? = nil,
    fillsAdded: Bool = false, focus: Focus? = nil, notice: Phrase? = nil, isWarning: Bool = false,
    effect: Effect? = nil
  ) {
    self.events = events
    self.toAdded = toAdded
    self.fillsAdded = fillsAdded
    self.focus = focus
    self.notice = notice
    self.isWarning = isWarning
    self.effect = effect
  }

  /// What only the session loop can do.
  package enum Effect: Equatable, Sendable {
    case quit, suspend, repaint, undo, redo, nextTheme, writePlan
    /// A text goes to the clipboard, as far as the terminal lets it.
    case copy(String)
    /// What is being typed is taken to an editor and back.
    case compose
    /// What a `WaitingPanel` waits for is worked out aside.
    case work
    /// A file of the workshop's own content is written, and its content read again.
    case writeContent(path: String, text: String)
  }

  package static let nothing = Outcome()

  package static func event(_ event: Event, notice: Phrase? = nil) -> Outcome {
    Outcome(events: [event], notice: notice)
  }
  /// A card is added and its form opens.
  package static func adding(_ event: Event) -> Outcome {
    Outcome(events: [event], fillsAdded: true)
  }
  package static func notice(_ phrase: Phrase) -> Outcome { Outcome(notice: phrase) }
  /// What was asked for cannot be done, and why.
  package static func refused(_ reason: Phrase) -> Outcome {
    Outcome(notice: reason, isWarning: true)
  }
  package static func effect(_ effect: Effect) -> Outcome { Outcome(effect: effect) }

  /// Changes the focus.
  package static func focus(of scene: Scene, _ change: (inout Focus) -> Void) -> Outcome {
    var focus = scene.focus
    change(&focus)
    return Outcome(focus: focus)
  }
}

extension Event {
  /// Whether it makes something whose id is the entry's.
  var isAddition: Bool {
    switch self {
    case .cardAdded, .zoneAdded, .boardAdded, .pollOpened: true
    default: false
    }
  }

  /// The same field of many cards: one event, or as many as it takes to keep each within a line of the
  /// journal.
  package static func setting(_ field: String, of values: [(CardID, String)]) -> [Event] {
    var chunks: [[CardID: String]] = []
    var room = 0
    for (card, value) in values {
      // Quotes, colon and comma with it.
      let bytes = card.utf8.count + value.utf8.count + 6
      if bytes > room {
        chunks.append([:])
        room = 12_000
      }
      chunks[chunks.count - 1][card] = value
      room -= bytes
    }
    return chunks.map { .fieldsSet(field: field, values: $0) }
  }
}

extension Outcome {
  /// The line after a key; its first character remembers where it was begun.
  package static func typed(_ line: Line, _ scene: Scene) -> Outcome {
    .focus(of: scene) {
      if $0.line.isEmpty, $0.editing == nil {
        $0.begin(scene)
      }
      $0.line = line
      if line.isEmpty { $0.begun = nil }
    }
  }
}
