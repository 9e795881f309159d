public import Workshop

extension Directory {
  /// Writes entries that were made elsewhere, one journal a writer: a finished programme to look at,
  /// a rehearsal.
  ///
  /// Writers must be twelve plain lower-case characters, and their entries in order; a journal that is
  /// there already is never touched. Entries without an event, which nobody could write, are left out.
  public func seed(_ entries: [Entry]) throws(JournalError) {
    let root = try open(.real)
    let journals: Folder
    switch root.making("journal") {
    case .failure(let reason): throw .unwritable(journal, errno: reason.number)
    case .success(let made): journals = made.folder
    }
    let byWriter = Dictionary(grouping: entries) { $0.id.writer }
    for (writer, entries) in byWriter.sorted(by: { $0.key < $1.key }) {
      guard let first = entries.first else { continue }
      let date = String(first.at.prefix(10).filter { $0 != "-" })
      let name = JournalName.make(date: date, by: first.by, unique: writer)
      guard JournalName.accepts(name), journals.status(of: name) == nil else {
        throw .alreadyThere(name)
      }
      let bytes = entries.flatMap { entry in
        entry.event.flatMap(Line.json).map {
          Line.bytes(id: entry.id, stamp: entry.stamp, at: entry.at, by: entry.by, event: $0)
        } ?? []
      }
      if let failure = journals.replace(name, with: bytes) {
        throw .unwritable(name, errno: failure.number)
      }
    }
  }
}
