# ruff: noqa: E501 (tables)
"""What translation engines and assistants leave in a text: tokens of their own, and talk about the task (MRK010)."""

from __future__ import annotations

import re

#: Unknown words, marks of segmentation, ends of sequences.
TOKENS = re.compile(
    r"<(?:unk|pad|s|mask|eos|bos)>|</s>|\[(?:UNK|MASK|PAD|CLS|SEP|EOS|BOS)\]|<\|[a-z_]{3,20}\|>|⁇|▁|@-@|@@(?=\s|\Z)"
    r"|(?<!\w)##(?=[a-z]{2,})|\[/?INST\]|contentReference\[[^\]\n]{1,40}\]|oaicite"
)
#: Placeholders of translators, in brackets or capitals.
NOTES = re.compile(
    r"[\[(](?:untranslated|not translated|translator['’]s note|translator note|TN|sic!|illegible|unclear|inaudible"
    r"|прим\. пер\.|примечание переводчика|Anm\. d\. Übers\.|N\. d\. T\.|N\.d\.T\.|NdT|nota del traductor|note du traducteur)\b[^\])\n]{0,120}[\])]"
    r"|(?<![\w#])(?:TODO|FIXME|TBD|TKTK)(?![\w-])"
)
#: An assistant that speaks of its answer, at the beginning of a text.
TALK = re.compile(
    r"\A(?:(?:Sure|Certainly|Of course|Okay|OK)[!,.]\s)?(?:Here(?:['’]s| is| are)\s(?:the|your|a)\s(?:\w+\s){0,3}(?:translation|translated text)[^\n.:]{0,60}[:.]"
    r"|(?:Translation|Translated text|Target text|English translation)\s?:(?=\s)"
    r"|(?:Конечно[!,.]\s)?Вот (?:ваш |ваш перевод|перевод)[^\n.:]{0,60}[:.]|Перевод\s?:(?=\s)|(?:Звісно[!,.]\s)?Ось (?:ваш )?переклад[^\n.:]{0,60}[:.]|Переклад\s?:(?=\s)"
    r"|(?:Gerne[!,.]\s|Natürlich[!,.]\s)?Hier ist (?:die|Ihre|eine) Übersetzung[^\n.:]{0,60}[:.]|Übersetzung\s?:(?=\s)"
    r"|(?:Claro[!,.]\s|¡Claro!\s)?(?:Aquí (?:está|tienes|tiene)|Aqui está) (?:la|a|su|sua) tradu\w+[^\n.:]{0,60}[:.]|(?:Traducción|Tradução|Traduction|Traduzione|Tłumaczenie|Çeviri)\s?:(?=\s)"
    r"|(?:Bien sûr[ \u00a0]?[!,.]\s)?Voici (?:la|votre|une) traduction[^\n.:]{0,60}[:.]|(?:Certo[!,.]\s)?Ecco la traduzione[^\n.:]{0,60}[:.]|Oto tłumaczenie[^\n.:]{0,60}[:.])"
    r"|\bAs an AI (?:language )?model\b[^\n.]{0,120}"
    r"|\(Note: (?:the|this) translation[^)\n]{0,120}\)|\b(?:Translated|Translation) (?:by|with|from \w+ by) (?:Google|DeepL|Bing|Yandex|ChatGPT|Microsoft)\b[^\n.]{0,40}",
)
#: What one of them has, whatever its alphabet.
CRUMBS = (
    *(
        "<unk",
        "<pad",
        "<s>",
        "</s",
        "<mask",
        "<eos",
        "<bos",
        "<|",
        "[UNK",
        "[MASK",
        "[PAD",
        "[CLS",
        "[SEP",
        "[EOS",
        "[BOS",
        "⁇",
        "▁",
    ),
    *(
        "@@",
        "@-@",
        "##",
        "INST]",
        "oaicite",
        "contentReference",
        "ranslat",
        "TN",
        "sic!",
        "illegible",
        "unclear",
        "inaudible",
    ),
    *(
        "пер.",
        "перевод",
        "Перевод",
        "переклад",
        "Переклад",
        "Übers",
        "N. d. T",
        "N.d.T",
        "NdT",
        "radu",
        "TODO",
        "FIXME",
        "TBD",
    ),
    *("TKTK", "łumaczenie", "Çeviri", "an AI"),
)
