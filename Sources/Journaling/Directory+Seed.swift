public import WorkshopCore

extension Directory {
  /// A name for a writer that nobody else has.
  public static func freshWriter() -> String { Base32.random(12) }

  /// Writes entries that were made elsewhere into one journal, whoever made them: a workshop read back
  /// from a document. Refuses what no journal may hold before anything is written.
  ///
  /// - Parameter writer: from `freshWriter`.
  public func seed(_ entries: [Entry], as writer: String, by: String, now: Moment)
    throws(JournalError)
  {
    for entry in entries {
      if let limit = entry.event.flatMap(Journal.objection) { throw .limit(limit) }
    }
    let date = Timestamp(now).compactDate
    try put(entries, JournalName.make(date: date, by: by, unique: writer), try journals())
  }

  /// Writes entries that were made elsewhere, one journal a writer: a finished programme to look at,
  /// a rehearsal.
  ///
  /// Writers must be twelve plain lower-case characters, and their entries in order; a journal that is
  /// there already is never touched. Entries without an event, which nobody could write, are left out.
  public func seed(_ entries: [Entry]) throws(JournalError) {
    let journals = try journals()
    let byWriter = Dictionary(grouping: entries) { $0.id.writer }
    for (writer, entries) in byWriter.sorted(by: { $0.key < $1.key }) {
      guard let first = entries.first else { continue }
      let date = String(first.at.prefix(10).filter { $0 != "-" })
      try put(entries, JournalName.make(date: date, by: first.by, unique: writer), journals)
    }
  }

  private func journals() throws(JournalError) -> Folder {
    switch try open(.real).making("journal") {
    case .failure(let reason): throw .unwritable(journal, errno: reason.number)
    case .success(let made): return made.folder
    }
  }

  private func put(
    _ entries: [Entry], _ name: String, _ journals: Folder
  ) throws(JournalError) {
    guard JournalName.accepts(name), journals.status(of: name) == nil else {
      throw .alreadyThere(name)
    }
    let bytes = entries.flatMap { entry in
      entry.event.flatMap(EntryLine.json).map {
        EntryLine.bytes(
          id: entry.id, stamp: entry.stamp, at: entry.at, by: String(entry.by.prefix(60)),
          event: $0)
      } ?? []
    }
    if let failure = journals.replace(name, with: bytes) {
      throw .unwritable(name, errno: failure.number)
    }
  }
}
