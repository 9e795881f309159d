import Foundation
import Testing
import WorkshopQueries

/// The second workshop: pitches in a drawn order, sealed forms, advice read out, decisions.
struct JuryDay {
  let programme: Programme
  let desk: Pane
  let stage: Pane
  let ana: Pane

  init(_ programme: Programme) throws {
    self.programme = programme
    desk = try programme.open("run", "flora")
    stage = try programme.open("stage", "stage")
    ana = try programme.open("notes", "ana")
    try desk.see("Jury day")
  }

  func pitch() throws {
    try desk.press("Escape")
    try programme.go(desk, to: "arrival")
    try desk.press("y")
    try desk.see("Last time's actions", "Ask two mayors")
    try desk.press("d", "Enter")
    try desk.see("✓ Ask two mayors")
    try desk.press("Escape")
    try programme.go(desk, to: "pitches-1")
    try desk.press("r", "d")
    try desk.see("Draw number", "8 + 7 + 5 min")
    try desk.press("Escape", "]")
    try stage.see("▶ Talk 8", "Questions 7", "Notes 5")
    try ana.see("Into: about")
    try ana.enter("You tried it before you asked for money")
    try wait("feedback on whoever pitches", telling: { try ana.screen }) {
      try programme.state().cards.contains {
        $0["board"] as? String == "feedback"
          && ($0["fields"] as? [String: String])?["project"] != nil
      }
    }
    try programme.go(desk, to: "pitches-2")
    try desk.press("]")
    try programme.go(desk, to: "community")
    for project in ["one desk", "half a day"] {
      try ana.press("F2")
      try ana.see("What is the feedback about?")
      try ana.enter(project)
      try ana.enter("A good start, says \(project)")
      try stage.see("A good start")
    }
  }

  /// Scores, then the recommendation as the place among its choices.
  private static let forms = [
    ("One desk", ["5", "4", "5", "4"], 1), ("Half a day", ["5", "4", "4", "5"], 1),
    ("A reply", ["2", "2", "4", "3"], 3), ("A call", ["3", "3", "4", "2"], 4),
    ("Answers", ["2", "2", "1", "2"], 5),
  ]

  func judge() throws {
    try programme.go(desk, to: "jury")
    let projects = try programme.state().texts(on: "projects")
    try desk.press("f")
    try desk.see("Lea Moss", "0 of 10 are in")
    for count in 1...10 {
      let project = projects[(count - 1) % 5]
      let form = try #require(Self.forms.first { project.hasPrefix($0.0) })
      try desk.press("Enter")
      try desk.see("Conflict of interest")
      try desk.type("Advice \(count)")
      try desk.strike(["Down", "Down"] + form.1.flatMap { [$0, "Down"] })
      try desk.strike("Down", 5)
      try desk.strike(Array(repeating: "Right", count: form.2) + ["Down"])
      try desk.press("Escape")
      try desk.see("\(count) of 10 are in")
      try desk.press("n")
    }
    #expect(try programme.state().texts(on: "advice").isEmpty, "sealed")
    try desk.press("Escape", "v")
    try desk.see("The forms are open")
    try desk.press("v")
    try desk.see("4.5 from 2 jurors · adjusted 4.5", "2 × Go")
    try desk.press("Escape")
    try programme.go(desk, to: "advice")
    try desk.press(".")
    try stage.see("2 × Go", "Advice 1")
    try grade()
  }

  private static let grades = [
    "One desk": "a", "Half a day": "b", "A reply": "d", "A call": "c", "Answers": "f",
  ]

  /// An advisory vote by grades.
  private func grade() throws {
    try programme.go(desk, to: "vote")
    try desk.press("d")
    try desk.see("Chosen")
    try desk.press("Enter")
    try desk.see("voters: 0")
    let ballot = try programme.options().enumerated().map { index, option in
      "\(index + 1)" + (Self.grades.first { option.hasPrefix($0.key) }?.value ?? "f")
    }.joined(separator: " ")
    try desk.press("p")
    try desk.see("Paper ballots")
    for _ in 1...3 { try desk.enter(ballot) }
    try desk.see("3 entered here")
    try programme.reveal(desk)
    try stage.see("Excellent")
  }

  func decide() throws {
    try programme.go(desk, to: "decisions")
    for project in ["one desk", "half a day", "a reply", "a call"] {
      try open(project, "defined")
      try desk.press("Enter")
      try desk.see("Decided: defined")
    }
    for (index, project) in ["one desk", "half a day"].enumerated() {
      try open(project, "approved")
      try desk.see("The group is active")
      try desk.press("1", "4", "Enter")
      if index == 0 {
        try desk.see("Wave")
        try desk.type("The bureau")
        try desk.press("Escape")
      }
      try desk.see("Decided: approved, wave 1")
    }
    try stage.see(
      "APPROVED, WAVE 1", "The bureau", "The group is active · Quick and simple to test")
    for project in ["a reply", "a call"] {
      try open(project, "on hold")
      try desk.see("Asked next: the day it is looked at again")
      try desk.press("2", "Enter")
      try desk.see("Review on")
      try desk.type("in 4 months")
      try desk.see("= ")
      try desk.press("Escape")
      try desk.see("Decided: on hold, to review")
    }
    try open("answers", "dropped")
    try desk.see("Too few people")
    try desk.press("2", "Tab")
    try desk.see("In words")
    try desk.type("Nobody owns an answer for ten towns")
    try desk.press("Escape")
    try desk.see("Decided: dropped")
    try desk.press("d")
    try desk.see("What is decided about?")
    try desk.enter("monitoring")
    try desk.see("explored?")
    try desk.enter("not")
    try desk.see("Data-driven monitoring: not explored")
    try desk.press("2", "Enter")
    try wait("the theme is not explored", telling: { try desk.screen }) {
      try !programme.explored().contains("data")
    }
    try desk.press(".")
    try stage.see("On hold", "Dropped", "Theme not explored")
    try programme.go(desk, to: "check-out")
    try ana.enter("Keep the jury at our tables")
    try stage.see("Keep the jury")
    try programme.close([(desk, "q"), (stage, "q"), (ana, "C-q")])
  }

  private func open(_ project: String, _ status: String) throws {
    try desk.press("d")
    try desk.see("What is decided about?")
    try desk.enter(project)
    try desk.see(" →")
    try desk.type(status)
  }
}

extension Programme {
  /// The ids of the themes that were explored.
  func explored() throws -> Set<String> {
    let themes = try state().document["themes"] as? [[String: Any]] ?? []
    return Set(
      themes.filter { $0["status"] as? String == "explored" }.compactMap { $0["id"] as? String })
  }
}
