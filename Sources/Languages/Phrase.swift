package import WorkshopCore

/// Something the interface says, in English where it is used and translated by a table.
///
/// Interpolated values become `{}` in the key: `"\(3) cards"` looks up `{} cards`. A translation may
/// name them in another order as `{1}`, `{2}`. Cards' own text is `String` and never a phrase, so what
/// reaches the screen is either translated or somebody's words.
///
/// Where one English text has two meanings, what follows `##` tells them apart: `Left##arrow`. It is part of
/// the key, and is never shown.
package struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The English text with `{}` for each value.
  let key: String
  let arguments: [Argument]

  /// The English text, without the context that only translators read.
  var english: String {
    guard key.utf8.contains(UInt8(ascii: "#")) else { return key }
    return String(key[..<(key.firstRange(of: "##")?.lowerBound ?? key.endIndex)])
  }

  /// A value inside a phrase.
  enum Argument: Hashable, Sendable {
    case text(String)
    case phrase(Phrase)
    case localized(Localized)
  }

  package init(stringLiteral value: String) {
    key = value
    arguments = []
  }

  package init(stringInterpolation interpolation: Interpolation) {
    key = interpolation.key
    arguments = interpolation.arguments
  }

  /// A phrase whose key was made elsewhere, such as an error's.
  package init(key: String, arguments: [String]) {
    self.key = key
    self.arguments = arguments.map { .text($0) }
  }

  package struct Interpolation: StringInterpolationProtocol {
    var key = ""
    var arguments: [Argument] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { key += literal }
    package mutating func appendInterpolation(_ text: String) { append(.text(text)) }
    package mutating func appendInterpolation(_ number: Int) { append(.text(String(number))) }
    package mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }
    package mutating func appendInterpolation(_ text: Localized) { append(.localized(text)) }

    private mutating func append(_ argument: Argument) {
      key += "{}"
      arguments.append(argument)
    }
  }
}
