import FoundationEssentials
import WorkshopCore

/// The files of content: those that were compiled in, and a workshop's own over them.
struct ContentFiles: Sendable {
  /// By path, each of them usable.
  let own: [String: String]

  /// Every path, alphabetically.
  var paths: [String] { Set(embedded.keys).union(own.keys).sorted() }

  func text(_ path: String) -> String? { own[path] ?? embedded[path]?.description }

  /// What a file says; nil when it is not there, or of another shape.
  func decoded<Item: Decodable>(_ type: Item.Type, _ path: String) -> Item? {
    text(path).flatMap { try? Content.decode(type, $0) }
  }

  /// The ids of the files in a folder, alphabetically.
  func ids(in folder: String) -> [String] {
    paths.filter { $0.hasPrefix(folder + "/") }.map(Content.id(ofPath:)).sorted()
  }

  /// A folder of files with one item each, named by its id.
  func shelf<Item: Decodable & Sendable>(of folder: String) -> Shelf<Item> {
    Shelf(ids(in: folder)) { decoded(Item.self, "\(folder)/\($0).json") }
  }

  /// The codes of the languages that have a file of a name in their folder, alphabetically.
  func codes(having name: String) -> [String] {
    paths.compactMap { path in
      let parts = path.split(separator: "/")
      return parts.count == 3 && parts[0] == "languages" && parts[2] == name
        ? String(parts[1]) : nil
    }
  }

  var traits: Shelf<LanguageTraits> {
    Shelf(codes(having: "language.json")) {
      decoded(LanguageTraits.self, "languages/\($0)/language.json")
    }
  }

  /// Phrases by language; a workshop's own ones over those that come along.
  var phrases: Shelf<[String: String]> {
    let codes =
      codes(having: "phrases.json")
      + own.keys.filter { $0.hasPrefix("languages/") && $0.split(separator: "/").count == 2 }
      .map(Content.id(ofPath:))
    return Shelf(codes) { phrases(of: $0) }
  }

  private func phrases(of code: String) -> [String: String] {
    let paths = ["languages/\(code).json", Content.phrases(of: code)]
    let texts = [embedded[paths[1]]?.description] + paths.map { own[$0] }
    return texts.compactMap { $0 }.reduce(into: [:]) { phrases, text in
      let more = (try? Content.decode(Content.Language.self, text))?.phrases
      phrases.merge(more ?? [:]) { $1 }
    }
  }

  /// Games; one of the workshop's own takes the place of that with its id, at the end.
  var warmUps: [WarmUp] {
    var games = list("warm-ups") { try? Content.decode(Content.WarmUps.self, $0).warmUps }
    let singles = own.keys.filter { $0.hasPrefix("warm-ups/") }.sorted()
    games += singles.compactMap { decoded(WarmUp.self, $0) }
    var seen: Set<String> = []
    return games.reversed().filter { seen.insert($0.id).inserted }.reversed()
  }

  /// Ways of working; one of the workshop's own takes the place of that with its id, where it stands.
  var methods: [WayOfWorking] {
    let all = list("methods") { try? Content.decode(Content.Methods.self, $0).methods }
    let singles = own.keys.filter { $0.hasPrefix("methods/") }.sorted()
    return (all + singles.compactMap { decoded(WayOfWorking.self, $0) }).reduce(into: []) {
      methods, method in
      let place = methods.firstIndex { $0.id == method.id }
      if let place { methods[place] = method } else { methods.append(method) }
    }
  }

  /// The items of a file that holds a list: the built-in one's, then those of the workshop's own.
  private func list<Item>(_ name: String, _ items: (String) -> [Item]?) -> [Item] {
    let path = name + ".json"
    return [embedded[path]?.description, own[path]].compactMap { $0 }.flatMap { items($0) ?? [] }
  }
}
