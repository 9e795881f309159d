import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// Every ballot of every vote that was revealed, without names: anybody can count again by hand.
  package static let ballots = Chapter("Ballots, to count again") { scene in
    scene.workshop.polls.filter { !$0.anonymousBallots.isEmpty }.flatMap { poll in
      BallotTable.blocks(poll, scene)
    }
  }
}

private enum BallotTable {
  /// The options with their numbers and scores, then a line a ballot with what it gave to each, and the
  /// sums where it is sums that count.
  ///
  /// Ballots stand in the order of their marks, which tells nothing of who cast them or when.
  static func blocks(_ poll: Poll, _ scene: Scene) -> [Report.Block] {
    let ballots = poll.anonymousBallots
    let plan = scene.workshop.plan
    let session = plan.session(of: poll.activity).map { scene.say($0.title) }
    let place = [session, plan.activity(poll.activity).map { scene.say($0.title) }]
    let numbers = poll.options.indices.map { String($0 + 1) }
    let scores = Dictionary(
      (poll.result?.rows ?? []).map { ($0.option, $0.score) }, uniquingKeysWith: { a, _ in a })
    let sums = poll.options.map { option in ballots.reduce(0) { $0 + ($1.marks[option] ?? 0) } }
    let counts = poll.countedTotals
    let paper = poll.options.map { option in counts.reduce(0) { $0 + ($1.totals[option] ?? 0) } }
    let onPaper = counts.isEmpty ? [] : [scene.say("Counted by hand")]
    let options = poll.options.indices.map { index -> [String] in
      let option = poll.options[index]
      return [numbers[index], scene.workshop.label(ofOption: option)]
        + onPaper.map { _ in String(paper[index]) } + [scores[option].map(scene.score) ?? ""]
    }
    let rows = ballots.enumerated().map { index, ballot in
      [String(index + 1)] + poll.options.map { ballot.text(for: $0) }
    }
    let isSum = poll.options.indices.allSatisfy {
      scores[poll.options[$0]]?.whole == sums[$0] + paper[$0]
    }
    let right = Report.Alignment.trailing
    return [
      .heading(level: 2, place.compactMap { $0 }.joined(separator: " · ")),
      .paragraph(poll.question),
      .table(
        header: [scene.say("No."), scene.say("Option")] + onPaper + [scene.say("Score")],
        rows: options, alignment: [right, .leading] + onPaper.map { _ in right } + [right]),
      .table(
        header: [scene.say("Ballot")] + numbers,
        rows: rows + (isSum ? [[scene.say("In all")] + sums.map(String.init)] : []),
        alignment: (0...poll.options.count).map { _ in right }),
    ]
  }
}

extension AnonymousBallot {
  /// What it gave an option: a mark, one for each criterion in their order, or an objection's reason.
  package func text(for option: String) -> String {
    let keyed = marks.filter { Poll.parts($0.key)?.option == option && $0.key != option }
    let own = marks[option].map { [String($0)] } ?? []
    let parts = own + keyed.sorted { $0.key < $1.key }.map { String($0.value) }
    let reason = reasons[option].map { [$0] } ?? []
    return (parts.isEmpty ? reason : [parts.joined(separator: "/")] + reason).joined(separator: " ")
  }
}
