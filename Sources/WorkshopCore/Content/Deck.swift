/// The cards a persona is drawn from, by category.
public struct Deck: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  /// The fields that it is for, in words with commas between them; nil: any.
  public let fits: Localized?
  public let categories: [Category]

  /// How much is drawn: all categories, a short hand, or the express four.
  public enum Deal: String, Codable, CaseIterable, Sendable { case full, short, express }

  /// One pile.
  public struct Category: Codable, Equatable, Sendable, Identifiable {
    public let id: String
    public let label: Localized
    /// How many are drawn in each deal.
    public let full: Int
    public let short: Int
    public let express: Int
    /// Drawn in a full deal only if the table wants it.
    public let optional: Bool?
    /// Dealt with the rest, and turned over by the facilitator in the middle of the game.
    public let faceDown: Bool?
    public let cards: [Card]

    public func count(in deal: Deal) -> Int {
      switch deal {
      case .full: full
      case .short: short
      case .express: express
      }
    }
  }

  /// One card of a pile.
  public struct Card: Codable, Equatable, Sendable, Identifiable {
    public let id: String
    public let text: Localized
    /// The themes it fits best; nil: all.
    public let themes: [String]?
  }

  /// The categories whose cards lie on the table from the start.
  public var openCategories: [Category] { categories.filter { $0.faceDown != true } }

  /// The categories that stay face down until the facilitator turns them.
  public var hiddenCategories: [Category] { categories.filter { $0.faceDown == true } }

  /// How many of some texts, such as themes, are of a field that it is for: one of their words begins as one
  /// of its own, in whatever language. A short word, which many others begin with, must stand there as it is
  /// or in the plural.
  public func matches(_ texts: [String]) -> Int {
    let own = (fits?.texts.values ?? [:].values).flatMap { $0.split(separator: ",") }
      .map { Fold.plain(String($0)).trimmed }.filter { !$0.isEmpty }
    return texts.count { text in
      Fold.plain(text).split { !$0.isLetter && !$0.isNumber }.contains { word in
        own.contains { begin in
          word.hasPrefix(begin)
            && (begin.count > 4 || ["", "s"].contains(word.dropFirst(begin.count)))
        }
      }
    }
  }

  /// A card by its id, with its category.
  public func card(_ id: String) -> (category: Category, card: Card)? {
    for category in categories {
      if let card = category.cards.first(where: { $0.id == id }) { return (category, card) }
    }
    return nil
  }
}
