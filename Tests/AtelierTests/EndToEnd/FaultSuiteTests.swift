import Foundation
import Testing

extension EndToEnd.Runs {
  /// The lines of the fault suite that take seconds; `Tests/Faults/run` has the long ones too.
  @Suite struct FaultSuiteTests {
    @Test func `nothing is lost, however the program, its disk and its directory are broken`()
      throws
    {
      let suite = URL(fileURLWithPath: #filePath)
        .appendingPathComponent("../../../Faults/run").standardized.path
      let run = try Program.run(
        suite, ["--quick", "--seed", "1", "--program", Program.path])
      #expect(run.code == 0, "\(run.out)\(run.err)")
    }
  }
}
