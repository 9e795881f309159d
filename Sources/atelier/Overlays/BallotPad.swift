import Terminal
import Workshop

/// Paper ballots typed one after another, by the options' numbers: `3 3 7` and Enter.
///
/// The marks are shown by name as they are typed, so that whoever types can compare with the paper.
struct BallotPad: Sendable {
  let poll: PollID
  var line = Line()
  /// How many were entered since the pad was opened.
  var entered = 0

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.cast, hint: "cast"),
      Binding(.escape, do: Overlay.leave, hint: "close"),
    ]
  }

  func typing(_ key: Key) -> BallotPad? {
    var pad = self
    return pad.line.take(key) ? pad : nil
  }

  /// The marks by option, nil when a word is no option's number.
  static func marks(_ text: String, in poll: Poll) -> [String: Int]? {
    var marks: [String: Int] = [:]
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard let number = Int(word), poll.options.indices.contains(number - 1) else { return nil }
      marks[poll.options[number - 1], default: 0] += 1
    }
    return marks
  }

  private static let cast = Action("cast-ballot", "Cast the ballot") { scene in
    guard case .ballots(var pad) = scene.focus.overlay, let poll = scene.workshop.poll(pad.poll)
    else { return .close(scene) }
    guard poll.isOpen else { return .refused("The vote is closed: this ballot would not count") }
    if pad.line.text.trimmed.isEmpty { return .refused("Type the numbers of the chosen options") }
    guard let marks = marks(pad.line.text, in: poll) else {
      return .refused("Only numbers from 1 to \(poll.options.count), with spaces between")
    }
    if let objection = poll.objection(to: marks) { return .refused(Self.reason(objection)) }
    pad.line = Line()
    pad.entered += 1
    var outcome = Outcome.replace(.ballots(pad), scene)
    // Unique to this terminal, moment and ballot, so that two people can type at once.
    let voter = "paper-\(scene.me)-\(scene.now.milliseconds)-\(pad.entered)"
    outcome.events = [.ballotCast(poll: poll.id, voter: voter, marks: marks)]
    return outcome
  }

  static func reason(_ objection: Poll.Objection) -> Phrase {
    switch objection {
    case .unknownOption: "That is not an option of this vote"
    case .unknownCriterion: "That is not a criterion of this vote"
    case .negative: "A ballot cannot take dots away"
    case .overCap(let most, let cap): "\(most) dots on one option: at most \(cap) are allowed"
    case .overBudget(let spent, let dots):
      "\(spent) dots on the ballot: at most \(dots) are allowed"
    case .underBudget(let spent, let dots): "\(spent) points on the ballot: all \(dots) must go"
    case .overCredits(let spent, let credits):
      "These votes cost \(spent) credits: there are \(credits)"
    case .placeTwice(let place): "Two options on place \(place)"
    case .placeLeftOut(let place): "No option on place \(place)"
    case .outOfRange(let mark, let lowest, let highest):
      "\(mark) is not between \(lowest) and \(highest)"
    case .incomplete: "Score an option on every criterion, or on none"
    case .noReason: "Whoever objects says why"
    case .ownIdea: "No mark on one's own idea in this vote"
    }
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let poll = scene.workshop.poll(poll) else { return }
    let inner = Panel.draw(scene.say("Paper ballots: \(poll.question)"), into: &frame, in: rect)
    let rule: Phrase =
      poll.method == .scale
      ? "One number a ballot" : "\(poll.dots) dots a ballot, at most \(poll.cap) on one option"
    frame.put(scene.say(rule), x: inner.x, y: inner.y, style: Style(.quiet), width: inner.width)
    Panel.line(
      line, into: &frame, x: inner.x, y: inner.y + 2, width: inner.width,
      placeholder: scene.say("Numbers of the options, for instance 3 3 7"))
    let caret = frame.cursor
    let marks = Self.marks(line.text, in: poll) ?? [:]
    let (_, list) = inner.top(4)
    let (total, options) = list.bottom(2)
    let columns = options.columns(poll.options.count > options.height ? 2 : 1, gap: 2)
    for (index, option) in poll.options.enumerated() {
      let column = index / max(1, options.height)
      guard column < columns.count else { break }
      let place = columns[column]
      let y = place.y + index % max(1, options.height)
      let dots = marks[option] ?? 0
      frame.put("\(index + 1)", x: place.x, y: y, style: Style(.quiet), width: 3)
      frame.put(
        scene.workshop.label(ofOption: option), x: place.x + 4, y: y,
        style: dots > 0 ? Style(.strong, bold: true) : .plain, width: place.width - 11)
      frame.put(
        String(repeating: "●", count: min(6, dots)), x: place.maxX - 6, y: y, style: Style(.accent))
    }
    let count = scene.say("\(entered) entered here, \(poll.countedBallots.count) in all")
    frame.put(count, x: total.x, y: total.y + 1, style: Style(.quiet), width: total.width)
    frame.cursor = caret
  }
}
