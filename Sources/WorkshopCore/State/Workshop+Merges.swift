/// Cards that say the same, put together: each names in `into` the card that it lies beneath.
///
/// Nothing of them is lost: their texts and voices stay theirs, and clearing the field brings them back.
extension Workshop {
  /// The cards beneath one, in the order in which they were said; those in the bin are left out.
  public func merged(into card: CardID) -> [Card] {
    guard let group = merges.group(of: card), group.top == card else { return [] }
    return group.members.compactMap { id in
      id == card ? nil : cards[id].flatMap { $0.isGone ? nil : $0 }
    }
  }

  /// The card that stands for this one on the wall: itself, unless it lies beneath another.
  public func top(of card: CardID) -> CardID { merges.group(of: card)?.top ?? card }

  /// Whether a card lies beneath another one.
  func isBeneath(_ card: CardID) -> Bool { top(of: card) != card }

  /// Notes that the field `into` of cards was set.
  ///
  /// What was free is joined to what it lies beneath now. Where a link was another one before, or closes a
  /// circle, the groups are worked out again, once all that was free is joined.
  mutating func link(_ changed: [CardID]) {
    var moved: [CardID] = []
    for id in changed {
      let wasFree = !merges.links.contains(id)
      guard let target = cards[id]?.into else {
        if merges.links.remove(id) != nil { moved.append(id) }
        continue
      }
      merges.links.insert(id)
      if cards[target] == nil {
        merges.waiting[target, default: []].append(id)
        if !wasFree { moved.append(id) }
      } else if wasFree, id != target,
        merges.names[id] == nil || merges.names[id] != merges.names[target]
      {
        join(id, beneath: target)
      } else {
        moved.append(id)
      }
    }
    if !moved.isEmpty { regroup(around: moved) }
  }

  /// A card came that others were put beneath before it was known.
  mutating func linkWaiting(for card: CardID) {
    guard let waiting = merges.waiting.removeValue(forKey: card) else { return }
    if cards[card]?.into != nil { merges.links.insert(card) }
    regroup(around: waiting + [card])
  }

  /// What a card has to say changed by so many voices: it was said once more, binned or restored.
  mutating func weigh(_ card: CardID, by voices: Int) {
    guard let name = merges.names[card] else { return }
    merges.groups[name]?.voices += voices
    countEchoes(of: name)
  }

  /// Works out every group again.
  mutating func regroup() {
    for name in merges.groups.keys { dissolve(name) }
    regroup(around: merges.links.sorted())
  }

  /// Puts a card that was on top, with all that lies beneath it, beneath another one: the smaller group
  /// goes into the larger.
  private mutating func join(_ card: CardID, beneath target: CardID) {
    let (lower, lowerName) = take(card)
    let (upper, upperName) = take(target)
    let isLower = lower.members.count > upper.members.count
    var (large, small) = isLower ? (lower, upper) : (upper, lower)
    let name = isLower ? lowerName : upperName
    for id in small.members {
      merges.names[id] = name
      large.members.insert(id, at: place(of: id, in: large.members))
    }
    merges.names[name] = name
    large.voices += small.voices
    large.top = upper.top
    cards[lower.top]?.echoes = 0
    merges.groups[name] = large
    countEchoes(of: name)
  }

  /// The group of a card, taken out; one of itself where it is in none.
  private mutating func take(_ card: CardID) -> (group: Merges.Group, name: CardID) {
    if let name = merges.names[card], let group = merges.groups.removeValue(forKey: name) {
      return (group, name)
    }
    return (Merges.Group(top: card, members: [card], voices: cards[card]?.weight ?? 0), card)
  }

  /// Works out again the groups of some cards and of those that they now lie beneath.
  private mutating func regroup(around changed: [CardID]) {
    var touched: Set<CardID> = []
    for id in changed {
      for card in [id, cards[id]?.into].compactMap({ $0 }) where cards[card] != nil {
        touched.formUnion(merges.group(of: card)?.members ?? [card])
      }
    }
    for id in touched { if let name = merges.names[id] { dissolve(name) } }
    var roots: [CardID: CardID] = [:]
    var groups: [CardID: [Card]] = [:]
    for id in touched {
      guard let card = cards[id] else { continue }
      groups[root(of: id, &roots), default: []].append(card)
    }
    for (top, members) in groups where members.count > 1 {
      merges.groups[top] = Merges.Group(
        top: top, members: members.sorted(by: Self.isSaidBefore).map(\.id),
        voices: members.reduce(0) { $0 + $1.weight })
      for card in members { merges.names[card.id] = top }
      countEchoes(of: top)
    }
  }

  private mutating func dissolve(_ name: CardID) {
    guard let group = merges.groups.removeValue(forKey: name) else { return }
    for id in group.members { merges.names[id] = nil }
    cards[group.top]?.echoes = 0
  }

  private mutating func countEchoes(of name: CardID) {
    guard let group = merges.groups[name], let top = cards[group.top] else { return }
    cards[group.top]?.echoes = group.voices - top.weight
  }

  /// Follows a card to the one on top. Where two people merged two cards into each other at the same
  /// moment, the one that was said first is on top, at every terminal alike.
  ///
  /// - Parameter roots: those that are known, by card; what was found out is added.
  private func root(of card: CardID, _ roots: inout [CardID: CardID]) -> CardID {
    var path: [CardID] = []
    var places: [CardID: Int] = [:]
    var next = card
    while roots[next] == nil, places[next] == nil {
      places[next] = path.count
      path.append(next)
      guard let into = cards[next]?.into, cards[into] != nil else { break }
      next = into
    }
    var root = roots[next] ?? next
    if let start = places[next], start < path.count - 1 || cards[next]?.into == next {
      let circle = path[start...].compactMap { cards[$0] }
      root = circle.min(by: Self.isSaidBefore)?.id ?? card
    }
    for id in path { roots[id] = root }
    return root
  }

  /// Where a card belongs among those of a group.
  private func place(of id: CardID, in members: [CardID]) -> Int {
    guard let card = cards[id] else { return members.count }
    var (low, high) = (0, members.count)
    while low < high {
      let middle = (low + high) / 2
      if let other = cards[members[middle]], Self.isSaidBefore(other, card) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private static func isSaidBefore(_ a: Card, _ b: Card) -> Bool {
    a.added == b.added ? a.id < b.id : a.added < b.added
  }
}

/// Which cards were merged into which, from the field `into` of each: groups that are joined and, where a
/// link is taken back, worked out again.
struct Merges: Equatable, Sendable {
  /// A card with all that lie beneath it.
  struct Group: Equatable, Sendable {
    var top: CardID
    /// The one on top among them, in the order in which they were said.
    var members: [CardID]
    /// How often they were said in all, without those in the bin.
    var voices: Int
  }

  /// The cards whose `into` is filled.
  var links: Set<CardID> = []
  /// By their names: a card of each.
  var groups: [CardID: Group] = [:]
  /// The name of the group that a card is in; nothing for one that is alone.
  var names: [CardID: CardID] = [:]
  /// Cards that were put beneath one that is not known yet, by that one.
  var waiting: [CardID: [CardID]] = [:]

  func group(of card: CardID) -> Group? { names[card].flatMap { groups[$0] } }
}

extension Card {
  /// What it adds to how often something was said.
  fileprivate var weight: Int { isGone ? 0 : ownVoices }
}
