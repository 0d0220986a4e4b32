"""Names the groups of the parser's labels that the stages ask for: dependencies (CLEAR style), Penn tags, entities.

Stands alone because a subject, a finite verb or the name of a place must be the same thing to every rule of syntax.
"""

from __future__ import annotations

# Dependencies: what a token is to its head.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES_AS_SUBJECTS = SUBJECTS | {"csubj", "csubjpass"}  # "shelling the town killed four"
SUBJECTS_AND_EXPLETIVES = SUBJECTS | {"expl"}  # "there were ten"
PATIENTS = frozenset({"dobj", "nsubjpass"})  # to whom or what it is done, in the active and the passive
PASSIVE_MARKS = frozenset({"auxpass", "nsubjpass"})  # what only a verb in the passive has
OBJECTS_AND_PREDICATES = frozenset({"attr", "dobj"})  # "lost the war", "was the end"
HEARERS = frozenset({"dative", "dobj"})  # "told the court", "gave the court"
AUXILIARIES = frozenset({"aux", "auxpass"})
AUXILIARY_OR_NEGATION = frozenset({"aux", "neg"})
ADNOMINAL_CLAUSES = frozenset({"acl", "relcl"})  # "the man shot", "the man who was shot"
ADNOMINALS = ADNOMINAL_CLAUSES | {"amod"}
PARTICIPIAL_CLAUSES = frozenset({"acl", "advcl"})  # "the report citing ...", "he left, citing ..."
SUBORDINATE_CLAUSES = ADNOMINAL_CLAUSES | PARTICIPIAL_CLAUSES
PREMODIFIERS = frozenset({"amod", "compound"})
NOUNS_ON_NOUNS = frozenset({"compound", "nmod"})
NOUNS_AND_OWNERS = NOUNS_ON_NOUNS | {"poss"}
NOUNS_BESIDE_NOUNS = NOUNS_ON_NOUNS | {"appos"}  # "the painter Ilse Brandt", "Ilse Brandt, the painter"
QUALIFIERS = PREMODIFIERS | NOUNS_ON_NOUNS  # "the Tuesday deadline"
ATTRIBUTIVES = QUALIFIERS | {"poss"}  # and "Friday's ruling"
NOUN_PHRASES = ATTRIBUTIVES | {"det", "nummod"}  # all that stands before a noun and belongs to it
JOINED = frozenset({"appos", "conj"})
EQUATED = frozenset({"appos", "attr"})  # "Ida Roe, the mayor", "Ida Roe is the mayor"
PREPOSITIONAL_OBJECTS = frozenset({"pcomp", "pobj"})
PREPOSITIONAL_PHRASES = frozenset({"pobj", "prep"})
SUBJECT_SHARING = frozenset({"conj", "xcomp"})  # verbs whose subject is that of the verb above

# Tags: a word's class and form.
FINITE_VERBS = frozenset({"VBD", "VBP", "VBZ"})
FINITE = FINITE_VERBS | {"MD"}
PRESENT = frozenset({"VBP", "VBZ"})
PAST = frozenset({"VBD", "VBN"})
PARTICIPLES = frozenset({"VBG", "VBN"})
PARTICIPLES_AS_TAGGED = PAST | {"JJ"}  # what the parser calls a past participle, where it errs too
COMMON_NOUNS = frozenset({"NN", "NNS"})
PROPER_NOUNS = frozenset({"NNP", "NNPS"})
SINGULAR_NOUNS = frozenset({"NN", "NNP"})
PLURAL_NOUNS = frozenset({"NNS", "NNPS"})
NOUNS = COMMON_NOUNS | PROPER_NOUNS
ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
ADVERBS = frozenset({"RB", "RBR", "RBS"})
BEFORE_NOUNS = SINGULAR_NOUNS | {"JJ"}
MODIFIERS = SINGULAR_NOUNS | ADJECTIVES | PARTICIPLES | {"CD", "HYPH"}
NOMINALS = NOUNS | ADJECTIVES | PARTICIPLES | {"HYPH"}  # of which a noun phrase is made, behind its determiners
SUPERLATIVES = frozenset({"JJS", "RBS"})
PERSONAL_PRONOUNS = frozenset({"PRP", "PRP$"})
STANDING_PRONOUNS = frozenset({"PRP", "WP"})  # "he", "who": not "his", "whose"
RELATIVE_PRONOUNS = frozenset({"WDT", "WP"})
ARTICLES_AND_POSSESSIVES = frozenset({"DT", "PRP$"})
SPECIFIERS = ARTICLES_AND_POSSESSIVES | {"POS"}
DETERMINERS = ARTICLES_AND_POSSESSIVES | {"PDT"}
DETERMINERS_AND_NUMERALS = DETERMINERS | {"CD", "POS"}

# The first two letters of a tag: a word's class, whatever its form.
VERBAL = ("VB", "MD")
NOMINAL_CLASSES = frozenset({"JJ", "NN"})
NOMINAL_AND_NUMERAL_CLASSES = NOMINAL_CLASSES | {"CD"}
OPEN_CLASSES = NOMINAL_CLASSES | {"VB"}
CONTENT_CLASSES = OPEN_CLASSES | {"CD"}

# Entities: of what kind a name or an expression is.
TIME_NAMES = frozenset({"DATE", "TIME"})
LANDS = frozenset({"GPE", "LOC"})  # places but buildings
PLACE_NAMES = LANDS | {"FAC"}
LANDS_AND_PEOPLES = LANDS | {"NORP"}
PLACES_AND_PEOPLES = PLACE_NAMES | {"NORP"}
PEOPLES = frozenset({"GPE", "NORP"})
PARTIES = PEOPLES | {"ORG"}
ACTORS = PARTIES | {"PERSON"}
BRANDS = frozenset({"ORG", "PRODUCT"})
