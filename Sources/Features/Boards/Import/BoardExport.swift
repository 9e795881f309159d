import FoundationEssentials

/// The export of another program's board as JSON: Trello's, with lists and cards, or scrumlr's, with columns
/// and notes.
struct BoardExport: Decodable {
  private struct List: Decodable {
    let id: String
    let name: String
  }
  private struct TrelloCard: Decodable {
    struct Label: Decodable { let name: String? }
    let name: String
    let desc: String?
    let idList: String?
    let closed: Bool?
    let labels: [Label]?
    let idMembers: [String]?
    let idMembersVoted: [String]?
  }
  private struct Member: Decodable {
    let id: String
    let fullName: String?
  }
  private struct Note: Decodable {
    struct Position: Decodable { let column: String? }
    let id: String?
    let text: String
    let author: String?
    let position: Position?
    let column: String?
  }
  private struct Voting: Decodable {
    struct Result: Decodable {
      struct Count: Decodable { let total: Int? }
      let votesPerNote: [String: Count]?
    }
    let votes: Result?
  }

  private let lists: [List]?
  private let columns: [List]?
  private let cards: [TrelloCard]?
  private let notes: [Note]?
  private let members: [Member]?
  private let votings: [Voting]?

  /// Nil for any other JSON.
  static func rows(of bytes: [UInt8]) -> [CardFile.Row]? {
    guard let export = try? JSONDecoder().decode(BoardExport.self, from: Data(bytes)),
      export.cards != nil || export.notes != nil
    else { return nil }
    return export.rows
  }

  private var rows: [CardFile.Row] {
    let all = (lists ?? []) + (columns ?? [])
    let names = Dictionary(all.map { ($0.id, $0.name) }) { a, _ in a }
    let people = Dictionary((members ?? []).map { ($0.id, $0.fullName ?? "") }) { a, _ in a }
    // What was put into the archive is on no board any more.
    let trello = (cards ?? []).filter { $0.closed != true }.enumerated().map { index, card in
      CardFile.Row(
        line: index + 1,
        text: [card.name, card.desc ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"),
        theme: card.labels?.first?.name ?? "",
        author: (card.idMembers ?? []).compactMap { people[$0] }.filter { !$0.isEmpty }
          .joined(separator: ", "),
        cluster: card.idList.flatMap { names[$0] } ?? "",
        votes: card.idMembersVoted?.count ?? 0)
    }
    let votes = votings?.compactMap { $0.votes?.votesPerNote }.last ?? [:]
    let scrumlr = (notes ?? []).enumerated().map { index, note in
      let column = note.position?.column ?? note.column
      return CardFile.Row(
        line: index + 1, text: note.text, theme: "", author: people[note.author ?? ""] ?? "",
        cluster: column.flatMap { names[$0] ?? $0 } ?? "",
        votes: note.id.flatMap { votes[$0]?.total } ?? 0)
    }
    return trello + scrumlr
  }
}
