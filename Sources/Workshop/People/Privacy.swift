extension Card {
  /// Whether a field is for the facilitator alone, on whatever board the card lies.
  ///
  /// The one list that the stage, note-takers, minutes, exports and `session.json` ask. The journal and
  /// `workshop.json` hold such fields: they are the facilitator's own files.
  public static func isPrivate(_ field: String) -> Bool { privateFields.contains(field) }

  private static let privateFields: Set<String> = [email]

  /// Whether it is a remark that its author gave the facilitator only: a juror's advice that is not to
  /// be read out.
  public var isPrivateRemark: Bool { self[Self.audience] == Self.privately }

  /// The field of an advice that says who may read it, and its value for the facilitator alone.
  public static let audience = "audience"
  public static let privately = "private"

  /// The values that anybody may see.
  public var publicValues: [String: FieldValue] { values.filter { !Self.isPrivate($0.key) } }

  /// The texts typed over unseen that anybody may see, by field.
  public var publicRivals: [String: [FieldValue.Rival]] {
    rivals.filter { !Self.isPrivate($0.key) }
  }
}
