"""Whether an unlisted word is a form of a listed one, by the endings of Slavic nouns and adjectives."""

from __future__ import annotations

from mtcheck.rules.words.lexicon import ranks

#: Endings of the cases, the longest first.
_ENDINGS = {
    lang: tuple(sorted(endings.split(), key=len, reverse=True))
    for lang, endings in {
        "ru": "а я о е у ю ы и ой ей ом ем ам ям ах ях ами ями ов ев ого его ому ему ый ий ая ое ые ых их ым им ую",
        "uk": "а я о е у ю и і ї ою ею ом ем єм ам ям ах ях ами ями ів їв ові еві ого ому ий ій их им ими",
        "be": "а я о е у ю ы і ой ай ом ам ем ям ах ях амі ямі оў аў яў ога ага аму ая ое ыя іх ым ых ую",
        "pl": "a ą e ę i o u y ie owi em ami ach om ów ego emu ym ymi ych iem iami iach iom ej",
        "cs": "a á e é ě i í o u ů y ou em ám ách ami ech ích ův ovi ého ému ým ými ých ům",
    }.items()
}
_SHORTEST_STEM = 3
#: Other forms that the list must have.
_LISTED = 2


def is_inflected(word: str, lang: str, shortest: int = 1) -> bool:
    """Whether the list of the language has two other forms of a word in small letters: `ток`, `тока` of `током`.

    `shortest` is the number of letters of its ending at least.
    """
    known = ranks(lang)
    for ending in _ENDINGS.get(lang, ()):
        stem = word[: -len(ending)]
        if len(ending) >= shortest and word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
            forms = {stem + other for other in ("", *_ENDINGS[lang])} - {word}
            if sum(form in known for form in forms) >= _LISTED:
                return True
    return False
