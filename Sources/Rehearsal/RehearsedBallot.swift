import Voting
import WorkshopCore

/// A paper ballot as somebody in a rehearsal fills it in: one that the vote's rules allow, the first options
/// liked best.
enum RehearsedBallot {
  static func line(_ poll: Poll, _ random: inout SplitMix64) -> String {
    let count = poll.options.count
    switch poll.method.form {
    case .dots: return dots(poll, &random)
    case .choice: return number(skewed(count, &random))
    case .ticks:
      let most = poll.method.most(options: count, dots: poll.dots)
      return some(min(most, max(2, poll.settings.fewest ?? 1)), of: count, &random)
    case .places:
      return some(poll.method.most(options: count, dots: poll.dots), of: count, &random)
    case .amounts:
      // As much as may be on each, beginning with a favourite, until nothing is left; what costs more the
      // more there is of it, once on each.
      let first = skewed(count, &random)
      let isEven = poll.method.spent(["a": 2]) == 2
      let share = isEven ? max(1, min(poll.cap, (poll.dots + 1) / 2)) : 1
      var left = poll.dots
      return (0..<count).compactMap { step in
        let amount = min(left, share)
        left -= amount
        return amount > 0 ? "\(number((first + step) % count)):\(amount)" : nil
      }.joined(separator: " ")
    case .scores:
      return (0..<count).map { option in
        let row = poll.parts.map { _ in
          String(Int.random(in: poll.settings.scores, using: &random))
        }
        return "\(number(option)): " + row.joined(separator: " ")
      }.joined(separator: " ")
    case .grades:
      return (0..<count).map { option in
        number(option) + (["a", "b", "c"].randomElement(using: &random) ?? "a")
      }.joined(separator: " ")
    case .objections: return "ok"
    }
  }

  /// Every dot of the voter's.
  private static func dots(_ poll: Poll, _ random: inout SplitMix64) -> String {
    var marks: [Int: Int] = [:]
    var numbers: [String] = []
    for _ in 0..<min(poll.dots, poll.cap * poll.options.count) {
      var choice = skewed(poll.options.count, &random)
      while marks[choice, default: 0] >= poll.cap { choice = (choice + 1) % poll.options.count }
      marks[choice, default: 0] += 1
      numbers.append(number(choice))
    }
    return numbers.joined(separator: " ")
  }

  /// So many options, each once.
  private static func some(_ wanted: Int, of count: Int, _ random: inout SplitMix64) -> String {
    Array(0..<count).shuffled(using: &random).prefix(wanted).map(number).joined(separator: " ")
  }

  /// As paper has it, from 1.
  private static func number(_ index: Int) -> String { String(index + 1) }

  /// A number below `count`; small ones come more often.
  static func skewed(_ count: Int, _ random: inout SplitMix64) -> Int {
    let share = Double.random(in: 0..<1, using: &random)
    return min(count - 1, Int(share * share * Double(count)))
  }
}
