import Foundation
import Testing

/// The first workshop: personas, ideas, a vote, projects with their people and next steps.
struct TwoDays {
  let programme: Programme
  let desk: Pane
  let stage: Pane
  let ana: Pane
  let bea: Pane

  init(_ programme: Programme) throws {
    self.programme = programme
    desk = try programme.open("run", "flora")
    stage = try programme.open("stage", "stage")
    ana = try programme.open("notes", "ana")
    bea = try programme.open("notes", "bea")
    try desk.see("begin")
  }

  /// People arrive, experts speak, personas are dealt, one of them hurts.
  func scan() throws {
    try programme.go(desk, to: "arrival-1")
    try desk.press("I")
    try desk.see("Check-in")
    for name in Programme.builders { try desk.enter(name) }
    try desk.see("11 of 13 here")
    try desk.press("Escape")
    try programme.go(desk, to: "experts-1")
    try desk.press("]")
    try ana.see("The facilitator is at")
    try ana.enter("One visitor in four came for an online form")
    try bea.enter("Nobody told the helpers what they may do")
    try desk.see("Noted", "2 cards")
    try programme.go(desk, to: "persona")
    try desk.press("d")
    try stage.see("Table 1")
    try desk.press(".", "t", "t")
    for (pane, table, name) in [(ana, 0, "Mirela"), (bea, 1, "Sandrine")] {
      try pane.press("F5")
      try pane.see("Whose sheet?")
      try pane.strike("Down", table)
      try pane.press("Enter")
      try pane.see("Digital ease")
      try pane.enter(name)
      try pane.press("Escape")
    }
    try stage.see("Mirela", "Sandrine")
    try programme.go(desk, to: "journey")
    try desk.press("c")
    try desk.see("Whose journey?")
    try desk.enter("mirela")
    try ana.see("Into: Learn", "Mirela")
    try ana.press("C-n")
    try ana.see("Into: Find out")
    try ana.enter("! Begins again at each desk")
    try desk.see("!1  Mirela")
    try programme.go(desk, to: "challenges")
    try bea.press("F5")
    try bea.see("! Begins again")
    try bea.press("Enter")
    try bea.see("How might we")
    try bea.enter("hear the story once?")
    try stage.see("How might we hear the story once?")
  }

  private static let ideas = [
    "A card on how far to help", "Half a day of training", "A reply within thirty days",
    "A call on Thursdays", "Answers shared by counters", "Coffee in the hall",
  ]

  /// Two note-takers write, the desk sorts, the room votes on paper and with stickers.
  func focus() throws {
    try programme.go(desk, to: "ideas-1")
    try desk.press("L")
    try desk.see("! Begins again")
    try desk.press("Enter")
    try desk.see("answers it")
    try desk.enter("One desk for ten towns")
    for (index, idea) in Self.ideas.enumerated() { try (index % 2 == 0 ? ana : bea).enter(idea) }
    for pane in [ana, bea] { try pane.see("7 cards") }
    try programme.go(desk, to: "cluster-1")
    try desk.press("Enter", "c")
    try desk.enter("Staff who can help")
    try desk.see("m moves cards to it")
    try desk.press("c")
    try desk.enter("One door")
    try desk.see("One door")
    for (card, cluster) in [("card on", "staff"), ("half a", "staff"), ("one desk", "one door")] {
      try desk.press("/", "C-u")
      try desk.enter(card)
      try desk.see("filter: \(card)")
      try desk.press("Down", "m")
      try desk.see("Move to")
      try desk.enter(cluster)
      try desk.lose("Move to")
    }
    try desk.press("/", "C-u", "Enter", "H")
    try stage.see("Staff who can help", "Coffee")
    try desk.press("Escape")
    try vote()
  }

  private static let stickers = [
    "One desk for ten towns": "9", "Half a day of training": "8",
    "A reply within thirty days": "7", "A call on Thursdays": "6",
    "Answers shared by counters": "5",
  ]

