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
  /// All that was typed, without accents and capitals.
  private let text: String

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
    self.text = Fold.plain(text).trimmed
    for part in Self.parts(self.text) {
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

  /// What is looked for, of some things in their order; what has all that was typed in its title stands
  /// first, for `25/10` and `Count to 20` are names.
  ///
  /// - Parameters:
  ///   - title: of a thing, without accents and capitals.
  ///   - fits: whether a thing without such a title is looked for as well.
  public func found<Thing>(
    in things: [Thing], title: (Thing) -> String, fits: (Thing) -> Bool
  ) -> [Thing] {
    guard !text.isEmpty else { return things.filter(fits) }
    let named = things.map { (" " + title($0)).contains(" " + text) }
    return zip(things, named).filter(\.1).map(\.0)
      + zip(things, named).filter { !$1 && fits($0) }.map(\.0)
  }
}
