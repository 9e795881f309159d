import Cards
import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// What was added, changed and decided since a moment: by project, by board, with who did it.
package struct ChangesPage {
  private let since: Int64
  private let rows: [Page.Row]

  /// - Parameters:
  ///   - since: milliseconds since 1970.
  ///   - project: this project's changes alone.
  package init(since: Int64, project: CardID? = nil, _ scene: Scene) {
    self.since = since
    let changes = Changes(since: since, in: scene.workshop)
    let parts = changes.parts.filter { project == nil || $0.subject == .project(project ?? "") }
    guard !parts.isEmpty else {
      rows = [Page.Row(text: scene.say("Nothing was changed since then."))]
      return
    }
    let people = changes.people.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    let head =
      project == nil
      ? [Page.Row(term: String(changes.count), text: people), Page.Row(text: " ")] : []
    let decided = project == nil ? Self.decided(changes, scene) : []
    rows = head + decided + parts.flatMap { Self.rows(of: $0, scene) }
  }

  func page(_ scene: Scene) -> Page {
    Page(title: "Since \(scene.written(since))", lines: rows)
  }

  /// For a terminal without a screen.
  package func text(_ scene: Scene) -> String {
    let lines = rows.map { row in
      row.isHeading ? row.text : "  \(row.term) \(row.text)".trimmedEnd
    }
    return ([scene.say("Since \(scene.written(since))"), ""] + lines).joined(separator: "\n")
  }

  /// Decisions come first: they are what others must know.
  private static func decided(_ changes: Changes, _ scene: Scene) -> [Page.Row] {
    let cards = changes.cards(ofSheet: "decision", in: scene.workshop)
    guard !cards.isEmpty else { return [] }
    return [Page.Row(text: "\(scene.say("Decided")) · \(cards.count)", isHeading: true)]
      + cards.map { card in
        let day = [card[Card.date], card["deciders"]].compactMap { $0 }.joined(separator: ", ")
        return Page.Row(term: "!", text: day.isEmpty ? card.text : "\(card.text) (\(day))")
      } + [Page.Row(text: " ")]
  }

  private static func rows(of part: Changes.Part, _ scene: Scene) -> [Page.Row] {
    [Page.Row(text: "\(scene.name(of: part.subject)) · \(part.count)", isHeading: true)]
      + part.items.map { item in
        Page.Row(term: mark(item), text: text(item, isInProject: part.isOfProject, scene))
      } + [Page.Row(text: " ")]
  }

  private static func mark(_ item: Changes.Item) -> String {
    switch item.kind {
    case .added, .restored: "+"
    case .changed: "~"
    case .voiced: "×"
    case .binned: "−"
    }
  }

  /// The card, where it lies in a project, what of it got a value, and by whom.
  private static func text(
    _ item: Changes.Item, isInProject: Bool, _ scene: Scene
  ) -> String {
    let board = scene.workshop.board(item.card.board)
    let labels =
      item.kind == .changed ? item.fields.compactMap { scene.label(of: $0, on: board) } : []
    let marks = [
      isInProject ? board.map { scene.say($0.title) } : nil,
      labels.isEmpty ? nil : labels.joined(separator: ", "),
      item.by.joined(separator: ", "),
    ].compactMap { $0 }
    return "\(Wall.label(item.card)) (\(marks.joined(separator: " · ")))"
  }
}

extension Scene {
  /// What a part of the changes is called.
  func name(of subject: Changes.Subject) -> String {
    switch subject {
    case .project(let id): workshop.card(id)?.text ?? id
    case .board(let id): workshop.board(id).map { say($0.title) } ?? id
    }
  }

  /// A field's label on a board; nil for what no sheet names.
  fileprivate func label(of field: String, on board: Board?) -> String? {
    switch field {
    case Card.zone: say("Column")
    default: sheet(of: board)?.fields.first { $0.id == field }.map { say($0.label) }
    }
  }
}
