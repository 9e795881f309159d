import Shell
import Terminal

/// The stage needs no keys; these are for whoever starts and leaves it.
enum StageKeys {
  static func bindings(_ scene: Scene) -> [Binding] {
    [
      Binding(.character("q"), .control("c"), do: .quit),
      Binding(.character("T"), do: .nextTheme),
      Binding(.control("l"), do: .repaint),
      Binding(.control("z"), do: .suspend),
      Binding(.character("?"), .function(1), do: .help),
    ]
  }
}
