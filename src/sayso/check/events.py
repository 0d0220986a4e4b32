"""What a report says happened at each of its dates: the verb or noun that a date hangs on, and who and what it names.

Stands alone because rules on order and on two dates of one event need the same reading of the syntax around dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.check.moments import Moment, moment
from sayso.lexicon import table
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model import Date, Span
    from sayso.stages import Parsed

FARTHEST = 12  # heads between a date and what it dates
_CORE = {"nsubj", "nsubjpass", "dobj", "attr", "oprd"}
_CLAUSES = {"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "csubj"}
_WITHIN_NOUN = {"compound", "amod", "nmod", "poss"}


@dataclass(frozen=True, slots=True)
class Event:
    """A dated clause or noun.

    `predicates`: lemmas that say what happened (of a light verb: its nouns). `core`: lemmas of subject and object with
    their modifiers, or of the noun that the date hangs on. `others`: lemmas of the other nouns of the clause. `verb`
    and `subject`: tokens, -1 where there is none. `helpers`: its auxiliaries, negations and adverbs. `preposition`:
    what stands between date and verb. `clause`: the words of its own clause, in lower case. `picks`: the date stands
    before a noun and so tells it from others ("the Saturday meeting"). `acts`: the predicates and the verb, alone and
    with each noun and adverb of the clause ("come force", "see last"). `pronoun`: the subject is one.
    """

    when: Moment
    predicates: frozenset[str]
    core: frozenset[str]
    others: frozenset[str]
    verb: int
    subject: int
    helpers: frozenset[str]
    preposition: str
    sentence: int
    clause: frozenset[str]
    picks: bool
    acts: frozenset[str]
    pronoun: bool

    @property
    def span(self) -> Span:
        """The characters of its date."""
        return self.when.row.span

    @property
    def words(self) -> frozenset[str]:
        """All nouns that it names."""
        return self.core | self.others


def dated_events(rows: Iterable[Date], parsed: Parsed | None) -> tuple[Event, ...]:
    """The events of the dates, in text order; none where there is no parse."""
    return () if parsed is None else tuple(_events(rows, parsed))


def _events(rows: Iterable[Date], parsed: Parsed) -> Iterator[Event]:
    for row in rows:
        when = moment(row)
        tokens = parsed.tokens_in(row.span)
        if when is None or not tokens:
            continue
        noun, verb, preposition = _anchor(parsed, tokens)
        if verb < 0 and noun < 0:
            continue
        yield _event(parsed, when, noun, verb, preposition, tokens)


def _anchor(parsed: Parsed, tokens: range) -> tuple[int, int, str]:
    """The noun and the verb that a row hangs on (-1 for none), and the preposition before it."""
    at = next((t for t in tokens if int(parsed.heads[t]) not in tokens or int(parsed.heads[t]) == t), tokens[0])
    noun, preposition = -1, ""
    for _ in range(FARTHEST):
        head = int(parsed.heads[at])
        if head == at:
            break
        at = head
        tag = parsed.tags[at]
        if at in tokens:
            continue
        if tag == "IN" and not preposition and noun < 0:
            preposition = parsed.lower[at]
        elif tag.startswith("VB"):
            return noun, at, preposition
        elif tag.startswith("NN") and noun < 0:
            noun = at
    return noun, -1, preposition


def _event(parsed: Parsed, when: Moment, noun: int, verb: int, preposition: str, tokens: range) -> Event:
    lexicon = table("checks")["events"]
    core: set[str] = set()
    others: set[str] = set()
    subject = -1
    predicates: set[str] = set()
    helpers: set[str] = set()
    words: set[str] = set()
    acts: set[str] = set()
    if noun >= 0:
        predicates.add(_noun(parsed, noun))
        core |= _phrase(parsed, noun, tokens)
        words |= {parsed.lower[child] for child in parsed.children[noun]}
    if verb >= 0:
        name = lemma(parsed.words[verb], "verb")
        subject = _subject(parsed, verb)
        arguments = [subject] if subject >= 0 else []
        for child in parsed.children[verb]:
            dep = parsed.deps[child]
            if dep in _CORE and child != subject and child not in tokens:
                arguments.append(child)
            elif dep == "prt":
                predicates.add(f"{name} {parsed.lower[child]}")
            elif dep in ("aux", "auxpass", "neg", "advmod"):
                helpers.add(parsed.lower[child])
        for token in arguments:
            core |= _phrase(parsed, token, tokens)
        clause = [token for token in _clause(parsed, verb) if token not in tokens]
        others = {_noun(parsed, token) for token in clause if parsed.tags[token].startswith("NN")}
        words |= {parsed.lower[token] for token in clause} | {f"{parsed.lower[int(parsed.heads[verb])]}>"}
        acts |= {name} | {f"{name} {word}" for word in others | helpers | core}
        if name in lexicon["light"]:
            predicates |= {_noun(parsed, token) for token in arguments}
            predicates |= {two for token in arguments for two in _compounds(parsed, token)}
        elif noun < 0 or preposition:
            predicates.add(name)
    return Event(
        when=when,
        predicates=frozenset(predicates),
        core=frozenset(core),
        others=frozenset(others - core),
        verb=verb,
        subject=subject,
        helpers=frozenset(helpers),
        preposition=preposition,
        sentence=parsed.sentence[tokens[0]],
        clause=frozenset(words | core),
        picks=not preposition and tokens[-1] < noun,
        acts=frozenset(acts | predicates),
        pronoun=subject >= 0 and parsed.tags[subject] == "PRP",
    )


def _subject(parsed: Parsed, verb: int) -> int:
    """The subject of a verb: its own, the noun that it describes, or that of the verb that it is joined to."""
    if parsed.tags[verb] == "VBG" and verb and parsed.tags[verb - 1].startswith("NN"):
        return verb - 1  # "footage showing the fire breaking out"
    at = verb
    for _ in range(FARTHEST):
        found = next((c for c in parsed.children[at] if parsed.deps[c] in ("nsubj", "nsubjpass")), -1)
        dep, head = parsed.deps[at], int(parsed.heads[at])
        if found >= 0 and parsed.tags[found] not in ("WDT", "WP"):
            return found
        if dep in ("relcl", "acl"):
            return head
        if dep not in ("conj", "xcomp", "advcl") or head == at:
            return found
        at = head
    return -1


def _phrase(parsed: Parsed, noun: int, tokens: range) -> set[str]:
    """The lemmas of a noun, of what modifies it, and of nouns that it is "of" or "on"."""
    if not parsed.tags[noun].startswith("NN"):
        return set()
    found = {_noun(parsed, noun)}
    for child in parsed.children[noun]:
        if child in tokens:
            continue
        if parsed.deps[child] in _WITHIN_NOUN and parsed.tags[child][:2] in ("NN", "JJ"):
            found.add(_noun(parsed, child))
        elif parsed.deps[child] == "prep":
            for deep in parsed.children[child]:
                if deep not in tokens and parsed.tags[deep].startswith("NN"):
                    found.add(_noun(parsed, deep))
                    found |= {_noun(parsed, c) for c in parsed.children[deep] if parsed.deps[c] == "compound"}
    return found


def _compounds(parsed: Parsed, noun: int) -> Iterator[str]:
    for child in parsed.children[noun]:
        if parsed.deps[child] in ("compound", "amod"):
            yield f"{parsed.lower[child]} {_noun(parsed, noun)}"


def _clause(parsed: Parsed, verb: int) -> Iterator[int]:
    """The tokens below a verb that stand in no clause of their own."""
    waiting = [verb]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(
            child
            for child in parsed.children[token]
            if not (parsed.deps[child] in _CLAUSES and parsed.tags[child][:2] in ("VB", "MD"))
        )


def _noun(parsed: Parsed, token: int) -> str:
    return lemma(parsed.words[token], "noun")
