import Testing
import WorkshopCore

@Suite struct DayTests {
  @Test(arguments: [
    ("2019-11-07", "2020-01-21", 75), ("2020-02-28", "2020-03-01", 2),
    ("2019-02-28", "2019-03-01", 1), ("1970-01-01", "2000-01-01", 10_957),
    ("2026-11-23", "2026-11-23", 0), ("2026-12-01", "2026-11-23", -8),
  ])
  func `days between two dates are counted by the calendar`(a: String, b: String, days: Int) throws
  {
    let (a, b) = (try #require(Day(a)), try #require(Day(b)))
    #expect(a.days(until: b) == days)
    #expect((a < b) == (days > 0))
  }

  @Test(arguments: [
    "2019-02-29", "2019-13-01", "2019-1-1", "19-01-01", "", "2019-11-07T09:00", "٢٠١٩-11-07",
  ])
  func `what is no date is none`(text: String) { #expect(Day(text) == nil) }

  @Test func `every day of four centuries reads as it is written`() {
    for number in stride(from: -80_000, through: 80_000, by: 37) {
      let day = Day(number: number)
      #expect(Day(day.iso)?.number == number)
    }
  }

  @Test func `an instant has its local day`() {
    let late = Moment(milliseconds: 1_573_165_800_000)  // 7 November 2019, 22:30 UTC
    #expect(late.day.iso == "2019-11-07")
    #expect(
      Moment(milliseconds: late.milliseconds, offset: 7200).day.iso == "2019-11-08"
    )
  }
}
