// What the agenda editor changes, field by field, as text: the names are those of `workshop.json`.

extension Activity {
  /// A field's value as text, empty when it has none; nil for a field that cannot be edited so.
  ///
  /// A round's fields are written `rounds/ID/who`, `rounds/ID/title`, `rounds/ID/theme` and, for a segment's
  /// minutes, `rounds/ID/0`.
  public func value(of field: String) -> String? {
    switch field {
    case "title": title.plain
    case "kind": kind
    case "phase": phase?.rawValue ?? ""
    case "minutes": String(minutes)
    case "minimum": minimum.map(String.init) ?? ""
    case "maximum": maximum.map(String.init) ?? ""
    case "priority": priority.rawValue
    case "fixed": isFixed ? "yes" : "no"
    case "start": start ?? ""
    case "delay": String(delay)
    case "dropped": isDropped ? "yes" : "no"
    case "question": question?.plain ?? ""
    case "script": script?.plain ?? ""
    case "lead": lead ?? ""
    case "material": material?.plain ?? ""
    case "output": output?.plain ?? ""
    case "board": board ?? ""
    case "warmUp": warmUp ?? ""
    case "vote": poll?.method.rawValue ?? ""
    case "dots": poll?.dots.map(String.init) ?? ""
    case "winners": poll?.winners.map(String.init) ?? ""
    case "canvas": canvas ?? ""
    case "deck": deck ?? ""
    default: Place(field).flatMap { value(at: $0) }
    }
  }

  /// Gives a field a value; false, and nothing is changed, when it cannot have it.
  @discardableResult
  public mutating func set(_ field: String, to text: String) -> Bool {
    switch field {
    case "title": return write(text.isEmpty ? nil : Localized(text), to: \.title)
    case "kind": return write(text.isEmpty ? nil : text, to: \.kind)
    case "phase":
      guard text.isEmpty || Phase(rawValue: text) != nil else { return false }
      phase = Phase(rawValue: text)
    case "minutes": return write(Self.minutes(text), to: \.minutes)
    case "minimum": return writeMinutes(text, to: \.minimum)
    case "maximum": return writeMinutes(text, to: \.maximum)
    case "priority": return write(Priority(rawValue: text), to: \.priority)
    case "fixed": return write(Self.flag(text), to: \.isFixed)
    case "start":
      guard text.isEmpty || ClockTime(text) != nil else { return false }
      start = text.isEmpty ? nil : text
    case "delay":
      return write(Int(text).flatMap { (-1440...1440).contains($0) ? $0 : nil }, to: \.delay)
    case "dropped": return write(Self.flag(text), to: \.isDropped)
    case "question": question = Localized(optional: text)
    case "script": script = Localized(optional: text)
    case "lead": lead = text.isEmpty ? nil : text
    case "material": material = Localized(optional: text)
    case "output": output = Localized(optional: text)
    case "board": board = text.isEmpty ? nil : text
    case "warmUp": warmUp = text.isEmpty ? nil : text
    case "vote":
      guard let method = Poll.Method(rawValue: text) else { return false }
      var changed = poll ?? PollPlan()
      changed.method = method
      poll = changed
    case "dots": return writeCount(text, to: \.dots, in: 1...Poll.mostDots)
    case "winners": return writeCount(text, to: \.winners, in: 0...1000)
    case "canvas": canvas = text.isEmpty ? nil : text
    case "deck": deck = text.isEmpty ? nil : text
    default: return Place(field).map { set($0, to: text) } ?? false
    }
    return true
  }

  private mutating func write<T>(_ value: T?, to path: WritableKeyPath<Self, T>) -> Bool {
    guard let value else { return false }
    self[keyPath: path] = value
    return true
  }

  private mutating func writeMinutes(_ text: String, to path: WritableKeyPath<Self, Int?>) -> Bool {
    guard text.isEmpty || Self.minutes(text) != nil else { return false }
    self[keyPath: path] = Self.minutes(text)
    return true
  }

  /// A number of a vote; a vote that the plan did not describe is one with dots.
  private mutating func writeCount(
    _ text: String, to path: WritableKeyPath<PollPlan, Int?>, in span: ClosedRange<Int>
  ) -> Bool {
    guard text.isEmpty || Int(text).map(span.contains) == true else { return false }
    var changed = poll ?? PollPlan()
    changed[keyPath: path] = Int(text)
    if poll != nil || !text.isEmpty { poll = changed }
    return true
  }

  private static func minutes(_ text: String) -> Int? {
    Int(text).flatMap { (0...1440).contains($0) ? $0 : nil }
  }

  private static func flag(_ text: String) -> Bool? { ["yes": true, "no": false][text] }

  /// A field of a round: whose turn it is, what about, or the minutes of a segment.
  private struct Place {
    let round: String
    let part: Part

    enum Part { case who, title, theme, segment(Int) }

