import Cards
import Languages
import Reporting
import Shell
import WorkshopCore
import WorkshopQueries

/// A vote in the report: bars, ways in, other rules; its ballots stand in an annex. A sealed vote says
/// only that it is one.
enum VoteChapter {
  static func blocks(_ scene: Scene, _ activity: Activity) -> [Report.Block] {
    scene.workshop.polls.filter { $0.activity == activity.id }.flatMap { poll -> [Report.Block] in
      let own = poll.question == scene.say(activity.question) ? "" : poll.question
      let question = poll.runoffOf == nil ? own : scene.say("Run-off: \(poll.question)")
      guard let tally = Counted.tally(poll), let remarks = VoteRemarks(scene, poll) else {
        return [.paragraph(question), .note(scene.say("This vote has not been revealed."))]
      }
      return [.paragraph(question)] + picture(scene, poll, tally)
        + [.paragraph(facts(scene, poll, tally))] + remarks.all.map { .note($0) }
        + details(scene, poll, tally) + ways(scene, poll, tally) + rules(scene, poll)
    }
  }

  private static func facts(_ scene: Scene, _ poll: Poll, _ tally: Tally) -> String {
    var facts = [
      scene.say("Voters: \(tally.voters)"), scene.presence(at: poll),
      scene.say(scene.words(of: poll.method).name),
      scene.say(scene.rule(of: poll)),
    ].compactMap { $0 }
    let cut = VoteCut(scene, poll, tally)
    if cut.isDrawn { facts.append(scene.say(cut.label)) }
    if tally.late > 0 { facts.append(scene.say("\(tally.late) late")) }
    if poll.proxies > 0 { facts.append(scene.say("for people who were absent: \(poll.proxies)")) }
    if tally.refused > 0 {
      facts.append(scene.say("refused: \(scene.refusals(poll))"))
    }
    if let second = poll.secondEntry {
      facts.append(
        scene.say(
          "typed twice: \(second.confirmed) of \(second.of) · corrected: \(second.corrected)"))
    }
    let voted = poll.namedVoters.compactMap { scene.workshop.card($0)?.text }
    if !voted.isEmpty { facts.append(scene.say("voted: \(voted.joined(separator: ", "))")) }
    return facts.joined(separator: " · ")
  }

  /// Bars that are drawn; the table of the ballots has every option.
  private static let longest = 10

  private static func picture(
    _ scene: Scene, _ poll: Poll, _ tally: Tally
  ) -> [Report.Block] {
    let cut = VoteCut(scene, poll, tally)
    // A scale is read step by step.
    let steps = Dictionary(tally.rows.map { ($0.option, $0) }) { first, _ in first }
    let rows = poll.method.isScale ? poll.options.compactMap { steps[$0] } : cut.rows
    let bars = rows.map { row in
      Report.Bar(
        scene.label(ofOption: row.option, in: poll) + (cut.chosen.contains(row.option) ? " ✓" : ""),
        value: max(0, row.score.value), text: scene.score(row.score, poll))
    }
    let most: Double? =
      switch poll.method.form {
      case .grades: Double(poll.settings.gradeCount - 1)
      case .scores where poll.method.asks(.weights): Double(poll.settings.highest)
      default: nil
      }
    let more = poll.method.isScale ? 0 : bars.count - longest
    guard more > 0 else { return [.bars(bars, maximum: most)] }
    return [
      .bars(Array(bars.prefix(longest)), maximum: most),
      .note(scene.say("and \(more) more, from \(bars[longest].text) down")),
    ]
  }

  /// What the method tells besides the score.
  private static func details(
    _ scene: Scene, _ poll: Poll, _ tally: Tally
  ) -> [Report.Block] {
    let label = { (row: Tally.Row) in scene.workshop.label(ofOption: row.option) }
    var (header, rows): ([String], [[String]]) = ([], [])
    for row in tally.rows {
      switch row.detail {
      case .none: continue
      case .places(let counts):
        // Who has no place has no counts: the header is that of the most.
        header = (0..<max(header.count, counts.count)).map { String($0 + 1) }
        rows.append([label(row)] + counts.map(String.init))
      case .criteria(let spreads):
        header = poll.settings.grid.map { "\(scene.say($0.name)) (\($0.weight))" }
        rows.append([label(row)] + spreads.map { deviation(scene, $0) })
      case .grades(let counts):
        header = counts.indices.reversed().map { scene.grade($0, poll) }
        rows.append([label(row)] + counts.reversed().map(String.init))
      case .objections(let reasons):
        guard !reasons.isEmpty else { continue }
        header = [scene.say("Objections")]
        rows.append([label(row), reasons.joined(separator: " · ")])
      case .place(let place):
        header = [scene.say("Impact"), scene.say("Effort"), ""]
        rows.append([
          label(row), deviation(scene, place.impact), deviation(scene, place.effort),
          place.quadrant.map { scene.say($0.name) } ?? "",
        ])
      }
    }
    let isPlaces = poll.method.form == .places
    let head = isPlaces ? scene.say("How many put it in each place") : ""
    return rows.isEmpty
      ? [] : [.paragraph(head), .table(header: [scene.say("Option")] + header, rows: rows)]
  }

  private static func deviation(_ scene: Scene, _ spread: Spread) -> String {
    let text = VoteLegend.spread(scene, spread)
    return spread.deviation.map { text + " ±" + scene.language.oneDecimal($0) } ?? text
  }

  /// Paper, hands and screens, apart and together.
  private static func ways(_ scene: Scene, _ poll: Poll, _ tally: Tally) -> [Report.Block] {
    guard tally.parts.count > 1 else { return [] }
    let voters =
      [scene.say("Voters")] + tally.parts.map { String($0.voters) } + [String(tally.voters)]
    let rows = tally.rows.map { row in
      [scene.workshop.label(ofOption: row.option)]
        + tally.parts.map { $0.scores[row.option].map { scene.score($0, poll) } ?? "–" }
        + [scene.score(row.score, poll)]
    }
    return [
      .table(
        header: [scene.say("Option")] + tally.parts.map { scene.say($0.way.noun) }
          + [scene.say("Together")],
        rows: rows + [voters],
        alignment: [.leading] + Array(repeating: .trailing, count: tally.parts.count + 1))
    ]
  }

  /// The rank of every option under every rule that can read these ballots.
  private static func rules(_ scene: Scene, _ poll: Poll) -> [Report.Block] {
    guard let recount = Counted.recount(poll), let own = recount.results.first else { return [] }
    let rows = own.places.map { place in
      [scene.workshop.label(ofOption: place.option)]
        + recount.results.map { result in
          result.places.first { $0.option == place.option }.map { String($0.rank) } ?? ""
        }
    }
    let left =
      recount.leftOut == 0
      ? "" : scene.say("Not in the recount, known by totals alone: \(recount.leftOut)")
    return [
      .paragraph(scene.say("The same ballots by other rules: places")),
      .table(
        header: [scene.say("Option")] + recount.results.map { scene.name(of: $0.rule, in: poll) },
        rows: rows,
        alignment: [.leading] + Array(repeating: .trailing, count: recount.results.count)),
      .note(left),
    ]
  }

  /// Every ballot that counts, by the options' numbers on the list.
}
