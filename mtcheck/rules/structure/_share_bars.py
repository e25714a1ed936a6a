# ruff: noqa: E501 (tables)
"""Share bars: the names of networks that a page offers its article to, by language."""

from __future__ import annotations

import re
from functools import cache

#: What stands before the names of networks in a share bar.
SHARE: dict[str, str] = {
    "en": "share|share to|share on|share via|share with|share this|share this article|share this on|share it on|follow us|follow us on",
    "ru": "поделиться|поделиться в|поделитесь|поделитесь в|мы в соцсетях|мы в социальных сетях",
    "uk": "поділитися|поділитися в|поділитися у|поділіться|ми в соцмережах",
    "be": "падзяліцца|падзяліцца ў",
    "de": "teilen|teilen auf|teilen über|teilen via|artikel teilen|folgen sie uns auf|folgen sie uns",
    "fr": "partager|partager sur|partagez|partagez sur|suivez-nous|suivez-nous sur",
    "es": "compartir|compartir en|comparte|comparte en|síguenos|síguenos en",
    "it": "condividi|condividi su|seguici|seguici su",
    "pt": "compartilhar|compartilhe|compartilhe no|compartilhar no|partilhar|partilhe|partilhar no|siga-nos",
    "nl": "delen|deel|deel op|deel via|delen via|volg ons op",
    "pl": "udostępnij|udostępnij na|podziel się|podziel się na",
    "cs": "sdílet|sdílet na|sdílejte",
    "sk": "zdieľať|zdieľať na",
    "sv": "dela|dela på|dela via",
    "da": "del|del på|del via",
    "no": "del|del på|del via",
    "fi": "jaa|jaa palvelussa",
    "tr": "paylaş|paylaşın|bizi takip edin",
    "ro": "distribuie|distribuie pe|share",
    "hu": "megosztás|megosztom|oszd meg",
    "bg": "сподели|сподели във|споделете|споделете във",
    "el": "κοινοποίηση|κοινοποιήστε|μοιραστείτε",
    "ar": "شارك|شارك على|شارك عبر|مشاركة|مشاركة عبر",
    "fa": "اشتراک‌گذاری|اشتراک گذاری",
    "he": "שתפו|שיתוף|שתף",
    "hi": "शेयर करें|साझा करें",
    "id": "bagikan|bagikan ke|bagikan melalui",
    "vi": "chia sẻ|chia sẻ lên|chia sẻ qua",
    "zh": "分享|分享到|分享至|分享给|转发到|转发至|轉發到|關注我們|关注我们",
    "ja": "シェア|シェアする|共有|共有する",
    "ko": "공유|공유하기",
    "th": "แชร์|แชร์ไปที่",
}  # fmt: skip
NETWORKS = (
    "facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|vkontakte|viber|instagram|"
    "tiktok|youtube|wechat|weibo|sina weibo|qzone|qq|douban|bluesky|mastodon|flipboard|xing|"
    "kakaotalk|kakao|messenger|threads|hatena|вконтакте|вк|одноклассники|фейсбук|твиттер|телеграм|"
    "телеграмм|вотсап|ватсап|вайбер|инстаграм|твітер|微信|微信好友|微博|新浪微博|腾讯微博|騰訊微博|朋友圈|微信朋友圈|qq空间|qq空間|"
    "qq好友|豆瓣|人人网|人人網|脸书|臉書|推特|はてな|はてなブックマーク|フェイスブック|ツイッター|카카오톡|카카오스토리|페이스북|트위터|네이버|네이버 밴드|밴드|فيسبوك|"
    "تويتر|واتساب|تلغرام|تيليجرام|توییتر|تلگرام|فیسبوک|פייסבוק|טוויטר|ווטסאפ|טלגרם|φέισμπουκ"
)
#: Only beside the others: words in their own right.
_BESIDE = "x|line|ok|vk|e-mail|email|mail|print|copy link|sms|skype|pocket|rss|gmail|messenger|复制链接|複製連結"


@cache
def share_bar(lang: str) -> str:
    """A share bar: names of networks after words that ask to share, or two such names with nothing but gaps between."""
    first, gap = alternatives(NETWORKS), r"(?:\s*[|/·•、，,]\s*|\s+)"
    more = rf"(?:{gap}(?:{alternatives(NETWORKS + '|' + _BESIDE)}))"
    asked = rf"(?:{alternatives(SHARE[lang])})\s*[:：]?\s*(?:{alternatives(NETWORKS + '|' + _BESIDE)}){more}{{0,12}}"
    bare = rf"(?:{first})(?:\s*[|/·•]?\s+(?:{alternatives(NETWORKS + '|' + _BESIDE)})){{1,12}}"
    return rf"(?:{asked}|{bare})\s*"


def alternatives(phrases: str) -> str:
    """A pattern for one of the phrases between bars, longer ones first."""
    return "|".join(sorted(map(re.escape, phrases.split("|")), key=len, reverse=True))
