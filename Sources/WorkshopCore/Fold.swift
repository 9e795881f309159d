/// Texts compared without regard to capitals, accents and ligatures, for finding what somebody types.
public enum Fold {
  /// Lower case, with the accents of Latin letters taken off and letters that are two, such as œ, æ and ß,
  /// written as two.
  public static func plain(_ text: String) -> String {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 128 }) { return lower }
    var plain = ""
    for character in lower {
      if let base = bases[character] {
        plain += base
      } else if character.unicodeScalars.count == 1 {
        plain.append(character)
      } else {
        plain += withoutMarks(character)
      }
    }
    return plain
  }

  /// A letter with accents for which there is no letter of its own.
  private static func withoutMarks(_ character: Character) -> String {
    let scalars = character.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    guard let first = scalars.first, scalars.count == 1 else { return String(character) }
    return bases[Character(first)] ?? String(Character(first))
  }

  /// By letter; the Latin letters of Unicode up to U+1EFF that have a base, and the ligatures of print.
  private static let bases: [Character: String] = {
    let groups = [
      ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"),
      ("d", "ďđðḋḍḏḑḓ"), ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("ff", "ﬀ"),
      ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"),
      ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽ"),
      ("m", "ḿṁṃ"), ("n", "ñńņňǹṅṇṉṋ"), ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"), ("oe", "œ"),
      ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšſșṡṣṥṧṩẛ"), ("ss", "ß"), ("st", "ﬅﬆ"),
      ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"),
      ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"),
    ]
    return Dictionary(
      groups.flatMap { base, letters in letters.map { ($0, base) } },
      uniquingKeysWith: { a, _ in a })
  }()

  /// A title as an id: its plain letters and digits, words joined by hyphens; empty where there are none.
  public static func id(of title: String) -> String {
    let letters = plain(title).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return String(String(letters).split(separator: "-").joined(separator: "-").prefix(30))
  }
}
