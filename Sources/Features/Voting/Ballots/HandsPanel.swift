import Journaling
import Cards
import Languages
import Shell
import Terminal
import WorkshopCore

/// Hands raised for one option after another: the option large, and a number.
struct HandsPanel: Overlay {
  let poll: PollID
  /// What is asked, one after the other.
  let questions: [Question]
  var at = 0
  /// The numbers as typed, by question.
  var typed: [String: String] = [:]
  /// The numbers that it began with.
  private var before: [String: String] = [:]

  /// One call for hands.
  struct Question: Equatable, Sendable {
    /// The key of the total; `voters`: how many people there are.
    let key: String
    let text: String
    /// The option's place on the list, from 1; nil where no option is asked for.
    let number: Int?
    /// The grade that is asked for.
    var grade: String?
  }

  private static let voters = "voters"
  private static let digits = 4

  init?(_ poll: Poll, _ scene: Scene) {
    let questions = Self.questions(poll, scene)
    guard !questions.isEmpty else { return nil }
    self.poll = poll.id
    self.questions = questions
    let before = poll.typedCount(.hands, by: scene.me)
    typed = (before?.totals ?? [:]).mapValues(String.init)
    typed[Self.voters] = before?.voters.map(String.init)
    self.before = typed
  }

  var place: TypedPlace? { TypedPlace("hands-up", of: ["poll": poll]) }

  var unfinished: TypedText? {
    guard let place, typed != before else { return nil }
    return TypedText(TypedNumbers.text(typed), at: place, with: ["at": String(at)])
  }

  func resuming(_ kept: TypedText, _ scene: Scene) -> (any Overlay)? {
    var panel = self
    panel.typed = TypedNumbers.numbers(kept.text)
    panel.at =
      kept.with["at"].flatMap { Int($0) }.flatMap {
        questions.indices.contains($0) ? $0 : nil
      } ?? 0
    return panel
  }

  /// What is asked in a vote; empty where hands cannot be counted.
  private static func questions(_ poll: Poll, _ scene: Scene) -> [Question] {
    let options = zip(1..., poll.options.map { ($0, scene.workshop.label(ofOption: $0)) })
    var questions: [Question]
    switch poll.method.totals {
    case .never: return []
    case .options:
      questions = options.map { Question(key: $1.0, text: $1.1, number: $0) }
    case .grades:
      questions = options.flatMap { number, option in
        (0..<poll.settings.gradeCount).reversed().map { grade in
          Question(
            key: Poll.key(String(grade), option.0), text: option.1, number: number,
            grade: scene.grade(grade, poll))
        }
      }
    }
    // Where everybody raises one hand, the sum is the room.
    if poll.method.form != .choice {
      questions.append(
        Question(key: voters, text: scene.say("How many people voted"), number: nil))
    }
    return questions
  }

  // MARK: - What the stage shows

  /// What `viewShown` calls the hands.
  static let view = "vote-hands"

  /// The call for hands that the room answers now: the option alone, never how many.
  struct Call: Equatable, Sendable {
    let question: Question
    let number: Int
    let of: Int
  }

  /// The call that the stage shows; nil while no hands are counted.
  static func shown(_ scene: Scene, _ poll: Poll) -> Call? {
    guard let view = scene.workshop.views[poll.activity], view.name == Self.view else { return nil }
    let questions = questions(poll, scene)
    guard questions.indices.contains(view.step) else { return nil }
    return Call(question: questions[view.step], number: view.step + 1, of: questions.count)
  }

  /// Shows the question at hand on the stage.
  private func showing(_ outcome: Outcome, _ scene: Scene) -> Outcome {
    turning(outcome, to: Self.view, at, scene)
  }

  /// Gives the stage its list back.
  private func ending(_ outcome: Outcome, _ scene: Scene) -> Outcome {
    turning(outcome, to: "", 0, scene)
  }

  private func turning(_ outcome: Outcome, to view: String, _ step: Int, _ scene: Scene) -> Outcome
  {
    guard let poll = scene.workshop.poll(poll) else { return outcome }
    var outcome = outcome
    outcome.events.insert(
      .viewShown(activity: poll.activity, view: view, step: step), at: 0)
    return outcome
  }

  /// Opens the panel, and the stage shows what hands are raised for.
  func opened(_ scene: Scene) -> Outcome { showing(.open(self, scene), scene) }

  // MARK: - Keys

  func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, .down, .tab, do: Self.next, hint: "next##in a list"),
      Binding(.up, .backTab, do: Self.previous, hint: "previous"),
      Binding(.function(2), do: Self.count, hint: "done"),
      Binding(.escape, do: Self.leave, hint: "close"),
    ]
  }

  func typing(_ key: Key, _ scene: Scene) -> Outcome { .replace(taking(key), scene) }

  private func taking(_ key: Key) -> HandsPanel? {
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
    guard var panel = scene.focus.overlay as? HandsPanel else { return .nothing }
    guard panel.at < panel.questions.count - 1 else { return count.decide(scene) }
    panel.at += 1
    return panel.showing(.replace(panel, scene), scene)
  }

  private static let previous = Action("previous-hands", "The option before") { scene in
    guard var panel = scene.focus.overlay as? HandsPanel else { return .nothing }
    panel.at = max(0, panel.at - 1)
    return panel.showing(.replace(panel, scene), scene)
  }

  private static let leave = Action("leave-hands", "Close") { scene in
    guard let panel = scene.focus.overlay as? HandsPanel else { return .close(scene) }
    return panel.ending(.leave(scene), scene)
  }

  private static let count = Action("count-hands", "Done: count these hands") { scene in
    guard let panel = scene.focus.overlay as? HandsPanel,
      let poll = scene.workshop.poll(panel.poll), poll.isOpen
    else { return .refused("The vote is closed") }
    var totals = panel.typed.compactMapValues(Int.init)
    let people = totals.removeValue(forKey: voters)
    guard !totals.isEmpty else { return .refused("Type how many hands are up") }
    if let people, poll.method.form != .dots, let most = totals.max(by: { $0.value < $1.value }),
      most.value > people
    {
      return .refused("More hands (\(most.value)) than people (\(people))")
    }
    let counted = Outcome.event(
      .totalsCounted(poll: poll.id, totals: totals, voters: people, way: .hands),
      notice: "Hands counted; they stay sealed until the result"
    ).closing(scene)
    return panel.ending(counted, scene)
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

extension Reopening {
  /// Hands that are counted.
  static let handsUp = stack("hands-up") { details, scene in
    scene.workshop.poll(details["poll"]).flatMap { HandsPanel($0, scene) }.map { [$0] } ?? []
  }
}
