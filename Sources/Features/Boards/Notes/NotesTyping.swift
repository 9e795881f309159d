import Cards
package import Languages
package import Shell
package import Terminal
package import WorkshopCore

/// What typing does at a note-taker's terminal, and what the arrows choose.
package enum NotesTyping {
  /// Typing. The first key of a line remembers the board it was meant for.
  package static func typing(_ key: Key, _ scene: Scene) -> Outcome {
    if case .paste(let text) = key { return paste(Text.sanitised(text, newlines: true), scene) }
    if case .character = key, scene.focus.line.isFull {
      return .refused("The line is full. Press Enter to make cards of it")
    }
    var line = scene.focus.line
    return line.take(key) ? .typed(line, scene) : .nothing
  }

  /// Every line of a paste becomes a card, what stood before and after the caret included; a single one
  /// is put at the caret, and on a chosen card all of it is.
  private static func paste(_ text: String, _ scene: Scene) -> Outcome {
    var line = scene.focus.line
    let isLong = line.text.count + text.count > Line.limit
    let isEdit = scene.focus.editing != nil
    if isEdit, isLong {
      return .refused("A card holds \(Line.limit) characters: paste this beside it")
    }
    let rows = text.split(separator: "\n").map(\.description)
    if isEdit || (rows.filter { !$0.trimmed.isEmpty }.count < 2 && !isLong) {
      line.insert(isEdit ? text : rows.first { !$0.trimmed.isEmpty } ?? "")
      return .typed(line, scene)
    }
    guard let board = scene.lineBoard else { return .refused(scene.noLineBoard) }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    let whole = line.head + text + line.text.dropFirst(line.caret)
    let lines = whole.split(separator: "\n").map { ListMark.stripped(String($0)).trimmed }
      .filter { !$0.isEmpty }
    var outcome = scene.given(on: board)
    if lines.count > slice {
      outcome.focus?.pastes.append(
        Pasting(
          board: board.id, rows: lines, begun: scene.focus.begun ?? scene.beginning,
          zone: scene.zone(forCardsOn: board)))
      return outcome
    }
    let events = lines.flatMap { scene.events($0, on: board) }
    outcome.events = events
    outcome.notice = "\(events.count) cards added"
    return outcome
  }

  /// So many lines of a paste become cards before keys are looked at again.
  private static let slice = 100

  /// The next cards of a long paste; nil when none is being taken in, or when its board takes no more.
  package static func goOnPasting(_ scene: Scene) -> Outcome? {
    guard let pasting = scene.focus.pastes.first, let board = scene.workshop.board(pasting.board),
      scene.refusal(ofCardsOn: board) == nil
    else { return nil }
    let done = min(pasting.done + slice, pasting.rows.count)
    var outcome = Outcome.focus(of: scene) { $0.pastes[0].done = done }
    outcome.act = pasting.act
    var there = scene
    (there.focus.begun, there.focus.zone) = (pasting.begun, pasting.zone)
    outcome.events = pasting.rows[pasting.done..<done].flatMap { there.events($0, on: board) }
    if done < pasting.rows.count {
      outcome.notice = "Taking in the paste: \(done) of \(pasting.rows.count)"
    } else {
      outcome.focus?.pastes.removeFirst()
      outcome.notice =
        pasting.restFile.map { "\(done) cards added; the rest is in \($0)" }
        ?? "\(done) cards added"
      outcome.isWarning = pasting.restFile != nil
    }
    return outcome
  }

  package static func pick(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      var typed = scene.focus.line
      if typed.step(by: step) { return .focus(of: scene) { $0.line = typed } }
      // A card that is edited may lie on another board than the one that one is at.
      let edited = scene.workshop.card(scene.focus.editing)?.board
      guard let board = scene.workshop.board(edited) ?? scene.board else { return .nothing }
      let cards = scene.pickable(on: board)
      if cards.isEmpty, step < 0, scene.focus.line.isEmpty, scene.canvas(of: board) != nil {
        return .refused("No card in this block yet; Ctrl-N and Ctrl-P go to the others")
      }
      guard scene.focus.editing != nil || scene.focus.line.isEmpty else {
        return .refused("Finish the line first: Enter adds it")
      }
      // Leaving a card by an arrow writes what was changed on it, as leaving a field of a form does.
      let left = scene.focus.editing == nil ? .nothing : Action.giveLine.decide(scene)
      if left.isWarning { return left }
      let at = cards.firstIndex { $0.id == scene.focus.editing }
      let next = (at ?? cards.count) + step
      var outcome = Outcome.focus(of: scene) {
        let card = cards.indices.contains(next) ? cards[next] : (next < 0 ? cards.first : nil)
        ($0.editing, $0.editingFrom, $0.line) = (nil, nil, Line())
        if let card { $0.pick(card) }
      }
      outcome.events = left.events
      return outcome
    }
  }
}

extension Scene {
  /// The line was given to a board: it is empty again. On a canvas the next one goes to the same block.
  func given(on board: Board) -> Outcome {
    .focus(of: self) {
      $0.freeLine()
      if canvas(of: board) != nil { $0.zone = zone(forCardsOn: board) }
    }
  }

  /// The event that puts a typed line on a board, in the chosen zone.
  package func card(_ text: String, on board: Board) -> Event {
    if let journey = journey(of: board) { return event(text, on: board, in: journey) }
    var line = CardLine(text, on: board, self)
    if !focus.links.isEmpty { line.fields[Card.links] = focus.links.joined(separator: " ") }
    if let zone = zone(forCardsOn: board) { line.fields[Card.zone] = zone }
    if let table = focus.table, line.fields[Card.table] == nil {
      let sheet = sheet(inHandOn: board)
      line.fields[Card.table] = sheet ?? table
      // Whose sheet it lies on is one thing, who wrote it another.
      if sheet != nil { line.fields[Self.writer] = table }
    }
    let chosen = chosenTurn(on: board)
    if let who = chosen?.who, !who.isEmpty { line.fields["speaker"] = who }
    if let theme = chosen.map(\.theme) ?? themeOfLine, line.fields[Card.theme] == nil,
      board.columns == .theme
    {
      line.fields[Card.theme] = theme
    }
    return line.event(on: board)
  }
}
