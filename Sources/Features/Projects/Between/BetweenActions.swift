import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// What is noted between two sessions: a line says what it is, the card's sheet takes the rest.
extension Action {
  package static let between = Action("between", "What happened between the sessions") { scene in
    .focus(of: scene) {
      $0.place = .between
      $0.card = nil
    }
  }

  package static let noteMeeting = Action("note-meeting", "Note a meeting of the chosen project") {
    scene in
    guard let project = scene.chosenProject else { return .refused("There is no project yet") }
    return meeting(project, scene)
  }

  /// Everything else that is worth noting, in one list.
  package static let noteBetween = Action(
    "note-between", "Note who joined, a conclusion, an event, a pause"
  ) {
    scene in
    let chosen = scene.chosenProject
    var items: [Menu.Item] = []
    if let chosen {
      items.append(
        Menu.Item(label: scene.say("A meeting"), detail: chosen.text) { meeting(chosen, $0) })
    }
    items.append(
      Menu.Item(label: scene.say("Somebody who joins"), detail: chosen?.text ?? "") {
        ask(.joiner, of: chosen, $0)
      })
    if let chosen {
      items.append(
        Menu.Item(label: scene.say("The consultant's conclusion"), detail: chosen.text) {
          ask(.conclusion, of: chosen, $0)
        })
    }
    items.append(
      Menu.Item(label: scene.say("An event outside the workshops")) {
        ask(.event, of: nil, $0)
      })
    items += scene.workshop.openPauses(on: scene.now.day).map { pause in
      let what = scene.workshop.card(pause[Card.project])?.text ?? scene.say("the programme")
      return Menu.Item(label: scene.say("Work goes on: \(what)"), detail: pause.text) { scene in
        .event(
          .fieldSet(
            card: pause.id, field: Card.resumed, value: scene.now.date,
            over: pause.values[Card.resumed]?.entry), notice: "Resumed today; o opens the pauses")
      }
    }
    items.append(
      Menu.Item(label: scene.say("A pause of the programme")) { ask(.pause, of: nil, $0) })
    if let chosen {
      items.append(
        Menu.Item(label: scene.say("A pause of the project"), detail: chosen.text) {
          ask(.pause, of: chosen, $0)
        })
    }
    return .open(Menu(title: "What is to be noted?", items: items), scene)
  }

  private static func meeting(_ project: Card, _ scene: Scene) -> Outcome {
    ask(.meeting, of: project, scene)
  }

  private static func ask(_ note: BetweenNote, of project: Card?, _ scene: Scene) -> Outcome {
    Reopening.betweenNote.opened(of: ["note": note.rawValue, "project": project?.id], scene)
  }
}

/// What one line says between two sessions; the form of the card that it becomes asks for the rest.
private enum BetweenNote: String {
  case meeting, joiner, conclusion, event, pause

  /// The line; nil where it is about a project and there is none.
  func prompt(_ project: Card?, _ scene: Scene) -> Prompt? {
    let today = [Card.date: scene.now.date]
    switch self {
    case .joiner: return joiner(project)
    case .event:
      return line("A new event", help: "What it was called", on: .events) { _ in today }
    case .pause:
      return line(
        "A pause: \(project?.text ?? scene.say("the programme"))",
        help: "Why the work is paused", on: .pauses
      ) { _ in today.adding(Card.project, project?.id) }
    case .meeting:
      return project.map { project in
        line(
          "A meeting: \(project.text)", help: "What it was about, in one line", on: .meetings
        ) { _ in today.adding(Card.project, project.id) }
      }
    case .conclusion:
      return project.map { project in
        line("Conclusion: \(project.text)", help: "How far the team is", on: .conclusions) {
          scene in
          // The consultant signs, where the roster has just one.
          let consultants = scene.workshop.people.filter { $0[Card.role] == "consultant" }
          return today.adding(Card.project, project.id)
            .adding("signed", consultants.count == 1 ? consultants[0].id : nil)
        }
      }
    }
  }

  private func line(
    _ title: Phrase, help: Phrase, on board: Board,
    _ fields: @escaping @Sendable (Scene) -> [String: String]
  ) -> Prompt {
    Prompt(title: title, help: help) { text, scene in
      var outcome = Outcome.focus(of: scene) { $0.overlays.removeLast() }
      outcome.events = [.cardAdded(board: board.id, text: text, fields: fields(scene))]
      outcome.fillsAdded = true
      return outcome
    }
  }

  /// A builder or an expert who comes in now; their card takes role, project and the rest.
  private func joiner(_ project: Card?) -> Prompt {
    Prompt(
      title: "Somebody who joins", help: "Name, organisation"
    ) { text, scene in
      guard let newcomer = Newcomer(text) else {
        return .refused("A name has a letter at least")
      }
      guard case .cardAdded(let board, let name, var fields) = newcomer.event(on: scene.now.date)
      else { return .nothing }
      // `origin` says who was added at the door; between two sessions nobody is.
      fields?[Card.origin] = nil
      fields?[Card.project] = project?.id
      var outcome = Outcome.focus(of: scene) { $0.overlays.removeLast() }
      outcome.events = [.cardAdded(board: board, text: name, fields: fields)]
      outcome.fillsAdded = true
      return outcome
    }
  }
}

extension [String: String] {
  /// The same with one more field, where there is a value for it.
  fileprivate func adding(_ field: String, _ value: String?) -> [String: String] {
    var fields = self
    if let value { fields[field] = value }
    return fields
  }
}

extension Reopening {
  /// What happened between two sessions, in one line.
  static let betweenNote = Reopening("note-between") { details, scene in
    let project = scene.workshop.card(details["project"])
    guard project?.isGone != true, (details["project"] == nil) == (project == nil) else {
      return nil
    }
    return details["note"].flatMap(BetweenNote.init)?.prompt(project, scene)
  }
}
