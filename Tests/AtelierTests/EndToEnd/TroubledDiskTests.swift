import Foundation
import Glibc
import Testing

/// What these tests need of the machine; looked up once.
private enum Machine {
  /// Root, and allowed to mount.
  static let mounts: Bool = {
    let place = Folder()
    let mounted = try? Program.run(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "t", place.path])
    guard mounted?.code == 0 else { return false }
    _ = try? Program.run("/bin/umount", [place.path])
    return true
  }()

  static let strace = "/usr/bin/strace"
  static let traces =
    (try? Program.run(strace, ["-o", "/dev/null", "-e", "inject=fdatasync:error=EIO", "true"]))?
    .code == 0
}

/// System calls of a running program that fail as told, from now on.
///
/// strace counts its `when` for each thread, and a queue's work moves from thread to thread: a fault
/// from the start of a program could come at any time or never. One that is attached is there at once.
private final class Fault {
  private let strace: Child
  private let folder = Folder()

  init(_ rule: String, in pane: Pane) throws {
    let process = try pane.process
    strace = try Child(
      Machine.strace, ["-f", "-p", "\(process)", "-o", "/dev/null", "-e", rule], in: folder)
    let folder = folder
    try wait("strace at \(process)", telling: { folder.text("err") }) {
      let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
      return threads.allSatisfy { thread in
        let status = try? String(
          contentsOfFile: "/proc/\(process)/task/\(thread)/status", encoding: .utf8)
        return status?.contains("TracerPid:\t\(strace.id)\n") ?? true
      }
    }
  }

  /// Lets the program go on without it.
  func end() {
    kill(strace.id, SIGTERM)
    _ = strace.end()
  }
}

/// Something mounted for one test.
private final class Mount {
  let path: String

  init(_ path: String, _ arguments: String...) throws {
    self.path = path
    let run = try Program.run("/bin/mount", arguments + [path])
    #expect(run.code == 0, "\(run.err)")
  }

  deinit { _ = try? Program.run("/bin/umount", ["-l", path]) }
}

extension EndToEnd.Runs {
  /// Disks that are full, fail or may not be written.
  @Suite struct TroubledDiskTests {
    private let place = Folder()
    private let tmux = Tmux()

