import Cards
package import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What a note-taker can ask for.
extension Action {
  /// Adds the line as a card, or writes it over the chosen one.
  package static let giveLine = Action("give-line", "Add the line as a card") { scene in
    let text = Text.sanitised(scene.focus.line.text, newlines: true).trimmed
    if let editing = scene.workshop.card(scene.focus.editing) {
      return change(editing, to: text, scene)
    }
    // Nothing to add: on a canvas, on to the next block that has nothing yet.
    guard !text.isEmpty else { return CanvasKeys.goToEmpty(scene, by: 1) }
    guard let board = scene.lineBoard else { return .refused(scene.noLineBoard) }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    if scene.journey(of: board) != nil, scene.row == .emotion, JourneyMap.emotion(text) == nil {
      return .refused("A feeling is a number from −2 to +2; F3 goes to the next row")
    }
    if case .refused(let reason) = scene.slip(text, on: board) { return .refused(reason) }
    var outcome = scene.given(on: board)
    outcome.events = scene.events(text, on: board)
    // Everyone would read it on the wall.
    guard let word = CardLine.unknown(text, on: board, scene) else { return outcome }
    return keepingUnknown(word, scene) { outcome }
  }

  /// Points out a `#theme`, `@name` or `&persona` that nothing is called, and keeps it as text when asked
  /// to once more.
  static func keepingUnknown(_ word: String, _ scene: Scene, then: () -> Outcome) -> Outcome {
    twice(
      "unknown-\(word)", "Nothing is called \(word) here. Enter again keeps it as text", scene,
      then: then)
  }

  /// What one new card takes, in characters.
  static let longest = 2000

  /// A longer text becomes several cards, cut between words where it has any, so that nothing is lost.
  package static func chunks(of text: String) -> [String] {
    var rest = Substring(text)
    var parts: [String] = []
    while rest.count > longest {
      let part = rest.prefix(longest)
      let space = part.dropFirst(longest / 2).lastIndex(where: \.isWhitespace)
      let cut = space.map { part[..<$0] } ?? part
      parts.append(cut.description.trimmed)
      rest = rest[cut.endIndex...]
    }
    return (parts + [rest.description.trimmed]).filter { !$0.isEmpty }
  }

  package static let lineBreak = Action("line-break", "Another line on the same card") { scene in
    var line = scene.focus.line
    line.insert("\n")
    return Outcome.typed(line, scene)
  }

  private static func change(_ card: Card, to text: String, _ scene: Scene) -> Outcome {
    var outcome = Outcome.focus(of: scene) { $0.freeLine() }
    guard text != card.text, text != scene.focus.editingFrom?.text else { return outcome }
    var text = text
    if scene.journey(of: scene.workshop.board(card.board)) != nil, !text.isEmpty,
      JourneyMap.row(of: card) == .emotion
    {
      guard let emotion = JourneyMap.emotion(text) else {
        return .refused("A feeling is a number from −2 to +2; F3 goes to the next row")
      }
      text = String(emotion)
    }
    guard !text.isEmpty else { return .refused("An empty card: Ctrl-X puts it in the bin") }
    outcome.events = [
      .fieldSet(card: card.id, field: Card.text, value: text, over: scene.focus.editingFrom?.entry)
    ]
    guard card.isGone else { return outcome }
    // Somebody put it in the bin meanwhile: what is typed is not written where nobody looks.
    outcome.events.insert(.cardRestored(card: card.id), at: 0)
    return twice(
      "restore-\(card.id)",
      "This card is in the bin by now. Enter again takes it back with your text", scene
    ) { outcome }
  }

  package static let dropPick = Action("drop-pick", "Leave the chosen card as it is") { scene in
    guard scene.focus.editing != nil else { return .nothing }
    var outcome = Outcome.focus(of: scene) { _ in }
    if outcome.focus?.leaveEdit() == true { outcome.notice = textKept }
    return outcome
  }

