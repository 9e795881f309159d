import Assets
import Journaling
import Languages
import Shell
import Terminal
import WorkshopCore

extension Command {
  /// What a shell offers while a command line is typed: read from the list of commands, and from the
  /// workshop that is named on it.
  static let completions = Command(
    name: "completions", usage: "bash|zsh|fish",
    summary: "Print what makes a shell complete commands, options, boards and languages",
    options: [Option(name: "words", help: "What may stand last, after the words that follow --")],
    isForInstallers: true, rest: 0...1_000
  ) { arguments in
    if arguments.has("words") {
      // Bytes as they are: a tab stands between the word and what it is.
      Console.print(Array(Completion.lines(arguments.words).utf8))
      return 0
    }
    guard let shell = arguments.words.first, let script = Completion.scripts[shell] else {
      let shells = Completion.scripts.keys.sorted().joined(separator: ", ")
      throw CommandError.usage("for which shell? \(shells)")
    }
    Console.print(script)
    return 0
  }
}

/// What may stand at the end of a command line.
enum Completion {
  /// One a line: the word, a tab, what it is. Empty where it is the name of a file.
  static func lines(_ words: [String]) -> String {
    candidates(words).map { word, what in
      let (word, what) = (Text.sanitised(word), Text.sanitised(what))
      return (what.isEmpty ? word : "\(word)\t\(what)") + "\n"
    }.joined()
  }

  /// - Parameter words: all after the program's name, the last one as far as it is typed.
  static func candidates(_ words: [String]) -> [(word: String, what: String)] {
    let language = Language.ofLocale
    let begun = words.last ?? ""
    func fitting(_ all: [(word: String, what: String)]) -> [(word: String, what: String)] {
      all.filter { $0.word.hasPrefix(begun) }
    }
    guard words.count > 1, let command = Command.all.first(where: { $0.name == words[0] }) else {
      return fitting(Command.all.map { ($0.name, language($0.summary)) })
    }
    let given = words.dropFirst().dropLast()
    let options = command.options + Command.common
    if let option = options.first(where: { "--" + $0.name == given.last }), !option.value.isEmpty {
      return fitting(values(of: option, directory(given, options)).map { ($0, "") })
    }
    if begun.hasPrefix("-") {
      return fitting(options.map { ("--" + $0.name, language($0.help)) })
    }
    let place = plain(given, options).count
    let usage = command.usage.split(separator: " ").map(String.init)
    guard usage.indices.contains(place) else { return [] }
    return fitting(choices(usage[place]).map { ($0, "") })
  }

  /// The words that are neither options nor their values.
  private static func plain(
    _ words: ArraySlice<String>, _ options: [Command.Option]
  ) -> [String] {
    var rest = words
    var plain: [String] = []
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        plain.append(word)
        continue
      }
      let option = options.first { "--" + $0.name == word }
      if option.map({ !$0.value.isEmpty && !$0.isValueOptional }) ?? false { _ = rest.popFirst() }
    }
    return plain
  }

  private static func directory(
    _ words: ArraySlice<String>, _ options: [Command.Option]
  ) -> Directory? {
    if let first = plain(words, options).first, case let named = Directory(first),
      (try? named.expectWorkshop()) != nil
    {
      return named
    }
    return Directory.here
  }

  /// What an option may be given: as its help lists it, or what the workshop has by that name.
  private static func values(of option: Command.Option, _ directory: Directory?) -> [String] {
    lazy var own = directory.map { OwnContent($0).content } ?? .builtIn
    switch option.name {
    case "language": return own.phrases.keys.sorted()
    case "template": return own.templates
    case "board", "theme":
      if option.value.contains("|") { return choices(option.value) }
      guard let directory, let plan = try? PlanFile(directory).plan,
        var journal = try? Journal(directory, by: "", isViewer: true)
      else { return [] }
      let history = History(
        plan: plan, entries: journal.refresh(now: .now), catalogue: Features.all.catalogue(own))
      return option.name == "board"
        ? history.workshop.boards.map(\.id) : history.workshop.themes.map(\.id)
    default: return choices(option.value)
    }
  }

  /// The words of `open|close|reveal`; none of `FILE`, `DIR|TEMPLATE`, `NAME`.
  private static func choices(_ usage: String) -> [String] {
    let parts = usage.filter { !"[]…".contains($0) }.split(separator: "|").map(String.init)
    return parts.filter { part in
      part.contains(where: \.isLowercase) && part.allSatisfy { !$0.isUppercase }
    }
  }

  static let scripts = [
    "bash": """
    _atelier() {
      local IFS=$'\\n' cur=${COMP_WORDS[COMP_CWORD]}
      COMPREPLY=($(compgen -W "$(atelier completions --words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)" -- "$cur"))
    }
    complete -o default -o bashdefault -F _atelier atelier
    """,
    "zsh": """
    #compdef atelier
    _atelier() {
      local -a found
      local line
      for line in "${(@f)$(atelier completions --words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\\t'*}//:/\\\\:}${${line#*$'\\t'}:+:${line#*$'\\t'}}")
      done
      if (( ${#found} )); then _describe atelier found; else _files; fi
    }
    compdef _atelier atelier
    """,
    "fish": """
    function __atelier
      set -l words (commandline -opc) (commandline -ct)
      atelier completions --words -- $words[2..-1] 2>/dev/null
    end
    complete -c atelier -a '(__atelier)'
    """,
  ]
}
