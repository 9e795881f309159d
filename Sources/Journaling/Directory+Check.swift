import Glibc
public import WorkshopCore

extension Directory {
  /// Reads everything and tells all that a person should know: the plan's problem, what in the
  /// journals was passed over or set aside and why, unfinished lines, files that others may open.
  ///
  /// Creates and changes nothing.
  public func check(now: Moment? = nil) throws(JournalError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let root = try open(.real)
    do {
      _ = try PlanFile(self)
    } catch .planRefused(let problem) {
      findings.append(Diagnostic(Self.planName, problem))
    } catch .newerVersion(let version) {
      findings.append(Diagnostic(Self.planName, .newerVersion(version)))
    }
    var journal = try Journal(self, by: "", isViewer: true)
    _ = journal.refresh(now: now)
    findings += journal.findings
    findings += journal.unfinished.map { Diagnostic($0, .unfinished) }
    var paths = [(root, ".", "."), (root, Self.planName, Self.planName)]
    if case .success(let journals) = root.folder("journal") {
      paths += (journals.names(most: Limit.files.most) ?? []).map {
        (journals, $0, "journal/" + $0)
      }
    }
    for (folder, name, shown) in paths {
      guard let status = folder.status(of: name), !status.isLink, status.st_mode & 0o077 != 0
      else { continue }
      findings.append(Diagnostic(shown, .open(mode: String(status.st_mode & 0o777, radix: 8))))
    }
    return findings
  }
}
