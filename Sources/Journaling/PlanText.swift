import FoundationEssentials
package import WorkshopCore

/// A plan as the text of `workshop.json`, and back.
package enum PlanText {
  /// The plan in a shape that people like to edit: only what is not as usual, keys in the order in which
  /// one reads them, small lists and objects on one line. Nil only when the plan cannot be encoded.
  ///
  /// - Parameter old: the file's text as it stands; what people wrote there under keys that the program does
  ///   not know goes along with whatever they wrote it on.
  static func bytes(of plan: Plan, over old: [UInt8] = []) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(plan), let text = try? JSONText([UInt8](data)) else {
      return nil
    }
    let shape = PlanShape.Value.object(.plan)
    let plain = text.root.tidied(as: shape)
    let root =
      (try? JSONText(old)).map { plain.keepingOtherKeys(of: $0.root, as: shape) }
      ?? plain
    return Array((JSONPrinter.text(of: root) + "\n").utf8)
  }

  /// Reads a plan; whatever is wrong is told with its place. `isNewer`: a later version wrote it.
  package static func plan(from bytes: [UInt8]) throws(JournalError) -> (plan: Plan, isNewer: Bool)
  {
    guard bytes.count <= Limit.plan.most else { throw .limit(.plan) }
    let text = JSONText(lenient: bytes)
    let version = version(of: text)
    let problem =
      version > Plan.version
      ? text.slips.first : PlanReader.problems(in: text, words: nil).first
    if let problem { throw .planRefused(problem) }
    do {
      let plan = try JSONDecoder().decode(Plan.self, from: Data(text.body))
      return (plan, version > Plan.version)
    } catch {
      if version > Plan.version { throw .newerVersion(version) }
      throw .planRefused(text.problem(error as? DecodingError))
    }
  }

  /// Tells why a plan would be refused. One of a later version is not asked to make sense here.
  static func check(_ bytes: [UInt8]) throws(PlanProblem) {
    if case .planRefused(let problem) = refusal(of: bytes) { throw problem }
  }

  /// Why a plan cannot be used; nil when it can.
  static func refusal(of bytes: [UInt8]) -> JournalError? {
    do throws(JournalError) {
      _ = try plan(from: bytes)
      return nil
    } catch {
      return error
    }
  }

  /// Everything that is wrong with a plan, what weighs most first; nothing of one of a later version.
  ///
  /// - Parameter words: the names that it may use although they do not stand in it.
  static func problems(in bytes: [UInt8], words: PlanWords?) -> [PlanProblem] {
    guard bytes.count <= Limit.plan.most else { return [] }
    let text = JSONText(lenient: bytes)
    guard version(of: text) <= Plan.version else { return [] }
    let problems = PlanReader.problems(in: text, words: words)
    if problems.contains(where: { $0.weight == .refused }) { return problems }
    // What only the decoder finds.
    do throws(PlanProblem) { try check(bytes) } catch { return [error] + problems }
    return problems
  }

  private static func version(of text: JSONText) -> Int {
    text.root["v"]?.number.flatMap { Int($0) } ?? 0
  }
}
