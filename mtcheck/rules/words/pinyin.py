"""Words in Latin letters read as pinyin, and where Chinese characters say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from anyascii import anyascii

#: Readings beside the one that `anyascii` gives, of characters that names have.
_ALSO: dict[str, str] = {
    "重": "chong", "长": "chang", "長": "chang", "都": "du", "厦": "xia", "廈": "xia", "单": "shan", "單": "shan",
    "曾": "zeng", "解": "xie", "查": "zha", "仇": "qiu", "区": "ou", "區": "ou", "盖": "ge", "朴": "piao", "乐": "yue",
    "樂": "yue", "尉": "yu", "行": "hang", "会": "kuai", "洗": "xian", "陕": "shaanxi", "吕": "lyu", "呂": "lyu",
    "女": "nyu", "覃": "qin", "冼": "xian", "缪": "miao", "繆": "miao", "翟": "zhai", "员": "yun", "召": "shao",
    "车": "che", "卜": "bu", "干": "gan", "晟": "cheng", "茜": "qian", "莎": "sha", "柏": "bo", "贾": "jia",
    "賈": "jia", "沈": "shen", "参": "shen", "种": "chong", "秘": "bi", "繁": "po", "盛": "cheng", "谌": "chen",
    "葉": "ye", "叶": "ye", "艾": "ai", "任": "ren", "宁": "ning", "六": "lu", "蔚": "yu", "台": "tai", "吐": "tu",
    "大": "dai", "石": "dan", "地": "de", "得": "de", "着": "zhe", "了": "le", "和": "he", "角": "jue", "率": "lü",
    "绿": "lu", "綠": "lu", "说": "shuo", "拓": "tuo", "泊": "bo", "泽": "ze", "番": "pan", "亳": "bo", "浒": "xu",
}  # fmt: skip
#: Characters of surnames, the commonest hundred and some.
SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧"
    "蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯"
    "尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳齐齊"
    "梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單"
    "包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊"
    "竺窦竇奚郎酆廉岑滕邬鄔卞湛禹狄臧茅蓝藍席麻娄婁刁骆駱虞昝裘缪繆荀芮储儲隗宓郗栾欒厉厲戎符郜蓟蒲邰卓蔺藺屠蒙池胥闻聞"
    "莘党逄姬扈冀浦晏瞿茹匡寇巩鞏晁阚闞简簡饶饒鞠蒯荆荊仲巫應应"
)
#: Surnames of two characters.
COMPOUND = (
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "皇甫", "尉迟", "公孙",
    "公孫", "慕容", "司徒",
    "令狐", "东方", "南宫",
)  # fmt: skip


@lru_cache(maxsize=4096)
def readings(char: str) -> frozenset[str]:
    """The syllables, without tones, that a Chinese character may be read as; empty for other signs."""
    if not "\u3400" <= char <= "\u9fff":
        return frozenset()
    found = {anyascii(char).lower()}
    if char in _ALSO:
        found.add(_ALSO[char])
    if found & {"lu", "nu"}:
        found |= {"lyu", "lv", "nyu", "nv"}
    return frozenset(found)


@cache
def _syllables() -> frozenset[str]:
    common = (chr(point) for point in range(0x4E00, 0x9FA6))
    every = frozenset(syllable for char in common for syllable in readings(char))
    return frozenset(s for s in every if s.isalpha() and len(s) <= 6 and any(c in "aeiouv" for c in s))


@lru_cache(maxsize=4096)
def cuts(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a word as two pinyin syllables or more, or one; none for other words.

    >>> cuts("Xiulan"), cuts("Xi’an"), cuts("robot")
    ((('xiu', 'lan'),), (('xi', 'an'),), ())
    """
    parts = word.lower().replace("ü", "u").replace("'", "’").split("’")
    rows: list[tuple[str, ...]] = [()]
    for part in parts:
        rows = [(*row, *more) for row in rows for more in _cut(part)]
    found = [row for row in rows if len(row) <= 4]
    fewest = min(map(len, found), default=0)
    return tuple(row for row in found if len(row) <= fewest + 1 and len(row) >= len(parts))[:6]


def _cut(part: str) -> Iterator[tuple[str, ...]]:
    if not part.isascii() or not part.isalpha() or len(part) > 20:
        return
    known = _syllables()
    for end in range(min(6, len(part)), 0, -1):
        if part[:end] in known:
            if end == len(part):
                yield (part,)
            else:
                for rest in _cut(part[end:]):
                    yield (part[:end], *rest)


def places_of(syllables: Sequence[str], text: str) -> list[int]:
    """Where in a text characters stand that may be read as these syllables, one after another."""
    last = len(text) - len(syllables)
    return [at for at in range(last + 1) if all(s in readings(text[at + n]) for n, s in enumerate(syllables))]


def agreements(syllables: Sequence[str], text: str, at: int) -> list[bool]:
    """For each syllable whether the character in its place may be read so."""
    return [at + n < len(text) and s in readings(text[at + n]) for n, s in enumerate(syllables)]
