import Cards
package import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// The keys of a canvas: on to the next empty block, versions kept and compared.
package enum CanvasKeys {
  package static func atBoard(_ scene: Scene, _ board: Board) -> [Binding] {
    scene.canvas(of: board) == nil ? [] : onBoard(unless: nothingKept(scene, board))
  }

  package static func onBoard(unless unkept: Phrase?) -> [Binding] {
    [
      Binding(.character("."), do: nextEmpty, hint: "next empty"),
      Binding(.character(","), do: previousEmpty),
      Binding(.character("K"), do: keepOne, hint: "keep version"),
      Binding(.character("d"), do: compare, hint: "compare", unless: unkept),
    ]
  }

  /// At the agenda: what is done with every canvas at once, and the comparison of the newest.
  static func atAgenda(_ scene: Scene) -> [Binding] {
    let none: Phrase? = scene.liveCanvases.isEmpty ? "No canvas yet: c makes one" : nil
    let unkept = scene.board.map { nothingKept(scene, $0) } ?? "No canvas yet: c makes one"
    return [
      Binding(.character("K"), do: keepAll, hint: "keep version", unless: none),
      Binding(.character("d"), do: compare, unless: unkept),
    ]
  }

  private static func nothingKept(_ scene: Scene, _ board: Board) -> Phrase? {
    scene.workshop.kept[board.id] == nil ? "No version was kept yet: K keeps one" : nil
  }

  private static let nextEmpty = Action("next-empty", "Go to the next empty block") {
    goToEmpty($0, by: 1)
  }
  private static let previousEmpty = Action("previous-empty", "Go to the empty block before") {
    goToEmpty($0, by: -1)
  }

  /// The next block in the order of filling that has no note; nothing off a canvas.
  static func goToEmpty(_ scene: Scene, by step: Int) -> Outcome {
    guard let board = scene.board, scene.canvas(of: board) != nil else { return .nothing }
    let filled = Set(scene.workshop.cards(on: board.id).compactMap(\.zone))
    let blocks = scene.zones(of: board).map(\.id)
    let open = scene.role == .notes ? scene.zone(forCardsOn: board) : scene.focus.zone
    let zone = scene.workshop.card(scene.focus.card)?.zone ?? open
    let at = blocks.firstIndex { $0 == zone } ?? (step > 0 ? -1 : blocks.count)
    let steps = Array(1...max(1, blocks.count))
    let places = steps.map { (at + step * $0 + 2 * blocks.count) % max(1, blocks.count) }
    let next = places.map { blocks[$0] }.first { !filled.contains($0) && $0 != zone }
    guard let next else { return .notice("Every other block has a card") }
    return .focus(of: scene) {
      $0.zone = next
      $0.card = nil
    }
  }

  private static let keepOne = Action("keep-version", "Keep this version of the canvas") { scene in
    guard let board = scene.board, scene.canvas(of: board) != nil else {
      return .refused("This is not a canvas")
    }
    return keep([board], scene)
  }

  private static let keepAll = Action("keep-versions", "Keep a version of every canvas") { scene in
    keep(scene.liveCanvases, scene)
  }

  private static func keep(_ boards: [Board], _ scene: Scene) -> Outcome {
    guard !boards.isEmpty else { return .refused("No canvas yet: c makes one") }
    var outcome = Outcome.notice("Version kept; from now on + ~ − show what changes")
    outcome.events = boards.map { board in
      .boardKept(
        board: board.id, title: scene.say("v\((scene.workshop.kept[board.id]?.count ?? 0) + 1)"))
    }
    return outcome
  }

  /// Block by block: the last version against what stands there now; of several, which one is asked.
  private static let compare = Action("compare-versions", "Compare with a kept version") { scene in
    guard let board = scene.board, let versions = scene.workshop.kept[board.id], !versions.isEmpty
    else { return .refused("No version was kept yet: K keeps one") }
    guard versions.count > 1 else {
      return .open(VersionPage.page(scene, board, from: versions[0], to: nil), scene)
    }
    let last = versions.indices.last ?? 0
    var pairs: [(from: Int, to: Int?)] = versions.indices.reversed().map { ($0, nil) }
    pairs += (0..<last).reversed().map { ($0, $0 + 1) }
    let items = pairs.map { pair in
      let from = versions[pair.from]
      let to = pair.to.map { versions[$0] }
      return Menu.Item(
        label: "\(from.title) → \(to?.title ?? scene.say("now"))",
        detail: VersionPage.counts(VersionChange(from: from.notes, to: scene.notes(board, to)))
      ) { scene in
        .open(VersionPage.page(scene, board, from: from, to: to), scene)
      }
    }
    return .open(Menu(title: "Which versions?", items: items), scene)
  }
}

extension Scene {
  /// Every canvas that was made for a project or an idea.
  var liveCanvases: [Board] { workshop.boards.filter { $0.about != nil && canvas(of: $0) != nil } }

  /// What a version holds; nil: what the board holds now.
  func notes(_ board: Board, _ version: Kept?) -> [Kept.Note] {
    version?.notes ?? workshop.notes(on: board.id)
  }

  /// What became of a canvas since its last version; nil when none was kept.
  func change(of board: Board) -> VersionChange? {
    workshop.kept[board.id]?.last.map {
      VersionChange(from: $0.notes, to: workshop.notes(on: board.id))
    }
  }
}

/// The page that holds two versions of a canvas against each other.
enum VersionPage {
  static func page(_ scene: Scene, _ board: Board, from: Kept, to: Kept?) -> Page {
    let change = VersionChange(from: from.notes, to: scene.notes(board, to))
    let title = scene.title(of: board)
    let versions = "\(from.title) → \(to?.title ?? scene.say("now"))"
    return Page(
      title: "\(title) · \(versions) · \(counts(change))",
      lines: change.isEmpty
        ? [Page.Row(text: scene.say("Nothing has changed"))] : rows(scene, board, change))
  }

  /// `+3 ~1 −2`
  static func counts(_ change: VersionChange) -> String {
    let counts = change.counts
    return "+\(counts.added) ~\(counts.changed) −\(counts.removed)"
  }

  /// The blocks in which something changed, each with all that stands in it.
  private static func rows(_ scene: Scene, _ board: Board, _ change: VersionChange) -> [Page.Row] {
    var blocks = scene.zones(of: board).map { (id: Optional($0.id), title: scene.say($0.title)) }
    let known = Set(blocks.map(\.id))
    blocks.append((id: nil, title: scene.say("Not yet sorted")))
    return blocks.flatMap { block -> [Page.Row] in
      let lines = change.lines.filter {
        $0.zone == block.id || (block.id == nil && !known.contains($0.zone))
      }
      guard lines.contains(where: { $0.mark != .same }) else { return [] }
      return [Page.Row(text: block.title, isHeading: true)]
        + lines.flatMap { line -> [Page.Row] in
          let row = Page.Row(term: line.mark.sign, text: line.text)
          guard case .changed(let from) = line.mark else { return [row] }
          return [row, Page.Row(term: " ", text: scene.say("before: \(from)"))]
        } + [Page.Row(text: " ")]
    }
  }
}

extension VersionChange.Mark {
  /// One character before a note.
  var sign: String {
    switch self {
    case .same: "·"
    case .added: "+"
    case .changed: "~"
    case .removed: "−"
    }
  }
}
