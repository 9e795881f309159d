import FoundationEssentials
package import Languages
package import Shell
import Spreadsheets
import Terminal
import WorkshopCore

extension Outcome {
  /// Lets a file be chosen from those that lie where people keep lists, or by its path, and opens it. Folders
  /// and files are read aside.
  ///
  /// - Parameter open: what opens with a file's bytes and name.
  package static func choosingFile(
    _ title: Phrase, _ scene: Scene,
    open: @escaping @Sendable ([UInt8], String, Scene) -> Opened
  ) -> Outcome {
    if scene.isRestricted { return .refused(Action.restricted) }
    let menu = FileMenu(title: title, open: open)
    return WaitingPanel.opened(title, scene) {
      .overlay(menu.menu(ListFile.usual(beside: scene.folder), scene))
    }
  }
}

/// The lists that lie somewhere, as a menu that takes a path as well.
private struct FileMenu: Sendable {
  let title: Phrase
  let open: @Sendable ([UInt8], String, Scene) -> Opened

  /// The most bytes of a file that is laid open on a screen; the command takes more.
  private static let most = 1 << 19

  func menu(_ files: [ListFile], _ scene: Scene) -> Menu {
    var menu = Menu(
      title: title,
      items: files.map { file in
        let day = Moment(
          milliseconds: Int64(file.changed.timeIntervalSince1970 * 1000), offset: scene.now.offset
        ).date
        return item(file.name, path: file.path, detail: "\(file.folder) · \(day)")
      },
      empty: "No list here by that name: type the path of the file or of its folder")
    menu.typed = { text in
      text.contains("/") || text.hasPrefix("~") ? item(text, path: text) : nil
    }
    return menu
  }

  private func item(_ label: String, path: String, detail: String = "") -> Menu.Item {
    var item = Menu.Item(label: label, detail: detail) { scene in
      WaitingPanel.opened(title, scene, inPlaceOf: scene.focus.overlay) { opened(path, scene) }
    }
    // It stands again where the file cannot be read.
    item.staysOpen = true
    return item
  }

  private func opened(_ path: String, _ scene: Scene) -> Opened {
    if let files = ListFile.all(inFolder: path) {
      return files.isEmpty
        ? .refused("No list in this folder") : .overlay(menu(files, scene))
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    do throws(FileError) {
      switch open(try ListFile.bytes(of: path, most: Self.most), name, scene) {
      case .refused(let reason): return .refused("\(name) cannot be read: \(reason)")
      case let opened: return opened
      }
    } catch .tooLarge {
      return .refused("\(name) is a large file: the command atelier import takes it in")
    } catch {
      return .refused(error.phrase(of: name))
    }
  }
}
