/// What a jury's forms recommend for a project, counted: advice, for somebody else may decide.
public struct Recommendations: Equatable, Sendable {
  /// How many jurors say each, by the id of the sheet's choice; whoever has a tie has no say.
  public let counts: [String: Int]

  /// Where a recommendation points.
  public enum Way: CaseIterable, Sendable { case ahead, wait, stop }

  public init(_ forms: [Jury.Form]) {
    counts = forms.reduce(into: [:]) { counts, form in
      guard !form.hasConflict, let choice = form[Self.field] else { return }
      counts[choice, default: 0] += 1
    }
  }

  public var isEmpty: Bool { counts.isEmpty }

  /// The way that more jurors point than any other; nil where two are even.
  public var way: Way? {
    let byWay = Dictionary(
      grouping: counts.compactMap { choice, count in
        Self.ways[choice].map { (way: $0, count: count) }
      }, by: \.way
    ).mapValues { $0.reduce(0) { $0 + $1.count } }
    guard let most = byWay.values.max() else { return nil }
    let first = byWay.filter { $0.value == most }
    return first.count == 1 ? first.first?.key : nil
  }

  /// Whether what was decided goes the jury's way; nil where the jury has none, or the status says
  /// nothing of it.
  public func isFollowed(by status: ProjectStatus) -> Bool? {
    guard let way else { return nil }
    switch status {
    case .go, .delivered: return way == .ahead
    case .onHold, .paused: return way == .wait
    case .dropped, .merged: return way == .stop
    case .potential, .defined: return nil
    }
  }

  /// The field of a juror's form.
  public static let field = "recommendation"
  private static let ways: [String: Way] = [
    "go": .ahead, "go-if": .ahead, "rework": .wait, "hold": .wait, "stop": .stop,
  ]
}

extension Workshop {
  /// What the jury's forms recommend for a project; nothing while they are sealed.
  public func recommendations(on project: CardID) -> Recommendations {
    let cards = cards(ofSheet: Self.adviceSheet, about: project)
    // A form that was begun at two terminals is two cards of one juror.
    let byJuror = Dictionary(grouping: cards) { $0[Jury.juror] ?? $0.id }
    return Recommendations(
      byJuror.map { Jury.Form(juror: $0.key, project: project, cards: $0.value) })
  }
}
