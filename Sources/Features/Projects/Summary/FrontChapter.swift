import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What stands under the report's title: when, where, for whom, whom to ask; purpose and context in
  /// three sentences.
  package static let front = Chapter { scene in
    [.facts(FrontPage.facts(scene)), .paragraph(FrontPage.purpose(scene))]
  }
}

enum FrontPage {
  static func facts(_ scene: Scene) -> [Report.Fact] {
    let plan = scene.workshop.plan
    let held = Dictionary(
      scene.workshop.holdings.map { ($0.session.id, $0.day) }, uniquingKeysWith: { a, _ in a })
    let days = plan.sessions.compactMap { session in
      held[session.id].map { scene.language.day($0, from: nil) } ?? scene.date(of: session)
    }
    let places = plan.sessions.compactMap(\.place).reduce(into: [String]()) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
    let facts: [Report.Fact] = [
      .init(scene.say("Days##of the sessions"), days.joined(separator: " · ")),
      .init(scene.say("Place"), places.joined(separator: " · ")),
      .init(scene.say("Sponsor##of the workshop"), plan.commissioner ?? ""),
      .init(scene.say("Contact"), plan.lead ?? ""),
      .init(
        scene.say("State at"),
        scene.asOf.milliseconds > 0 ? scene.language.day(scene.asOf.day, from: nil) : ""),
    ]
    return facts.filter { !$0.text.isEmpty }
  }

  /// The goal; who worked on what; what went before.
  static func purpose(_ scene: Scene) -> String {
    let before = scene.language.clauses(HistoryText.lines(scene))
    let context = before.isEmpty ? "" : scene.say("Before it: \(before).")
    return [work(scene), context].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The goal, and who worked on what.
  static func work(_ scene: Scene) -> String {
    let workshop = scene.workshop
    let people = workshop.people.count
    let organisations = Set(workshop.people.compactMap { $0[Card.organisation] }).count
    let sessions = workshop.holdings.count
    let themes = workshop.themes.map { scene.say($0.name) }.joined(separator: ", ")
    let who =
      people == 0 || sessions == 0
      ? ""
      : scene.say(
        "\(people) {1|person|people} of \(organisations) {2|organisation|organisations}, \(sessions) {3|session|sessions}."
      )
    let what = themes.isEmpty ? "" : scene.say("Themes: \(themes).")
    return [scene.say(workshop.plan.goal), who, what].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
