import Languages
import Shell
package import WorkshopCore

/// Options that say the same in other words: together they might win, apart they lose.
enum Twins {
  struct Pair: Equatable, Sendable {
    let first: Card
    let second: Card
  }

  /// Likely pairs among what would be voted on, in the order of the list; clusters are no twins.
  static func pairs(_ scene: Scene) -> [Pair] {
    guard let activity = scene.current else { return [] }
    var plan = activity.poll ?? PollPlan()
    if let panel = scene.focus.overlay as? VotePanel { plan = panel.plan }
    let cards = scene.voteOptions(activity, clusters: plan.clusters == true)
      .compactMap(scene.workshop.card)
    return Likeness.pairs(among: cards.map(\.text), .of(scene.content)).map {
      Pair(first: cards[$0.first], second: cards[$0.second])
    }
  }
}

extension Scene {
  /// Whether any card of an activity's board lies in a cluster.
  func hasClusters(_ activity: Activity) -> Bool {
    voteOptions(activity, clusters: true) != voteOptions(activity, clusters: false)
  }

  /// What a vote of an activity is on: the cards of its board that are in the running; or its clusters in
  /// place of what lies in them, where the plan of the vote says so.
  package func voteOptions(_ activity: Activity, clusters: Bool) -> [String] {
    guard let board = board(of: activity) else { return [] }
    let cards = workshop.running(on: board.id, of: activity.id)
    guard clusters else { return cards.map(\.id) }
    let zones = board.zones.map(\.id)
    return zones.filter { zone in cards.contains { $0.zone == zone } }
      + cards.filter { card in !zones.contains { $0 == card.zone } }.map(\.id)
  }
}
