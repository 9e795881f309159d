import Testing

/// The real program in real terminals, several on one directory.
///
/// One test after another: each starts a handful of processes, and a loaded machine would only make
/// them wait.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
enum EndToEnd {}
