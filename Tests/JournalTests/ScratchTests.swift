import Foundation
import Glibc
import Testing

@testable import Journaling

/// A text that another program changes.
@Suite struct ScratchTests {
  @Test func `the text is read back as it was written, line breaks and all`() throws {
    let file = try Scratch("one\ntwo é 字")
    #expect(file.text == "one\ntwo é 字")
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "one\ntwo é 字\n")
  }

  @Test func `nobody else may read it`() throws {
    let file = try Scratch("secret")
    for (path, mode) in [
      (file.path, 0o600), ((file.path as NSString).deletingLastPathComponent, 0o700),
    ] {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(found as? Int == mode)
    }
    #expect(file.text != nil)
  }

  @Test func `what an editor renames over it is read, and all of it is gone afterwards`() throws {
    var folder = ""
    do {
      let file = try Scratch("before")
      folder = (file.path as NSString).deletingLastPathComponent
      try Data("after\n".utf8).write(to: URL(fileURLWithPath: folder + "/new"))
      rename(folder + "/new", file.path)
      try Data("left".utf8).write(to: URL(fileURLWithPath: folder + "/.card.txt.swp"))
      #expect(file.text == "after")
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `a link in its place is not followed`() throws {
    let file = try Scratch("before")
    unlink(file.path)
    symlink("/etc/hostname", file.path)
    #expect(file.text == nil)
  }
}
