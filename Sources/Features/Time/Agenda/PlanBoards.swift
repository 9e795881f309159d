import Assets
import Languages
import Shell
import Terminal
import WorkshopCore

/// The boards of the plan: added, renamed, put in order, taken out; what holds cards stays.
struct PlanBoards: Overlay {
  var selected = 0

  static let open = Action(
    "plan-boards", "The boards of the plan", foundBy: "add rename remove move board wall question"
  ) { scene in .open(PlanBoards(), scene) }

  func bindings(_ scene: Scene) -> [Binding] {
    let empty: Phrase? = chosen(scene) == nil ? "There is no board yet: a adds one" : nil
    return [
      Binding(.enter, do: Self.fields, hint: "edit", unless: empty),
      Binding(.character("a"), do: Self.add, hint: "add"),
      Binding(
        .character("K"), do: Self.shift("board-earlier", "One place earlier", by: -1),
        hint: "earlier", unless: empty),
      Binding(
        .character("J"), do: Self.shift("board-later", "One place later", by: 1), hint: "later",
        unless: empty),
      Binding(.delete, do: Self.remove, hint: "remove", unless: empty),
      Binding(.down, .character("j"), do: Self.move("next-item", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-item", "Up", by: -1)),
      Binding(.character("u"), do: .undo, hint: "undo"),
      Binding(.control("r"), do: .redo),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  private func chosen(_ scene: Scene) -> Board? {
    let boards = scene.workshop.plan.boards
    return boards.indices.contains(selected) ? boards[selected] : boards.last
  }

  private static func now(_ scene: Scene) -> (panel: PlanBoards, board: Board)? {
    guard let panel = scene.focus.overlay as? PlanBoards, let board = panel.chosen(scene) else {
      return nil
    }
    return (panel, board)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? PlanBoards else { return .nothing }
      panel.selected = max(0, min(panel.selected + step, scene.workshop.plan.boards.count - 1))
      return .replace(panel, scene)
    }
  }

  private static let fields = Action("edit-board", "Change its fields") { scene in
    guard let (_, board) = now(scene), let form = Form(PlanSubject(part: .board(board.id)), scene)
    else { return .nothing }
    return .open(form, scene)
  }

  private static func shift(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard case (var panel, let board)? = now(scene),
        case let boards = scene.workshop.plan.boards,
        let index = boards.firstIndex(where: { $0.id == board.id }),
        boards.indices.contains(index + step)
      else { return .nothing }
      let after = step > 0 ? index + 1 : index - 2
      panel.selected = index + step
      var outcome = Outcome.replace(panel, scene)
      outcome.events = PlanMaking.change([
        scene.workshop.moving(board: board.id, after: after >= 0 ? boards[after].id : nil)
      ])
      return outcome
    }
  }

  private static let add = Action("add-board", "Add a board") { scene in
    Reopening.newBoard.opened(scene)
  }

  /// The line of a new board.
  fileprivate static var newBoard: Prompt {
    Prompt(title: "A new board", help: "What it is called, such as: Ideas") { title, scene in
      let (_, making) = PlanMaking.newBoard(of: "idea", called: title, scene)
      var outcome = Outcome.focus(of: scene) {
        $0.overlays.removeLast(min(2, $0.overlays.count))
        $0.overlays.append(PlanBoards(selected: scene.workshop.plan.boards.count))
      }
      outcome.events = PlanMaking.change(making)
      outcome.notice = "Added; Enter changes its fields"
      return outcome
    }
  }

  private static let remove = Action("remove-board", "Remove it from the plan") { scene in
    guard let (_, board) = now(scene) else { return .nothing }
    let count = scene.workshop.cards(on: board.id).count
    guard scene.workshop.ids(on: board.id).isEmpty else {
      return .refused(
        count == 0
          ? "Some of its cards are in the bin: it cannot be removed"
          : "It has \(count) cards and cannot be removed")
    }
    let uses = scene.workshop.plan.activities.filter { $0.board == board.id }
    let gone = PlanMaking.change(
      uses.map { scene.workshop.setting("board", of: $0.id, to: "") }
        + [.boardRemoved(board: board.id)])
    let outcome = Outcome(events: gone, notice: "Removed; u brings it back")
    guard !uses.isEmpty else { return outcome }
    let names = uses.prefix(3).map { scene.say($0.title) }.joined(separator: ", ")
    return Action.twice(
      "remove-board", "Used by: \(names). Press again to remove it all the same", scene
    ) { outcome }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(scene.say("The boards of the plan"), into: &frame, in: rect)
    let boards = scene.workshop.plan.boards
    guard let chosen = chosen(scene) else {
      frame.paragraph(
        scene.say("There is no board yet: a adds one"), in: inner, style: .quiet)
      return
    }
    let (foot, list) = inner.bottom(2)
    let index = boards.firstIndex { $0.id == chosen.id } ?? 0
    let first = max(0, min(index - list.height / 2, boards.count - list.height))
    for (row, board) in boards.dropFirst(first).prefix(list.height).enumerated() {
      let isSelected = board.id == chosen.id
      let style: Style = isSelected ? .selection : .plain
      let line = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
      if isSelected {
        frame.fill(line, style: style)
        frame.cursor = Point(x: line.x, y: line.y)
      }
      let count = scene.workshop.cards(on: board.id).count
      let cards = scene.say("\(count) cards")
      let sheet = board.sheet.flatMap { scene.content.sheets[$0] }.map { scene.say($0.title) } ?? ""
      let right = 12 + min(24, line.width / 3)
      frame.put(
        scene.say(board.title), x: line.x + 1, y: line.y, style: style,
        width: line.width - right - 2)
      frame.put(
        sheet, x: line.maxX - right, y: line.y, style: isSelected ? style : .quiet,
        width: right - 13)
      frame.put(
        cards, x: line.maxX - 12, y: line.y, style: isSelected ? style : .quiet, width: 11,
        alignment: .right)
    }
    let uses = scene.workshop.plan.activities.filter { $0.board == chosen.id }
    let names = uses.map { scene.say($0.title) }.joined(separator: ", ")
    frame.put(
      uses.isEmpty ? scene.say("No activity uses it") : scene.say("Used by: \(names)"), x: foot.x,
      y: foot.y + 1, style: .quiet, width: foot.width)
  }
}

extension Reopening {
  /// A new board of the plan.
  static let newBoard = stack("add-board") { _, _ in [PlanBoards(), PlanBoards.newBoard] }
}
