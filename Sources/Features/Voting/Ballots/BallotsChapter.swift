import Cards
import Languages
import Reporting
package import Shell
import WorkshopCore
import WorkshopQueries

extension Chapter {
  /// Every ballot of every vote that was revealed, without names: anybody can count again by hand. How people
  /// found the day is theirs.
  package static let ballots = Chapter("Ballots, to count again") { scene in
    scene.workshop.votesOnCards.filter { !$0.anonymousBallots.isEmpty }.flatMap { poll in
      BallotTable.blocks(poll, scene)
    }
  }
}

/// One vote of the annex: how it is counted, the options with their scores, and all ballots with labelled
/// marks. What was not marked is empty, never 0.
///
/// Ballots stand in the order of their marks, which tells nothing of who cast them or when.
private struct BallotTable {
  let poll: Poll
  let scene: Scene
  private let ballots: [AnonymousBallot]

  private init(_ poll: Poll, _ scene: Scene) {
    (self.poll, self.scene) = (poll, scene)
    ballots = poll.anonymousBallots
  }

  static func blocks(_ poll: Poll, _ scene: Scene) -> [Report.Block] {
    let table = BallotTable(poll, scene)
    let plan = scene.workshop.plan
    let session = plan.session(of: poll.activity).map { scene.say($0.title) }
    let place = [session, plan.activity(poll.activity).map { scene.say($0.title) }]
    return [
      .heading(level: 2, place.compactMap { $0 }.joined(separator: " · ")),
      .paragraph(scene.question(of: poll)),
      .paragraph(
        "\(scene.say(scene.words(of: poll.method).name)) · \(scene.say(scene.rule(of: poll)))"),
      .paragraph(scene.say(scene.words(of: poll.method).counting(poll, scene))),
      table.options,
    ] + table.hands + [.paragraph(scene.say("All ballots"))]
      + (poll.method.isGrid ? table.scores : [table.marks])
  }

  private static let right = Report.Alignment.trailing

  /// The options with their numbers and scores, and what was counted by hand.
  private var options: Report.Block {
    let rows = poll.result?.rows ?? []
    let scores = Dictionary(rows.map { ($0.option, $0.score) }, uniquingKeysWith: { a, _ in a })
    let counts = poll.method.totals == .options ? poll.countedTotals : []
    let onPaper = counts.isEmpty ? [] : [scene.say("Counted by hand")]
    let cells = poll.options.enumerated().map { index, option -> [String] in
      let paper = counts.reduce(0) { $0 + ($1.totals[option] ?? 0) }
      return [String(index + 1), scene.workshop.label(ofOption: option)]
        + onPaper.map { _ in String(paper) } + [scores[option].map(score) ?? ""]
    }
    return .table(
      header: [scene.say("No."), scene.say("Option")] + onPaper + [scene.say("Score##of a vote")],
      rows: cells,
      alignment: [Self.right, .leading] + onPaper.map { _ in Self.right } + [Self.right])
  }

  private func score(_ score: Score) -> String {
    poll.method.form == .grades
      ? "\(score.numerator + 1) · \(scene.grade(score.numerator, poll))"
      : scene.score(score, poll, decimals: 2)
  }

  /// Hands raised for grades: how many for each grade of each option, and of how many people.
  private var hands: [Report.Block] {
    guard poll.method.totals == .grades, !poll.countedTotals.isEmpty else { return [] }
    let grades = 0..<poll.settings.gradeCount
    let rows = poll.options.enumerated().map { index, option in
      [String(index + 1)]
        + grades.map { grade in
          String(
            poll.countedTotals.reduce(0) { $0 + ($1.totals[Poll.key(String(grade), option)] ?? 0) })
        }
    }
    let voters = poll.countedTotals.compactMap(\.voters).reduce(0, +)
    return [
      .paragraph(scene.say("Counted by hand, of \(voters) voters: how many for each grade")),
      .table(
        header: [scene.say("No.")] + grades.map { String($0 + 1) }, rows: rows,
        alignment: Array(repeating: Self.right, count: grades.count + 1)),
    ]
  }

  private var hasReceipts: Bool { ballots.contains { $0.receipt != nil } }

  /// A line a ballot with its mark for each option, and the sums where it is sums that count.
  private var marks: Report.Block {
    let receipts = hasReceipts ? [scene.say("Receipt")] : []
    let rows = ballots.enumerated().map { index, ballot in
      [String(index + 1)] + receipts.map { _ in ballot.receipt ?? "" }
        + poll.options.map { ballot.text(for: $0, in: poll) }
    }
    let sums = poll.options.map { option in ballots.reduce(0) { $0 + ($1.marks[option] ?? 0) } }
    let total =
      poll.isSum ? [[scene.say("In all")] + receipts.map { _ in "" } + sums.map(String.init)] : []
    return .table(
      header: [scene.say("Ballot")] + receipts + poll.options.indices.map { String($0 + 1) },
      rows: rows + total,
      alignment: Array(repeating: Self.right, count: poll.options.count + receipts.count + 1))
  }

  /// A table an option with a column for each criterion; the receipts stand before them.
  private var scores: [Report.Block] {
    let receipts = ballots.enumerated().map { index, ballot in
      [String(index + 1), ballot.receipt ?? ""]
    }
    let known: [Report.Block] =
      hasReceipts
      ? [.table(header: [scene.say("Ballot"), scene.say("Receipt")], rows: receipts)] : []
    let parts = poll.parts
    let header = [scene.say("Ballot")] + parts.map { BallotWords.part($0, poll, scene) }
    let tables = poll.options.enumerated().flatMap { number, option -> [Report.Block] in
      let rows = ballots.enumerated().map { index, ballot in
        [String(index + 1)]
          + parts.map { ballot.marks[Poll.key($0, option)].map(String.init) ?? "" }
      }
      return [
        .paragraph("\(number + 1) · \(scene.workshop.label(ofOption: option))"),
        .table(
          header: header, rows: rows,
          alignment: Array(repeating: Self.right, count: header.count)),
      ]
    }
    return known + tables
  }
}

extension Poll {
  /// Whether a score is the sum of what stands on the ballots.
  fileprivate var isSum: Bool {
    switch method.form {
    case .choice, .ticks, .dots, .amounts, .objections: true
    case .places, .scores, .grades: false
    }
  }
}

extension AnonymousBallot {
  /// What it gave an option, in a method without criteria: a mark, a grade from 1, an objection with its
  /// reason; empty for nothing.
  func text(for option: String, in poll: Poll) -> String {
    guard let mark = marks[option] else { return "" }
    let number = String(poll.method.form == .grades ? mark + 1 : mark)
    return reasons[option].map { "\(number): \($0)" } ?? number
  }
}
