import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
package import WorkshopQueries

extension Chapter {
  /// The programme in figures: a table by session, the services' funnel, each project's test, and how
  /// each figure is counted. No names.
  package static let figures = Chapter("Indicators") { scene in
    let indicators = Indicators(of: scene.workshop, now: scene.now)
    guard FiguresReport.hasData(indicators, scene) else { return [] }
    return [FiguresReport.table(indicators, scene)] + FiguresReport.funnel(indicators, scene)
      + FiguresReport.evaluation(indicators, scene) + FiguresReport.tests(indicators, scene)
      + FiguresReport.definitions(indicators, scene)
  }
}

package enum FiguresReport {
  private static func groups(_ indicators: Indicators, _ scene: Scene) -> [FigureText.Group] {
    FigureText.groups(indicators.programme, isSession: false, scene)
  }

  /// Whether anything is known beyond who is registered: a plan that was never held has no figures.
  package static func hasData(_ indicators: Indicators, _ scene: Scene) -> Bool {
    let planned = ["registered", "organisations", MoneyText.fund]
    return groups(indicators, scene).flatMap(\.rows).contains {
      $0.value != nil && !planned.contains($0.id)
    }
  }

  /// A row for each figure that anybody has, a column for the programme and for each session.
  static func table(_ indicators: Indicators, _ scene: Scene) -> Report.Block {
    let sessions = indicators.sessions.count > 1 ? indicators.sessions : []
    let columns = sessions.map { item in
      Dictionary(
        FigureText.groups(item.figures, isSession: true, scene).flatMap(\.rows)
          .map { ($0.id, $0.text) }
      ) { $1 }
    }
    let rows = groups(indicators, scene).flatMap(\.rows).map { row in
      [scene.say(row.label), row.text] + columns.map { $0[row.id] ?? "" }
    }
    return .table(
      header: [scene.say("Indicator"), scene.say("Programme")]
        + sessions.map { scene.say($0.session.title) },
      rows: rows, alignment: [.leading] + (0...sessions.count).map { _ in .trailing })
  }

  static func funnel(_ indicators: Indicators, _ scene: Scene) -> [Report.Block] {
    let bars = Figures.Step.allCases.compactMap { step in
      indicators.programme.reached[step].map {
        Report.Bar(scene.say(step.phrase), value: Double($0), text: String($0))
      }
    }
    guard bars.count > 1 else { return [] }
    return [.heading(level: 2, scene.say("Services")), .bars(bars)]
  }

  static func evaluation(_ indicators: Indicators, _ scene: Scene) -> [Report.Block] {
    // Of a single session it stands with its closing round.
    let held = indicators.sessions.filter { $0.figures.evaluation != nil }
    guard held.count > 1, let all = indicators.programme.evaluation else { return [] }
    return [.heading(level: 2, scene.say("Evaluation"))] + ClosingWords.report(all, scene)
  }

  static func tests(_ indicators: Indicators, _ scene: Scene) -> [Report.Block] {
    let rows = TestText.rows(indicators, scene)
    guard !rows.isEmpty else { return [] }
    return [
      .heading(level: 2, scene.say("Tests")),
      .table(
        header: TestText.header.map { scene.say($0) }, rows: rows,
        alignment: [.leading, .leading, .trailing, .trailing, .trailing]),
    ]
  }

  static func definitions(_ indicators: Indicators, _ scene: Scene) -> [Report.Block] {
    let items = groups(indicators, scene).flatMap(\.rows).compactMap { row in
      row.definition.map {
        Report.Item(scene.language.labelled(scene.say(row.label), scene.say($0)))
      }
    }
    return [.heading(level: 2, scene.say("How it is counted")), .list(items)]
  }
}
