"""Compares what atelier's exports say of elections with what was counted from the same ballots."""

import collections

import counters
import workshop
from elections import GRIDS

#: how far a score may be from its text: rounded to one digit in lists and bars, to two in the annex
ROUNDED = {"json": 1e-9, "csv": 0.05 + 1e-9, "bars": 0.05 + 1e-9, "annex": 0.005 + 1e-9}


class Report:
    def __init__(self, method):
        self.method = method
        self.elections = 0
        #: how many values were compared, in all and with whose
        self.compared = 0
        self.by = collections.Counter()
        #: (election, what differs)
        self.differences = []
        #: what --break altered, and how often nobody noticed
        self.broken = []
        self.unnoticed = 0


def compare(program, folder, batch, report, breaks):
    """Holds the elections in a workshop and compares each; `breaks`: a random source, to alter a number."""
    workshop.write(folder, batch)
    exports = workshop.Exports(program, folder)
    altered = breaks.randrange(len(batch)) if breaks else None
    for number, election in enumerate(batch):
        told, count = Told(exports, number, election), counters.Count(election)
        if number == altered:
            # What differs by itself is no sign that the alteration was noticed.
            before = Report(report.method)
            Comparison(before, election, count, told).all()
            report.broken.append(f"--seed {election.seed}: " + told.alter(breaks))
            after = Report(report.method)
            Comparison(after, election, count, told).all()
            report.unnoticed += before.differences == after.differences
        report.elections += 1
        Comparison(report, election, count, told).all()


class Told:
    """What each export says of one election."""

    def __init__(self, exports, number, election):
        poll, status = exports.json[number], exports.status[number]
        self.json = workshop.readJSON(poll)
        self.status = workshop.readJSON(status)
        self.csv = workshop.readCSV(exports, number, election)
        self.markdown = workshop.readMarkdown(exports, number, election, poll.get("grades", []))

    def alter(self, random):
        """Makes one number another; says which."""
        tables = [
            (name, key, table)
            for name, told in vars(self).items()
            for key, table in told.items()
            if key != "rules" and table != {}
        ]
        tables += [("markdown", rule, ranks) for rule, ranks in self.markdown["rules"].items()]
        name, key, table = random.choice(tables)
        if isinstance(table, dict):
            option = random.choice(list(table))
            old = table[option]
            new = not old if isinstance(old, bool) else (old or 0) + 1
            table[option] = new
            return f"{name}, {key} of {option}: {old} → {new}"
        getattr(self, name)[key] = table + 1
        return f"{name}, {key}: {table} → {table + 1}"


class Comparison:
    def __init__(self, report, election, count, told):
        self.report, self.election, self.count, self.told = report, election, count, told

    def same(self, what, told, counted, who, within=0):
        """Compares one value."""
        self.report.compared += 1
        self.report.by[who] += 1
        if within and None not in (told, counted) and not isinstance(told, str):
            holds = abs(float(told) - float(counted)) <= within
        else:
            holds = told == counted
        if not holds:
            text = f"{what}: atelier says {told!r}, {who} counts {counted!r}"
            self.report.differences.append((self.election, text))

    def all(self):
        told, count = self.told, self.count
        scores = {
            "json": told.json["score"],
            "status": told.status["score"],
            "csv": told.csv["score"],
            "bars": told.markdown["bars"],
            "annex": told.markdown["score"],
        }
        for place, table in scores.items():
            for who, counted in count.scores.items():
                for option in self.election.options:
                    within = ROUNDED.get(place, 1e-9)
                    self.same(f"{place}, score of {option}", table.get(option), counted[option], who, within)
        for place in ("json", "status", "csv"):
            for who, counted in count.ranks.items():
                for option in self.election.options:
                    self.same(
                        f"{place}, rank of {option}",
                        getattr(told, place)["rank"].get(option),
                        counted[option],
                        who,
                    )
        self.cut()
        self.rules()
        self.ballots()

    def cut(self):
        for who, (clear, tied) in self.count.cuts.items():
            for place in ("json", "status", "csv", "markdown"):
                chosen = getattr(self.told, place)["chosen"]
                for option in self.election.options:
                    self.same(f"{place}, {option} is chosen", chosen.get(option), option in clear, who)
            self.same("markdown, tied at the cut", self.told.markdown["tied"], len(tied), who)

    def rules(self):
        """The table of other rules: there where there are any, the own one first, each as it is counted."""
        election, rules = self.election, self.told.markdown["rules"]
        isOne = election.method in ("single", "consent")
        isOne |= election.method in ("dots", "points", "quadratic", "approval") and election.dots == 1
        self.same("markdown, other rules are told", bool(rules), not isOne, "plain")
        if not rules:
            return
        self.same("markdown, the first rule", next(iter(rules)), counters.OWN[election.method], "plain")
        for rule, ranks in rules.items():
            known = self.count.rules.get(rule)
            if not known:
                self.same(f"markdown, the rule “{rule}”", "told", "not known here", "plain")
                continue
            winner = self.count.condorcet
            if rule == "two by two" and winner:
                first = [option for option, rank in ranks.items() if rank == 1]
                self.same("markdown, who wins against each other option", first, [winner], "pref_voting")
            for who, counted in known.items():
                for option in election.options:
                    self.same(f"markdown, {rule}, rank of {option}", ranks.get(option), counted[option], who)

    def ballots(self):
        """Voters, abstentions, and the ballots themselves, in whatever order."""
        told, count, election = self.told, self.count, self.election
        for place in ("json", "status", "csv", "markdown"):
            self.same(f"{place}, voters", getattr(told, place)["voters"], count.voters, "plain")
        for place in ("json", "status"):
            self.same(f"{place}, abstained", getattr(told, place)["abstained"], count.abstained, "plain")
        isMark = election.method in GRIDS or election.method == "judgment"
        cast = collections.Counter(
            tuple(sorted((key, mark) for key, mark in marks.items() if mark > 0 or isMark))
            for marks in election.ballots
        )
        for place in ("json", "status", "csv"):
            self.same(f"{place}, ballots", getattr(told, place)["ballots"], cast, "plain")
            for key in sorted(election.totals):
                total = getattr(told, place)["totals"].get(key, 0)
                self.same(f"{place}, hands for {key}", total, election.totals[key], "plain")
