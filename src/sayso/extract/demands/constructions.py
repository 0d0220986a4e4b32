"""Finds the constructions that put a demand: the verb or noun, who is asked, and the clause or thing asked for.

Stands alone because a construction is found from one word outwards, whatever becomes of the rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso import lexicon
from sayso.extract.demands.frames import frames
from sayso.extract.demands.shape import Found, found_at, is_party, who_is_asked
from sayso.extract.demands.tree import CLAUSES, OBJECTS, after_preposition, has_to, is_negated, is_passive, subject_of
from sayso.lexicon import words
from sayso.parse import lemma
from sayso.parse.labels import AUXILIARIES, COMMON_NOUNS, FINITE_VERBS, PATIENTS, SINGULAR_NOUNS
from sayso.parse.quotes import quotes

if TYPE_CHECKING:
    from sayso.stages import Parsed

FAR = 60
"""Words in which a question's mark is looked for."""


def demand_at(parsed: Parsed, token: int, tag: str, uttered: frozenset[int]) -> Found | None:
    """The demand that the word at `token` puts, if it does."""
    if tag.startswith("VB"):
        if parsed.deps[token] in AUXILIARIES or not _real(parsed, token):
            return None
        if is_negated(parsed, token):
            return _duty(parsed, token, uttered)
        verb = lemma(parsed.words[token], "verb")
        return (
            _second(parsed, token)
            or _to_infinitive(parsed, token, verb)
            or _given(parsed, token, verb)
            or _clause(parsed, token, verb)
            or _thing(parsed, token, verb)
            or _duty(parsed, token, uttered)
        )
    if tag in COMMON_NOUNS:
        return _noun(parsed, token, lemma(parsed.words[token], "noun")) or _listed(parsed, token)
    return None


def _given(parsed: Parsed, token: int, verb: str) -> Found | None:
    """Find "gave X until Friday to leave", "X was given a week to pay", "set X a deadline of 10 March to vote"."""
    words = frames()
    if verb not in words.given | words.setting:
        return None
    behind = [child for child in parsed.children[token] if child > token]
    objects = [child for child in parsed.children[token] if parsed.deps[child] in OBJECTS | {"npadvmod"}]
    limits = [child for child in behind if parsed.lower[child] in words.limits]
    terms = [child for child in behind if child in objects and _is_term(parsed, child)]
    terms += [child for child in limits if any(_is_term(parsed, deep) for deep in parsed.children[child])]
    if verb in words.setting:
        terms = [child for child in terms if parsed.lower[child] in words.terms]
    who = next((child for child in objects if child not in terms and is_party(parsed, child)), None)
    if who is None or not terms:
        return None
    act = _infinitive(parsed, token, who) or next(
        (c for term in terms for c in parsed.subtree(term) if parsed.deps[c] in CLAUSES and has_to(parsed, c)), None
    )
    row = found_at(parsed, (who,), act) if act is not None else None
    if row is None or act is None:
        return None
    named = after_preposition(parsed, terms[0], frozenset({"of"}))  # "a deadline of 10 March"
    below = parsed.subtree(act)
    term = [t for t in parsed.subtree(terms[0] if named is None else named) if t not in below]
    ahead = range(term[-1] + 1, row.action[0])
    last = max([term[-1], *(t for t in ahead if parsed.label_at(t) in words.deadline_labels)])
    return replace(row, until=row.until or (term[0], last))


def _is_term(parsed: Parsed, token: int) -> bool:
    """Whether it is a time, or the word for one."""
    plain = all(parsed.deps[child] != "prep" or parsed.lower[child] == "of" for child in parsed.children[token])
    day = after_preposition(parsed, token, frozenset({"of"}))  # "the dawn of Wednesday"
    timed = any(parsed.label_at(t) in frames().deadline_labels for t in (token, day) if t is not None)
    return (plain and timed) or parsed.lower[token] in frames().terms


