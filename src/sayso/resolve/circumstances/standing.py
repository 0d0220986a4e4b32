"""Says how the name of a place stands to a count, as evidence for and against the count holding there.

Stands alone because it only describes; what each piece of evidence is worth was learnt from marked counts of real
reports (`training/places.py`) and stands in `weights.toml`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import ADNOMINAL_CLAUSES
from sayso.read.iso import DAY
from sayso.resolve.circumstances.evidence import Elsewhere, Here
from sayso.resolve.circumstances.places import clause_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.model import Date, Figure
    from sayso.resolve.circumstances.mentions import Mention, Named, Names
    from sayso.resolve.circumstances.places import Place
    from sayso.stages import Parsed

STEPS = 8
LED = 3
"""How many words lead from a count to the place right behind it ("in the town of")."""
LEAD = 2
"""The first sentences, which tell what a report is of."""
MOST = 3
DIGITS = 6
BELOW, SAME, NEXT, FAR, BARRED, NAMED, TELLER = range(7)
"""How a name stands to a figure of its sentence: below its noun, in its clause, in the clause next to it, farther off;
a place that cannot be the figure's, a name that is no place, the name of who speaks."""


class Standing:
    """How the names of a report stand to its counts."""

    def __init__(self, parsed: Parsed, figures: Sequence[Figure], dates: Iterable[Date], names: Names) -> None:
        self.parsed = parsed
        self.names = names
        self.nouns = {noun: figure for figure in figures if (noun := noun_of(parsed, figure)) is not None}
        self.numbers = sorted({tokens[0] for figure in figures if len(tokens := parsed.tokens_in(figure.span))})
        self.days = _days(parsed, dates)
        self.sentences: dict[int, _Sentence] = {}
        self.told = Counter(key for _, key in names.scenes)
        self.few = 1 / (1 + math.log(max(1, len(names.known))))
        self.most = max((len(named.mentions) for named in names.known.values()), default=0)
        self.by_sentence: defaultdict[int, list[str]] = defaultdict(list)
        for key, named in names.known.items():
            for sentence in dict.fromkeys(mention.sentence for mention in named.mentions):
                self.by_sentence[sentence].append(key)

    def names_in(self, sentence: int) -> list[str]:
        """The names that a sentence has, by their plain form."""
        return self.by_sentence.get(sentence, [])

    def possible_here(self, figure: Figure, noun: int) -> list[str]:
        """The names in a figure's sentence at which it may be counted: not where its people came from, or words did."""
        sentence = self.parsed.sentence[noun]
        found: list[str] = []
        if _is_bare(figure) and (right := [key for key in self.names_in(sentence) if self._is_right(noun, key)]):
            return right  # "killed 21 in Tarn, 36 in Orlo"
        for key in self.names_in(sentence):
            named = self.names.known[key]
            own = [mention for mention in named.mentions if mention.sentence == sentence]
            barred = all(self._stand(figure, noun, mention) == BARRED for mention in own)
            if not barred and not (_is_never(named) and all(one.behind for one in own)):
                found.append(key)
        return found

    def possible_elsewhere(self, sentence: int) -> list[str]:
        """The names that a sentence may go on from; none where it tells of somewhere else or of another time."""
        told = self._sentence(sentence)
        if told.elsewhere:
            return []
        own = set(self.names_in(sentence))
        return [
            key
            for key, named in self.names.known.items()
            if key not in own and (named.country or not (told.wide or self._other_day(sentence, named)))
        ]

    def here(self, figure: Figure, noun: int, key: str) -> Here:
        """The evidence of a name that stands in the sentence of a figure, whose noun is the token `noun`."""
        parsed, sentence = self.parsed, self.parsed.sentence[noun]
        named, told = self.names.known[key], self._sentence(sentence)
        own = [mention for mention in named.mentions if mention.sentence == sentence]
        how, _, at = min((self._stand(figure, noun, one), abs(one.first - noun), n) for n, one in enumerate(own))
        best = own[at]
        numbers = parsed.tokens_in(figure.span)
        low, high = sorted((best.first, noun))
        between = sum(low < number < high and number not in numbers for number in self.numbers)
        others = [one for one in self.names_in(sentence) if one != key]
        apart = abs(best.first - noun)
        befell = befalls(figure)
        return Here(
            below=how == BELOW,
            same=how == SAME,
            next=how == NEXT,
            far=how == FAR,
            teller=how == TELLER,
            other=not befell,
            below_other=how == BELOW and not befell,
            same_other=how == SAME and not befell,
            nearest=all(apart <= self._nearest(one, sentence, noun) for one in others),
            alone=not others,
            apart=math.log1p(apart),
            after=best.first > noun,
            between=min(between, MOST),
            rivals=any(self._placed(one, sentence) for one in others),
            event=best.place is not None and best.place.event,
            aside=all(one.aside for one in own),
            country_near=named.country and how <= SAME,
            country_far=named.country and how > SAME,
            wide_country=told.wide and named.country,
            wide_narrow=told.wide and not named.country,
            since_country=told.since and named.country,
            since_narrow=told.since and not named.country,
            elsewhere=told.elsewhere,
            size_country=size_of(figure) * named.country,
            size_narrow=size_of(figure) * (not named.country),
            person=figure.unit == "person",
            site=named.site,
            state=named.state,
            few=self.few,
            first=self._is_first(key),
            share=self._share(key),
            times=math.log1p(len(named.mentions)),
            never=_is_never(named),
            lead=any(one.sentence < LEAD for one in named.mentions),
            dateline=named.dateline,
            personal=named.personal,
            body=named.body,
            subject=_part(one.subject for one in named.mentions),
            unmarked=_part(not one.marked for one in named.mentions),
        )

    def elsewhere(self, figure: Figure, sentence: int, key: str) -> Elsewhere:
        """The evidence of a name that the sentence of a figure lacks."""
        named, told = self.names.known[key], self._sentence(sentence)
        other, person = not befalls(figure), figure.unit == "person"
        before = [sentence - one.sentence for one in named.mentions if one.sentence < sentence]
        after = [one.sentence - sentence for one in named.mentions if one.sentence > sentence]
        scene_before = _near(sentence - one.sentence for one in named.mentions if one.scene and one.sentence < sentence)
        scene_after = _near(one.sentence - sentence for one in named.mentions if one.scene and one.sentence > sentence)
        here = self.names_in(sentence)
        at = bisect_left(self.names.scenes, (sentence, ""))
        last = at > 0 and self.names.scenes[at - 1][1] == key
        first, share = self._is_first(key), self._share(key)
        lead = any(one.sentence < LEAD for one in named.mentions)
        return Elsewhere(
            scene_before=scene_before,
            scene_before_other=scene_before * other,
            named_before=_near(before),
            scene_after=scene_after,
            named_after=_near(after),
            both_sides=bool(before) and bool(after),
            last=last,
            last_other=last and other,
            other=other,
            names_here=bool(here),
            scenes_here=min(sum(self._placed(one, sentence) for one in here), MOST),
            countries_here=bool(here) and all(self.names.known[one].country for one in here),
            wide_country=told.wide and named.country,
            since_country=told.since and named.country,
            since_narrow=told.since and not named.country,
            size_country=size_of(figure) * named.country,
            size_narrow=size_of(figure) * (not named.country),
            called_wide=told.called_wide and named.country,
            called_narrow=told.called_narrow and not named.country,
            person=person,
            person_other=person and other,
            one=figure.value == 1 and not person,
            country=named.country,
            only_country=named.country and self.names.countries == 1,
            site=named.site,
            state=named.state,
            few=self.few,
            first=first,
            first_other=first and other,
            share=share,
            share_other=share * other,
            all=share == 1,
            most=len(named.mentions) == self.most,
            times=math.log1p(len(named.mentions)),
            never=_is_never(named),
            tellers=bool(named.mentions) and all(one.teller for one in named.mentions),
            lead=lead,
            lead_few=lead * self.few,
            dateline=named.dateline,
            personal=named.personal,
            body=named.body,
            subject=_part(one.subject for one in named.mentions),
            unmarked=_part(not one.marked for one in named.mentions),
        )

    def _other_day(self, sentence: int, named: Named) -> bool:
        """Whether a sentence is of another day, month or year than the report and the nearest mention of the name."""
        published = self.parsed.cleaned.report.published or ""
        own = {day for day in self.days.get(sentence, ()) if not published.startswith(day)}
        if not named.mentions:  # of a dateline alone
            return any(len(day) < DAY for day in own)
        if not own:
            return False
        nearest = min(named.mentions, key=lambda one: abs(one.sentence - sentence)).sentence
        other = self.days.get(nearest, frozenset())
        met = any(a.startswith(b) or b.startswith(a) for a in own for b in other)
        return not met and (bool(other) or any(len(day) < DAY for day in own))

    def _is_first(self, key: str) -> bool:
        return bool(self.names.scenes) and self.names.scenes[0][1] == key

    def _share(self, key: str) -> float:
        """The share of what happens in the report that is told to happen there."""
        return self.told[key] / len(self.names.scenes) if self.names.scenes else 0.0

    def _nearest(self, key: str, sentence: int, noun: int) -> int:
        return min(abs(one.first - noun) for one in self.names.known[key].mentions if one.sentence == sentence)

    def _placed(self, key: str, sentence: int) -> bool:
        """Whether something is told to be or happen there in the sentence."""
        return any(one.place is not None for one in self.names.known[key].mentions if one.sentence == sentence)

    def _sentence(self, sentence: int) -> _Sentence:
        if sentence not in self.sentences:
            self.sentences[sentence] = self._told_by(sentence)
        return self.sentences[sentence]

    def _told_by(self, sentence: int) -> _Sentence:
        low = [self.parsed.lower[token] for token in self.parsed.sentence_tokens(sentence)]
        somewhere = any(
            one in ("in", "to") and two == "the" and three in words("circumstances", "places", "points")
            for one, two, three in zip(low, low[1:], low[2:], strict=False)
        )
        called = {two for one, two in pairwise(low) if one == "the"}
        own = frozenset(low)
        return _Sentence(
            wide=not own.isdisjoint(words("circumstances", "events", "long")),
            since="since" in own,
            elsewhere=somewhere or not own.isdisjoint(words("circumstances", "places", "elsewhere")),
            called_wide=not called.isdisjoint(words("circumstances", "places", "wide")),
            called_narrow=not called.isdisjoint(
                words("circumstances", "places", "kinds") | words("circumstances", "places", "narrow")
            ),
        )

    def _stand(self, figure: Figure, noun: int, mention: Mention) -> int:
        """How a name stands to the figure."""
        place = mention.place
        if place is None:
            return TELLER if mention.teller else NAMED
        parsed = self.parsed
        own = parsed.tokens_in(figure.span)
        leaving = figure.counted in words("circumstances", "events", "leaving")
        if place.origin and not leaving:
            return BARRED
        if self._follows(own[-1] if own else noun, noun, place):
            return BELOW
        owner = self._owner(place)
        if owner is not None:
            other = self.nouns[owner]
            listed = _is_bare(other) and self._follows(owner, owner, place)
            return BELOW if owner == noun else BARRED if listed or other.part_of == figure.id else FAR
        return min(SAME + self._apart(clause_of(parsed, noun), place.clause), FAR)

    def _follows(self, last: int, noun: int, place: Place) -> bool:
        """Whether the place stands right behind the count: "killed 21 in Tarn, 36 in North Orlo and seven in Miren"."""
        after = max(last, noun) + 1
        here = place.first - after
        leads = after < len(self.parsed) and self.parsed.lower[after] in words("circumstances", "places", "plain")
        return leads and 0 < here <= LED and not any(self.parsed.tags[t] == "," for t in range(after, place.first))

    def _is_right(self, number: int, key: str) -> bool:
        """Whether a place stands right behind a number."""
        places = (mention.place for mention in self.names.known[key].mentions)
        return any(place is not None and self._follows(number, number, place) for place in places)

    def _owner(self, place: Place) -> int | None:
        """The counted noun above the place, before any verb that is not told of that noun alone."""
        at = place.head
        for _ in range(STEPS):
            if at in self.nouns:
                return at
            above = int(self.parsed.heads[at])
            if above == at or (self.parsed.tags[at][:2] == "VB" and self.parsed.deps[at] not in ADNOMINAL_CLAUSES):
                return None
            at = above
        return None

    def _apart(self, one: int, two: int) -> int:
        """How many clauses lie between two verbs, where one is above the other; many where neither is."""
        for low, high in ((one, two), (two, one)):
            at = low
            for step in range(STEPS):
                if at == high:
                    return step
                above = int(self.parsed.heads[at])
                if above == at:
                    break
                at = clause_of(self.parsed, above)
        return STEPS


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What a sentence says of how far it goes: of wars and years, since when, elsewhere, "the country", "the city"."""

    wide: bool
    since: bool
    elsewhere: bool
    called_wide: bool
    called_narrow: bool


def noun_of(parsed: Parsed, figure: Figure) -> int | None:
    """The noun counted, where it follows its number, else the number's last word."""
    noun = figure.noun.span if figure.noun is not None and figure.noun.span.start >= figure.span.start else None
    tokens = parsed.tokens_in(noun or figure.span)
    return tokens[-1] if len(tokens) else None


