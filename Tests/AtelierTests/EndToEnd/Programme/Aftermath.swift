import Foundation
import Testing
import WorkshopQueries

/// When everybody has gone: why, the figures, every export, and the whole read back.
struct Aftermath {
  let programme: Programme
  let state: State

  init(_ programme: Programme) throws {
    self.programme = programme
    state = try programme.state()
  }

  func compare() throws {
    try figures()
    try why()
    try exports()
    try readBack()
  }

  /// 5 themes, 4 of them explored; 5 potential services, 4 defined, 2 that go, 2 on hold, 1 dropped.
  private func figures() throws {
    #expect((state.document["themes"] as? [Any])?.count == 5)
    #expect(try programme.explored() == ["inclusion", "participation", "relation", "resources"])
    #expect(decided("potential").count == 5 && decided("defined").count == 4)
    #expect(standing("go").sorted() == ["Half a day of training", "One desk for ten towns"])
    #expect(standing("on-hold").sorted() == ["A call on Thursdays", "A reply within thirty days"])
    #expect(standing("dropped") == ["Answers shared by counters"])
    #expect(state.texts(on: "meetings").count == 2 && state.texts(on: "feedback").count == 3)
    #expect(state.texts(on: "advice").count == 10)
    try counted()
  }

  /// The same figures as the program counts them.
  private func counted() throws {
    let run = try Program.run("kpi", programme.workshop, "--json")
    let document = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    let figures = try #require(document?["programme"] as? [String: [String: Any]], "\(run)")
    let expected = [
      "registered": 14, "present": 11, "organisations": 7, "themes": 4, "personas": 2, "ideas": 7,
      "canvases": 1, "potential": 5, "defined": 4, "go": 2, "on-hold": 2, "dropped": 1,
      "meetings": 2,
    ]
    for (id, number) in expected {
      #expect(figures[id]?["value"] as? Int == number, "\(id): \(figures[id] ?? [:])")
    }
    #expect(figures["themes"]?["of"] as? Int == 5)
  }

  private var decisions: [[String: String]] {
    state.cards.filter { $0["board"] as? String == "decisions" }
      .compactMap { $0["fields"] as? [String: String] }.filter { $0["project"] != nil }
  }

  /// The projects that were ever decided to be something.
  private func decided(_ status: String) -> Set<String> {
    Set(decisions.filter { $0["status"] == status }.compactMap { $0["project"] })
  }

  /// The titles of the projects that a status stands for in the end.
  private func standing(_ status: String) -> [String] {
    let last = Dictionary(grouping: decisions) { $0["project"] ?? "" }.compactMapValues(\.last)
    return last.filter { $0.value["status"] == status }.compactMap { id, _ in
      state.cards.first { $0["id"] as? String == id }?["text"] as? String
    }
  }

  private func why() throws {
    let told = try Program.run("why", programme.workshop, "one desk").out
    for text in [
      "approved, wave 1", "Mirela", "Begins again at each desk", "One door", "place 1 of 7",
      "version 2", "Pitches", "A good start", "2 × Go", "the decision followed the jury",
      "The bureau",
      "✓ Ask two mayors", "Files closed",
    ] {
      #expect(told.contains(text), "\(text) in\n\(told)")
    }
    let json = try Program.run("why", programme.workshop, "one desk", "--json").out
    let steps =
      (try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?["steps"]
      as? [[String: Any]] ?? []
    let missing = steps.filter { ($0["items"] as? [Any])?.isEmpty != false }
    #expect(steps.count == 13 && missing.isEmpty, "\(missing)")
  }

  private func exports() throws {
    for format in ["markdown", "html", "ics"] {
      let run = try Program.run(
        "export", programme.workshop, "--format", format, "--language", "fr")
      #expect(run.code == 0 && run.err.isEmpty && run.out.contains("Confluent"), "\(format)")
    }
    let lists = programme.place / "lists"
    #expect(try Program.run("export", programme.workshop, "--format", "csv", "-o", lists).code == 0)
    #expect(programme.place.text("lists/decisions.csv").contains("The bureau"))
    let handovers = programme.place / "handovers"
    try Program.run("export", programme.workshop, "--project", "all", "-o", handovers)
    #expect(try FileManager.default.contentsOfDirectory(atPath: handovers).count == 5)
    let anonymous = try Program.run(
      "export", programme.workshop, "--public", "--without-names", "--detail", "full"
    ).out
    for (name, _, _) in Programme.people { #expect(!anonymous.contains(name), "\(name)") }
  }

  /// The JSON, read in as another workshop, is the same JSON.
  private func readBack() throws {
    let file = programme.place / "state.json"
    try Program.run("export", programme.workshop, "--format", "json", "-o", file)
    let copy = programme.place / "copy"
    let read = try Program.run("import", copy, file)
    #expect(read.code == 0, "\(read)")
    let again = try State(copy)
    for key in state.document.keys.sorted() where !Self.ofNow.contains(key) {
      #expect(text(state.document[key]) == text(again.document[key]), "\(key)")
    }
  }

  /// What is true of the moment alone.
  private static let ofNow: Set<String> = ["countdown", "clocks", "sessions"]

  private func text(_ value: Any?) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: ["": value ?? ""], options: [.sortedKeys, .prettyPrinted])
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
