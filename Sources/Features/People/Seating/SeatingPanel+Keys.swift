import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What the keys over the seating plan do.
extension SeatingPanel {
  package func bindings(_ scene: Scene) -> [Binding] {
    let settled: Phrase? = isProposal ? nil : "These tables count already: r draws others"
    let open: Phrase? = isProposal ? "Enter first: these tables are only proposed" : nil
    let nobody: Phrase? =
      guests(scene).contains { $0.theme != nil } ? nil : "Nobody has chosen a theme yet"
    return [
      Binding(.enter, do: Self.apply, hint: "apply", unless: settled),
      Binding(
        .character("r"), do: Self.redraw("draw-again", "Another draw", by: 1), hint: "redraw"),
      Binding(
        .character("R"), do: Self.redraw("draw-before", "The draw before", by: -1),
        unless: (number ?? 0) > 1 ? nil : "This is the first draw"),
      Binding(
        .character("+"), .character("="), do: Self.tables("table-more", "A table more", by: 1),
        hint: "table"),
      Binding(.character("-"), do: Self.tables("table-less", "A table less", by: -1)),
      Binding(.character("t"), do: Self.themes, hint: "themes", unless: nobody),
      Binding(.character("x"), do: Self.experts),
      Binding(.character("l"), do: Self.latecomers, hint: "latecomers"),
      Binding(.character("p"), do: Self.show, hint: "show", unless: open),
      Binding(.down, .character("j"), do: Self.step("next-person", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.step("previous-person", "Up", by: -1)),
      Binding(.right, do: Self.move("table-after", "To the next table", by: 1), hint: "move"),
      Binding(.left, do: Self.move("table-before", "To the table before", by: -1)),
    ] + (1...9).map { Self.digit($0) } + [
      Binding(
        .character("u"), do: .undo, hint: "undo",
        unless: isProposal ? "Nothing counts yet: Esc leaves it" : nil),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "all"),
    ]
  }

  /// Changes the open panel.
  private static func change(
    _ id: String, _ phrase: Phrase,
    _ change: @escaping @Sendable (inout SeatingPanel, Scene) -> Void
  ) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? SeatingPanel else { return .nothing }
      change(&panel, scene)
      return .replace(panel, scene)
    }
  }

  private static func redraw(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    change(id, phrase) { panel, scene in
      let before = panel.seating(scene)
      panel.draw(max(1, (panel.number ?? 0) + step), scene)
      // The tables as they are came from one of the draws: that one is no other.
      if step > 0, panel.seating(scene).tables == before.tables {
        panel.draw((panel.number ?? 1) + 1, scene)
      }
    }
  }

  private static func tables(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    change(id, phrase) { panel, scene in
      let count = max(1, min(panel.seating(scene).count + step, Plan.mostTables))
      panel.draw(panel.number ?? 1, count: count, scene)
    }
  }

  private static let themes = change("seat-themes", "Themes at tables of their own, or mixed") {
    panel, scene in
    panel.byTheme.toggle()
    panel.draw(panel.number ?? 1, scene)
  }

  private static let experts = change(
    "seat-experts", "Experts and consultants at the tables, or not"
  ) { panel, scene in
    panel.guides.toggle()
    panel.draw(panel.number ?? 1, scene)
  }

  private static func step(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    change(id, phrase) { panel, scene in
      let order = panel.order(scene)
      let index = order.firstIndex { $0 == panel.selected } ?? (step > 0 ? -1 : order.count)
      panel.selected = order.isEmpty ? nil : order[max(0, min(index + step, order.count - 1))]
    }
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let panel = scene.focus.overlay as? SeatingPanel, let person = panel.selected else {
        return .nothing
      }
      let seating = panel.seating(scene)
      let from = seating.tables[person] ?? (step > 0 ? 0 : seating.count + 1)
      return panel.seat(person, at: from + step, scene)
    }
  }

  private static func digit(_ table: Int) -> Binding {
    let action = Action("to-table-\(table)", "To table \(table)") { scene in
      guard let panel = scene.focus.overlay as? SeatingPanel, let person = panel.selected else {
        return .nothing
      }
      guard table <= panel.seating(scene).count else {
        return .refused("There is no table \(table): + adds one")
      }
      return panel.seat(person, at: table, scene)
    }
    return Binding(.character(Character(String(table))), do: action)
  }

  /// The stage shows the tables, until asked again or until the room goes on.
  private static let show = Action("show-tables", "Show the tables on the stage, or take them off")
  { scene in
    .toggling(SeatingView.name, notice: "The stage shows the tables", scene, early: true)
  }
}
