"""Ballots in the shapes that the packages take, and what is put together from their answers."""

import collections

import votelib.evaluate.cardinal
import votelib.evaluate.core
from pref_voting.grade_profiles import GradeProfile
from pref_voting.profiles_with_ties import ProfileWithTies


def scored(ballots, names=()):
    """Ballots as votelib's score votes; a ballot of no voters has a 0 for each of `names`."""
    votes = collections.Counter(frozenset(marks.items()) for marks in ballots)
    if names:
        votes[frozenset((name, 0) for name in names)] += 0
    return votes


def graded(ballots, options):
    grades = sorted({mark for marks in ballots for mark in marks.values()} | {0})
    return GradeProfile(ballots, grades, candidates=options)


def ranked(ballots, options, leftOutIsLast=True):
    """Ballots of places as pref_voting's orders with ties."""
    profile = ProfileWithTies(ballots, candidates=options)
    if leftOutIsLast:
        profile.use_extended_strict_preference()
    return profile


def weigh(table, weights, options, whole=None):
    """Weighted sums of what `table` says by part and option; None where it says nothing."""
    whole = whole or abs(sum(weights.values()))
    first = table[next(iter(weights))]
    return {
        o: None if first[o] is None else sum(weight * table[p][o] for p, weight in weights.items()) / whole
        for o in options
    }


def judged(ballots, options):
    """Ranks by votelib's majority judgment, which elects and does not rank: every two options meet.

    Not of all at once: where three are tied, votelib 0.4 goes on taking grades from one that is beaten already,
    which can then come back before the others.
    """
    rule = votelib.evaluate.cardinal.MajorityJudgment()
    better = collections.Counter()
    for index, a in enumerate(options):
        for b in options[index + 1 :]:
            try:
                (winner,) = rule.evaluate(scored([{o: marks[o] for o in (a, b)} for marks in ballots]), 1)
            except votelib.evaluate.core.VotingSystemError:
                continue  # the same grades, so that neither is before the other
            better[b if winner == a else a] += 1
    return {o: 1 + better[o] for o in options}
