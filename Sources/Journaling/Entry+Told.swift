import FoundationEssentials
public import WorkshopCore

extension Entry {
  /// The entry as one line of JSON for other programs: `{"at":…,"by":…,"event":{…},"id":…}`, with a line end.
  ///
  /// Of a ballot and of the codes of slips only that there is one, and nothing of who is listed as having
  /// voted: what a vote keeps from everybody stays with it. Nil for these, and for an event that this version
  /// does not know.
  public var told: [UInt8]? {
    switch event {
    case nil, .voterListed: return nil
    case .ballotCast(let poll, _, _, _, _, _):
      return Told(["ballotCast": ["poll": poll]], of: self).line
    case .tokensIssued: return Told(["tokensIssued": [String: String]()], of: self).line
    case .some(let event): return Told(event, of: self).line
    }
  }

  /// The members of the line.
  private struct Told<Content: Encodable>: Encodable {
    let id: String
    let at: String
    let by: String
    let event: Content

    init(_ event: Content, of entry: Entry) {
      (id, at, by) = (entry.id.description, entry.at, entry.by)
      self.event = event
    }

    var line: [UInt8]? {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(self)).map { [UInt8]($0) + [10] }
    }
  }
}
