import Terminal
import Testing
import WorkshopCore
import WorkshopQueries

@testable import People
@testable import Shell

/// The seating plan as the room reads it, and as the facilitator works on it.
@Suite struct SeatingViewTests {
  private func stage(_ language: String) throws -> Scene {
    try Stage.scene(
      at: "themes", role: .stage, language: language,
      then: [.viewShown(activity: "themes", view: SeatingView.name, step: 0)])
  }

  private func text(_ scene: Scene, _ columns: Int, _ rows: Int) -> String {
    View.draw(scene, size: Size(columns: columns, rows: rows)).text
  }

  @Test(arguments: SeatingFrames.all.keys.sorted())
  func `a screen of the tables looks as it should`(_ name: String) throws {
    let parts = name.split(separator: "-")
    let (language, size) = (String(parts[1]), parts[2].split(separator: "x").compactMap { Int($0) })
    let scene =
      switch parts[0] {
      case "stage": try stage(language)
      case "panel": try Stage.pressed(["F"], at: "themes", language: language)
      default: try Stage.scene(at: "harvest", role: .stage, language: language)
      }
    #expect(SeatingFrames.rows(text(scene, size[0], size[1])) == SeatingFrames.all[name])
  }

  /// Every name of a roster is on the stage in full, or with an initial in a small window.
  @Test(arguments: [
    (5, 6, 80, 24), (10, 6, 80, 24), (10, 6, 120, 40), (6, 8, 120, 40), (5, 6, 60, 15),
  ])
  func `nobody looks in vain`(tables: Int, each: Int, columns: Int, rows: Int) {
    let scene = Self.room(tables: tables, each: each)
    let text = text(scene, columns, rows)
    for person in scene.workshop.people {
      let first = person.text.prefix { $0 != " " }
      #expect(text.contains(first), "\(person.text) in\n\(text)")
    }
    for table in 1...tables { #expect(text.contains("Table \(table)")) }
    #expect(!text.contains("@"))
  }

  @Test func `two people who would be called alike keep their names`() {
    let scene = Self.room(
      tables: 5, each: 6, names: ["Ana Keller", "Ana Kovács", "Ana Szabó", "Louis Garnier"])
    let text = text(scene, 60, 15)
    #expect(text.contains("Ana\u{A0}Keller") && text.contains("Ana\u{A0}Kovács"))
    #expect(text.contains("Ana\u{A0}S."))
    #expect(text.contains("Louis") && !text.contains("Garnier"))
  }

  @Test func `an address that somebody typed is not shown`() {
    var scene = Self.room(tables: 5, each: 6)
    for (index, person) in scene.workshop.people.enumerated() {
      let event = Event.fieldSet(
        card: person.id, field: "e-mail", value: "secret@example.org", over: nil)
      scene.workshop.apply(Stage.entry(event, 800 + index, at: scene.now.milliseconds))
    }
    for (columns, rows) in [(60, 15), (80, 24), (120, 40)] {
      #expect(!text(scene, columns, rows).contains("example"))
    }
  }

  @Test func `it can be drawn at any size, whoever has no table is named where there is room`() {
    var scene = Self.room(tables: 20, each: 7)
    scene.workshop.apply(
      Stage.entry(
        .cardAdded(board: Workshop.people, text: "Odile Late", fields: nil), 950,
        at: scene.now.milliseconds))
    for columns in stride(from: 60, to: 200, by: 7) {
      for rows in stride(from: 15, to: 60, by: 5) {
        let lines = text(scene, columns, rows).split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= rows && lines.allSatisfy { Text.width(String($0)) <= columns })
      }
    }
    #expect(text(scene, 120, 40).contains("Without a table: Odile Late"))
  }

  /// A room full of people at tables, shown on the stage.
  private static func room(tables: Int, each: Int, names: [String] = []) -> Scene {
    let first = ["Ana", "Louis", "Inès", "Samir", "Claire", "Moussa", "Julie", "Bernadette"]
    let family = ["Keller", "Benali", "Fontanel", "Diarra", "Lemarchand", "Nguyen", "Szabó"]
    let people = (0..<tables * each).map { index in
      Person(
        id: "p\(index)",
        name: index < names.count
          ? names[index]
          : "\(first[index % first.count])\(index / first.count) \(family[index % family.count])")
    }
    var plan = FixturePlan.plan()
    plan.people = people
    plan.tables = tables
    let seats = Dictionary(
      uniqueKeysWithValues: people.enumerated().map { ($1.id, String($0 % tables + 1)) })
    return Stage.scene(
      plan, role: .stage,
      then: [
        .activityOpened(activity: "welcome", seconds: nil),
        .fieldsSet(field: "table", values: seats),
        .viewShown(activity: "welcome", view: SeatingView.name, step: 0),
      ])
  }
}
