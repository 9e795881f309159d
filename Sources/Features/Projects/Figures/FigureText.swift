import Cards
package import Languages
package import Shell
import Terminal
import WorkshopCore
package import WorkshopQueries

/// The programme's figures in words and bars: one list, read by the desk, the stage, the report, the
/// lists and the command line.
package enum FigureText {
  /// A heading with its figures.
  package struct Group {
    package let title: Phrase
    package let rows: [Row]
  }

  /// One figure.
  package struct Row {
    /// As `kpis.csv` and `--json` name it.
    package let id: String
    package let label: Phrase
    /// Nil: no data.
    package var value: Double?
    /// What it is a part of, or what was planned.
    package var of: Double?
    /// As people read it; `–` without data.
    package var text: String
    /// Length of its bar, 0 to 1; nil where a bar says nothing.
    var bar: Double?
    /// How it is counted, where its name does not say.
    var definition: Phrase?
  }

  package static let none = "–"

  /// Every group of the programme, or of a session; what can only be told of the programme is left out
  /// of a session's.
  package static func groups(_ figures: Figures, isSession: Bool, _ scene: Scene) -> [Group] {
    [
      people(figures, isSession, scene), made(figures, isSession, scene), services(figures),
      figures.money.map { MoneyText.group($0, scene) },
      isSession ? nil : between(figures, scene), evaluation(figures, scene),
      time(figures, isSession, scene),
    ].compactMap { $0 }
  }

  private static func count(
    _ id: String, _ label: Phrase, _ count: Int?, of whole: Int? = nil, _ definition: Phrase? = nil
  ) -> Row {
    Row(
      id: id, label: label, value: count.map(Double.init), of: whole.map(Double.init),
      text: count.map(String.init) ?? none,
      bar: count.flatMap { count in whole.flatMap { $0 > 0 ? Double(count) / Double($0) : nil } },
      definition: definition)
  }

  private static func portion(
    _ id: String, _ label: Phrase, _ portion: Portion?, _ scene: Scene,
    _ definition: Phrase? = nil
  ) -> Row {
    Row(
      id: id, label: label, value: portion.map { Double($0.count) },
      of: portion.map { Double($0.of) },
      text: portion.map { ClosingWords.portion($0, scene) } ?? none, bar: portion?.fraction,
      definition: definition)
  }

  private static func pair(
    _ id: String, _ label: Phrase, _ pair: Figures.Pair?, _ scene: Scene,
    _ definition: Phrase? = nil
  ) -> Row {
    Row(
      id: id, label: label, value: pair.map { Double($0.actual) },
      of: pair.map { Double($0.planned) },
      text: pair.map { scene.say("\($0.actual), planned \($0.planned)") } ?? none,
      definition: definition)
  }

  private static func people(_ figures: Figures, _ isSession: Bool, _ scene: Scene) -> Group {
    let both = figures.present.flatMap { present in
      figures.registered.map { Portion(present, of: $0) }
    }
    return Group(
      title: "People##figures",
      rows: [
        count("registered", "On the list", figures.registered),
        portion("present", "Present", both, scene),
        portion(
          "returned", "Returned", figures.returned, scene,
          "Of those present at the first session: who came to this one, or to any later one"),
        count("organisations", "Organisations", figures.organisations),
      ])
  }

  private static func made(_ figures: Figures, _ isSession: Bool, _ scene: Scene) -> Group {
    let themes = portion("themes", "Themes explored", figures.themes, scene)
    return Group(
      title: "What was made",
      rows: (isSession ? [] : [themes]) + [
        count("personas", "Personas", figures.personas),
        count(
          "ideas", "Ideas", figures.ideas, "Those merged into others included"),
        count("canvases", "Canvases", figures.canvases, "Those that hold at least one card"),
      ])
  }

  private static func count(
    _ id: String, _ label: Phrase, _ number: Int?, _ definition: Phrase
  ) -> Row {
    count(id, label, number, of: nil, definition)
  }

  /// The funnel, then what left it.
  private static func services(_ figures: Figures) -> Group {
    let most = figures.reached.values.max()
    let steps = Figures.Step.allCases.map { step -> Row in
      var row = count(step.rawValue, step.phrase, figures.reached[step], of: most)
      row.of = nil
      row.definition = step.definition
      return row
    }
    let out: [ProjectStatus] = [.onHold, .paused, .merged, .dropped]
    let shown = out.filter { $0 != .paused || figures.standing[$0] != nil }
    return Group(
      title: "Services",
      rows: steps
        + shown.map { status in
          let isKnown = !figures.standing.isEmpty
          return count(
            status.rawValue, status.figure, isKnown ? figures.standing[status] ?? 0 : nil)
        })
  }

  private static func between(_ figures: Figures, _ scene: Scene) -> Group {
    Group(
      title: "Between the sessions",
      rows: [
        portion(
          "active", "Active after 30 days", figures.active, scene,
          "Teams that wrote or met 30 days after they began, or later, outside the sessions"),
        count("meetings", "Meetings held", figures.meetings),
        count(
          "experts", "Experts who joined later", figures.experts,
          "Those who joined after the first session"),
        portion(
          "on-time", "Actions on time", figures.onTime, scene,
          "Of those whose date is over, without those that were dropped"),
      ])
  }

  private static func evaluation(_ figures: Figures, _ scene: Scene) -> Group {
    let mean = figures.evaluation?.mean
    return Group(
      title: "Evaluation",
      rows: [
        Row(
          id: "roti", label: "Worth the time (ROTI)", value: mean,
          of: figures.evaluation.flatMap { $0.answers > 0 ? Double($0.answers) : nil },
          text: figures.evaluation.flatMap { ClosingWords.roti($0, scene) } ?? none,
          bar: mean.map { $0 / Double(Evaluation.scale.upperBound) },
          definition: "Was it worth the time? The mean of the grades from 0 to 5"),
        portion("met", "Met someone new", figures.evaluation?.met, scene, "Of those who said"),
      ])
  }

  private static func time(_ figures: Figures, _ isSession: Bool, _ scene: Scene) -> Group {
    let days = pair(
      "days", "Days between", figures.days, scene,
      "From the end of one workshop to the next, against the dates that were set first")
    return Group(
      title: "Time",
      rows: [
        pair("minutes", "Minutes", figures.minutes, scene, "Of sessions that are over"),
        Row(
          id: "overrun", label: "Minutes over", value: figures.overrun.map(Double.init),
          text: figures.overrun.map(String.init) ?? none,
          definition: "How much later than planned the sessions ended"),
      ] + (isSession ? [] : [days]))
  }
}

extension Figures.Step {
  var phrase: Phrase {
    switch self {
    case .potential: "Potential"
    case .defined: "Defined"
    case .go: "Approved##services"
    case .tested: "Tested"
    case .delivered: "Delivered"
    }
  }

  var definition: Phrase? {
    switch self {
    case .potential: "Services that ever came as far as this or further, by the decisions"
    case .tested: "Those whose draft has the result of a test"
    default: nil
    }
  }
}

extension ProjectStatus {
  /// As a figure's name: so many stand there now.
  fileprivate var figure: Phrase {
    switch self {
    case .onHold: "On hold now"
    case .paused: "Paused now"
    case .merged: "Merged"
    case .dropped: "Dropped"
    case .potential, .defined, .go, .delivered: phrase
    }
  }
}