def _listed(parsed: Parsed, token: int) -> Found | None:
    """Find what "their demands include", and what "is among their demands", each thing of the list by itself."""
    top = token
    while parsed.deps[top] == "conj":
        top = int(parsed.heads[top])
    verb = int(parsed.heads[top])
    holds = {"dobj": "include", "attr": "be", "nsubj": "be"}
    if holds.get(parsed.deps[top]) != lemma(parsed.words[verb], "verb"):
        return None
    among = (c for c in parsed.children[verb] if parsed.lower[c] == "among")
    named = [deep for c in among for deep in parsed.children[c]]
    if parsed.deps[top] == "dobj":
        named = [child for child in parsed.children[verb] if parsed.deps[child] == "nsubj"]
    if not any(lemma(parsed.words[noun], "noun") in frames().list_nouns for noun in named):
        return None
    others = {t for c in parsed.children[token] if parsed.deps[c] == "conj" for t in parsed.subtree(c)}
    return found_at(parsed, (), token, without=others)


def _to_infinitive(parsed: Parsed, token: int, verb: str) -> Found | None:
    """Find "urged X to leave", "called on X to leave", "X was told to leave"."""
    words, who = frames(), None
    if verb in words.addressed:
        who = after_preposition(parsed, token, words.addressed[verb])
    elif verb in words.infinitive or verb in words.negated:
        who = next((child for child in parsed.children[token] if parsed.deps[child] in OBJECTS), None)
    act = _infinitive(parsed, token, who)
    if act is None:
        return None
    if who is None:
        who = subject_of(parsed, act)
    who = _antecedent(parsed, who if who is not None else _pronoun_before(parsed, token, act))
    if who is None or (verb in words.addressed and subject_of(parsed, act) == who):
        return None
    if verb in words.negated and not is_negated(parsed, act):
        return None
    if verb not in words.addressed and verb not in words.infinitive and verb not in words.negated:
        return None
    return found_at(parsed, (who,), act, without=_of_another(parsed, act))


def _of_another(parsed: Parsed, act: int) -> range:
    """The words from "and" on where another is addressed behind: "called on X to leave, | and on Y to stay"."""
    sentence = parsed.sentence_tokens(parsed.sentence[act])
    later = (_second_addressed(parsed, t) for t in range(act + 1, sentence.stop) if parsed.tags[t] == "VB")
    lead = next((found[0] for found in later if found is not None and found[0] > act), None)
    return range(0) if lead is None else range(lead - 1, sentence.stop)


def _second(parsed: Parsed, act: int) -> Found | None:
    """Find what the second one addressed is to do: "called on X to leave, and on Y to stay"."""
    found = _second_addressed(parsed, act)
    return None if found is None else found_at(parsed, (found[1],), act)


def _second_addressed(parsed: Parsed, act: int) -> tuple[int, int] | None:
    """The preposition and the noun of the second one addressed, behind "and", who is to do what the verb `act` says."""
    to = next((c for c in parsed.children[act] if parsed.lower[c] == "to" and parsed.deps[c] == "aux"), None)
    sentence = parsed.sentence_tokens(parsed.sentence[act])
    prepositions = frozenset().union(*frames().addressed.values())
    before = range(sentence.start, to or sentence.start)[::-1]
    lead = next((t for t in before if parsed.lower[t] in prepositions), None)
    if to is None or lead is None or parsed.lower[lead - 1] not in lexicon.words("demands", "edges", "words"):
        return None
    who = next((c for c in parsed.children[lead] if parsed.deps[c] == "pobj" and c < to), None)
    if who is None or parsed.label_at(who) in frames().deadline_labels or max(parsed.subtree(who)) != to - 1:
        return None
    return (lead, who) if any(_addresses(parsed, t, parsed.lower[lead]) for t in range(sentence.start, lead)) else None


def _addresses(parsed: Parsed, token: int, preposition: str) -> bool:
    """Whether the word is a verb that addresses somebody with the preposition."""
    verb = lemma(parsed.words[token], "verb") if parsed.tags[token].startswith("VB") else ""
    said = preposition in frames().addressed.get(verb, ()) and _real(parsed, token)
    return said and after_preposition(parsed, token, frozenset({preposition})) is not None


