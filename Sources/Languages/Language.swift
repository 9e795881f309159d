package import WorkshopCore

/// The language a terminal speaks: a code and the table of its phrases.
package struct Language: Equatable, Sendable {
  /// `en`, `fr`, `hu`, or one that the workshop's own assets bring.
  package let code: String
  /// Translations by English text; empty for English.
  private let phrases: [String: String]

  init(code: String, phrases: [String: String] = [:]) {
    self.code = code
    self.phrases = phrases
  }

  package static let english = Language(code: "en")

  /// The languages every phrase and all content is written in.
  static let builtIn = ["en", "fr", "hu"]

  /// A phrase in this language; English where a translation is missing.
  package func callAsFunction(_ phrase: Phrase) -> String {
    guard !phrase.arguments.isEmpty else { return phrases[phrase.key] ?? phrase.key }
    let arguments = phrase.arguments.map { argument in
      switch argument {
      case .text(let text): text
      case .phrase(let phrase): self(phrase)
      case .localized(let text): self(text)
      }
    }
    return Self.fill(phrases[phrase.key] ?? phrase.key, with: arguments)
  }

  /// A content text in this language.
  package func callAsFunction(_ text: Localized?) -> String { text?.text(in: code) ?? "" }

  /// A label and what it is about, as this language punctuates them; a question needs no colon.
  package func labelled(_ label: String, _ text: String) -> String {
    if label.hasSuffix("?") { return "\(label) \(text)" }
    return code == "fr" ? "\(label)\u{A0}: \(text)" : "\(label): \(text)"
  }

  /// Somebody's words, in this language's quotation marks.
  package func quoted(_ text: String) -> String {
    switch code {
    case "fr": "«\u{A0}\(text)\u{A0}»"
    case "hu": "„\(text)”"
    default: "“\(text)”"
    }
  }

  /// A number with one decimal, after a point in English and a comma elsewhere.
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
    return "\(sign)\(whole / scale)\(code == "en" ? "." : ",")\(zeros)\(part)"
  }

  /// Puts the arguments where `{}` (the next one) or `{2}` (the second) stands.
  private static func fill(_ template: String, with arguments: [String]) -> String {
    var result = ""
    var next = 0
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let number = rest[rest.index(after: open)..<close]
      let index = number.isEmpty ? next : (Int(number) ?? 0) - 1
      if number.isEmpty { next += 1 }
      result += arguments.indices.contains(index) ? arguments[index] : ""
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
