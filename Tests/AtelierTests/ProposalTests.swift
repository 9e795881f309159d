import Assets
import Foundation
import Testing
import WorkshopCore

@testable import Languages

/// Likeness on what people propose to their towns: streets, districts, words that everybody uses.
struct ProposalTests {
  private struct Pair {
    let isSame: Bool
    let a: String
    let b: String
  }

  /// Pairs of titles with their verdict, made before the program was run on them.
  private static let pairs: [Pair] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Likeness/proposals.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let parts = line.dropFirst(5).components(separatedBy: " | ")
      guard parts.count == 2 else { return nil }
      return Pair(isSame: line.dropFirst(3).hasPrefix("="), a: parts[0], b: parts[1])
    }
  }()

  @Test func `of pairs of public proposals few hints are wrong, and enough are given`() {
    let found = Self.pairs.filter { Likeness.alike($0.a, $0.b) != nil }
    let right = Double(found.count(where: \.isSame))
    let precision = right / Double(max(1, found.count))
    let recall = right / Double(Self.pairs.count(where: \.isSame))
    print("proposals: precision \(precision) recall \(recall) of \(Self.pairs.count) pairs")
    #expect(Self.pairs.count >= 60)
    #expect(precision >= 0.8 && recall >= 0.4)
  }

  @Test(arguments: [
    ("Végétalisation d'un mur rue de la Bidassoa", "Végétalisation d'un mur rue des Anglais"),
    ("Plus de bancs publics dans le 19e", "Plus de bancs publics dans le 7e"),
    ("végétaliser le mur rue de la bidassoa", "végétaliser le mur rue des anglais"),
    ("Nyilvános illemhely a Hunyadi téren", "Nyilvános illemhely a Mátyás téren"),
    ("New benches and bins in Cedar Park", "New benches and bins in Victoria Park"),
    ("Plantar árboles en la calle Mayor", "Plantar árboles en la calle Serrano"),
    ("Plantar arbres al carrer de Balmes", "Plantar arbres al carrer de Mallorca"),
  ])
  func `the same thing in another place is told as such, and is not the same`(
    a: String, b: String
  ) throws {
    #expect(Likeness.alike(a, b) == nil)
    let found = Likeness.nearest(to: b, among: [(id: 1, text: a)])
    #expect(found.map(\.match.isElsewhere) == [true])
  }

  @Test(arguments: [
    ("Des arbres pour la rue Cler", "Plus d’arbres rue Cler"),
    ("Toilettes publiques au Jardin du Barry", "Toilettes Publiques Jardin du Barry"),
    ("Árnyékosabb padok a Széna téren", "Padok árnyékolása a Széna téren"),
    ("Plantar árboles en la calle Mayor", "Árboles para la calle Mayor"),
  ])
  func `the same thing in the same place is the same`(a: String, b: String) {
    #expect(Likeness.alike(a, b) != nil)
  }

  @Test func `words that many cards of a board have say little`() {
    let schools = (0..<200).map { (id: $0, text: "Rénover et repeindre l’école numéro \($0)") }
    let board = schools + [(id: 900, text: "Repeindre l’école")]
    let text = "Repeindre l’école en bleu"
    #expect(Likeness.nearest(to: text, among: [board[200]]).count == 1)
    #expect(Likeness.nearest(to: text, among: board).allSatisfy { $0.match.isElsewhere })
  }

  @Test func `a hashtag in capitals and small letters is read as words`() {
    #expect(Likeness.alike("#PlusDeBancsAuParc", "Plus de bancs au parc") != nil)
    #expect(WrittenWord.all(in: "PlusDeBancs ici").map(\.folded) == ["plus", "de", "bancs", "ici"])
    #expect(WrittenWord.all(in: "Un banc #data").map(\.folded) == ["un", "banc"])
  }

  @Test func `no suggested cluster is named after a place, a number or an empty word`() {
    let streets = [
      "Cler", "Monge", "Bichat", "Lecourbe", "Oberkampf", "Rivoli", "Crimée", "Dauphine",
    ]
    var texts = streets.enumerated().map {
      (id: "a\($0.offset)", text: "Création d’une fontaine rue \($0.element)")
    }
    texts += streets.enumerated().map {
      (id: "b\($0.offset)", text: "Installation de bancs rue Saint-\($0.element) en 2026")
    }
    texts += (0..<40).map { (id: "c\($0)", text: "Proposition unique numéro \($0) mot\($0)") }
    let names = Suggestion.all(of: texts).map { Fold.plain($0.name) }
    #expect(names.contains("fontaine") && names.contains("bancs"), "\(names)")
    for name in ["rue", "creation", "installation", "saint", "2026", "proposition", "cler"] {
      #expect(!names.contains(name), "\(names)")
    }
  }

  @Test func `no suggested cluster holds more than a fifth of the board`() {
    let texts = (0..<100).map {
      (id: "\($0)", text: "Un vélo \(["rouge", "bleu", "vert"][$0 % 3]) mot\($0)")
    }
    #expect(Suggestion.all(of: texts).allSatisfy { $0.cards.count <= 20 })
  }

  @Test func `a workshop's own words add to those of a language, and a language may be added`() {
    let own = Content(own: [
      "wording/fr.json": #"{"kin": [["trottinette", "patinette"]]}"#,
      "wording/xx.json": #"{"stop": ["zu", "ti"], "kin": [["blorg", "frump"]]}"#,
      "wording/bad.json": "{",
    ])
    #expect(own.problems.map(\.path) == ["wording/bad.json"])
    let lexicon = Lexicon.of(own)
    let (a, b) = ("Louer des trottinettes au collège", "Des patinettes à louer au collège")
    #expect(Likeness.alike(a, b, lexicon) != nil && Likeness.alike(a, b) == nil)
    let (c, d) = ("zu blorg ti quark", "zu frump ti quark")
    #expect(Likeness.alike(c, d, lexicon) != nil && Likeness.alike(c, d) == nil)
  }

  @Test func `every language whose words come along names its places and its endings`() {
    #expect(Set(Content.builtIn.wordings) == ["ca", "en", "es", "fr", "hu"])
    for code in Content.builtIn.wordings {
      let wording = Content.builtIn.wording(code)
      #expect((wording?.stop.count ?? 0) > 80 && (wording?.endings.count ?? 0) > 10, "\(code)")
      #expect((wording?.places.streets.count ?? 0) > 5 && (wording?.kin.count ?? 0) > 20, "\(code)")
    }
  }

  // MARK: Search

  @Test(arguments: [
    ("vélo", "Louer un vélo", Fold.Holding.atWordStart), ("vélo", "Développer", .inside),
    ("ecole", "L’école du bourg", .atWordStart), ("ecole", "Une « école »", .atWordStart),
    ("kert", "Közösségi kiskert", .inside), ("bus", "Plus de trains", .nowhere),
  ])
  func `a search tells where a text holds what is wanted`(
    wanted: String, text: String, holding: Fold.Holding
  ) {
    #expect(Fold.holdings(of: wanted, in: [text]) == [holding])
  }
}
