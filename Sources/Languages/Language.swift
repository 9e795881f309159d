import Assets
package import WorkshopCore

/// The language a terminal speaks: a code and the table of its phrases.
package struct Language: Equatable, Sendable {
  /// `en`, `fr`, `hu`, or one that the workshop's own assets bring.
  package let code: String
  /// Translations by English text; for English, of those that say one thing otherwise than many.
  private let phrases: [String: String]
  let traits: LanguageTraits

  init(
    code: String, phrases: [String: String] = [:], traits: LanguageTraits = LanguageTraits()
  ) {
    self.code = code
    self.phrases = phrases
    self.traits = traits
  }

  package static let english = Language(
    code: "en", phrases: Content.builtIn.phrases["en"] ?? [:],
    traits: Content.builtIn.traits["en"] ?? LanguageTraits())

  /// The languages every phrase and all content is written in, English first.
  static let builtIn = Content.builtIn.texts(ofLanguages: "language.json").map(\.code)
    .filter { Content.builtIn.traits[$0]?.isWhole == true }

  /// What it is called in itself; its code where it does not say.
  package var name: String { traits.name.isEmpty ? code : traits.name }

  /// What it is called in others.
  package var called: [String] { traits.called }

  /// What separates the columns of a CSV file.
  package var separator: String { traits.separator }

  /// What stands right behind a label: the colon, with the space before it.
  package var colon: String { String(traits.colon.dropLast()) }

  /// Words before a noun; those that end in an apostrophe are written together with it.
  package var articles: [String] { traits.articles }

  /// A phrase in this language; English where a translation is missing.
  ///
  /// - Parameter keyName: what a key that it names is called here instead of its usual label.
  package func callAsFunction(_ phrase: Phrase, keyName: ((String) -> String?)? = nil) -> String {
    var text = phrases[phrase.key] ?? phrase.english
    if let keyName {
      text = KeyMentions.renamed(text, english: phrase.english, keyName)
    }
    guard !phrase.arguments.isEmpty else { return text }
    let arguments = phrase.arguments.map { argument in
      switch argument {
      case .text(let text): text
      case .phrase(let phrase): self(phrase, keyName: keyName)
      case .localized(let text): self(text)
      }
    }
    return fill(text, with: arguments)
  }

  /// A content text in this language; where it has none the phrase of its English text, else that text.
  package func callAsFunction(_ text: Localized?) -> String {
    guard let text else { return "" }
    guard text.texts[code] == nil, text.texts[""] == nil, let english = text.texts["en"] else {
      return text.text(in: code)
    }
    return phrases[english] ?? english
  }

  /// A label and what it is about, as this language punctuates them; a question needs no colon.
  package func labelled(_ label: String, _ text: String) -> String {
    if label.hasSuffix("?") { return "\(label) \(text)" }
    return "\(label)\(colon) \(text)"
  }

  /// Clauses in a row, parted as this language punctuates them.
  package func clauses(_ parts: [String]) -> String {
    parts.joined(separator: colon.replacing(":", with: ";") + " ")
  }

  /// Somebody's words, in this language's quotation marks.
  package func quoted(_ text: String) -> String {
    traits.quotes[0] + Self.unquoted(text) + traits.quotes[1]
  }

  /// A number with one decimal.
  package func oneDecimal(_ value: Double) -> String {
    decimals(value, 1)
  }

  /// A number with so many decimals.
  package func decimals(_ value: Double, _ count: Int) -> String {
    let scale = (0..<count).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * Double(scale)).rounded())
    let part = String(whole % scale)
    let zeros = String(repeating: "0", count: max(0, count - part.count))
    let sign = value < 0 && whole > 0 ? "-" : ""
    return "\(sign)\(whole / scale)\(traits.decimal)\(zeros)\(part)"
  }

  /// Puts the arguments where `{}` (the next one) or `{2}` (the second) stands; where `{2|card|cards}`
  /// does, the first word when the second argument is one thing, and the other when it is several.
  private func fill(_ template: String, with arguments: [String]) -> String {
    var result = ""
    var next = 0
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let forms = rest[rest.index(after: open)..<close].split(
        separator: "|", omittingEmptySubsequences: false)
      let number = forms[0]
      let index = number.isEmpty ? next : (Int(number) ?? 0) - 1
      if number.isEmpty { next += 1 }
      let argument = arguments.indices.contains(index) ? arguments[index] : ""
      let tail = rest[rest.index(after: close)...]
      if forms.count == 3 {
        result += forms[isOne(argument) ? 1 : 2]
      } else {
        result += Self.isQuote(before: result, after: tail) ? Self.unquoted(argument) : argument
      }
      rest = tail
    }
    return result + rest
  }

  /// Quotation marks, by the one that opens.
  private static let marks: [Character: Character] = ["“": "”", "«": "»", "„": "”", "\"": "\""]

  /// Somebody's words without quotation marks of their own, where they are all within one pair: marks are
  /// put around them.
  private static func unquoted(_ text: String) -> String {
    guard let open = text.first, let close = marks[open], text.count > 2, text.last == close else {
      return text
    }
    let inner = text.dropFirst().dropLast()
    guard !inner.contains(where: { $0 == open || $0 == close }) else { return text }
    return String(inner).trimmed
  }

  /// Whether a place in a sentence stands between quotation marks.
  private static func isQuote(before: String, after: Substring) -> Bool {
    guard let open = before.last(where: { $0 != "\u{A0}" }), let close = marks[open] else {
      return false
    }
    return after.first { $0 != "\u{A0}" } == close
  }

  /// Whether a number takes the singular: one, and in some languages nothing too.
  private func isOne(_ text: String) -> Bool { traits.singular.contains(text) }
}