def _is_bare(figure: Figure) -> bool:
    """Whether a number stands without what it counts, and is all there is of its figure."""
    return figure.noun is None or figure.noun.span.start < figure.span.start


def befalls(figure: Figure) -> bool:
    """Whether what is counted happened to those counted, which has a scene of its own."""
    return figure.counted in words("circumstances", "events", "counted")


def _days(parsed: Parsed, dates: Iterable[Date]) -> dict[int, frozenset[str]]:
    """The days, months and years that each sentence names."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for date in dates:
        tokens = parsed.tokens_in(date.span)
        if len(tokens) and date.type in ("DATE", "TIME") and date.value[:1].isdigit():
            found[parsed.sentence[tokens[0]]].add(date.value[:DAY])
    return {sentence: frozenset(days) for sentence, days in found.items()}


def size_of(figure: Figure) -> int:
    """The number of digits of what is counted, up to six; few places have a hundred thousand of anything."""
    value = figure.value if figure.value is not None else figure.low
    return 0 if value is None else min(len(str(int(abs(value)))), DIGITS)


def _is_never(named: Named) -> bool:
    """Whether it is nowhere a place where something is or befalls somebody."""
    return all(mention.place is None for mention in named.mentions)


def _near(distances: Iterable[int]) -> float:
    """1 for the next sentence, less the farther the nearest is, nothing without one."""
    return 1 / min(distances, default=math.inf)


def _part(marks: Iterable[bool]) -> float:
    """The share of those that are true."""
    told = list(marks)
    return sum(told) / len(told) if told else 0.0