  private func vote() throws {
    try programme.go(desk, to: "vote-1")
    try desk.press("d")
    try desk.see("Chosen")
    try desk.strike(["Down", "Down", "Down", "Down", "Left", "Left", "Left"])
    try desk.see("◂ 5 ▸")
    try desk.press("Enter")
    try desk.see("voters: 0")
    let options = try programme.options()
    let numbers = ["One desk", "Half a day", "A reply"].map { name in
      String((options.firstIndex { $0.hasPrefix(name) } ?? 0) + 1)
    }
    try desk.press("p")
    try desk.see("Paper ballots")
    for ballot in ["\(numbers[0]) \(numbers[1])", "\(numbers[0]) \(numbers[2])", numbers[0]] {
      try desk.enter(ballot)
    }
    try desk.see("3 entered here")
    try desk.press("Escape", "t")
    try desk.see("Totals")
    try desk.strike(options.flatMap { [Self.stickers[$0] ?? "0", "Enter"] } + ["9", "Enter"])
    try desk.see("Counted")
    try programme.reveal(desk)
    try stage.see("12")
    try desk.press("O")
    try desk.see("from the vote")
    try desk.press("f")
    try desk.see("Press again to make projects")
    try desk.press("f")
    try desk.see("5 projects are potential now")
    try desk.press("Escape")
  }

  private static let teams = [
    ("One desk", ["Ada", "Ben", "Cleo"]), ("Half a day", ["Dora", "Emil", "Fay"]),
    ("A reply", ["Gus", "Hana"]), ("A call", ["Ivo"]), ("Answers", ["Jo"]),
  ]

  /// A canvas, everybody signs up, next steps and drafts.
  func act() throws {
    try programme.go(desk, to: "canvas-1")
    try desk.press("c")
    try desk.see("A canvas about")
    try desk.enter("one desk")
    try ana.see("Ctrl-N")
    try ana.press("C-n")
    try ana.see("Into:")
    try ana.enter("Families who move between two towns")
    try stage.see("Families who")
    try programme.go(desk, to: "sign-up")
    try desk.press("g")
    try desk.see("Who signs up?")
    let projects = try programme.projects()
    for (project, names) in Self.teams {
      let number = (projects.firstIndex { $0.hasPrefix(project) } ?? 0) + 1
      for name in names {
        try desk.type("\(name)\(number)")
        try desk.see("→ \(number) \(project)")
      }
    }
    try desk.press("Escape")
    try stage.see("Ada Berg, Ben Cole, Cleo Dane")
    try programme.go(desk, to: "groups")
    try desk.press("O")
    for (step, day, promise) in [
      ("Ask two mayors @Ada-Berg >2 weeks", 14, "The story is told once"),
      ("Draft the help card @Dora-Eng >3 weeks", 21, "Every counter knows how far it may help"),
    ] {
      try desk.see("from the vote")
      try desk.strike(day == 14 ? ["Enter"] : ["Down", "Enter"])
      try desk.see("action")
      try desk.press("a")
      try desk.type(step)
      try desk.see("→ ")
      try desk.press("Enter")
      try desk.see(String(step.prefix { $0 != "@" }).trimmingCharacters(in: .whitespaces))
      try desk.press("m")
      try desk.see("Riskiest")
      try desk.type(promise)
      try desk.strike("Down", 7)
      try desk.type("Files closed by the first person")
      try desk.press("Escape")
      try desk.see("version 1")
      try desk.press("Escape")
    }
    try desk.press("Escape")
    try programme.go(desk, to: "check-out-2")
    try bea.enter("Keep the silence before the vote")
    try stage.see("Keep the silence")
    try programme.close([(desk, "q"), (stage, "q"), (ana, "C-q"), (bea, "C-q")])
  }
}

extension Programme {
  /// The texts of the last vote's options, as ballots number them.
  func options() throws -> [String] {
    let polls = try state().document["polls"] as? [[String: Any]] ?? []
    return (polls.last?["options"] as? [[String: Any]] ?? []).compactMap { $0["label"] as? String }
  }

  /// The projects in the order of their board.
  func projects() throws -> [String] {
    let cards = try state().document["cards"] as? [[String: Any]] ?? []
    return cards.filter { $0["board"] as? String == "projects" }.compactMap {
      $0["text"] as? String
    }
  }

  func reveal(_ desk: Pane) throws {
    try desk.press("Escape", "c")
    try desk.see("press c again")
    try desk.press("c")
    try desk.see("v reveals")
    try desk.press("v")
  }
}
