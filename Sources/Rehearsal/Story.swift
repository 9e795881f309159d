import FoundationEssentials
import Languages
package import WorkshopCore

/// The demo's story: what happened in an invented programme, in three languages, as entries.
///
/// In `Assets/demo/story.json` an object of `en`, `fr` and `hu` is a text; a text that begins with `@`
/// is the id of the entry with that `ref`; an empty `cut` means every ballot so far.
package struct Story {
  /// One text resolved, the entries in the order they happened.
  package let entries: [Entry]

  /// What was wrong with the file, and where.
  struct StoryError: Error {
    let entry: Int
  }

  /// - Parameter offset: seconds east of Greenwich where the demo is opened; the story's clock times
  ///   are meant as local ones, so that its agenda reads the same everywhere.
  package init(_ text: String, language: String, offset: Int) throws {
    let file = try JSONDecoder().decode(File.self, from: Data(text.utf8))
    var ids: [String: String] = [:]
    var sequences: [String: Int] = [:]
    var clock = HybridClock()
    let zone = Self.zone(offset)
    entries = try file.entries.enumerated().map { index, item in
      guard let at = Moment.milliseconds(of: item.at.prefix(19) + "Z") else {
        throw StoryError(entry: index)
      }
      let milliseconds = at - Int64(offset) * 1000
      let writer = Self.writer(item.by)
      sequences[writer, default: 0] += 1
      let id = EntryID(writer: writer, sequence: sequences[writer] ?? 1)
      if let ref = item.ref { ids["@" + ref] = id.description }
      var event = item.e.resolved(language: language, ids: ids)
      event.fillCut(sequences)
      let data = try JSONEncoder().encode(event)
      return Entry(
        id: id, stamp: clock.tick(now: milliseconds), at: item.at.prefix(19) + zone,
        by: item.by, event: try JSONDecoder().decode(Event.self, from: data))
    }
  }

  /// Seconds east of Greenwich as a written time ends: `+01:00`.
  private static func zone(_ offset: Int) -> String {
    (offset < 0 ? "-" : "+") + ClockTime(minutes: abs(offset) / 60).description
  }

  /// Twelve plain characters from a name, the same each time.
  private static func writer(_ name: String) -> String {
    let plain = Fold.plain(name).filter { $0.isASCII && $0.isLetter }
    return String((plain + "demodemodemo").prefix(12))
  }

  private struct File: Decodable { let entries: [Item] }

  private struct Item: Decodable {
    let ref: String?
    let at: String
    let by: String
    let e: JSONValue
  }
}

/// Any JSON, for texts and references that stand at any depth.
private enum JSONValue: Codable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Int.self) {
      self = .int(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// Texts in one language, references as ids.
  func resolved(language: String, ids: [String: String]) -> JSONValue {
    switch self {
    case .string(let text): return .string(ids[text] ?? text)
    case .array(let values): return .array(values.map { $0.resolved(language: language, ids: ids) })
    case .object(let object):
      if object["en"] != nil, object.keys.allSatisfy({ $0.count == 2 }),
        let text = object[language] ?? object["en"]
      {
        return text
      }
      let pairs = object.map { key, value in
        (ids[key] ?? key, value.resolved(language: language, ids: ids))
      }
      return .object(Dictionary(pairs) { $1 })
    default: return self
    }
  }

  /// Puts the last sequence of every writer where a closing poll's cut is empty.
  mutating func fillCut(_ sequences: [String: Int]) {
    guard case .object(var object) = self, case .object(var payload) = object["pollClosed"] else {
      return
    }
    payload["cut"] = .object(sequences.mapValues(JSONValue.int))
    object["pollClosed"] = .object(payload)
    self = .object(object)
  }
}
