import Foundation
import Testing

extension EndToEnd.Days {
  /// Two workshops and the month between, played by keys and commands, and what is told of them in the
  /// end.
  @Suite struct ProgrammeTests {
    @Test
    func `two days, a month and a jury day lead from a persona to a decision, and all is told`()
      throws
    {
      let place = Folder()
      let programme = try Programme(in: place)
      let days = try TwoDays(programme)
      try days.scan()
      try days.focus()
      try days.act()
      try programme.later(days: 33)
      try MonthBetween(programme).play()
      try programme.setJuryDay()
      let jury = try JuryDay(programme)
      try jury.pitch()
      try jury.judge()
      try jury.decide()
      try Aftermath(programme).compare()
    }
  }
}
