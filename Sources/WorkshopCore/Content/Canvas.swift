/// A model canvas: blocks that tile a grid, each with a prompt.
public struct Canvas: Codable, Equatable, Sendable, Identifiable {
  public let id: String
  public let title: Localized
  /// The family it derives from, and the terms.
  public let source: String?
  /// The grid's size in units.
  public let columns: Int
  public let rows: Int
  public let blocks: [Block]
  /// The blocks' ids in the order in which they are best filled.
  public let order: [String]
  /// The core blocks, for a short session.
  public let mini: [String]?

  /// One block, placed on the grid in units.
  public struct Block: Codable, Equatable, Sendable, Identifiable {
    public let id: String
    public let label: Localized
    /// The label where the block is too narrow for the longest word of the whole one.
    public let short: Localized?
    public let prompt: Localized
    public let x: Int
    public let y: Int
    public let width: Int
    public let height: Int
  }

  public func block(_ id: String) -> Block? { blocks.first { $0.id == id } }

  /// The blocks to fill, in order: all of them, or the core ones.
  public func guided(mini isMini: Bool) -> [Block] {
    let wanted = isMini ? mini.map(Set.init) : nil
    return order.filter { wanted?.contains($0) ?? true }.compactMap(block)
  }
}
