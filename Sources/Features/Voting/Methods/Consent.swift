import Languages
package import Shell
import WorkshopCore

extension VoteMethod {
  package static let consent = VoteMethod(
    .consent, "Consent", purpose: "the last one or two: who objects, and why?",
    rule: { _ in "If you object, say why" },
    ballot: { _, _ in "Can you live with each? If not, Space, and say why" },
    counting: { _, _ in
      "1 is an objection, with its reason. What has no objection is agreed."
    })
}
