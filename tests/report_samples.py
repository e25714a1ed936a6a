"""Reports made by hand for the tests of the writers: no models, no rules, the same on every run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mtcheck.data import Decision, Flag, Metric, Remark, SegmentResult, Severity, Side, SideInfo, Summary, VerdictLabel
from mtcheck.mqm import mqm_of
from mtcheck.report.model import Move, Report

SIGNATURE = (
    "mtcheck|langs:ru-en|align:dp-1|encoder:static-v1@0123abcd|fluency:lm-v1@4567cdef|rules:all|judge:1|version:0"
)

RULES = {
    "MRK001": ("broken-markup", "design/markup", Severity.MAJOR),
    "MRK003": ("character-entity", "design/markup", Severity.MINOR),
    "LNG001": ("wrong-language", "accuracy/untranslated", Severity.CRITICAL),
    "NUM001": ("number-mismatch", "accuracy/mistranslation", Severity.MAJOR),
    "NAM001": ("name-mismatch", "accuracy/mistranslation", Severity.MAJOR),
    "PUN001": ("mixed-quotes", "fluency/punctuation", Severity.MINOR),
    "BRK001": ("glued-words", "fluency/typography", Severity.MINOR),
    "BRK002": ("repeated-words", "fluency/grammar", Severity.MINOR),
    "STR001": ("omission", "accuracy/omission", Severity.MAJOR),
    "STR002": ("addition", "accuracy/addition", Severity.MAJOR),
    "STR003": ("boilerplate-line", "accuracy/addition", Severity.MINOR),
    "STR004": ("headline-run-on", "fluency/typography", Severity.MINOR),
}

Found = tuple[str, Side, str, str]  # rule, side, flagged text, message
Row = tuple[str, str, tuple[float | None, float | None, float | None], Sequence[Found]]


class Builder:
    """Lays rows of texts out as two files and gives them true offsets, lines and columns."""

    def __init__(self) -> None:
        self.segments: list[SegmentResult] = []
        self._at = {Side.SOURCE: 0, Side.TARGET: 0}
        self._line = {Side.SOURCE: 1, Side.TARGET: 1}
        self._index = {Side.SOURCE: 0, Side.TARGET: 0}

    def add(self, row: Row, *, size: tuple[int, int] = (1, 1), notes: Sequence[str] = ()) -> None:
        source, target, (adequacy, fluency, quality), found = row
        places = {Side.SOURCE: self._take(Side.SOURCE, source), Side.TARGET: self._take(Side.TARGET, target)}
        here, there = places[Side.SOURCE], places[Side.TARGET]
        texts = {Side.SOURCE: source, Side.TARGET: target}
        flags = tuple(self._flag(item, texts[item[1]], places[item[1]]) for item in found)
        self.segments.append(
            SegmentResult(
                index=len(self.segments),
                source=source,
                target=target,
                source_span=here[:2] if here else None,
                target_span=there[:2] if there else None,
                source_line=here[2] if here else None,
                target_line=there[2] if there else None,
                source_column=1 if here else None,
                target_column=1 if there else None,
                bead=(self._indices(Side.SOURCE, source, size[0]), self._indices(Side.TARGET, target, size[1])),
                adequacy=adequacy,
                fluency=fluency,
                quality=quality,
                verdict=verdict_of(quality, flags),
                similarity=None if adequacy is None else round(adequacy / 130, 4),
                alignment_confidence=0.97 if source and target else 0.81,
                flags=flags,
                notes=tuple(notes),
            )
        )

    def _take(self, side: Side, text: str) -> tuple[int, int, int] | None:
        if not text:
            return None
        start, line = self._at[side], self._line[side]
        self._at[side] += len(text) + 2
        self._line[side] += len(text.splitlines()) + 1
        return start, start + len(text), line

    def _indices(self, side: Side, text: str, n: int) -> tuple[int, ...]:
        if not text:
            return ()
        first = self._index[side]
        self._index[side] += n
        return tuple(range(first, first + n))

    @staticmethod
    def _flag(item: Found, text: str, span: tuple[int, int, int] | None) -> Flag:
        code, side, part, message = item
        name, category, severity = RULES[code]
        place, base = text.index(part), span[0] if span else 0
        return Flag(
            rule=code,
            name=name,
            category=category,
            severity=severity,
            side=side,
            start=base + place,
            end=base + place + len(part),
            text=part,
            message=message,
        )


def verdict_of(quality: float | None, flags: Sequence[Flag]) -> VerdictLabel:
    if quality is None:
        return VerdictLabel.CANNOT_JUDGE
    worst = max((flag.severity for flag in flags), default=Severity.NEUTRAL)
    if quality < 40 or worst is Severity.CRITICAL:
        return VerdictLabel.BAD
    return VerdictLabel.CHECK if quality < 70 or worst is Severity.MAJOR else VerdictLabel.GOOD


def summarise(segments: Sequence[SegmentResult], *, lint: bool = False) -> Summary:
    def mean(values: Sequence[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known else None

    flags = [flag for segment in segments for flag in segment.flags]
    quality = mean([segment.quality for segment in segments])
    by_verdict = Counter(str(segment.verdict) for segment in segments)
    return Summary(
        quality=quality,
        adequacy=mean([segment.adequacy for segment in segments]),
        fluency=mean([segment.fluency for segment in segments]),
        interval=None if quality is None or len(segments) < 2 else (max(quality - 6.4, 0), min(quality + 5.9, 100)),
        verdict=verdict_of(quality, flags),
        n_pairs=len(segments),
        n_omissions=0 if lint else sum(1 for s in segments if s.source and not s.target),
        n_additions=0 if lint else sum(1 for s in segments if s.target and not s.source),
        n_cannot_judge=by_verdict["cannot-judge"],
        by_severity={str(level): sum(f.severity is level for f in flags) for level in Severity if level},
        by_category=dict(Counter(flag.category for flag in flags).most_common()),
        by_rule=dict(Counter(flag.rule for flag in flags).most_common()),
        by_verdict={str(label): by_verdict[str(label)] for label in VerdictLabel},
        reasons=tuple(
            f"{by_verdict[label]} of {len(segments)} segments {words}"
            for label, words in (("bad", "are bad"), ("check", "need a check"))
            if by_verdict[label]
        ),
        mqm=mqm_of(segments),
    )


def side(path: str, lang: str | None, segments: Sequence[SegmentResult], which: int, origin: str = "given") -> SideInfo:
    texts = [(s.source, s.target)[which] for s in segments]
    return SideInfo(
        path=path,
        lang=lang,
        lang_origin=origin,
        n_segments=sum(len(s.bead[which]) for s in segments),
        n_chars=sum(map(len, texts)),
        encoding="utf-8",
    )


S, T = Side.SOURCE, Side.TARGET

NEWS: list[Row] = [
    ("Город Белозёрск открыл мост через Шексну", "The town of Belozersk has opened a bridge across the Sheksna",
     (93.2, 90.4, 92.4), []),
    ("В пятницу, 14 марта, в Белозёрске открыли новый мост. Его строили четыре года.",
     "On Friday, 14 March, a new bridge was opened in Belozersk. It took four years to build.", (91.0, 88.7, 90.3), []),
    ("Движение началось в 7:30 утра, за первый час по мосту проехали 1 240 машин.",
     "Traffic began at 7:30 in the morning, and in the first hour 1,420 cars crossed the bridge.", (74.8, 86.0, 60.2),
     [("NUM001", S, "1 240", "The number 1240 has no equal in the translation."),
      ("NUM001", T, "1,420", "The number 1420 has no equal in the source.")]),
    ("Фото: пресс-служба администрации",
     'alt="bridge-opening" class="img" /> Photo: press service of the administration',
     (61.5, 32.0, 41.0),
     [("MRK001", T, 'alt="bridge-opening" class="img" />', "A piece of markup was left in the text.")]),
    ("«Мы ждали этого дня двадцать лет», — сказала глава района Марина Лаптева.",
     '"We have been waiting for this day for twenty years», said the head of the district Marina Lapteva.',
     (88.1, 80.2, 81.9),
     [("PUN001", T, "\"We have been waiting for this day for twenty years»",
       "The quotation opens with \" and closes with »."),]),
    ("По её словам, паром, который ходил здесь с 1968 года, останется как музей.",
     "According to her, паром, который ходил здесь с 1968 года, will remain as a museum.", (38.0, 41.5, 22.0),
     [("LNG001", T, "паром, который ходил здесь с 1968 года,", "Nine words were left in Russian."),
      ("BRK001", T, "museum.", "Two words may have run together.")]),
    ("Подрядчик получил 2,3 млрд рублей.", "The contractor received 2.3 billion rubles.", (94.0, 92.3, 93.5), []),
    ("Жители соседних деревень, впрочем, недовольны: автобус теперь делает крюк.", "", (None, None, 0.0),
     [("STR001", S, "Жители соседних деревень, впрочем, недовольны: автобус теперь делает крюк.",
       "This passage has no counterpart in the translation.")]),
    ("", "Share this article: Telegram VK Odnoklassniki", (None, None, 0.0),
     [("STR002", T, "Share this article: Telegram VK Odnoklassniki",
       "This passage has no counterpart in the source."),
      ("STR003", T, "Share this article", "A line of the web page, not of the article.")]),
    ("«Раньше до больницы было десять минут», — говорит учительница Ольга Зимина.",
     "Before before the hospital was ten minutes, says teacher Olga Winter.", (58.4, 44.0, 38.7),
     [("BRK002", T, "Before before", "The word “before” stands twice in a row."),
      ("NAM001", S, "Зимина", "The name Зимина has no counterpart in the translation."),
      ("NAM001", T, "Olga Winter", "The name Olga Winter has no counterpart in the source.")]),
    ("Маршрут обещают вернуть к лету.", "The route is promised to be returned by the summer.", (84.0, 71.0, 80.1), []),
    ("На мосту установили 96 фонарей и камеры.", "96 lanterns and cameras were installed on&nbsp;the bridge.",
     (86.5, 74.4, 79.0),
     [("MRK003", T, "&nbsp;", "A character entity was left in the text.")]),
    ("Ок", "OK", (None, None, None), []),
    ("Полиция просит водителей не останавливаться на мосту ради фотографий.",
     "Police ask drivers not to stop on the bridge for the sake of photographs.", (92.2, 91.1, 91.9), []),
]  # fmt: skip


def news() -> Report:
    """A Russian article and its English translation with the usual accidents."""
    build = Builder()
    for i, row in enumerate(NEWS):
        notes = ("no adequacy: fewer than three letters",) if row[0] == "Ок" else ()
        build.add(row, size=(2, 2) if i == 1 else (1, 1), notes=notes)
    segments = tuple(build.segments)
    return Report(
        signature=SIGNATURE,
        source=side("article.ru.txt", "ru", segments, 0, "detected"),
        target=side("article.en.txt", "en", segments, 1),
        summary=summarise(segments),
        segments=segments,
        version="0",
        tiers={"alignment": "embedded", "adequacy": "embedded", "fluency": "embedded", "rules": "rules"},
        notes=("One bead could not be judged.",),
    )


ARABIC: list[Row] = [
    ("افتتاح مكتبة جديدة في المدينة", "A new library opens in the city", (90.1, 89.0, 89.8), []),
    ("قال المدير سامي حداد إن المكتبة تضم 25 ألف كتاب.",
     "Director Sami Haddad said the library holds 52 thousand books.",
     (71.9, 84.1, 57.0),
     [("NUM001", S, "25", "The number 25 has no equal in the translation."),
      ("NUM001", T, "52", "The number 52 has no equal in the source.")]),
    ("وستبقى مفتوحة حتى التاسعة مساءً.",
     "It will stay open until nine in the evening\u202e gnineve\u202c.", (88.0, 70.0, 82.0),
     [("MRK001", T, "\u202e gnineve\u202c", "Direction controls were left in the text.")]),
    ("الدخول مجاني للطلاب.", "", (None, None, 0.0),
     [("STR001", S, "الدخول مجاني للطلاب.", "This passage has no counterpart in the translation.")]),
    ("يمكن حجز القاعات عبر الموقع example.org قبل يومين.", "Halls can be booked on example.org two days ahead.",
     (91.5, 87.7, 90.4), []),
    ("", "Admission is free for students.", (None, None, 50.0), []),
]  # fmt: skip


def arabic() -> Report:
    """Arabic to English, with reference metrics and a moved sentence."""
    build = Builder()
    for row in ARABIC:
        build.add(row)
    segments = tuple(
        replace(s, reference=f"Reference {i}.", metrics={"bleu": 31.2, "chrf": 55.123, "ter": 61.0})
        if s.source and s.target
        else s
        for i, s in enumerate(build.segments)
    )
    return Report(
        signature=SIGNATURE.replace("ru-en", "ar-en"),
        source=side("maktaba.ar.txt", "ar", segments, 0),
        target=side("library.en.txt", "en", segments, 1),
        summary=summarise(segments),
        segments=segments,
        version="0",
        metrics=(
            Metric(name="BLEU", value=31.24, signature="nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.5.1"),
            Metric(name="chrF2", value=55.1, signature="nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.5.1"),
        ),
        tiers={"alignment": "embedded", "adequacy": "embedded", "fluency": "embedded", "rules": "rules"},
        moves=(Move(source=(3,), target=(4,), confidence=0.88),),
    )


def lint() -> Report:
    """A target without a source."""
    build = Builder()
    for row in NEWS:
        if row[1]:
            found = [item for item in row[3] if item[1] is T and item[0] not in ("NUM001", "NAM001", "STR002")]
            fluency = row[2][1]
            build.add(("", row[1], (None, fluency, fluency), found))
    segments = tuple(replace(s, alignment_confidence=None) for s in build.segments)
    return Report(
        signature="mtcheck|langs:en|mode:lint|fluency:lm-v1@4567cdef|rules:all|judge:1|version:0",
        source=None,
        target=side("article.en.txt", "en", segments, 1),
        summary=summarise(segments, lint=True),
        segments=segments,
        version="0",
        tiers={"fluency": "embedded", "rules": "rules"},
    )


def emptyish() -> Report:
    """One bead that nobody can judge: no number anywhere."""
    build = Builder()
    build.add(("…", "…", (None, None, None), []), notes=("no adequacy: no letters",))
    segments = tuple(build.segments)
    return Report(
        signature=SIGNATURE,
        source=side("a.txt", None, segments, 0, "detected"),
        target=side("b.txt", None, segments, 1, "detected"),
        summary=summarise(segments),
        segments=segments,
        version="0",
    )


def clean() -> Report:
    """Nothing to find."""
    build = Builder()
    for row in NEWS:
        if not row[3] and row[2][2] is not None:
            build.add(row)
    segments = tuple(build.segments)
    return Report(
        signature=SIGNATURE,
        source=side("article.ru.txt", "ru", segments, 0),
        target=side("article.en.txt", "en", segments, 1),
        summary=summarise(segments),
        segments=segments,
        version="0",
    )


def large(n: int = 50_000) -> Report:
    """`n` beads of news-like text, cycled with small changes so that no two are equal."""
    build = Builder()
    for i in range(n):
        source, target, scores, found = NEWS[i % len(NEWS)]
        quality = scores[2]
        if quality is not None and not found:
            quality = max(quality - i % 9, 0.0)
        mark = f" [{i}]"
        build.add((source and source + mark, target and target + mark, (scores[0], scores[1], quality), found))
    segments = tuple(build.segments)
    return Report(
        signature=SIGNATURE,
        source=side("corpus.ru.txt", "ru", segments, 0),
        target=side("corpus.en.txt", "en", segments, 1),
        summary=summarise(segments),
        segments=segments,
        version="0",
        tiers={"alignment": "embedded", "adequacy": "embedded", "fluency": "embedded", "rules": "rules"},
    )


def hostile(text: str) -> Report:
    """The same text in every field that takes text."""
    flag = Flag(
        rule=text,
        name=text,
        category=text,
        severity=Severity.CRITICAL,
        side=T,
        start=0,
        end=len(text),
        text=text,
        message=text,
        suggestion=text,
    )
    segment = SegmentResult(
        index=0,
        source=text,
        target=text,
        source_span=(0, len(text)),
        target_span=(0, len(text)),
        source_line=1,
        target_line=1,
        bead=((0,), (0,)),
        adequacy=10.0,
        fluency=10.0,
        quality=10.0,
        verdict=VerdictLabel.BAD,
        similarity=0.1,
        alignment_confidence=0.1,
        flags=(flag, replace(flag, side=S)),
        known=(replace(flag, start=1),),
        dismissed=(replace(flag, start=2),),
        notes=(text,),
        reference=text,
        metrics={text: 1.0},
    )
    info = SideInfo(
        path=text, lang=text, lang_origin=text, n_segments=1, n_chars=len(text), encoding=text, notes=(text,)
    )
    summary = replace(summarise([segment]), reasons=(text,))
    return Report(
        signature=text,
        source=info,
        target=info,
        summary=summary,
        segments=(segment,),
        version=text,
        metrics=(Metric(name=text, value=1.0, signature=text),),
        tiers={text: text},
        notes=(text,),
        remarks=(Remark(id=text, decision=Decision.DISMISSED, comment=text, rule=text, text=text, where=text),),
    )


SAMPLES = {"news": news, "arabic": arabic, "lint": lint, "emptyish": emptyish, "clean": clean}
