"""Reads from beside a cue when, where and to whom the words were said.

Stands alone because these three hang on the cue's clause and its source alone and need nobody resolved.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.parse.labels import HEARERS, PLACE_NAMES
from sayso.parse.stamps import stamp_of
from sayso.read.iso import DAY, ISO
from sayso.resolve.circumstances.names import printed
from sayso.resolve.circumstances.starts import is_passed
from sayso.resolve.phrases import head_of, phrase_at
from sayso.resolve.terms import noun_class

if TYPE_CHECKING:
    from sayso.model import Attribution, Date, Span
    from sayso.stages import Entity as Label
    from sayso.stages import Parsed

NOW = "PRESENT_REF"
STEPS = 8
"""How many steps up the syntax a date or a place may hang from its verb."""
NEXT = 3
"""How many tokens lie at most between a date and the cue it stands next to, where the syntax says otherwise."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When (ISO date), where and to whom (as printed) something was said."""

    said: str | None = None
    place: str | None = None
    addressee: str | None = None


class Surroundings:
    """The dates and places of a report by sentence."""

    def __init__(self, parsed: Parsed, dates: tuple[Date, ...]) -> None:
        self.parsed = parsed
        self.dates: defaultdict[int, list[tuple[range, Date]]] = defaultdict(list)
        for date in dates:
            tokens = parsed.tokens_in(date.span)
            if len(tokens):
                self.dates[parsed.sentence[tokens[0]]].append((tokens, date))
        self.places: defaultdict[int, list[Label]] = defaultdict(list)
        for entity in parsed.entities:
            if entity.label in PLACE_NAMES:
                self.places[parsed.sentence[entity.first]].append(entity)

    def of(self, row: Attribution) -> Circumstances:
        """The circumstances of one attribution; all null where it has no cue."""
        verb = self._verb(row)
        if verb is None:
            return Circumstances()
        told = self.told(row)
        said = told if told is not None and len(told) == DAY else None
        return Circumstances(said, self._place(row, verb), self._addressee(row, verb))

    def told(self, row: Attribution) -> str | None:
        """When it was told: the ISO day, month or year beside the cue, or of the document that is the source."""
        found, along = ([one.group() for one in map(ISO.match, values) if one] for values in self._times(row))
        known = found or along
        return next((day for day in known if len(day) == DAY), next(iter(known), None))

    def told_sometime(self, row: Attribution) -> bool:
        """Whether it was told at a time before that is no day, month or year ("said last week", "recently said")."""
        found, _along = self._times(row)
        return any(ISO.match(value) is None and value != NOW for value in found) and self.told(row) is None

    def _times(self, row: Attribution) -> tuple[list[str], list[str]]:
        """The values of the dates beside the cue, or of the document that is the source, and of those meanwhile."""
        verb = self._verb(row)
        if verb is None or row.cue is None:
            return [], []
        cue = [t for span in row.cue.spans for t in self.parsed.tokens_in(span)]
        main = self._main(verb, row)
        found, along = [], []
        for tokens, date in self.dates[self.parsed.sentence[verb]][:32]:
            if date.type not in {"DATE", "TIME"} or _in(date.span, row.content.spans):
                continue
            if is_passed(self.parsed, tokens):
                continue
            if row.source is not None and _in(date.span, row.source.spans):
                beside = self._issued(tokens)
            else:
                beside = self._hangs(tokens[0], tokens, verb) or self._next_to(tokens, cue)
                beside = beside or self._of_document(tokens, verb)
            post = stamp_of(self.parsed, date.span)
            if beside and post is not None and post.holds(date.span):
                along.append(date.value)  # any day that is printed says more
            elif beside:
                found.append(date.value)
            elif main is not None and self._hangs(tokens[0], tokens, main):
                along.append(date.value)
        return found, along

    def _main(self, verb: int, row: Attribution) -> int | None:
        """The verb beside which a cue tells what was said meanwhile: "spoke to reporters on Monday, | saying"."""
        main = int(self.parsed.heads[verb])
        while self.parsed.deps[main] == "ccomp" and int(self.parsed.heads[main]) < main:
            main = int(self.parsed.heads[main])  # "said that they must leave, | adding"
        meanwhile = self.parsed.tags[verb] == "VBG" and self.parsed.deps[verb] == "advcl"
        if (
            not meanwhile
            or self.parsed.tags[main][:2] != "VB"
            or _in(self.parsed.span(main, main + 1), row.content.spans)
        ):
            return None
        return main

    def _verb(self, row: Attribution) -> int | None:
        """The verb of the cue, else its head."""
        if row.cue is None or not row.cue.spans:
            return None
        cue = [t for span in row.cue.spans for t in self.parsed.tokens_in(span)]
        return next((t for t in cue if self.parsed.tags[t][:2] == "VB"), head_of(self.parsed, cue))

    def _of_document(self, tokens: range, verb: int) -> bool:
        """Whether a date is that of the document in which something was said: "wrote in a letter sent on Monday"."""
        document = self._document(tokens)
        return document is not None and self._hangs(document, range(document, document + 1), verb)

    def _issued(self, tokens: range) -> bool:
        """Whether a date is that of a document that is the source."""
        return self._document(tokens) is not None

    def _document(self, tokens: range) -> int | None:
        """The document that a date is told of: "a February report", "data released on Friday"."""
        parsed = self.parsed
        here = tokens[-1]
        for _ in range(STEPS):
            above = int(parsed.heads[here])
            if above == here:
                return None
            if above not in tokens and noun_class(parsed.lower[above]) == "document":
                return above
            plain = above in tokens or parsed.tags[above] == "IN" or parsed.deps[above] == "acl"
            if not plain:
                return None
            here = above
        return None

    def _hangs(self, token: int, own: range, verb: int) -> bool:
        """Whether the first verb above `token` is the cue's."""
        here = token
        for _ in range(STEPS):
            above = int(self.parsed.heads[here])
            if above == here:
                return here == verb
            here = above
            if here == verb:
                return True
            if self.parsed.tags[here][:2] == "VB" and here not in own:
                return False
        return False

    def _next_to(self, tokens: range, cue: list[int]) -> bool:
        """Whether the date stands right beside the cue, with no other verb or mark between."""
        for low, high in ((cue[-1], tokens[0]), (tokens[-1], cue[0])):
            between = range(low + 1, high)
            if (
                low < high
                and len(between) <= NEXT
                and all(self.parsed.tags[t][:2] not in {"VB", ",", "``", "''"} for t in between)
                and ";" not in self.parsed.words[low + 1 : high]
            ):
                return True
        return False

    def _place(self, row: Attribution, verb: int) -> str | None:
        parsed = self.parsed
        for place in self.places[parsed.sentence[verb]][:32]:
            if _in(place.span, row.content.spans) or (row.source is not None and _in(place.span, row.source.spans)):
                continue
            before = place.first - 1
            while before > 0 and parsed.lower[before] in words("pronouns", "determiners", "definite"):
                before -= 1
            if before < 0 or parsed.lower[before] not in words("relays", "places") - {"to"}:
                continue
            last = place.last
            head = head_of(parsed, range(place.first, last))
            if head is not None and self._hangs(head, range(place.first, last), verb):
                return printed(parsed, place.first, last)
        return None

    def _addressee(self, row: Attribution, verb: int) -> str | None:
        parsed = self.parsed
        if parsed.lower[verb] in words("relays", "inflected", "tell"):
            objects = [c for c in parsed.children[verb] if parsed.deps[c] in HEARERS and c > verb]
            nearest = [t for t in range(verb + 1, min(verb + 7, len(parsed))) if parsed.deps[t] in HEARERS | {"nsubj"}][
                :1
            ]
            for token in objects or nearest:
                if parsed.tags[token][:2] in {"NN", "PR", "WP"}:
                    return self._printed(row, token)
        if parsed.lower[verb] in words("relays", "inflected", "to"):
            for child in parsed.children[verb]:
                if parsed.lower[child] == "to" and parsed.deps[child] in {"prep", "dative"}:
                    found = next((c for c in parsed.children[child] if parsed.deps[c] == "pobj"), None)
                    if found is not None:
                        return self._printed(row, found)
        return None

    def _printed(self, row: Attribution, token: int) -> str | None:
        """The noun phrase at `token` as printed, null where it is content or source."""
        phrase = phrase_at(self.parsed, token)
        last = token + 1
        while (
            last < phrase.last
            and self.parsed.lower[last] not in words("function_words", "prepositions", "saying")
            and self.parsed.tags[last] != "VBG"
        ):
            last += 1
        span = self.parsed.span(phrase.first, last)
        if _meets(span, row.content.spans) or (row.source is not None and _meets(span, row.source.spans)):
            return None
        return " ".join(span.of(self.parsed.text).split()).rstrip(" ,")


def _in(span: Span, others: tuple[Span, ...]) -> bool:
    return any(other.holds(span) for other in others)


def _meets(span: Span, others: tuple[Span, ...]) -> bool:
    return any(other.meets(span) for other in others)
