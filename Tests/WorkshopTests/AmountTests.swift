import Testing
import WorkshopCore

/// Sums of money as people type them.
@Suite struct AmountTests {
  @Test(
    arguments: [
      ("12 500 €", 1_250_000, "EUR"), ("12\u{A0}500\u{A0}€", 1_250_000, "EUR"),
      ("12\u{202F}500,50 €", 1_250_050, "EUR"), ("12.500,50", 1_250_050, nil),
      ("12,500.50", 1_250_050, nil), ("12'500.05 CHF", 1_250_005, "CHF"),
      ("12.500", 1_250_000, nil),
      ("12.50", 1250, nil), ("0,500", 50, nil), ("1.000.000", 100_000_000, nil),
      ("€1M", 100_000_000, "EUR"), ("1,9 M€", 190_000_000, "EUR"), ("1.9m", 190_000_000, nil),
      ("1,250 M€", 125_000_000, "EUR"), ("250 k€", 25_000_000, "EUR"),
      ("250KEUR", 25_000_000, "EUR"),
      ("1 million d’euros", 100_000_000, "EUR"), ("2 Mio. €", 200_000_000, "EUR"),
      ("1,2 millió euró", 120_000_000, "EUR"), ("500 ezer Ft", 50_000_000, "HUF"),
      ("500 eFt", 50_000_000, "HUF"), ("3,5 MFt", 350_000_000, "HUF"),
      ("2 milliárd forint", 200_000_000_000, "HUF"), ("EUR 12 500,-", 1_250_000, "EUR"),
      ("12 500,– €", 1_250_000, "EUR"), ("environ 12 000 € HT", 1_200_000, "EUR"),
      ("~ 8 k€ (TTC)", 800_000, "EUR"), ("kb. 300 000 Ft", 30_000_000, "HUF"), ("0", 0, nil),
      ("£2.5bn", 250_000_000_000, "GBP"), ("240000", 24_000_000, nil), ("１２５０ €", 125_000, "EUR"),
      ("0.005", 1, nil),
    ] as [(String, Int, String?)])
  func `a sum is read as it is typed`(text: String, cents: Int, currency: String?) {
    #expect(Amount(text) == Amount(cents: cents, currency: currency), "\(text)")
  }

  @Test(arguments: [
    "", " ", "€", "a lot", "10-15 k€", "10 à 12 k€", "12 50", "1.2.3", "1,23,456", "-500 €",
    "1 € = 400 Ft", "12 € 5 Ft", "3 k M€", "M€ 1 2", "99999999999999999999", "9999999999 Md€",
    "12 pommes", "1\u{1B}[2J", "∞", "½",
  ])
  func `what is no single sum is none`(text: String) {
    #expect(Amount(text) == nil, "\(text): \(String(describing: Amount(text)))")
  }

  @Test func `a currency is known by code, sign or name, any other by its three letters`() {
    let names = ["€", "euro", "EUR", "Ft", "forint", " huf ", "sek", "XAF"]
    #expect(
      names.map { Amount.currency(named: $0) } == [
        "EUR", "EUR", "EUR", "HUF", "HUF", "HUF", "SEK", "XAF",
      ])
    #expect(["", "euro cents", "12", "€€"].allSatisfy { Amount.currency(named: $0) == nil })
  }
}
