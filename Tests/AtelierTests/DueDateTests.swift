import Testing
import WorkshopCore

@testable import Languages
@testable import Shell

/// Days as people write them, relative to Wednesday 4 March 2026.
@Suite struct DueDateTests {
  private static let today = "2026-03-04"

  private func read(_ text: String, _ code: String, _ sense: DueDate.Sense = .ahead) throws
    -> String
  {
    let today = try #require(Day(Self.today))
    switch DueDate(text, from: today, in: Fixture.language(code), sense) {
    case .day(let day): return day.iso
    case .unclear(let days): return "unclear " + days.map(\.iso).joined(separator: " ")
    case .unreadable: return "?"
    }
  }

  private static let english: [(String, String)] = [
    ("2026-03-12", "2026-03-12"), ("12.3.", "2026-03-12"), ("12.3", "2026-03-12"),
    ("12.03.2026", "2026-03-12"), ("12/03/2026", "unclear 2026-03-12 2026-12-03"),
    ("12/3", "unclear 2026-03-12 2026-12-03"), ("13/3", "2026-03-13"), ("3/13", "2026-03-13"),
    ("3/3", "2027-03-03"), ("2.3.", "2027-03-02"), ("31.2.", "?"), ("29.2.", "2028-02-29"),
    ("today", "2026-03-04"), ("tomorrow", "2026-03-05"),
    ("the day after tomorrow", "2026-03-06"), ("Friday", "2026-03-06"), ("fri", "2026-03-06"),
    ("by Friday", "2026-03-06"), ("Monday", "2026-03-09"), ("Wednesday", "2026-03-11"),
    ("next Monday", "2026-03-09"), ("next Friday", "unclear 2026-03-06 2026-03-13"),
    ("this Friday", "2026-03-06"), ("Friday next week", "2026-03-13"),
    ("next week", "2026-03-13"), ("end of the week", "2026-03-06"),
    ("next month", "2026-04-30"), ("end of the month", "2026-03-31"),
    ("end of March", "2026-03-31"),
    ("mid April", "2026-04-15"), ("early May", "2026-05-05"), ("in 2 weeks", "2026-03-18"),
    ("in two weeks", "2026-03-18"), ("in a week", "2026-03-11"), ("within ten days", "2026-03-14"),
    ("in a fortnight", "2026-03-18"), ("two weeks from now", "2026-03-18"),
    ("3 weeks", "2026-03-25"), ("in a month", "2026-04-04"), ("12 March", "2026-03-12"),
    ("March 12", "2026-03-12"), ("March 12th, 2027", "2027-03-12"),
    ("the 12th of March", "2026-03-12"),
    ("the 12th", "2026-03-12"), ("the 2nd", "2026-04-02"), ("Fri 13 March", "2026-03-13"),
    ("Fri 14 March", "unclear 2026-03-14"), ("Sept 1", "2026-09-01"), ("2 January", "2027-01-02"),
    ("end of the year", "2026-12-31"), ("July", "2026-07-31"), ("vendredi", "2026-03-06"),
    ("soon", "?"), ("when the mayor is back", "?"), ("12", "?"), ("", "?"), ("99.99.", "?"),
    ("yesterday", "2026-03-03"), ("1 2 3 4", "?"),
  ]

