import Assets
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

/// The keys of user journeys: make one, say whose it is, step the room through its stages, choose a row.
enum JourneyKeys {
  /// The facilitator's, while a journey is what the room does.
  static let atDesk = [
    Binding(.character("."), do: .nextStage, hint: "stages"),
    Binding(.character(","), do: .previousStage),
    Binding(.character("c"), do: .newJourney, hint: "journey"),
    Binding(.character("f"), do: .journeyHead, hint: "goal"),
    Binding(.character("J"), do: RoomPlace.next),
  ]

  /// The facilitator's at a journey's board; the board's own keys do the rest.
  static let onBoard = [
    Binding(.character("."), do: .nextStage), Binding(.character(","), do: .previousStage),
    Binding(.character("f"), do: .journeyHead, hint: "goal"),
  ]

  static let atNotes = [
    Binding(.function(3), do: .nextRow, hint: "row"),
    Binding(.function(2), do: .previousRow),
    Binding(.control("f"), do: .journeyHead, hint: "goal"),
    Binding(.function(5), do: .newJourney, hint: "journey"),
  ]
}

extension Action {
  /// A journey is a persona's. Whoever makes it goes to it, and the room where that is the facilitator;
  /// nobody else does.
  static let newJourney = Action("new-journey", "Make a journey for a persona") { scene in
    guard let activity = scene.current, let canvas = scene.canvas(of: activity),
      scene.content.journeys[canvas] != nil
    else { return .refused("This activity has no journey") }
    let personas = scene.workshop.boards.filter { $0.sheet == "persona" }
      .flatMap { scene.workshop.cards(on: $0.id) }
    let made = Set(
      scene.workshop.boards.filter { $0.canvas == canvas }.compactMap(\.about))
    let waiting = personas.filter { !made.contains($0.id) }
    var items = (waiting + personas.filter { made.contains($0.id) }).map { persona in
      let event = persona.journey(canvas, scene)
      let state = [
        persona.table.map { scene.say("Table \($0)") },
        made.contains(persona.id) ? scene.say("has one: this is tomorrow's") : nil,
      ]
      return Menu.Item(
        label: persona.text.isEmpty ? "…" : persona.text,
        detail: state.compactMap { $0 }.joined(separator: " · ")
      ) { scene in
        var outcome = Outcome.event(event)
        outcome.toAdded = RoomPlace.following(scene, canvas)
        return outcome
      }
    }
    if waiting.count > 1 {
      let events = waiting.map { $0.journey(canvas, scene) }
      let all = Menu.Item(
        label: scene.say("One for each persona"), detail: scene.say("\(waiting.count) journeys")
      ) { _ in Outcome(events: events) }
      items.insert(all, at: 0)
    }
    let menu = Menu(title: "Whose journey?", items: items, empty: "No persona yet")
    return .open(menu, scene)
  }

  /// Whose journey it is, its goal, what sets it off.
  static let journeyHead = Action("journey-head", "Whose journey, its goal, where it begins") {
    scene in
    // At the agenda it is the one that the room looks at.
    let isAtAgenda = scene.role == .facilitator && scene.focus.place == .agenda
    let shown = isAtAgenda ? scene.workshop.board(scene.workshop.shown) : nil
    guard
      let board = [shown, scene.board].compactMap({ $0 }).first(where: {
        scene.journey(of: $0) != nil
      }), let form = Form(JourneyHead(board.id), scene)
    else { return .refused("This board is not a user journey") }
    return .open(form, scene)
  }

  /// Beyond either end the stage shows the whole way again, with the newest line.
  static let nextStage = stage(
    "next-stage", "Show the journey's next stage on the projector", by: 1)
  static let previousStage = stage(
    "previous-stage", "Show the journey's stage before", by: -1)

  private static func stage(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase, onStage: true) { scene in
      guard let activity = scene.current,
        let board = scene.workshop.board(scene.workshop.shown) ?? scene.board(of: activity),
        let journey = scene.journey(of: board)
      else { return .refused("No user journey is on the projector") }
      let last = journey.stages.count - 1
      let next = scene.steppedStage.map { min($0, last) + step } ?? (step > 0 ? 0 : last)
      guard (0...last).contains(next) else {
        return .event(
          .viewShown(activity: activity.id, view: "", step: 0),
          notice: "The whole journey is shown again")
      }
      return .event(.viewShown(activity: activity.id, view: Scene.journeySheet, step: next))
    }
  }

  static let nextRow = row("next-row", "The journey's next row", by: 1)
  static let previousRow = row("previous-row", "The journey's row before", by: -1)

  private static func row(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard scene.journey(of: scene.board) != nil else {
        return .refused("This board is not a user journey")
      }
      let rows = JourneyMap.Row.allCases
      let index = (rows.firstIndex(of: scene.row) ?? 0) + step
      return .focus(of: scene) { $0.row = rows[(index + rows.count) % rows.count] }
    }
  }
}

extension Card {
  /// The event that makes a persona's journey; a persona that has no name yet is its table's.
  fileprivate func journey(_ canvas: String, _ scene: Scene) -> Event {
    .boardAdded(
      title: text.isEmpty ? scene.say("Table \(table ?? "")") : text, canvas: canvas,
      sheet: Scene.journeySheet, about: id)
  }
}
