package import Languages
package import Shell
import Terminal
package import WorkshopCore
import WorkshopQueries

extension Action {
  /// What the last revealed vote put above the line becomes a project, once, and potential by that vote.
  package static let takeChosen = Action("take-chosen", "Make projects of what the vote chose") {
    scene in
    let signUp = scene.current.flatMap(scene.board(of:))
    let board =
      signUp?.sheet == Workshop.projectSheet
      ? signUp : scene.workshop.board(ofSheet: Workshop.projectSheet)
    guard let board else { return .refused("This workshop has no board for projects") }
    guard let last = scene.workshop.lastOutcome else {
      return .refused("No vote was revealed yet")
    }
    let options = last.outcome.chosen
    let known = Set(
      scene.workshop.cards(on: board.id).flatMap { [$0.id, $0[Workshop.originField] ?? ""] })
    let chosen = options.filter { !known.contains($0) }
    // Proposals that were projects before the vote are potential now.
    let proposals = options.filter { option in
      scene.workshop.card(option)?.board == board.id && scene.workshop.status(of: option) == nil
    }
    guard !chosen.isEmpty || !proposals.isEmpty else {
      return .refused(
        last.outcome.isSettled
          ? "Everything the vote chose is here already" : "The vote is tied: settle the tie first")
    }
    let room = scene.say(Scene.byVote)
    let potential: @Sendable (CardID, String) -> Event? = { id, name in
      scene.decided(.potential, on: id, called: name, by: room, vote: "followed")
    }
    let events = chosen.map { option -> Event in
      var fields = [Workshop.originField: option, "vote": last.poll.id]
      fields[Card.theme] = scene.workshop.card(option)?.theme
      return .cardAdded(
        board: board.id, text: scene.workshop.label(ofOption: option), fields: fields)
    }
    var outcome = Outcome(
      events: events, notice: "\(chosen.count + proposals.count) projects are potential now")
    let decisions = proposals.compactMap { id in
      scene.workshop.card(id).flatMap { potential(id, $0.text) }
    }
    outcome.events = decisions + events
    outcome.toAdded = { id, event in
      guard case .cardAdded(board.id, let name, _) = event else { return [] }
      return [potential(id, name)].compactMap { $0 }
    }
    let names = (chosen + proposals).map(scene.workshop.label(ofOption:)).joined(separator: ", ")
    let question: Phrase =
      last.outcome.isSettled
      ? "Press again to make projects: \(names)"
      : "The rest is tied. Press again to make projects all the same: \(names)"
    return twice("take-chosen", question, scene) { outcome }
  }
}

extension Scene {
  /// Who decided what the vote decides.
  package static let byVote: Phrase = "The participants, by vote"

  /// The event of a decision: dated today, with the vote it follows or departs from.
  ///
  /// - Parameter reasons: codes with spaces between.
  package func decided(
    _ status: ProjectStatus, on project: CardID, called name: String, by deciders: String,
    vote: String? = nil, reasons: String = ""
  ) -> Event? {
    guard let board = workshop.board(ofSheet: Decision.sheet) else { return nil }
    var fields = [
      Card.project: project, Decision.status: status.rawValue, Card.date: today.iso,
    ]
    fields[Decision.deciders] = deciders.isEmpty ? nil : deciders
    fields[Decision.motive] = reasons.isEmpty ? nil : reasons
    fields[Card.theme] = workshop.card(project)?.theme
    fields[Decision.vote] = vote ?? workshop.accord(of: status, with: project)
    if status == .go {
      let last = workshop.standing(of: project)
      fields[Decision.wave] = String(last?.status == .go ? (last?.wave ?? 1) + 1 : 1)
    }
    return .cardAdded(
      board: board.id, text: language.labelled(name, say(status.phrase)), fields: fields)
  }
}
