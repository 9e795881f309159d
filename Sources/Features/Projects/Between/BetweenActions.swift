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
        joiner(chosen, $0)
      })
    if let chosen {
      items.append(
        Menu.Item(label: scene.say("The consultant's conclusion"), detail: chosen.text) {
          conclusion(chosen, $0)
        })
    }
    items.append(
      Menu.Item(label: scene.say("An event outside the workshops")) { scene in
        ask(
          "A new event", help: "What it was called", on: .events, [Card.date: scene.now.date], scene
        )
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
      Menu.Item(label: scene.say("A pause of the programme")) { pause(nil, $0) })
    if let chosen {
      items.append(
        Menu.Item(label: scene.say("A pause of the project"), detail: chosen.text) {
          pause(chosen, $0)
        })
    }
    return .open(Menu(title: "What is to be noted?", items: items), scene)
  }

  private static func meeting(_ project: Card, _ scene: Scene) -> Outcome {
    ask(
      "A meeting: \(project.text)", help: "What it was about, in one line", on: .meetings,
      [Card.project: project.id, Card.date: scene.now.date], scene)
  }

  /// The consultant signs, where the roster has just one.
  private static func conclusion(_ project: Card, _ scene: Scene) -> Outcome {
    var fields = [Card.project: project.id, Card.date: scene.now.date]
    let consultants = scene.workshop.people.filter { $0[Card.role] == "consultant" }
    if consultants.count == 1 { fields["signed"] = consultants[0].id }
    return ask(
      "Conclusion: \(project.text)", help: "Where the group stands", on: .conclusions, fields,
      scene)
  }

  private static func pause(_ project: Card?, _ scene: Scene) -> Outcome {
    var fields = [Card.date: scene.now.date]
    fields[Card.project] = project?.id
    return ask(
      "A pause: \(project?.text ?? scene.say("the programme"))", help: "Why the work stands still",
      on: .pauses, fields, scene)
  }

  /// A line to type, then the form for the rest.
  private static func ask(
    _ title: Phrase, help: Phrase, on board: Board, _ fields: [String: String],
    _ scene: Scene
  ) -> Outcome {
    let prompt = Prompt(title: title, help: help) { text, scene in
      var outcome = Outcome.focus(of: scene) { $0.overlays.removeLast() }
      outcome.events = [.cardAdded(board: board.id, text: text, fields: fields)]
      outcome.fillsAdded = true
      return outcome
    }
    return .open(prompt, scene)
  }

  /// A builder or an expert who comes in now; their card takes role, project and the rest.
  private static func joiner(_ project: Card?, _ scene: Scene) -> Outcome {
    let prompt = Prompt(
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
    return .open(prompt, scene)
  }
}
