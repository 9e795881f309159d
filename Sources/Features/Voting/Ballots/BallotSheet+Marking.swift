import Languages
import Shell
import Terminal
import WorkshopCore

/// How keys mark a ballot, by the method. Each gives back why it cannot be done, nil when it was.
extension BallotSheet {
  /// A digit: the number of dots, a score, a grade from 1; where a mark is no such number, the option's own
  /// number, which marks it at once, or gives it the next place.
  mutating func digit(_ digit: Int, _ poll: Poll) -> Poll.MarkError? {
    switch poll.method.form {
    case .choice where poll.method.isScale:
      guard let step = poll.options.firstIndex(of: String(digit)) else {
        seek(digit, poll)
        return nil
      }
      row = step
      return choose(poll)
    case .choice, .ticks, .objections, .places:
      // One digit may be the beginning of a longer number: it only goes there.
      guard poll.hasShortNumbers else {
        seek(digit, poll)
        return nil
      }
      guard poll.options.indices.contains(digit - 1) else {
        return .outOfRange(digit, lowest: 1, highest: poll.options.count)
      }
      isFresh = true
      seek(digit, poll)
      return poll.method.form == .choice ? choose(poll) : toggle(poll)
    case .dots, .amounts: return attempt(number(digit, most: poll.cap, poll), poll)
    case .grades:
      let grades = poll.settings.gradeCount
      // Of ten grades the last is typed as 0.
      let grade = digit == 0 && grades == 10 ? 10 : digit
      guard grade > 0 else { return attempt(nil, poll) }
      guard grade <= grades else { return .outOfRange(grade, lowest: 1, highest: grades) }
      if let objection = attempt(grade - 1, poll) { return objection }
      move(by: 1, poll)
    case .scores: return score(digit, poll)
    }
    return nil
  }

  /// A digit of a score; the next one is at hand once it is whole.
  private mutating func score(_ digit: Int, _ poll: Poll) -> Poll.MarkError? {
    let scores = poll.settings.scores
    // 10 is typed as it reads where 0 is a score too, and else as 0.
    let isTen = digit == 0 && scores.upperBound == 10
    if isTen, scores.contains(0), !isFresh, mark(poll) == 1 {
      isFresh = true
      if let objection = attempt(10, poll) { return objection }
      turn(by: 1, poll)
      return nil
    }
    if !isFresh { turn(by: 1, poll) }
    isFresh = true
    let score = isTen && !scores.contains(0) ? 10 : digit
    guard score > 0 || scores.contains(0) else { return attempt(nil, poll) }
    if let objection = attempt(score, poll) { return objection }
    if score == 1, scores.contains(0), scores.upperBound == 10 {
      isFresh = false
    } else {
      turn(by: 1, poll)
    }
    return nil
  }

  /// The number that a digit makes of those before it.
  private mutating func number(_ digit: Int, most: Int, _ poll: Poll) -> Int {
    let begun = isFresh || most < 10 ? 0 : mark(poll) ?? 0
    isFresh = false
    // A number that is too large begins anew, unless that would be none.
    return begun * 10 + digit > most && digit > 0 ? digit : begun * 10 + digit
  }

