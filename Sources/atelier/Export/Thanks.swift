import Languages
import Projects
import Shell
import Terminal
import WorkshopCore
import WorkshopQueries

extension Mail {
  /// What came of people's day and what happens next, for all who took part.
  static func thanks(_ scene: Scene) -> String {
    let title = scene.say(scene.workshop.plan.title)
    let days = scene.workshop.holdings.map { scene.language.day($0.day, from: nil) }
    let subject = scene.language.labelled(
      scene.say("Subject"), scene.language.labelled(scene.say("Thank you"), title))
    var lines = [subject, "", scene.say("Hello,"), ""]
    lines.append(scene.say("You took part in: \(title)"))
    if !days.isEmpty { lines.append(days.joined(separator: " · ")) }
    lines.append(scene.say("Thank you for your time and your ideas."))
    lines += section("What came of it", CourseText.outcome(scene), scene)
    lines += section("What was not kept, and why", CourseText.notKept(scene), scene)
    lines += section("What happens next", CourseText.next(scene), scene)
    if let said = CourseText.evaluation(scene) {
      lines += ["", scene.language.labelled(scene.say("Was it worth the time?"), said)]
    }
    if let lead = scene.workshop.plan.lead, !lead.isEmpty { lines += ["", lead] }
    return text(lines)
  }

  private static func section(_ title: Phrase, _ items: [String], _ scene: Scene) -> [String] {
    items.isEmpty
      ? []
      : ["", scene.language.labelled(scene.say(title), "").trimmedEnd] + items.map { "- " + $0 }
  }
}

/// A summary for the press: about 150 words of facts, without anybody's name.
enum PressText {
  static func render(_ scene: Scene) -> String {
    let title = scene.say(scene.workshop.plan.title)
    let days = scene.workshop.holdings.map { scene.language.day($0.day, from: nil) }
    let parts = [
      days.joined(separator: " · "), CourseText.purpose(scene),
      sentence("What came of it", CourseText.outcome(scene), scene),
      sentence("Not kept", CourseText.notKept(scene, isBrief: true), scene),
      sentence("What happens next", CourseText.reviews(scene), scene),
      CourseText.fund(scene),
    ]
    return ([title] + parts.filter { !$0.isEmpty }).map { Text.sanitised($0) }.joined(
      separator: "\n\n") + "\n"
  }

  private static func sentence(_ label: Phrase, _ items: [String], _ scene: Scene) -> String {
    items.isEmpty
      ? "" : scene.language.labelled(scene.say(label), scene.language.clauses(items)) + "."
  }
}