def _antecedent(parsed: Parsed, who: int | None) -> int | None:
    """The noun that a relative pronoun stands for; the word itself where it is none; null where nobody can be meant."""
    words = frames()
    if who is not None and parsed.lower[who] in words.relative:
        verb = int(parsed.heads[who])
        return int(parsed.heads[verb]) if parsed.deps[verb] == "relcl" else None
    return None if who is not None and parsed.lower[who] in words.not_asked else who


def _pronoun_before(parsed: Parsed, token: int, act: int) -> int | None:
    """The pronoun between the verb and "to" ("urged both to leave"), which the parser may take for an adverb."""
    to = next((child for child in parsed.children[act] if parsed.lower[child] == "to"), act)
    return to - 1 if to - 1 == token + 1 and parsed.tags[to - 1] in {"DT", "PRP"} else None


def _infinitive(parsed: Parsed, token: int, who: int | None) -> int | None:
    """The verb of the to-infinitive that belongs to `token`, or that follows the noun phrase of `who` at once."""
    for child in parsed.children[token]:
        if parsed.deps[child] in CLAUSES and child > token and has_to(parsed, child):
            return child
    if who is None or who < token:
        return None
    after = max(parsed.subtree(who)) + 1
    ahead = range(after, min(after + 4, len(parsed)))
    if after < len(parsed) and parsed.lower[after] in {"to", "not"}:
        return next((t for t in ahead if parsed.tags[t] == "VB" and has_to(parsed, t)), None)
    inside = [t for t in parsed.subtree(who) if t > who and parsed.deps[t] in CLAUSES and has_to(parsed, t)]
    return inside[0] if inside else None


def _clause(parsed: Parsed, token: int, word: str) -> Found | None:
    """Find "demanded that X leave", with the verb of the clause in its base form or after a word of duty."""
    words = frames()
    if word not in words.clause:
        return None
    for child in parsed.children[token]:
        subject = subject_of(parsed, child)
        if parsed.deps[child] not in CLAUSES or child < token or subject is None or has_to(parsed, child):
            continue
        if _asked_for(parsed, child, subject, told=word in words.asked and parsed.tags[token] == "VBD"):
            return found_at(parsed, who_is_asked(parsed, subject, child), child, passive=is_passive(parsed, child))
    return None


def _asked_for(parsed: Parsed, act: int, subject: int, *, told: bool) -> bool:
    """Whether the clause of `act` is a subjunctive or holds a word of duty: what is asked, not what is held true.

    `told`: its cue is in the past, behind which a plain present is a subjunctive ("demanded that the rebels leave").
    """
    helpers = [child for child in parsed.children[act] if parsed.deps[child] in AUXILIARIES]
    if any(parsed.lower[child] in frames().modals for child in helpers):
        return True
    if any(parsed.tags[child] in {"MD", *FINITE_VERBS} and parsed.lower[child] != "be" for child in helpers):
        return False
    if any(parsed.lower[child] == "be" and parsed.lower[child - 1] != "to" for child in (*helpers, act)):
        return True
    base = lemma(parsed.words[act], "verb") == parsed.lower[act] and parsed.tags[act] in {"VB", "VBP", "NN"}
    return base and (told or parsed.tags[act] == "VB" or parsed.tags[subject] in SINGULAR_NOUNS) and not helpers


