import Languages
import Shell
import WorkshopCore

extension Action {
  /// The call, the traits and the fund in one form, and each programme that went before in one of its
  /// own.
  static let programme = Action(
    "edit-programme", "The programme: call, traits, fund, what went before"
  ) { scene in
    let programme = scene.workshop.plan.programme ?? Programme()
    let filled = Programme.checklist.count - programme.open.count
    let whole = Menu.Item(
      label: scene.say("The call, the five traits, the fund"),
      detail: scene.say("\(filled) of \(Programme.checklist.count)"),
      note: ProgrammeWords.open(programme, scene.language)
    ) { form(.programme, $0) }
    let earlier = programme.earlier.map { one in
      Menu.Item(
        label: one.name.isEmpty ? one.id : scene.say(one.name), detail: one.years ?? ""
      ) { form(.earlier(one.id), $0) }
    }
    let more = Menu.Item(label: scene.say("One more earlier programme")) { scene in
      form(.earlier(String(scene.now.milliseconds, radix: 36)), scene)
    }
    return .open(Menu(title: "The programme", items: [whole] + earlier + [more]), scene)
  }

  private static func form(_ part: PlanSubject.Part, _ scene: Scene) -> Outcome {
    Form(PlanSubject(part: part), scene).map { .open($0, scene) } ?? .nothing
  }
}
