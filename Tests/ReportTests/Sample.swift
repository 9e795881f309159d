import WorkshopCore
import WorkshopQueries

/// A small workshop in the middle of its day: two people, three cards, a poll, a running countdown.
enum Sample {
  /// 2026-03-12 09:00 UTC.
  static let start: Int64 = 1_773_306_000_000
  static let now = Moment(milliseconds: start + 90_000)

  static let plan = Plan(
    title: Localized(texts: ["en": "Harbour", "fr": "Le port", "hu": "Kikötő"]),
    themes: [
      Theme(
        id: "sea", name: Localized(texts: ["en": "Sea", "fr": "Mer"]),
        challenge: "How might we sail?", sponsor: "Port")
    ],
    people: [Person(id: "anna", name: "Anna", organisation: "Port", role: "builder")],
    boards: [
      Board(
        id: "ideas", title: Localized(texts: ["en": "Ideas", "fr": "Idées"]), question: "What?",
        zones: [Zone(id: "north", title: Localized(texts: ["en": "North", "fr": "Nord"]))])
    ],
    sessions: [
      Session(
        id: "day", title: "Day", date: "2026-03-12", place: "Hall",
        activities: [
          Activity(id: "hello", title: "Hello", kind: "welcome", minutes: 5),
          Activity(
            id: "storm", title: Localized(texts: ["en": "Storm", "fr": "Tempête"]), kind: "board",
            phase: .scan, minutes: 20, isFixed: true, question: "What?", board: "ideas"),
        ])
    ])

  /// The plan, then the events: one a second by the writer `w`, so that the n-th has the id `w-n`.
  static func workshop(_ events: [Event] = events, by: String = "Ben") -> Workshop {
    var workshop = Workshop(plan: plan)
    for (index, event) in events.enumerated() {
      workshop.apply(
        Entry(
          id: EntryID(writer: "w", sequence: index + 1),
          stamp: Stamp(milliseconds: start + Int64(index) * 1000), at: "", by: by, event: event))
    }
    return workshop
  }

  static let events: [Event] = [
    .activityOpened(activity: "storm", seconds: 1200),
    .cardAdded(
      board: "ideas", text: "A ferry", fields: ["zone": "north", "theme": "sea", "effort": "2"]),
    .cardAdded(board: "people", text: "Zoé", fields: ["project": "w-2"]),
    .cardAdded(board: "ideas", text: "Gone", fields: nil),
    .cardBinned(card: "w-4"), .voiceAdded(card: "w-2"),
    .memberAdded(card: "w-2", set: "team", member: "anna"),
    .fieldSet(card: "w-2", field: "effort", value: "3", over: nil),
    .pollOpened(
      activity: "storm", question: "Which?", method: .dots, options: ["w-2", "Other"], dots: 3,
      cap: 2,
      winners: 1), .ballotCast(poll: "w-9", voter: "voter-ben", marks: ["w-2": 2]),
    .ballotCast(poll: "w-9", voter: "voter-eve", marks: ["w-2": 1, "Other": 2]),
    .pollClosed(poll: "w-9", cut: ["w": 99]), .readied(activity: "storm", ready: true),
  ]
}
