import Synchronization

/// Items by id, each made when somebody asks for it first, and kept from then on.
///
/// What comes along with the program is much more than one workshop uses: a language of phrases, a deck or
/// a sheet is decoded once it is looked at, so that no start waits for all of them.
public struct Shelf<Item: Sendable>: Sendable {
  /// What was made so far; copies of a shelf share it.
  private final class Store: Sendable {
    let made = Mutex<[String: Item?]>([:])
  }

  private let ids: Set<String>
  private let make: @Sendable (String) -> Item?
  private let store = Store()

  /// - Parameter make: makes the item of an id; nil when it cannot be made after all.
  public init(_ ids: some Sequence<String>, make: @escaping @Sendable (String) -> Item?) {
    self.ids = Set(ids)
    self.make = make
  }

  /// Items that are made already.
  public init(_ items: [String: Item]) { self.init(items.keys) { items[$0] } }

  public var isEmpty: Bool { ids.isEmpty }

  /// The ids, alphabetically.
  public var keys: [String] { ids.sorted() }

  /// Every item, in the order of the ids.
  public var values: [Item] { keys.compactMap { self[$0] } }

  public subscript(id: String) -> Item? {
    guard ids.contains(id) else { return nil }
    return store.made.withLock { made in
      if let item = made[id] { return item }
      let item = make(id)
      made[id] = .some(item)
      return item
    }
  }
}

extension Shelf: Equatable where Item: Equatable {
  public static func == (a: Shelf, b: Shelf) -> Bool {
    a.store === b.store || (a.keys == b.keys && a.keys.allSatisfy { a[$0] == b[$0] })
  }
}

extension Shelf: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral items: (String, Item)...) {
    self.init(Dictionary(items, uniquingKeysWith: { first, _ in first }))
  }
}
