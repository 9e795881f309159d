import Foundation
import Testing

@testable import Languages

/// Pairs that are the same idea in other words, and pairs that only look alike.
struct LabelledPair: Sendable {
  let language: String
  let isSame: Bool
  let a: String
  let b: String
  /// A third of the pairs, never looked at while the lists of words were made.
  let isHeldOut: Bool

  static let all = ["en", "fr", "hu"].flatMap { language in
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Likeness/\(language).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").enumerated().compactMap { index, line -> LabelledPair? in
      let parts = line.dropFirst(2).components(separatedBy: " | ")
      guard parts.count == 2 else { return nil }
      return LabelledPair(
        language: language, isSame: line.hasPrefix("="), a: parts[0], b: parts[1],
        isHeldOut: index % 3 == 2)
    }
  }
}

@Suite struct LikenessTests {
  private struct Quality {
    var right = 0
    var wrong = 0
    var missed = 0
    var precision: Double { Double(right) / Double(max(1, right + wrong)) }
    var recall: Double { Double(right) / Double(max(1, right + missed)) }

    init(_ pairs: [LabelledPair]) {
      for pair in pairs {
        let isFound = Likeness.alike(pair.a, pair.b) != nil
        if isFound { pair.isSame ? (right += 1) : (wrong += 1) } else if pair.isSame { missed += 1 }
      }
    }

    var text: String {
      func hundredths(_ value: Double) -> String { String(Int((value * 100).rounded())) }
      return "precision 0.\(hundredths(precision)) recall 0.\(hundredths(recall))"
    }
  }

  @Test func `what is the same idea in other words is told from what only looks alike`() {
    let pairs = LabelledPair.all
    for language in ["en", "fr", "hu"] {
      let own = pairs.filter { $0.language == language }
      #expect(own.count >= 60)
      print("\(language): \(Quality(own).text) of \(own.count) pairs")
    }
    let heldOut = Quality(pairs.filter(\.isHeldOut))
    let all = Quality(pairs)
    print("looked at: \(Quality(pairs.filter { !$0.isHeldOut }).text)")
    print("held out: \(heldOut.text)")
    print("all: \(all.text)")
    #expect(all.precision >= 0.9 && all.recall >= 0.7)
    #expect(heldOut.precision >= 0.85 && heldOut.recall >= 0.6)
    if ProcessInfo.processInfo.environment["PAIRS"] == "1" {
      for pair in pairs where !pair.isHeldOut {
        let match = Likeness.alike(pair.a, pair.b, atLeast: 0)
        let isFound = (match?.score ?? 0) >= Likeness.same
        if isFound != pair.isSame {
          print(
            pair.isSame ? "missed" : "wrong", match?.score ?? 0, match?.words ?? [], pair.a, "|",
            pair.b)
        }
      }
    }
  }

  @Test func `a match says which words are shared, as they were typed`() throws {
    let match = try #require(
      Likeness.alike("Librarians trained as first contact", "The librarians are the first contact"))
    #expect(match.words == ["Librarians", "first", "contact"])
    #expect(match.score < 1)
  }

  @Test(arguments: [
    ("Bibliothécaires formés", "un bibliothécaire formé"), ("Les vélos partagés", "velo partage"),
    ("Közérthető levelek", "közérthető levél"), ("Training librarians", "a trained librarian"),
  ])
  func `accents, plurals and endings keep no words apart`(a: String, b: String) {
    #expect(Likeness.alike(a, b) != nil)
  }

  @Test func `the same text is the same, and an empty one is like none`() {
    #expect(Likeness.alike("Bus", "bus !")?.score == 1)
    #expect(Likeness.alike("", "") == nil)
    #expect(Likeness.alike("the of", "and in") == nil)
  }

  @Test(arguments: ["en", "fr", "hu"])
  func `of a whole board only real pairs are named, and nearly all of them`(language: String) throws
  {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Likeness/board-\(language).txt")
    // The number that a line begins with tells which idea it is; `7b` is another one than `7`.
    let ideas = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return (idea: parts[0], text: String(parts[1]))
    }
    #expect(ideas.count > 70)
    var (found, missed) = (0, 0)
    for (index, a) in ideas.enumerated() {
      for b in ideas.dropFirst(index + 1) {
        let isSame = a.idea == b.idea
        let isFound = Likeness.alike(a.text, b.text) != nil
        #expect(isSame || !isFound, "\(a.text) | \(b.text)")
        if isSame { isFound ? (found += 1) : (missed += 1) }
      }
    }
    #expect(found >= 10 && missed <= 2, "\(language): \(found) found, \(missed) missed")
  }

  @Test(arguments: [
    ("Open on Saturdays in summer", "Do not open on Saturdays in summer"),
    ("Ouvrir la piscine le dimanche", "Ne plus ouvrir la piscine le dimanche"),
    ("Legyen nyitva az uszoda vasárnap", "Ne legyen nyitva az uszoda vasárnap"),
    ("Three benches in the square", "Thirty benches in the square"),
    ("3 bancs sur la place du marché", "30 bancs sur la place du marché"),
    ("3 pad a piactéren", "30 pad a piactéren"),
    ("Free buses for pupils", "Free buses for pensioners"),
    ("Un abri pour les vélos de la gare", "Un abri pour les chiens de la gare"),
    ("Tájékoztató füzet az új szülőknek", "Tájékoztató füzet az új vállalkozóknak"),
  ])
  func `the contrary, another number or another thing in the same frame is not the same`(
    a: String, b: String
  ) {
    #expect(Likeness.alike(a, b) == nil)
  }

  @Test func `likeness has no direction`() {
    for pair in LabelledPair.all {
      #expect((Likeness.alike(pair.a, pair.b) == nil) == (Likeness.alike(pair.b, pair.a) == nil))
    }
  }

  @Test func `of two thousand texts the one that says the same comes first`() {
    var texts = (0..<2000).map {
      (id: $0, text: "Idea number \($0) of a long morning at table \($0 % 7)")
    }
    texts[1234].text = "Librarians trained as first contact for online forms"
    let found = Likeness.nearest(to: "train librarians for online forms", among: texts)
    #expect(found.first?.id == 1234)
  }
}