  /// That the text of a chosen card waits there.
  private static let textKept: Phrase = "Your text is not lost. Choose the card with ↑ to continue"

  package static let binPicked = Action("bin-picked", "Put the chosen card in the bin") { scene in
    guard let id = scene.focus.editing else { return .refused("Choose a card with ↑ first") }
    var outcome = Outcome.focus(of: scene) { _ = $0.leaveEdit() }
    outcome.events = [.cardBinned(card: id)]
    outcome.notice = "In the bin; Alt-u takes it back"
    return outcome
  }

  package static let editAllFields = Action("edit-fields", "Fill the card's sheet") { scene in
    guard let id = scene.focus.editing, let form = Form(id, scene) else {
      return .refused("Choose a card with ↑ first")
    }
    // What was changed on the line goes on in the form.
    return .focus(of: scene) {
      _ = $0.leaveEdit()
      $0.open(form, scene)
    }
  }

  /// Completes a `#theme`, `@name` or `&persona`; else adds a voice to the chosen card, or to the one
  /// that says the same as the line.
  package static let completeOrVoice = Action(
    "complete-or-voice", "Complete the word, or +1"
  ) {
    scene in
    if let word = CardLine.completions(scene.focus.line.head, scene).first {
      return .focus(of: scene) { $0.line.replaceWord(with: word + " ") }
    }
    if let card = scene.workshop.card(scene.focus.editing) {
      // What is typed by now may say something else than the card does.
      guard scene.focus.line.text == card.text, !card.isGone else {
        return .refused("First Enter to keep the change, or Esc to discard it")
      }
      return .event(.voiceAdded(card: card.id), notice: "+1 for: \(card.text)")
    }
    guard let said = scene.saidAtHand else {
      return .refused("Nothing to complete, and nobody has said this yet")
    }
    // Keys that came faster than the screen: nobody has read which card it is.
    guard scene.focus.saidSeen?.contains(said.id) ?? true else {
      return .notice("Already said? “\(said.text)”. Tab again: +1")
    }
    var outcome = Outcome.focus(of: scene) {
      $0.freeLine()
      // Undone, it was no voice for that card: the words come back.
      $0.voiced = scene.focus.line
    }
    outcome.events = [.voiceAdded(card: said.id)]
    outcome.notice = "+1 for: \(said.text)"
    return outcome
  }

  /// Of several cards that say the same, the one that Tab adds a voice to.
  package static let nextSaid = Action("next-said", "The next card that says the same") { scene in
    let alike = scene.alreadySaid.map(\.id)
    guard alike.count > 1 else { return .refused("No other card says this") }
    let at = alike.firstIndex { $0 == scene.focus.said } ?? 0
    return .focus(of: scene) { $0.said = alike[(at + 1) % alike.count] }
  }

  package static func zone(_ step: Int, _ phrase: Phrase) -> Action {
    Action(step > 0 ? "next-zone" : "previous-zone", phrase) { scene in
      if let card = scene.workshop.card(scene.focus.editing) { return move(card, step, scene) }
      guard let board = scene.lineBoard else { return .nothing }
      let zone = scene.journey(of: board).map { scene.stage(of: $0)?.id }
      let next = scene.zone(by: step, from: zone ?? scene.zone(forCardsOn: board), on: board)
      return .focus(of: scene) { $0.zone = next }
    }
  }

  /// A chosen card goes to the next column of its board, and this terminal with it.
  private static func move(_ card: Card, _ step: Int, _ scene: Scene) -> Outcome {
    guard let board = scene.workshop.board(card.board), !scene.zones(of: board).isEmpty else {
      return .refused("This board has no columns")
    }
    guard !card.isGone else { return .refused("This card is in the bin") }
    let next = scene.zone(by: step, from: card.zone, on: board)
    var outcome = Outcome.focus(of: scene) { $0.zone = next }
    outcome.events = [
      .fieldSet(
        card: card.id, field: Card.zone, value: next ?? "", over: card.values[Card.zone]?.entry)
    ]
    let place = scene.title(ofZone: next, on: board) ?? scene.say("Not yet sorted")
    outcome.notice = "This card is now in: \(place)"
    return outcome
  }

