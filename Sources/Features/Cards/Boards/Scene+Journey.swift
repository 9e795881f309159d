import Assets
import Languages
package import Shell
import Terminal
package import WorkshopCore
package import WorkshopQueries

/// User journeys as this terminal sees them: whose, which stage, which row.
extension Scene {
  /// What is written on a journey's board.
  package func map(of board: Board) -> JourneyMap {
    JourneyMap(of: workshop.cards(on: board.id), stages: zones(of: board).map(\.id))
  }

  /// The journeys of an activity that are somebody's, or that somebody has begun to fill.
  package func journeys(of activity: Activity) -> [Board] {
    let canvas = canvas(of: activity)
    return workshop.boards.filter { board in
      (board.canvas == canvas || board.id == activity.board) && journey(of: board) != nil
        && (board.about != nil || !workshop.cards(on: board.id).isEmpty)
    }
  }

  /// A board's cards in the order in which they are walked through: a journey's by row, without the card
  /// that holds what is said of it as a whole.
  package func listed(on board: Board) -> [Card] {
    let cards = atHand(on: board)
    guard journey(of: board) != nil else {
      let session = isForFile ? nil : workshop.session(at: now.milliseconds)?.id
      return workshop.once("listed", board.id, session ?? "", String(isForFile)) {
        cards.filter { !$0.isWordless }
      }
    }
    let rows = JourneyMap.Row.allCases
    return cards.filter { $0.zone != JourneyMap.head }.enumerated().sorted { a, b in
      let (first, second) = (
        rows.firstIndex(of: JourneyMap.row(of: a.element)) ?? 0,
        rows.firstIndex(of: JourneyMap.row(of: b.element)) ?? 0
      )
      return (first, a.offset) < (second, b.offset)
    }.map(\.element)
  }

  /// Whose journey it is, as of when: `Odette · Today`.
  package func name(ofJourney board: Board) -> String {
    let subject = JourneyHead(board.id)
    let persona = workshop.card(subject.value(of: "persona", self))?.text ?? ""
    let time = head?.fields.first { $0.id == "time" }.flatMap { field in
      subject.value(of: "time", self).map { Form.display($0, of: field, self) }
    }
    return [persona.isEmpty ? say(board.title) : persona, time].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// What stands large over a journey: whose it is and what they want; nil while it is nobody's.
  package func headline(ofJourney board: Board) -> String? {
    let goal = JourneyHead(board.id).value(of: Card.text, self)
    guard journey(of: board) != nil, board.about != nil || goal != nil else { return nil }
    return [name(ofJourney: board), goal].compactMap { $0 }.joined(separator: " · ")
  }

  /// The sheet of what is said of a journey as a whole.
  var head: Sheet? { content.sheets["journey-head"] }

  /// A row's name.
  package func label(_ row: JourneyMap.Row) -> String {
    field(row).map { say($0.label) } ?? row.rawValue
  }

  /// What is asked in a row.
  package func prompt(_ row: JourneyMap.Row) -> String { say(field(row)?.prompt) }

  private func field(_ row: JourneyMap.Row) -> Field? {
    content.sheets[Self.journeySheet]?.fields.first { $0.id == row.rawValue }
  }

  /// The row that new lines go to.
  package var row: JourneyMap.Row { focus.row ?? .action }

  /// The stage that this terminal works in: the chosen card's, the chosen one, else the first.
  package func stage(of journey: Journey) -> Journey.Stage? {
    let zone = workshop.card(focus.card)?.zone ?? focus.zone
    return journey.stages.first { $0.id == zone } ?? journey.stages.first
  }

  /// The stage that the room looks at, counted from 0: the one that was stepped to, else that of the
  /// newest line, else the first.
  package func shownStage(of journey: Journey, _ map: JourneyMap) -> Int {
    if let stepped = steppedStage { return min(stepped, journey.stages.count - 1) }
    return journey.stages.firstIndex { $0.id == map.newest } ?? 0
  }

  /// The stage that the facilitator stepped to; nil while the room follows the newest line.
  package var steppedStage: Int? {
    guard let view = current.flatMap({ workshop.views[$0.id] }), view.name == Self.journeySheet
    else { return nil }
    return view.step
  }
}

/// What a note-taker's keys reach.
extension Scene {
  /// The cards that the arrows go through: on a journey, those of the chosen stage, on a canvas those of
  /// the block that one is in.
  package func pickable(on board: Board) -> [Card] {
    guard let journey = journey(of: board) else {
      let cards = atHand(on: board)
      if canvas(of: board) != nil {
        let block = workshop.card(focus.editing)?.zone ?? zone(forCardsOn: board)
        // In an empty block there is nothing to walk through: one goes to what was written.
        let own = cards.filter { $0.zone == block }
        return own.isEmpty ? cards : own
      }
      // A table reads and corrects the sheet that lies before it.
      return sheet(inHandOn: board).map { sheet in cards.filter { $0.table == sheet } } ?? cards
    }
    let card = workshop.card(focus.editing).flatMap { $0.board == board.id ? $0 : nil }
    let stage = card?.zone ?? stage(of: journey)?.id
    return listed(on: board).filter { $0.zone == stage }
  }

  /// Where the next line goes on a board, nil where a board has no parts or none is chosen.
  package func destination(on board: Board) -> String? {
    guard let journey = journey(of: board) else {
      let subject = subject(on: board)
      let block = subject.flatMap { subject in
        canvasBoard(about: subject.card.id).flatMap { title(ofZone: subject.block, on: $0) }
      }
      let about = subject.map { say("about \($0.card.text)") }
      // Where columns are themes, the theme of whoever speaks is where the card will stand.
      let theme = board.columns == .theme ? title(ofTheme: themeOfLine) : nil
      let parts = [title(ofZone: zone(forCardsOn: board), on: board), theme, about, block]
        .compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
    return stage(of: journey).map { "\(say($0.label)) · \(label(row))" }
  }
}

extension JourneyMap {
  /// A feeling with its sign.
  package static func signed(_ emotion: Int) -> String {
    emotion > 0 ? "+\(emotion)" : emotion < 0 ? "−\(-emotion)" : "0"
  }
}
