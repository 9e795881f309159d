"""Random votes: rules, ballots and hands, drawn anew from a method and a seed."""

import dataclasses
import random

METHODS = (
    "dots",
    "single",
    "approval",
    "ranking",
    "topFive",
    "points",
    "quadratic",
    "criteria",
    "judgment",
    "consent",
    "impact",
)
#: methods whose marks are keyed by a criterion or an axis, and an option
GRIDS = ("criteria", "impact")
#: methods that are sums of marks, so that stickers and hands add to them
SUMS = ("dots", "single", "approval", "points", "quadratic", "consent")


@dataclasses.dataclass
class Election:
    method: str
    seed: int
    options: list
    dots: int = 1
    cap: int = 1
    winners: int = 1
    settings: dict = dataclasses.field(default_factory=dict)
    #: what is counted: each voter's last ballot, marks by option or by `criterion:option`
    ballots: list = dataclasses.field(default_factory=list)
    #: what must not be counted, as (voter's number, marks): replaced by the voter, refused, too late
    replaced: list = dataclasses.field(default_factory=list)
    refused: list = dataclasses.field(default_factory=list)
    late: list = dataclasses.field(default_factory=list)
    #: hands that were raised: by option, or by `grade:option`
    totals: dict = dataclasses.field(default_factory=dict)
    hands: int = 0

    @property
    def parts(self):
        """The criteria or axes, with their weights."""
        if self.method == "impact":
            return {"impact": 1, "effort": 1}
        return {one["id"]: one["weight"] for one in self.settings.get("criteria", [])}

    @property
    def grades(self):
        return self.settings.get("grades", 6)

    @property
    def words(self):
        """The election in a few lines, to be counted again by hand."""
        rules = f"{len(self.options)} options, dots {self.dots}, cap {self.cap}, winners {self.winners}"
        lines = [f"{self.method}: {rules}, {self.settings}"] + [f"  {marks}" for marks in self.ballots]
        return "\n".join(lines + ([f"  hands of {self.hands}: {self.totals}"] if self.hands else []))


def make(method, seed, voters=40, options=12):
    """The election of a method and a seed: the same every time."""
    draw = random.Random(f"{method} {seed}")
    # Small votes are as frequent as large ones: they have more ties, and are read more easily.
    voters = draw.randint(1, draw.choice([min(5, voters), voters]))
    names = [f"O{number + 1}" for number in range(draw.randint(2, draw.choice([min(5, options), options])))]
    election = Election(method, seed, names)
    rules(election, draw)
    # Some vote for what many like, so that a first place is not always a matter of luck.
    liked = draw.sample(names, draw.randint(1, len(names)))
    for _ in range(voters):
        election.ballots.append({} if draw.random() < 0.1 else ballot(election, draw, liked))
    if draw.random() < 0.4:
        mirror(election, draw)
    if method == "points" and len(names) > 2 and draw.random() < 0.2:
        thirds(election, draw)
    draw.shuffle(election.ballots)
    if draw.random() < 0.3:
        voter = draw.randrange(len(election.ballots))
        election.replaced.append((voter, ballot(election, draw, names)))
    if draw.random() < 0.2:
        election.refused.append((900, {"nobody": 1}))
    if draw.random() < 0.2:
        election.late.append((901, ballot(election, draw, names)))
    if draw.random() < 0.25:
        raiseHands(election, draw)
    return election


