extension Card {
  /// Whether a field is for the facilitator alone, on whatever board the card lies.
  ///
  /// The one list that the stage, note-takers, minutes, exports and `session.json` ask. The journal and
  /// `workshop.json` hold such fields: they are the facilitator's own files.
  public static func isPrivate(_ field: String) -> Bool { privateFields.contains(field) }

  private static let privateFields: Set<String> = [email]

  /// The values that anybody may see.
  public var publicValues: [String: FieldValue] { values.filter { !Self.isPrivate($0.key) } }

  /// The texts typed over unseen that anybody may see, by field.
  public var publicRivals: [String: [FieldValue.Rival]] {
    rivals.filter { !Self.isPrivate($0.key) }
  }
}
