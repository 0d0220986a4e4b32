"""What a report says happened at a date, or for a length: the verb or noun that it hangs on, and who and what it names.

Stands alone because all rules on time need the same reading of the syntax around a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from sayso.lexicon import table, words
from sayso.parse import lemma
from sayso.parse.labels import (
    ADNOMINAL_CLAUSES,
    ATTRIBUTIVES,
    AUXILIARIES,
    NOMINAL_CLASSES,
    OBJECTS_AND_PREDICATES,
    PREMODIFIERS,
    RELATIVE_PRONOUNS,
    SUBJECT_SHARING,
    SUBJECTS,
    SUBORDINATE_CLAUSES,
    VERBAL,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.check.moments import Moment
    from sayso.model import Span
    from sayso.stages import Parsed

FARTHEST = 12  # heads between a row and its verb
_CORE = SUBJECTS | OBJECTS_AND_PREDICATES | {"oprd", "agent"}
_CLAUSES = SUBORDINATE_CLAUSES | {"ccomp", "conj", "parataxis", "csubj"}
_HELPERS = AUXILIARIES | {"neg", "advmod", "acomp"}
_ANCHORS, _OF_LENGTHS = words("clauses", "prepositions", "anchors"), words("clauses", "prepositions", "of_lengths")
_NEGATIONS = words("function_words", "negations", "words")


@dataclass(frozen=True, slots=True)
class Event:
    """A clause or noun that a date or a length hangs on; `when` is null for a length.

    `acts`: what happens: lemmas of the verb, alone and with each noun, particle and adverb of the clause ("come force",
    "see last"), and of the noun that the row hangs on. `predicates`: of these, the ones that by themselves say what
    happens (of a light verb: its nouns). `core`: lemmas of subject and object with their modifiers, or of the noun that
    the row hangs on. `others`: lemmas of the other nouns of the clause. `names`: those of all these
    that are names. `verb`, `noun` and `subject`: tokens, -1 where there is none. `helpers`: auxiliaries, negations and
    adverbs. `preposition`: what stands between row and verb. `clause`: the words of its own clause, in lower case.
    `picks`: the row stands before a noun and so tells it from others ("the Saturday meeting"). `kinds`: of the noun of
    an event that is the subject, else of what happens. `phrase`: what a length is "of" or "in", or stands before.
    """

    span: Span
    when: Moment | None
    acts: frozenset[str]
    predicates: frozenset[str]
    core: frozenset[str]
    others: frozenset[str]
    names: frozenset[str]
    verb: int
    noun: int
    subject: int
    helpers: frozenset[str]
    preposition: str
    sentence: int
    clause: frozenset[str]
    picks: bool
    pronoun: bool
    kinds: frozenset[str]
    phrase: frozenset[str]

    @property
    def at(self) -> Moment:
        """When it happened, of an event that has a date."""
        if self.when is None:
            message = "a length has no date"
            raise ValueError(message)
        return self.when

    @property
    def words(self) -> frozenset[str]:
        """All nouns that it names."""
        return self.core | self.others

    @property
    def denied(self) -> bool:
        """Whether it is said not to have happened."""
        return not self.helpers.isdisjoint(_NEGATIONS)

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns among what happens."""
        return self.predicates & (self.core | self.others)


def occurrences(parsed: Parsed, span: Span, when: Moment) -> Iterator[Event]:
    """The event of a date, and the one that its "when" tells of: "he was in Leeds on 19 January, when X died"."""
    tokens = parsed.tokens_in(span)
    main = occurrence(parsed, span, when)
    if main is not None:
        yield main
    for verb in _then(parsed, tokens) if tokens else ():
        yield _event(parsed, span, when, -1, verb, "", tokens, set())


def kinds(words: Iterable[str]) -> frozenset[str]:
    """The kinds of event that the words name."""
    return frozenset(kind for word in words for kind in _kinds().get(word, ()))


