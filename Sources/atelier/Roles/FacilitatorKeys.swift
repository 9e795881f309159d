import Boards
import Languages
import People
import Projects
import Shell
import Terminal
import Time
import WorkshopCore

/// The facilitator's keys: over the agenda, and at a board.
enum FacilitatorKeys {
  static func bindings(_ scene: Scene) -> [Binding] {
    let all =
      switch scene.focus.place {
      case .agenda: atAgenda(scene)
      case .between: BetweenKeys.bindings(scene).hintedEarly() + general(scene)
      case .board(let id):
        (scene.workshop.board(id).map { BoardKeys.bindings(scene, $0) } ?? [])
          + time(scene, isEarly: false) + general(scene)
      }
    return scene.focus.isOnStage ? all.map(onStage) : all
  }

  /// While this terminal is the projector, what would open over it is off: scripts and totals are not
  /// for the room.
  private static func onStage(_ binding: Binding) -> Binding {
    var binding = binding
    if !binding.action.worksOnStage, binding.disabled == nil {
      binding.disabled = "Everyone sees this. s: back to the facilitator screen"
    }
    return binding
  }

  private static func atAgenda(_ scene: Scene) -> [Binding] {
    let kind = kind(scene)
    let plan = [Binding(.character("P"), do: .planRest, hint: "plan")].about(.agenda)
    // On a late day it is the next thing to press.
    let isLate = DaySummary.wantsPlan(scene)
    let open = [Binding(.enter, do: .openLine, hint: openHint(scene))].about(.agenda)
    // Whoever looks elsewhere wants to see more of it, or to come back.
    let looks = scene.lookedAt != nil && scene.current != nil
    // Before anything has begun the day is still being planned.
    let isPlanned = scene.current == nil
    return .all(
      looks ? open.hintedEarly() : [], time(scene), isLate ? plan.hintedEarly() : [], kind,
      looks ? [] : open, isPlanned ? planning.hintedEarly() : [], lines(scene),
      isLate ? [] : plan, clocks(scene), isPlanned ? [] : planning, general(scene), people(scene))
  }

  /// The lines of the day, and what is at hand beside them.
  private static func lines(_ scene: Scene) -> [Binding] {
    let arriving = Binding(
      .character("I"), do: CheckIn.open, hint: scene.isArriving ? "check in" : nil)
    return .all(
      lineSteps,
      [Binding(.character("a"), do: .addCard, hint: "add", unless: noBoard(scene))].about(.cards),
      (scene.isArriving ? [arriving].hintedEarly() : [arriving]).about(.people),
      [Binding(.character("o"), do: .boards, hint: "boards")].about(.cards),
      [
        Binding(.character("O"), do: ProjectsPanel.open, hint: "projects"),
        ReviewPanel.binding(scene),
      ].about(.people),
      [
        Binding(.character("e"), do: Library.now, hint: "insert"),
        Binding(
          .character("i"), do: .script, unless: scene.current == nil ? "Nothing has started" : nil),
      ].about(.agenda),
      [Binding(.character("h"), .alt("f"), do: .facts)].about(.cards),
      [Binding(.escape, do: .backToNow)].about(.agenda))
  }

  private static let lineSteps = [
    Binding(.up, .character("k"), do: agendaLine("previous-line", "Previous item", by: -1)),
    Binding(.down, .character("j"), do: agendaLine("next-line", "Next item", by: 1)),
  ].about(.agenda)

  /// Who is here, and what became of their work.
  private static func people(_ scene: Scene) -> [Binding] {
    [
      Binding(.character("F"), do: SeatingPanel.open, hint: "tables"),
      Binding(.character("M"), do: .between, unless: BetweenKeys.tooEarly(scene)),
      Binding(.character("E"), do: FiguresPanel.open),
      Binding(
        .control("o"), do: .takeInPeople,
        hint: scene.workshop.people.isEmpty && scene.current == nil ? "people" : nil),
    ].about(.people)
  }

  /// What the workshop is, and its day.
  private static let planning = [
    Binding(.character("A"), do: AgendaEditor.open, hint: "agenda"),
    Binding(.character("W"), do: .setUp, hint: "set up"),
  ].about(.agenda)

  /// The keys of the activity at hand: of one that is looked back at they only show.
  private static func kind(_ scene: Scene) -> [Binding] {
    guard let past = scene.lookedBackAt else {
      var all = scene.current.map { scene.kind.bindings(scene, $0) } ?? []
      // What the activity is there for goes before what every other one has.
      if let main = all.firstIndex(where: { $0.disabled == nil && $0.isHinted }) {
        all[main].isHintedEarly = true
      }
      return all
    }
    let there = scene.looking(at: past.id)
    return there.kind.bindings(there, past).map { $0.looking(at: past.id) }
  }

