import Assets
import Cards
import Languages
import Reporting
package import Shell
import Terminal
package import WorkshopCore

extension ActivityKind {
  /// A model canvas for each project or idea, filled block by block.
  package static let canvas = ActivityKind(
    id: "canvas", name: "Canvas", traits: .canvas, fillsCanvas: true,
    rehearsal: RehearsalTraits(needsBoard: true, isTableWork: true, lines: .proposals),
    planning: PlanningTraits(
      "Tables work an idea out, block by block", minutes: 30, phase: .focus,
      board: .init(of: "idea", called: "Ideas"), gathering: .tables, energy: 2),
    stage: { scene, activity, frame, rect in
      guard let live = scene.board(of: activity), live.canvas != nil else {
        plenary.stage(scene, activity, &frame, rect)
        return
      }
      let title = scene.workshop.card(live.about)?.text ?? scene.say(live.title)
      let map = StageHead.work(title, at: activity, scene, into: &frame, in: rect)
      BoardView.draw(scene, live, into: &frame, in: map, onStage: true)
    },
    desk: { scene, activity in
      let canvases = scene.workshop.boards.filter {
        $0.canvas == activity.canvas && $0.canvas != nil
      }
      guard !canvases.isEmpty else {
        return [.init("Canvas", scene.say("none yet: c makes one"), style: .accent)]
      }
      return canvases.map { board in
        let change = scene.change(of: board).map { "  " + VersionPage.counts($0) } ?? ""
        let name = board.about == nil ? scene.say(board.title) : scene.name(of: board)
        return .init(
          "Canvas", "\(scene.completeness(of: board))  \(name)\(change)",
          style: canvases.count > 1 && board.id == scene.board(of: activity)?.id ? .accent : .plain)
      } + [RoomPlace.row(scene, activity)].compactMap { $0 }
    },
    bindings: { scene, _ in
      [
        Binding(.character("c"), do: .newCanvas, hint: "new canvas"),
        Binding(.character("J"), do: RoomPlace.next),
      ] + CanvasKeys.atAgenda(scene)
    },
    notesBindings: { _, _ in [Binding(.function(5), do: .newCanvas, hint: "new canvas")] },
    guide: { _, _ in "Each line becomes a card; Enter alone goes on to the next empty block" },
    report: { scene, activity in
      guard let canvas = activity.canvas,
        scene.writer(ofCanvas: canvas)?.activity.id == activity.id
      else { return [] }
      return scene.workshop.boards.filter { $0.canvas == canvas }.flatMap {
        [.heading(level: 3, scene.say($0.title))] + ReportParts.canvas(scene, $0)
          + CanvasReport.changes(scene, $0) + CanvasReport.feedback(scene, $0)
      }
    })
}

extension Action {
  /// A canvas is about a project, an idea or whatever has a name. Whoever makes it goes to it, and the room where that is the
  /// facilitator; nobody else does.
  static let newCanvas = Action("new-canvas", "Make a canvas for a project or an idea") { scene in
    guard let activity = scene.current, let canvas = activity.canvas,
      scene.content.canvases[canvas] != nil
    else { return .refused("This activity has no canvas") }
    let candidates = scene.candidates
    let named = { @Sendable (scene: Scene) in
      Reopening.namedCanvas.opened(of: [:], with: ["canvas": canvas], scene)
    }
    // Nothing to choose from: straight to the name.
    guard !candidates.isEmpty else { return named(scene) }
    let items = candidates.map { card in
      let made = scene.workshop.boards.last { $0.canvas == canvas && $0.about == card.id }
      return Menu.Item(
        label: card.text,
        detail: made.map { scene.name(of: $0) }
          ?? scene.say(scene.workshop.board(card.board)?.title)
      ) { scene in
        // A second one of the same name would part what belongs together.
        if let made, scene.role == .notes {
          return .focus(of: scene) { $0.goTo(made, scene) }
        }
        var outcome = Outcome.event(
          .boardAdded(title: card.text, canvas: canvas, sheet: nil, about: card.id))
        outcome.toAdded = RoomPlace.following(scene, canvas)
        return outcome
      }
    }
    let other = Menu.Item(
      label: scene.say("Something else, by its name"), isQuiet: true, choose: named)
    return .open(Menu(title: "A canvas about", items: items + [other]), scene)
  }
}

extension Reopening {
  /// The name of a canvas about something that is no card.
  static let namedCanvas = Reopening("named-canvas") { details, scene in
    guard let canvas = details["canvas"], scene.content.canvases[canvas] != nil else { return nil }
    return Prompt(title: "A canvas about", help: "Its name") { text, scene in
      // About nothing that is a card, and yet somebody's.
      var outcome = Outcome.event(.boardAdded(title: text, canvas: canvas, sheet: nil, about: ""))
      outcome.toAdded = RoomPlace.following(scene, canvas)
      return outcome
    }
  }
}

extension Scene {
  /// What could be worked out: projects first, then what votes chose, then all ideas; what became a
  /// project stands there as that.
  package var candidates: [Card] {
    let projects = workshop.boards.filter { $0.sheet == "project" }.flatMap {
      workshop.cards(on: $0.id)
    }
    let chosen = workshop.polls.filter { !$0.method.isScale }
      .flatMap { workshop.outcome(of: $0.id)?.chosen ?? [] }.compactMap { workshop.card($0) }
    let ideas = workshop.boards.filter { $0.sheet == "idea" }.flatMap { workshop.cards(on: $0.id) }
    let out = workshop.outOfTheRunning()
    var seen = Set(projects.compactMap { $0[Workshop.originField] })
    return (projects + chosen + ideas).filter {
      !$0.isGone && seen.insert($0.id).inserted && !out.contains($0.id)
    }
  }
}
