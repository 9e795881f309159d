/// Why a line of a journal was passed over.
public enum LineError: Hashable, Sendable {
  case tooLong
  case notAnObject
  case controlByte
  case tooDeep
  case unbalanced
  /// A number of more digits than anything here needs, or with an exponent.
  case hugeNumber
  /// Well-formed, but not an entry.
  case notAnEntry

  /// What a person is told, in English with `{}` for the arguments.
  public var message: (key: String, arguments: [String]) {
    switch self {
    case .tooLong: ("ignored: longer than {} bytes", [String(Limit.line.most)])
    case .notAnObject: ("ignored: not a JSON object", [])
    case .controlByte: ("ignored: holds a control character", [])
    case .tooDeep: ("ignored: nested deeper than {} levels", [String(Limit.depth.most)])
    case .unbalanced: ("ignored: brackets or quotes do not match", [])
    case .hugeNumber: ("ignored: holds a number that is too large", [])
    case .notAnEntry: ("ignored: not an entry", [])
    }
  }
}
