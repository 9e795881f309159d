import WorkshopCore

/// What a text's words together say: a day, several that it may be, or nothing.
struct DateReader {
  let today: Day
  let sense: DueDate.Sense
  /// The reader's own language: the order of numbers, what “next” means.
  let own: DateWords

  func read(_ tokens: [DateWords.Token]) -> DueDate? {
    var words: Set<DateWords.Word> = []
    var (units, months, weekdays, numbers): ([DateWords.Unit], [Int], [Int], [Int]) =
      ([], [], [], [])
    var hasOrdinal = false
    for token in tokens {
      switch token {
      case .word(let word): words.insert(word)
      case .unit(let unit): units.append(unit)
      case .month(let month): months.append(month)
      case .weekday(let weekday): weekdays.append(weekday)
      case .number(let number, let isOrdinal):
        numbers.append(number)
        hasOrdinal = hasOrdinal || isOrdinal
      }
    }
    guard units.count <= 1, months.count <= 1, weekdays.count <= 1, numbers.count <= 2 else {
      return nil
    }
    if let near = near(words), tokens.count == 1 { return .day(near) }
    if let unit = units.first, months.isEmpty {
      if let weekday = weekdays.first { return inWeek(weekday, unit, words, numbers) }
      return stretch(unit, words, numbers)
    }
    if let month = months.first {
      return inMonth(month, words, weekdays.first, numbers)
    }
    if let weekday = weekdays.first, numbers.isEmpty { return self.weekday(weekday, words) }
    if words.isEmpty, numbers.count == 1, let only = numbers.first, hasOrdinal {
      return agreeing(number(only), with: weekdays.first)
    }
    return nil
  }

  private func near(_ words: Set<DateWords.Word>) -> Day? {
    switch words {
    case [.today]: today
    case [.tomorrow]: today.adding(days: 1)
    case [.afterTomorrow]: today.adding(days: 2)
    case [.yesterday]: today.adding(days: -1)
    default: nil
    }
  }

  private var monday: Day { today.adding(days: 1 - today.weekday) }

  private func weekday(_ weekday: Int, _ words: Set<DateWords.Word>) -> DueDate? {
    let inThisWeek = monday.adding(days: weekday - 1)
    let coming = inThisWeek > today ? inThisWeek : inThisWeek.adding(days: 7)
    let before = inThisWeek < today ? inThisWeek : inThisWeek.adding(days: -7)
    switch words {
    case []:
      return .day(sense != .back ? coming : inThisWeek == today ? today : before)
    case [.next]:
      let later = inThisWeek.adding(days: 7)
      switch own.next {
      case .coming: return .day(coming)
      case .week: return .day(later)
      case .unclear: return coming == later ? .day(coming) : .unclear([coming, later])
      }
    case [.this], [.in, .this]: return .day(inThisWeek)
    case [.last]: return .day(before)
    case [.in]: return .day(coming)
    default: return nil
    }
  }

  /// “friday next week”, “e hét péntek”.
  private func inWeek(
    _ weekday: Int, _ unit: DateWords.Unit, _ words: Set<DateWords.Word>, _ numbers: [Int]
  ) -> DueDate? {
    guard unit == .week, numbers.isEmpty else { return nil }
    switch words {
    case [.next]: return .day(monday.adding(days: 7 + weekday - 1))
    case [.this]: return .day(monday.adding(days: weekday - 1))
    default: return nil
    }
  }

  /// A number of days, weeks, months; or a week, a month as a whole: then its last working day.
  private func stretch(
    _ unit: DateWords.Unit, _ words: Set<DateWords.Word>, _ numbers: [Int]
  ) -> DueDate? {
    guard numbers.count <= 1 else { return nil }
    if words == [.in] || words.isEmpty && !numbers.isEmpty {
      let count = numbers.first ?? 1
      guard (0...400).contains(count) else { return nil }
      return later(by: count, unit).map { .day($0) }
    }
    guard numbers.isEmpty else { return nil }
    let isNext = words.contains(.next)
    let part = words.subtracting([.next, .this, .in])
    guard words.contains(.next) || words.contains(.this) || !part.isEmpty else { return nil }
    switch unit {
    case .week:
      let friday = monday.adding(days: 4 + (isNext ? 7 : 0))
      switch part {
      case [], [.end]:
        return .day(friday < today ? friday.adding(days: 7) : friday)
      case [.start]: return .day(friday.adding(days: -4))
      case [.middle]: return .day(friday.adding(days: -2))
      default: return nil
      }
    case .month:
      guard let first = isNext ? today.adding(months: 1) : today else { return nil }
      return self.part(part, ofMonth: first.civil.month, first.civil.year)
    case .year:
      let year = today.civil.year + (isNext ? 1 : 0)
      return part.isEmpty || part == [.end] ? day(year, 12, 31) : nil
    case .day, .fortnight: return nil
    }
  }

  private func later(by count: Int, _ unit: DateWords.Unit) -> Day? {
    switch unit {
    case .day: today.adding(days: count)
    case .week: today.adding(days: 7 * count)
    case .fortnight: today.adding(days: 14 * count)
    case .month: today.adding(months: count)
    case .year: today.adding(months: 12 * count)
    }
  }

  /// The 5th, the 15th, the last day: what is early, in the middle and at the end of a month.
  private func part(_ part: Set<DateWords.Word>, ofMonth month: Int, _ year: Int) -> DueDate? {
    switch part {
    case [], [.end]: Day.last(ofMonth: month, in: year).map { .day($0) }
    case [.middle]: day(year, month, 15)
    case [.start]: day(year, month, 5)
    default: nil
    }
  }

  private func inMonth(
    _ month: Int, _ words: Set<DateWords.Word>, _ weekday: Int?, _ numbers: [Int]
  ) -> DueDate? {
    let years = numbers.filter { $0 >= 1900 }
    let days = numbers.filter { $0 < 1900 }
    guard years.count <= 1, days.count <= 1 else { return nil }
    if let number = days.first {
      guard words.subtracting([.in, .this]).isEmpty else { return nil }
      if let year = years.first {
        return agreeing(day(year, month, number), with: weekday)
      }
      return agreeing(date(number, month).map { .day($0) } ?? .unreadable, with: weekday)
    }
    guard weekday == nil else { return nil }
    let (thisYear, thisMonth, _) = today.civil
    let year = years.first ?? (month < thisMonth ? thisYear + 1 : thisYear)
    return part(words.subtracting([.in, .next, .this]), ofMonth: month, year)
  }

  /// A date with the name of another weekday is one or the other.
  private func agreeing(_ found: DueDate, with weekday: Int?) -> DueDate {
    guard let weekday, case .day(let day) = found, day.weekday != weekday else { return found }
    return .unclear([day])
  }
}

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
    return chosen(of: days)
  }

  /// Of the same day in several years or months, the one that is meant.
  private func chosen(of days: [Day]) -> Day? {
    switch sense {
    case .ahead: days.first { $0 >= today }
    case .back: days.last { $0 <= today }
    case .near: days.min { abs($0.number - today.number) < abs($1.number - today.number) }
    }
  }

  /// “le 12”, “the 12th”: the next such day of a month.
  func number(_ number: Int) -> DueDate {
    let (year, month, _) = today.civil
    let days = (-2...2).compactMap { step -> Day? in
      let count = year * 12 + month - 1 + step
      return Day(year: count / 12, month: count % 12 + 1, day: number)
    }
    return chosen(of: days).map { .day($0) } ?? .unreadable
  }
}
