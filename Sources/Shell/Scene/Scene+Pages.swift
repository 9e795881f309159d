import Languages
import WorkshopCore

extension Scene {
  /// How long a page of what has no room on the stage stands there, in milliseconds: time to read a dozen
  /// short lines aloud.
  package static let pace: Int64 = 15_000

  /// Counts the pages that have gone by: the screen changes with it.
  package var pageTurn: Int { Int(now.milliseconds / Self.pace) }

  /// The page that is to be seen now, of those that turn by themselves.
  package func page(of count: Int) -> Int { count > 0 ? pageTurn % count : 0 }

  /// What is said of pages that turn by themselves, from 0.
  package func pageSaid(_ page: Int, of count: Int) -> String {
    say("\(page + 1) of \(count) · goes on by itself")
  }
}
