/// A sum of money as people type it: `12 500 €`, `12.500,50`, `€1M`, `1,9 M€`, `500 ezer Ft`.
public struct Amount: Hashable, Sendable {
  /// Hundredths of the currency's unit.
  public let cents: Int
  /// The currency's code (ISO 4217); nil: nobody said.
  public let currency: String?

  public init(cents: Int, currency: String?) {
    self.cents = cents
    self.currency = currency
  }

  /// Nil where the text is no single sum: two numbers, a word that nobody knows, none at all.
  ///
  /// One separator before exactly three digits is taken for thousands, unless a million or the like
  /// follows: `1.250` is twelve hundred and fifty, `1.250 M€` a million and a quarter.
  public init?(_ text: String) {
    guard let parts = Parts(text), let cents = parts.cents else { return nil }
    self.init(cents: cents, currency: parts.currency)
  }

  /// What stands for its currency: a sign, else its code; euros where nobody said another.
  public var sign: String {
    let code = currency ?? "EUR"
    return Self.signs[code] ?? code
  }

  private static let signs = [
    "EUR": "€", "USD": "$", "GBP": "£", "HUF": "Ft", "PLN": "zł", "CZK": "Kč",
  ]

  /// The code of a currency by its code, sign or name; nil for one that nobody knows.
  public static func currency(named text: String) -> String? {
    let word = text.lowercased().filter { !$0.isWhitespace }
    if let known = currencies[word] { return known }
    let isCode = word.utf8.count == 3 && word.utf8.allSatisfy { (97...122).contains($0) }
    return isCode ? word.uppercased() : nil
  }

  /// Signs and names, as they are typed in Europe; other currencies go by their code of three letters.
  private static let currencies: [String: String] = [
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "euró": "EUR", "eurót": "EUR",
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "dollár": "USD",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "livres": "GBP", "font": "GBP",
    "ft": "HUF", "huf": "HUF", "forint": "HUF", "forints": "HUF", "forintot": "HUF",
    "chf": "CHF", "fr": "CHF", "francs": "CHF", "zł": "PLN", "pln": "PLN", "kč": "CZK",
    "czk": "CZK", "lei": "RON", "ron": "RON", "sek": "SEK", "dkk": "DKK", "nok": "NOK",
  ]

  /// What a number is multiplied by.
  private static let multipliers: [String: Int] = [
    "k": 1000, "thousand": 1000, "mille": 1000, "millier": 1000, "milliers": 1000,
    "ezer": 1000, "m": 1_000_000, "mio": 1_000_000, "mln": 1_000_000, "mn": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000, "millió": 1_000_000, "millio": 1_000_000,
    "md": 1_000_000_000, "mds": 1_000_000_000, "mrd": 1_000_000_000, "bn": 1_000_000_000,
    "milliard": 1_000_000_000, "milliards": 1_000_000_000, "milliárd": 1_000_000_000,
    "billion": 1_000_000_000, "billions": 1_000_000_000,
  ]

  /// Words that say no more than that the sum is a rough one, or how it is taxed.
  private static let fillers: Set<String> = [
    "about", "around", "approx", "ca", "cca", "circa", "roughly", "environ", "env", "kb",
    "körülbelül", "cirka", "d", "de", "of", "ht", "ttc", "net", "gross", "nettó", "bruttó",
  ]

  /// What a text consists of.
  private struct Parts {
    /// The number as it was written, with its separators; a blank stands for any space.
    var number: [Character] = []
    var multiplier: Int?
    var currency: String?

    init?(_ text: String) {
      let all = Array(text.lowercased()).map(Self.plain)
      var at = 0
      while at < all.count {
        let character = all[at]
        if character.isLetter {
          let end = all[at...].firstIndex { !$0.isLetter } ?? all.endIndex
          guard take(word: String(all[at..<end])) else { return nil }
          at = end
        } else if Self.digit(character) != nil {
          guard number.isEmpty else { return nil }
          at = takeNumber(all, from: at)
        } else {
          guard take(sign: character) else { return nil }
          at += 1
        }
      }
      guard !number.isEmpty else { return nil }
    }

