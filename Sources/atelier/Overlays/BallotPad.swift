import Terminal
import Workshop

/// Paper ballots typed one after another, by the options' numbers: `3 3 7` and Enter.
///
/// The marks are shown by name as they are typed, so that whoever types can compare with the paper.
/// Each ballot has a number to be written on its paper; the pile can be typed a second time, and where
/// the two differ the paper decides.
struct BallotPad: Sendable {
  let poll: PollID
  /// Unique to this terminal and moment, so that two people can type at once.
  let pile: String
  var line = Line()
  /// The number of the ballot that is being typed.
  private(set) var number = 1
  private(set) var first: [Int: BallotLine] = [:]
  private(set) var second: [Int: BallotLine] = [:]
  /// The pile is typed for the second time.
  private(set) var isSecond = false
  /// The second reading of this ballot, where it differs from the first.
  private(set) var clash: BallotLine?
  /// How many ballots the second reading corrected.
  private(set) var corrected = 0

  init(_ poll: Poll, _ scene: Scene) {
    self.poll = poll.id
    pile = "paper-\(scene.me)-\(scene.now.milliseconds)"
  }

  func bindings(_ scene: Scene) -> [Binding] {
    let isEmpty: Phrase? = first.isEmpty ? "Type the pile a first time before" : nil
    return [
      Binding(.enter, do: Self.cast, hint: isSecond ? "compare" : "cast"),
      Binding(
        .up, do: Self.move("earlier-ballot", "An earlier ballot, to type it anew", by: -1),
        hint: "earlier"),
      Binding(.down, do: Self.move("later-ballot", "A later ballot", by: 1)),
      Binding(
        .function(2), do: Self.turn, hint: isSecond ? "first entry" : "second entry",
        unless: isEmpty),
      Binding(.escape, do: Self.leave, hint: "close"),
    ]
  }

  func typing(_ key: Key) -> BallotPad? {
    var pad = self
    return pad.line.take(key) ? pad : nil
  }

  /// How many were entered in this pile.
  var entered: Int { first.count }
  /// How the two entries compare, over what was typed twice.
  var comparison: DoubleEntry {
    DoubleEntry(Self.byNumber(first), Self.byNumber(second))
  }

  private static func byNumber(_ lines: [Int: BallotLine]) -> [String: [String: Int]] {
    Dictionary(uniqueKeysWithValues: lines.map { ("\($0.key)", $0.value.marks) })
  }

  private static func change(_ scene: Scene, _ change: (inout BallotPad, Poll) -> Outcome?)
    -> Outcome
  {
    guard case .ballots(var pad) = scene.focus.overlay, let poll = scene.workshop.poll(pad.poll)
    else { return .close(scene) }
    let answer = change(&pad, poll)
    if let answer, answer.isWarning { return answer }
    var outcome = Outcome.replace(.ballots(pad), scene)
    outcome.events = answer?.events ?? []
    outcome.notice = answer?.notice
    return outcome
  }

  private static let cast = Action("cast-ballot", "Cast the ballot") { scene in
    change(scene) { pad, poll in
      guard poll.isOpen else { return .refused("The vote is closed: this ballot would not count") }
      if pad.line.text.trimmed.isEmpty {
        return .refused(
          "Type a ballot, such as \(BallotLine.example(poll.method)); - is a blank one")
      }
      let line = BallotLine(pad.line.text, poll)
      if let fault = line.fault { return .refused(fault) }
      if let objection = poll.objection(to: line.marks, reasons: line.reasons) {
        return .refused(BallotWords.reason(objection, poll))
      }
      return pad.isSecond ? pad.compare(line, scene) : pad.enter(line)
    }
  }

  /// A ballot of the first entry; typed again under its number it replaces the earlier.
  private mutating func enter(_ line: BallotLine) -> Outcome {
    let isAgain = first[number] != nil
    first[number] = line
    let event = event(line)
    let done = number
    next(after: first)
    return .event(event, notice: isAgain ? "Ballot \(done) replaced" : nil)
  }

  /// A ballot of the second entry: the same as the first, or the paper decides.
  private mutating func compare(_ line: BallotLine, _ scene: Scene) -> Outcome? {
    guard let before = first[number] else {
      // Only the second reading saw it.
      first[number] = line
      second[number] = line
      corrected += 1
      let event = event(line)
      next(after: second)
      return .event(event, notice: "It was missing in the first entry, and is cast now")
    }
    let isSame =
      DoubleEntry.differences(before.marks, line.marks).isEmpty && before.reasons == line.reasons
    guard isSame || clash != nil else {
      clash = line
      self.line = Line()
      return nil
    }
    let wasWrong = !isSame
    first[number] = line
    second[number] = line
    clash = nil
    let event = event(line)
    if wasWrong { corrected += 1 }
    next(after: second)
    guard second.count == first.count else { return wasWrong ? .event(event) : nil }
    return Outcome(
      events: wasWrong ? [event] : [],
      notice: "All \(first.count) ballots were typed twice and match; corrected: \(corrected)")
  }

  /// On to the first number that was not typed yet.
  private mutating func next(after typed: [Int: BallotLine]) {
    line = Line()
    number = (1...).first { typed[$0] == nil } ?? number + 1
  }

  private func event(_ line: BallotLine) -> Event {
    .ballotCast(
      poll: poll, voter: "\(pile)-\(number)", marks: line.marks, way: .paper, person: nil,
      reasons: line.reasons.isEmpty ? nil : line.reasons)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      change(scene) { pad, _ in
        guard pad.line.isEmpty else { return .refused("Enter first, or empty the line") }
        pad.number = max(1, min(pad.number + step, pad.entered + 1))
        pad.clash = nil
        return nil
      }
    }
  }

  private static let turn = Action("second-entry", "Type the pile a second time, or the first") {
    scene in
    change(scene) { pad, _ in
      pad.isSecond.toggle()
      pad.clash = nil
      pad.next(after: pad.isSecond ? pad.second : pad.first)
      return nil
    }
  }

  /// The pile is kept, so that it can be gone on with under its numbers.
  private static let leave = Action("leave", "Close") { scene in
    guard case .ballots(let pad) = scene.focus.overlay else { return .close(scene) }
    var outcome = Outcome.close(scene)
    outcome.focus?.pile = pad
    return outcome
  }
}
