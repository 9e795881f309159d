import Glibc
package import Journaling

extension Phrase {
  /// What the system answered, in the program's own words for what happens to people's files.
  package init(errno code: Int32) {
    switch code {
    case ENOENT: self = "there is no such file or folder"
    case EACCES, EPERM: self = "there is no permission"
    case EROFS: self = "the disk can only be read"
    case ENOSPC: self = "the disk is full"
    case EDQUOT: self = "your share of the disk is used up"
    case EFBIG: self = "the file is too large for this disk"
    case EIO: self = "the disk reports a fault"
    case ENOTDIR: self = "a part of the path is not a folder"
    case EISDIR: self = "it is a folder"
    case EEXIST: self = "it is there already"
    case ENAMETOOLONG: self = "the name is too long"
    case ELOOP: self = "too many links lead on to links"
    case EMFILE, ENFILE: self = "too many files are open"
    case EBUSY, ETXTBSY: self = "another program uses it"
    case ENOTEMPTY: self = "the folder is not empty"
    case EPIPE: self = "nobody reads it any more"
    case ENXIO, ENODEV: self = "the device is not there"
    case ENOMEM: self = "there is not enough memory"
    case EINVAL, EBADF: self = "it does not take what is written"
    default: self = "fault \(Int(code)) of the system"
    }
  }

  /// Why a directory cannot be used, where the system said why; nil for the program's own reasons.
  package init?(system error: JournalError, shown: (String) -> String = { $0 }) {
    switch error {
    case .unreadable(let path, let code) where code != EACCES:
      self = "\(shown(path)) cannot be read: \(Phrase(errno: code))"
    case .unwritable(let path, let code):
      self = "\(shown(path)) cannot be written: \(Phrase(errno: code))"
    default: return nil
    }
  }
}
