import Assets
package import WorkshopCore

extension Language {
  /// A sum of money as this language writes it, without hundredths where there are none: `€12,500`,
  /// `12 500 €`.
  package func money(_ amount: Amount) -> String {
    let cents = abs(amount.cents)
    let whole = Self.grouped(cents / 100, traits.thousands)
    let rest = cents % 100
    let part = rest == 0 ? "" : traits.decimal + (rest < 10 ? "0" : "") + String(rest)
    let minus = amount.cents < 0 ? "−" : ""
    let sign = amount.sign
    return traits.signsBefore.contains(sign)
      ? "\(minus)\(sign)\(whole)\(part)" : "\(minus)\(whole)\(part)\u{A0}\(sign)"
  }

  /// A number with a sign between its thousands.
  private static func grouped(_ number: Int, _ sign: String) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce("") { text, index in
      let isBreak = index > 0 && (digits.count - index) % 3 == 0
      return text + (isBreak ? sign : "") + String(digits[index])
    }
  }
}