def rules(election, draw):
    """What a voter may do, and how many options come above the cut."""
    count = len(election.options)
    election.winners = draw.choice([1, 2, 3, draw.randint(1, count), draw.randint(0, count + 1)])
    match election.method:
        case "dots":
            election.dots = draw.randint(1, 8)
            election.cap = draw.randint(1, election.dots)
        case "approval":
            election.dots = draw.choice([count, count, draw.randint(1, count)])
        case "ranking":
            election.dots = count
        case "topFive":
            election.dots = min(5, count)
        case "points":
            election.dots = election.cap = draw.choice([5, 10, 20, 100, 384])
            if draw.random() < 0.5:
                election.settings["spendsAll"] = True
        case "quadratic":
            election.dots = draw.choice([1, 3, 4, 9, 16, 25, 36])
            election.cap = min(election.dots, draw.randint(1, 6))
        case "criteria":
            weights = [draw.choice([0, 1, 2, 5, 10, 25, 25, 25]) for _ in range(draw.randint(1, 5))]
            weights[draw.randrange(len(weights))] = draw.randint(1, 40)
            election.settings["criteria"] = [
                {"id": f"c{number}", "name": {"en": f"Part {number}"}, "weight": weight}
                for number, weight in enumerate(weights)
            ]
            steps(election, draw)
        case "judgment":
            election.settings["grades"] = draw.choice([6, 6, 7, draw.randint(2, 10)])
        case "impact":
            steps(election, draw)


def steps(election, draw):
    election.settings["steps"] = draw.choice([2, 3, 5, 5, 10])
    election.settings["lowest"] = draw.randint(0, 1)


def ballot(election, draw, liked):
    """What one voter marks; often not all that could be marked."""
    names = election.options
    order = draw.sample(liked, len(liked))
    order += draw.sample([name for name in names if name not in liked], len(names) - len(liked))
    some = order[: draw.randint(1, len(order))]
    match election.method:
        case "dots" | "points":
            return shared(election, draw, some)
        case "single":
            return {order[0]: 1}
        case "approval":
            return {name: 1 for name in some[: election.dots]}
        case "ranking" | "topFive":
            return {name: place + 1 for place, name in enumerate(some[: election.dots])}
        case "quadratic":
            marks, left = {}, election.dots
            for name in some:
                votes = draw.randint(0, min(election.cap, int(left**0.5)))
                left -= votes * votes
                if votes:
                    marks[name] = votes
            return marks
        case "criteria" | "impact":
            lowest, highest = election.settings["lowest"], election.settings["steps"]
            return {f"{p}:{o}": draw.randint(lowest, highest) for o in some for p in election.parts}
        case "judgment":
            return {name: draw.randrange(election.grades) for name in some}
        case "consent":
            return {name: 1 for name in some if draw.random() < 0.3}


def shared(election, draw, some):
    """Dots or points on some options; to the last one where the rules ask for it."""
    marks, left = {}, election.dots
    for name in some:
        amount = draw.randint(0, min(election.cap, left))
        left -= amount
        if amount:
            marks[name] = amount
    if election.settings.get("spendsAll") and left:
        marks[some[0]] = marks.get(some[0], 0) + left
    return marks


def mirror(election, draw):
    """Makes ties: for each ballot another in which two options have changed places."""
    a, b = draw.sample(election.options, 2)
    changed = {a: b, b: a}

    def swap(key):
        part, colon, option = key.rpartition(":")
        return part + colon + changed.get(option, option)

    half = election.ballots[: max(1, len(election.ballots) // 2)]
    election.ballots = half + [{swap(key): mark for key, mark in marks.items()} for marks in half]


def thirds(election, draw):
    """As large a share of a ballot for one option as three thirds of it, of other ballots, for another."""
    a, b, rest = draw.sample(election.options, 3)
    third = draw.randint(1, election.dots // 4)
    election.ballots = [{a: 3 * third, rest: election.dots - 3 * third}]
    election.ballots += [{b: third, rest: election.dots - third} for _ in range(3)]


def raiseHands(election, draw):
    """A show of hands beside the ballots, where the method takes one."""
    election.hands = draw.randint(1, 15)
    if election.method in SUMS:
        election.totals = {name: draw.randint(0, election.hands) for name in election.options}
        if election.method == "single":
            election.hands = max(1, sum(election.totals.values()))
    elif election.method == "judgment":
        for name in election.options:
            for _ in range(draw.randint(0, election.hands)):
                key = f"{draw.randrange(election.grades)}:{name}"
                election.totals[key] = election.totals.get(key, 0) + 1
    if not election.totals:
        election.hands = 0
