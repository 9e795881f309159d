/// What an activity is for: scan what we need to know, focus on what we could do, act on what we will.
///
/// After the Scan, Focus, Act model of MG Taylor. A tag, not a step: phases repeat, in any order.
public enum Phase: String, Codable, CaseIterable, Sendable {
  case scan, focus, act
}
