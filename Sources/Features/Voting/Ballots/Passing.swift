import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// The keyboard goes from hand to hand: each person marks a ballot that the next one never sees.
///
/// Between two people the screen is drawn anew and shows nothing but how many have voted.
struct Passing: Overlay {
  let poll: PollID
  /// How many were given since the keyboard goes round.
  var given = 0
  /// Who has just given a ballot and sees its receipt; nil once that was read.
  var giver: String?
  /// The ballot of whoever has the keyboard; nil while it is handed over.
  var sheet: BallotSheet?
  /// The name that is searched, where the vote asks who votes.
  var naming: Line?
  /// Of those found.
  var chosen = 0

  init(_ poll: Poll) { self.poll = poll.id }

  /// The receipt of the ballot that was just given; nil where it has none.
  private func receipt(_ scene: Scene) -> String? {
    giver.flatMap { scene.workshop.poll(poll)?.receipt(of: $0) }
  }

  func bindings(_ scene: Scene) -> [Binding] {
    if let sheet { return sheet.bindings(scene) }
    if receipt(scene) != nil {
      return [Binding(.enter, do: Self.handOver, hint: "hand over")]
    }
    guard naming != nil else {
      return [
        Binding(.enter, do: Self.begin, hint: "my ballot"),
        Binding(.escape, do: Self.end, hint: "close"),
      ]
    }
    return [
      Binding(.enter, do: Self.sayWho, hint: "this is me"),
      Binding(.down, .tab, do: Self.move("next-voter", "Down", by: 1)),
      Binding(.up, .backTab, do: Self.move("previous-voter", "Up", by: -1)),
      Binding(.escape, do: Self.back, hint: "back"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome {
    sheet?.typing(key, scene) ?? .replace(taking(key), scene)
  }

  private func taking(_ key: Key) -> Passing? {
    var passing = self
    guard passing.naming?.take(key) == true else { return nil }
    passing.chosen = 0
    return passing
  }

  /// Whom the typed letters mean; nobody while nothing is typed.
  private func people(_ scene: Scene) -> [Card] {
    guard let text = naming?.text.trimmed, !text.isEmpty else { return [] }
    let found = RosterSearch.people(text, in: scene.workshop, at: scene.session?.id ?? "")
    let here = Set(scene.workshop.attending(scene.session).map(\.id))
    return found.filter { here.contains($0.id) } + found.filter { !here.contains($0.id) }
  }

  /// Asks who votes only where the vote needs to know.
  private static func asksWho(_ poll: Poll) -> Bool {
    poll.settings.namesVoters == true || mustKnow(poll)
  }

  private static func change(_ scene: Scene, _ change: (inout Passing, Poll) -> Outcome?) -> Outcome
  {
    guard var passing = scene.focus.overlay as? Passing,
      let poll = scene.workshop.poll(passing.poll)
    else { return .close(scene) }
    guard poll.isOpen else { return .refused("The vote is closed") }
    let answer = change(&passing, poll)
    if let answer, answer.isWarning { return answer }
    var outcome = Outcome.replace(passing, scene)
    outcome.notice = answer?.notice
    return outcome
  }

  private static let handOver = Action("hand-over", "The receipt is read: hand over") { scene in
    guard var passing = scene.focus.overlay as? Passing else { return .close(scene) }
    passing.giver = nil
    var outcome = Outcome.replace(passing, scene)
    outcome.effect = .repaint
    return outcome
  }

  private static let begin = Action("begin-ballot", "Fill in my ballot") { scene in
    change(scene) { passing, poll in
      passing.giver = nil
      if asksWho(poll) {
        passing.naming = Line()
        passing.chosen = 0
      } else {
        passing.sheet = passing.ballot(of: nil, poll, scene)
      }
      return nil
    }
  }

  /// - Parameter person: who votes, where the vote asks. The ballot names them only where their own ideas
  ///   must be known from others; else the voter is random, and the name stands in a list apart.
  private func ballot(of person: CardID?, _ poll: Poll, _ scene: Scene) -> BallotSheet {
    guard let person, Self.mustKnow(poll) else {
      let voter = Receipt.keyboardPrefix + String(scene.chance, radix: 36)
      var sheet = BallotSheet(poll, voter: voter, way: .keyboard)
      sheet.listed = person
      return sheet
    }
    return BallotSheet(poll, voter: "person-" + person, way: .keyboard, person: person)
  }

  /// Whether marks on one's own idea are told from others.
  private static func mustKnow(_ poll: Poll) -> Bool {
    (poll.settings.own ?? .counted) != .counted
  }

  private static let sayWho = Action("say-who", "Vote under this name; empty: without one") {
    scene in
    change(scene) { passing, poll in
      let people = passing.people(scene)
      let person = people.indices.contains(passing.chosen) ? people[passing.chosen] : nil
      if person == nil, passing.naming?.text.trimmed.isEmpty == false {
        return .refused("Nobody here has that name; empty: without a name")
      }
      if let person, !mustKnow(poll), poll.namedVoters.contains(person.id) {
        return .refused("\(person.text) has voted; nothing leads to that ballot, so it stays")
      }
      passing.naming = nil
      let ballot = passing.ballot(of: person?.id, poll, scene)
      passing.sheet = ballot
      return poll.standing(of: ballot.voter) == .none
        ? nil : .notice("There is a ballot under this name; a new one replaces it")
    }
  }

  private static let back = Action("back-to-hand-over", "Back") { scene in
    change(scene) { passing, _ in
      passing.naming = nil
      return nil
    }
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { passing, _ in
        passing.chosen = max(
          0, min(passing.chosen + step, passing.people(scene).count - 1))
        return nil
      }
    }
  }

  private static let end = Action("end-passing", "Everybody has voted") { scene in
    .close(scene)
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    if let sheet {
      sheet.draw(scene, into: &frame, in: rect)
      return
    }
    frame.fill(rect, style: .plain)
    let y = rect.y + max(1, rect.height / 4)
    let (x, width) = (rect.x + 4, rect.width - 8)
    if naming != nil {
      name(scene, into: &frame, Rect(x: x, y: y, width: width, height: max(0, rect.maxY - y)))
      return
    }
    if let receipt = receipt(scene) {
      ReceiptNote.draw(
        receipt, scene, into: &frame, in: Rect(x: x, y: y, width: width, height: rect.maxY - y))
      return
    }
    let isOpen = scene.workshop.poll(poll)?.isOpen == true
    let (large, small): (Phrase, Phrase) =
      if !isOpen {
        ("The vote is closed", "Esc closes this.")
      } else if given == 0 {
        (
          "The keyboard goes from hand to hand",
          "Press Enter, vote in private, submit, pass the keyboard on."
        )
      } else {
        ("Sealed. Hand over to the next person", "The next person presses Enter.")
      }
    let place = Rect(x: x, y: y, width: width, height: 2)
    let rows = frame.paragraph(
      scene.say(large), in: place, style: Style(given == 0 ? .strong : .good, bold: true))
    frame.paragraph(
      scene.say(small), in: Rect(x: x, y: y + rows + 1, width: width, height: 3), style: .plain)
    frame.put(
      scene.say("Voted at this keyboard: \(given)"), x: x, y: min(rect.maxY - 1, y + rows + 5),
      style: .quiet, width: width)
  }

  private func name(_ scene: Scene, into frame: inout Frame, _ rect: Rect) {
    frame.put(
      scene.say("Who votes?"), x: rect.x, y: rect.y, style: Style(.strong, bold: true),
      width: rect.width)
    Panel.line(
      naming ?? Line(), into: &frame, x: rect.x, y: rect.y + 2, width: rect.width,
      placeholder: scene.say("A few letters of your name, or Enter without one"))
    let caret = frame.cursor
    for (index, person) in people(scene).prefix(max(0, rect.height - 4)).enumerated() {
      let style: Style = index == chosen ? Style(.selection, bold: true) : .plain
      frame.put(
        person.text, x: rect.x + 2, y: rect.y + 4 + index, style: style, width: rect.width - 2)
    }
    frame.cursor = caret
  }
}
