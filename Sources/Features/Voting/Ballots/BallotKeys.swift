import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The keys of a ballot terminal: those of the ballot on screen, of whoever comes next, and how to leave.
package enum BallotKeys {
  package static func bindings(_ scene: Scene) -> [Binding] {
    let own: [Binding]
    if scene.needsCode {
      own = [Binding(.enter, do: giveCode, hint: "type the code")]
    } else if scene.focus.booth?.asksProof == true {
      own = [
        Binding(.enter, do: prove, hint: "show, or start again"),
        Binding(.escape, do: dropProof, hint: "leave it as it is"),
      ]
    } else if let (sheet, _) = scene.sheet {
      own = sheet.bindings(scene)
    } else {
      own =
        [Binding(.enter, do: change, hint: "change my ballot", unless: unchangeable(scene))]
        + (proxies(scene) > 0
          ? [Binding(.character("a"), do: forAbsent, hint: "for somebody absent")] : [])
    }
    let nobody: Phrase? = scene.needsCode ? "The next person types a code" : nil
    return own + [
      Binding(
        .control("n"), do: endTurn, hint: hasGiven(scene) ? "next voter" : nil, unless: nobody),
      Binding(.function(1), do: .help, hint: "help"),
      Binding(.alt("t"), do: .nextTheme),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.control("q"), .control("c"), do: .quit),
    ]
  }

  /// A code that is typed; digits are marks elsewhere.
  package static func typing(_ key: Key, _ scene: Scene) -> Outcome {
    let takesCode = scene.needsCode || scene.focus.booth?.asksProof == true
    if !takesCode, let (sheet, _) = scene.sheet { return sheet.typing(key, scene) }
    guard takesCode, var line = scene.focus.booth?.line, line.take(key) else { return .nothing }
    return .focus(of: scene) { $0.booth?.line = line }
  }

  package static let giveCode = Action("give-code", "Type the code of the slip") { scene in
    let typed = scene.focus.booth?.line.text.trimmed ?? ""
    guard !typed.isEmpty else { return .refused("Type the code on your slip") }
    guard let token = Token(typed) else {
      return .refused("A code has ten letters and digits, such as \(Token.example)")
    }
    let slip = token.slip(in: scene.workshop)
    guard slip != nil || scene.workshop.knows(token) else {
      return .refused("No slip of this workshop has that code")
    }
    return unseen(scene) {
      $0.booth?.token = token
      $0.booth?.slip = slip
      $0.booth?.line = Line()
    }
  }

  /// How many ballots for absent people the open vote allows.
  private static func proxies(_ scene: Scene) -> Int {
    scene.followedPoll.map { $0.isOpen ? $0.settings.proxies ?? 0 : 0 } ?? 0
  }

  /// A ballot for somebody who is absent, as many as the vote allows; the voter's own stays as it is.
  private static let forAbsent = Action("ballot-for-absent", "Vote for somebody who is absent") {
    scene in
    guard let poll = scene.followedPoll, let booth = scene.focus.booth else { return .nothing }
    guard let number = poll.nextProxy(of: booth.giver(in: poll.id)) else {
      return .refused("\(proxies(scene)) at most for people who are absent")
    }
    return unseen(scene) {
      $0.booth?.proxy = number
      $0.booth?.given[poll.id] = nil
      $0.ballot = nil
    }
  }

  /// Whether a ballot was given here, and nothing else is done.
  private static func hasGiven(_ scene: Scene) -> Bool {
    guard !scene.needsCode, scene.sheet == nil, let poll = scene.followedPoll,
      let booth = scene.focus.booth
    else { return false }
    return poll.standing(of: booth.voter(in: poll.id)) != .none
  }

  /// The focus changed, and nothing of what was typed left on the screen.
  private static func unseen(_ scene: Scene, _ change: (inout Focus) -> Void) -> Outcome {
    var outcome = Outcome.focus(of: scene, change)
    outcome.effect = .repaint
    return outcome
  }

  private static func unchangeable(_ scene: Scene) -> Phrase? {
    guard let poll = scene.followedPoll else { return "No vote is open yet" }
    return poll.isOpen ? nil : "The vote is closed"
  }

  /// A ballot that was given is shown to whoever has just typed its code; to others who can prove that it is
  /// theirs, for the next person may sit here.
  private static let change = Action("change-given", "Change the ballot, until the vote closes") {
    scene in
    guard let poll = scene.followedPoll, let booth = scene.focus.booth else { return .nothing }
    guard booth.token != nil, booth.given.isEmpty else {
      return .focus(of: scene) { $0.booth?.asksProof = true }
    }
    return marking(poll, isShown: true, scene)
  }

  /// Takes the ballot out again; until it is given once more the first one counts.
  private static func marking(_ poll: Poll, isShown: Bool, _ scene: Scene) -> Outcome {
    guard let voter = scene.focus.booth?.voter(in: poll.id) else { return .nothing }
    var sheet = BallotSheet(poll, voter: voter, way: .terminal)
    if isShown, let own = poll.ownBallot(of: voter) {
      sheet.marks = own.marks
      sheet.reasons = own.reasons
    }
    return unseen(scene) {
      $0.booth?.asksProof = false
      $0.booth?.line = Line()
      $0.ballot = sheet
    }
  }

  private static let prove = Action(
    "prove-ballot", "Show the submitted ballot by its receipt or code; empty: a new ballot"
  ) { scene in
    guard let poll = scene.followedPoll, let booth = scene.focus.booth else { return .nothing }
    let typed = booth.line.text.trimmed
    if typed.isEmpty { return marking(poll, isShown: false, scene) }
    let receipt = poll.receipt(of: booth.voter(in: poll.id))
    let isReceipt = receipt.map { Receipt.isSame(typed, $0) } ?? false
    let isCode = booth.token.map { Token(typed) == $0 } ?? false
    guard isReceipt || isCode else {
      return .refused("That is not the receipt of this ballot")
    }
    return marking(poll, isShown: true, scene)
  }

  private static let dropProof = Action("leave-given", "Leave the ballot as it is") { scene in
    unseen(scene) {
      $0.booth?.asksProof = false
      $0.booth?.line = Line()
    }
  }

  /// One person's turn ends: the screen keeps nothing, and the next one is another voter.
  private static let endTurn = Action("end-turn", "The next person votes at this terminal") {
    scene in
    let ended = unseen(scene) { focus in
      focus.ballot = nil
      focus.booth?.endTurn { booth in
        scene.followedPoll.map { $0.standing(of: booth.voter(in: $0.id)) != .none } ?? false
      }
    }
    guard scene.sheet?.sheet.marks.isEmpty == false else { return ended }
    return Action.twice(
      "end-turn", "\(scene.name(of: .control("n"))) again: these choices are discarded", scene
    ) { ended }
  }
}