def kind_words(names: Iterable[str]) -> frozenset[str]:
    """All words for events of those kinds."""
    return frozenset(word for name in names for word in table("events")["kinds"][name])


def kinds_of(parsed: Parsed, token: int) -> frozenset[str]:
    """The kinds of event that one noun or verb names."""
    kind: Literal["verb", "noun"] = "verb" if parsed.tags[token].startswith("VB") else "noun"
    return kinds((lemma(parsed.words[token], kind),))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, named in table("events")["kinds"].items():
        for word in named:
            found[word] = (*found.get(word, ()), kind)
    return found


def occurrence(parsed: Parsed, span: Span, when: Moment | None) -> Event | None:
    """The event of a date or length at `span`; null where a date hangs on nothing."""
    tokens = parsed.tokens_in(span)
    if not tokens:
        return None
    top = next((t for t in tokens if int(parsed.heads[t]) not in tokens or int(parsed.heads[t]) == t), tokens[0])
    noun, verb, preposition = _anchor(parsed, tokens, top)
    if when is not None and verb < 0 and noun < 0:
        verb = _below(parsed, tokens)
    elif when is not None and noun >= 0 and verb >= 0 and kinds_of(parsed, noun) and _head(parsed, noun) in _ANCHORS:
        verb = -1
    elif when is not None and noun < 0 and preposition and (named := _named(parsed, tokens, verb)) >= 0:
        noun, verb = named, -1
    if verb < 0 and noun < 0 and when is not None:
        return None
    own = _told_of(parsed, top) if when is None else set()
    if when is None and verb < 0 and noun < 0:
        last = parsed.sentence_tokens(parsed.sentence[top]).stop
        own = {
            token for token in range(tokens.stop, min(last, tokens.stop + FARTHEST)) if parsed.tags[token][:2] == "NN"
        }
    return _event(parsed, span, when, noun, verb, preposition, tokens, own)


def _told_of(parsed: Parsed, length: int) -> set[int]:
    """What a length is "of" or "in": "14 months in detention", "the third week of the strike"."""
    links = [child for child in parsed.children[length] if parsed.lower[child] in _OF_LENGTHS]
    return {deep for link in links for deep in parsed.children[link] if parsed.tags[deep].startswith("NN")}


def _anchor(parsed: Parsed, tokens: range, at: int) -> tuple[int, int, str]:
    """The noun and the verb that a row hangs on (-1 for none), and the preposition before it."""
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
        elif tag.startswith("VB") and parsed.deps[at] != "pobj":
            return noun, at, preposition
        elif tag[:2] in ("NN", "VB") and noun < 0:
            noun = at
    return noun, -1, preposition


def _then(parsed: Parsed, tokens: range) -> Iterator[int]:
    """The verb of a clause that says what happened at the time: "on 19 January, when Mr Odell was murdered"."""
    at = tokens.stop + (tokens.stop < len(parsed) and parsed.lower[tokens.stop] == ",")
    if at < len(parsed) and parsed.lower[at] == "when" and parsed.tags[int(parsed.heads[at])].startswith("VB"):
        yield int(parsed.heads[at])


def _below(parsed: Parsed, tokens: range) -> int:
    """The verb of the sentence that a date stands over, alone ("4 July. The minister resigned."); -1 where none is."""
    alone = parsed.sentence_tokens(parsed.sentence[tokens[0]])
    if tokens.start != alone.start or len(alone) - len(tokens) > 1 or alone.stop >= len(parsed):
        return -1
    following = parsed.sentence_tokens(parsed.sentence[alone.stop])
    same = parsed.paragraph[alone.start] == parsed.paragraph[alone.stop]
    root = next((t for t in following if int(parsed.heads[t]) == t and parsed.tags[t].startswith("VB")), -1)
    return root if same else -1


