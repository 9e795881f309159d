import Cards
import Languages
package import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension Action {
  /// From anywhere, over whatever is open, and back again.
  package static let park = Action("park", "Park a question for later", onStage: true) { scene in
    // A line that a frozen list did not take is what one wants to park.
    let late = scene.lateLine
    let prompt = Reopening.parking.prompt(
      with: ["late": late.isEmpty ? nil : late], scene)
    return prompt.map { .open($0, scene) } ?? .nothing
  }

  /// At the close, or whenever there is a moment.
  package static let walkParking = Action("walk-parking", "Review the parking lot") { scene in
    let open = scene.parkedOpen.all
    guard let first = open.first else {
      return .refused(
        scene.parked.isEmpty
          ? "Nothing is parked: Alt-p parks a question" : "Everything parked has been dealt with")
    }
    return .open(ParkingWalk(first, scene), scene)
  }
}

extension Reopening {
  /// The line on which a question for later is typed. It begins with the note-taker's own line where a frozen
  /// list did not take that, which is then done with.
  static let parking = Reopening("park") { details, _ in
    let late = details["late"]
    return Prompt(
      title: "Parked for later", help: "What we come back to; @name is who takes it",
      line: Line(late ?? ""), marks: true, isParking: true
    ) { text, scene in
      guard let board = scene.workshop.board(Workshop.parking) else { return .nothing }
      var outcome = late == nil ? Outcome() : Outcome.focus(of: scene) { $0.freeLine() }
      outcome.events = Action.chunks(of: text).map {
        CardLine($0, on: board, scene).event(on: board)
      }
      outcome.notice = "Parked: \(text)"
      return outcome
    }
  }
}

extension Scene {
  /// The line on which a question for later is typed, with what is typed of it already.
  package func parking(typed text: String) -> Prompt? {
    var prompt = Reopening.parking.prompt(self)
    prompt?.line = Line(text)
    return prompt
  }
}

extension Scene {
  /// The line that a frozen list has just refused, while the sentence that offers to park it stands
  /// there; empty when there is none.
  fileprivate var lateLine: String {
    guard role == .notes, focus.editing == nil, let board = lineBoard,
      let reason = refusal(ofCardsOn: board), let notice = focus.notice, notice.phrase == reason,
      notice.until > now.milliseconds
    else { return "" }
    return focus.line.text
  }
}
