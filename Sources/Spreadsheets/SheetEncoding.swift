/// How the bytes of a spreadsheet's text file stand for letters.
///
/// Spreadsheets write UTF-8 with or without a mark, UTF-16, or a code page: that of the machine (1252 in
/// Western Europe, 1250 in Hungary), that of its old console (850, 852), or that of old Macintoshes.
package enum SheetEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case cp850, cp852
  case macRoman = "macintosh"
  case utf16Little = "utf-16le"
  case utf16Big = "utf-16be"

  /// What was asked for, else what the bytes say, else the code page that makes the likeliest words.
  package init(of bytes: [UInt8], asked: SheetEncoding? = nil, language: String) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16Little
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16Big
    } else if let asked {
      self = asked
    } else if let wide = Self.wide(bytes) {
      self = wide
    } else if Self.isUnicode(bytes) {
      self = .utf8
    } else {
      self = EncodingJudge.page(of: bytes, language: language)
    }
  }

  /// The text of bytes, in whatever encoding they are.
  package static func text(of bytes: [UInt8], language: String) -> String {
    SheetEncoding(of: bytes, language: language).text(of: bytes)
  }

  /// A byte a letter.
  package var isPage: Bool { page != nil }

  /// The text without its mark; bytes that stand for nothing become U+FFFD.
  package func text(of bytes: [UInt8]) -> String {
    let text =
      switch self {
      case .utf16Little: Self.utf16(bytes) { UInt16($0) | UInt16($1) << 8 }
      case .utf16Big: Self.utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
      default: page.map { Self.text(of: bytes, $0) } ?? Self.unicode(bytes)
      }
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
  }

  /// UTF-16 without a mark: every other byte of what should be letters is nought.
  private static func wide(_ bytes: [UInt8]) -> SheetEncoding? {
    let head = bytes.prefix(1000)
    guard head.count > 3, head.count(where: { $0 == 0 }) * 3 >= head.count else { return nil }
    let odd = head.indices.count(where: { head[$0] == 0 && !$0.isMultiple(of: 2) })
    let even = head.count { $0 == 0 } - odd
    return odd > even * 9 ? .utf16Little : even > odd * 9 ? .utf16Big : nil
  }

  /// Whether bytes are UTF-8, but for few: lists put together from two programs have rows of each.
  private static func isUnicode(_ bytes: [UInt8]) -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return true }
    var (good, bad) = (0, 0)
    var rest = bytes[...]
    while let first = rest.firstIndex(where: Self.isAboveASCII) {
      let length = Self.length(of: rest[first...])
      if length > 1 { good += 1 } else { bad += 1 }
      rest = rest[(first + max(1, length))...]
    }
    // Two letters of a code page look like one of UTF-8 now and then.
    return good > 2 * bad
  }

  private static func isAboveASCII(_ byte: UInt8) -> Bool { byte >= 0x80 }

  /// How many bytes from a slice's first on are one character of UTF-8; 0 where they are none.
  private static func length(of bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, bytes.count >= length,
      String(validating: bytes.prefix(length), as: UTF8.self) != nil
    else { return 0 }
    return length
  }

  /// UTF-8, where a byte that is none of it is a letter of Western Europe.
  private static func unicode(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var fixed: [UInt8] = []
    fixed.reserveCapacity(bytes.count + 100)
    var index = 0
    while index < bytes.count {
      let length = length(of: bytes[index...])
      if length > 0 {
        fixed += bytes[index..<index + length]
      } else {
        fixed += Array(String(from1252[Int(bytes[index]) - 0x80]).utf8)
      }
      index += max(1, length)
    }
    return String(decoding: fixed, as: UTF8.self)
  }

  private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String {
    let pairs = stride(from: 0, to: bytes.count - 1, by: 2)
    return String(decoding: pairs.map { unit(bytes[$0], bytes[$0 + 1]) }, as: UTF16.self)
  }
}

// The code pages.
extension SheetEncoding {
  /// What the bytes from 0x80 on stand for; nil of what is no code page.
  var page: [Unicode.Scalar]? {
    switch self {
    case .utf8, .utf16Little, .utf16Big: nil
    case .windows1252: Self.from1252
    case .windows1250: Self.from1250
    case .cp850: Self.from850
    case .cp852: Self.from852
    case .macRoman: Self.fromMacintosh
    }
  }

  private static func text(of bytes: [UInt8], _ page: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : page[Int(byte) - 0x80]) }
    return String(text)
  }

  // After https://www.unicode.org/Public/MAPPINGS/VENDORS/: MICSFT/WINDOWS/CP1252.TXT and CP1250.TXT,
  // MICSFT/PC/CP850.TXT and CP852.TXT, APPLE/ROMAN.TXT.

  private static let from1252 = Array(
    ("€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ").unicodeScalars)

  private static let from1250 = Array(
    ("€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
      + "ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙").unicodeScalars)

  private static let from850 = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}").unicodeScalars
  )

  private static let from852 = Array(
    ("ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐"
      + "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{AD}˝˛ˇ˘§÷¸°¨˙űŘř■\u{A0}").unicodeScalars
  )

  private static let fromMacintosh = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars)
}