    init?(_ field: String) {
      let parts = field.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "rounds" else { return nil }
      round = String(parts[1])
      switch parts[2] {
      case "who": part = .who
      case "title": part = .title
      case "theme": part = .theme
      default:
        guard let segment = Int(parts[2]) else { return nil }
        part = .segment(segment)
      }
    }
  }

  private func value(at place: Place) -> String? {
    guard let round = numberedRounds.first(where: { $0.id == place.round }) else { return nil }
    switch place.part {
    case .who: return round.who ?? ""
    case .title: return round.title.plain
    case .theme: return round.theme ?? ""
    case .segment(let segment):
      return round.segments.indices.contains(segment)
        ? String(round.segments[segment].minutes) : nil
    }
  }

  private mutating func set(_ place: Place, to text: String) -> Bool {
    guard let index = numberedRounds.firstIndex(where: { $0.id == place.round }) else {
      return false
    }
    switch place.part {
    case .who: rounds[index].who = text.isEmpty ? nil : text
    case .theme: rounds[index].theme = text.isEmpty ? nil : text
    case .title:
      guard !text.isEmpty else { return false }
      rounds[index].title = Localized(text)
    case .segment(let segment):
      guard rounds[index].segments.indices.contains(segment), let minutes = Self.minutes(text)
      else { return false }
      rounds[index].segments[segment].minutes = minutes
    }
    return true
  }
}

extension Session {
  /// A field's value as text, empty when it has none; nil for a field that cannot be edited so.
  public func value(of field: String) -> String? {
    switch field {
    case "title": title.plain
    case "date": date ?? ""
    case "planned": planned ?? ""
    case "start": start
    case "place": place ?? ""
    case "bring": bring?.plain ?? ""
    case "next": next ?? ""
    default: nil
    }
  }

  /// Gives a field a value; false, and nothing is changed, when it cannot have it.
  @discardableResult
  public mutating func set(_ field: String, to text: String) -> Bool {
    switch field {
    case "title":
      guard !text.isEmpty else { return false }
      title = Localized(text)
    case "date":
      // What it was meant to be is known for good once the day is moved.
      // A slip that names no day was never a date, and whoever takes a move back has moved nothing.
      if planned == nil, let date, Day(date) != nil, !text.isEmpty, text != date { planned = date }
      if planned == text { planned = nil }
      date = text.isEmpty ? nil : text
    case "planned": planned = text.isEmpty ? nil : text
    case "start":
      guard ClockTime(text) != nil else { return false }
      start = text
    case "place": place = text.isEmpty ? nil : text
    case "bring": bring = Localized(optional: text)
    case "next":
      guard text.isEmpty || Day(String(text.prefix(10))) != nil else { return false }
      next = text.isEmpty ? nil : text
    default: return false
    }
    return true
  }
}

extension Plan {
  /// A field's value as text; nil for a field that cannot be edited so.
  public func value(of field: String) -> String? {
    switch field {
    case "tables": String(tables)
    case "title": title.plain
    case "language": language
    case "lead": lead ?? ""
    case "commissioner": commissioner ?? ""
    case "reach": reach ?? ""
    case "goal": goal?.plain ?? ""
    default: (programme ?? Programme()).value(of: field)
    }
  }

  /// Gives a field a value; false, and nothing is changed, when it cannot have it.
  @discardableResult
  public mutating func set(_ field: String, to text: String) -> Bool {
    switch field {
    case "tables":
      guard let count = Int(text), (1...Self.mostTables).contains(count) else { return false }
      tables = count
    case "title":
      guard !text.isEmpty else { return false }
      title = Localized(text)
    case "language":
      guard (2...8).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isLowercase }) else {
        return false
      }
      language = text
    case "lead": lead = text.isEmpty ? nil : text
    case "commissioner": commissioner = text.isEmpty ? nil : text
    case "reach": reach = text.isEmpty ? nil : text
    case "goal": goal = Localized(optional: text)
    default:
      var changed = programme ?? Programme()
      guard changed.set(field, to: text) else { return false }
      programme = programme == nil && changed == Programme() ? nil : changed
    }
    return true
  }
}

extension Board {
  /// A field's value as text, empty when it has none; nil for a field that cannot be edited so.
  public func value(of field: String) -> String? {
    switch field {
    case "title": title.plain
    case "question": question?.plain ?? ""
    case "sheet": sheet ?? ""
    case "columns": columns.rawValue
    default: nil
    }
  }

  /// Gives a field a value; false, and nothing is changed, when it cannot have it.
  @discardableResult
  public mutating func set(_ field: String, to text: String) -> Bool {
    switch field {
    case "title":
      guard !text.isEmpty else { return false }
      title = Localized(text)
    case "question": question = Localized(optional: text)
    case "sheet": sheet = text.isEmpty ? nil : text
    case "columns":
      guard let value = Columns(rawValue: text) else { return false }
      columns = value
    default: return false
    }
    return true
  }
}

extension Localized {
  /// The text as the plan's file has it: workshops hold each text in one language.
  var plain: String { text(in: "") }

  fileprivate init?(optional text: String) {
    if text.isEmpty { return nil }
    self.init(text)
  }
}