def _thing(parsed: Parsed, token: int, verb: str) -> Found | None:
    """Find "demanded the release of X", "called for an inquiry"."""
    words, thing = frames(), None
    if verb in words.thing:
        thing = next((child for child in parsed.children[token] if parsed.deps[child] in PATIENTS), None)
    if thing is None and verb in words.thing_for:
        thing = after_preposition(parsed, token, frozenset({"for"}))
    if thing is None or not parsed.tags[thing].startswith("NN") or parsed.label_at(thing) == "PERSON":
        return None
    subject = subject_of(parsed, token)
    if subject is not None and parsed.lower[subject] in words.relative | words.things:
        return None
    if verb in words.objectless and any(parsed.deps[c] in OBJECTS | {"oprd"} for c in parsed.children[token]):
        return None  # "called a strike for 17 May", "called him a hero for it"
    asked = [child for child in parsed.children[token] if parsed.lower[child] in {"from", "of"} and child > token]
    who = [below for child in asked for below in parsed.children[child] if parsed.deps[below] == "pobj"]
    who += [child for child in parsed.children[token] if parsed.deps[child] in OBJECTS and child != thing]
    return found_at(parsed, tuple(who[:1]), thing)


def _noun(parsed: Parsed, token: int, noun: str) -> Found | None:
    """Find "its call on X to leave", "the demand that X leave", "a plea for help"."""
    words = frames()
    if noun in words.nouns_on:
        verb = int(parsed.heads[token]) if parsed.deps[token] == "dobj" else token  # "issued an order to X to leave"
        tops = [top for top in (token, verb) if after_preposition(parsed, top, words.nouns_on[noun]) is not None]
        who = after_preposition(parsed, tops[0], words.nouns_on[noun]) if tops else None
        act = None if who is None or who < token else _infinitive(parsed, tops[0], who)
        if who is not None and act is not None:
            return found_at(parsed, (who,), act)
    if noun in words.clause_nouns:
        return _clause(parsed, token, "demand")
    return None


def _duty(parsed: Parsed, act: int, uttered: frozenset[int]) -> Found | None:
    """Find "X must leave" among words that somebody utters."""
    words = frames()
    if act not in uttered or not any(
        parsed.lower[child] in words.modals and parsed.deps[child] == "aux" for child in parsed.children[act]
    ):
        return None
    subject = subject_of(parsed, act)
    if subject is None or _guess(parsed, act) or parsed.lower[subject] in words.not_asked:
        return None
    if is_passive(parsed, act):
        return found_at(parsed, (), act, passive=True)
    return found_at(parsed, (subject,), act) if is_party(parsed, subject) else None


def _guess(parsed: Parsed, act: int) -> bool:
    """Whether "must" guesses here ("must have left", "must be tired") or asks ("must we leave?")."""
    if parsed.lower[act] in words("demands", "duty", "guessed"):
        return True
    ahead = (parsed.words[t] for t in range(act, min(act + FAR, len(parsed))))
    asks = next((word for word in ahead if word in {".", "!", "?"}), "") == "?"
    return asks or any(parsed.lower[child] == "have" and parsed.deps[child] == "aux" for child in parsed.children[act])


def _real(parsed: Parsed, token: int) -> bool:
    """Whether what the verb says is put forward and not only supposed."""
    words = frames()
    for child in parsed.children[token]:
        if parsed.lower[child] in words.unreal:
            return False
        if parsed.deps[child] == "mark" and parsed.lower[child] in words.marks:
            return False
    return True


def uttered(parsed: Parsed) -> frozenset[int]:
    """The tokens within quotation marks, within the clause of a word of saying, or in a statement printed whole."""
    if any(credit.kind == "statement" for credit in parsed.cleaned.credits):
        return frozenset(range(len(parsed)))
    tokens: set[int] = set()
    for quote in quotes(parsed.text, [paragraph.span for paragraph in parsed.cleaned.paragraphs]):
        tokens.update(parsed.tokens_in(quote.span))
    cues = lexicon.table("cues")["verbs"]
    clauses: set[int] = set()
    for token, tag in enumerate(parsed.tags):
        if parsed.deps[token] == "ccomp" and token not in clauses:
            head = int(parsed.heads[token])
            cue = cues.get(lemma(parsed.words[head], "verb")) if parsed.tags[head].startswith("VB") else None
            if tag.startswith("VB") and cue is not None and cue["kind"] == "speech":
                clauses.update(parsed.subtree(token))
    return frozenset(tokens | clauses)
