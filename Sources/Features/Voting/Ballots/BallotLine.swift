import Languages
import Terminal
import WorkshopCore

/// A paper ballot as a line that is typed fast, by the options' numbers.
///
/// | method | a line | says |
/// |---|---|---|
/// | dots | `3 3 7` or `3:2 7` | two dots on 3, one on 7 |
/// | single, scale | `4` | option 4, or the step 4 |
/// | approval | `1 4 6` | three ticks |
/// | ranking, topFive | `3 1 2` | 3 is first, then 1, then 2 |
/// | points | `1:40 3:60` | points by option |
/// | quadratic | `2:3 5:1` | votes by option |
/// | criteria | `1: 4 5 3 2` or `1:4532` | scores by option, in the grid's order |
/// | impact | `1: 4 2` or `1:42` | how much it changes, how much it takes |
/// | judgment | `1a 2c` or `a c b` | a is the best grade; by option, or in the list's order |
/// | consent | `ok` or `2: why; 5: why` | objections with their reasons |
///
/// `-` is a blank ballot in every method.
struct BallotLine: Equatable, Sendable {
  private(set) var marks: [String: Int] = [:]
  private(set) var reasons: [String: String] = [:]
  /// Why the line, as far as it is typed, cannot be read; what was read before stands in `marks`.
  private(set) var fault: Phrase?

  init(_ text: String, _ poll: Poll) {
    let text = Text.sanitised(text).trimmed
    if text == "-" || text.isEmpty { return }
    if poll.method.form == .objections {
      consent(text, poll)
      return
    }
    let words = Self.words(text)
    switch poll.method.form {
    case .dots, .amounts: amounts(words, poll)
    case .choice, .ticks: ticks(words, poll)
    case .places: places(words, poll)
    case .scores: scores(words, poll)
    case .grades: grades(words, poll)
    case .objections: break
    }
  }

  /// How a line is written in a vote: one that its rules allow.
  static func example(_ poll: Poll) -> String {
    let count = poll.options.count
    func numbers(_ wanted: [Int], most: Int) -> String {
      let fits = wanted.allSatisfy { $0 <= count } ? wanted : Array(1...max(1, count))
      return fits.prefix(max(1, most)).map(String.init).joined(separator: " ")
    }
    switch poll.method.form {
    case .dots:
      guard poll.cap > 1, poll.dots > 2 else { return numbers([1, 3, 7], most: poll.dots) }
      return count >= 7 ? "3 3 7" : count >= 3 ? "2 2 3" : "1 1 2"
    case .choice: return count >= 4 ? "4" : "2"
    case .ticks:
      return numbers([1, 4, 6], most: max(min(3, poll.dots), poll.settings.fewest ?? 1))
    case .places: return numbers([3, 1, 2], most: max(3, poll.settings.fewest ?? 1))
    case .amounts where poll.method.asks(.all):
      let less = min(poll.cap, max(1, poll.dots * 2 / 5))
      let more = min(poll.cap, poll.dots - less)
      guard more > 0, count > 1 else { return "1:\(less)" }
      return "1:\(less) \(min(3, count)):\(more)"
    case .amounts:
      return poll.cap > 2 && poll.dots >= 10 && count >= 2 ? "2:3 \(min(5, count)):1" : "1:1"
    case .scores:
      let scores = poll.hasAxes ? [4, 2] : poll.parts.indices.map { [4, 5, 3, 2][$0 % 4] }
      return "1: " + scores.map { String(min($0, poll.settings.highest)) }.joined(separator: " ")
    case .grades:
      return ["1a", poll.settings.gradeCount > 2 ? "2c" : "2b"].joined(separator: " ")
    case .objections: return "2: …"
    }
  }

