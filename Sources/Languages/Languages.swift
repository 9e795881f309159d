package import Assets
import Glibc
import WorkshopCore

extension Content {
  /// The files that were compiled in, decoded once.
  package static let builtIn = Content()
}

extension Language {
  /// A language by its code, among those that a content has phrases for.
  package static func find(_ code: String, in content: Content) -> Language? {
    content.phrases[code].map {
      Language(code: code, phrases: $0, traits: content.traits[code] ?? LanguageTraits())
    }
  }

  /// The language of the environment: LC_ALL, LC_MESSAGES or LANG, else English.
  package static var ofLocale: Language {
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(variable).map({ String(cString: $0) }), !value.isEmpty else {
        continue
      }
      return find(String(value.prefix(2)), in: .builtIn) ?? english
    }
    return english
  }
}
