import Languages
import Synchronization
package import WorkshopCore

/// Finds people of the roster by a few letters of their name, organisation or cohort.
package enum RosterSearch {
  /// The people whom a text means, those who are not here first, then by how their words begin, then by
  /// name. An empty text means everybody.
  package static func people(_ text: String, in workshop: Workshop, at session: String) -> [Card] {
    let wanted = folded(text).split { $0 == " " || $0 == "," }.map(String.init)
    let ranked = workshop.people.compactMap { person -> Match? in
      let name = folded(person.text)
      let organisation = person[Card.organisation].map(folded) ?? ""
      let cohort = person[Card.cohort].map(folded) ?? ""
      // A number that is only the beginning of a year means something else: a table, say.
      guard
        wanted.allSatisfy({ word in
          name.contains(word) || organisation.contains(word)
            || cohort.contains(word) && (word.count >= leastOfCohort || word == cohort)
        })
      else { return nil }
      let begins = wanted.allSatisfy { name.hasPrefix($0) || name.contains(" " + $0) }
      return Match(
        person: person, isHere: person.has(session, in: Workshop.present), begins: begins,
        name: name)
    }
    return ranked.sorted().map(\.person)
  }

  /// As many characters of a cohort's name find its people.
  private static let leastOfCohort = 3

  private struct Match: Comparable {
    let person: Card
    let isHere: Bool
    let begins: Bool
    let name: String

    static func < (a: Match, b: Match) -> Bool {
      (a.isHere ? 1 : 0, a.begins ? 0 : 1, a.name, a.person.id)
        < (b.isHere ? 1 : 0, b.begins ? 0 : 1, b.name, b.person.id)
    }
  }

  /// Texts met before: a roster is searched at every key.
  private static let memo = Mutex<[String: String]>([:])
  /// As many texts as are remembered.
  private static let limit = 20_000

  private static func folded(_ text: String) -> String {
    if let known = memo.withLock({ $0[text] }) { return known }
    // O’Brien is found as obrien too.
    let plain = Fold.plain(text).filter { $0 != "'" && $0 != "’" }
    memo.withLock { memo in
      if memo.count >= limit { memo.removeAll() }
      memo[text] = plain
    }
    return plain
  }
}
