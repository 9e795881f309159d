import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The keys of a ballot terminal: those of the ballot on screen, and how to leave.
package enum BallotKeys {
  package static func bindings(_ scene: Scene) -> [Binding] {
    let own: [Binding]
    if scene.needsCode {
      own = [Binding(.enter, do: giveCode, hint: "give the code")]
    } else if let (sheet, _) = scene.sheet {
      own = sheet.bindings(scene)
    } else {
      own = [Binding(.enter, do: change, hint: "change my ballot", unless: unchangeable(scene))]
    }
    return own + [
      Binding(.function(1), do: .help, hint: "all"),
      Binding(.alt("t"), do: .nextTheme),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.control("q"), .control("c"), do: .quit),
    ]
  }

  /// A code that is typed; digits are marks elsewhere.
  package static func typing(_ key: Key, _ scene: Scene) -> Outcome {
    if let (sheet, _) = scene.sheet { return sheet.typing(key, scene) }
    guard scene.needsCode, var line = scene.focus.booth?.line, line.take(key) else {
      return .nothing
    }
    return .focus(of: scene) { $0.booth?.line = line }
  }

  package static let giveCode = Action("give-code", "Give the code of the slip") { scene in
    let typed = scene.focus.booth?.line.text.trimmed ?? ""
    guard !typed.isEmpty else { return .refused("Type the code that stands on your slip") }
    guard let token = Token(typed) else {
      return .refused("A code has ten letters and digits, such as \(Token.example)")
    }
    guard scene.workshop.knows(token) else {
      return .refused("No slip of this workshop has that code")
    }
    var outcome = Outcome.focus(of: scene) {
      $0.booth?.token = token
      $0.booth?.line = Line()
    }
    // Nothing of the code stays on the screen.
    outcome.effect = .repaint
    return outcome
  }

  private static func unchangeable(_ scene: Scene) -> Phrase? {
    guard let poll = scene.followedPoll else { return "No vote is open yet" }
    return poll.isOpen ? nil : "The vote is closed"
  }

  /// Takes the ballot that was given out again, until it is given anew the first one counts.
  private static let change = Action("change-given", "Change the ballot, until the vote closes") {
    scene in
    guard let poll = scene.followedPoll, let voter = scene.focus.booth?.voter(in: poll.id)
    else { return .nothing }
    var sheet = BallotSheet(poll, voter: voter, way: .terminal)
    if let own = poll.ownBallot(of: voter) {
      sheet.marks = own.marks
      sheet.reasons = own.reasons
    }
    return .sheet(sheet, scene)
  }
}
