import Languages
package import Shell
package import Terminal
package import WorkshopCore

extension BallotSheet {
  package func bindings(_ scene: Scene) -> [Binding] {
    guard let poll = scene.workshop.poll(poll) else {
      return [Binding(.escape, do: .leave, hint: "close")]
    }
    if reason != nil {
      return [
        Binding(.enter, do: Self.keep, hint: "object"),
        Binding(.escape, do: Self.dropReason, hint: "no objection"),
      ]
    }
    if isReadBack {
      return [
        Binding(.enter, do: Self.give, hint: "submit"),
        Binding(.escape, do: Self.goOn, hint: "change it"),
        Binding(.down, .pageDown, do: Self.read("next-read-page", "The next page", by: 1)),
        Binding(.up, .pageUp, do: Self.read("previous-read-page", "The page before", by: -1)),
      ]
    }
    return [
      Binding(.up, .backTab, do: Self.move("option-up", "Up", by: -1)),
      Binding(.down, do: Self.move("option-down", "Down", by: 1), hint: "down"),
    ] + Self.marking(poll) + [
      Binding(.enter, do: Self.readBack, hint: "finish"),
      Binding(
        .backspace, .delete,
        do: Self.marking("clear-mark", "Clear this choice") { $0.clear($1) }),
    ]
      + (scene.role == .ballot && scene.focus.overlay == nil
        ? [] : [Binding(.escape, do: Self.leave, hint: "leave")])
  }

  /// The keys that mark, by what a mark is.
  private static func marking(_ poll: Poll) -> [Binding] {
    let more = marking("mark-more", "More, or a better place") { $0.add(1, $1) }
    let less = marking("mark-less", "Less, or a worse place") { $0.add(-1, $1) }
    let space = Key.character(" ")
    let (plus, equal, minus) = (
      Key.character("+"), Key.character("="), Key.character("-")
    )
    switch poll.method.form {
    case .choice, .ticks, .objections:
      let hint: Phrase = poll.method.form == .objections ? "object, or not" : "choose##on a ballot"
      return [
        Binding(
          space, plus, do: marking("choose##on a ballot", "Choose, or not") { $0.toggle($1) },
          hint: hint),
        Binding(.tab, do: move("next-option", "Down", by: 1)),
      ]
    case .places:
      return [
        Binding(
          space, do: marking("choose##on a ballot", "The next place, or none") { $0.toggle($1) },
          hint: "place##on a ballot"),
        Binding(plus, equal, do: more, hint: "better"),
        Binding(minus, do: less, hint: "worse"),
        Binding(.tab, do: move("next-option", "Down", by: 1)),
      ]
    case .dots, .amounts, .grades:
      return [
        Binding(plus, equal, space, .right, do: more, hint: "more"),
        Binding(minus, .left, do: less, hint: "less"),
        Binding(.tab, do: move("next-option", "Down", by: 1)),
      ]
    case .scores:
      return [
        Binding(
          .right, .tab, do: turn("next-criterion", "The next score", by: 1), hint: "next##in a list"
        ),
        Binding(.left, do: turn("previous-criterion", "The score before", by: -1)),
        Binding(plus, equal, space, do: more, hint: "more"),
        Binding(minus, do: less, hint: "less"),
      ]
    }
  }

  /// What typing does: digits mark, and a reason is text.
  package func typing(_ key: Key, _ scene: Scene) -> Outcome {
    guard case (var sheet, let poll)? = scene.sheet else { return .nothing }
    if var line = sheet.reason {
      guard line.take(key) else { return .nothing }
      sheet.reason = line
      return .sheet(sheet, scene)
    }
    guard !sheet.isReadBack, case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue
    else { return .nothing }
    return Self.answer(sheet.digit(digit, poll), sheet, poll, scene)
  }

  /// Changes the ballot on screen, or says why not.
  private static func change(
    _ scene: Scene, _ change: (inout BallotSheet, Poll) -> Poll.MarkError?
  ) -> Outcome {
    guard case (var sheet, let poll)? = scene.sheet else { return .nothing }
    let objection = change(&sheet, poll)
    return answer(objection, sheet, poll, scene)
  }

  private static func answer(
    _ objection: Poll.MarkError?, _ sheet: BallotSheet, _ poll: Poll, _ scene: Scene
  ) -> Outcome {
    var outcome = Outcome.sheet(sheet, scene)
    if let objection {
      outcome.notice = BallotWords.reason(objection, poll)
      outcome.isWarning = true
    }
    return outcome
  }

