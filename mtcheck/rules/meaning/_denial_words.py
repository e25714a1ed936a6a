# ruff: noqa: E501 (tables)
"""Words that deny, by language: those that surely do, those that may, and phrases in which they do not.

Made by hand, from the words that go with `not`, `no` and `never` in parallel text (`training/` data), and against false
alarms there. A word may deny in a hundred ways, so the lists of what may are long: they keep the rules quiet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mtcheck.rules.text import word_set


@dataclass(frozen=True, slots=True)
class Denial:
    """How a language denies. Words are in lower case; patterns are searched in lower-case text."""

    sure: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    sure_ending: re.Pattern[str] | None = None  # makes a word of such: `n't`, Turkish verbs
    sure_crumbs: tuple[str, ...] = ()  # a text with such a word has one of these; empty: no shorter test
    sure_signs: re.Pattern[str] | None = None  # in place of words, for scripts without spaces
    sure_literals: tuple[str, ...] = ()  # those of them that are plain strings
    sure_hints: tuple[str, ...] = ()  # one of which a text with any other of them has
    maybe_pattern: re.Pattern[str] | None = None
    idioms: re.Pattern[str] | None = None  # phrases with a sure word that deny nothing
    prefixes: tuple[str, ...] = ()  # before a known word they make it deny: `un-likely`


def _denial(
    sure: str,
    maybe: str,
    idioms: str = "",
    ending: str = "",
    maybe_pattern: str = "",
    prefixes: str = "",
    signs: str = "",
    hints: str = "",
) -> Denial:
    def made(text: str) -> re.Pattern[str] | None:
        return re.compile(text) if text else None

    return Denial(
        sure=word_set(sure),
        maybe=word_set(maybe),
        sure_ending=made(ending),
        sure_crumbs=("'t", "’t") if ending.endswith("]t$") else (),
        sure_signs=made(signs),
        sure_literals=tuple(sign for sign in signs.split("|") if sign.isalpha()),
        sure_hints=tuple(hints.split()),
        maybe_pattern=made(maybe_pattern),
        idioms=made(idioms),
        prefixes=tuple(prefixes.split()),
    )


TABLES: Mapping[str, Denial] = {
    "en": _denial(
        "not no never nobody nothing none neither nor cannot nowhere don't doesn't didn't isn't aren't wasn't weren't "
        "won't wouldn't can't couldn't shouldn't haven't hasn't hadn't mustn't needn't ain't",
        "without lest hardly barely rarely seldom scarcely little few fewer less least only unless until till instead rather "
        "nope nah poor poorly terrible terribly fair reluctant deficient absence absent free otherwise missing zero nil minus non beyond except apart besides unlike despite too yet "
        "against far short away off out lest unable null void mere merely just simply alone regardless empty vain hard "
        "difficult contrary opposite short-lived wrong false longer any anyone anything ever either",
        r"\bnot (?:only|just|least|merely|simply|to mention|yet|even|long|surprisingly|until|all|every|always)\b"
        r"|\bno (?:doubt|matter|sooner|less|fewer|longer|more|wonder|one|later|other|better)\b|\bnone other\b|\bif not\b"
        r"|\bor not\b|\bnothing (?:but|short)\b|\bnever (?:again|before|ending|mind)\b|\bno\. ?\d|\bnot far\b|\bwhy not\b"
        r"|\bnone the\b|\bcan(?:no|')t (?:help|wait)\b|\bsay no\b|\bno to\b|\bno[,.!]",
        r"n['’]t$",
        r"n['’]t\b|\b(?:lack|fail|refus|den[iy]|reject|declin|prevent|avoid|prohibit|ban|forb|exclud|except|neglect|ignor"
        r"|stop|miss|los[est]|ceas|abandon|doubt|oppos|abstain|omit|withh|withdr|cancel|waiv|abs|quit|drop|skip"
        r"|remov|def[yi]|refrain|relucta|blind|destroy|gone|vanish|disappear|suck|sold|regardless|counter|anti|struggl"
        r"|hat(?:e|ing)|stupid|asymptom|intact|carefree|sorry|apolog|surplus|apprehens|spar(?:e|ing)|scrap|curb"
        r"|keep\w* (?:\w+ ){1,4}from\b|kept (?:\w+ ){1,4}from\b|elud|evad|bypass|immun|overlook|forg[eo]t|secretly|discreet|devoid|awake|sleepless|mistak"
        r"|indisp|inevit|indefin|irre|un-)\w*|\by/n\b|\bto be desired\b|\blast thing\b|\bother than\b|\w{3}less(?:ly)?\b|\bnon-|-free\b",
        "un in im il ir dis non mis",
    ),
    "de": _denial(
        "nicht nichts kein keine keinen keiner keines keinem keinerlei nie niemals niemand niemanden niemandem weder nirgends nirgendwo",
        "noch ohne kaum wenig wenige weniger selten nur erst außer statt anstatt sondern fehlt fehlen fehlte fehlten fehlende "
        "fehlenden null mangels abgesehen trotz ungeachtet nein leer frei bevor falsch lediglich allein bloß "
        "jemals irgend einzig einzige einzigen",
        r"\bnicht (?:nur|zuletzt|mehr und nicht|allein|weniger|einmal|zuerst|selten|minder|umsonst|bloß|lange)\b"
        r"|\bwenn nicht\b|\boder nicht\b|\bnichts als\b|\bnie wieder\b|\bnicht wahr\b|\bgar nicht so\b|\bbevor nicht\b",
        "",
        r"\b(?:verweiger|verbiet|verbot|verhinder|vermeid|vermied|lehn|leugn|abgelehnt|mangel|fehl|verzicht|versäum|ausgeschl"
        r"|ausschl|scheiter|unterl|entfall|entfiel|verlor|verlier|verlust|vermiss|hinder|weiger|wider|ausbleib|blieb)"
        r"|los(?:e[mnrs]?)?\b|frei(?:e[mnrs]?)?\b|\bnicht-",
        "un miss",
    ),
    "fr": _denial(
        "pas aucun aucune rien nullement guère jamais",
        "ne n non sans ni jamais personne nul nulle peu moins seulement sauf hormis faute absence manque rare rarement "
        "guère seul seule seuls seules sinon plutôt malgré hors excepté dépourvu dépourvue vide loin jusqu'à ",
        r"\bpas (?:seulement|moins|que|mal|uniquement|un seul|forcément)\b|\bn'est-ce pas\b|\bou pas\b|\brien que\b"
        r"|\bpas à pas\b|\b(?:premier|premiers|grand|petit|faux|le|un|au|du|les|ces|ses|nos|deux) pas\b|\bpas de la porte\b"
        r"|\bpourquoi pas\b|\bpas plus\b|\b(?:que|qu'\w+|si|à|tout|sans|sans que|presque|quasi) jamais\b|\bjamais (?:aussi|autant|plus)\b",
        "",
        r"\bn['’]|\b(?:refus|interdi|empêch|évit|échou|manqu|rejet|exclu|absten|nie|nia|démen|cess|perd|abandon|ignor|prive|priv"
        r"|aboli|contest|oppos|non-|incap|inutil|insuff|inex|incert|injust|inacc|inad|ineff|inhab|incomp|indisp|désacc)",
        "im ir il mé",
    ),
    "es": _denial(
        "no nunca jamás nadie nada ningún ninguno ninguna tampoco",
        "sin ni salvo excepto menos poco pocos poca pocas apenas sólo solo solamente falta ausencia carece carecen sino raramente "
        "rara único única únicos únicas únicamente nulo nula imposible difícil vacío demasiado alguno alguna",
        r"\bno (?:sólo|solo|solamente|obstante|menos|únicamente|más que|hay duda|cabe duda|bien|en vano)\b|\bo no\b|\ba no ser\b"
        r"|\bnada más\b|\bsi no\b|\bmás que nunca\b|\bpor qué no\b|\bcomo nunca\b|\bque nunca\b|\bno hace mucho\b",
        "",
        r"\b(?:neg|nieg|rechaz|imped|impid|evit|prohib|fracas|falt|exclu|rehus|ignor|carec|perd|pierd|abandon|desminti|opon|opus|incap|inútil|insufic|inex|inciert|injust|inacept|inadec|inusual|incomp|incumpl|descon|desap)",
        "im ir des",
    ),
    "it": _denial(
        "non nessun nessuno nessuna niente nulla neanche nemmeno neppure",
        "senza né no mai poco poca pochi poche meno solo soltanto raramente appena salvo tranne eccetto mancanza assenza manca "
        "mancano unico unica unici uniche anziché piuttosto lontano privo priva privi difficile finché mal ",
        r"\bnon (?:solo|soltanto|meno|più che|altro che|ultimo|a caso|appena)\b|\bo no\b|\bse non\b|\bperché no\b|\bnon-\w+"
        r"|\bfinché non\b",
        "",
        r"\b(?:neg|rifiut|imped|evit|viet|proib|fall|manc|esclu|ignor|perd|perso|abbandon|smenti|oppos|incap|inutil|insuff|inesist|incert|ingius|inacc|inad|ineff|insol|incomp|sconos|scomp)",
        "im ir il dis",
    ),
    "pt": _denial(
        "não nunca jamais ninguém nada nenhum nenhuma tampouco nem",
        "sem nem pouco poucos pouca poucas menos só somente apenas raramente falta ausência exceto salvo carece senão longe "
        "difícil impossível qualquer único única únicos únicas unicamente ",
        r"\bnem (?!tod[oa]s?\b|sempre\b|tudo\b)|\bnão (?:só|somente|apenas|menos|obstante|há dúvida)\b|\bou não\b|\bse não\b|\bnada mais\b|\bdo que nunca\b"
        r"|\bcomo nunca\b|\bpor que não\b|\ba não ser\b",
        "",
        r"\b(?:neg|recus|imped|evit|proib|fracass|falt|falh|exclu|ignor|carec|perd|abandon|desment|opô|opu|rejeit|incap|inútil|insufic|inex|incert|injust|inaceit|inadeq|inef|invulg|incomp|descon|desap)",
        "im ir des",
    ),
    "nl": _denial(
        "niet niets geen nooit niemand nergens",
        "zonder noch nauwelijks amper weinig minder zelden alleen slechts behalve tenzij tot totdat maar nee gebrek ontbreken "
        "ontbreekt ontbrak in plaats weg vrij leeg los verre moeilijk te afgezien evenmin meer ooit enige enkel",
        r"\bniet (?:alleen|in het minst|minder|zelden|voor niets|slechts|zomaar|enkel)\b|\bof niet\b|\bniet waar\b"
        r"|\bzo niet\b|\bnooit meer\b|\bniets (?:dan|anders)\b",
        "",
        r"\b(?:weiger|verbod|verbied|voorkom|voorkwam|vermijd|vermeed|mislu|gefaald|faal|afgewezen|ontken|ontbr|uitgesl|negeer|verlor"
        r"|verloor|verliez|ophou|opgehou|belet|on\w{3})|loos\b|loze\b|vrij\b|\bniet-",
        "on in ir mis",
    ),
    "sv": _denial(
        "inte ingen inget inga aldrig ej icke",
        "utan knappt knappast färre sällan bara endast förutom utom istället varken saknar saknas saknade saknades brist "
        "nej mindre fri fritt svårt tills förrän innan heller enbart föga trots långt ",
        r"\binte (?:bara|minst|endast|enbart|mindre|sällan|bara|förrän)\b|\beller inte\b|\bom inte\b|\bvarför inte\b"
        r"|\binget annat\b|\binte heller\b",
        "",
        r"\b(?:vägra|förbj|förbud|förhindr|undvik|undvek|misslyck|förnek|avvis|avslå|avböj|uteslut|sakna|strunt|förlor|hindra|upphör"
        r"|okän|omöj|ovan)|lös[at]?\b|fri[at]?\b|\bicke-",
        "o miss",
    ),
    "ru": _denial(
        "не нет никогда никто никого никому ничего ничто нельзя нету никакой никаких никакого никакие никакая никакой нигде никуда",
        "без ни кроме помимо лишь только едва мало меньше редко вместо невозможно отсутствие отсутствует отсутствуют отсутствии "
        "отсутствия единственный единственная единственное единственные единственным единственной исключительно нечего некому нечем некого негде некуда некогда незачем неоткуда трудно сложно пока прежде против вряд запрет зря напрасно ничуть никак хотя скорее слишком всего",
        r"\bне (?:только|просто|менее|раз|более|больше чем|столько|зря|случайно|исключено|секрет|говоря|считая|обойтись|так давно|от хорошей жизни)\b|\bничего страшного\b|\bничего (?:себе|удивительного)\b"
        r"|\bесли не\b|\bпока не\b|\bчуть не\b|\bедва не\b|\bне может не\b|\bне мог\w* не\b|\bникто иной\b|\bи не только\b"
        r"|\bникогда (?:раньше|прежде|ранее)\b|\bкак никогда\b|\bтак и не\b",
        "",
        r"\b(?:отказ|отмен|отрица|отвер|запре|предотвра|избе|лиш|исключ|прекра|отсутств|игнорир|потер|провал|упус|мешал|воспреп|опроверг"
        r"|недоста|без(?!опас)\w{2}|бес(?!ед)\w{2})",
        "не без бес",
    ),
    "uk": _denial(
        "не немає нема ніколи ніхто нікого нікому нічого ніщо ні неможливо жоден жодного жодної жодних жодна ніде",
        "без крім окрім лише тільки ледь ледве мало менше рідко замість важко поки доки навряд відсутність відсутні "
        "відсутній бракує ані хоча радше надто єдиний єдина єдине єдині єдиним виключно нічим нікуди",
        r"\bне (?:тільки|лише|просто|менш|менше|раз|більше ніж|стільки|випадково)\b|\bякщо не\b|\bпоки не\b|\bмало не\b"
        r"|\bледь не\b|\bне може не\b|\bніхто інший\b|\bяк ніколи\b|\bчи ні\b|\bдоки не\b|\bтак і не\b",
        "",
        r"\b(?:відмов|скасов|запереч|відкин|заборон|запоб|уник|позбав|виключ|припин|відсутн|ігнор|втра|провал|спрост|недост|без(?!пе)\w{2}"
        r"|завад|перешк)",
        "не без",
    ),
    "pl": _denial(
        "nie nigdy nikt nikogo nikomu nic niczego żaden żadnego żadnej żadnych żadna żadne nigdzie",
        "bez ani oprócz poza tylko jedynie zaledwie ledwo mało mniej rzadko zamiast brak braku brakuje niemożliwe trudno dopóki "
        "zanim jedyny jedyna jedyne jedynym jedynego wyłącznie wbrew przeciw chyba raczej lecz zbyt dopiero choć",
        r"\bnie (?:tylko|mniej|bez|lada|więcej niż|raz|kto inny)\b|\bjeśli nie\b|\bczy nie\b|\bjak nigdy\b|\bdopóki nie\b"
        r"|\bo mało nie\b|\bnic innego\b|\bco nie\b",
        "",
        r"\b(?:odm[aóo]w|odwoł|zaprzecz|odrzuc|zakaz|zapobie|unik|pozbaw|wyklucz|przesta|ignor|utrac|strac|niepowo|zabr|braku|nieob|bez(?!pie|poś)\w{3})",
        "nie",
    ),
    "cs": _denial(
        "není nejsou nebyl nebyla nebylo nebyli nebyly nebude nebudou nemá nemají nemůže nemohou nemohl nemohla nemohli nelze "
        "nechce nechtěl nesmí nemusí neměl neměla neměli neví žádný žádná žádné žádného žádnou žádných nikdo nikoho nic "
        "ničeho nikdy nikde neexistuje nejsem nejde nikoli nikoliv",
        "bez ani ne kromě jen pouze sotva málo méně zřídka místo nemožné chybí chybějí chyběl nedostatek těžko dokud mimo "
        "ač jediný jediná jediné jediného výhradně spíše příliš jinak stěží teprve",
        r"\bnejen\b|\bne(?:ní|jsou|byl\w*) (?:jen|pouze|divu|náhodou)\b|\bnic jiného\b|\bnebo ne\b|\bjako nikdy\b|\bdokud ne\w+",
        "",
        r"\b(?:odm[íi]t|popř|zamít|zakáz|zakaz|zabrán|vyhnou|vyhn|zbav|vylouč|přesta|ignor|ztrat|ztrác|selh|postr|nedost|bez(?!pe)\w{3}|ne(?!děl|b[eo]|ž\b|j|mocn|rv|tt|hod|w|on|utr|rost|sk|st|us|ur|pál)\w{2})",
        "ne",
    ),
    "tr": _denial(
        "değil değildir değildi değiller değilse yok yoktu yoktur asla",
        "hiç hiçbir kimse hayır olmadan dışında hariç sadece yalnızca az nadiren yerine aksine zor önce hiçbiri "
        "eksik eksikliği rağmen henüz imkansız",
        r"\b(?:sadece|yalnızca|yalnız|yalnızca|sırf)\b[^.]{0,60}\bdeğil|\bne yazık\b|\bdeğil mi\b|\bkaçınılmaz\w*|\byılmaz\w*"
        r"|\byok (?:ol|et|ed)\w*|\buyuşmaz\w*|\bolmalı\w*|\bolup olma\w*|\binanılmaz\w*|\bayrılmaz\w*|\bdeğişmez\w*|\w+[ıiuü]p \w+m[ae](?:d[ıi]ğ|y[ae]c[ae][ğk])\w*|\w+ edilmez\w*|\bolmazsa olmaz|\bnamaz\w*|\btemmuz\w*|\bvazgeçilmez\w*|\bkaçınılmaz\w*|\bdayanılmaz\w*",
        r"\w{2}(?:m[ıiuü]yor|m[ae]d[ıi]|m[ae]z(?:dı|di|lar|ler)?$|mayaca|meyece|m[ae]m[ıi]ş)",
        r"\w{2,}(?:m[ae](?:z|d[ıi]|y[aei]|m[ae]|ks[ıi]z)|m[ıiuü]yor|s[ıiuü]z)|\b(?:redde|reddi|inkar|engel|önle|yasak"
        r"|kaçın|başarısız|kaybe|görmezden|olumsuz|mahrum|yoksun)",
        "",
    ),
    "ar": _denial(
        "لا لم لن ليس ليست ليسوا لست ولا ولم ولن وليس وليست فلا فلم فلن",
        "غير بدون دون عدم بعدم وعدم لعدم بلا إلا سوى ما وما فما ألا كلا قلة نادرا فقط ضد أبدا خلو خالية خال قط مجرد لكن عديم "
        "غياب انعدام بل وغير والا",
        r"لا سيما|لا [يت]زال|ولا [يت]زال|لا زال|لا بد|لا شك|ليس فقط|لا فقط|لا يقتصر|لا محالة|ما لم|ليس فحسب|لم [يت]عد|إن لم|وإلا|لا ريب|لا ينكر"
        r"|لا يمكن إنكار|لن [يت]زال",
        "",
        "رفض|منع|نف[ىيت]|حظر|تجنب|فشل|تجاهل|فقد|استبعد|امتنع|أنكر|لغ[ىيا]|حرم|تعذر|نقص|مستحيل|صعب|استثن|اللا|توقف",
        "",
    ),
    "zh": _denial(
        "",
        "",
        "不[断斷同仅僅但只久少过過管论論错錯等止妨由禁料惜解满滿安幸良利足便]|无[论論数數]|非常|非洲|除非|是非|未[来來]|不得不|差不多|对不起|了不起"
        "|無[論數]|是不是|能不能|要不要|不可避免|不知不觉|不知不覺|不[一]样|不一樣|不可或缺|不可思[议議]|不明|不可[抗]|不仅|不在乎|迫不及待|不免|独一无二|不平等"
        r"|不确定|不確定|不列颠|不列顛|不[丹]|不[动動][产產]|不[锈鏽]|莫不|无不|無不|不[再]|不[远遠]|好不|不[太大]|必不|不到(?=[\W约約]{0,2}[\d０-９一二三四五六七八九十百千万萬两兩半几幾])|(?<![^，。；：、\s])不到|不足|各不|脱不|不景|不近|不愿|不願|具名|不[顺順]|不来[梅]|不來梅|不可分|不可[摧]|不可思|没事|而不是|永不|不时|不時|不一致|有条不|不离不弃|不離不棄|不一而足|不清|不移|没底|不懈|不绝|不絕|不穷|不窮|不[胜勝屈挠撓渝苟朽息][^利過过]|不言而喻|不[约約谋謀]而[同合]|容[缓緩]|不[计計]其|不[遗遺]余|微不至|不[择擇]|不得已|不[负負]|不舍|不捨|不[释釋]手|不[应應]求|不[亚亞]|不愧|不[行]|不[达達]|不前|不定|不[用须須]",
        "",
        "[不没沒无無未非别莫勿免缺失拒禁除难難否少反仅僅只绝絕避罕止零阻却卻]|(?<![人天刚剛口])才(?![能华華艺藝])",
        "",
        signs="不|(?<![淹沉吞埋出])[没沒](?![收落])|未|无法|無法|别[再让讓忘说說]|並非|并非|毫无|毫無",
        hints="没 沒 别",
    ),
    "ja": _denial(
        "",
        "",
        "(?:すみません|申し訳(?:あり|ござい)ません|とんでもありません|少な[いかく]|かもしれ|かも知れ|なければなら|なくてはなら|ねばなら|なければいけ|なくてはいけ|ざるを得|ざるをえ|過ぎない|すぎない|だけでな|だけではな|に違いな|少な|のみならず"
        "|ではないか|じゃないか|間もな|まもな|やむな|危な|つまらな|ほかなら|他なら|だけじゃな|のではない|ないで?しょうか|ないだろうか|とんでもない|に限ら"
        "|ないうち|ないよう|仕方な|しかたな|やむを得|数少な|ないといけ|なくもな|わけではな|とは限ら|しか[^。]{0,40}(?:ない|ません|なかった|ず)|ないか[。」]|何気な|さりげな"
        "|を問わ|に関わらず|にかかわらず|関係なく|絶え間な|まで[^。]{0,10}なかった|ほど[^。]{0,12}ない|予期せぬ|思わぬ|限りな|申し分な|決断力の"
        "|なけ|なくて(?:は|も))(?:れば)?(?:なら|いけ)?(?:なかった|ない|なく|ません|ず)?",
        "",
        "[不無非未否欠除失拒禁避難困]|な[いくかけ]|ませ|ず|ぬ|まい|しか|のみ|だけ|なし|以外|代わり|外れ|逃|断|やめ|止|忘|まだ|反|別|違|奪",
        "",
        signs="ません|ない|なかった|ずに|できず|おらず|ありえ|(?<!だけ)(?<!のみ)(?<!ばかり)(?:では|じゃ)なく(?!て[はも]?な)"
        "|(?:(?<![あいなくて])る|(?<![そよろこどもほ])う|[くすつむぶ])な(?=[」』！]|と[言書警叫注])",
        hints="なく な」 な』 な！ なと",
    ),
}
