public import WorkshopCore

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
