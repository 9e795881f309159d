/// Judges which code page a text is in by the words that its bytes make: those of English, French and
/// Hungarian first, whatever the workshop's language, for a French list has Hungarian names in it.
///
/// Only letters that stand apart are looked at: what each code page makes of a byte, and whether a word
/// of our languages has such a letter between such neighbours. The weights are our own.
struct EncodingJudge {
  private let text: [Unicode.Scalar]

  /// As many bytes above ASCII tell a code page; the rest of a list is like its beginning.
  private static let sample = 20_000

  /// The code page of bytes that are no Unicode.
  static func page(of bytes: [UInt8], language: String) -> SheetEncoding {
    let sample = part(of: bytes)
    let pages: [SheetEncoding] =
      language == "hu"
      ? [.windows1250, .windows1252, .cp852, .cp850, .macRoman]
      : [.windows1252, .windows1250, .cp850, .cp852, .macRoman]
    let scores = pages.map { Self(text: Array($0.text(of: sample).unicodeScalars)).score }
    let best = scores.max()
    return zip(pages, scores).first { $0.1 == best }?.0 ?? pages[0]
  }

  /// As much of the bytes as is looked at.
  private static func part(of bytes: [UInt8]) -> [UInt8] {
    var count = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      count += 1
      if count == sample { return Array(bytes[...index]) }
    }
    return bytes
  }

  private var score: Int {
    text.indices.reduce(0) { text[$1].value < 0x80 ? $0 : $0 + points(at: $1) }
  }

  private func points(at index: Int) -> Int {
    let scalar = text[index]
    let before = index > 0 ? text[index - 1] : " "
    let after = index + 1 < text.count ? text[index + 1] : " "
    let isInside = before.properties.isAlphabetic && after.properties.isAlphabetic
    guard scalar.properties.isAlphabetic, scalar != "ª", scalar != "º" else {
      if scalar == "’" || scalar == "\u{AD}" { return isInside ? 2 : 0 }
      if isInside { return -5 }
      return Self.marks.contains(scalar) ? 1 : scalar.value == 0xFFFD ? -10 : -3
    }
    // A capital after a small letter, or between small ones, is no word's.
    if scalar.properties.isUppercase,
      before.properties.isLowercase
        || (isInside && after.properties.isLowercase && !isWordStart(index))
    {
      return -5
    }
    let small = scalar.properties.lowercaseMapping
    if small == "û" || small == "ű" {
      let isFrench = Self.withCircumflex.contains(String(plainWord(around: index)))
      return (small == "û") == isFrench ? 4 : -1
    }
    if small == "õ" || small == "ő" {
      let isIberian = after == "e" || after == "E"
      return (small == "õ") == isIberian ? 3 : small == "ő" ? 2 : 0
    }
    if Self.ours.contains(small) {
      // “à”, “où” and “déjà” end with them; no French “è” stands before another vowel.
      if small == "à" || small == "ù" { return after.properties.isAlphabetic ? 0 : 3 }
      return small == "è" && Self.vowels.contains(after) ? -2 : 3
    }
    return Self.neighbours.contains(small) ? 1 : -3
  }

  private func isWordStart(_ index: Int) -> Bool {
    index == 0 || !text[index - 1].properties.isAlphabetic
  }

  /// The word that holds a letter, small, both kinds of u as û.
  private func plainWord(around index: Int) -> String {
    var (low, high) = (index, index)
    while low > 0, text[low - 1].properties.isAlphabetic { low -= 1 }
    while high + 1 < text.count, text[high + 1].properties.isAlphabetic { high += 1 }
    guard high - low < 30 else { return "" }
    return String(String.UnicodeScalarView(text[low...high])).lowercased()
      .replacing("ű", with: "û")
  }

  /// Letters of French and Hungarian words; English has none of its own.
  private static let ours = Set("éèàçêâîôûùëïüœáíóöőúűæ".map(String.init))
  /// Letters of people's names from elsewhere.
  private static let neighbours = Set(
    "ñãõåøòìßýÿðþčšžřěůłąęćńśźżşţăđďťňľĺŕ".map(String.init))
  private static let vowels = Set("aeiouyAEIOUYéÉ".unicodeScalars)
  /// What stands outside words, in lists.
  private static let marks = Set("«»“”„‚‘–—…€°№·•²³½¼¾§©®™\u{A0}ºª¿¡×".unicodeScalars)

  /// French words with û; of any other, û was ű (https://fr.wiktionary.org lists them under “û”).
  private static let withCircumflex: Set = [
    "août", "aoûts", "aoûtien", "aoûtiens", "coût", "coûts", "coûte", "coûtent", "coûter",
    "coûteux",
    "coûteuse", "coûteuses", "surcoût", "surcoûts", "goût", "goûts", "goûter", "goûters", "dégoût",
    "sûr", "sûrs", "sûre", "sûres", "sûrement", "sûreté", "sûretés", "mûr", "mûrs", "mûre", "mûres",
    "mûrir", "mûrement", "brûler", "brûle", "brûlé", "brûlée", "brûlés", "brûlure", "brûlures",
    "brûlage", "flûte", "flûtes", "flûtiste", "dû", "dûment", "indûment", "assidûment", "crûment",
    "bûche", "bûches", "bûcher", "bûcheron", "bûcherons", "embûche", "embûches", "croûte",
    "croûtes",
    "voûte", "voûtes", "voûté", "fût", "fûts", "affût", "affûter", "jeûne", "jeûner", "piqûre",
    "piqûres", "soûl", "envoûter", "envoûtant", "mûrier", "mûriers",
  ]
}
