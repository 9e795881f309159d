public import WorkshopCore

/// A size that the workshop directory does not go beyond, so that no file can stall a session.
public enum Limit: Hashable, Sendable {
  /// Characters in one text.
  case text
  /// Bytes in one line of a journal.
  case line
  /// Brackets within brackets.
  case depth
  /// Bytes read of one journal.
  case file
  /// Journals in one directory.
  case files
  /// Bytes of `workshop.json`.
  case plan
  /// Bytes of a file of the workshop's own content.
  case asset
  /// Files of the workshop's own content.
  case assets

  public var most: Int {
    switch self {
    case .text: 4_000
    case .line: 16_384
    case .depth: 16
    case .file: 64 << 20
    case .files: 4_096
    case .plan, .asset: 4 << 20
    case .assets: 1_000
    }
  }

  /// What a person is told, in English with `{}` for the arguments.
  public var message: (key: String, arguments: [String]) {
    switch self {
    case .text: ("a text may have {} characters at most", [String(most)])
    case .line: ("an entry may have {} bytes at most", [String(most)])
    case .depth: ("an entry may nest {} levels at most", [String(most)])
    case .file: ("{} bytes of a journal are read at most", [String(most)])
    case .files: ("{} journals are read at most", [String(most)])
    case .asset: ("a file of content may have {} bytes at most", [String(most)])
    case .assets: ("{} files of content are read at most", [String(most)])
    case .plan: ("a plan may have {} bytes at most", [String(most)])
    }
  }
}

extension Journal {
  /// Why an event cannot be appended, or nil when it can.
  public static func objection(to event: Event) -> Limit? {
    // A pasted book is refused by its bytes, before anybody counts its characters.
    if event.texts.contains(where: {
      $0.utf8.count > Limit.line.most || $0.count > Limit.text.most
    }) {
      return .text
    }
    guard let json = EntryLine.json(event), json.count <= Limit.line.most - EntryLine.envelope
    else {
      return .line
    }
    return nil
  }
}