def _named(parsed: Parsed, tokens: range, verb: int) -> int:
    """The noun of an event right before the date that "since", "after" and the like hang on its verb; -1 for none."""
    at = tokens.start - 2  # before the date's own preposition
    found = -1
    while at >= 0 and at != verb and int(parsed.heads[at]) != at:
        if parsed.tags[at].startswith("NN") and kinds_of(parsed, at):
            found = at
        elif parsed.lower[at] in _ANCHORS and found >= 0:
            return found
        elif parsed.tags[at][:2] not in NOMINAL_CLASSES | {"IN", "DT", "PO"}:
            return -1
        at = int(parsed.heads[at])
    return -1


def _head(parsed: Parsed, token: int) -> str:
    return parsed.lower[int(parsed.heads[token])]


def _event(  # noqa: PLR0913, PLR0917 (all that is known of the row)
    parsed: Parsed,
    span: Span,
    when: Moment | None,
    noun: int,
    verb: int,
    preposition: str,
    tokens: range,
    own: set[int],
) -> Event:
    core = set(own)
    nouns: set[int] = set()
    predicates: set[str] = set()
    helpers: set[str] = set()
    words: set[str] = set()
    acts: set[str] = set()
    subject = -1
    if noun >= 0:
        predicates.add(_noun(parsed, noun))
        core |= _phrase(parsed, noun, tokens)
        words |= {parsed.lower[child] for child in parsed.children[noun]}
    if verb >= 0:
        name = lemma(parsed.words[verb], "verb")
        subject = _subject(parsed, verb)
        arguments = _arguments(parsed, verb, subject, tokens)
        for child in parsed.children[verb]:
            if parsed.deps[child] == "prt":
                predicates.add(f"{name} {parsed.lower[child]}")
            elif parsed.deps[child] in _HELPERS or _state(parsed, child) or small(parsed, child) >= 0:
                helpers.add(parsed.lower[child])
        for token in arguments:
            core |= _phrase(parsed, token, tokens)
        clause = [token for token in _clause(parsed, verb) if token not in tokens]
        nouns = {token for token in clause if parsed.tags[token].startswith("NN")}
        words |= {parsed.lower[token] for token in clause}
        if int(parsed.heads[verb]) != verb:
            words.add(f"{_head(parsed, verb)}>")
        acts |= {name} | {f"{name} {word}" for word in {_noun(parsed, token) for token in nouns | core} | helpers}
        acts |= _above(parsed, verb)
        if subject >= 0 and parsed.tags[subject].startswith("NN") and kinds_of(parsed, subject):
            predicates.add(_noun(parsed, subject))
        if name in table("events")["light"]["verbs"]:
            predicates |= {_noun(parsed, token) for token in arguments}
            predicates |= {two for token in arguments for two in _compounds(parsed, token)}
        elif noun < 0 or preposition:
            predicates.add(name)
    main = frozenset(_noun(parsed, token) for token in core)
    return Event(
        span=span,
        when=when,
        acts=frozenset(acts | predicates),
        predicates=frozenset(predicates),
        core=main,
        others=frozenset(_noun(parsed, token) for token in nouns) - main,
        names=frozenset(_noun(parsed, token) for token in core | nouns if parsed.tags[token].startswith("NNP")),
        verb=verb,
        noun=noun,
        subject=subject,
        helpers=frozenset(helpers),
        preposition=preposition,
        sentence=parsed.sentence[tokens[0]],
        clause=frozenset(words | main),
        picks=not preposition and tokens[-1] < noun,
        pronoun=subject >= 0 and parsed.tags[subject] == "PRP",
        kinds=_of_kinds(parsed, verb, subject, acts, predicates),
        phrase=frozenset(_noun(parsed, token) for token in own | ({noun} if noun >= 0 and not preposition else set())),
    )


def _arguments(parsed: Parsed, verb: int, subject: int, tokens: range) -> list[int]:
    """The subject of a verb and what else it says something of, the row left out."""
    core = [c for c in parsed.children[verb] if parsed.deps[c] in _CORE and c != subject and c not in tokens]
    said = [found for child in parsed.children[verb] if (found := small(parsed, child)) >= 0]
    return [*([subject] if subject >= 0 else []), *core, *said]


