import Journaling
import Terminal
import Testing
import WorkshopCore

@testable import atelier
@testable import Boards
@testable import Cards
@testable import Languages
@testable import Shell

/// Several terminals of one workshop, on one directory.
enum Terminals {
  static let plan = Plan(
    title: "Trial",
    themes: [
      Theme(id: "inclusion", name: "Inclusion"), Theme(id: "training", name: "Training"),
    ], people: [Person(id: "anna", name: "Anna Kovács")], tables: 2,
    boards: [
      Board(id: "ideas", title: "Ideas", sheet: "idea"),
      Board(id: "projects", title: "Projects", sheet: "project"),
      Board(id: "personas", title: "Personas", sheet: "persona"),
      Board(id: "actions", title: "Actions", sheet: "action"),
      Board(
        id: "feedback", title: "Feedback", sheet: "feedback",
        zones: ["like", "wish"].map { Zone(id: $0, title: Localized($0)) }),
      Board(
        id: "facts", title: "Facts", sheet: "fact", columns: .theme,
        zones: ["fact", "question"].map { Zone(id: $0, title: Localized($0)) }),
    ],
    sessions: [
      Session(
        id: "day", title: "Day",
        activities: [
          Activity(id: "storm", title: "Storm", kind: "board", minutes: 10, board: "ideas"),
          Activity(id: "canvas", title: "Canvas", kind: "canvas", minutes: 10, canvas: "social"),
          Activity(
            id: "way", title: "Way", kind: "journey", minutes: 10, canvas: "public-service"),
          Activity(
            id: "steps", title: "Steps", kind: "actions", minutes: 10, board: "actions"),
          Activity(
            id: "pitches", title: "Pitches", kind: "talk", minutes: 10, board: "feedback",
            each: "projects"),
          Activity(
            id: "talks", title: "Talks", kind: "talk", minutes: 10, board: "facts",
            rounds: [
              Round(
                title: "One", theme: "inclusion", segments: [Segment(title: "Talk", minutes: 5)]),
              Round(
                title: "Two", theme: "training", segments: [Segment(title: "Talk", minutes: 5)]),
            ]),
        ])
    ])

  /// A desk that has begun, two ideas of like names, and two note-takers at the canvas activity.
  static func atCanvas(
    _ body: (inout Seat, inout Seat, inout Seat, Directory) throws -> Void
  ) throws {
    try Seat.inWorkshop(Self.plan) { directory in
      var desk = try Seat(directory, .facilitator, "Facilitator")
      desk.press(.character("n"))
      let ideas = ["Guichet mobile A", "Guichet mobile B"].map {
        Event.cardAdded(board: "ideas", text: $0, fields: nil)
      }
      desk.room.carryOut(
        Outcome(events: ideas + [.activityOpened(activity: "canvas", seconds: nil)]), &desk.scene)
      var ana = try Seat(directory, .notes, "Ana")
      var louis = try Seat(directory, .notes, "Louis")
      ana.look()
      louis.look()
      try body(&desk, &ana, &louis, directory)
      ana.room.close(ana.scene)
      louis.room.close(louis.scene)
      desk.room.close(desk.scene)
    }
  }
}