  private static func marking(
    _ id: String, _ phrase: Phrase,
    _ mark: @escaping @Sendable (inout BallotSheet, Poll) -> Poll.MarkError?
  ) -> Action {
    Action(id, phrase) { change($0, mark) }
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    marking(id, phrase) { sheet, poll in
      sheet.move(by: step, poll)
      return nil
    }
  }

  private static func turn(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    marking(id, phrase) { sheet, poll in
      sheet.turn(by: step, poll)
      return nil
    }
  }

  private static let keep = marking("keep-reason", "Record this objection") {
    $0.keepReason($1)
  }

  private static let dropReason = marking("drop-reason", "No objection") { sheet, _ in
    sheet.reason = nil
    return nil
  }

  /// Reads the ballot back, unless it could not be given.
  static let readBack = marking("read-back", "Check the ballot, then submit it") {
    sheet, poll in
    if let objection = poll.objection(
      to: sheet.marks, reasons: sheet.reasons, person: sheet.person)
    {
      return objection
    }
    sheet.isReadBack = true
    sheet.readPage = 0
    return nil
  }

  private static func read(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    marking(id, phrase) { sheet, _ in
      sheet.readPage = max(0, sheet.readPage + step)
      return nil
    }
  }

  private static let goOn = marking("change-ballot", "Change the ballot") { sheet, _ in
    sheet.isReadBack = false
    return nil
  }

  private static let give = Action("give-ballot", "Submit your ballot") { scene in
    guard case (var sheet, let poll)? = scene.sheet else { return .nothing }
    guard !poll.isRevealed else { return .refused("The result is known: it is too late to vote") }
    guard poll.isOpen || sheet.way == .terminal else {
      return .refused("The vote is closed: this ballot would not count")
    }
    if let objection = poll.objection(
      to: sheet.marks, reasons: sheet.reasons, person: sheet.person)
    {
      // The rules changed since it was read back.
      sheet.isReadBack = false
      return answer(objection, sheet, poll, scene)
    }
    return .given(sheet, scene)
  }

  /// A ballot that was begun is thrown away, and nobody sees it.
  private static let leave = Action("leave-ballot", "Leave without submitting the ballot") {
    scene in
    guard let (sheet, _) = scene.sheet else { return .close(scene) }
    guard !sheet.marks.isEmpty else { return .sheet(nil, scene) }
    return Action.twice("leave-ballot", "Press Esc again to discard your choices", scene) {
      .sheet(nil, scene)
    }
  }
}

extension Outcome {
  /// Puts a ballot back where it is marked; nil: it is no longer marked there.
  static func sheet(_ sheet: BallotSheet?, _ scene: Scene) -> Outcome {
    if scene.focus.overlay is BallotSheet {
      return sheet.map { .replace($0, scene) } ?? .close(scene)
    }
    if var passing = scene.focus.overlay as? Passing {
      passing.sheet = sheet
      return .replace(passing, scene)
    }
    return focus(of: scene) { $0.ballot = sheet }
  }

  /// A ballot is given: the screen keeps nothing of it.
  static func given(_ sheet: BallotSheet, _ scene: Scene) -> Outcome {
    var outcome: Outcome
    if var passing = scene.focus.overlay as? Passing {
      passing.sheet = nil
      passing.given += 1
      passing.giver = sheet.voter
      outcome = .replace(passing, scene)
    } else if scene.focus.overlay is BallotSheet {
      outcome = .close(scene)
      outcome.notice = "The ballot is sealed"
    } else {
      outcome = focus(of: scene) {
        $0.ballot = nil
        $0.booth?.given[sheet.poll] =
          (scene.workshop.poll(sheet.poll)?.castings(of: sheet.voter) ?? 0) + 1
      }
    }
    outcome.events = sheet.events
    outcome.effect = .repaint
    return outcome
  }
}

extension Scene {
  /// The ballot that is being marked on this screen, with its vote.
  package var sheet: (sheet: BallotSheet, poll: Poll)? {
    let sheet =
      switch focus.overlay {
      case let marked as BallotSheet: marked
      case let passing as Passing: passing.sheet
      case nil where role == .ballot: ownSheet
      default: nil as BallotSheet?
      }
    guard let sheet, let poll = workshop.poll(sheet.poll) else { return nil }
    return (sheet, poll)
  }
}
