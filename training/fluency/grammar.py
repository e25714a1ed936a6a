"""Which English words are nouns, verbs, names and so on: tags by word id for `mtcheck.fluency_grammar`.

Closed classes and first names are listed (lists of our own making); nouns, verbs and adjectives are told by what stands
beside them in human text, and a word that is used in two ways gets neither tag.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from mtcheck import fluency_grammar as g
from mtcheck.fluency_model import Lexicon
from mtcheck.fluency_text import Token, fold_word

Array = npt.NDArray[Any]

_CLOSED: tuple[tuple[int, str], ...] = (
    (g.DET_SINGULAR | g.CLOSED, "a an this another"),
    (g.DET_SINGULAR | g.STRONG | g.CLOSED | g.LICENSOR, "every each"),
    (g.DET_PLURAL | g.CLOSED, "these those several"),
    (g.DET_PLURAL | g.CLOSED | g.LICENSOR, "few"),
    (g.DET_PLURAL | g.CLOSED, "many"),
    (g.STRONG | g.CLOSED | g.LICENSOR, "all most"),
    (g.STRONG | g.CLOSED, "both"),
    (g.CLOSED | g.PREPOSITION, "to"),
    (g.CLOSED, "two three four five six seven eight nine ten hundred thousand million billion trillion dozen"),
    (g.CLOSED, "the some any that my your his its our their much such so very too as than then or but while though"),
    (g.CLOSED, "because when where how what why until here now again together still just only even quite rather"),
    (g.LICENSOR, "only if unless whether before than nobody nothing none neither nor without hardly scarcely rarely"),
    (g.LICENSOR, "seldom barely little less least fewer no not never"),
    (g.LICENSOR, "cannot too so since until till when what where why"),
    (g.LICENSOR, "how who which whom whose anyone anything anybody any first last worst best most greatest all as"),
    (g.LICENSOR, "unlikely doubt doubts doubted deny denies"),
    (g.LICENSOR, "denied refuse refused surprised surprising impossible glad"),
    (g.LICENSOR, "whatever whoever wherever whenever however longer sorry amazed wonder wondered fail failed prevent"),
    (g.LICENSOR, "None Nobody Nothing Never"),  # written so in code, too, which the lexicon takes for another word
    (g.LICENSOR, "everything everyone everybody neither difficult hard regret forbid whenever lest"),
    (g.AUX_SINGULAR, "is was has does"),
    (g.AUX_SINGULAR | g.LICENSOR, "isn't wasn't hasn't doesn't"),
    (g.AUX_PLURAL, "are were have do"),
    (g.AUX_PLURAL | g.LICENSOR, "aren't weren't haven't don't"),
    (g.AUX, "am be been being will would can could shall should may might must had did having"),
    (g.AUX | g.LICENSOR, "cannot can't won't wouldn't couldn't shouldn't mustn't didn't hadn't mightn't needn't"),
    (g.ADVERB, "not never always often also really certainly probably already soon ever clearly usually"),
    (g.PREPOSITION, "of in on at by with from about into"),
    (g.PREPOSITION, "through for over under after before between against around near"),
    (g.PREPOSITION, "behind beside beyond during without within upon across along among toward towards like despite"),
    (g.AT, "at"),
    (g.SUPERLATIVE, "least most"),
    (g.RELATIVE, "that who which whom"),
    (g.REFLEXIVE | g.MALE | g.SINGULAR, "himself"),
    (g.REFLEXIVE | g.FEMALE | g.SINGULAR, "herself"),
    (g.REFLEXIVE | g.SINGULAR, "itself"),
    (g.REFLEXIVE | g.PLURAL, "themselves"),
    (g.EVER, "ever"),
    (g.SINCE, "since so after more for as than if hardly and or the a an to"),
    (g.SINCE, "greater higher larger lower closer wider deeper smaller stronger"),
    (g.SINCE, "growing increasing changing present ready"),
    (g.THERE, "there"),
    (g.NO | g.CLOSED, "no"),
    (g.AND, "and or nor"),
    (g.PRONOUN | g.MALE | g.SINGULAR, "he him his"),
    (g.PRONOUN | g.FEMALE | g.SINGULAR, "she her hers"),
    (g.PRONOUN | g.SINGULAR, "it its"),
    (g.PRONOUN | g.PLURAL, "they them their theirs"),
    (g.PRONOUN | g.PLURAL, "people"),  # no noun, for "a people" is right, too
    (g.PRONOUN, "i you we me us my your our"),
    (g.QUANTITY, "number lot lots majority minority variety range series"),
    (g.QUANTITY, "couple group pair kind kinds sort sorts types"),
    (g.QUANTITY, "type percent half rest part portion third quarter dozen team family staff crowd band reason chance"),
    (g.QUANTITY, "indication sign possibility prospect likelihood need manner"),
    (g.QUANTITY, "ways evidence class set bunch plenty none"),
    (g.QUANTITY, "handful hundreds thousands millions total audience population army crew police public press board"),
    (g.QUANTITY, "committee council government company list collection combination amount quantity host array"),
    (g.MARK, ". , ; : ! … ( ) \" — [ ]"),
    (g.QUESTION | g.MARK, "?"),
    (g.MALE, "man boy father brother son uncle husband king prince grandfather nephew gentleman actor waiter guy lord"),
    (g.MALE, "priest monk emperor duke dad sir mr businessman policeman fisherman bachelor grandson stepfather"),
    (g.FEMALE, "woman girl mother sister daughter aunt wife queen princess grandmother niece lady actress waitress"),
    (g.FEMALE, "nun empress duchess mum mom madam mrs ms miss businesswoman policewoman granddaughter widow heroine"),
)  # fmt: skip
_IRREGULAR = """
man men / woman women / child children / person people / foot feet / tooth teeth / goose geese / mouse mice / wife wives
life lives / knife knives / wolf wolves / leaf leaves / half halves / thesis theses / crisis crises / analysis analyses
hypothesis hypotheses / phenomenon phenomena / criterion criteria / ox oxen
loaf loaves / thief thieves / shelf shelves
basis bases / oasis oases / diagnosis diagnoses / parenthesis parentheses / nucleus nuclei / fungus fungi / cactus cacti
stimulus stimuli / bacterium bacteria / medium media / louse lice / calf calves / elf elves
policeman policemen / policewoman policewomen / gentleman gentlemen / fireman firemen / salesman salesmen
fisherman fishermen / businessman businessmen / grandchild grandchildren
"""
_MEN = """
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald
Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric
Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry
Tyler Aaron Jose Adam Henry Nathan Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah
Gerald Carl Terry Sean Austin Arthur Lawrence Jesse Dylan Bryan Joe Jordan Billy Bruce Albert Willie Gabriel Logan Alan
Juan Wayne Roy Ralph Randy Eugene Vincent Russell Elijah Louis Bobby Philip Johnny Tom Tim Jim Bob Bill Mike Steve Dave
Dan Ben Sam Max Fred Harry Charlie Luke Simon Martin Oliver Oscar Leo Hugo Victor Edgar Alfred Ernest Herbert Howard
Francis Frederick Leonard Stanley Norman Clarence Ernie Barry Travis Todd Brad Craig Derek Chad Marcus Carlos Luis Mario
Pedro Antonio Miguel Diego Ivan Dmitry Sergei Boris Vladimir Igor Hans Karl Klaus Otto Fritz Jean Pierre Jacques Michel
Omar Ahmed Muhammad Mohammed Ali Hassan Ibrahim Abraham Isaac Moses Solomon Adrian Ian Neil Graham Nigel Trevor Colin
Stuart Geoffrey Clifford Theodore Joel Dean Glenn Curtis Kirk Clyde Wade Lance Brett Spencer Elliott Rodney
"""
_WOMEN = """
Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica
Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly
Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Dorothy Rebecca Sharon Laura Cynthia Amy Kathleen Angela
Shirley Brenda Emma Anna Pamela Nicole Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria Catherine
Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan
Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella
Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla Alexis Lori Marie
Jane Anne Kate Lucy Ellen Eva Clara Rosa Sofia Elena Olga Natasha Tatiana Irina Svetlana Ingrid Greta Heidi Sylvia
Florence Edith Ethel Esther Miriam Naomi Lydia Monica Veronica Claire Caroline Eleanor Harriet Louise Rose Lily Daisy
Molly Becky Peggy Sally Wendy Tina Gina Tracy Stacy Erin Dawn Jill Tanya Tammy Tara Regina Renee Rhonda Sheila Suzanne
Vanessa Paula Penelope Fatima Aisha Leila Yasmin Carmen Lucia Isabel Ana Juanita Meredith Melanie
Valerie Yvonne Bonnie Connie Annie Elaine Eileen Maureen Bridget Nora Sonia Vera Vivian Marjorie Gail Holly April
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ARTICLES = _set("a an this each every another one")
_PLURALS = _set("these those many several few two three four five six seven eight nine ten")
_DEFINITE = _set("the his her its their our my your some no")
_BEFORE_BASE = _set("to will would can could may must should i we they you didn't don't won't")
_BEFORE_S = _set("he she it who")
_AFTER = _set(
    "of is was are were to in and or that who which has had have will for on with by at from as . , ; : ! ? )"
)


