package import Languages
import Shell
package import WorkshopCore
package import WorkshopQueries

/// What games and methods are, in words: how long, for how many, how lively, for what.
package enum LibraryWords {
  package static func span(_ span: WarmUp.Span) -> String {
    span.minimum == span.maximum ? "\(span.minimum)" : "\(span.minimum)–\(span.maximum)"
  }

  /// Minutes, people, posture: what decides whether it can be done.
  package static func facts(_ game: WarmUp, _ language: Language) -> [String] {
    let phrases: [Phrase?] = [
      "\(span(game.minutes)) min", "\(span(game.people)) people",
      game.standing ? "standing" : "seated",
      game.touch ? "touch: only for those who want" : nil,
    ]
    return phrases.compactMap { $0 }.map { language($0) }
  }

  /// How lively and how loud it is, for whom and when.
  package static func manner(_ game: WarmUp, _ language: Language) -> [String] {
    let posture: Phrase? = game.standing && game.seated != nil ? "seated variant" : nil
    let touch: Phrase? = game.touch ? nil : "no touch"
    return
      ([energy(game.energy), noise(game.noise), posture, touch].compactMap { $0 }
      + moments(game.moments))
      .map { language($0) }
  }

  package static func facts(_ method: WayOfWorking, _ language: Language) -> [String] {
    let phrases: [Phrase?] = [
      "\(span(method.minutes)) min", method.people.map { "\(span($0)) people" },
      method.standing.map { $0 ? "standing" : "seated" }, method.form?.name,
    ]
    return phrases.compactMap { $0 }.map { language($0) }
  }

  /// What it is for, how lively, when and in which phase.
  package static func manner(_ method: WayOfWorking, _ language: Language) -> [String] {
    let remote: Phrase? =
      switch method.remote {
      case .yes: "works at a distance"
      case .adapt: "at a distance with changes"
      case .no: "only in one room"
      case nil: nil
      }
    let phrases: [Phrase?] =
      [method.phase?.name] + (method.purposes ?? []).map(purpose)
      + [method.energy.map(energy)] + moments(method.moments ?? []) + [remote]
    return phrases.compactMap { $0 }.map { language($0) }
  }

  static func noise(_ noise: Int) -> Phrase {
    noise < 2 ? "quiet" : noise > 2 ? "loud" : "chatty"
  }

  static func energy(_ energy: Int) -> Phrase {
    energy < 2 ? "calm" : energy > 2 ? "lively" : "brisk"
  }

  private static func moments(_ moments: [String]) -> [Phrase] {
    moments.compactMap { Gap.Occasion(rawValue: $0) }.map(occasion)
  }

  static func occasion(_ occasion: Gap.Occasion) -> Phrase {
    switch occasion {
    case .open: "to open the day"
    case .beforeIdeas: "before ideas"
    case .afterLunch: "after lunch"
    case .close: "to close the day"
    case .tired: "to wake people up"
    }
  }

  static func purpose(_ purpose: WayOfWorking.Purpose) -> Phrase {
    switch purpose {
    case .open: "to begin"
    case .understand: "to understand"
    case .generate: "to find ideas"
    case .sort: "to sort"
    case .decide: "to decide"
    case .plan: "to plan"
    case .test: "to test"
    case .review: "to look back"
    case .close: "to finish"
    }
  }

  /// What is typed, read with a language's words for minutes and people, and with English ones.
  package static func wish(_ text: String, _ language: Language) -> Wish {
    func unit(_ phrase: Phrase) -> [String] {
      [language, .english].map { Fold.plain($0(phrase)).filter(\.isLetter) }
    }
    return Wish(text, minutes: unit("\(7) min"), people: unit("\(7) people"))
  }

  /// All that a game is found by, without accents and capitals.
  package static func text(_ game: WarmUp, _ language: Language) -> String {
    let parts = [language(game.title), language("game"), language(game.material)]
    return Fold.plain(
      (parts + facts(game, language) + manner(game, language)).joined(separator: " · "))
  }

  package static func text(_ method: WayOfWorking, _ language: Language) -> String {
    let parts =
      [language(method.title), language("method"), language(method.purpose)]
      + (method.also ?? [])
    return Fold.plain(
      (parts + facts(method, language) + manner(method, language)).joined(separator: " · "))
  }
}