def _state(parsed: Parsed, token: int) -> bool:
    """Whether an adjective behind a passive verb says what somebody was found or made ("was found guilty")."""
    return parsed.deps[token] == "oprd" and parsed.tags[token] == "JJ"


def small(parsed: Parsed, token: int) -> int:
    """What an adjective behind a verb is said of ("found her unharmed"); -1 where `token` is no such word."""
    if parsed.deps[token] != "ccomp" or parsed.tags[token][:2] != "JJ":
        return -1
    return next((c for c in parsed.children[token] if parsed.deps[c] == "nsubj"), -1)


def _above(parsed: Parsed, verb: int) -> set[str]:
    """The verb that this one completes, alone and with its particles: "went back to work", "began to burn"."""
    head = int(parsed.heads[verb])
    if parsed.deps[verb] != "xcomp" or head == verb or not parsed.tags[head].startswith("VB"):
        return set()
    name = lemma(parsed.words[head], "verb")
    printed = f"{name} {parsed.lower[verb]}"  # "reported missing"
    return {name, printed} | {
        f"{name} {parsed.lower[c]}" for c in parsed.children[head] if parsed.deps[c] in ("prt", "advmod")
    }


def _of_kinds(parsed: Parsed, verb: int, subject: int, acts: set[str], predicates: set[str]) -> frozenset[str]:
    """The kinds of what happens: where the subject is an event ("the blast tore", "a quake struck") that one's."""
    own = kinds_of(parsed, subject) if subject >= 0 and parsed.tags[subject].startswith("NN") else frozenset()
    name = lemma(parsed.words[verb], "verb") if verb >= 0 else ""
    if own:
        return own | kinds(predicates) if name in table("events")["light"]["verbs"] else own
    return kinds(predicates | {act for act in acts if act != name or name not in table("events")["light"]["verbs"]})


def _subject(parsed: Parsed, verb: int) -> int:
    """The subject of a verb: its own, the noun that it describes, or that of the verb that it is joined to."""
    if parsed.tags[verb] == "VBG" and verb and parsed.tags[verb - 1].startswith("NN"):
        return verb - 1  # "footage showing the fire breaking out"
    at = verb
    for _ in range(FARTHEST):
        found = next((c for c in parsed.children[at] if parsed.deps[c] in SUBJECTS), -1)
        dep, head = parsed.deps[at], int(parsed.heads[at])
        if found >= 0 and parsed.tags[found] not in RELATIVE_PRONOUNS:
            return found
        if dep in ADNOMINAL_CLAUSES:
            return head
        if dep not in SUBJECT_SHARING | {"advcl", "acomp"} or head == at:
            return found
        at = head
    return -1


def _phrase(parsed: Parsed, noun: int, tokens: range) -> set[int]:
    """A noun, what modifies it, and nouns that it is "of" or "on"."""
    if not parsed.tags[noun].startswith("NN"):
        return set()
    found = {noun}
    for child in parsed.children[noun]:
        if child in tokens:
            continue
        if parsed.deps[child] in ATTRIBUTIVES and parsed.tags[child][:2] in NOMINAL_CLASSES:
            found.add(child)
        elif parsed.deps[child] == "appos" and parsed.tags[child].startswith("NN"):
            found |= {child, *(c for c in parsed.children[child] if parsed.deps[c] == "compound")}
        elif parsed.deps[child] == "prep":
            for deep in parsed.children[child]:
                if deep not in tokens and parsed.tags[deep].startswith("NN"):
                    found |= {deep, *(c for c in parsed.children[deep] if parsed.deps[c] == "compound")}
    return found


def _compounds(parsed: Parsed, noun: int) -> Iterator[str]:
    for child in parsed.children[noun]:
        if parsed.deps[child] in PREMODIFIERS:
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
            if not (parsed.deps[child] in _CLAUSES and parsed.tags[child][:2] in VERBAL)
        )


def _noun(parsed: Parsed, token: int) -> str:
    return lemma(parsed.words[token], "noun")
