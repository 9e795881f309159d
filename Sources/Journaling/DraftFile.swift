import FoundationEssentials
import Glibc
import Synchronization

/// Our own draft on disk, locked as long as we live.
final class DraftFile: Sendable {
  private let root: Folder
  private let name: String
  private let state = Mutex(State())

  private struct State {
    /// The file that our name leads to; closing it gives the lock back.
    var file: Descriptor?
    var draft: Draft?
    var failure: Errno?
  }

  init(_ root: Folder, name: String) {
    self.root = root
    self.name = name
  }

  var failure: Errno? { state.withLock(\.failure) }

  func write(_ draft: Draft) {
    state.withLock { state in
      // `at` tells when something changed, not when somebody last asked.
      if var same = state.draft {
        same.at = draft.at
        if same == draft { return }
      }
      switch replace(draft) {
      case .success(let file):
        state.file = file
        state.draft = draft
        state.failure = nil
      case .failure(let reason): state.failure = reason
      }
    }
  }

  func close() {
    state.withLock { state in
      if state.draft?.isEmpty ?? false, case .success(let drafts) = root.folder("drafts"),
        let mine = state.file?.status, drafts.status(of: name)?.identity == mine.identity
      {
        drafts.remove(name)
      }
      state.file = nil
      state.draft = nil
    }
  }

  private func replace(_ draft: Draft) -> Result<Descriptor, Errno> {
    let calls = root.calls
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(draft) else { return .failure(Errno(EINVAL)) }
    return root.making("drafts").map(\.folder).flatMap { drafts in
      let temporary = "." + name + ".tmp"
      drafts.remove(temporary)
      return drafts.open(temporary, O_RDWR | O_CREAT | O_EXCL).flatMap { file in
        // Nobody else can have the lock of a file that has just been made under this name.
        _ = flock(file.number, LOCK_EX | LOCK_NB)
        let failure =
          file.write([UInt8](data), calls)
          ?? Folder.failure(calls.fdatasync(file.number))
          ?? Folder.failure(calls.rename(drafts.descriptor.number, temporary, name))
        if let failure {
          drafts.remove(temporary)
          return .failure(failure)
        }
        // Where the disk cannot promise that the new name outlives a power cut, the text is there all the same.
        _ = drafts.sync()
        return .success(file)
      }
    }
  }
}
