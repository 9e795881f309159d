import Cards
import Languages
package import Shell
import Terminal
package import WorkshopCore

/// What is done with cards and boards.
extension Action {
  package static let addCard = Action("add-card", "Add a card") { scene in
    guard let board = scene.board else { return .refused("This activity has no board") }
    if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
    return Reopening.newCard.opened(
      of: ["board": board.id], with: ["zone": scene.zone(forCardsOn: board)], scene)
  }

  package static let editCard = Action("edit-card", "Edit the card") { scene in
    guard let id = scene.focus.card, let form = Form(id, scene) else {
      return .refused("Choose a card first")
    }
    return .open(form, scene)
  }

  package static let addVoice = Action("add-voice", "One more person says this") { scene in
    guard let id = scene.focus.card else { return .refused("Choose a card first") }
    return .event(.voiceAdded(card: id))
  }

  package static let binCard = Action("bin-card", "Put the card in the bin") { scene in
    guard let board = scene.board, case let cards = scene.chosen(on: board), !cards.isEmpty else {
      return .refused("Choose a card first")
    }
    var outcome = Outcome.focus(of: scene) {
      $0.card = scene.neighbour(of: cards, on: board)
      $0.marked = []
    }
    outcome.events = cards.map { .cardBinned(card: $0.id) }
    outcome.notice =
      cards.count == 1
      ? "In the bin; u takes it back" : "\(cards.count) cards in the bin; u takes them back"
    return outcome
  }

  package static let takeBack = Action("take-back", "Take a card back from the bin") { scene in
    guard let board = scene.board else { return .nothing }
    let items = scene.workshop.bin(of: board.id).map { card in
      Menu.Item(label: card.text) { _ in .event(.cardRestored(card: card.id)) }
    }
    return .open(Menu(title: "The bin", items: items, empty: "The bin is empty"), scene)
  }

  /// The stage shows this board until the next activity, or until asked again.
  package static let showBoard = Action(
    "show-board", "Show this board on the projector, or take it off"
  ) {
    scene in
    guard let board = scene.board else { return .nothing }
    guard scene.workshop.spotlit == nil else {
      return .event(.cardShown(card: nil), notice: "The card is off the projector")
    }
    let isShown = scene.workshop.shown == board.id
    return .event(
      .boardShown(board: isShown ? nil : board.id),
      notice: isShown ? "The projector is back at the activity" : "The projector shows this board")
  }

  package static let boards = Action("boards", "Open any board") { scene in
    let items = scene.workshop.boards.map { board in
      Menu.Item(
        label: scene.name(of: board), detail: String(scene.workshop.cards(on: board.id).count)
      ) { scene in
        .focus(of: scene) {
          $0.place = .board(board.id)
          $0.card = nil
          $0.zone = nil
          $0.marked = []
        }
      }
    }
    return .open(Menu(title: "Open a board", items: items), scene)
  }

  package static let leaveBoard = Action("leave-board", "Back to the agenda", onStage: true) {
    scene in
    .focus(of: scene) {
      if !$0.marked.isEmpty {
        $0.marked = []
      } else if !$0.filter.isEmpty {
        $0.filter = ""
      } else {
        $0.place = .agenda
        $0.card = nil
        $0.zone = nil
        $0.isOnStage = false
      }
    }
  }
}

extension Reopening {
  /// A new card of a board, in the column that was at hand.
  static let newCard = Reopening("add-card") { details, scene in
    scene.workshop.board(details["board"]).map { scene.cardPrompt(on: $0, in: details["zone"]) }
  }
}

extension Scene {
  /// The line on which a card of a board is typed, with what is typed of it already.
  package func newCard(on board: Board, typed text: String) -> Prompt? {
    var prompt = Reopening.newCard.prompt(
      of: ["board": board.id], with: ["zone": zone(forCardsOn: board)], self)
    prompt?.line = Line(text)
    return prompt
  }

  fileprivate func cardPrompt(on board: Board, in zone: ZoneID?) -> Prompt {
    let title = title(ofZone: zone, on: board)
    var preview: (@Sendable (String, Scene) -> String)?
    if hasDueDates(board) { preview = DueText.preview }
    if takesSlips(board) { preview = { text, scene in scene.slipEcho(of: text, on: board) } }
    return Prompt(
      title: title.map { "New card: \($0)" } ?? "New card: \(board.title)",
      help: takesSlips(board)
        ? slipPattern : "The text; #theme, @name and &persona are understood",
      preview: preview, marks: true
    ) { text, scene in
      if let reason = scene.refusal(ofCardsOn: board) { return .refused(reason) }
      if let journey = scene.journey(of: board) {
        return .event(scene.event(text, on: board, in: journey))
      }
      switch scene.slip(text, on: board) {
      case .refused(let reason): return .refused(reason)
      case .slip(let slip): return Outcome(events: scene.cards(slip, on: board))
      case .words: break
      }
      var line = CardLine(text, on: board, scene)
      if let zone, title != nil { line.fields[Card.zone] = zone }
      let event = line.event(on: board)
      // Everyone would read it on the wall.
      guard let word = CardLine.unknown(text, on: board, scene) else { return .event(event) }
      var outcome = Action.keepingUnknown(word, scene) { .event(event) }
      outcome.isWarning = outcome.events.isEmpty
      return outcome
    }
  }
}