def table(lexicon: Lexicon, n_words: int, texts: Iterable[list[Token]]) -> Array:
    """(n_words,) uint32: tags by word id."""
    tags = _open(*_counts(texts))
    for group in _listed_pairs():
        for word, bits in zip(group, (g.SINGULAR, g.PLURAL), strict=True):
            tags[word] = bits
    closed: dict[str, int] = {}
    for bits, listed in _CLOSED:
        for word in listed.split():
            if bits in (g.MALE, g.FEMALE, g.QUANTITY):
                tags[word] = tags.get(word, 0) | bits | (g.SINGULAR if bits != g.QUANTITY else 0)
            else:
                closed[word] = closed.get(word, 0) | bits
    tags = {word: bits | (g.LICENSOR if word.endswith("est") else 0) for word, bits in tags.items()} | closed
    for names, bits in ((_MEN, g.MALE), (_WOMEN, g.FEMALE)):
        for name in names.split():
            tags[name] = tags.get(name, 0) & (g.MALE | g.FEMALE) | g.NAME | bits
    both = g.MALE | g.FEMALE  # "Jordan", "Leslie": either
    result = np.zeros(n_words, dtype=np.uint32)
    words = list(tags)
    for word, number in zip(words, lexicon.ids(words).tolist(), strict=True):
        bits = tags[word]
        if number >= 0:
            result[number] |= np.uint32(bits & ~both if bits & both == both else bits)
    return result


