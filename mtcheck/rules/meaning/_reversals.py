# ruff: noqa: E501 (tables)
"""Phrases that a translation turns round: what is allowed, never and time and again, only and all but.

By language, made by hand, as the tables of `_claims`. A phrase that has another reading now and then is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mtcheck.rules.meaning._claims import cues
from mtcheck.rules.meaning._crumbs import crumbs_of, needed
from mtcheck.rules.text import Span, has_any

#: Allows, without a denial.
_ALLOWS: Mapping[str, str] = {
    "en": r"may(?! (?:not|have|well|never|only|still)\b)(?= [a-z]{2})|(?:is|are) allowed|(?:is|are) permitted|can be \w+(?:ed|en|wn|ght|ne|lt|ld|pt|nt)",
    "de": r"darf|dürfen|(?:ist|sind) erlaubt|(?:ist|sind) gestattet|(?:ist|sind) zulässig",
    "fr": r"peut|peuvent|(?:est|sont) autorisée?s?|(?:est|sont) permise?s?",
    "es": r"(?:puede|pueden|podrá|podrán)|(?:está|están) permitid\w+|se permiten?",
    "it": r"può|possono|potrà|potranno|(?:è|sono) consentit\w+|(?:è|sono) permess\w+",
    "pt": r"(?:pode|podem|poderá|poderão)|(?:é|são) permitid\w+",
    "nl": r"(?:mag|mogen)|(?:is|zijn) toegestaan",
    "ru": r"можно|разреша(?:ется|ются)|разрешен[оаы]?|разрешён|допускается|допускаются|допустим\w+",
    "uk": r"можна|дозволя(?:ється|ються)|дозволен[оаі]|допускається",
    "pl": r"można|wolno|dozwolon\w+|dopuszcza się",
    "zh": r"(?<!不)可以|可用于|可用於|允许|允許|准许|准許",
    "ja": r"てもよい|できます|許可され|認められ",
}
#: Allows with a condition, which is another way to forbid the rest.
_CONDITION: Mapping[str, str] = {
    "en": r"only|unless|until|except|exclusively|solely|provided|if|with|when|after|before|no longer|longer",
    "de": r"nur|außer|ausschließlich|erst|sofern|wenn|falls|mit|nach|vor|lediglich",
    "fr": r"que|qu|seul\w*|sauf|uniquement|si|avec|après|avant|exclusivement",
    "es": r"s[oó]lo|solamente|únicamente|salvo|excepto|si|con|tras|después|exclusivamente",
    "it": r"solo|soltanto|unicamente|salvo|tranne|se|con|dopo|esclusivamente|solamente",
    "pt": r"só|somente|apenas|salvo|exceto|se|com|após|depois|exclusivamente|unicamente",
    "nl": r"alleen|slechts|tenzij|behalve|pas|mits|als|met|na|uitsluitend",
    "ru": r"только|лишь|кроме|если|исключительно|при|с|со|после|при условии",
    "uk": r"тільки|лише|лиш|крім|якщо|виключно|за|з|із|зі|після|при",
    "pl": r"tylko|jedynie|wyłącznie|chyba|jeśli|jeżeli|z|ze|za|po|dopiero",
    "zh": r"只|仅|僅|除非|除外|才|经|經|后|後|如",
    "ja": r"のみ|だけ|限り|場合|以外|ない",
}
#: Not a single time.
_NEVER: Mapping[str, str] = {
    "en": r"never|not (?:even )?once|not a single time",
    "de": r"nie|niemals|(?:nicht ein|kein) einziges mal|nicht einmal ein einziges mal|kein einziges mal",
    "fr": r"jamais|pas une (?:seule )?fois",
    "es": r"nunca|jamás|ni una (?:sola )?vez",
    "it": r"mai|(?:nemmeno|neanche|neppure) una (?:sola )?volta|non una (?:sola )?volta",
    "pt": r"nunca|jamais|nem uma (?:única |só )?vez",
    "nl": r"nooit|geen enkele keer|niet één keer",
    "sv": r"aldrig|inte en enda gång",
    "ru": r"никогда|ни разу|ни (?:одного|единого) раза",
    "uk": r"ніколи|ні разу|жодного разу|ані разу",
    "pl": r"nigdy|ani razu|ani jeden raz",
    "cs": r"nikdy|ani jednou|ani jedenkrát",
    "zh": r"从未|從未|从不|從不|从来没|從來沒|一次也没|一次也沒|一次都没|一次都沒|没有一次|從沒|从没",
    "ja": r"一度も|決して|一回も",
}
#: Several times or many.
_AGAIN: Mapping[str, str] = {
    "en": r"more than once|repeatedly|on more than one occasion|several times|many times|time and again|time after time|again and again|on several occasions|a number of times|numerous times|often|frequently|(?:a few|two or three|three or four) times|once or twice",
    "de": r"mehr als einmal|mehrmals|mehrfach|wiederholt|immer wieder|oft|häufig|ein ums andere mal|viele male|vielfach|manchmal|ein paarmal|etliche male",
    "fr": r"plus d'une fois|plusieurs fois|à (?:plusieurs|maintes|de nombreuses) reprises|souvent|maintes fois|de nombreuses fois|bien des fois|parfois|quelquefois",
    "es": r"más de una vez|varias veces|muchas veces|repetidamente|en (?:varias|repetidas|numerosas|múltiples) ocasiones|a menudo|con frecuencia|reiteradamente|una y otra vez|a veces",
    "it": r"più (?:di una )?volt[ae]|più volte|ripetutamente|spesso|molte volte|diverse volte|in (?:più|diverse|numerose|varie) occasioni|a volte|parecchie volte",
    "pt": r"mais de uma vez|várias vezes|muitas vezes|repetidamente|em (?:várias|diversas|inúmeras) ocasiões|frequentemente|com frequência|diversas vezes|inúmeras vezes|às vezes",
    "nl": r"meer dan eens|meermaals|meerdere (?:keren|malen)|herhaaldelijk|vaak|dikwijls|telkens weer|een paar keer|soms",
    "sv": r"mer än en gång|flera gånger|upprepade gånger|ofta|gång på gång|ibland|många gånger",
    "ru": r"(?<!ни )не раз|неоднократно|много раз|несколько раз|многократно|не однажды|часто|то и дело|раз за разом|иногда|пару раз",
    "uk": r"не раз|неодноразово|багато разів|кілька разів|багаторазово|часто|раз у раз|раз по раз|іноді|інколи|не один раз",
    "pl": r"nieraz|nie raz|niejednokrotnie|wielokrotnie|wiele razy|kilka razy|kilkakrotnie|często|raz po raz|czasami|czasem",
    "cs": r"nejednou|opakovaně|mnohokrát|několikrát|často|víckrát|občas",
    "zh": r"多次|不止一次|屡次|屢次|再三|一再|反复|经常|經常|常常|几次|幾次|好几次|好幾次|屡屡",
    "ja": r"何度も|たびたび|度々|しばしば|繰り返し|何回も|一度ならず|再三|よく|時々",
}
#: Restricts to one: `only`.
_ONLY: Mapping[str, str] = {
    "en": r"only|solely|exclusively",
    "de": r"nur|ausschließlich|lediglich|allein",
    "fr": r"seul(?:e|s|es|ement)?|uniquement|exclusivement|ne \w+(?: \w+)? qu['e]",
    "es": r"s[oó]lo|solamente|únicamente|exclusivamente|únic[oa]s?",
    "it": r"solo|soltanto|solamente|unicamente|esclusivamente",
    "pt": r"só|somente|apenas|unicamente|exclusivamente",
    "nl": r"alleen|slechts|uitsluitend|enkel",
    "sv": r"bara|endast|enbart|uteslutande",
    "ru": r"только|лишь|исключительно",
    "uk": r"тільки|лише|виключно",
    "pl": r"tylko|jedynie|wyłącznie",
    "cs": r"jen|pouze|jenom|výhradně",
    "zh": r"只有|仅|僅|只在|只限|仅限|只能|只对|只",
    "ja": r"のみ|だけ|限り|に限",
}
#: All but one; the word for all belongs to it, for `außer` and `кроме` alone may add as well.
_ALL_BUT: Mapping[str, str] = {
    "en": r"(?:all|every|any|anyone|everyone|everything|everybody|everywhere|each|always)\b[^.;:!?]{0,40}?\b(?:except|apart from|other than|but|save|excluding|with the exception)",
    "de": r"(?:alle[nmrs]?|jede[nmrs]?|überall|immer|jederzeit|sämtliche[nr]?)\b[^.;:!?]{0,40}?\b(?:außer|ausgenommen|ausser|mit ausnahme|bis auf)",
    "fr": r"(?:tous|toutes|tout|toute|chaque|partout|toujours)\b[^.;:!?]{0,40}?(?:sauf|excepté|hormis|à l'exception|hors)",
    "es": r"(?:todos|todas|todo|toda|cada|siempre|cualquier\w*)\b[^.;:!?]{0,40}?(?:excepto|salvo|menos|a excepción|con excepción)",
    "it": r"(?:tutti|tutte|tutto|tutta|ogni|ovunque|sempre|qualsiasi)\b[^.;:!?]{0,40}?(?:tranne|eccetto|salvo|ad eccezione|fuorché|meno)",
    "pt": r"(?:todos|todas|todo|toda|cada|sempre|qualquer)\b[^.;:!?]{0,40}?(?:exceto|salvo|menos|com exceção|à exceção)",
    "nl": r"(?:alle|alles|iedereen|elke?|iedere?|overal|altijd)\b[^.;:!?]{0,40}?(?:behalve|uitgezonderd|met uitzondering)",
    "sv": r"(?:alla|allt|varje|överallt|alltid)\b[^.;:!?]{0,40}?(?:utom|förutom|med undantag)",
    "ru": r"(?:все\w{0,2}|всё|всюду|везде|всегда|кажд\w+|люб\w{2,4})\b[^.;:!?]{0,40}?(?:кроме|за исключением|помимо)",
    "uk": r"(?:всі\w?|усі\w?|все|скрізь|завжди|кожн\w+|будь-як\w+)\b[^.;:!?]{0,40}?(?:крім|окрім|за винятком)",
    "pl": r"(?:wszyst\w+|wszyscy|wszędzie|zawsze|każd\w+)\b[^.;:!?]{0,40}?(?:oprócz|poza|z wyjątkiem|prócz)",
    "cs": r"(?:všich\w+|všech\w*|vše|všude|vždy|každ\w+)\b[^.;:!?]{0,40}?(?:kromě|s výjimkou|vyjma|mimo)",
    "zh": r"除[^。；！？]{1,20}(?:以外|之外|外)[^。；！？]{0,8}(?:都|均|所有|全|一律)",
    "ja": r"以外[^。]{0,10}(?:すべて|全て|全部|みな|どこでも)",
}  # fmt: skip
#: Takes out of a whole, or adds to it: no all-but is told where the other side has one of these.
_EXCEPT: Mapping[str, str] = {
    "en": r"except\w*|apart|other than|but|save|exclud\w+|besides|beyond|unless",
    "de": r"außer\w*|ausser\w*|ausgenommen|ausnahme\w*|bis auf|neben|sondern|ohne|nicht|kein\w*",
    "fr": r"sauf|excepté|hormis|exception\w*|hors|mais|outre|sinon",
    "es": r"excep\w+|salvo|menos|sino|además",
    "it": r"tranne|ecce\w+|salvo|fuorché|meno|ma|oltre",
    "pt": r"exce\w+|salvo|menos|senão|mas|além",
    "nl": r"behalve|uitgezonderd|uitzondering\w*|maar|naast|niet|geen",
    "sv": r"utom|förutom|undantag\w*|utan|inte",
    "ru": r"кроме|исключени\w+|помимо|не|но",
    "uk": r"крім|окрім|винят\w+|не|але",
    "pl": r"oprócz|poza|wyjątk\w+|prócz|nie|ale",
    "cs": r"kromě|výjim\w+|vyjma|mimo|ale",
    "zh": r"除|外|但|不|没",
    "ja": r"以外|除|ほか|外|ない",
}
#: Has not come to pass so far.
_NOT_YET: Mapping[str, str] = {
    "en": r"(?:has|have|had|is|are|was|were) yet to|not yet|yet to be|(?:has|have|had|is|are|was|were) still to|remains? to be|(?:is|are|has|have|had|was|were)n't [^.;:!?]{1,40}? yet|not [^.;:!?,]{1,40}? yet|still (?:not|no|hasn't|haven't|isn't|aren't|has not|have not)",
    "de": r"noch nicht|noch kein\w*|noch immer nicht|immer noch nicht|noch nie|noch aus(?:steht|stehen)?|steht noch aus|stehen noch aus|bislang nicht|bisher nicht|bislang kein\w*|bisher kein\w*",
    "fr": r"pas encore|toujours pas|n['’]\w+ encore (?:pas|rien|jamais)|reste(?:nt)? à|encore à venir|jusqu['’]ici pas",
    "es": r"todavía no|aún no|no [^.;:!?,]{1,40}? (?:todavía|aún)|sigue(?:n)? sin|está(?:n)? por|queda(?:n)? por",
    "it": r"non [^.;:!?,]{0,30}?ancora|ancora non|non ancora|devono ancora|deve ancora|resta(?:no)? da",
    "pt": r"ainda não|não [^.;:!?,]{1,40}? ainda|continua(?:m)? sem|está(?:ão)? por|falta(?:m)? ainda",
    "nl": r"nog niet|nog geen|nog steeds niet|nog altijd niet|nog moet\w*|moet\w* nog",
    "sv": r"ännu inte|inte ännu|ännu ingen|ännu inget|fortfarande inte",
    "ru": r"пока не|пока нет|пока что не|пока что нет|ещё не|еще не|ещё нет|еще нет|до сих пор не|ещё предстоит|еще предстоит|по-прежнему не|пока ещё не|пока еще не",
    "uk": r"поки не|поки що не|поки що нема|ще не|ще немає|досі не|досі нема|ще належить|поки ще не",
    "pl": r"jeszcze nie|nie [^.;:!?,]{0,30}?jeszcze|wciąż nie|nadal nie|dotąd nie|na razie nie|dotychczas nie",
    "cs": r"ještě ne\w*|zatím ne\w*|dosud ne\w*|doposud ne\w*|stále ne\w*",
    "zh": r"尚未|还没|還沒|还未|還未|仍未|尚不|尚无|尚無|至今未|至今没|有待|尚待",
    "ja": r"まだ[^。]{0,20}(?:ない|ません|いない|おらず|なかった)|未だ",
}
#: Has come to pass by now.
_ALREADY: Mapping[str, str] = {
    "en": r"already",
    "de": r"bereits|schon",
    "fr": r"déjà",
    "es": r"ya",
    "it": r"già",
    "pt": r"já",
    "nl": r"al|reeds",
    "sv": r"redan",
    "ru": r"уже",
    "uk": r"вже|уже",
    "pl": r"już",
    "cs": r"již|už",
    "zh": r"已经|已經|早已|已",
    "ja": r"すでに|既に|もう",
}
#: Was so, and is so no more.
_NO_LONGER: Mapping[str, str] = {
    "en": r"no longer|anymore|any longer",
    "de": r"nicht mehr|kein\w* [^.;:!?,]{0,30}?mehr|nicht länger|längst nicht mehr|nichts mehr|niemand mehr",
    "fr": r"(?:ne|n['’])\s?[^.;:!?,]{1,30}? plus|ne plus",
    "es": r"ya no|no [^.;:!?,]{1,30}? más|dej(?:ó|aron) de",
    "it": r"non [^.;:!?,]{0,30}?più",
    "pt": r"já não|não [^.;:!?,]{0,30}?mais|deix(?:ou|aram) de",
    "nl": r"niet (?:langer|meer)|geen [^.;:!?,]{0,30}?meer|niets meer",
    "sv": r"inte längre|inte mer|ingen längre|inga längre",
    "ru": r"больше не|больше нет|более не|уже не|уже нет",
    "uk": r"більше не|більше немає|більше нема|вже не|уже не|вже немає",
    "pl": r"już (?:\w+ )?(?:nie|nikt|nic)|nie [^.;:!?,]{0,20}?już",
    "cs": r"už (?:\w+ )?(?:ne\w*|nikdo|nic)|již ne\w*",
    "zh": r"不再|再也不|再也没|已不|已经不|已經不",
    "ja": r"もう[^。]{0,20}(?:ない|ません)|もはや|なくなった",
}
#: Was so, and is so now.
_STILL: Mapping[str, str] = {
    "en": r"still|continues? to|to this day",
    "de": r"noch immer|immer noch|nach wie vor|weiterhin|noch heute|bis heute",
    "fr": r"toujours|encore|continuent? (?:de|à)|aujourd'hui encore",
    "es": r"todavía|aún|siguen?|sigue siendo|continúan?",
    "it": r"ancora|tuttora|continuano?",
    "pt": r"ainda|continuam?",
    "nl": r"nog steeds|nog altijd|nog",
    "sv": r"fortfarande|ännu",
    "ru": r"всё ещё|все еще|все ещё|по-прежнему|до сих пор|ещё|еще|поныне|продолжа\w+",
    "uk": r"досі|все ще|усе ще|й досі|по-старому|продовжу\w+",
    "pl": r"wciąż|nadal|jeszcze|dalej",
    "cs": r"stále|pořád|ještě|nadále|dosud",
    "zh": r"仍然|依然|仍旧|仍舊|还在|還在|仍在|仍|至今仍",
    "ja": r"まだ|今も|いまだ|依然|今でも",
}
_KINDS = {
    "not-yet": _NOT_YET, "already": _ALREADY, "no-longer": _NO_LONGER, "still": _STILL,
    "allows": _ALLOWS, "condition": _CONDITION, "never": _NEVER, "again": _AGAIN, "only": _ONLY, "all-but": _ALL_BUT,
    "except": _EXCEPT,
}  # fmt: skip


@cache
def _pattern(kind: str, lang: str) -> re.Pattern[str] | None:
    return cues(_KINDS[kind].get(lang), lang)


@cache
def crumbs(kind: str, lang: str) -> tuple[str, ...]:
    """Letters, in whatever case, one of which a text has that says something of a kind; none for another language."""
    row = _telling(kind, lang)
    return crumbs_of(row) if row else ()


@cache
def needed_for(kind: str, lang: str) -> tuple[str, ...]:
    """Strings in lower case, one of which a text in lower case has that says something of a kind."""
    row = _telling(kind, lang)
    return needed(row) if row else ()


def _telling(kind: str, lang: str) -> str:
    """The part of a row of phrases that fewest texts have."""
    row = _KINDS[kind].get(lang, "")
    if kind == "all-but":
        return "除" if lang == "zh" else "以外" if lang == "ja" else row.partition("{0,40}?")[2].removeprefix(r"\b")
    return row


def says(kind: str, text: str, lang: str) -> Span | None:
    """Where a text first says something of a kind: allows, condition, never, again, only, all-but, except."""
    pattern = _pattern(kind, lang)
    if pattern is None or not has_any(text, crumbs(kind, lang)):
        return None
    found = pattern.search(text.replace("’", "'"))
    return found.span() if found else None


def turned_round(lost: str, made_up: str, texts: tuple[str, str], langs: tuple[str, str]) -> tuple[Span, Span] | None:
    """The source's phrase of one kind and the target's of the other, where neither side has one of the other's kind."""
    there = says(made_up, texts[1], langs[1])
    here = says(lost, texts[0], langs[0]) if there else None
    if here is None or there is None or says(made_up, texts[0], langs[0]) or says(lost, texts[1], langs[1]):
        return None
    return here, there