  private static func openHint(_ scene: Scene) -> Phrase {
    if scene.lookedBackAt != nil { return "see it" }
    return scene.lookedAt == nil ? "open" : "go there"
  }

  private static func noBoard(_ scene: Scene) -> Phrase? {
    scene.board == nil ? "This activity has no board" : nil
  }

  /// Time and agenda: these work from everywhere.
  ///
  /// - Parameter isEarly: whether they are what the hint line has room for first.
  static func time(_ scene: Scene, isEarly: Bool = true) -> [Binding] {
    let idle: Phrase? = scene.current == nil ? "Nothing has started: press n" : nil
    let runs = scene.countdown?.isRunning == true
    let hasTurns = scene.current.map { !scene.workshop.playlist(of: $0).isEmpty } ?? false
    let start = [
      Binding(
        .character(" "), do: .toggleCountdown, hint: runs ? "stop" : "start", unless: idle)
    ]
    let next = [
      Binding(.character("n"), do: .next, hint: scene.current == nil ? "begin" : "next##activity")
    ]
    let minutes = [
      Binding(
        .character("+"), .character("="), do: .minuteMore, hint: "minute",
        unless: idle),
      Binding(.character("-"), do: .minuteLess, unless: idle),
      Binding(.character(">"), do: .fiveMore, unless: idle),
      Binding(.character("<"), do: .fiveLess, unless: idle),
    ]
    return [Binding].all(
      isEarly ? start.hintedEarly() : start, minutes, isEarly ? next.hintedEarly() : next,
      [Binding(.character("b"), do: .back, unless: idle)], hasTurns ? turns : []
    ).about(.time)
  }

  private static let turns = [Binding].all(
    [Binding(.character("]"), do: .nextTurn, hint: "next turn")].hintedEarly(),
    [Binding(.character("["), do: .previousTurn)])

  /// What is seldom asked of the time.
  private static func clocks(_ scene: Scene) -> [Binding] {
    let idle: Phrase? = scene.current == nil ? "Nothing has started: press n" : nil
    let line = scene.workshop.plan.activity(scene.focus.agendaLine) ?? scene.current
    let hasTurns = line.map { !scene.workshop.rounds(of: $0).isEmpty } ?? false
    return [
      Binding(.character("S"), do: .setCountdown, unless: idle),
      Binding(.character("R"), do: .restartCountdown, unless: idle),
      Binding(
        .character("r"), do: RoundsPanel.open, hint: "turns",
        unless: hasTurns ? nil : "This activity has no turns"),
      Binding(.character("C"), do: ClockPanel.open, unless: idle),
      Binding(.character("B"), do: .toggleBell),
      Binding(.character("D"), do: .toggleDigits),
    ].about(.time)
  }

  static func general(_ scene: Scene) -> [Binding] {
    let first = [
      Binding(
        .character("s"), do: .toggleStage, hint: scene.focus.isOnStage ? "back" : "projector"),
      Binding(.character("u"), do: .undo, hint: "undo"),
    ]
    let others = [
      Binding(.control("r"), do: .redo),
      Binding(.alt("p"), do: .park),
      Binding(
        .alt("w"), do: .walkParking,
        hint: scene.kind(of: scene.current).traits.contains(.closing) ? "parked" : nil),
      LooseEndsPanel.binding(scene),
      Binding(.alt("d"), do: .settle, hint: twoTexts(scene)),
      Binding(.character(":"), do: .palette),
      Binding(.character("?"), .function(1), do: .help, hint: "help"),
      Binding(.alt("y"), do: .copy),
      Binding(.character("T"), do: .nextTheme),
      Binding(.control("t"), do: .toggleMouse),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.character("q"), .control("c"), do: .quit),
    ]
    return [Binding].all(first.hintedEarly(), others).about(.general)
  }

  /// How many fields wait for somebody to choose one of two texts.
  private static func twoTexts(_ scene: Scene) -> Phrase? {
    let count = scene.conflicts.count
    return count == 0 ? nil : "two texts: \(count)"
  }

  private static func agendaLine(_ id: String, _ phrase: Phrase, by step: Int) -> Action {
    Action(id, phrase) { scene in
      let lines = scene.workshop.plan.activities.map(\.id)
      guard !lines.isEmpty else { return .nothing }
      let line = scene.focus.agendaLine ?? scene.workshop.current
      let index = lines.firstIndex { $0 == line } ?? (step > 0 ? -1 : lines.count)
      return .focus(of: scene) {
        $0.agendaLine = lines[max(0, min(index + step, lines.count - 1))]
      }
    }
  }
}
