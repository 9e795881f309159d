public import WorkshopCore

/// What somebody looks for in the library, as they type it: "20 min 30 people seated".
///
/// A number with the word for minutes, or alone, is the time that there is; one with the word for people
/// is how many there are; every other word is one that the thing is found by.
public struct Wish: Equatable, Sendable {
  public var minutes: Int?
  public var people: Int?
  /// Without accents and capitals.
  public let words: [String]

  /// - Parameters:
  ///   - minutes: words for minutes, without accents and capitals; their beginnings count.
  ///   - people: words for people.
  public init(_ text: String, minutes: [String], people: [String]) {
    var (time, heads): (Int?, Int?) = (nil, nil)
    var words: [String] = []
    var number: Int?
    func means(_ word: Substring, _ names: [String]) -> Bool {
      names.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
    }
    for part in Self.parts(Fold.plain(text)) {
      if let digits = Int(part) {
        if let before = number, time == nil { time = before }
        number = digits
        continue
      }
      switch number {
      case let count? where means(part, minutes): (time, number) = (count, nil)
      case let count? where means(part, people): (heads, number) = (count, nil)
      default: words.append(String(part))
      }
    }
    if let number {
      if time == nil { time = number } else if heads == nil { heads = number }
    }
    self.minutes = time
    self.people = heads
    self.words = words
  }

  /// Runs of letters and runs of digits: `20min` is two.
  private static func parts(_ text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [Substring] in
      guard let first = word.first else { return [] }
      let head = word.prefix { $0.isNumber == first.isNumber }
      return head.count == word.count ? [word] : [head] + parts(String(word.dropFirst(head.count)))
    }
  }

  /// Whether something fits that takes so many minutes at least, for so many people, and is found by such
  /// words.
  ///
  /// - Parameter text: without accents and capitals.
  public func fits(minutes least: Int, people span: WarmUp.Span?, found text: String) -> Bool {
    if let minutes, least > minutes { return false }
    if let people, let span, !span.contains(people) { return false }
    guard !words.isEmpty else { return true }
    let known = text.split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
  }
}
