// Themes are cards too, so that the one form edits them: what they ask, who sponsors them, whether they
// were explored.

extension Workshop {
  /// The board of the themes, the plan's and those that came up on the day.
  public static let themes: BoardID = "themes"

  /// The boards that the program itself keeps; no ideas go there.
  public static let ownBoards: Set<BoardID> = [people, themes]

  /// Puts the plan's themes on their board, where the plan speaks of any.
  mutating func seedThemes() {
    guard !plan.themes.isEmpty || plan.activities.contains(where: { $0.board == Self.themes })
    else { return }
    seedThemesBoard()
    for theme in plan.themes {
      var texts = [
        Card.text: theme.name.text(in: plan.language), Card.board: Self.themes,
        Theme.challengeField: theme.challenge?.text(in: plan.language) ?? "",
      ]
      texts[Theme.sponsorField] = theme.sponsor
      add(
        Card(
          id: Theme.card(theme.id), added: Stamp(milliseconds: 0), by: "",
          values: texts.mapValues { FieldValue(text: $0, entry: nil, by: "") }))
    }
  }

  /// The themes' board comes with the first of them.
  mutating func seedThemesBoard() {
    guard !boards.contains(where: { $0.id == Self.themes }) else { return }
    boards.append(
      Board(
        id: Self.themes,
        title: Localized(english: "Themes"),
        sheet: Theme.sheet))
  }

  /// The board of the themes, nil where the plan has a board of this name for something else.
  public var themesBoard: BoardID? {
    board(Self.themes)?.sheet == Theme.sheet ? Self.themes : nil
  }

  /// The themes as they stand, in the order in which they came.
  public var themes: [Theme] {
    let isOurs = themesBoard != nil
    return cards(on: Self.themes).filter { isOurs || Theme.isPlanned($0.id) }.map { card in
      // What nobody changed is said in the reader's language, where the plan knows it.
      let planned = plan.theme(Theme.id(ofCard: card.id))
      func text(_ field: String, _ localized: Localized?) -> Localized? {
        if let localized, card.values[field]?.entry == nil { return localized }
        return card[field].map { Localized($0) }
      }
      return Theme(
        id: Theme.id(ofCard: card.id), name: text(Card.text, planned?.name) ?? "",
        challenge: text(Theme.challengeField, planned?.challenge), sponsor: card[Theme.sponsorField]
      )
    }
  }

  public func theme(_ id: String?) -> Theme? { themes.first { $0.id == id } }

  /// The card of a theme.
  public func card(ofTheme id: String) -> Card? { card(Theme.card(id)) ?? card(id) }

  /// Whether a theme was worked on: as it was decided, else as somebody said it, else whether the room
  /// made anything of it.
  ///
  /// Facts do not count, for they are what experts bring, nor do decisions, nor who meant to work on it:
  /// in the programme this is made after, one theme had its talk and its table, and was not explored.
  public func isExplored(_ theme: String) -> Bool {
    if let isExplored = decision(onTheme: theme)?.isExplored { return isExplored }
    switch card(ofTheme: theme)?[Theme.statusField] {
    case Theme.explored: return true
    case Theme.notExplored: return false
    default: break
    }
    let others = boards.filter { ["fact", Decision.sheet].contains($0.sheet) }.map(\.id)
    let notes = Set(others).union(Self.ownBoards)
    return cards.values.contains { !$0.isGone && $0.theme == theme && !notes.contains($0.board) }
  }
}

extension Theme {
  /// The sheet of a theme's card.
  static let sheet = "theme"
  public static let challengeField = "challenge"
  public static let sponsorField = "sponsor"
  public static let statusField = "status"
  public static let reasonField = "reason"
  /// Values of its status.
  public static let explored = "explored"
  public static let notExplored = "not-explored"

  private static let prefix = "theme:"

  /// The id of a planned theme's card: a theme and a person may have the same short id.
  static func card(_ id: String) -> CardID { prefix + id }

  static func isPlanned(_ card: CardID) -> Bool { card.hasPrefix(prefix) }

  /// The theme of a card; one that came up on the day has the card's id.
  public static func id(ofCard id: CardID) -> String {
    isPlanned(id) ? String(id.dropFirst(prefix.count)) : id
  }
}
