/// Where a text stands in a width that is larger than it.
public enum Alignment: Sendable { case left, centre, right }
