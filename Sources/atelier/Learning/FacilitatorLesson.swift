import Languages
import Shell
import Terminal
import WorkshopCore

/// What a facilitator tries in ten minutes: time, wall, projector, agenda, a vote, the report.
enum FacilitatorLesson {
  static let guide = Guide(start + wall + projector + agenda + vote + report)

  private static let start = [
    Guide.Step(
      {
        "Tables are finding ideas, but no timer is running. Start it: \($0.key("toggle-countdown"))"
      },
      answer: "The timer runs here and for everyone"
    ) { $0.after.countdown?.isRunning == true },
    Guide.Step(
      { "Time is short: give them two minutes more, twice \($0.key("minute-more"))" },
      answer: "Two minutes more; the day ends later", times: 2
    ) { $0.action == "minute-more" },
  ]

  private static let wall = [
    Guide.Step(
      { "You hear an idea: \($0.key("add-card")), type it, \($0.name(.enter))" },
      answer: "It is on the board"
    ) { $0.after.workshop.cards.count > $0.before.workshop.cards.count },
    Guide.Step(
      { "Not now, after all. Undo it: \($0.key("undo"))" },
      answer: "Undone. Everything can be undone"
    ) { $0.action == "undo" },
  ]

  private static let projector = [
    Guide.Step(
      { "What does everyone see? Show it here: \($0.key("toggle-stage"))" },
      answer: "This is what everyone sees"
    ) { $0.after.focus.isOnStage },
    Guide.Step(
      { "Go back to your own screen: \($0.key("toggle-stage"))" },
      answer: "A projector of its own: atelier stage"
    ) { !$0.after.focus.isOnStage },
  ]

  private static let agenda = [
    Guide.Step(
      { "Enough ideas. Take everyone to the next item: \($0.key("next"))" },
      answer: "Everyone is at another activity now"
    ) { $0.after.workshop.current != $0.before.workshop.current },
    Guide.Step(
      { "That was too early. Go back: \($0.key("back")), twice, for it moves everyone" },
      answer: "You are back, with all that was written"
    ) { $0.action == "back" && $0.after.workshop.current != $0.before.workshop.current },
    Guide.Step(
      { "Now go on to the vote: \($0.key("next")) until the item is a vote" },
      answer: "The options are the ideas on the board"
    ) { deed in
      deed.after.kind(of: deed.after.current).traits.contains(.vote)
    },
  ]

  private static let vote = [
    Guide.Step(
      { sight in
        away(sight)
          ?? "Open the vote: \(sight.key("open-poll")). Look at how people vote, then \(sight.name(.enter))"
      },
      answer: "The tables hand in their ballots now"
    ) { poll($0.after)?.isOpen == true },
    Guide.Step(
      { away($0) ?? "When all have voted, close the vote: \($0.key("close-poll")), twice" },
      answer: "Closed. Nobody knows the result yet"
    ) { poll($0.after)?.isOpen == false },
    Guide.Step(
      { away($0) ?? "Show the result to everyone: \($0.key("reveal-poll"))" },
      answer: "Everyone sees what was chosen"
    ) { poll($0.after)?.isRevealed == true },
  ]

  private static let report = [
    Guide.Step(
      { "The report is written as you leave: \($0.key("quit")), twice" },
      answer: "The report is written"
    ) { $0.action == "quit" && $0.before.focus.armed?.action == "quit" }
  ]

  /// The way back to the vote; nil for whoever is there.
  private static func away(_ sight: Guide.Sight) -> Phrase? {
    sight.scene.kind(of: sight.scene.current).traits.contains(.vote)
      ? nil
      : "The vote is another item: go on with \(sight.key("next")), back with \(sight.key("back"))"
  }

  private static func poll(_ scene: Scene) -> Poll? {
    scene.current.flatMap { scene.workshop.latestPoll(of: $0.id) }
  }
}
