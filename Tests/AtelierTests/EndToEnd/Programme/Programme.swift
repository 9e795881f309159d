import Foundation
import Testing

/// The directory of a whole programme, its people and its clock.
final class Programme {
  let place: Folder
  let workshop: String
  let tmux = Tmux()
  /// Every activity's id, session after session.
  let activities: [String]

  static let people = [
    ("Ada Berg", "Town", "builder"), ("Ben Cole", "County", "builder"),
    ("Cleo Dane", "Town", "builder"), ("Dora Eng", "Port", "builder"),
    ("Emil Fox", "Port", "builder"), ("Fay Gold", "County", "builder"),
    ("Gus Hill", "Haven", "builder"), ("Hana Ito", "Haven", "builder"),
    ("Ivo Jung", "Town", "builder"), ("Jo Karr", "Port", "builder"),
    ("Kim Lund", "University", "expert"), ("Lea Moss", "Bureau", "jury"),
    ("Max Noll", "Fund", "jury"),
  ]

  /// Whoever is at the two days.
  static let builders = people.dropLast(2).map { $0.0 }

  init(in place: Folder) throws {
    self.place = place
    workshop = try place.workshop("digital-builders+jury-day", title: "Confluent")
    let plan = try Self.plan(workshop)
    activities = (plan["sessions"] as? [[String: Any]] ?? []).flatMap {
      ($0["activities"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
    try setDates { index, _ in Self.day([0, 1, 34][index]) }
    let rows = Self.people.map { "\($0);\($1);\($2)\n" }.joined()
    place.put("Name;Organisation;Role\n" + rows, "people.csv")
    let read = try Program.run("import", workshop, place / "people.csv")
    #expect(read.code == 0 && read.out.contains("13 new"), "\(read)")
  }

  func open(_ role: String, _ name: String) throws -> Pane {
    let arguments: [String] = role == "stage" ? [] : ["--as", name]
    // At 24 rows the projector has what it says in body letters.
    let size = role == "stage" ? (columns: 80, rows: 24) : (columns: 100, rows: 30)
    return try tmux.open(
      "\(name)-\(panes)", [Program.path, role, workshop] + arguments, size: size)
  }

  private var panes: Int {
    count += 1
    return count
  }
  private var count = 0

  func state() throws -> State { try State(workshop) }

  /// Goes on to an activity, asking twice where somebody still writes.
  func go(_ desk: Pane, to activity: String) throws {
    let target = try #require(activities.firstIndex(of: activity), "\(activity)")
    let now = try state().document["current"] as? String
    let start = now.flatMap { activities.firstIndex(of: $0) } ?? -1
    for _ in start..<target { try desk.press("n") }
    try wait("the activity \(activity)", telling: { try desk.screen }) {
      let before = try state().document["current"] as? String
      if before == activity { return true }
      // A letter may be held until it is known not to begin a word.
      usleep(400_000)
      if try state().document["current"] as? String == before { try desk.press("n") }
      return false
    }
  }

  func close(_ panes: [(Pane, key: String)]) throws {
    for (pane, key) in panes {
      try pane.press(key, key)
      #expect(try pane.end() == 0, "\(pane.name)")
    }
  }

  // MARK: Time

  /// A day, so many after another one, as plans write it.
  static func day(_ offset: Int, from start: String? = nil) -> String {
    let date = start.flatMap { try? Date($0, strategy: style) } ?? Date()
    return date.addingTimeInterval(Double(offset) * 86_400).formatted(style)
  }

  private static let style = Date.ISO8601FormatStyle.iso8601.year().month().day()

  /// Time goes by: everything that was written happened so many days earlier.
  ///
  /// A line without its checksum is one that somebody wrote by hand: it counts.
  func later(days: Int) throws {
    let journals = workshop + "/journal"
    for name in try FileManager.default.contentsOfDirectory(atPath: journals) {
      let text = try String(contentsOfFile: journals + "/" + name, encoding: .utf8)
      let lines = text.split(separator: "\n").map { Self.earlier(String($0), by: days) }
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: journals + "/" + name, atomically: false, encoding: .utf8)
    }
    try setDates { _, date in Self.day(-days, from: date) }
    #expect(try Program.run("check", workshop).code == 0)
  }

  private static func earlier(_ line: String, by days: Int) -> String {
    line.replacing(/"t":"([0-9a-f]{12})/, maxReplacements: 1) { match in
      let time = (Int(match.output.1, radix: 16) ?? 0) - days * 86_400_000
      let hex = String(time, radix: 16)
      return "\"t\":\"" + String(repeating: "0", count: 12 - hex.count) + hex
    }
    .replacing(/"at":"([0-9-]{10})/, maxReplacements: 1) { match in
      "\"at\":\"" + day(-days, from: String(match.output.1))
    }
    .replacing(/,"c":"[0-9a-f]{8}"\}$/, with: "}")
  }

  /// The jury meets today, a day before it was planned.
  func setJuryDay() throws {
    try setDates { index, date in index == 2 ? Self.day(0) : date }
  }

  // MARK: The plan's file, edited by hand

  private static func plan(_ workshop: String) throws -> [String: Any] {
    let data = try #require(FileManager.default.contents(atPath: workshop + "/workshop.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func setDates(_ date: (Int, String) -> String) throws {
    var plan = try Self.plan(workshop)
    var sessions = try #require(plan["sessions"] as? [[String: Any]])
    for index in sessions.indices {
      sessions[index]["date"] = date(index, sessions[index]["date"] as? String ?? "")
    }
    plan["sessions"] = sessions
    try JSONSerialization.data(withJSONObject: plan, options: .prettyPrinted)
      .write(to: URL(fileURLWithPath: workshop + "/workshop.json"))
  }
}

extension Pane {
  /// Many keys at a stroke; a text stands as it is.
  func strike(_ keys: [String]) throws {
    _ = try Program.run(
      "/usr/bin/tmux",
      ["-u", "-L", "atelier-test", "-f", tmux.folder / "conf", "send-keys", "-t", "\(name):"]
        + keys,
      environment: ["TMUX_TMPDIR": tmux.folder.path])
  }

  /// One key, so many times.
  func strike(_ key: String, _ count: Int) throws {
    try strike(Array(repeating: key, count: count))
  }
}
