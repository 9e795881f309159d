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
    guard let board = scene.lineBoard else { return .refused("No board yet: ^B chooses one") }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    if scene.journey(of: board) != nil, scene.row == .emotion, JourneyMap.emotion(text) == nil {
      return .refused("A feeling is a number from −2 to +2; F3 goes to the next row")
    }
    if case .refused(let reason) = scene.slip(text, on: board) { return .refused(reason) }
    var outcome = scene.given(on: board)
    outcome.events = scene.events(text, on: board)
    return outcome
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
    guard !text.isEmpty else { return .refused("An empty card: ^X puts it in the bin") }
    outcome.events = [
      .fieldSet(card: card.id, field: Card.text, value: text, over: scene.focus.editingFrom?.entry)
    ]
    return outcome
  }

  package static let dropPick = Action("drop-pick", "Leave the chosen card as it is") { scene in
    guard scene.focus.editing != nil else { return .nothing }
    return .focus(of: scene) {
      $0.editing = nil
      $0.line = Line()
    }
  }

  package static let binPicked = Action("bin-picked", "Put the chosen card in the bin") { scene in
    guard let id = scene.focus.editing else { return .refused("Choose a card with ↑ first") }
    var outcome = Outcome.focus(of: scene) {
      $0.editing = nil
      $0.line = Line()
    }
    outcome.events = [.cardBinned(card: id)]
    outcome.notice = "In the bin; M-u takes it back"
    return outcome
  }

  package static let editAllFields = Action("edit-fields", "Fill the card's sheet") { scene in
    guard let id = scene.focus.editing, var form = Form(id, scene) else {
      return .refused("Choose a card with ↑ first")
    }
    // What was changed on the line goes on in the form.
    if form.sheet.fields.first?.id == Card.text { form.line = scene.focus.line }
    return .focus(of: scene) {
      $0.overlays.append(form)
      $0.editing = nil
      $0.line = Line()
    }
  }

  /// Completes a `#theme`, `@name` or `&persona`; else adds a voice to the chosen card, or to the one
  /// that says the same as the line.
  package static let completeOrVoice = Action(
    "complete-or-voice", "Complete the word, or add a voice"
  ) {
    scene in
    if let word = CardLine.completions(scene.focus.line.head, scene).first {
      return .focus(of: scene) { $0.line.replaceWord(with: word + " ") }
    }
    if let id = scene.focus.editing { return .event(.voiceAdded(card: id)) }
    let alike = scene.alreadySaid
    guard let said = alike.first(where: { $0.id == scene.focus.said }) ?? alike.first else {
      return .refused("Nothing to complete, and nobody has said this yet")
    }
    var outcome = Outcome.focus(of: scene) {
      $0.freeLine()
      // Undone, it was no voice for that card: the words come back.
      $0.voiced = scene.focus.line
    }
    outcome.events = [.voiceAdded(card: said.id)]
    outcome.notice = "One more voice: \(said.text)"
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
      guard let board = scene.board else { return .nothing }
      // A line on a journey always lies in a stage of it.
      let none: [String?] = scene.journey(of: board) == nil ? [nil] : []
      let zones = none + scene.zones(of: board).map(\.id)
      let at = zones.firstIndex(of: scene.focus.zone) ?? 0
      let next = (at + step + zones.count) % zones.count
      return .focus(of: scene) { $0.zone = zones[next] }
    }
  }

  package static let chooseBoard = Action("choose-board", "Write on another board") { scene in
    var items = scene.workshop.boards.filter { !Workshop.ownBoards.contains($0.id) }.map { board in
      Menu.Item(
        label: scene.say(board.title), detail: String(scene.workshop.cards(on: board.id).count)
      ) { scene in
        .focus(of: scene) {
          $0.board = board.id
          $0.zone = nil
          // The line of a chosen card is that card's text, and no new card of another board.
          if $0.editing != nil { $0.line = Line() }
          $0.editing = nil
        }
      }
    }
    items.insert(
      Menu.Item(label: scene.say("Follow the facilitator")) { scene in
        .focus(of: scene) {
          $0.board = nil
          $0.zone = nil
        }
      }, at: 0)
    return .open(Menu(title: "Write on", items: items), scene)
  }

  package static let chooseTable = Action("choose-table", "Write for a table") { scene in
    var items = (1...max(1, scene.workshop.plan.tables)).map { table in
      Menu.Item(label: scene.say("Table \(table)")) { scene in
        .focus(of: scene) { $0.table = String(table) }
      }
    }
    items.insert(
      Menu.Item(label: scene.say("For the whole room")) { scene in
        .focus(of: scene) { $0.table = nil }
      }, at: 0)
    return .open(Menu(title: "Which table do you write for?", items: items), scene)
  }

  package static let tableTime = Action("table-time", "Start or pause our table's time") { scene in
    guard let table = scene.focus.table else { return .refused("Which table? ^T chooses it") }
    return toggle(table, scene)
  }

  package static func tableMinute(_ seconds: Int, _ phrase: Phrase) -> Action {
    Action(seconds > 0 ? "table-minute-more" : "table-minute-less", phrase) { scene in
      guard let table = scene.focus.table else { return .refused("Which table? ^T chooses it") }
      return extend(table, by: seconds, scene)
    }
  }

  /// After the facilitator moved on: the unfinished line follows to the new activity's board.
  package static let takeLineAlong = Action("take-line-along", "Take the unfinished line along") {
    scene in
    .focus(of: scene) { $0.begunAt = scene.workshop.current }
  }

  package static let ready = Action("ready", "Say that we are ready, or not after all") { scene in
    guard let activity = scene.workshop.current else { return .refused("Nothing has begun") }
    let isReady = scene.workshop.ready[activity]?.contains(scene.me) ?? false
    return .event(
      .readied(activity: activity, ready: !isReady),
      notice: isReady ? "Not ready after all" : "The facilitator sees that you are ready")
  }
}
