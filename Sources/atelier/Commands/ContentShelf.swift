import Assets
import Journaling
import Languages
import WorkshopCore

/// What a content holds, file by file, under names that can be typed.
struct ContentShelf {
  let content: Content
  /// In the order of the folders, then by id.
  let items: [Item]

  /// One file of content.
  struct Item: Equatable {
    let folder: Folder
    let id: String
    /// Of the workshop's own `assets/`; else it comes along.
    let isOwn: Bool

    /// Relative to the assets folder.
    var path: String {
      folder == .languages ? Content.phrases(of: id) : "\(name).json"
    }
    /// The name that is never ambiguous: `decks/persona`.
    var name: String { isMany ? id : "\(folder.rawValue)/\(id)" }
    /// All that comes along of its folder, in one file.
    var isMany: Bool { folder.isFile && id == folder.rawValue }
  }

  /// Where a file lies.
  enum Folder: String, CaseIterable {
    case decks, sheets, canvases, journeys
    case warmUps = "warm-ups"
    case methods, templates, blocks, languages

    /// What comes along of it is in one file.
    var isFile: Bool { self == .warmUps || self == .methods }

    func ids(in content: Content) -> [String] {
      switch self {
      case .decks: content.decks.keys.sorted()
      case .sheets: content.sheets.keys.sorted()
      case .canvases: content.canvases.keys.sorted()
      case .journeys: content.journeys.keys.sorted()
      case .warmUps, .methods:
        [rawValue]
          + content.own.filter { $0.hasPrefix(rawValue + "/") }
          .map { String($0.dropFirst(rawValue.count + 1).dropLast(5)) }.sorted()
      case .templates: content.templates
      case .blocks: content.blocks
      case .languages: content.phrases.keys.sorted()
      }
    }
  }

  init(_ content: Content) {
    self.content = content
    items = Folder.allCases.flatMap { folder in
      folder.ids(in: content).map { id in
        let item = Item(folder: folder, id: id, isOwn: false)
        return Item(folder: folder, id: id, isOwn: content.own.contains(item.path))
      }
    }
  }

  /// The file of a name: `decks/persona`, its path, or the id alone when only one file has it.
  func item(_ name: String) throws -> Item {
    let plain = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    if let item = items.first(where: { $0.name == plain || $0.path == name }) { return item }
    // A game or method comes after the files: a canvas may have the name of the method that fills it.
    let files = items.filter { $0.id == plain }
    let found = files.isEmpty ? parts.filter { [$0.id, $0.name].contains(plain) } : files
    guard let item = found.first else {
      let names = (items + parts).flatMap { [$0.name, $0.id] }
      if let near = NearMiss.of(plain, among: names) {
        throw CommandError.failed("no content “\(name)”. Did you mean “\(near)”?")
      }
      throw CommandError.failed("no content “\(name)”: atelier content list names all of it")
    }
    guard found.count == 1 else {
      let names = found.map(\.name).joined(separator: ", ")
      throw CommandError.failed("“\(name)” may be any of these: \(names)")
    }
    return item
  }

  /// The games and methods that come along, each as a file of its own would be.
  private var parts: [Item] {
    let known = Set(items.map(\.name))
    let games = content.warmUps.map { Item(folder: .warmUps, id: $0.id, isOwn: false) }
    let methods = content.methods.map { Item(folder: .methods, id: $0.id, isOwn: false) }
    return (games + methods).filter { !known.contains($0.name) }
  }

  /// A file's text; of one game or method, what a file of its own would hold.
  func text(of item: Item) -> String? {
    content.text(at: item.path)
      ?? content.text(at: "\(item.folder.rawValue).json").flatMap {
        ContentFile.part(item.id, of: $0)
      }
  }

  func title(of item: Item) -> Phrase {
    let title: Localized? =
      switch item.folder {
      case .decks: content.decks[item.id]?.title
      case .sheets: content.sheets[item.id]?.title
      case .canvases: content.canvases[item.id]?.title
      case .journeys: content.journeys[item.id]?.title
      case .templates: content.template(item.id)?.title
      case .blocks: content.block(item.id)?.title
      case .warmUps: content.warmUp(item.id)?.title
      case .methods: content.method(item.id)?.title
      case .languages: nil
      }
    if let title { return "\(title)" }
    switch item.folder {
    case .warmUps: return "Warm-ups"
    case .methods: return "Methods"
    default: return "Interface texts"
    }
  }

  /// How much is in it.
  func counts(of item: Item) -> Phrase {
    switch item.folder {
    case .decks:
      let piles = content.decks[item.id]?.categories ?? []
      let cards = piles.reduce(0) { $0 + $1.cards.count }
      return "piles: \(piles.count), cards: \(cards)"
    case .sheets: return "fields: \(content.sheets[item.id]?.fields.count ?? 0)"
    case .canvases: return "blocks: \(content.canvases[item.id]?.blocks.count ?? 0)"
    case .journeys: return "stages: \(content.journeys[item.id]?.stages.count ?? 0)"
    case .warmUps: return item.isMany ? "games: \(content.warmUps.count)" : "game"
    case .methods: return item.isMany ? "methods: \(content.methods.count)" : "method"
    case .templates:
      let sessions = content.template(item.id)?.sessions ?? []
      let activities = sessions.reduce(0) { $0 + $1.activities.count }
      return "sessions: \(sessions.count), activities: \(activities)"
    case .blocks: return "activities: \(content.block(item.id)?.activities.count ?? 0)"
    case .languages: return "phrases: \(content.phrases[item.id]?.count ?? 0)"
    }
  }
}
