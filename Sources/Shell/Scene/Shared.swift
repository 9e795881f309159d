/// A large value in one place, however many hold it: what holds it is copied for a reference.
package final class Shared<Value: Sendable>: Sendable {
  package let value: Value

  package init(_ value: Value) { self.value = value }
}
