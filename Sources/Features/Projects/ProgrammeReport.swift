import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// What the programme is beyond its meetings: the call, the five traits, the programmes before it.
  package static let programme = Chapter("The programme") { scene in
    [.facts(ProgrammeReport.facts(scene).filter { !$0.text.isEmpty })]
      + ProgrammeReport.blocks(scene)
  }
}

/// What the programme is beyond its meetings: the call, the five traits, the fund against the budgets, the
/// programmes before it.
enum ProgrammeReport {
  /// One line each, among the first page's facts.
  static func facts(_ scene: Scene) -> [Report.Fact] {
    guard let programme = scene.workshop.plan.programme else { return [] }
    return [
      .init(scene.say("The call"), dates(programme.call, scene)),
      .init(scene.say("Fund"), balance(programme, scene)),
    ]
  }

  /// What takes more than a line, at the chapter's end.
  static func blocks(_ scene: Scene) -> [Report.Block] {
    let programme = scene.workshop.plan.programme ?? Programme()
    return call(programme.call, scene) + traits(programme, scene) + earlier(programme, scene)
      + communities(scene)
  }

  private static func section(_ title: Phrase, _ blocks: [Report.Block], _ scene: Scene)
    -> [Report.Block]
  {
    let blocks = blocks.filter { !$0.isBlank }
    return blocks.isEmpty ? [] : [.heading(level: 2, scene.say(title))] + blocks
  }

  /// From when until when, as far as anybody said.
  static func dates(_ call: Programme.Call, _ scene: Scene) -> String {
    func day(_ text: String?) -> String? {
      guard let text, !text.isEmpty else { return nil }
      return Day(text).map { scene.language.day($0, from: nil) } ?? text
    }
    switch (day(call.opens), day(call.closes)) {
    case (let opens?, let closes?): return scene.say("from \(opens) to \(closes)")
    case (let opens?, nil): return scene.say("from \(opens)")
    case (nil, let closes?): return scene.say("until \(closes)")
    case (nil, nil): return ""
    }
  }

  /// Its name and its amount; what cannot be read stands as it was typed.
  private static func fund(_ programme: Programme, _ sum: Amount?, _ scene: Scene) -> String {
    let amount = sum.map { scene.language.money($0) } ?? programme.fund.amount ?? ""
    return [scene.say(programme.fund.name), amount].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// The same with what the budgets leave of it.
  private static func balance(_ programme: Programme, _ scene: Scene) -> String {
    let balance = MoneyText.balance(scene.workshop.money, scene)
    guard !balance.isEmpty else { return fund(programme, programme.fund.sum, scene) }
    return [scene.say(programme.fund.name), balance].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private static func call(_ call: Programme.Call, _ scene: Scene) -> [Report.Block] {
    let facts: [(Phrase, String)] = [
      ("Who may answer", scene.say(call.who)), ("Dates", dates(call, scene)),
      ("Rules", scene.say(call.rules)),
      (
        "Ideas",
        call.isAnonymous.map { scene.say($0 ? "without names" : "with names") } ?? ""
      ),
    ]
    return section(
      "The call",
      [
        .paragraph(scene.say(call.text)),
        .list(
          facts.filter { !$0.1.isEmpty }.map {
            Report.Item(scene.language.labelled(scene.say($0.0), $0.1))
          }),
      ], scene)
  }

  /// All five as soon as one is said: what is missing is named.
  private static func traits(_ programme: Programme, _ scene: Scene) -> [Report.Block] {
    let rows: [(Phrase, String)] = [
      ("Few themes", scene.say(programme.traits[.fewThemes])),
      ("Participants close to the matter", scene.say(programme.traits[.closePeople])),
      ("A short experiment", scene.say(programme.traits[.shortExperiment])),
      ("A fund of its own", fund(programme, programme.fund.sum, scene)),
      ("Easy to evaluate", scene.say(programme.traits[.easyEvaluation])),
    ]
    guard rows.contains(where: { !$0.1.isEmpty }) else { return [] }
    let items = rows.map { label, text in
      Report.Item(
        scene.language.labelled(
          scene.say(label), text.isEmpty ? scene.say("not said yet") : text))
    }
    return section("The programme as an MVP", [.list(items)], scene)
  }

  private static func earlier(_ programme: Programme, _ scene: Scene) -> [Report.Block] {
    let header: [Phrase] = ["Programme", "Years", "Municipalities", "Projects", "Money"]
    let rows = programme.earlier.map { one in
      [
        scene.say(one.name), one.years ?? "", one.municipalities ?? "", one.projects ?? "",
        money(one, scene),
      ]
    }
    return section(
      "Earlier programmes",
      [
        .table(
          header: header.map { scene.say($0) }, rows: rows,
          alignment: [.leading, .leading, .trailing, .trailing, .trailing])
      ], scene)
  }

  /// Its sum as this language writes it, else as it was typed.
  static func money(_ programme: EarlierProgramme, _ scene: Scene) -> String {
    guard let typed = programme.money else { return "" }
    return Amount(typed).map { scene.language.money($0) } ?? typed
  }

  private static func communities(_ scene: Scene) -> [Report.Block] {
    guard let communities = scene.workshop.communities else { return [] }
    return section(
      "Communities brought together", [.paragraph(CommunityText.line(communities, scene))], scene)
  }
}

/// The cohorts in a line.
private enum CommunityText {
  static func line(_ communities: Communities, _ scene: Scene) -> String {
    let groups = communities.cohorts.map { "\($0.name) (\($0.people))" }
    let rest =
      communities.without > 0 ? [scene.say("without a cohort (\(communities.without))")] : []
    let mixed = communities.mixed
    let all = (groups + rest).joined(separator: ", ")
    guard mixed.of > 0 else { return all }
    return all + ". "
      + scene.say("Projects with people of several cohorts: \(mixed.count) of \(mixed.of)")
  }
}

/// What went before the programme, in a line for each: why it is there at all.
package enum HistoryText {
  package static func lines(_ scene: Scene) -> [String] {
    (scene.workshop.plan.programme?.earlier ?? []).map { one in
      let counts = [
        one.municipalities.map { scene.say("\($0) municipalities") },
        one.projects.map { scene.say("\($0) projects") },
      ].compactMap { $0 }
      let name = [scene.say(one.name), one.years.map { "(\($0))" }].compactMap { $0 }
        .joined(separator: " ")
      let money = ProgrammeReport.money(one, scene)
      let facts = (counts + [money]).filter { !$0.isEmpty }.joined(separator: ", ")
      return facts.isEmpty ? name : scene.language.labelled(name, facts)
    }
  }
}
