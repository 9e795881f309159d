import Foundation
import Testing

@testable import Terminal

/// The descriptions for machines that have none.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/infocmp"), "no infocmp"))
struct CompiledTerminalTests {
  @Test(arguments: [
    ("xterm-256color", CompiledTerminal.xterm, "with 256 colours"),
    ("ansi", CompiledTerminal.ansi, "with 8 colours"),
  ])
  func `A description that comes along is read by curses, and can move the cursor`(
    name: String, description: String, words: String
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/infocmp")
    process.arguments = ["-1", name]
    process.environment = ["TERMINFO": description]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.contains(words))
    for capability in ["cup=", "clear=", "el=", "setaf=", "rev="] {
      #expect(text.contains("\t" + capability))
    }
  }
}
