import Languages
package import Reporting
package import Shell
package import WorkshopCore
import WorkshopQueries

/// A user journey in the report: what it is about, a table of its stages, the feelings, the pains.
package enum JourneyReport {
  /// - Parameter level: of the heading over its pains.
  package static func blocks(_ scene: Scene, _ board: Board, level: Int) -> [Report.Block] {
    guard scene.journey(of: board) != nil else { return [] }
    let map = scene.map(of: board)
    guard !scene.workshop.cards(on: board.id).isEmpty else { return [] }
    return [
      .facts(facts(scene, board)), table(scene, board, map), curve(scene, board, map),
    ]
      + pains(scene, board, map, level: level) + loose(scene, map)
      + ReportParts.alsoSaid(scene, on: board)
  }

  private static func facts(_ scene: Scene, _ board: Board) -> [Report.Fact] {
    let subject = JourneyHead(board.id)
    let named: Set = ["persona", "time"]  // They stand in the heading.
    return (scene.head?.fields ?? []).filter { !named.contains($0.id) }.compactMap { field in
      subject.value(of: field.id, scene).map {
        Report.Fact(scene.say(field.label), Form.display($0, of: field, scene))
      }
    }
  }

  /// A line a stage, a column for each row that has something; pains stand beneath, with what came of
  /// them.
  private static func table(_ scene: Scene, _ board: Board, _ map: JourneyMap) -> Report.Block {
    let rows = JourneyMap.Row.allCases.filter { row in
      row != .pain && map.stages.contains { !$0.lines(in: row).isEmpty }
    }
    let lines = map.stages.filter { !$0.lines.isEmpty }.map { stage -> [String] in
      [scene.title(ofZone: stage.id, on: board) ?? stage.id]
        + rows.map { row in
          row == .emotion
            ? stage.emotion.map(JourneyMap.signed) ?? ""
            : stage.lines(in: row).map { text(scene, $0) }.joined(separator: " · ")
        }
    }
    let header = [scene.say("Stage of the user journey")] + rows.map { scene.label($0) }
    return .table(header: header, rows: lines)
  }

  /// What was said, with how often.
  private static func text(_ scene: Scene, _ line: JourneyMap.Line) -> String {
    guard line.isWhole, let card = scene.workshop.card(line.card) else { return line.text }
    return card.voices > 1 ? "\(line.text) (×\(card.voices))" : line.text
  }

  /// The curve, drawn or as a line of text: `Learn +1 → Find out −1 → Apply −2`.
  private static func curve(_ scene: Scene, _ board: Board, _ map: JourneyMap) -> Report.Block {
    let stages = map.stages.map { stage in
      (label: scene.title(ofZone: stage.id, on: board) ?? stage.id, value: stage.emotion)
    }
    let points = stages.compactMap { stage in
      stage.value.map { "\(stage.label) \(JourneyMap.signed($0))" }
    }
    guard !points.isEmpty else { return .paragraph("") }
    let line = scene.language.labelled(scene.label(.emotion), points.joined(separator: " → "))
    return .picture(
      .curve(
        title: scene.label(.emotion), description: line, stages: stages,
        instead: [.paragraph(line)]))
  }

  private static func pains(
    _ scene: Scene, _ board: Board, _ map: JourneyMap, level: Int
  ) -> [Report.Block] {
    let items = map.stages.flatMap { stage in
      stage.lines(in: .pain).map { line in
        let place = scene.title(ofZone: stage.id, on: board) ?? stage.id
        let answers = scene.answers(to: line.card).map { Report.Item("→ \($0.text)") }
        return Report.Item("\(text(scene, line)) (\(place))", children: answers)
      }
    }
    return items.isEmpty
      ? [] : [.heading(level: level, scene.say("Pain points")), .list(items)]
  }

  /// What lies in no stage is written down all the same.
  private static func loose(_ scene: Scene, _ map: JourneyMap) -> [Report.Block] {
    guard !map.loose.isEmpty else { return [] }
    return [
      .paragraph(scene.say("Not yet sorted")),
      .list(map.loose.map { .init(text(scene, $0)) }),
    ]
  }
}
