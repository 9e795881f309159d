import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore

/// The line over a wall that narrows it while it is typed; the wall stays in sight.
struct FilterLine: Overlay {
  var line: Line

  var filter: String? { line.text }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.keep, hint: "keep"),
      Binding(.down, do: WallSteps.step("card-down", "Down", dx: 0, dy: 1)),
      Binding(.up, do: WallSteps.step("card-up", "Up", dx: 0, dy: -1)),
      Binding(.tab, do: .mark, hint: "select"),
      Binding(.escape, do: Self.leave, hint: "show all"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> FilterLine? {
    var filter = self
    return filter.line.take(key) ? filter : nil
  }

  private static let keep = Action("keep-filter", "Go on with the cards found") { scene in
    guard let filter = scene.focus.overlay as? FilterLine else { return .nothing }
    var outcome = Outcome.close(scene)
    outcome.focus?.filter = filter.line.text.trimmed
    // What one looked for is the chosen one.
    if let board = scene.board, case let found = scene.filtered(scene.listed(on: board)),
      found.count == 1
    {
      outcome.focus?.card = found[0].id
      outcome.focus?.zone = scene.groups(of: board).first { !$0.cards.isEmpty }?.id
    }
    return outcome
  }

  private static let leave = Action("leave-filter", "Show all cards again") { scene in
    var outcome = Outcome.close(scene)
    outcome.focus?.filter = ""
    return outcome
  }

  /// On the row of the board's title.
  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let row = rect.top(3).strip.bottom(1).strip.inset(horizontal: 1)
    frame.fill(row)
    let count = scene.board.map { scene.filtered(scene.listed(on: $0)).count } ?? 0
    let found = scene.say(count == 1 ? "1 card" : "\(count) cards")
    frame.put(found, x: row.maxX - Text.width(found), y: row.y, style: .quiet)
    Panel.line(
      line, into: &frame, x: row.x, y: row.y, width: row.width - Text.width(found) - 2, mark: "/ ",
      placeholder: scene.say("Part of a card's text"))
  }
}

extension Action {
  package static let filter = Action("filter", "Show only cards that hold a text") { scene in
    var outcome = Outcome.open(FilterLine(line: Line()), scene)
    outcome.focus?.filter = ""
    return outcome
  }
}
