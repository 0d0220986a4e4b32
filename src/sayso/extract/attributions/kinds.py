"""Reads a cue by the lexicon: its lemma, stance, act and kind, and whether it says that nobody spoke.

Stands alone because this is knowledge of words, the same for cues that a model, a rule or a person found.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from sayso.extract.flying import flies
from sayso.lexicon import table
from sayso.model import Span
from sayso.parse import lemma
from sayso.parse.labels import AUXILIARIES, FINITE, OPEN_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.model import Act, AttributionKind, Stance
    from sayso.stages import Parsed


@dataclass(frozen=True, slots=True)
class Sense:
    """What the lexicon says of a cue."""

    lemma: str
    stance: Stance
    act: Act
    kind: AttributionKind


@dataclass(frozen=True, slots=True)
class _Lexicon:
    senses: dict[str, dict[str, Sense]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]


FIRST_WORDS = 3
DOWNING = frozenset(table("cues")["downing"]["phrases"])
COMPLEMENTS = frozenset({"prt", "dobj", "acomp", "oprd", "xcomp", "attr"})
QUOTING = frozenset("\"'“”‘’«»‹›„「」『』`")
ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))
LONGEST_NAME = 12
LATEST_THAT = 5
"""Words of a content among which the "that" stands that joins it ("on Wednesday that ...")."""
PLAIN = Sense("", "neutral", "assert", "speech")
WORD_CLASSES = (("verbs", "VB"), ("nouns", "NN"), ("adjectives", "JJ"), ("adverbs", "RB"))


@cache
def _lexicon() -> _Lexicon:
    raw = table("cues")

    def sense(key: str, entry: dict[str, str]) -> Sense:
        return Sense(
            key, cast("Stance", entry["stance"]), cast("Act", entry["act"]), cast("AttributionKind", entry["kind"])
        )

    classes = {name: {key: sense(key, entry) for key, entry in raw[name].items()} for name, _ in WORD_CLASSES}
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for key, entry in raw["phrases"].items():
        words = tuple(word for word in key.split() if word not in ("one's", "X", "X's"))
        phrases.setdefault(words[0], []).append((words, sense(key, entry)))
    ordered = {first: tuple(sorted(some, key=lambda p: -len(p[0]))) for first, some in phrases.items()}
    return _Lexicon(classes, ordered)


def sense_of(parsed: Parsed, cue: Sequence[Span]) -> Sense:
    """The sense of a cue: its longest phrase, else its last verb, noun, adjective or adverb that the lexicon knows."""
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    lexicon = _lexicon()
    phrase = _phrase(parsed, tokens, lexicon)
    if phrase is not None:
        return phrase
    felt = _passive_of_mind(parsed, tokens) or _of_light_verb(parsed, tokens)
    if felt is not None:
        return felt
    for fits in (True, False):
        for name, tag in WORD_CLASSES:
            for token in reversed(tokens):
                found = lexicon.senses[name].get(_lemma(parsed, token, name))
                if found is not None and (parsed.tags[token].startswith(tag) if fits else len(tokens) == 1):
                    return found
    last = next((t for t in reversed(tokens) if parsed.tags[t][:2] in ("VB", "NN")), tokens[-1] if tokens else None)
    if last is None:
        return PLAIN
    return Sense(
        _lemma(parsed, last, "verbs" if parsed.tags[last].startswith("VB") else "nouns"), "neutral", "assert", "speech"
    )


def is_known(parsed: Parsed, cue: Sequence[Span]) -> bool:
    """Whether the lexicon has the cue's words; one that it has not often tells an act ("had evacuated")."""
    return sense_of(parsed, cue).lemma in _keys()


def is_hearsay(parsed: Parsed, cue: Sequence[Span]) -> bool:
    """Whether the cue is an adverb that never names who says it ("reportedly")."""
    return sense_of(parsed, cue).lemma in table("cues")["adverbs"]


@cache
def _keys() -> frozenset[str]:
    cues = table("cues")
    return frozenset(key for name in (*(name for name, _ in WORD_CLASSES), "phrases") for key in cues[name])


def full_sense(parsed: Parsed, cue: Sequence[Span]) -> Sense:
    """The sense of a cue with what belongs to its verb but stands outside it ("claimed | responsibility").

    The lemma stays that of the cue itself.
    """
    plain = sense_of(parsed, cue)
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    verb = next((token for token in reversed(tokens) if parsed.tags[token].startswith("VB")), None)
    if verb is None or parsed.deps[verb] in AUXILIARIES:
        return plain
    near = {token for token in tokens if token > verb} | set(_complements(parsed, verb))
    wide = _phrase(parsed, [verb, *sorted(near)], _lexicon(), first=True)
    longer = wide is not None and len(wide.lemma.split()) > len(plain.lemma.split())
    return replace(wide, lemma=plain.lemma) if wide is not None and longer else plain


