import Voting
import WorkshopCore

/// A paper ballot as somebody in a rehearsal fills it in: one that the vote's rules allow, the first options
/// liked best.
enum RehearsedBallot {
  static func line(_ poll: Poll, _ random: inout SplitMix64) -> String {
    let count = poll.options.count
    switch poll.method {
    case .dots: return dots(poll, &random)
    case .scale, .single: return number(skewed(count, &random))
    case .approval:
      let most = min(count, poll.dots)
      return some(min(most, max(2, poll.settings.fewest ?? 1)), of: count, &random)
    case .ranking: return some(count, of: count, &random)
    case .topFive: return some(min(5, count), of: count, &random)
    case .points:
      // As much as may be on each, beginning with a favourite, until nothing is left.
      let first = skewed(count, &random)
      var left = poll.dots
      let share = max(1, min(poll.cap, (poll.dots + 1) / 2))
      return (0..<count).compactMap { step in
        let amount = min(left, share)
        left -= amount
        return amount > 0 ? "\(number((first + step) % count)):\(amount)" : nil
      }.joined(separator: " ")
    case .quadratic:
      // One vote costs one credit.
      return (0..<min(count, max(1, poll.dots), 3)).map { "\(number($0)):1" }.joined(separator: " ")
    case .criteria, .impact:
      let scores = (poll.settings.lowest ?? 1)...poll.settings.highest
      return (0..<count).map { option in
        let row = poll.parts.map { _ in String(Int.random(in: scores, using: &random)) }
        return "\(number(option)): " + row.joined(separator: " ")
      }.joined(separator: " ")
    case .judgment:
      return (0..<count).map { option in
        number(option) + (["a", "b", "c"].randomElement(using: &random) ?? "a")
      }.joined(separator: " ")
    case .consent: return "ok"
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
