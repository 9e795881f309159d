/// A part of a frame that can be pointed at, and what stands there.
///
/// What it means is the view's business: the frame only remembers it.
public struct Target: Equatable, Sendable {
  public let place: Rect
  public let kind: String
  public let id: String

  public init(place: Rect, kind: String, id: String) {
    self.place = place
    self.kind = kind
    self.id = id
  }
}

extension Frame {
  /// What a point lies on, the topmost first: what was put later lies over what was put before.
  public func targets(at point: Point) -> [Target] {
    targets.reversed().filter { $0.place.contains(point) }
  }
}