    @Test(.enabled(if: Machine.mounts, "needs root, and the right to mount a tmpfs"))
    func `a full disk shows NOT SAVED, loses nothing, and goes on when there is room`() throws {
      mkdir(place / "disk", 0o700)
      let disk = try Mount(place / "disk", "-t", "tmpfs", "-o", "size=256k", "tmpfs")
      let workshop = disk.path + "/w"
      #expect(try Program.run("new", workshop, "--template", "express-90").code == 0)
      let desk = try tmux.atelier("desk", "run", workshop)
      try desk.see("begin")
      for _ in 0..<5 { try desk.press("n") }
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      try notes.see("Ideas", "0 cards")
      try notes.enter("before the disk is full")
      try notes.see("saved ✓")
      let filler = try Program.run("/bin/dd", ["if=/dev/zero", "of=\(disk.path)/full", "bs=4k"])
      #expect(filler.code != 0)
      // The rest of the journal's last page still takes a line or two.
      let texts = (1...60).map { "idea \($0) \(String(repeating: "while it is full ", count: 8))" }
      for text in texts { try notes.enter(text) }
      try notes.see("NOT SAVED: ", "in memory", "the disk is full")
      try notes.type("unfinished")
      try notes.see("unfinished")
      unlink(disk.path + "/full")
      try notes.lose("NOT SAVED")
      try notes.see("saved ✓", "unfinished")
      let expected = ["before the disk is full"] + texts.map { String($0.dropLast()) }
      #expect(try State(workshop).texts(on: "ideas") == expected)
      for pane in [desk, notes] { kill(try pane.process, SIGTERM) }
      for pane in [desk, notes] { #expect(try pane.end() == 0) }
    }

    @Test(.enabled(if: Machine.mounts, "needs root, and the right to mount a tmpfs"))
    func `add waits for room on a full disk, then says why it gave up`() throws {
      mkdir(place / "disk", 0o700)
      let disk = try Mount(place / "disk", "-t", "tmpfs", "-o", "size=256k", "tmpfs")
      #expect(try Program.run("new", disk.path + "/w", "--template", "express-90").code == 0)
      try Program.run("/bin/dd", ["if=/dev/zero", "of=\(disk.path)/full", "bs=4k"])
      let failed = try Program.run("add", disk.path + "/w", "--board", "ideas", "text")
      #expect(failed.code == 1 && failed.out.isEmpty, "\(failed)")
      #expect(failed.err.contains("the disk is full"), "\(failed)")
      let folder = Folder()
      let child = try Child(
        Program.path, ["add", disk.path + "/w", "--board", "ideas", "patient"], in: folder)
      usleep(600_000)
      unlink(disk.path + "/full")
      #expect(child.end() == 0)
      #expect(folder.text("out").hasSuffix("-1\n"))
      #expect(try State(disk.path + "/w").texts() == ["patient"])
    }

    @Test(
      .enabled(if: Machine.mounts, "needs root, and the right to mount a tmpfs"),
      arguments: [
        ["--format", "html"], ["--format", "json"], ["--format", "csv"], ["--project", "all"],
      ])
    func `an export that finds no room says where and why, and the old file stays whole`(
      options: [String]
    ) throws {
      let demo = place / "demo"
      #expect(try Program.run("demo", "--finished", "--no-open", "--to", demo).code == 0)
      mkdir(place / "disk", 0o700)
      let disk = try Mount(place / "disk", "-t", "tmpfs", "-o", "size=256k", "tmpfs")
      let isFolder = options.contains("csv") || options.contains("all")
      let target = disk.path + (isFolder ? "/lists" : "/report")
      let command = [Program.path, "export", demo] + options + ["-o", target]
      if isFolder { mkdir(target, 0o700) }
      let old = isFolder ? target + "/old" : target
      try Data("what was there".utf8).write(to: URL(fileURLWithPath: old))
      try Program.run("/bin/dd", ["if=/dev/zero", "of=\(disk.path)/full", "bs=4k"])
      let failed = try Program.run(command[0], Array(command.dropFirst()))
      #expect(failed.code == 1 && failed.out.isEmpty, "\(failed)")
      #expect(failed.err.contains(target) && failed.err.contains("the disk is full"), "\(failed)")
      #expect(FileManager.default.contents(atPath: old) == Data("what was there".utf8))
      let left = try FileManager.default.contentsOfDirectory(
        atPath: isFolder ? target : disk.path)
      #expect(Set(left).isSubset(of: ["old", "report", "full"]), "no half of a file: \(left)")
      unlink(disk.path + "/full")
      let again = try Program.run(command[0], Array(command.dropFirst()))
      #expect(isFolder || again.code == 0 || again.err.contains("the disk is full"), "\(again)")
    }

    @Test(.enabled(if: Machine.traces, "strace is missing, or may not trace here"))
    func `a failing fdatasync loses nothing`() throws {
      let workshop = try place.workshop()
      let notes = try openIdeas(workshop)
      try notes.enter("idea 1")
      try notes.see("1 card ", "saved ✓")
      let fault = try Fault("inject=fdatasync:error=EIO:when=1", in: notes)
      let texts = (1...6).map { "idea \($0)" }
      for text in texts.dropFirst() {
        try notes.enter(text)
        try notes.see(text)
      }
      try notes.see("6 cards", "saved ✓")
      fault.end()
      #expect(try State(workshop).texts(on: "ideas") == texts)
      let journals = try FileManager.default.contentsOfDirectory(atPath: workshop + "/journal")
      #expect(journals.count >= 2, "a journal that failed once is not trusted again: \(journals)")
      try leave(notes)
    }

    @Test(.enabled(if: Machine.traces, "strace is missing, or may not trace here"))
    func `a disk that never makes anything durable shows NOT SAVED, and typing goes on`() throws {
      let workshop = try place.workshop()
      let notes = try openIdeas(workshop)
      let fault = try Fault("inject=fsync,fdatasync:error=EIO", in: notes)
      for index in 1...5 { try notes.enter("idea \(index)") }
      try notes.see("NOT SAVED", "idea 5")
      try notes.enter("idea 6")
      try notes.see("idea 6", "NOT SAVED")
      try notes.press("C-q")
      try notes.see("Not saved: 6")
      try notes.press("C-q")
      #expect(try notes.end() == 1, "whoever leaves with something unsaved is told")
      fault.end()
      let found = try State(workshop).texts(on: "ideas")
      #expect(found == (1...6).map { "idea \($0)" })
    }

    /// A note-taker at the ideas.
    private func openIdeas(_ workshop: String) throws -> Pane {
      let notes = try tmux.atelier("notes", "notes", workshop, "--as", "ana")
      try notes.see("has not begun")
      try notes.press("C-b")
      try notes.see("Write on")
      try notes.enter("Ideas")
      try notes.see("0 cards")
      return notes
    }

    private func leave(_ notes: Pane) throws {
      try notes.press("C-q", "C-q")
      #expect(try notes.end() == 0)
    }

    @Test(.enabled(if: Machine.mounts, "needs root, and the right to mount"))
    func `a directory that may not be written opens for looking and says so`() throws {
      let workshop = try place.workshop()
      try Program.run("add", workshop, "--board", "ideas", "there before")
      let before = try FileManager.default.subpathsOfDirectory(atPath: workshop).sorted()
      let bound = try Mount(workshop, "--bind", workshop)
      #expect(try Program.run("/bin/mount", ["-o", "remount,ro,bind", bound.path]).code == 0)
      let notes = try tmux.atelier("notes", "notes", workshop)
      try notes.see("Read-only")
      try notes.press("C-b")
      try notes.see("Write on")
      try notes.enter("Ideas")
      try notes.see("there before")
      try notes.enter("typed in vain")
      try notes.see("nothing typed here can be saved", "› typed in vain")
      let desk = try tmux.atelier("desk", "run", workshop)
      try desk.see("Read-only")
      let add = try Program.run("add", workshop, "--board", "ideas", "text")
      #expect(add.code == 1 && add.err.contains("Read-only"), "\(add)")
      #expect(try Program.run("export", workshop, "--detail", "full").out.contains("there before"))
      for pane in [notes, desk] { kill(try pane.process, SIGTERM) }
      #expect(try notes.end() == 1, "the line that was typed in vain is lost, and told")
      #expect(try desk.end() == 0)
      #expect(try FileManager.default.subpathsOfDirectory(atPath: workshop).sorted() == before)
    }
  }
}
