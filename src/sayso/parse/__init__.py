"""The stage that turns a cleaned report into tokens, sentences, syntax and entities, once, as our own arrays.

Stands alone because nothing else may import the parser's library: one encoder of our own can replace it here.
"""

from sayso.parse.lemmas import is_noun, lemma
from sayso.parse.pipeline import parse

__all__ = ["is_noun", "lemma", "parse"]
