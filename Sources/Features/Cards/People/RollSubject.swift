package import Journaling
package import Languages
package import Shell
package import WorkshopCore

/// What names and numbers are typed for: who may be named, where each can go, what a number does.
package protocol RollSubject: Sendable {
  /// Where a name that is typed here belongs.
  var place: TypedPlace { get }

  /// What stands over the list.
  func title(_ scene: Scene) -> Phrase

  /// What is noted, in a word or two: the hint of the key that leads here from another list.
  var hint: Phrase { get }

  /// Who may be named, in the list's order.
  func entries(_ scene: Scene) -> [RollEntry]

  /// Where they can go, by number from 1.
  func places(_ scene: Scene) -> [RollPlace]

  /// How many of those who are here are at no place yet, in words.
  func waiting(_ count: Int) -> Phrase

  /// What it means that somebody is at no place.
  var none: Phrase { get }

  /// Puts people at a place by its number; nil: at none.
  func put(_ entries: [RollEntry], at place: Int?, _ scene: Scene) -> Outcome

  /// What else can be noted of the same people, for Tab; nil: nothing.
  func next(_ scene: Scene) -> (any RollSubject)?
}

extension RollSubject {
  package func next(_ scene: Scene) -> (any RollSubject)? { nil }
}

/// Somebody who may be named, or a whole table.
package struct RollEntry: Equatable, Sendable, Identifiable {
  /// A person's card, or what tells a table from people.
  package let id: String
  package let name: String
  /// Said beside the name: an organisation, when there is time.
  package let detail: String
  /// The numbers of the places where it is now.
  package let places: [Int]
  /// Not checked in while others are: nobody waits for them.
  package let isAway: Bool
  /// The people whom a number moves.
  package let members: [CardID]

  package init(
    id: String, name: String, detail: String = "", places: [Int] = [], isAway: Bool = false,
    members: [CardID]
  ) {
    self.id = id
    self.name = name
    self.detail = detail
    self.places = places
    self.isAway = isAway
    self.members = members
  }

  /// Here, and at no place yet.
  var isWaiting: Bool { places.isEmpty && !isAway }
  /// Those waited for come first, those who are away last.
  var rank: Int { isAway ? 2 : places.isEmpty ? 0 : 1 }
}

/// Where people can go: a project, a theme, a table.
package struct RollPlace: Equatable, Sendable {
  package let title: String
  /// How many people are there.
  package let count: Int

  package init(title: String, count: Int) {
    self.title = title
    self.count = count
  }
}