  private static let french: [(String, String)] = [
    ("2026-03-12", "2026-03-12"), ("12/3", "2026-03-12"), ("12/03", "2026-03-12"),
    ("12/03/2026", "2026-03-12"), ("12/03/26", "2026-03-12"), ("12.3.", "2026-03-12"),
    ("12-03-2026", "2026-03-12"), ("3/13", "2026-03-13"), ("30/2", "?"),
    ("aujourd’hui", "2026-03-04"), ("aujourd'hui", "2026-03-04"), ("demain", "2026-03-05"),
    ("après-demain", "2026-03-06"), ("vendredi", "2026-03-06"), ("Vendredi", "2026-03-06"),
    ("d’ici vendredi", "2026-03-06"), ("avant vendredi", "2026-03-06"), ("lundi", "2026-03-09"),
    ("mer.", "2026-03-11"), ("mardi prochain", "2026-03-10"), ("vendredi prochain", "2026-03-06"),
    ("ce vendredi", "2026-03-06"), ("la semaine prochaine", "2026-03-13"),
    ("vendredi de la semaine prochaine", "2026-03-13"), ("fin de semaine", "2026-03-06"),
    ("fin du mois", "2026-03-31"), ("d’ici la fin du mois", "2026-03-31"),
    ("le mois prochain", "2026-04-30"), ("fin mars", "2026-03-31"), ("mi-avril", "2026-04-15"),
    ("début mai", "2026-05-05"), ("dans 2 semaines", "2026-03-18"),
    ("dans deux semaines", "2026-03-18"), ("sous quinze jours", "2026-03-19"),
    ("sous 8 jours", "2026-03-12"), ("d’ici 3 semaines", "2026-03-25"),
    ("dans un mois", "2026-04-04"), ("dans une semaine", "2026-03-11"), ("15 jours", "2026-03-19"),
    ("12 mars", "2026-03-12"), ("le 12 mars", "2026-03-12"), ("12 mars 2027", "2027-03-12"),
    ("1er avril", "2026-04-01"), ("le 12", "2026-03-12"), ("vendredi 13 mars", "2026-03-13"),
    ("vendredi 14 mars", "unclear 2026-03-14"), ("août", "2026-08-31"), ("1er sept.", "2026-09-01"),
    ("fin de l’année", "2026-12-31"), ("dans sept jours", "2026-03-11"), ("Friday", "2026-03-06"),
    ("bientôt", "?"), ("dès que possible", "?"), ("hier", "2026-03-03"),
  ]

  private static let hungarian: [(String, String)] = [
    ("2026-03-12", "2026-03-12"), ("2026. 03. 12.", "2026-03-12"), ("2026.03.12.", "2026-03-12"),
    ("03.12.", "2026-03-12"), ("3. 12.", "2026-03-12"), ("3/12", "2026-03-12"),
    ("12.31.", "2026-12-31"), ("31.12.", "2026-12-31"), ("2.30.", "?"),
    ("ma", "2026-03-04"), ("holnap", "2026-03-05"), ("holnapra", "2026-03-05"),
    ("holnapután", "2026-03-06"), ("péntek", "2026-03-06"), ("pénteken", "2026-03-06"),
    ("péntekig", "2026-03-06"), ("hétfő", "2026-03-09"), ("hétfőn", "2026-03-09"),
    ("szerda", "2026-03-11"), ("csütörtökig", "2026-03-05"), ("vasárnapig", "2026-03-08"),
    ("jövő kedd", "2026-03-10"), ("jövő kedden", "2026-03-10"), ("jövő péntek", "2026-03-13"),
    ("jövő hét", "2026-03-13"), ("jövő héten", "2026-03-13"), ("jövő hét péntek", "2026-03-13"),
    ("e hét péntek", "2026-03-06"), ("a hét vége", "2026-03-06"), ("hónap végéig", "2026-03-31"),
    ("a hó végén", "2026-03-31"), ("jövő hónapban", "2026-04-30"), ("március vége", "2026-03-31"),
    ("március végéig", "2026-03-31"), ("április közepe", "2026-04-15"),
    ("május eleje", "2026-05-05"),
    ("3 hét múlva", "2026-03-25"), ("három hét múlva", "2026-03-25"),
    ("két hét múlva", "2026-03-18"),
    ("egy hét múlva", "2026-03-11"), ("hét nap múlva", "2026-03-11"),
    ("10 napon belül", "2026-03-14"),
    ("egy hónap múlva", "2026-04-04"), ("március 12.", "2026-03-12"),
    ("március 12-ig", "2026-03-12"),
    ("március 12-én", "2026-03-12"), ("márc. 12.", "2026-03-12"),
    ("2027. március 12.", "2027-03-12"),
    ("márc. 13., péntek", "2026-03-13"), ("márc. 14., péntek", "unclear 2026-03-14"),
    ("12-én", "2026-03-12"), ("áprilisban", "2026-04-30"), ("az év vége", "2026-12-31"),
    ("majd", "?"), ("hamarosan", "?"), ("tegnap", "2026-03-03"),
  ]