  /// The words of a line; a colon belongs to the word before it.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }) {
      if word.hasPrefix(":"), let last = words.popLast() {
        words.append(last + word)
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  private mutating func option(_ word: some StringProtocol, _ poll: Poll) -> String? {
    if poll.method.isScale, let step = poll.options.first(where: { $0 == word }) { return step }
    if let number = Int(word), poll.options.indices.contains(number - 1) {
      return poll.options[number - 1]
    }
    fault = "Only numbers from 1 to \(poll.options.count), with spaces between"
    return nil
  }

  /// A word that cannot be read at all.
  private mutating func refuse(_ poll: Poll) {
    fault = "Write it like this: \(Self.example(poll))"
  }

  private mutating func amounts(_ words: [String], _ poll: Poll) {
    var rest = words[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard let option = option(parts[0], poll) else { return }
      var amount = 1
      if parts.count > 1 {
        let typed = parts[1].isEmpty ? rest.popFirst() ?? "" : String(parts[1])
        // One that is still being typed is none yet.
        guard parts.count == 2, let number = Int(typed), number >= 0, number <= Self.most else {
          return refuse(poll)
        }
        amount = number
      } else if poll.method.form != .dots {
        return refuse(poll)
      }
      marks[option, default: 0] += amount
    }
  }

  /// More than any ballot has.
  private static let most = 10_000

  private mutating func ticks(_ words: [String], _ poll: Poll) {
    for word in words {
      guard let option = option(word, poll) else { return }
      marks[option, default: 0] += 1
    }
  }

  private mutating func places(_ words: [String], _ poll: Poll) {
    for (index, word) in words.enumerated() {
      guard let option = option(word, poll) else { return }
      guard marks[option] == nil else {
        fault = "\(word) is there twice"
        return
      }
      marks[option] = index + 1
    }
  }

  private mutating func scores(_ words: [String], _ poll: Poll) {
    let parts = poll.parts
    var option: String?
    var scores: [Int] = []
    for word in words {
      var numbers = word
      if let colon = word.firstIndex(of: ":") {
        guard let next = self.option(word[..<colon], poll) else { return }
        guard marks[Poll.key(parts[0], next)] == nil else {
          fault = "\(String(word[..<colon])) is there twice"
          return
        }
        (option, scores) = (next, [])
        numbers = String(word[word.index(after: colon)...])
        if numbers.isEmpty { continue }
      }
      guard let option else { return refuse(poll) }
      // Scores of one digit can stand together.
      let isTogether =
        scores.isEmpty && numbers.count == parts.count && parts.count > 1
        && poll.settings.highest < 10 && numbers.allSatisfy(\.isNumber)
      let typed = isTogether ? numbers.map(String.init) : [numbers]
      for number in typed {
        guard let score = Int(number), scores.count < parts.count else { return refuse(poll) }
        marks[Poll.key(parts[scores.count], option)] = score
        scores.append(score)
      }
    }
  }

  private mutating func grades(_ words: [String], _ poll: Poll) {
    let best = poll.settings.gradeCount - 1
    for (index, word) in words.enumerated() {
      guard let letter = word.unicodeScalars.last, (0x61...0x7A).contains(letter.value) else {
        return refuse(poll)
      }
      let grade = best - Int(letter.value - 0x61)
      var number = word.dropLast()
      if number.hasSuffix(":") { number = number.dropLast() }
      guard grade >= 0 else {
        let last = Unicode.Scalar(UInt8(0x61 + best))
        fault = "Grades go from a, the best, to \(String(last))"
        return
      }
      guard let option = option(number.isEmpty ? "\(index + 1)" : String(number), poll) else {
        return
      }
      guard marks[option] == nil else {
        fault = "\(word) is there twice"
        return
      }
      marks[option] = grade
    }
  }

  private mutating func consent(_ text: String, _ poll: Poll) {
    if text.lowercased() == "ok" { return }
    for part in text.split(separator: ";") {
      guard let colon = part.firstIndex(of: ":") else { return refuse(poll) }
      guard let option = option(String(part[..<colon]).trimmed, poll) else { return }
      marks[option] = 1
      reasons[option] = String(part[part.index(after: colon)...]).trimmed
    }
  }
}