  package static let chooseBoard = Action("choose-board", "Write on another board") { scene in
    var items = scene.workshop.boards.filter { !Workshop.ownBoards.contains($0.id) }.map { board in
      let isChosen = scene.chosenBoard?.id == board.id && scene.focus.boardDuring != nil
      return Menu.Item(
        label: scene.name(of: board),
        detail: isChosen
          ? scene.say("keep it after this activity")
          : String(scene.workshop.cards(on: board.id).count)
      ) { scene in
        // Chosen once more, it is kept on purpose.
        if isChosen { return .focus(of: scene) { $0.boardDuring = nil } }
        return .focus(of: scene) { $0.goTo(board, scene) }
      }
    }
    items.insert(
      Menu.Item(label: scene.say("Follow the facilitator")) { scene in
        .focus(of: scene) {
          ($0.board, $0.boardDuring) = (nil, nil)
          $0.zone = nil
          var there = scene
          there.focus = $0
          $0.takeLineAlong(there)
        }
      }, at: 0)
    return .open(Menu(title: "Write on", items: items), scene)
  }

  package static let chooseTable = Action("choose-table", "Write for a table") { scene in
    var items = (1...max(1, scene.workshop.plan.tables)).map { table in
      Menu.Item(label: scene.say("Table \(table)")) { scene in
        .focus(of: scene) { $0.goTo(table: String(table), scene) }
      }
    }
    items.insert(
      Menu.Item(label: scene.say("For everyone")) { scene in
        .focus(of: scene) { $0.table = nil }
      }, at: 0)
    return .open(Menu(title: "Which table do you write for?", items: items), scene)
  }

  package static let tableTime = Action("table-time", "Start or stop our table's timer") { scene in
    guard let table = scene.focus.table else { return .refused("Which table? Ctrl-T chooses it") }
    return toggle(table, scene)
  }

  package static func tableMinute(_ seconds: Int, _ phrase: Phrase) -> Action {
    Action(seconds > 0 ? "table-minute-more" : "table-minute-less", phrase) { scene in
      guard let table = scene.focus.table else { return .refused("Which table? Ctrl-T chooses it") }
      return extend(table, by: seconds, scene)
    }
  }

  /// After the facilitator moved on: the unfinished line follows to the new activity's board.
  package static let takeLineAlong = Action(
    "take-line-along", "Move the unfinished line to where everyone is"
  ) {
    scene in
    .focus(of: scene) { $0.takeLineAlong(scene) }
  }

  package static let ready = Action("ready", "Say that we are ready, or not after all") { scene in
    guard let activity = scene.workshop.current else { return .refused("Nothing has started") }
    let isReady = scene.workshop.ready[activity]?.contains(scene.me) ?? false
    return .event(
      .readied(activity: activity, ready: !isReady),
      notice: isReady ? "Not ready after all" : "The facilitator sees that you are ready")
  }
}

extension Scene {
  /// Why a line cannot be given anywhere.
  package var noLineBoard: Phrase {
    focus.begun?.board == nil
      ? "No board yet: Ctrl-B chooses one"
      : "The board of your line is gone: Ctrl-G brings the line here"
  }

  /// The column that is so many steps from another; nil: none, where a board's cards may be in none.
  fileprivate func zone(by step: Int, from zone: ZoneID?, on board: Board) -> ZoneID? {
    let none: [ZoneID?] = hasColumnAlways(board) ? [] : [nil]
    let zones = none + self.zones(of: board).map(\.id)
    guard !zones.isEmpty else { return nil }
    // From none of them the first step is to the first or the last.
    let at = zones.firstIndex(of: zone) ?? (step > 0 ? -1 : zones.count)
    return zones[(at + step + zones.count) % zones.count]
  }
}
