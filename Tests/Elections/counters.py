"""What published counters, none of them ours, make of the same ballots.

Each value has the name of who counted it. "plain" is a few lines of Python here, where no package has the
rule. Where a package means something else by a blank or an unranked option than atelier's documentation
does (Polls/Method.swift, Polls/Recount.swift), the ballots are converted, and the comment says how.
"""

import collections
import fractions

import votelib.component.rankscore
import votelib.convert
import votelib.evaluate.cardinal
import votelib.evaluate.condorcet
import votelib.evaluate.core
from abcvoting import abcrules, preferences
from pref_voting.grade_profiles import GradeProfile

from conversions import graded, judged, ranked, scored, weigh
from elections import GRIDS

OWN = {
    "dots": "every dot",
    "single": "favourites alone",
    "approval": "approval",
    "ranking": "order (Borda)",
    "topFive": "5-4-3-2-1",
    "points": "every point",
    "quadratic": "every vote",
    "criteria": "weighted means",
    "judgment": "medians",
    "consent": "objections",
    "impact": "impact less effort",
}
#: the score of an option that nobody scored is none; it stands beneath every other
NONE = -1e9


class Count:
    """One election, counted by everybody who can."""

    def __init__(self, election):
        self.election = election
        self.options = election.options
        #: scores by who counted them; None where nobody scored an option
        self.scores = {}
        #: ranks under the method's own rule, by who counted them
        self.ranks = {}
        #: by rule, then by who counted: ranks
        self.rules = collections.defaultdict(dict)
        #: who wins against each other option, where somebody does
        self.condorcet = None
        match election.method:
            case "dots" | "points" | "quadratic" | "single" | "approval" | "consent":
                self._sums()
            case "ranking" | "topFive":
                self._places()
            case "criteria" | "impact":
                self._grids()
            case "judgment":
                self._grades()
        for who, scores in self.scores.items():
            # Equal medians have a rule of their own.
            if election.method != "judgment" and who not in self.ranks:
                self.ranks[who] = self._ranked(scores)
        self.voters = len(election.ballots) + election.hands
        self.abstained = sum(not any(marks.values()) for marks in election.ballots)
        if election.method in GRIDS or election.method == "judgment":
            self.abstained = sum(not marks for marks in election.ballots)
        elif election.method == "consent":
            self.abstained = 0
        self._cut()

    # MARK: The own rules

    def _sums(self):
        """Sums of marks, hands included; then what other rules make of the ballots alone."""
        election, ballots = self.election, self.election.ballots
        # A blank ballot is one that scores nothing: votelib knows an option only from a ballot, so that one
        # of no voters names them all.
        votes = scored(ballots, self.options)
        sums = votelib.convert.ScoreToSimpleVotes("sum").convert(votes)
        added = {o: election.totals.get(o, 0) for o in self.options}
        self.scores["votelib"] = {o: sums.get(o, 0) + added[o] for o in self.options}
        profile = graded(ballots, self.options)
        # pref_voting gives no sum to an option without a mark: it is 0 here.
        self.scores["pref_voting"] = {o: (profile.sum(o) or 0) + added[o] for o in self.options}
        if election.method == "consent":
            low = {o: -score for o, score in self.scores["votelib"].items()}
            self.ranks["votelib"] = self._ranked(low)
            self.ranks["pref_voting"] = self._ranked({o: -s for o, s in self.scores["pref_voting"].items()})
            return
        # Other rules read ballots alone, and so does the own rule beside them.
        self._rule(OWN[election.method], "votelib", {o: sums.get(o, 0) for o in self.options})
        self._rule(OWN[election.method], "pref_voting", {o: profile.sum(o) or 0 for o in self.options})
        self._approvals(ballots, 1, "approval")
        self._shares(ballots)
        if election.method not in ("single", "approval"):
            self._orders(ballots)
        if election.method == "quadratic":
            self._rule(
                "credits spent",
                "plain",
                {o: sum(marks.get(o, 0) ** 2 for marks in ballots) for o in self.options},
            )

    def _places(self):
        """Places: points by place, and what is not ranked gets nothing."""
        ballots, count = self.election.ballots, len(self.options)
        # Numbers for options: votelib takes a name, which has a length, for several that share a place.
        votes = collections.Counter(
            tuple(self.options.index(o) for o in sorted(marks, key=marks.get)) for marks in ballots
        )
        votes[tuple(range(count))] += 0  # a ballot of no voters names every option

        def named(points):
            return {o: points.get(number, 0) for number, o in enumerate(self.options)}

        scorers = {
            "order (Borda)": votelib.component.rankscore.Borda(base=0),
            "5-4-3-2-1": votelib.component.rankscore.FixedTop(5),
        }
        for rule, scorer in scorers.items():
            points = named(votelib.convert.RankedToPositionalVotes(scorer).convert(votes))
            self._rule(rule, "votelib", points)
            if rule == OWN[self.election.method]:
                self.scores["votelib"] = points
        first = votelib.convert.RankedToFirstPreference().convert(votes)
        self._rule("favourites alone", "votelib", named(first))
        places = min(5, count) if self.election.method == "topFive" else count
        upper = votelib.convert.RankedToFirstNPreferences(max(1, places // 2)).convert(votes)
        self._rule("the upper half", "votelib", named(votelib.convert.ApprovalToSimpleVotes().convert(upper)))
        wins = votelib.evaluate.condorcet.pairwise_wins(
            votelib.convert.RankedToCondorcetVotes(unranked_at_bottom=True).convert(votes)
        )
        # Copeland's wins less losses are atelier's wins and half the draws, doubled and shifted.
        self._rule("two by two", "votelib", named(votelib.evaluate.condorcet.Copeland.scores(wins)))
        profile = ranked(ballots, self.options)
        self._rule("favourites alone", "pref_voting", profile.plurality_scores_ignoring_overvotes())
        self._rule("two by two", "pref_voting", profile.copeland_scores())
        self.condorcet = profile.condorcet_winner()
        if all(len(marks) == count for marks in ballots):
            # Only of full ballots: pref_voting shares points among options that are not ranked.
            symmetric = profile.borda_scores()
            shift = len(ballots) * (count - 1)
            self._rule("order (Borda)", "pref_voting", symmetric)
            if self.election.method == "ranking":
                self.scores["pref_voting"] = {o: (symmetric[o] + shift) / 2 for o in self.options}

    def _grids(self):
        """Means over the ballots that scored an option, weighted by hand: no package weighs criteria."""
        election, ballots = self.election, self.election.ballots
        parts = election.parts
        columns = {
            part: [
                {o: marks[f"{part}:{o}"] for o in self.options if f"{part}:{o}" in marks} for marks in ballots
            ]
            for part in parts
        }
        profiles = {part: graded(column, self.options) for part, column in columns.items()}
        exact = {
            part: votelib.convert.ScoreToSimpleVotes("mean").convert(scored(column))
            for part, column in columns.items()
        }
        means = {
            "pref_voting": {
                part: {o: profile.avg(o) for o in self.options} for part, profile in profiles.items()
            },
            "votelib": {part: {o: exact[part].get(o) for o in self.options} for part in parts},
        }
        for who, table in means.items():
            if election.method == "impact":
                self.scores[who] = weigh(table, {"impact": 1, "effort": -1}, self.options, 1)
                self._rule("impact less effort", who, self.scores[who])
                self._rule("impact alone", who, weigh(table, {"impact": 1}, self.options))
                self._rule("effort alone", who, weigh(table, {"effort": -1}, self.options))
                continue
            self.scores[who] = weigh(table, parts, self.options)
            self._rule("weighted means", who, self.scores[who])
            self._rule("equal weights", who, weigh(table, dict.fromkeys(parts, 1), self.options))
            for one in election.settings["criteria"]:
                others = {part: weight for part, weight in parts.items() if part != one["id"]}
                if sum(others.values()):
                    self._rule(f"without {one['name']['en']}", who, weigh(table, others, self.options))
        # Two by two: each ballot's own weighted sum; what it leaves out it compares with nothing.
        signs = {"impact": 1, "effort": -1} if election.method == "impact" else parts
        levels = [
            {
                o: sum(weight * marks[f"{part}:{o}"] for part, weight in signs.items())
                for o in self.options
                if f"{next(iter(parts))}:{o}" in marks
            }
            for marks in ballots
        ]
        profile = ranked([{o: -level for o, level in marks.items()} for marks in levels], self.options, False)
        known = {o for marks in levels for o in marks}
        pairs = {o: score if o in known else None for o, score in profile.copeland_scores().items()}
        self._rule("two by two", "pref_voting", pairs)
        self.condorcet = profile.condorcet_winner()
        if election.method == "criteria":
            medians = {
                part: {o: profile.median(o, use_lower=False, use_average=True) for o in self.options}
                for part, profile in profiles.items()
            }
            self._rule("medians", "pref_voting", weigh(medians, parts, self.options))

    def _grades(self):
        """The lower median, then Balinski and Laraki's tie rule, two options at a time."""
        election = self.election
        # Whoever grades nothing abstains; who grades others gives an option without a grade the lowest:
        # such grades are written out, since packages leave them out.
        whole = [{o: marks.get(o, 0) for o in self.options} for marks in election.ballots if marks]
        raised = {o: [] for o in self.options}
        for key, count in election.totals.items():
            grade, option = key.split(":")
            raised[option] += [int(grade)] * count
        hands = [
            {o: raised[o][hand] if hand < len(raised[o]) else 0 for o in self.options}
            for hand in range(election.hands)
        ]
        every = whole + hands
        profile = graded(every, self.options)
        self.scores["pref_voting"] = {o: profile.median(o) for o in self.options}
        low = votelib.convert.ScoreToSimpleVotes("median_low")
        self.scores["votelib"] = low.convert(scored(every))
        # Not pref_voting's majority_judgement: it looks at the first median's two sides alone.
        self.ranks["votelib"] = judged(every, self.options)
        self._rule("medians", "votelib", None, judged(whole, self.options))
        ballots, good = election.ballots, election.grades // 2 + election.grades % 2
        mean = votelib.convert.ScoreToSimpleVotes("mean").convert(scored(whole))
        self._rule("means", "votelib", mean)
        profile = graded(whole, self.options)
        self._rule("means", "pref_voting", {o: profile.avg(o) for o in self.options})
        self._approvals(ballots, good, "good or better")
        self._approvals(ballots, max(1, good - 1), "fair or better")
        self._orders([{o: mark for o, mark in marks.items() if mark > 0} for marks in ballots], False)

    # MARK: Other rules

    def _approvals(self, ballots, threshold, rule):
        ticks = votelib.convert.ScoreToApprovalVotesThreshold(threshold).convert(scored(ballots))
        self._rule(rule, "votelib", votelib.convert.ApprovalToSimpleVotes().convert(ticks))
        profile = GradeProfile(
            [{o: int(marks.get(o, 0) >= threshold) for o in self.options} for marks in ballots],
            [0, 1],
            candidates=self.options,
        )
        self._rule(rule, "pref_voting", profile.approval_scores())

    def _shares(self, ballots):
        """Each ballot weighs one; told in millionths, as Recount.swift says."""
        rule = "one vote each, shared out"
        shares = dict.fromkeys(self.options, fractions.Fraction(0))
        for marks in ballots:
            for option, mark in marks.items():
                shares[option] += fractions.Fraction(mark, sum(marks.values()))
        self._rule(rule, "plain", {o: round(share * 1_000_000) for o, share in shares.items()})
        if self.election.method == "approval":
            ticks = collections.Counter(frozenset(marks) for marks in ballots if marks)
            self._rule(rule, "votelib", votelib.convert.ApprovalToSimpleVotes(split=True).convert(ticks))

    def _orders(self, ballots, hasBorda=True):
        """Ballots with amounts as orders with ties; what is not marked stands beneath all that is."""
        profile = ranked([{o: -mark for o, mark in marks.items()} for marks in ballots], self.options)
        self._rule("two by two", "pref_voting", profile.copeland_scores())
        self.condorcet = profile.condorcet_winner()
        if hasBorda:
            # Options below less options above: atelier's shared points, doubled and shifted.
            self._rule("order (Borda)", "pref_voting", profile.borda_scores())
        # A blank ballot has no favourite; pref_voting would look for one.
        some = [{o: -mark for o, mark in marks.items()} for marks in ballots if marks]
        scores = ranked(some, self.options).tops_scores(score_type="split") if some else {}
        self._rule("favourites alone", "pref_voting", scores)

    def _rule(self, name, who, scores, ranks=None):
        self.rules[name][who] = ranks or self._ranked({o: scores.get(o, 0) for o in self.options})

    def _ranked(self, scores):
        """Places by score, the best first; those that are equal share one.

        Packages that count in floating point are read to nine digits: no two scores of so few voters lie
        closer.
        """
        plain = {o: NONE if score is None else round(float(score), 9) for o, score in scores.items()}
        return {o: 1 + sum(other > score for other in plain.values()) for o, score in plain.items()}

    # MARK: The cut

    def _cut(self):
        """What is above the cut, and what is tied across it, by who counted."""
        election, options = self.election, self.options
        ranks, scores = (next(iter(table.values())) for table in (self.ranks, self.scores))
        #: by who counted: what is clearly above, and what is tied
        self.cuts = {}
        if election.method == "consent":
            # Nothing competes: whatever nobody objects to is agreed.
            self.cuts["plain"] = ({o for o in options if scores[o] == 0}, set())
            return
        # What got nothing, or the lowest grade, or no score at all, is never above: atelier's own rule.
        backed = {o for o in options if scores[o] is not None and (election.method in GRIDS or scores[o] > 0)}
        seats = election.winners
        best = (
            votelib.evaluate.core.get_n_best({o: -rank for o, rank in ranks.items()}, seats) if seats else []
        )
        tied = {o for one in best if isinstance(one, votelib.evaluate.core.Tie) for o in one}
        clear = {one for one in best if not isinstance(one, votelib.evaluate.core.Tie)}
        self.cuts["votelib"] = (clear & backed, tied if tied <= backed else set())
        if election.method == "approval" and not election.hands and 0 < seats < len(options):
            self.cuts["abcvoting"] = self._committees(backed)
        # Greedy and equal shares, once atelier has them: abcvoting's "seqpav" and "equal-shares" go here, all
        # committees of a rule against what is chosen and tied, as in _committees.

    def _committees(self, backed):
        """All committees of approval voting: clear is who sits in each, tied who sits in some."""
        profile = preferences.Profile(len(self.options))
        numbers = {o: number for number, o in enumerate(self.options)}
        # abcvoting takes no profile without voters; a blank ballot is a voter who approves of nobody.
        profile.add_voters([{numbers[o] for o in marks} for marks in self.election.ballots])
        every = [
            {self.options[number] for number in committee}
            for committee in abcrules.compute_av(profile, self.election.winners, resolute=False)
        ]
        clear, some = set.intersection(*every), set.union(*every)
        tied = some - clear
        return clear & backed, tied if tied <= backed else set()
