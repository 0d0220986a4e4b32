"""Reads a cue by the lexicon: its lemma, stance, act and kind, and whether it says that nobody spoke.

Stands alone because this is knowledge of words, the same for cues that a model, a rule or a person found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from sayso.lexicon import table
from sayso.model import Span
from sayso.parse import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model import Act, AttributionKind, Stance
    from sayso.stages import Parsed

AUXILIARIES = frozenset(
    {"be", "have", "do", "will", "would", "can", "could", "may", "might", "shall", "should", "must"}
)


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
LONGEST_NAME = 12
OPEN_CLASSES = frozenset({"VB", "NN", "JJ", "RB"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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
    for name, tag in WORD_CLASSES:
        for token in reversed(tokens):
            found = lexicon.senses[name].get(_lemma(parsed, token, name))
            if found is not None and (parsed.tags[token].startswith(tag) or len(tokens) == 1):
                return found
    last = next((t for t in reversed(tokens) if parsed.tags[t][:2] in ("VB", "NN")), tokens[-1] if tokens else None)
    if last is None:
        return PLAIN
    return Sense(
        _lemma(parsed, last, "verbs" if parsed.tags[last].startswith("VB") else "nouns"), "neutral", "assert", "speech"
    )


def _lemma(parsed: Parsed, token: int, word_class: str) -> str:
    word = parsed.lower[token]
    if word_class == "verbs":
        return lemma(word, "verb")
    if word_class == "nouns":
        return lemma(word, "noun")
    return word


def _phrase(parsed: Parsed, tokens: Sequence[int], lexicon: _Lexicon) -> Sense | None:
    """The longest phrase whose words stand in the cue in order (words may stand between them)."""
    forms = [(parsed.lower[t], lemma(parsed.lower[t], "verb")) for t in tokens]
    best: tuple[int, Sense] | None = None
    for at, pair in enumerate(forms):
        for form in set(pair):
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
    near = [*tokens, *(child for token in speaking for child in parsed.children[token] if parsed.deps[child] == "neg")]
    return bool(speaking) and any(parsed.lower[token] in words["negations"] for token in near)


def before_silence(parsed: Parsed, content: Sequence[Span]) -> tuple[Span, ...]:
    """`content` ended where a later sentence of it says that somebody was silent ("the agency could not verify it")."""
    made = []
    for span in content:
        tokens = parsed.tokens_in(span)
        end = span.end
        for token in tokens:
            begins = token != tokens[0] and parsed.sentence[token] != parsed.sentence[token - 1]
            rest = parsed.sentence_tokens(parsed.sentence[token])
            if begins and is_silence(parsed, [parsed.span(token, rest.stop)]):
                end = int(parsed.ends[token - 1])
                break
        made.append(Span(span.start, end))
    return tuple(made)


def is_no_cue(parsed: Parsed, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether the reader took for a cue what marks nothing: function words alone, a name given, or a relay.

    "Radio Oru, citing a doctor, said ..." is one attribution by the doctor: "citing" with a bare name is its chain.
    """
    tokens = [token for span in cue for token in parsed.tokens_in(span)]
    if not any(parsed.tags[token][:2] in OPEN_CLASSES for token in tokens):
        return bool(tokens) and sense_of(parsed, cue).lemma not in table("cues")["phrases"]
    if _names_a_thing(parsed, tokens):
        return True
    told = [token for span in content for token in parsed.tokens_in(span)]
    relays = all(parsed.lower[token] in table("relays")["inflected"]["citing"] for token in tokens)
    return relays and len(told) <= LONGEST_NAME and not any(parsed.tags[token] in FINITE for token in told)


def _names_a_thing(parsed: Parsed, tokens: Sequence[int]) -> bool:
    """Whether the cue ends in a participle by which something is called what it is called."""
    last = tokens[-1]
    if parsed.tags[last] != "VBN" or lemma(parsed.lower[last], "verb") not in table("silences")["namings"]["verbs"]:
        return False
    passive = any(parsed.deps[c] == "auxpass" for c in parsed.children[last])
    by = any(parsed.deps[c] == "agent" for c in parsed.children[last])
    return (parsed.deps[last] == "acl" or passive) and not by


def without_that(parsed: Parsed, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """`content` without the "that" which only joins it to its cue."""
    if not content:
        return content
    tokens = parsed.tokens_in(content[0])
    joins = len(tokens) > 1 and parsed.lower[tokens[0]] == "that" and parsed.deps[tokens[0]] == "mark"
    return (Span(int(parsed.starts[tokens[1]]), content[0].end), *content[1:]) if joins else content


def act_of(sense: Sense, parsed: Parsed, content: Sequence[Span]) -> Act:
    """The act: the cue's; where the cue is a plain assertion, the content's if it plainly asks or foretells."""
    tokens = [token for span in content for token in parsed.tokens_in(span)]
    if sense.act == "ask" and any(parsed.tags[token] == "TO" for token in tokens[:FIRST_WORDS]):
        return "demand"
    if sense.act != "assert" or not content:
        return sense.act
    if not tokens:
        return sense.act
    if parsed.text[: content[-1].end].rstrip("\"”’'» ").endswith("?"):
        return "ask"
    inside = frozenset(tokens)
    top = next((t for t in tokens if parsed.heads[t] == t or int(parsed.heads[t]) not in inside), tokens[0])
    wills = [c for c in parsed.children[top] if parsed.deps[c] == "aux" and parsed.lower[c] in ("will", "'ll", "wo")]
    subjects = [c for c in parsed.children[top] if parsed.deps[c] in ("nsubj", "nsubjpass")]
    own = any(parsed.lower[c] in ("i", "we", "you") for c in subjects)
    return "predict" if wills and subjects and not own and parsed.tags[top].startswith("VB") else "assert"
