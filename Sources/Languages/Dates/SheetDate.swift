package import WorkshopCore

extension DueDate {
  /// A day as a cell of a spreadsheet has it, in numbers or in words; nil for one that is not the same
  /// whenever it is read.
  ///
  /// - Parameter language: the list's, by its code.
  package static func inSheet(_ text: String, _ language: String) -> Day? {
    if let day = SheetDate.iso(text).flatMap({ Day($0) }) { return day }
    let days = [2000, 2030].map { year in
      Day(year: year, month: 1, day: 1).flatMap {
        DueDate(text, from: $0, in: Language.find(language, in: .builtIn) ?? .english).day
      }
    }
    return days[0] == days[1] ? days[0] : nil
  }
}

/// Dates as spreadsheets write them in Europe.
package enum SheetDate {
  /// `YYYY-MM-DD` of `2026-11-23`, `23/11/2026`, `23.11.26` or `2026. 11. 23.`, perhaps with a time
  /// after it; nil for anything else.
  ///
  /// The day stands before the month, unless there is no such month.
  package static func iso(_ text: String) -> String? {
    guard !text.contains(where: { $0.isLetter && $0 != "T" && $0 != "Z" }) else { return nil }
    let groups = text.split { !$0.isASCII || !$0.isNumber }
    guard groups.count >= 3 else { return nil }
    let numbers = groups.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    var (year, month, day) = (numbers[2], numbers[1], numbers[0])
    if groups[0].count == 4 { (year, month, day) = (numbers[0], numbers[1], numbers[2]) }
    if groups[0].count != 4, groups[2].count == 2 { year += 2000 }
    if month > 12, day <= 12 { (month, day) = (day, month) }
    guard (1900...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
