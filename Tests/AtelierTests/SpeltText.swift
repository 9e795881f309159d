import Foundation
import Synchronization

/// A text that the program says, with the place it stands at.
struct SpeltText {
  let text: String
  /// Such as `Assets/decks/persona.json`.
  let place: String
  let words: [String]

  private init(_ text: String, _ place: String) {
    self.text = text
    self.place = place
    words = Self.words(of: text)
  }

  /// Every phrase and every text of the content in a language; without one, the texts that stand in the
  /// demo in no language: names.
  static func all(in language: String?) throws -> [SpeltText] {
    try known.withLock { known in
      if let texts = known[language] { return texts }
      let texts = try read(language)
      known[language] = texts
      return texts
    }
  }

  private static let known = Mutex<[String?: [SpeltText]]>([:])

  private static func read(_ language: String?) throws -> [SpeltText] {
    var texts: [SpeltText] = []
    if language == "en" {
      texts += try SourcePhrases.all().map { SpeltText($0.key, $0.place) }
    }
    let root = SourcePhrases.root.path
    let files = try FileManager.default.subpathsOfDirectory(atPath: root + "/Assets").sorted()
    for file in files where file.hasSuffix(".json") {
      let place = "Assets/" + file
      let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + place))
      let value = try JSONSerialization.jsonObject(with: data)
      if file.hasPrefix("languages/") {
        guard file == "languages/\(language ?? "")/phrases.json" else { continue }
        let phrases = (value as? [String: Any])?["phrases"] as? [String: String] ?? [:]
        texts += phrases.values.map { SpeltText($0, place) }
      } else if language != nil || file.hasPrefix("demo/") {
        collect(value, language, place, into: &texts)
      }
    }
    return texts
  }

  private static func collect(
    _ value: Any, _ language: String?, _ place: String, into texts: inout [SpeltText]
  ) {
    if let text = value as? String {
      if language == nil { texts.append(SpeltText(text, place)) }
    } else if let list = value as? [Any] {
      for element in list { collect(element, language, place, into: &texts) }
    } else if let object = value as? [String: Any] {
      if let localized = object as? [String: String], localized["en"] != nil {
        if let text = language.flatMap({ localized[$0] }) {
          texts.append(SpeltText(text, place))
        }
      } else {
        for element in object.values { collect(element, language, place, into: &texts) }
      }
    }
  }

  /// What is no word: places for values, options, keys, files, marks of a card line, abbreviations in
  /// capitals, sizes, dates, and the endings after a French mid-dot or a Hungarian quotation.
  private static let noise = try? NSRegularExpression(
    pattern: [
      #"\{\d*\}"#, #"(^|\s|\()--?[a-z][a-z-]*"#, #"\S+\.(json|jsonl|md|csv)"#, #"[@#>]\S+"#,
      #"\b(Ctrl|Alt|Shift|Maj)-\w+|\bF\d+"#, #"\b[A-Z][A-Z0-9_]+\b(-\w+)?"#, #"\d+x\d+"#,
      #"\d{4}-\S+"#,
      #"·\w+"#, #"[”»]-\w+"#,
    ].joined(separator: "|"))

  private static func words(of text: String) -> [String] {
    let whole = NSRange(text.startIndex..., in: text)
    let plain = noise?.stringByReplacingMatches(in: text, range: whole, withTemplate: " ") ?? text
    var words: [String] = []
    var word = ""
    // A blank ends the last word as well.
    for character in plain + " " {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "-" || character == "’" || character == "'", !word.isEmpty {
        word.append(character == "-" ? "-" : "'")
      } else {
        while word.last == "-" || word.last == "'" { word.removeLast() }
        if word.count > 1, word.contains(where: \.isLetter) { words.append(word) }
        word = ""
      }
    }
    return words
  }
}
