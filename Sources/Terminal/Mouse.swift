/// What the mouse did, and over which cell (from 0,0 at the top left).
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public enum Button: Hashable, Sendable { case left, middle, right, none }

  public var kind: Kind
  public var button: Button
  public var x: Int
  public var y: Int

  public init(_ kind: Kind, button: Button = .left, x: Int, y: Int) {
    self.kind = kind
    self.button = button
    self.x = x
    self.y = y
  }
}
