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
      case .between: BetweenKeys.bindings(scene) + general(scene)
      case .board(let id):
        (scene.workshop.board(id).map { BoardKeys.bindings(scene, $0) } ?? [])
          + time(scene) + general(scene)
      }
    return scene.focus.isOnStage ? all.map(onStage) : all
  }

  /// While this terminal is the projector, what would open over it is off: scripts and totals are not
  /// for the room.
  private static func onStage(_ binding: Binding) -> Binding {
    var binding = binding
    if !binding.action.worksOnStage, binding.disabled == nil {
      binding.disabled = "The room is looking: s comes back to the desk"
    }
    return binding
  }

  private static func atAgenda(_ scene: Scene) -> [Binding] {
    let kind = kind(scene)
    let plan = [Binding(.character("P"), do: .planRest, hint: "plan")]
    // On a late day it is the next thing to press.
    let isLate = DaySummary.wantsPlan(scene)
    let open = [Binding(.enter, do: .openLine, hint: openHint(scene))]
    // Whoever looks elsewhere wants to see more of it, or to come back.
    let looks = scene.lookedAt != nil && scene.current != nil
    // Before anything has begun the day is still being planned.
    let isPlanned = scene.current == nil
    return (looks ? open : []) + time(scene) + (isLate ? plan : []) + kind + (looks ? [] : open)
      + (isPlanned ? planning : []) + [
        Binding(.up, .character("k"), do: agendaLine("previous-line", "Up the agenda", by: -1)),
        Binding(.down, .character("j"), do: agendaLine("next-line", "Down the agenda", by: 1)),
        Binding(.character("a"), do: .addCard, hint: "add", unless: noBoard(scene)),
        Binding(.character("I"), do: CheckIn.open, hint: scene.isArriving ? "check in" : nil),
        Binding(.character("o"), do: .boards, hint: "boards"),
        Binding(.character("O"), do: ProjectsPanel.open, hint: "projects"),
        ReviewPanel.binding(scene),
        Binding(.character("e"), do: Library.now, hint: "insert"),
        Binding(
          .character("i"), do: .script, unless: scene.current == nil ? "Nothing has begun" : nil),
        Binding(.character("h"), .alt("f"), do: .facts),
        Binding(.escape, do: .backToNow),
      ] + (isLate ? [] : plan) + clocks(scene) + (isPlanned ? [] : planning) + general(scene) + [
        Binding(.character("F"), do: SeatingPanel.open, hint: "tables"),
        Binding(.character("M"), do: .between, unless: BetweenKeys.tooEarly(scene)),
        Binding(.character("E"), do: FiguresPanel.open),
        Binding(
          .control("o"), do: .takeInPeople,
          hint: scene.workshop.people.isEmpty && scene.current == nil ? "people" : nil),
      ]
  }

  /// What the workshop is, and its day.
  private static let planning = [
    Binding(.character("A"), do: AgendaEditor.open, hint: "agenda"),
    Binding(.character("W"), do: .setUp, hint: "set up"),
  ]

  /// The keys of the activity at hand: of one that is looked back at they only show.
  private static func kind(_ scene: Scene) -> [Binding] {
    guard let past = scene.lookedBackAt else {
      return scene.current.map { scene.kind.bindings(scene, $0) } ?? []
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
  static func time(_ scene: Scene) -> [Binding] {
    let idle: Phrase? = scene.current == nil ? "Nothing has begun: press n" : nil
    let runs = scene.countdown?.isRunning == true
    let hasTurns = scene.current.map { !scene.workshop.playlist(of: $0).isEmpty } ?? false
    var bindings = [
      Binding(
        .character(" "), do: .toggleCountdown, hint: runs ? "pause" : "start", unless: idle),
      Binding(
        .character("+"), .character("="), do: .minuteMore, hint: "minute",
        unless: idle),
      Binding(.character("-"), do: .minuteLess, unless: idle),
      Binding(.character(">"), do: .fiveMore, unless: idle),
      Binding(.character("<"), do: .fiveLess, unless: idle),
      Binding(.character("n"), do: .next, hint: scene.current == nil ? "begin" : "next"),
      Binding(.character("b"), do: .back, unless: idle),
    ]
    if hasTurns {
      bindings += [
        Binding(.character("]"), do: .nextTurn, hint: "next turn"),
        Binding(.character("["), do: .previousTurn),
      ]
    }
    return bindings
  }

  /// What is seldom asked of the time.
  private static func clocks(_ scene: Scene) -> [Binding] {
    let idle: Phrase? = scene.current == nil ? "Nothing has begun: press n" : nil
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
    ]
  }

  static func general(_ scene: Scene) -> [Binding] {
    [
      Binding(.character("s"), do: .toggleStage, hint: scene.focus.isOnStage ? "desk" : "stage"),
      Binding(.character("u"), do: .undo, hint: "undo"),
      Binding(.control("r"), do: .redo),
      Binding(.alt("p"), do: .park),
      Binding(
        .alt("w"), do: .walkParking,
        hint: scene.kind(of: scene.current).traits.contains(.closing) ? "parked" : nil),
      LooseEndsPanel.binding(scene),
      Binding(.alt("d"), do: .settle, hint: twoTexts(scene)),
      Binding(.character(":"), do: .palette),
      Binding(.character("?"), .function(1), do: .help, hint: "all"),
      Binding(.character("T"), do: .nextTheme),
      Binding(.control("t"), do: .toggleMouse),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.character("q"), .control("c"), do: .quit),
    ]
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
