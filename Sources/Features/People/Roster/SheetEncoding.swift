/// How the bytes of a spreadsheet's text file stand for letters.
///
/// Spreadsheets write UTF-8 with or without a mark, UTF-16 with one, or the code page of the machine:
/// 1252 in Western Europe, 1250 in Hungary. No byte tells the last two apart.
package enum SheetEncoding: String, CaseIterable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case utf16Little = "utf-16le"
  case utf16Big = "utf-16be"

  /// What was asked for, else what the bytes say, else the code page of a workshop's language.
  init(of bytes: [UInt8], asked: SheetEncoding?, language: String) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16Little
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16Big
    } else if let asked {
      self = asked
    } else if String(validating: bytes, as: UTF8.self) != nil {
      self = .utf8
    } else {
      self = language == "hu" ? .windows1250 : .windows1252
    }
  }

  /// The text without its mark; bytes that stand for nothing become U+FFFD.
  func text(of bytes: [UInt8]) -> String {
    let text =
      switch self {
      case .utf8: String(decoding: bytes, as: UTF8.self)
      case .utf16Little: Self.utf16(bytes) { UInt16($0) | UInt16($1) << 8 }
      case .utf16Big: Self.utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
      case .windows1252: Self.page(bytes, Self.from1252)
      case .windows1250: Self.page(bytes, Self.from1250)
      }
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
  }

  private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String {
    let pairs = stride(from: 0, to: bytes.count - 1, by: 2)
    return String(decoding: pairs.map { unit(bytes[$0], bytes[$0 + 1]) }, as: UTF16.self)
  }

  /// Bytes of a code page whose letters from 0x80 on are given; those after them are Latin-1's.
  private static func page(_ bytes: [UInt8], _ upper: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      let index = Int(byte) - 0x80
      text.append(upper.indices.contains(index) ? upper[index] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  /// 0x80 to 0x9F of https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
  private static let from1252 = Array("€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars)

  /// 0x80 to 0xFF of https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1250.TXT
  private static let from1250 = Array(
    ("€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź" + "\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľ"
      + "żŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙").unicodeScalars)
}