  @Test(arguments: english) func `a day as it is written in English`(
    _ text: String, _ expected: String
  ) throws { #expect(try read(text, "en") == expected) }

  @Test(arguments: french) func `a day as it is written in French`(
    _ text: String, _ expected: String
  ) throws { #expect(try read(text, "fr") == expected) }

  @Test(arguments: hungarian) func `a day as it is written in Hungarian`(
    _ text: String, _ expected: String
  ) throws { #expect(try read(text, "hu") == expected) }

  @Test func `what is over is the last such day`() throws {
    for (text, expected) in [
      ("Friday", "2026-02-27"), ("12.3.", "2025-03-12"), ("1 March", "2026-03-01"),
      ("Wednesday", "2026-03-04"), ("yesterday", "2026-03-03"),
    ] {
      #expect(try read(text, "en", .back) == expected, "\(text)")
    }
  }

  @Test func `a day is said back with its weekday, and its year where it is another one`() throws {
    let today = try #require(Day(Self.today))
    let (near, far) = (try #require(Day("2026-03-13")), try #require(Day("2027-01-02")))
    for (code, texts) in [
      "en": ["Fri 13 March", "Sat 2 January 2027"],
      "fr": ["ven. 13 mars", "sam. 2 janvier 2027"],
      "hu": ["március 13., péntek", "2027. január 2., szombat"],
    ] {
      let language = Fixture.language(code)
      #expect([language.day(near, from: today), language.day(far, from: today)] == texts)
      // What it says, it reads.
      for day in [near, far] {
        let text = language.day(day, from: today)
        #expect(DueDate(text, from: today, in: language) == .day(day), "\(text)")
      }
    }
  }

  @Test func `every day of four years is said back so that it is read again`() throws {
    let today = try #require(Day(Self.today))
    for code in Language.builtIn {
      let language = Fixture.language(code)
      for number in 0..<1461 {
        let day = today.adding(days: number - 700)
        let text = language.day(day, from: nil)
        #expect(DueDate(text, from: today, in: language) == .day(day), "\(text)")
      }
    }
  }

  @Test func `a line takes the words after its mark that name a day, and no more`() {
    let scene = Fixture.scene(.actions)
    let board = scene.workshop.board("actions") ?? Board(id: "actions", title: "")
    for (text, due, rest) in [
      ("Call Ada >in 2 weeks", "2026-12-07", "Call Ada"),
      ("Call >friday @lan the town hall", "2026-11-27", "Call the town hall"),
      ("Call >fin mars", "2027-03-31", "Call"),
      ("Call >jövő hét kedd about it", "2026-12-01", "Call about it"),
      ("Call >next Friday about it", "next Friday", "Call about it"),
      ("Call >12/3", "12/3", "Call"),
      ("Call >soon enough", "soon", "Call enough"),
      ("Call >2026-12-24", "2026-12-24", "Call"),
      ("Call Ada > in 2 weeks", "2026-12-07", "Call Ada"),
      ("Keep a > b", nil, "Keep a > b"),
    ] as [(String, String?, String)] {
      let line = CardLine(text, on: board, scene)
      #expect(line.fields["due"] == due && line.text == rest, "\(line)")
    }
    #expect(DueText.echo("12/3", scene).hasPrefix("? Sat 12 March 2027") == false)
    #expect(DueText.echo("friday", scene) == "→ Fri 27 November")
    #expect(DueText.echo("soon", scene).hasPrefix("?"))
  }
}
