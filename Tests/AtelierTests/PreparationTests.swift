import Assets
import Languages
import Shell
import Testing
import WorkshopCore

@testable import atelier

/// What is written out of a plan before the day: what to have ready, and the agenda for participants.
@Suite struct PreparationTests {
  private func scene(_ template: String, _ code: String) throws -> Scene {
    var plan = try #require(Content.builtIn.template(template)).resolved(in: code)
    plan.people = [
      Person(id: "ana", name: "Ana Keller", role: "expert"), Person(id: "bo", name: "Bo Lind"),
    ]
    return Scene(
      workshop: History(plan: plan, entries: [], catalogue: .all).workshop, content: .builtIn,
      features: .all, role: .facilitator,
      language: try #require(Language.find(code, in: .builtIn)), focus: Focus(),
      now: Moment(milliseconds: 0), me: "Ana")
  }

  private func text(
    _ format: ExportFormat, _ scene: Scene, hasNames: Bool = true
  ) throws -> String {
    let bytes = try Exporting(format, of: scene, session: nil, isPublic: false, hasNames: hasNames)
      .file()
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// A text as it is compared: without the escapes of Markdown.
  private func plain(_ text: String) -> String { text.filter { $0 != "\\" && $0 != "\u{A0}" } }

  @Test(arguments: Content.builtIn.templates, ["en", "fr", "hu"])
  func `all material of a plan is on the list, each with its hour`(id: String, code: String) throws
  {
    let scene = try scene(id, code)
    let list = plain(try text(.material, scene))
    #expect(!list.contains("{"), "\(list)")
    for session in scene.workshop.plan.sessions {
      for (activity, start) in zip(session.activities, session.timetable.starts)
      where !activity.isDropped {
        let material = plain(scene.say(activity.material))
        #expect(list.contains(material) || material.isEmpty, "\(material)")
        #expect(list.contains(ClockTime(minutes: start).description))
        if let game = activity.warmUp.flatMap({ id in
          scene.content.warmUps.first { $0.id == id }
        }) {
          #expect(list.contains(plain(scene.say(game.material))) || game.material == nil)
        }
        if activity.poll != nil { #expect(list.contains(plain(scene.say(activity.title)))) }
      }
    }
    for kind in ["To print", "To set up", "Who does what when"] as [Phrase] {
      #expect(list.contains("### " + plain(scene.say(kind))))
    }
  }

  @Test(arguments: Content.builtIn.templates, ["en", "fr", "hu"])
  func `the participants' agenda has every item and no script`(id: String, code: String) throws {
    let scene = try scene(id, code)
    let agenda = plain(try text(.agenda, scene))
    #expect(!agenda.contains("{"), "\(agenda)")
    for activity in scene.workshop.plan.sessions.flatMap(\.activities) where !activity.isDropped {
      let isSpare = scene.kind(of: activity).traits.contains(.rest) && activity.minimum == 0
      #expect(agenda.contains(plain(scene.say(activity.title))) || isSpare)
      let script = plain(scene.say(activity.script))
      #expect(script.isEmpty || !agenda.contains(script))
    }
  }

  @Test func `who speaks and who is an expert stands there, and no name where none is wanted`()
    throws
  {
    var scene = try scene("half-day", "en")
    var plan = scene.workshop.plan
    plan.sessions[0].activities[0].lead = "Ana Keller"
    plan.sessions[0].activities.append(
      Activity(
        id: "talk", title: "Talks", kind: "talk", minutes: 20,
        rounds: [Round(title: "Facts", who: "Bo Lind"), Round(title: "Figures")]))
    scene.workshop = History(plan: plan, entries: [], catalogue: .all).workshop
    let list = try text(.material, scene).replacing(#/ +/#, with: " ")
    #expect(list.contains("| Ana Keller") && list.contains("| · Facts | Bo Lind"))
    #expect(list.contains("| · Figures | nobody yet"))
    #expect(try text(.agenda, scene).contains("Facts – Bo Lind; Figures"))
    for format in [ExportFormat.material, .agenda] {
      let text = try text(format, scene, hasNames: false)
      #expect(!text.contains("Keller") && !text.contains("Lind"))
    }
  }
}
