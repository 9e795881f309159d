import WorkshopCore

// Days written in numbers, whole or in part.
extension DateReader {
  /// `2026-03-12`, `12.3.`, `12/3/2026`, `2026. 3. 12.`; nil where there is anything but numbers.
  func numeric(_ text: String) -> DueDate? {
    guard text.contains(where: \.isNumber),
      text.allSatisfy({ $0.isASCII && $0.isNumber || " .-/".contains($0) })
    else { return nil }
    let groups = text.split { !$0.isNumber }
    let numbers = groups.compactMap { Int($0) }
    guard numbers.count == groups.count, groups.allSatisfy({ $0.count <= 4 }) else {
      return .unreadable
    }
    switch numbers.count {
    case 1: return text.hasSuffix(".") ? number(numbers[0]) : .unreadable
    case 2 where groups.allSatisfy({ $0.count <= 2 }):
      return pair(numbers[0], numbers[1], year: nil, text)
    case 3 where groups[0].count == 4:
      return day(numbers[0], numbers[1], numbers[2])
    case 3 where groups[2].count == 4 || groups[2].count == 2:
      let year = groups[2].count == 2 ? 2000 + numbers[2] : numbers[2]
      return pair(numbers[0], numbers[1], year: year, text)
    default: return .unreadable
    }
  }

  /// Two numbers, of which one is the day and one the month.
  private func pair(_ a: Int, _ b: Int, year: Int?, _ text: String) -> DueDate {
    let hasDots = text.contains(".")
    func reading(_ day: Int, _ month: Int) -> Day? {
      guard let year else { return date(day, month) }
      return Day(year: year, month: month, day: day)
    }
    let (dayFirst, monthFirst) = (reading(a, b), reading(b, a))
    switch hasDots ? own.order : own.slash {
    case .day: return (dayFirst ?? monthFirst).map { .day($0) } ?? .unreadable
    case .month: return (monthFirst ?? dayFirst).map { .day($0) } ?? .unreadable
    case .either:
      let days = [dayFirst, monthFirst].compactMap { $0 }
      if days.count == 2, days[0] != days[1] { return .unclear(days) }
      return days.first.map { .day($0) } ?? .unreadable
    }
  }

  func day(_ year: Int, _ month: Int, _ day: Int) -> DueDate {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .unreadable
  }

  /// A day and a month without a year: the next one, or the last one.
  func date(_ day: Int, _ month: Int) -> Day? {
    let year = today.civil.year
    let days = (year - 8...year + 8).compactMap { Day(year: $0, month: month, day: day) }
    return sense == .ahead ? days.first { $0 >= today } : days.last { $0 <= today }
  }

  /// “le 12”, “the 12th”: the next such day of a month.
  func number(_ number: Int) -> DueDate {
    let (year, month, _) = today.civil
    let days = (-2...2).compactMap { step -> Day? in
      let count = year * 12 + month - 1 + step
      return Day(year: count / 12, month: count % 12 + 1, day: number)
    }
    let found = sense == .ahead ? days.first { $0 >= today } : days.last { $0 <= today }
    return found.map { .day($0) } ?? .unreadable
  }
}