def _listed_pairs() -> list[list[str]]:
    return [group.split() for group in _IRREGULAR.strip().replace("\n", " / ").split("/")]


def _counts(texts: Iterable[list[Token]]) -> tuple[dict[str, Counter[str]], set[str]]:
    """How often each word occurs as each kind, by what stands on either side, and all words in small letters."""
    names = ("singular", "plural", "noun", "before noun", "base", "third", "all")
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for tokens in texts:
        keys = [fold_word(token.key, "en").lower() if token.initial else token.key for token in tokens]
        for i in range(1, len(keys) - 1):
            word, before, after = keys[i], keys[i - 1], keys[i + 1]
            if not (word.isalpha() and word.islower()):
                continue
            counts["all"][word] += 1
            if before in _BEFORE_BASE:
                counts["base"][word] += 1
            elif before in _BEFORE_S:
                counts["third"][word] += 1
            elif before in _ARTICLES or before in _PLURALS or before in _DEFINITE:
                if after not in _AFTER:
                    counts["before noun"][word] += 1
                elif before in _DEFINITE:
                    counts["noun"][word] += 1
                else:
                    counts["singular" if before in _ARTICLES else "plural"][word] += 1
    return counts, set(counts["all"])


def _open(counts: dict[str, Counter[str]], words: set[str]) -> dict[str, int]:
    """Tags of nouns, verbs and adjectives."""
    tags: dict[str, int] = {}
    singular, plural, base, third = (counts[name] for name in ("singular", "plural", "base", "third"))
    for word in words:
        attributive = counts["before noun"][word]
        one, many = singular[word], plural[word]
        nominal = one + many + counts["noun"][word]
        verbal = base[word] + third[word]
        countable = many <= 0.02 * one if one >= 2 else one and not many and word + "s" in words
        if attributive >= 3 and not word.endswith("ed") and attributive > 2 * nominal and verbal <= 0.05 * attributive:
            tags[word] = g.ADJECTIVE
        elif nominal > 4 * verbal and nominal >= 2 and countable and not word.endswith("ing"):
            tags[word] = g.SINGULAR
        elif nominal > 4 * base[word] and many >= 2 and one <= 0.02 * many and third[word] <= 0.003 * nominal:
            tags[word] = g.PLURAL
        elif verbal >= 2 and verbal > 2 * (nominal + attributive):
            tags[word] = g.VERB
            if word.endswith("s") and third[word] > 0.8 * verbal and nominal < 0.05 * verbal:
                tags[word] |= g.VERB_S
            elif base[word] > 0.9 * verbal and nominal < 0.05 * verbal:
                tags[word] |= g.VERB_BASE
        elif word.endswith(("ing", "ed")) and not nominal:
            tags[word] = g.VERB
    for word in [word for word, bits in tags.items() if bits == g.SINGULAR]:
        for form in (word + "s", word + "es", word[:-1] + "ies" if word.endswith("y") else word + "s"):
            nominal = plural[form] + counts["noun"][form]
            if form not in tags and not singular[form] and nominal > 1 and third[form] <= 0.02 * nominal:
                tags[form] = g.PLURAL
    return tags
