// On macOS these parts of Foundation are no module by themselves.
@_exported public import Foundation
