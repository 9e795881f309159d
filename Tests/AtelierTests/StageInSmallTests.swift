import Terminal
import Testing

@testable import Languages
@testable import Shell

/// The desk of a large window: what everyone sees stands beside the day.
@Suite struct StageInSmallTests {
  @Test(arguments: [(120, 40), (200, 50)])
  func `the desk of a large window shows what everyone sees`(columns: Int, rows: Int) throws {
    let scene = try Stage.scene(at: "cluster-1")
    let text = View.draw(scene, size: Size(columns: columns, rows: rows)).text
    #expect(text.contains("Which ideas belong together?"))
    #expect(text.contains("Shared team that"), "cards as they stand on the wall")
    #expect(text.contains("42 cards"))
  }
}
