import Glibc

/// A text in a file that only this person can read, for another program to change: in a folder of its
/// own among the system's temporary files, so that nothing of it is ever synced or kept.
///
/// Gone with the value, and so is whatever the program put beside it.
public struct Scratch: ~Copyable {
  private let folder: String
  public let path: String
  /// More is not read back, in bytes.
  private static let limit = 1 << 20

  public init(_ text: String) throws(JournalError) {
    folder = try Self.make(text)
    path = folder + "/" + Self.name
  }

  deinit { Self.clear(folder) }

  /// What stands in the file now, without the line end at its end; nil when it cannot be read.
  public var text: String? {
    guard case .success(let place) = Folder.open(folder, .real),
      case .success(let file) = place.reading(Self.name),
      case .success(let bytes) = file.contents(limit: Self.limit)
    else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.last?.isNewline == true { text.removeLast() }
    return text
  }

  private static let name = "card.txt"

  /// The folder, with the text in it.
  private static func make(_ text: String) throws(JournalError) -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let template = (place.hasPrefix("/") ? place : "/tmp") + "/atelier-XXXXXX"
    var name = Array(template.utf8CString)
    let made = name.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
    guard made != nil else { throw .unwritable(template, errno: errno) }
    let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let failure = write(text, to: folder) else { return folder }
    clear(folder)
    throw .unwritable(folder, errno: failure.number)
  }

  private static func write(_ text: String, to folder: String) -> Errno? {
    switch Folder.open(folder, .real) {
    case .failure(let reason): return reason
    case .success(let place):
      switch place.open(name, O_WRONLY | O_CREAT | O_EXCL) {
      case .failure(let reason): return reason
      // Editors end a file with a line end, and say so when there is none.
      case .success(let file): return file.write(Array((text + "\n").utf8), .real)
      }
    }
  }

  /// Removes the folder and what is in it; an editor may have left a copy.
  private static func clear(_ folder: String) {
    guard case .success(let place) = Folder.open(folder, .real) else { return }
    for name in place.names(most: 256) ?? [] { place.remove(name) }
    rmdir(folder)
  }
}