def _complements(parsed: Parsed, verb: int) -> Iterator[int]:
    """The words that may make a phrase with a verb: what it takes, as far as the first quotation mark.

    No bare preposition: "insisted on Monday" is no insisting on. Nor what makes a question: "asked where to queue".
    """
    for child in parsed.children[verb]:
        if child < verb or parsed.deps[child] not in COMPLEMENTS:
            continue
        if any(parsed.words[token][0] in QUOTING for token in range(verb + 1, child + 1)):
            continue
        inner = [token for token in parsed.children[child] if verb < token < child]
        if not any(parsed.tags[token].startswith("W") for token in inner):
            yield from (child, *inner)


def _passive_of_mind(parsed: Parsed, tokens: Sequence[int]) -> Sense | None:
    """The sense of a participle whose "be" stands outside the cue and by which nobody acts ("is | convinced")."""
    if not tokens or parsed.tags[tokens[-1]] != "VBN":
        return None
    roles = {parsed.deps[child] for child in parsed.children[tokens[-1]]}
    if ("auxpass" not in roles and parsed.deps[tokens[-1]] != "acomp") or "agent" in roles:
        return None
    words = ("be", parsed.lower[tokens[-1]])
    return next((sense for known, sense in _lexicon().phrases.get("be", ()) if known == words), None)


def _of_light_verb(parsed: Parsed, tokens: Sequence[int]) -> Sense | None:
    """The sense of the noun that a verb which says little itself brings with it ("issued a recommendation")."""
    nouns = _lexicon().senses["nouns"]
    for at, token in enumerate(tokens):
        if parsed.tags[token].startswith("VB") and verb_lemma(parsed.lower[token]) in table("cues")["light"]["verbs"]:
            found = (nouns.get(_lemma(parsed, t, "nouns")) for t in tokens[at + 1 :] if parsed.tags[t].startswith("NN"))
            return next((sense for sense in found if sense is not None), None)
    return None


def _lemma(parsed: Parsed, token: int, word_class: str) -> str:
    word = parsed.lower[token]
    if word_class == "verbs":
        return verb_lemma(word)
    if word_class == "nouns":
        return lemma(word, "noun")
    return word


@lru_cache(maxsize=65_536)
def verb_lemma(word: str) -> str:
    """The dictionary form of a verb, by its regular endings where only the lexicon of cues knows it ("retweeted")."""
    found = lemma(word, "verb")
    verbs = _lexicon().senses["verbs"]
    stems = (word[: -len(old)] + new for old, new in ENDINGS if word.endswith(old))
    return found if found in verbs else next((stem for stem in stems if stem in verbs), found)


def _phrase(parsed: Parsed, tokens: Sequence[int], lexicon: _Lexicon, *, first: bool = False) -> Sense | None:
    """The longest phrase whose words stand in the cue in order (words may stand between them).

    With `first` it has to begin with the first token.
    """
    forms = [(parsed.lower[t], lemma(parsed.lower[t], "verb")) for t in tokens]
    best: tuple[int, Sense] | None = None
    for at, pair in enumerate(forms[:1] if first else forms):
        for form in dict.fromkeys(reversed(pair)):  # of two as long the one of the verb's own form
            for words, sense in lexicon.phrases.get(form, ()):
                if (best is None or len(words) > best[0]) and _in_order(words, forms[at:]):
                    best = (len(words), sense)
    return best[1] if best else None


def _in_order(words: Sequence[str], forms: Sequence[tuple[str, str]]) -> bool:
    ahead = iter(forms)
    return all(any(word in pair for pair in ahead) for word in words)


def is_silence(parsed: Parsed, cue: Sequence[Span], content: Sequence[Span] = ()) -> bool:
    """Whether the cue says that nobody spoke ("did not say", "declined to comment"): the outlet's own voice."""
    words = table("silences")["silences"]
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    lemmas = [lemma(parsed.lower[token], "verb") for token in tokens]
    if any(form in words["refusing"] for form in lemmas):
        after = [token for span in content[:1] for token in list(parsed.tokens_in(span))[:FIRST_WORDS]]
        return any(lemma(parsed.lower[token], "verb") in words["negated"] for token in (*tokens, *after))
    speaking = [t for t, form in zip(tokens, lemmas, strict=True) if form in words["negated"]]
    below = [child for token in speaking for child in parsed.children[token] if parsed.deps[child] == "neg"]
    near = [*tokens, *(child for child in below if not any(child in parsed.tokens_in(span) for span in content))]
    if any(parsed.lower[first] in words["nobody"] for first in _first_of_subjects(parsed, speaking, content)):
        return True
    return bool(speaking) and any(parsed.lower[token] in words["negations"] for token in near)


def _first_of_subjects(parsed: Parsed, verbs: Sequence[int], content: Sequence[Span]) -> Iterator[int]:
    """The first words of the verbs' subjects ("no" of "no armed group")."""
    for verb in verbs:
        subject = next((child for child in parsed.children[verb] if parsed.deps[child] == "nsubj"), None)
        if subject is not None and not any(subject in parsed.tokens_in(span) for span in content):
            yield min((subject, *parsed.children[subject]))


