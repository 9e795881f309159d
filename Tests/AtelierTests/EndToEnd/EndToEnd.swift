import Testing

/// The real program in real terminals, several on one directory.
///
/// Three rows of tests side by side, and in each one after another: a test starts a handful of processes,
/// and a loaded machine would only make more of them wait.
@Suite(.enabled(if: Tmux.isInstalled, "tmux is not installed"), OwnThreads())
enum EndToEnd {
  /// Whole days and programmes, by keys.
  @Suite(.serialized) enum Days {}

  /// People at work together in a room.
  @Suite(.serialized) enum Rooms {}

  /// What the program does at the command line, with its files and with its terminal.
  @Suite(.serialized) enum Runs {}
}
