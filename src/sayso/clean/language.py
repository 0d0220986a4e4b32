"""Names the language that a text is written in, deterministically, or says that it is too short to tell.

Stands alone because it loads a model of its own, only when first asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Beginning, middle and end of a long text say enough, and menus may stand at the beginning.
_STRETCH = 1500
_FEWEST_LETTERS = 20
_LETTERS = re.compile(r"[^\W\d_]+")
# Below this many words the most likely language must be this much more probable than the next (measured on cut texts).
_SURE_WORDS = 12
# From Hiragana on, Unicode's letters are for the most part syllables or words.
_FIRST_SIGN = "\u3040"
_MARGIN = 0.4


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; null where it has too few letters to say, or none is plain.

    The model is py3langid (Lui and Baldwin 2012, retrained), over the languages of ``languages.toml``. Text in capitals
    is read in small letters, and numbers and marks are left out: they are no language.
    """
    words = _words(text)
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS and not _is_dense(words):
        return None
    ranked = _model().rank(" ".join(words))
    first, second = ranked[0], ranked[1]
    if len(words) < _SURE_WORDS and not _is_dense(words) and float(first[1]) - float(second[1]) < _MARGIN:
        return None
    return str(first[0])


def _words(text: str) -> list[str]:
    if len(text) > 3 * _STRETCH:
        middle = len(text) // 2
        text = " ".join((text[:_STRETCH], text[middle : middle + _STRETCH], text[-_STRETCH:]))
    words = _LETTERS.findall(text)
    capitals = sum(word.isupper() for word in words)
    return [word.lower() for word in words] if 2 * capitals > len(words) else words


def _is_dense(words: list[str]) -> bool:
    """Whether the text is in a script whose signs are syllables or words: a few of them say as much as a sentence."""
    signs = sum(sign >= _FIRST_SIGN for word in words for sign in word)
    return signs >= 6  # noqa: PLR2004 - two or three words


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(list(table("languages")["codes"]))
    return model