def is_received(parsed: Parsed, cue: Sequence[Span]) -> bool:
    """Whether the subject of the cue is who is spoken of, not who speaks ("drew criticism for", "faces charges of")."""
    received = table("silences")["received"]
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    verb = next((token for token in tokens if parsed.tags[token].startswith("VB")), None)
    while verb is not None and verb + 1 in tokens and parsed.deps[verb] in AUXILIARIES:
        verb += 1
    if verb is None or lemma(parsed.lower[verb], "verb") not in received["verbs"]:
        return False
    nouns = (_lexicon().senses["nouns"].get(_lemma(parsed, t, "nouns")) for t in tokens if t > verb)
    return any(sense is not None and sense.act in received["acts"] for sense in nouns)


def before_silence(parsed: Parsed, content: Sequence[Span]) -> tuple[Span, ...]:
    """`content` ended where a later sentence of it says that somebody was silent ("the agency could not verify it")."""
    made = []
    for span in content:
        tokens = parsed.tokens_in(span)
        end = span.end
        for token in tokens:
            begins = token != tokens[0] and parsed.sentence[token] != parsed.sentence[token - 1]
            rest = parsed.sentence_tokens(parsed.sentence[token])
            if begins and is_silence(parsed, [parsed.span(token, min(rest.stop, tokens.stop))]):
                end = int(parsed.ends[token - 1])
                break
        made.append(Span(span.start, end))
    return tuple(made)


def is_no_cue(parsed: Parsed, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the reader took for a cue what marks nothing: function words, the end of a name, a name given, a relay.

    "Radio Oru, citing a doctor, said ..." is one attribution by the doctor: "citing" with a bare name is its chain.
    """
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    if not any(parsed.tags[token][:2] in OPEN_CLASSES | {"RB"} for token in tokens):
        return bool(tokens) and sense_of(parsed, cue).lemma not in table("cues")["phrases"]
    if all(parsed.tags[token][:2] not in OPEN_CLASSES for token in tokens):
        return sense_of(parsed, cue).lemma not in {**table("cues")["adverbs"], **table("cues")["phrases"]}
    if len(tokens) == 1 and _ends_a_name(parsed, tokens[0]):
        return True
    told = [token for span in content for token in parsed.tokens_in(span)]
    named_by = [*tokens[:-1], told[0] - 1] if told and told[0] and told[0] - 1 not in tokens else tokens
    if _names_a_thing(parsed, tokens) or _names_a_thing(parsed, named_by):
        return True
    relays = all(parsed.lower[token] in table("relays")["inflected"]["citing"] for token in tokens)
    return relays and len(told) <= LONGEST_NAME and not any(parsed.tags[token] in FINITE for token in told)


def is_downed(parsed: Parsed, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the cue is done in fact to what the content names: "shot down | a drone", not "shot down | the plan"."""
    if not cue or sense_of(parsed, cue).lemma not in DOWNING:
        return False
    told = [token for span in content for token in parsed.tokens_in(span)]
    tops = (t for t in told if int(parsed.heads[t]) not in told and parsed.tags[t].startswith("NN"))
    return any(flies(parsed, top) for top in tops)


def _ends_a_name(parsed: Parsed, token: int) -> bool:
    """Whether a word is printed as the last of a person's name: "Sultan Omar bin Said, who ..."."""
    if not token or not parsed.words[token][:1].isupper():
        return False
    after = parsed.words[token + 1] if token + 1 < len(parsed) else ","
    people = [entity for entity in parsed.entities_in(token - 1, token + 1) if entity.label == "PERSON"]
    inside = any(person.first < token < person.last for person in people)
    return inside or (bool(people) and (after == "," or after.islower()))


def _names_a_thing(parsed: Parsed, tokens: Sequence[int]) -> bool:
    """Whether the cue ends in a participle by which something is called what it is called."""
    last = tokens[-1]
    namings = table("silences")["namings"]
    if parsed.lower[last] == "as" and len(tokens) > 1:
        return lemma(parsed.lower[tokens[-2]], "verb") in namings["with_as"] and parsed.tags[tokens[-2]] == "VBN"
    if parsed.tags[last] != "VBN" or lemma(parsed.lower[last], "verb") not in namings["verbs"]:
        return False
    passive = any(parsed.deps[c] == "auxpass" for c in parsed.children[last])
    by = any(parsed.deps[c] == "agent" for c in parsed.children[last])
    return (parsed.deps[last] == "acl" or passive) and not by


def without_that(parsed: Parsed, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """`content` without the "that" which only joins it to its cue, and without what says before it when it was said."""
    if not content:
        return content
    tokens = parsed.tokens_in(content[0])
    for at, token in enumerate(tokens[:LATEST_THAT]):
        if parsed.lower[token] == "that" and parsed.deps[token] == "mark" and token + 1 in tokens:
            clause = int(parsed.heads[token])
            own = int(parsed.heads[clause]) in tokens or any(_within(parsed, before, clause) for before in tokens[:at])
            if at and own:
                break
            return (Span(int(parsed.starts[token + 1]), content[0].end), *content[1:])
    return content


def _within(parsed: Parsed, token: int, clause: int) -> bool:
    """Whether `token` stands in the clause of the verb `clause`."""
    while token not in (clause, int(parsed.heads[token])):
        token = int(parsed.heads[token])
    return token == clause
