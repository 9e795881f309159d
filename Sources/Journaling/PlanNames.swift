import WorkshopCore

/// The names that a plan may use where it names something: the program's, and what stands in the plan.
struct PlanNames {
  private var lists: [PlanWords.Kind: [String]] = [:]
  private var sets: [PlanWords.Kind: Set<String>] = [:]
  private var meanings: [PlanWords.Kind: [String: String]] = [:]
  /// The words of each person's name and each id, to know people by.
  private var people: [Set<String>] = []
  /// Nothing is known of the program: every name passes.
  private let isOpen: Bool

  init(in root: JSONText.Node, _ words: PlanWords?) {
    isOpen = words == nil
    guard let words else { return }
    var all = words
    all[.board] = Self.words(root["boards"], "title") + words[.board]
    all[.theme] = Self.words(root["themes"], "name") + words[.theme]
    all[.activity] = (root["sessions"]?.elements ?? []).flatMap {
      Self.words($0["activities"], "title")
    }
    let persons = Self.words(root["people"], "name") + words[.person]
    people = persons.flatMap { person in ([person.id] + person.names).map(Self.parts) }
    for kind in PlanWords.Kind.allCases where kind != .person {
      var known: Set<String> = []
      lists[kind] = all[kind].map(\.id).filter { known.insert($0).inserted }
      sets[kind] = known
      meanings[kind] = Dictionary(
        all[kind].flatMap { word in word.names.map { (NearMiss.key($0), word.id) } },
        uniquingKeysWith: { first, _ in first })
    }
    lists[.person] = persons.flatMap { $0.names.isEmpty ? [$0.id] : $0.names }
    sets[.board]?.formUnion(Workshop.ownBoards)
    sets[.board]?.formUnion([Workshop.parking] + Board.between.map(\.id))
    for (word, kind) in PlanMeanings.kinds where meanings[.kind]?[word] == nil {
      meanings[.kind]?[word] = kind
    }
  }

  func has(_ name: String, _ kind: PlanWords.Kind) -> Bool {
    isOpen || (sets[kind]?.contains(name) ?? false)
  }

  func all(_ kind: PlanWords.Kind) -> [String] { lists[kind] ?? [] }

  func meanings(_ kind: PlanWords.Kind) -> [String: String] { meanings[kind] ?? [:] }

  /// Those named in a text who are on no list of people; nobody while there is no list.
  ///
  /// Several names may stand there; a first name, or a surname, is enough for somebody who is listed.
  func strangers(in text: String) -> [String] {
    guard !people.isEmpty else { return [] }
    let joined = text.split(whereSeparator: \.isWhitespace)
      .map { ["and", "et", "és"].contains($0) ? "," : $0 }.joined(separator: " ")
    return joined.split { ",;&+/".contains($0) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { name in
        let parts = Self.parts(name)
        return !parts.isEmpty && !people.contains { parts.isSubset(of: $0) }
      }
  }

  private static func parts(_ name: String) -> Set<String> {
    Set(name.split(whereSeparator: \.isWhitespace).map { NearMiss.key(String($0)) })
      .subtracting([""])
  }

  /// The ids of a list, with the texts that people know them by.
  private static func words(_ list: JSONText.Node?, _ title: String) -> [PlanWords.Word] {
    (list?.elements ?? []).compactMap { element in
      guard let id = element["id"]?.text else { return nil }
      switch element[title]?.value {
      case .text(let text): return PlanWords.Word(id, [text])
      case .object(let members): return PlanWords.Word(id, members.compactMap(\.node.text))
      default: return PlanWords.Word(id)
      }
    }
  }
}
