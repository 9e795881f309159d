package import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

/// The key that says which canvas, and which block of it, the next feedback is about.
package enum FeedbackKeys {
  package static func atBoard(_ scene: Scene, _ board: Board) -> [Binding] {
    board.sheet == "feedback" ? keys(unless: noCanvas(scene, board)) : []
  }

  package static func atNotes(_ scene: Scene) -> [Binding] {
    guard let board = scene.board, board.sheet == "feedback" else { return [] }
    return keys(unless: noCanvas(scene, board))
  }

  /// The same for everybody: letters are text to a note-taker, and mean other things at the agenda.
  package static func keys(unless noCanvas: Phrase?) -> [Binding] {
    [
      Binding(.function(2), do: about, hint: "about"),
      Binding(.function(3), do: block, unless: noCanvas),
    ]
  }

  private static func noCanvas(_ scene: Scene, _ board: Board) -> Phrase? {
    scene.subject(on: board).flatMap { scene.canvasBoard(about: $0.card.id) } == nil
      ? "Say first which canvas it is about" : nil
  }

  private static let about = Action("feedback-about", "Which canvas the feedback is about") {
    scene in
    // A service may be spoken of before it has a canvas.
    let out = scene.workshop.outOfTheRunning(of: scene.workshop.current)
    let others = scene.workshop.projects.filter { project in
      !scene.subjects.contains { $0.id == project.id }
        && !out.contains(project.id)
    }
    let items = (scene.subjects + others).map { card in
      Menu.Item(label: card.text, detail: card.table.map { scene.say("Table \($0)") } ?? "") {
        choose(card.id, block: nil, $0)
      }
    }
    return .open(

      Menu(title: "What is the feedback about?", items: items, empty: "No canvas, no project yet"),
      scene)
  }

  private static let block = Action("feedback-block", "Which block the feedback is about") {
    scene in
    guard let board = scene.board, let subject = scene.subject(on: board),
      let canvas = scene.canvasBoard(about: subject.card.id)
    else { return .refused("Say first which canvas it is about") }
    let whole = Menu.Item(label: scene.say("The whole canvas")) {
      choose(subject.card.id, block: nil, $0)
    }
    let blocks = scene.zones(of: canvas).map { zone in
      Menu.Item(label: scene.say(zone.title)) { choose(subject.card.id, block: zone.id, $0) }
    }
    return .open(
      Menu(title: "Which block is it about?", items: [whole] + blocks), scene)
  }

  private static func choose(_ card: CardID, block: String?, _ scene: Scene) -> Outcome {
    .focus(of: scene) {
      let round = scene.current.map { scene.workshop.round(of: $0) } ?? 0
      $0.about = Focus.About(card: card, block: block, round: round)
      $0.begun?.about = $0.about
    }
  }
}
