import Glibc
public import WorkshopCore

extension Directory {
  /// Makes a new workshop: the directory (0700), its plan and the files that tell sync tools what to
  /// carry (0600). The directory may exist when it is empty, or has nothing but content of its own.
  public static func create(at path: String, plan: Plan) throws(JournalError) {
    try create(at: path, plan: plan, calls: .real)
  }

  static func create(at path: String, plan: Plan, calls: SystemCalls) throws(JournalError) {
    let directory = Directory(path)
    let isNew = mkdir(directory.root, 0o700) == 0
    if !isNew, errno != EEXIST { throw .unwritable(directory.root, errno: errno) }
    let folder: Folder
    switch Folder.open(directory.root, calls) {
    case .failure(let reason): throw .unreadable(directory.root, errno: reason.number)
    case .success(let opened): folder = opened
    }
    if !isNew {
      if folder.status(of: planName) != nil { throw .alreadyThere(directory.root) }
      guard let names = folder.names(most: 4) else {
        throw .unreadable(directory.root, errno: EIO)
      }
      guard names.allSatisfy({ $0 == "assets" }) else { throw .notEmpty(directory.root) }
      fchmod(folder.descriptor.number, 0o700)
    }
    guard case .success(let journals) = folder.making("journal").map(\.folder) else {
      throw .unwritable(directory.journal, errno: errno)
    }
    _ = journals.sync()
    // The plan comes last: it is what makes the directory a workshop.
    for (name, text) in companions {
      if let failure = folder.replace(name, with: Array(text.utf8)) {
        throw .unwritable(directory.root + "/" + name, errno: failure.number)
      }
    }
    guard let bytes = PlanText.bytes(of: plan) else {
      throw .unwritable(directory.plan, errno: EINVAL)
    }
    if let failure = folder.replace(planName, with: bytes) {
      throw .unwritable(directory.plan, errno: failure.number)
    }
  }

  /// What git and Syncthing should know: carry the plan and the journals byte for byte, leave what is
  /// derived or belongs to one machine.
  private static let companions = [
    (
      ".gitattributes",
      """
      workshop.json text eol=lf
      journal/*.jsonl -text merge=union

      """
    ),
    (".gitignore", derived.map { "/\($0)\n" }.joined()),
    (".stignore", derived.map { "/\($0)\n" }.joined()),
  ]

  private static let derived = [
    "session.json", "minutes.md", "drafts", ".facilitator.lock", ".*.tmp",
  ]
}
