import Terminal
import WorkshopCore

/// The note-taker's keys. What can be printed is text, always; only Ctrl, Alt, function keys, Tab and
/// the arrows command.
enum NotesKeys {
  static func bindings(_ scene: Scene) -> [Binding] {
    let kind = scene.current.map { scene.kind.notesBindings(scene, $0) } ?? []
    let noBoard: Phrase? = scene.lineBoard == nil ? "No board yet: ^B chooses one" : nil
    let noZones: Phrase? =
      (scene.board.map { scene.zones(of: $0).isEmpty } ?? true)
      ? "This board has no columns" : nil
    let noTime: Phrase? =
      scene.current == nil
      ? "Nothing has begun" : scene.focus.table == nil ? "Which table? ^T chooses it" : nil
    let nothing: Phrase? = scene.focus.editing == nil ? "Choose a card with ↑ first" : nil
    let give = Binding(
      .enter, do: .giveLine, hint: scene.focus.editing == nil ? "add" : "change", unless: noBoard)
    let isEdit = scene.focus.editing != nil
    return [give] + ArrangeKeys.atNotes(scene) + FeedbackKeys.atNotes(scene) + [
      Binding(.up, do: pick("pick-earlier", "Choose an earlier card", by: -1), hint: "edit"),
      Binding(.down, do: pick("pick-later", "Choose a later card", by: 1)),
      Binding(.tab, do: .completeOrVoice, hint: "voice"),
      Binding(.backTab, do: .nextSaid),
      Binding(.altEnter, do: .lineBreak),
      Binding(.alt("e"), do: .compose),
      Binding(.control("b"), do: .chooseBoard, hint: isEdit ? nil : "board"),
      Binding(
        .control("n"), do: .zone(1, "Next column or block"), hint: isEdit ? nil : "column",
        unless: noZones),
      Binding(.control("p"), do: .zone(-1, "Previous column or block"), unless: noZones),
      Binding(.control("t"), do: .chooseTable, hint: isEdit ? nil : "table"),
      Binding(.function(6), do: .tableTime, unless: noTime),
      Binding(.function(7), do: .tableMinute(-60, "A minute less for our table"), unless: noTime),
      Binding(.function(8), do: .tableMinute(60, "A minute more for our table"), unless: noTime),
      Binding(.function(4), do: .editAllFields, hint: "sheet", unless: nothing),
      Binding(.control("x"), do: .binPicked, hint: "bin", unless: nothing),
      Binding(
        .control("r"), do: .ready, hint: isEdit ? nil : "ready",
        unless: scene.current == nil ? "Nothing has begun" : nil),
      Binding(.alt("f"), do: .facts, hint: isEdit ? nil : "facts"),
      Binding(.alt("p"), do: .park),
      Binding(
        .alt("w"), do: .walkParking, hint: scene.current?.kind == "check-out" ? "parked" : nil),
      Binding(.alt("d"), do: .settle, hint: scene.hasRivalsAtHand ? "two texts" : nil),
      Binding(.alt("c"), do: CheckIn.open, hint: scene.isArriving ? "check in" : nil),
    ] + kind + [
      Binding(.alt("u"), .control("_"), do: .undo),
      Binding(.alt("r"), do: .redo),
      Binding(.escape, do: .dropPick, hint: isEdit ? "back" : nil),
      Binding(
        .control("g"), do: .takeLineAlong,
        unless: scene.isLeftBehind ? nil : "The line is where the room is"),
      Binding(.function(1), do: .help, hint: "all"),
      Binding(.alt("x"), .function(9), do: .palette),
      Binding(.alt("t"), do: .nextTheme),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.control("q"), .control("c"), do: .quit),
    ]
  }

  /// Typing. The first key of a line remembers the board it was meant for.
  static func typing(_ key: Key, _ scene: Scene) -> Outcome {
    if case .paste(let text) = key { return paste(Text.sanitised(text, newlines: true), scene) }
    if case .character = key, scene.focus.line.isFull {
      return .refused("No more fits on the line: Enter makes cards of it")
    }
    var line = scene.focus.line
    return line.take(key) ? typed(line, scene) : .nothing
  }

  /// The line after a key; its first character remembers where it was begun.
  static func typed(_ line: Line, _ scene: Scene) -> Outcome {
    .focus(of: scene) {
      if $0.line.isEmpty, $0.editing == nil {
        $0.begunAt = scene.workshop.current
        $0.begunSheet = scene.board.flatMap { scene.sheet(inHandOn: $0) }
      }
      $0.line = line
      if line.isEmpty { $0.begunAt = nil }
    }
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
      return typed(line, scene)
    }
    guard let board = scene.lineBoard else { return .refused("No board yet: ^B chooses one") }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    let whole = line.head + text + line.text.dropFirst(line.caret)
    let events = whole.split(separator: "\n").map(\.description.trimmed).filter { !$0.isEmpty }
      .flatMap { scene.events($0, on: board) }
    var outcome = scene.given(on: board)
    outcome.events = events
    outcome.notice = "\(events.count) cards added"
    return outcome
  }

  private static func pick(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      var typed = scene.focus.line
      if typed.step(by: step) { return .focus(of: scene) { $0.line = typed } }
      guard let board = scene.board else { return .nothing }
      let cards = scene.pickable(on: board)
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
        $0.editing = card?.id
        $0.editingFrom = card.map(EditStart.init)
        $0.line = Line(card?.text ?? "")
      }
      outcome.events = left.events
      return outcome
    }
  }
}

extension Scene {
  /// The facilitator moved on while a line was being typed for another activity's board.
  var isLeftBehind: Bool {
    guard let begun = focus.begunAt, focus.board == nil else { return false }
    return begun != workshop.current
  }

  /// Where a line that was begun goes: the board of the activity it was begun in.
  var lineBoard: Board? {
    guard isLeftBehind, let begun = workshop.plan.activity(focus.begunAt) else { return board }
    return board(of: begun) ?? board
  }

  /// The line was given to a board: it is empty again. On a canvas the next one goes to the same block.
  func given(on board: Board) -> Outcome {
    .focus(of: self) {
      $0.freeLine()
      if canvas(of: board) != nil { $0.zone = zone(forCardsOn: board) }
    }
  }

  /// The event that puts a typed line on a board, in the chosen zone.
  func card(_ text: String, on board: Board) -> Event {
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
    if let turn = current.flatMap(turn(of:)), let theme = turn.theme,
      line.fields[Card.theme] == nil,
      board.columns == .theme
    {
      line.fields[Card.theme] = theme
    }
    return line.event(on: board)
  }
}
