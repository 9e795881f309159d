public import WorkshopCore

/// A moment as people write it, for entries and file names.
///
/// Kept within what an entry's stamp can hold, and within the zones there are, whatever the machine's
/// clock says.
public struct Timestamp {
  private let moment: Moment

  /// The year has four digits: a clock beyond 9999 reads as its last second.
  public init(_ moment: Moment) {
    let largest: Int64 = 253_402_300_799_999
    let offset = max(-64_800, min(moment.offset, 64_800))
    let local = Int64(offset) * 1000
    // The first day stays the first day west of Greenwich too.
    let milliseconds = max(max(0, -local), min(moment.milliseconds, largest))
    self.moment = Moment(milliseconds: milliseconds, offset: offset)
  }

  /// `YYYYMMDD`
  var compactDate: String { moment.date.filter { $0 != "-" } }

  /// `YYYY-MM-DDTHH:MM:SS+HH:MM`
  public var iso8601: String {
    let second = moment.secondOfDay
    let zone = abs(moment.offset) / 60
    return moment.date + "T" + pad(second / 3600) + ":" + pad(second / 60 % 60) + ":"
      + pad(second % 60) + (moment.offset < 0 ? "-" : "+") + pad(zone / 60) + ":" + pad(zone % 60)
  }

  private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
