import Languages
package import Shell
package import Terminal
import WorkshopCore

/// The rounds of an activity, also before it begins: talks, pitches, rotations. Those to come can be put in
/// another order, skipped, made longer, given to somebody else or to another theme.
package struct RoundsPanel: Overlay {
  let activity: ActivityID
  var selected = 0

  package func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.enter, do: Self.begin, hint: "begin"),
      Binding(.down, .character("j"), do: Self.move("next-round", "Down", by: 1)),
      Binding(.up, .character("k"), do: Self.move("previous-round", "Up", by: -1)),
      Binding(.character("<"), .character("K"), do: Self.earlier, hint: "earlier"),
      Binding(.character(">"), .character("J"), do: Self.later, hint: "later"),
      Binding(.character("x"), do: Self.skip, hint: "skip"),
      Binding(.character("d"), do: Self.draw, hint: "draw"),
      Binding(
        .character("+"), .character("="), do: Self.minute("lengthen-round", "A minute more", by: 1),
        hint: "minute"),
      Binding(.character("-"), do: Self.minute("shorten-round", "A minute less", by: -1)),
      Binding(.character("w"), do: Self.who, hint: "who"),
      Binding(.character("t"), do: Self.theme, hint: "theme"),
      Binding(.character("e"), do: Self.subject, hint: "subject"),
      Binding(.character("u"), do: .undo),
      Binding(.escape, .character("q"), do: .leave, hint: "close"),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
    ]
  }

  package static let open = Action("rounds", "Turns: order, skip, extend") { scene in
    opening(scene.workshop.plan.activity(scene.focus.agendaLine) ?? scene.current, scene)
  }

  /// The panel of an activity, at the turn that runs.
  static func opening(_ activity: Activity?, _ scene: Scene) -> Outcome {
    guard let activity, !scene.workshop.rounds(of: activity).isEmpty else {
      return .refused("This activity has no turns")
    }
    let now = scene.workshop.turns[activity.id]?.round
    let index = scene.workshop.rounds(of: activity).firstIndex { $0.id == now }
    return .open(RoundsPanel(activity: activity.id, selected: index ?? 0), scene)
  }

  private static func move(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard var panel = scene.focus.overlay as? RoundsPanel,
        let activity = scene.workshop.plan.activity(panel.activity)
      else { return .nothing }
      let count = scene.workshop.rounds(of: activity).count
      panel.selected = max(0, min(panel.selected + step, count - 1))
      return .replace(panel, scene)
    }
  }

  /// The chosen round with its activity and the panel; nil when there is none any more.
  private static func chosen(
    _ scene: Scene
  ) -> (panel: RoundsPanel, activity: Activity, rounds: [Round], round: Round)? {
    guard let panel = scene.focus.overlay as? RoundsPanel,
      let activity = scene.workshop.plan.activity(panel.activity)
    else { return nil }
    let rounds = scene.workshop.rounds(of: activity)
    guard rounds.indices.contains(panel.selected) else { return nil }
    return (panel, activity, rounds, rounds[panel.selected])
  }

  private static let begin = Action("begin-round", "Start this one now") { scene in
    guard let (_, activity, _, round) = chosen(scene) else { return .nothing }
    guard activity.id == scene.workshop.current else {
      return .refused("Not open yet: \(activity.title)")
    }
    guard
      let turn = scene.workshop.playlist(of: activity).first(where: { $0.place.round == round.id })
    else { return .refused("It is skipped: x takes it back") }
    return Outcome.event(Action.open(turn, of: activity)).closing(scene)
  }

  private static let earlier = shift("round-earlier", "One place earlier", by: -1)
  private static let later = shift("round-later", "One place later", by: 1)

  private static func shift(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard case (var panel, let activity, var rounds, _)? = chosen(scene) else { return .nothing }
      let target = panel.selected + step
      guard rounds.indices.contains(target) else { return .nothing }
      rounds.swapAt(panel.selected, target)
      panel.selected = target
      var outcome = Outcome.replace(panel, scene)
      outcome.events = [arranged(rounds, activity, scene)]
      return outcome
    }
  }

  private static let skip = Action("skip-round", "Skip it, or take it back") { scene in
    guard let (_, activity, rounds, round) = chosen(scene) else { return .nothing }
    return .event(arranged(rounds, activity, scene, toggling: round.id))
  }

  /// Draws the order of those to come, those that another activity goes on with included.
  private static let draw = Action("draw-order", "Draw the order of those to come") { scene in
    guard let (_, activity, _, _) = chosen(scene) else { return .nothing }
    let all = scene.workshop.queue(of: activity)
    let now = all.firstIndex { $0.id == scene.workshop.turns[activity.id]?.round }
    let played = now.map { $0 + 1 } ?? 0
    guard all.count - played > 1 else { return .refused("There is no order left to draw") }
    let seed = Int(scene.now.milliseconds / 1000 % 10_000)
    var random = SplitMix64(seed: UInt64(seed))
    let rounds = all.prefix(played) + all.dropFirst(played).shuffled(using: &random)
    return .event(
      arranged(Array(rounds), activity, scene, seed: seed), notice: "Draw number: \(seed)")
  }

  private static func arranged(
    _ rounds: [Round], _ activity: Activity, _ scene: Scene, toggling: String? = nil,
    seed: Int? = nil
  ) -> Event {
    let skipped = rounds.filter {
      scene.workshop.isSkipped($0, of: activity) != ($0.id == toggling)
    }
    return .roundsArranged(
      activity: activity.id, order: rounds.compactMap(\.id), skipped: skipped.compactMap(\.id),
      seed: seed)
  }

  /// The running turn gets a minute on its clock; one to come gets it in the plan.
  private static func minute(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      guard let (_, activity, _, round) = chosen(scene), let name = round.id else {
        return .nothing
      }
      if scene.workshop.turns[activity.id]?.round == name {
        return .event(.countdownExtended(activity: activity.id, seconds: step * 60))
      }
      guard activity.each == nil else {
        return .refused("These turns share their minutes: A edits the agenda")
      }
      let field = "rounds/\(name)/0"
      guard let minutes = activity.value(of: field).flatMap({ Int($0) }), minutes + step >= 0 else {
        return .nothing
      }
      return .event(
        .planChanged(changes: [
          scene.workshop.setting(field, of: activity.id, to: String(minutes + step))
        ]))
    }
  }

  private static let who = asking("round-who", "Who it is", Reopening.roundWho)
  private static let subject = asking(
    "round-subject", "What it is about", Reopening.roundSubject)

  /// Asks for a text of the chosen round.
  private static func asking(_ id: String, _ phrase: Phrase, _ line: Reopening) -> Action {
    Action(id, phrase) { scene in
      guard let (_, activity, _, round) = chosen(scene), let name = round.id else {
        return .nothing
      }
      guard activity.each == nil else { return .refused("These turns come from a board's cards") }
      return line.opened(of: ["activity": activity.id, "round": name], scene)
    }
  }

  private static let theme = Action("round-theme", "Which theme it is about") { scene in
    guard let (_, activity, _, round) = chosen(scene), let name = round.id else { return .nothing }
    guard activity.each == nil else { return .refused("These turns come from a board's cards") }
    let none = Menu.Item(label: scene.say("none")) { scene in
      .event(change(name, "theme", of: activity.id, to: "", scene))
    }
    let themes = scene.workshop.themes.map { theme in
      Menu.Item(
        label: scene.say(theme.name), detail: theme.id == round.theme ? "✓" : ""
      ) { scene in .event(change(name, "theme", of: activity.id, to: theme.id, scene)) }
    }
    return .open(Menu(title: "Which theme is it about?", items: themes + [none]), scene)
  }

  fileprivate static func change(
    _ round: String, _ field: String, of activity: ActivityID, to text: String, _ scene: Scene
  ) -> Event {
    .planChanged(changes: [
      scene.workshop.setting("rounds/\(round)/\(field)", of: activity, to: text)
    ])
  }

  package func draw(_ scene: Scene, into frame: inout Frame, in rect: Rect) {
    guard let activity = scene.workshop.plan.activity(activity) else { return }
    let isHere = activity.id == scene.workshop.current
    let title = isHere ? scene.say("Turns") : scene.say("Turns: \(activity.title)")
    let inner = Panel.draw(title, into: &frame, in: rect)
    let rounds = scene.workshop.rounds(of: activity)
    let (foot, list) = inner.bottom(2)
    let first = max(0, min(selected - list.height / 2, rounds.count - list.height))
    for (row, round) in rounds.dropFirst(first).prefix(list.height).enumerated() {
      draw(
        round, activity, isSelected: first + row == selected, scene, into: &frame,
        in: Rect(x: list.x, y: list.y + row, width: list.width, height: 1))
    }
    let played = rounds.filter { !scene.workshop.isSkipped($0, of: activity) }
    let total = played.reduce(0) { $0 + $1.minutes }
    let count = scene.say("\(played.count) turns, \(total) min of \(activity.minutes) planned")
    let drawn = scene.workshop.seed(ofOrder: activity.id).map {
      " · " + scene.say("Draw number: \($0)")
    }
    frame.put(
      count + (drawn ?? ""), x: foot.x, y: foot.y + 1, style: .quiet, width: foot.width)
  }

  private func draw(
    _ round: Round, _ activity: Activity, isSelected: Bool, _ scene: Scene,
    into frame: inout Frame, in rect: Rect
  ) {
    let isSkipped = scene.workshop.isSkipped(round, of: activity)
    let isNow = scene.workshop.turns[activity.id]?.round == round.id
    let style: Style =
      isSelected
      ? Style(.selection, bold: true)
      : isSkipped ? .quiet : isNow ? Style(.accent, bold: true) : .plain
    if isSelected { frame.fill(rect, style: style) }
    frame.put(isNow ? "▶" : isSkipped ? "-" : " ", x: rect.x, y: rect.y, style: style)
    let minutes = round.segments.map { String($0.minutes) }.joined(separator: " + ")
    let session = scene.workshop.plan.session(of: activity.id)
    let absent = scene.workshop.isAbsent(round.who, at: session) ? scene.say("absent") : ""
    let theme = scene.title(ofTheme: round.theme) ?? ""
    let subject = scene.say(round.title)
    let parts = [round.who ?? "", absent, subject, theme == subject ? "" : theme]
    let what = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    frame.put(what, x: rect.x + 2, y: rect.y, style: style, width: rect.width - 24)
    frame.put(
      isSkipped ? scene.say("skipped") : scene.say("\(minutes) min"), x: rect.maxX - 21, y: rect.y,
      style: style, width: 20, alignment: .right)
    if isSelected { frame.cursor = Point(x: rect.x, y: rect.y) }
  }
}

extension Reopening {
  static let roundWho = round("round-who", field: "who", help: "A name") {
    (title: "Who speaks? \($0.title)", text: $0.who ?? "")
  }

  static let roundSubject = round(
    "round-subject", field: "title", help: "The subject of the turn"
  ) { round in
    (title: "What is it about?", text: round.title.text(in: ""))
  }

  /// The line of a round's text, over the rounds.
  private static func round(
    _ id: String, field: String, help: Phrase,
    _ ask: @escaping @Sendable (Round) -> (title: Phrase, text: String)
  ) -> Reopening {
    stack(id) { details, scene in
      guard let activity = scene.workshop.plan.activity(details["activity"]), activity.each == nil,
        case let rounds = scene.workshop.rounds(of: activity), let name = details["round"],
        let index = rounds.firstIndex(where: { $0.id == name })
      else { return [] }
      let (title, text) = ask(rounds[index])
      let prompt = Prompt(
        title: title, help: help, line: Line(text), takesEmpty: field == "who"
      ) { text, scene in
        .event(RoundsPanel.change(name, field, of: activity.id, to: text, scene))
      }
      return [RoundsPanel(activity: activity.id, selected: index), prompt]
    }
  }
}
