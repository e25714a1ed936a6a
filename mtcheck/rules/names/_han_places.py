# ruff: noqa: E501 (tables)
"""Places of China and Japan, of which a translation has another: `Wenzhou` for 宁波."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache
from itertools import product

from mtcheck.data import Pair
from mtcheck.rules.names._capitalised import bare
from mtcheck.rules.text import Span
from mtcheck.rules.words.lexicon import languages_of, places
from mtcheck.rules.words.pinyin import cuts, places_of, readings

#: Provinces and prefecture-level cities whose English name is their pinyin, in simplified characters.
_CHINA = """
北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 陕西 甘肃 青海 宁夏 新疆
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 包头 乌海 赤峰 通辽
沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化
南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌
合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施
长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳
贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 敦煌
"""
#: Prefectures and larger cities, read in Japanese.
_JAPAN = """
青森 Aomori 岩手 Iwate 宮城 Miyagi 秋田 Akita 山形 Yamagata 福島 Fukushima 茨城 Ibaraki 栃木 Tochigi 群馬 Gunma 埼玉 Saitama 千葉 Chiba 東京 Tokyo 神奈川 Kanagawa 新潟 Niigata
富山 Toyama 石川 Ishikawa 福井 Fukui 山梨 Yamanashi 長野 Nagano 岐阜 Gifu 静岡 Shizuoka 愛知 Aichi 三重 Mie 滋賀 Shiga 京都 Kyoto 大阪 Osaka 兵庫 Hyogo 奈良 Nara 和歌山 Wakayama
鳥取 Tottori 島根 Shimane 岡山 Okayama 広島 Hiroshima 山口 Yamaguchi 徳島 Tokushima 香川 Kagawa 愛媛 Ehime 高知 Kochi 福岡 Fukuoka 佐賀 Saga 長崎 Nagasaki 熊本 Kumamoto 大分 Oita
宮崎 Miyazaki 鹿児島 Kagoshima 沖縄 Okinawa 北海道 Hokkaido 札幌 Sapporo 函館 Hakodate 旭川 Asahikawa 釧路 Kushiro 小樽 Otaru 帯広 Obihiro 仙台 Sendai 盛岡 Morioka 水戸 Mito 宇都宮 Utsunomiya
前橋 Maebashi 高崎 Takasaki 横浜 Yokohama 川崎 Kawasaki 横須賀 Yokosuka 鎌倉 Kamakura 金沢 Kanazawa 甲府 Kofu 松本 Matsumoto 浜松 Hamamatsu 沼津 Numazu 名古屋 Nagoya 豊橋 Toyohashi 豊田 Toyota
大津 Otsu 神戸 Kobe 姫路 Himeji 堺 Sakai 松江 Matsue 倉敷 Kurashiki 尾道 Onomichi 呉 Kure 下関 Shimonoseki 高松 Takamatsu 松山 Matsuyama 北九州 Kitakyushu 久留米 Kurume 佐世保 Sasebo 別府 Beppu 那覇 Naha
長岡 Nagaoka 上越 Joetsu 弘前 Hirosaki 八戸 Hachinohe 会津若松 Aizuwakamatsu 郡山 Koriyama 奄美 Amami 石垣 Ishigaki 日光 Nikko 熱海 Atami 箱根 Hakone 輪島 Wajima 高山 Takayama 飛騨 Hida 出雲 Izumo 気仙沼 Kesennuma 石巻 Ishinomaki
"""
#: What follows a place of Japan, where a surname would have none.
_SEAT = "[都道府県市町村区郡島湾港駅空]|大学|地方|支局"


@cache
def named_in(lang: str) -> Mapping[str, frozenset[str]]:
    """The places of a language by how Latin letters write them, in small letters."""
    found: dict[str, set[str]] = {}
    if lang == "zh":
        for name in _CHINA.split():
            for syllables in product(*map(readings, name)):
                found.setdefault("".join(syllables), set()).add(name)
    elif lang == "ja":
        row = _JAPAN.split()
        for name, latin in zip(row[::2], row[1::2], strict=True):
            found.setdefault(latin.lower(), set()).add(name)
    return {latin: frozenset(names) for latin, names in found.items()}


def other_place(pair: Pair) -> tuple[Span, str] | None:
    """Where a target has a place of China or Japan that its source has not, and the source's that it lacks."""
    source, target = languages_of(pair)
    table = named_in(source)
    if not table or target in ("zh", "ja", "ko"):
        return None
    here = [(bare(word), start) for word, start, _ in places(pair.target) if word[0].isupper()]
    low = {word.lower().replace("'", "") for word, _ in here}
    now = [
        (word, start)
        for word, start in here
        if word.lower() in table and not _is_read(word.lower(), pair.source, source)
    ]
    if len(now) != 1:
        return None
    word, start = now[0]
    others = low - {word.lower()}
    was = {m.group() for m in _pattern(source).finditer(pair.source)}
    lost = {name for name in was if not _is_told(source, name, others)}
    if len(lost) != 1:
        return None
    return (start, start + len(word)), lost.pop()


def _is_read(latin: str, text: str, lang: str) -> bool:
    """Whether characters of a text may be read so."""
    if any(name in text for name in named_in(lang)[latin]):
        return True
    return lang == "zh" and any(places_of(row, text) for row in cuts(latin))


@cache
def _by_name(lang: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for latin, names in named_in(lang).items():
        for name in names:
            found.setdefault(name, set()).add(latin)
    return {name: frozenset(ways) for name, ways in found.items()}


def _is_told(lang: str, name: str, words: Set[str]) -> bool:
    """Whether some words have a place, its inhabitants or its dialect, by its first letters."""
    ways = _by_name(lang)[name]
    return not words.isdisjoint(ways) or any(word.startswith(min(ways)[:5]) for word in words)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    names = "|".join(sorted(_by_name(lang), key=len, reverse=True))
    return re.compile(rf"(?:{names})(?={_SEAT})" if lang == "ja" else f"(?:{names})")
