import Languages
import Shell
import WorkshopCore

/// Where the cut line falls among the rows of a result: beneath the last one that is chosen, the same on
/// the stage, at the desk and in the report.
///
/// Nobody is chosen whom nobody marked, so that there may be fewer above the line than there are places,
/// or more, where the tied were all kept.
struct VoteCut {
  /// By rank; of options at one rank those that were chosen stand first.
  let rows: [Tally.Row]
  let chosen: Set<String>
  /// Whether a line decides at all: not by consent, on a scale, or where a fund does.
  let isDrawn: Bool
  /// The first row beneath the line; nil without a line.
  let place: Int?
  /// What stands on the line for whoever runs the vote; the room is told who goes on.
  let label: Phrase
  let roomLabel: Phrase = "chosen above this line"

  init(_ scene: Scene, _ poll: Poll, _ tally: Tally) {
    let outcome = tally.tied.isEmpty ? nil : scene.workshop.outcome(of: poll.id)
    let chosen = Set(outcome?.chosen ?? tally.chosen)
    self.chosen = chosen
    // A scale keeps its order; everything else stands by rank.
    rows =
      poll.method.isScale
      ? poll.options.compactMap { option in tally.rows.first { $0.option == option } }
      : tally.rows.enumerated().sorted { a, b in
        func key(_ row: (offset: Int, element: Tally.Row)) -> [Int] {
          [row.element.rank, chosen.contains(row.element.option) ? 0 : 1, row.offset]
        }
        return key(a).lexicographicallyPrecedes(key(b))
      }.map(\.element)
    let above = chosen.count
    isDrawn =
      poll.winners > 0 && poll.method.form != .objections && !poll.method.isScale
      && tally.funding == nil
    place = isDrawn && above > 0 && above < rows.count ? above : nil
    let isOpen = outcome.map { !$0.isSettled } ?? false
    label =
      above == poll.winners || isOpen
      ? "last chosen place: \(poll.winners)"
      : "last chosen place: \(poll.winners) · chosen: \(above)"
  }
}
