import FoundationEssentials
import Languages
import Projects
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension Command {
  static let kpi = Command(
    name: "kpi", usage: "DIR",
    summary: "Print the figures of the programme, counted from what happened",
    options: [
      Option(
        name: "session", value: "S", help: "Only one session: its id or the start of its name"),
      Option(name: "json", help: "As JSON, for every session; null where there is no data"),
    ]
  ) { arguments in
    let scene = try Opening.scene(try arguments.directory, role: .facilitator, arguments: arguments)
    let indicators = Indicators(of: scene.workshop, now: scene.now)
    if arguments.has("json") {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Console.print(
        String(decoding: try encoder.encode(KpiDocument(indicators, scene)), as: UTF8.self))
      return 0
    }
    var (column, figures) = (0, indicators.programme)
    if let name = arguments["session"] {
      let session = try session(name, scene)
      let index = indicators.sessions.firstIndex { $0.session.id == session.id } ?? 0
      (column, figures) = (index + 1, indicators.sessions[index].figures)
    }
    Console.print(
      FiguresView.title(FiguresView.Place(column: column), indicators, scene) + "\n")
    let groups = FigureText.groups(figures, isSession: column > 0, scene)
    let width = (groups.flatMap(\.rows).map { Text.width(scene.say($0.label)) }.max() ?? 0) + 2
    for group in groups {
      Console.print(scene.say(group.title))
      for row in group.rows {
        Console.print("  " + Text.pad(scene.say(row.label), to: width) + row.text)
      }
    }
    let tests = column == 0 ? TestText.rows(indicators, scene) : []
    if !tests.isEmpty {
      Console.print(scene.say("Tests"))
      for row in tests {
        let facts = zip(TestText.header, row).dropFirst(2).map { label, text in
          scene.language.labelled(scene.say(label), text)
        }
        Console.print("  \(row[0]) · " + facts.joined(separator: " · "))
      }
    }
    return 0
  }
}

/// What `atelier kpi --json` prints.
private struct KpiDocument: Encodable {
  struct Figure: Encodable {
    let value: Double?
    let of: Double?

    /// Null is said, not left out: no data is a fact too.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(value, forKey: .value)
      if let of { try container.encode(of, forKey: .of) }
    }

    private enum Keys: String, CodingKey { case value, of }
  }

  struct Test: Encodable {
    let project: String
    let usersTested: Int?
    let daysToFirstTest: Int?
    let cost: Int?
  }

  let programme: [String: Figure]
  let sessions: [String: [String: Figure]]
  let projects: [Test]

  init(_ indicators: Indicators, _ scene: Scene) {
    func figures(_ figures: Figures, isSession: Bool) -> [String: Figure] {
      let rows = FigureText.groups(figures, isSession: isSession, scene).flatMap(\.rows)
      return Dictionary(rows.map { ($0.id, Figure(value: $0.value, of: $0.of)) }) { $1 }
    }
    programme = figures(indicators.programme, isSession: false)
    sessions = Dictionary(
      indicators.sessions.map { ($0.session.id, figures($0.figures, isSession: true)) }
    ) { $1 }
    projects = indicators.projects.map { test in
      Test(
        project: Text.sanitised(scene.workshop.card(test.id)?.text ?? test.id),
        usersTested: test.users, daysToFirstTest: test.days, cost: test.cost)
    }
  }
}
