import Synchronization

/// The number of a state: whatever is changed gives it another one, which no other state ever had.
///
/// It says which state one has in hand and nothing of what is in it: all are equal.
struct Revision: Equatable, Sendable {
  private(set) var number = Self.fresh

  mutating func renew() { number = Self.fresh }

  static func == (_: Revision, _: Revision) -> Bool { true }

  private static let last = Atomic<UInt64>(0)
  private static var fresh: UInt64 { last.wrappingAdd(1, ordering: .relaxed).newValue }
}

extension Workshop {
  /// What a state implies, worked out once as long as the state is the same: a key and a frame ask for it
  /// many times.
  ///
  /// - Parameters:
  ///   - name: what it is.
  ///   - others: all that it is worked out from besides the state.
  package func once<Value: Sendable>(
    _ name: String, _ others: String..., work: () -> Value
  ) -> Value {
    let revision = revision.number
    let name = others.isEmpty ? name : ([name] + others).joined(separator: "\n")
    if let known = Self.implied.withLock({ $0.value(name, of: revision) }) as? Value {
      return known
    }
    let value = work()
    Self.implied.withLock { $0.keep(value, name, of: revision) }
    return value
  }

  private static let implied = Mutex(Implied())
}

/// What was worked out of the states that were asked last.
private struct Implied: Sendable {
  private var states: [(revision: UInt64, values: [String: any Sendable])] = []
  /// A frame looks at the state, at what of it the room may know, and at an activity that is looked at.
  private static let most = 4
  /// More than any screen asks of one state: somebody is asking about texts as they are typed.
  private static let mostValues = 500

  func value(_ name: String, of revision: UInt64) -> (any Sendable)? {
    states.last { $0.revision == revision }?.values[name]
  }

  mutating func keep(_ value: any Sendable, _ name: String, of revision: UInt64) {
    guard let place = states.lastIndex(where: { $0.revision == revision }) else {
      if states.count == Self.most { states.removeFirst() }
      return states.append((revision, [name: value]))
    }
    if states[place].values.count == Self.mostValues { states[place].values = [:] }
    states[place].values[name] = value
  }
}