    /// The number from a place on; gives back the first place after it.
    private mutating func takeNumber(_ all: [Character], from start: Int) -> Int {
      var at = start
      while at < all.count {
        let isInside = at + 1 < all.count && Self.digit(all[at + 1]) != nil
        guard Self.digit(all[at]) != nil || isInside && " .,'".contains(all[at]) else { break }
        number.append(all[at])
        at += 1
      }
      // `12 500,-` and `12 500,–`: no cents.
      if at + 1 < all.count, ".,".contains(all[at]), "-–—".contains(all[at + 1]) { at += 2 }
      return at
    }

    private mutating func take(word: String) -> Bool {
      // `500 e Ft`: so are thousands of forints written.
      if ["e", "eft"].contains(word) {
        return take(multiplier: 1000) && take(currency: "HUF")
      }
      if Amount.fillers.contains(word) { return true }
      if let known = Amount.currencies[word] { return take(currency: known) }
      if let known = Amount.multipliers[word] { return take(multiplier: known) }
      // `k€` comes apart by itself; `keur` and `mft` are two words in one.
      if let first = word.first, let known = Amount.multipliers[String(first)],
        let code = Amount.currencies[String(word.dropFirst())]
      {
        return take(multiplier: known) && take(currency: code)
      }
      return false
    }

    private mutating func take(currency code: String) -> Bool {
      defer { currency = code }
      return currency == nil || currency == code
    }

    private mutating func take(multiplier value: Int) -> Bool {
      defer { multiplier = value }
      return multiplier == nil && !number.isEmpty
    }

    /// A sign between words: a currency's, or one that says nothing.
    private mutating func take(sign: Character) -> Bool {
      if let known = Amount.currencies[String(sign)] { return take(currency: known) }
      return " .'~≈()".contains(sign)
    }

    private static func plain(_ character: Character) -> Character {
      if character.isWhitespace || character == "\u{202F}" { return " " }
      return character == "’" || character == "ʼ" ? "'" : character
    }

    private static func digit(_ character: Character) -> Int? {
      character.isWholeNumber ? character.wholeNumberValue.flatMap { $0 < 10 ? $0 : nil } : nil
    }

    /// The number times its multiplier, in hundredths; nil where its separators make no number, or it
    /// is larger than any budget.
    var cents: Int? {
      guard let (whole, part) = split else { return nil }
      let digits = whole + part
      guard digits.count <= 15, let value = Self.integer(digits) else { return nil }
      var scale = 1
      for _ in part { scale *= 10 }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: (multiplier ?? 1) * 100)
      guard !isTooLarge, product / scale <= 100_000_000_000_000_000 else { return nil }
      return product / scale + (product % scale * 2 >= scale ? 1 : 0)
    }

    private static func integer(_ digits: [Character]) -> Int? {
      digits.reduce(0) { sum, character in
        sum.flatMap { sum in digit(character).map { sum * 10 + $0 } }
      }
    }

    /// The digits before the decimal separator and those after it.
    private var split: (whole: [Character], part: [Character])? {
      let separators = number.filter { Self.digit($0) == nil }
      let last = separators.last
      let kinds = Set(separators)
      let isDecimal: Bool
      switch (last, kinds.count) {
      case (nil, _), (" ", _), ("'", _): isDecimal = false
      case (let last?, let count):
        let times = separators.count { $0 == last }
        let tail = number.reversed().prefix { $0 != last }.count
        let head = number.prefix { $0 != last }
        isDecimal =
          times == 1 && (count > 1 || tail != 3 || multiplier != nil || head == ["0"])
      }
      let end = isDecimal ? last.flatMap { number.lastIndex(of: $0) } ?? number.count : number.count
      let groups = number[..<end].split(
        omittingEmptySubsequences: false, whereSeparator: { Self.digit($0) == nil })
      // Thousands stand in threes, behind one to three digits, with one kind of sign between.
      let signs = Set(number[..<end].filter { Self.digit($0) == nil })
      let areThousands =
        groups.count == 1
        || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      guard signs.count <= 1, areThousands else { return nil }
      return (groups.flatMap { $0 }, end < number.count ? Array(number[(end + 1)...]) : [])
    }
  }
}
