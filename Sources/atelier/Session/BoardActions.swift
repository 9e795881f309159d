import Terminal
import Workshop

/// What is done with cards and boards.
extension Action {
  static let addCard = Action("add-card", "Add a card") { scene in
    guard let board = scene.board else { return .refused("This activity has no board") }
    let zone = scene.focus.zone
    let title = scene.title(ofZone: zone, on: board)
    let prompt = Prompt(
      title: title.map { "New card: \($0)" } ?? "New card: \(board.title)",
      help: "The text; #theme, @name and &persona are understood",
      preview: scene.hasDueDates(board) ? DueText.preview : nil, marks: true
    ) { text, scene in
      if let journey = scene.journey(of: board) {
        return .event(scene.event(text, on: board, in: journey))
      }
      var line = CardLine(text, on: board, scene)
      if let zone, title != nil { line.fields[Card.zone] = zone }
      return .event(line.event(on: board))
    }
    return .open(.prompt(prompt), scene)
  }

  static let editCard = Action("edit-card", "Edit the card") { scene in
    guard let id = scene.focus.card, let form = Form(id, scene) else {
      return .refused("Choose a card first")
    }
    return .open(.form(form), scene)
  }

  static let addVoice = Action("add-voice", "One more person says this") { scene in
    guard let id = scene.focus.card else { return .refused("Choose a card first") }
    return .event(.voiceAdded(card: id))
  }

  static let binCard = Action("bin-card", "Put the card in the bin") { scene in
    guard let id = scene.focus.card else { return .refused("Choose a card first") }
    return .event(.cardBinned(card: id), notice: "In the bin; u takes it back")
  }

  static let takeBack = Action("take-back", "Take a card back from the bin") { scene in
    guard let board = scene.board else { return .nothing }
    let items = scene.workshop.bin(of: board.id).map { card in
      Menu.Item(label: card.text) { _ in .event(.cardRestored(card: card.id)) }
    }
    return .open(.menu(Menu(title: "The bin", items: items, empty: "The bin is empty")), scene)
  }

  /// Moves the selected card to a zone, theme or table: whatever the wall is sorted by.
  static let moveCard = Action("move-card", "Move the card to another column") { scene in
    guard let board = scene.board, let card = scene.selected(on: board) else {
      return .refused("Choose a card first")
    }
    let field = board.columns.rawValue
    var targets: [(String, String)]
    switch board.columns {
    case .zone: targets = scene.zones(of: board).map { ($0.id, scene.say($0.title)) }
    case .theme: targets = scene.workshop.themes.map { ($0.id, scene.say($0.name)) }
    case .table:
      targets = (1...max(1, scene.workshop.plan.tables)).map {
        (String($0), scene.say("Table \($0)"))
      }
    }
    targets.append(("", scene.say("Not yet sorted")))
    let over = card.values[field]?.entry
    let column =
      scene.groups(of: board).first { $0.cards.contains { $0.id == card.id } }?.cards ?? []
    let at = column.firstIndex { $0.id == card.id } ?? 0
    let next = (column.dropFirst(at + 1).first ?? column.prefix(at).last ?? card).id
    let items = targets.map { id, title in
      Menu.Item(label: title) { scene in
        // The next card of the same column is chosen, so that sorting goes on without arrows.
        var outcome = Outcome.focus(of: scene) { $0.card = next }
        outcome.events = [.fieldSet(card: card.id, field: field, value: id, over: over)]
        return outcome
      }
    }
    return .open(.menu(Menu(title: "Move to", items: items)), scene)
  }

  static let newCluster = Action("new-cluster", "Make a cluster") { scene in
    guard let board = scene.board else { return .nothing }
    let prompt = Prompt(title: "New cluster", help: "Its name") { text, _ in
      .event(.zoneAdded(board: board.id, title: text), notice: "m moves cards to it")
    }
    return .open(.prompt(prompt), scene)
  }

  static let renameCluster = Action("rename-cluster", "Rename the cluster") { scene in
    guard let board = scene.board,
      let zone = scene.zones(of: board).first(where: {
        $0.id == scene.selected(on: board)?.zone ?? scene.focus.zone
      })
    else { return .refused("Choose a card of the cluster first") }
    let prompt = Prompt(
      title: "Rename the cluster", help: "Its name", line: Line(scene.say(zone.title))
    ) {
      text, _ in .event(.zoneRenamed(zone: zone.id, title: text))
    }
    return .open(.prompt(prompt), scene)
  }

  static let filter = Action("filter", "Show only cards that hold a text") { scene in
    let prompt = Prompt(
      title: "Filter", help: "Part of a card's text; empty shows all",
      line: Line(scene.focus.filter), takesEmpty: true
    ) { text, scene in .focus(of: scene) { $0.filter = text } }
    return .open(.prompt(prompt), scene)
  }

  /// The stage shows this board until the next activity, or until asked again.
  static let showBoard = Action("show-board", "Show this board on the stage, or take it off") {
    scene in
    guard let board = scene.board else { return .nothing }
    let isShown = scene.workshop.shown == board.id
    return .event(
      .boardShown(board: isShown ? nil : board.id),
      notice: isShown ? "The stage is back at the activity" : "The stage shows this board")
  }

  static let boards = Action("boards", "Open any board") { scene in
    let items = scene.workshop.boards.map { board in
      Menu.Item(
        label: scene.say(board.title), detail: String(scene.workshop.cards(on: board.id).count)
      ) { scene in
        .focus(of: scene) {
          $0.place = .board(board.id)
          $0.card = nil
          $0.zone = nil
        }
      }
    }
    return .open(.menu(Menu(title: "Open a board", items: items)), scene)
  }

  static let leaveBoard = Action("leave-board", "Back to the agenda") { scene in
    .focus(of: scene) {
      if !$0.filter.isEmpty {
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
