import WorkshopCore

extension Directory {
  /// Takes in what copies of this directory hold: journals that are missing here or go on longer there,
  /// files of own content that are missing here.
  ///
  /// Nothing that is here is overwritten: a journal with other bytes is kept beside, a plan or a file
  /// of content that differs is only told. Everything is written under names that nobody reads before
  /// anything gets its own; when that fails, nothing has changed. A second time does nothing. Entries
  /// are identified, so that copies, in whatever order they come, lead to the same state.
  ///
  /// A copy may also be a single file of entries, such as `Journal.rescue` writes.
  ///
  /// - Parameter isTrial: tell what would happen, and write nothing.
  public func merge(
    _ others: [Directory], isTrial: Bool = false
  ) throws(JournalError) -> Merged {
    try merge(others, isTrial: isTrial, calls: .real)
  }

  func merge(
    _ others: [Directory], isTrial: Bool = false, calls: SystemCalls
  ) throws(JournalError) -> Merged {
    let root = try open(calls)
    let plan = try PlanFile(self).plan
    var pile = JournalPile(root)
    var merged = Merged()
    var journal = try Journal(self, by: "", isViewer: true)
    var known = Set(journal.refresh().map(\.id))
    var assets: [String: String] = [:]
    let own = OwnAssets(root)
    for other in others {
      var source = Merged.Source(path: other.root)
      if other.isFile {
        let lines = try Rescue.lines(of: other.root)
        let read = Self.entries(of: lines, in: other.root)
        guard let first = read.entries.first else { throw .noEntries(other.root) }
        merged.entries += read.entries.filter { known.insert($0.id).inserted }
        source.journals = pile.take(lines, begunBy: first)
        source.findings = read.findings
        merged.sources.append(source)
        continue
      }
      let folder = try other.open(.real)
      if folder.descriptor.status?.identity == root.descriptor.status?.identity {
        source.isSame = true
        merged.sources.append(source)
        continue
      }
      source.plan = other.difference(to: plan)
      if case .parts(let parts) = source.plan, parts.contains("title"),
        !pile.sharesAny(with: folder)
      {
        throw .anotherWorkshop(other.root)
      }
      var theirs = try Journal(other, by: "", isViewer: true)
      for entry in theirs.refresh() where known.insert(entry.id).inserted {
        merged.entries.append(entry)
      }
      source.journals = try pile.take(from: folder)
      let content = OwnAssets(folder)
      for (path, text) in content.texts.sorted(by: { $0.key < $1.key }) {
        if let mine = own.texts[path]?.text ?? assets[path] {
          if mine != text.text { source.otherAssets.append(path) }
        } else if root.holds("assets/" + path) {
          // Here it is a file that cannot be read: still nobody's to overwrite.
          source.otherAssets.append(path)
        } else {
          assets[path] = text.text
          source.assets.append(path)
        }
      }
      source.findings = theirs.findings + content.findings
      merged.sources.append(source)
    }
    merged.entries.sort()
    if !isTrial {
      try pile.write {
        () throws(JournalError) in
        for (path, text) in assets.sorted(by: { $0.key < $1.key }) { try addAsset(text, at: path) }
      }
    }
    return merged
  }

  /// The entries of a journal's lines, and what is wrong with the others.
  private static func entries(
    of lines: [UInt8], in path: String
  ) -> (entries: [Entry], findings: [Diagnostic]) {
    var entries: [Entry] = []
    var findings: [Diagnostic] = []
    for (index, line) in lines.split(separator: 10).enumerated() {
      switch line.withUnsafeBytes(EntryLine.read) {
      case .refused(let error):
        findings.append(Diagnostic(path, line: index + 1, .refused(error)))
      case .entry(let decoded):
        if decoded.isDamaged {
          findings.append(Diagnostic(path, line: index + 1, .damaged))
        } else {
          entries.append(decoded.entry)
        }
      }
    }
    return (entries, findings)
  }

  private func difference(to plan: Plan) -> Merged.PlanDifference {
    do throws(JournalError) {
      let parts = try PlanFile(self).plan.differences(to: plan)
      return parts.isEmpty ? .none : .parts(parts)
    } catch {
      return .refused(error)
    }
  }
}

extension Folder {
  /// Whether anything stands at a path below, links not followed.
  fileprivate func holds(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    var folder = self
    for name in names.dropLast() {
      guard case .success(let next) = folder.folder(name) else {
        return folder.status(of: name) != nil
      }
      folder = next
    }
    return folder.status(of: names.last ?? "") != nil
  }
}
