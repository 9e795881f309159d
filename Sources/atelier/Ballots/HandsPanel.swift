import Terminal
import Workshop

/// Hands raised for one option after another: the option large, and a number.
struct HandsPanel: Sendable {
  let poll: PollID
  /// What is asked, one after the other.
  let questions: [Question]
  var at = 0
  /// The numbers as typed, by question.
  var typed: [String: String] = [:]

  /// One call for hands.
  struct Question: Equatable, Sendable {
    /// The key of the total; `voters`: how many people there are.
    let key: String
    let text: String
    /// The grade that is asked for.
    var grade: String?
  }

  private static let voters = "voters"
  private static let digits = 4

  init?(_ poll: Poll, _ scene: Scene) {
    self.poll = poll.id
    let label = { (option: String) in scene.workshop.label(ofOption: option) }
    var questions: [Question]
    switch poll.method.totals {
    case .never: return nil
    case .options:
      questions = poll.options.map { Question(key: $0, text: label($0)) }
    case .grades:
      questions = poll.options.flatMap { option in
        (0..<poll.settings.gradeCount).reversed().map { grade in
          Question(
            key: Poll.key(String(grade), option), text: label(option),
            grade: BallotWords.grade(grade, poll, scene))
        }
      }
    }
    // Where everybody raises one hand, the sum is the room.
    if poll.method != .single, poll.method != .scale {
      questions.append(Question(key: Self.voters, text: scene.say("How many people voted")))
    }
    self.questions = questions
    let before = poll.typedCount(.hands)
    typed = (before?.totals ?? [:]).mapValues(String.init)
    typed[Self.voters] = before?.voters.map(String.init)
  }

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, .down, .tab, do: Self.next, hint: "next"),
      Binding(.up, .backTab, do: Self.previous, hint: "previous"),
      Binding(.function(2), do: Self.count, hint: "done"),
      Binding(.escape, do: Overlay.leave, hint: "close"),
    ]
  }

  func typing(_ key: Key) -> HandsPanel? {
    var panel = self
    let id = questions[at].key
    let text = typed[id] ?? ""
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber && text.count < Self.digits:
      panel.typed[id] = text == "0" ? String(digit) : text + String(digit)
    case .backspace: panel.typed[id] = String(text.dropLast())
    default: return nil
    }
    return panel
  }

  private static let next = Action("next-hands", "The next option, or done after the last") {
    scene in
    guard case .hands(var panel) = scene.focus.overlay else { return .nothing }
    guard panel.at < panel.questions.count - 1 else { return count.decide(scene) }
    panel.at += 1
    return .replace(.hands(panel), scene)
  }

  private static let previous = Action("previous-hands", "The option before") { scene in
    guard case .hands(var panel) = scene.focus.overlay else { return .nothing }
    panel.at = max(0, panel.at - 1)
    return .replace(.hands(panel), scene)
  }

  private static let count = Action("count-hands", "Done: count these hands") { scene in
    guard case .hands(let panel) = scene.focus.overlay,
      let poll = scene.workshop.poll(panel.poll), poll.isOpen
    else { return .refused("The vote is closed") }
    var totals = panel.typed.compactMapValues(Int.init)
    let people = totals.removeValue(forKey: voters)
    guard !totals.isEmpty else { return .refused("Type how many hands are up") }
    if let people, poll.method != .dots, let most = totals.max(by: { $0.value < $1.value }),
      most.value > people
    {
      return .refused("More hands (\(most.value)) than people (\(people))")
    }
    return .event(
      .totalsCounted(poll: poll.id, totals: totals, voters: people, way: .hands),
      notice: "Hands counted; they stay sealed until the result"
    ).closing(scene)
  }

  func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    let inner = Panel.draw(
      scene.say("Hands up: \(at + 1) of \(questions.count)"), into: &frame, in: rect)
    let question = questions[at]
    let place = Rect(
      x: inner.x + 2, y: inner.y + max(0, inner.height / 6), width: min(70, inner.width - 4),
      height: 4)
    var y = place.y + frame.paragraph(question.text, in: place, style: Style(.strong, bold: true))
    if let grade = question.grade {
      frame.put(grade, x: place.x, y: y, style: Style(.accent, bold: true), width: place.width)
      y += 1
    }
    y += 1
    let number = typed[question.key] ?? ""
    Panel.line(
      Line(number), into: &frame, x: place.x, y: y, width: place.width,
      placeholder: scene.say("How many hands?"))
    let caret = frame.cursor
    if at + 1 < questions.count {
      let next = questions[at + 1]
      let text = [next.text, next.grade].compactMap { $0 }.joined(separator: " · ")
      frame.put(
        scene.say("Then: \(text)"), x: place.x, y: min(inner.maxY - 1, y + 3), style: .quiet,
        width: place.width)
    }
    frame.cursor = caret
  }
}