  /// Goes to the option of a number; its second digit follows the first.
  private mutating func seek(_ digit: Int, _ poll: Poll) {
    let order = order(poll)
    let here = option(poll).flatMap { poll.options.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let numbers = isFresh ? [digit] : [here * 10 + digit, digit]
    guard let number = numbers.first(where: { poll.options.indices.contains($0 - 1) }),
      let place = order.firstIndex(of: poll.options[number - 1])
    else { return }
    row = place
    isFresh = false
  }

  /// One more dot, a better place, a higher score; `step` is 1 or −1.
  mutating func add(_ step: Int, _ poll: Poll) -> Poll.MarkError? {
    isFresh = true
    let mark = mark(poll)
    switch poll.method.form {
    case .choice, .ticks: return step > 0 ? choose(poll) : attempt(nil, poll)
    case .objections:
      if step > 0 { object(poll) } else { agree(poll) }
    case .dots, .amounts:
      // A hundred is shared out in fives.
      let by = poll.method.unit == .points && poll.dots >= 50 ? 5 : 1
      return attempt(max(0, (mark ?? 0) + step * by), poll)
    case .places: return shift(step, poll)
    case .grades:
      let good = Judgment.good(of: poll.settings.gradeCount)
      let grade = mark.map { $0 + step } ?? (step > 0 ? good : good - 1)
      return attempt(max(0, min(grade, poll.settings.gradeCount - 1)), poll)
    case .scores:
      let scores = poll.settings.scores
      let score = mark.map { $0 + step } ?? (scores.lowerBound + scores.upperBound) / 2
      return attempt(max(scores.lowerBound, min(score, scores.upperBound)), poll)
    }
    return nil
  }

  /// Marks the row, or takes the mark away: a tick, a choice, the next place, an objection.
  mutating func toggle(_ poll: Poll) -> Poll.MarkError? {
    isFresh = true
    switch poll.method.form {
    case .choice, .ticks: return mark(poll) == nil ? choose(poll) : attempt(nil, poll)
    case .objections:
      if mark(poll) == nil { object(poll) } else { agree(poll) }
    case .places:
      if let key = key(poll), let place = marks[key] {
        unplace(key, place)
      } else if let free = free(poll) {
        put(at: free, poll)
      } else {
        return .outOfRange(poll.places + 1, lowest: 1, highest: poll.places)
      }
    case .dots, .amounts, .grades, .scores: return add(1, poll)
    }
    return nil
  }

  /// Takes the mark at hand away.
  mutating func clear(_ poll: Poll) -> Poll.MarkError? {
    isFresh = true
    guard let key = key(poll) else { return nil }
    if poll.method.form == .places, let place = marks[key] {
      unplace(key, place)
    } else {
      reasons[key] = nil
      return attempt(nil, poll)
    }
    return nil
  }

  /// One tick; where only one can be chosen, in place of the other.
  private mutating func choose(_ poll: Poll) -> Poll.MarkError? {
    guard poll.method.form != .ticks else { return attempt(1, poll) }
    let before = marks
    marks = [:]
    let objection = attempt(1, poll)
    if objection != nil { marks = before }
    return objection
  }

  /// Sets the mark at hand unless the rules refuse it as it stands.
  private mutating func attempt(_ mark: Int?, _ poll: Poll) -> Poll.MarkError? {
    guard let key = key(poll) else { return nil }
    var after = marks
    let isMark = poll.method.form == .grades || poll.method.isGrid
    after[key] = mark.flatMap { $0 > 0 || isMark ? $0 : nil }
    // What can still be made good by further marks is no reason yet.
    switch poll.objection(to: after, reasons: reasons, person: person) {
    case .underBudget, .tooFew, .incomplete, .noReason, .placeTwice, .placeLeftOut, nil:
      marks = after
    case let objection?: return objection
    }
    return nil
  }

  // MARK: - Places

  private func free(_ poll: Poll) -> Int? {
    guard poll.places > 0 else { return nil }
    let held = Set(marks.values)
    return (1...poll.places).first { !held.contains($0) }
  }

  /// Gives the row a place; whatever held it has the row's old one.
  private mutating func put(at place: Int, _ poll: Poll) {
    guard let key = key(poll) else { return }
    let old = marks[key]
    guard place > 0 else {
      if let old { unplace(key, old) }
      return
    }
    for (other, held) in marks where held == place && other != key { marks[other] = old }
    marks[key] = place
  }

  /// Takes a place away; those behind move up.
  private mutating func unplace(_ key: String, _ place: Int) {
    marks[key] = nil
    marks = marks.mapValues { $0 > place ? $0 - 1 : $0 }
  }

  /// A place up or down; down from the last one it has none.
  private mutating func shift(_ step: Int, _ poll: Poll) -> Poll.MarkError? {
    guard let key = key(poll) else { return nil }
    guard let place = marks[key] else {
      return step > 0 ? toggle(poll) : nil
    }
    if step > 0 {
      if place > 1 { put(at: place - 1, poll) }
    } else if marks.values.contains(place + 1) {
      put(at: place + 1, poll)
    } else {
      unplace(key, place)
    }
    return nil
  }

  // MARK: - Objections

  /// Begins an objection: whoever objects says why.
  private mutating func object(_ poll: Poll) {
    guard let key = key(poll) else { return }
    reason = Line(reasons[key] ?? "")
  }

  private mutating func agree(_ poll: Poll) {
    guard let key = key(poll) else { return }
    marks[key] = nil
    reasons[key] = nil
  }

  /// Keeps the reason that was typed; without one there is no objection.
  mutating func keepReason(_ poll: Poll) -> Poll.MarkError? {
    guard let key = key(poll), let line = reason else { return nil }
    let text = String(Text.sanitised(line.text).trimmed.prefix(Self.longestReason))
    reason = nil
    guard !text.isEmpty else {
      agree(poll)
      return .noReason(key)
    }
    if let objection = poll.objection(to: [key: 1], reasons: [key: text], person: person) {
      return objection
    }
    marks[key] = 1
    reasons[key] = text
    return nil
  }

  /// As long as an idea: a sentence or two.
  private static let longestReason = 500
}
