"""Sentences: one test a language claimed, the traps of each, layout, and time on hostile input."""

from __future__ import annotations

import pytest

from mtcheck.data import Segment, SegmentKind
from mtcheck.read import document_from_text
from mtcheck.segment import segment_document


def split(text: str, lang: str | None) -> list[str]:
    return [segment.text for segment in segments(text, lang)]


def segments(text: str, lang: str | None = "en") -> tuple[Segment, ...]:
    return segment_document(document_from_text(text), lang)


# "|" stands where a cut is expected, and is replaced by what parts sentences in the language.
SENTENCES = [
    ("ru", "Утром шёл дождь.|Дети сидели дома!|А кто пойдёт в магазин?|Никто… кроме кота."),
    ("ru", "— Что? — спросил он.|— Ничего, — ответила она."),
    ("ru", "«Куда вы идёте?» — спросил сторож.|Мы промолчали."),
    ("ru", "А. С. Пушкин родился в 1799 г. в Москве.|Он писал стихи, поэмы и т. д.|Потом он уехал."),
    ("ru", "Мы живём на ул. Ленина, д. 5, т. е. в центре.|Приезжайте!"),
    ("ru", "В 1990 г. Петров переехал в г. Тверь.|Там ему понравилось."),
    ("ru", "Цена выросла на 3.5 процента.|Версия 2.0.1 вышла в мае."),
    ("uk", "Надворі йшов сніг.|Діти раділи!|Хто піде по хліб?|Ніхто."),
    ("uk", "Він народився в м. Київ, на вул. Зеленій.|Потім переїхав."),
    ("be", "Ён сказаў, што прыйдзе.|Мы чакалі!|Дзе ён цяпер?|Невядома."),
    ("bg", "Днес е хубав ден.|Ще ходим ли на разходка?|Да, разбира се!"),
    ("sr", "Данас је лепо време.|Идемо ли у шуму?|Идемо!"),
    ("sr", "Danas je lepo vreme.|Idemo li u šumu?|Idemo, tj. vozimo se."),
    ("en", "Mr. Brown met Dr. Hill at 5 p.m. on Monday.|They talked.|Who paid?|Nobody!"),
    ("en", "The U.S. Army left.|It was in the U.S.|The soldiers were glad."),
    ("en", 'She asked, "Why?" and left.|"I see."|He smiled.'),
    ("en", "J. R. Smith lives at www.example.com.|Write to j.smith@example.com.|He answers."),
    ("en", "See Fig. 3 and e.g. Sec. 4.2 for more.|Done... almost."),
    ("en", "He paid $3.50 (in cash.)|She paid nothing [really!]|Fine.[12]|Good."),
    ("de", "Am 3. Oktober war Feiertag.|Der 2. Versuch, z. B. mit Dr. Weiß, gelang.|Wirklich?|Ja!"),
    ("de", "„Komm her!“ rief er.|Sie kam usw.|Danach war Ruhe."),
    ("de", "Um 300 v. Chr. lebten hier ca. 500 Menschen.|Heute sind es mehr."),
    ("fr", "M. Dupont est arrivé à 8 h. du matin.|« Bonjour ! » dit-il.|Qui est là ?|Personne."),
    ("es", "El Sr. López vive en EE. UU. desde 1990.|¿Por qué?|¡No lo sé!|En el siglo V a. C. no había trenes."),
    ("it", "Il sig. Rossi è arrivato.|Perché?|Non lo so, cfr. pag. 5.|Basta!"),
    ("pt", "O Sr. Silva chegou.|Por quê?|Ninguém sabe!|A av. Paulista é longa."),
    ("nl", "Dhr. Jansen kwam om 10 uur, d.w.z. te laat.|Waarom?|Niemand weet het!"),
    ("pl", "Prof. Nowak mieszka przy ul. Długiej, tzn. w centrum.|Dlaczego?|Nie wiem!"),
    ("pl", "W 2011 r. Kowalska wyjechała.|Wróciła szybko."),
    ("cs", "Dne 3. května přijel Dr. Novák.|Proč?|To nikdo neví!|Ve 20. století, tj. dávno."),
    ("sk", "Dňa 3. mája prišiel Ing. Kováč.|Prečo?|Nikto nevie!"),
    ("ro", "Dl. Popescu a venit la ora 5.|De ce?|Nu știu!"),
    ("hu", "Dr. Kovács 1990. május 3. napján érkezett.|Miért?|Nem tudom!"),
    ("tr", "Dr. Yılmaz saat 5'te geldi.|Neden?|Bilmiyorum!|Olay M.Ö. 1600 yılında oldu."),
    ("el", "Ο κ. Παπαδόπουλος ήρθε.|Γιατί;|Δεν ξέρω!|Πάμε, π.χ. στο σπίτι."),
    ("fi", "Tri Virtanen tuli 3. toukokuuta.|Miksi?|En tiedä, ks. sivu 5 tai muuta.|Hyvä!"),
    ("sv", "Dr. Berg kom kl. 5, dvs. för sent.|Varför?|Ingen vet!"),
    ("da", "Dr. Holm kom den 3. maj, f.eks. med toget.|Hvorfor?|Ingen ved det!"),
    ("no", "Dr. Berg kom den 3. mai, f.eks. med toget.|Hvorfor?|Ingen vet det!"),
    ("et", "Dr. Tamm tuli 3. mail.|Miks?|Keegi ei tea!"),
    ("lv", "Dr. Ozols ieradās 3. maijā.|Kāpēc?|Neviens nezina!"),
    ("lt", "Dr. Kazlauskas atvyko vakar, t. y. per vėlai.|Kodėl?|Niekas nežino!"),
    ("ar", "وصل الرجل أمس.|هل تعرف لماذا؟|لا أحد يعرف!"),
    ("fa", "مرد دیروز رسید.|چرا؟|هیچ کس نمی‌داند!"),
    ("he", "האיש הגיע אתמול.|למה?|אף אחד לא יודע!"),
    ("hi", "आदमी कल आया।|क्यों?|कोई नहीं जानता!"),
    ("bn", "লোকটি গতকাল এসেছিল।|কেন?|কেউ জানে না!"),
    ("ta", "அவன் நேற்று வந்தான்.|ஏன்?|யாருக்கும் தெரியாது!"),
    ("zh", "昨天下雨了。|你为什么不带伞？|我忘了！|没关系……下次记得。"),
    ("zh", "他问：“你去哪里？”|她没有回答。"),
    ("zh", "“我五点就来排队了。”退休教师何秀兰说。|大家都笑了。"),
    ("zh-Hant", "昨天下雨了。|你為什麼不帶傘？|我忘了！"),
    ("ja", "昨日は雨だった。|傘は?|忘れました！"),
    ("ja", "「どこへ行くの？」と彼は聞いた。|彼女は黙っていた。"),
    ("ko", "어제 비가 왔다.|왜 우산이 없어요?|잊어버렸어요!"),
    ("vi", "TS. Nguyễn đến hôm qua.|Tại sao?|Không ai biết!"),
    ("id", "Dr. Budi datang kemarin.|Mengapa?|Tidak ada yang tahu!"),
    (None, "One came.|Two went!|Were there three?|Yes."),
]


@pytest.mark.parametrize(("lang", "marked"), SENTENCES)
def test_sentences_of_each_language(lang: str | None, marked: str) -> None:
    space = "" if lang in ("zh", "zh-Hant", "ja") else " "
    assert split(marked.replace("|", space), lang) == marked.split("|")


def test_thai_is_cut_at_spaces_only_and_not_into_crumbs() -> None:
    text = "เมื่อวานนี้ฝนตกหนักมากตลอดทั้งวันจนน้ำท่วมถนนหลายสาย เด็กๆจึงอยู่บ้านอ่านหนังสือและเล่นเกมกับพี่น้องของพวกเขา วันนี้อากาศดี"
    found = split(text, "th")
    assert len(found) >= 2
    assert " ".join(found) == text


def test_wrapped_lines_are_one_paragraph_and_a_short_line_before_them_is_a_heading() -> None:
    text = (
        "Storm closes the harbour\n"
        "The harbour was closed on Monday after a storm that had raged for\n"
        "two days damaged the northern pier. Nobody was hurt, the harbour\n"
        "master said, but ferries will not run before the end of the week.\n"
        "\n"
        "A second paragraph follows here.\n"
    )
    found = segments(text)
    assert [s.kind for s in found] == [SegmentKind.HEADING] + [SegmentKind.SENTENCE] * 3
    assert found[1].text.endswith("northern pier.")
    assert "\n" in found[1].text
    assert [s.paragraph for s in found] == [0, 1, 1, 2]
    assert [s.line for s in found] == [1, 2, 3, 6]


def test_one_paragraph_a_line_stays_apart_without_blank_lines() -> None:
    text = (
        "Mayor resigns\nThe mayor resigned today. She gave no reason.\nPhoto by our reporter\nElections follow in May."
    )
    found = segments(text)
    assert [s.text for s in found] == [
        "Mayor resigns",
        "The mayor resigned today.",
        "She gave no reason.",
        "Photo by our reporter",
        "Elections follow in May.",
    ]
    assert [s.paragraph for s in found] == [0, 1, 1, 2, 3]
    assert found[3].kind is SegmentKind.HEADING


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert split("Это предложение было разорвано\nпосередине строки. Вот так.", "ru") == [
        "Это предложение было разорвано\nпосередине строки.",
        "Вот так.",
    ]


def test_wrapped_chinese_is_joined() -> None:
    text = (
        "昨天下午三点左右在市中心的大街上发生了一起严重的交通事故造成多人受伤其中两人\n"
        "伤势严重目前正在医院接受治疗警方表示事故原因仍在调查之中请市民绕行避免拥堵和\n"
        "延误。事故没有造成死亡。\n"
    )
    assert len(split(text, "zh")) == 2


def test_list_items_are_segments_of_their_own() -> None:
    found = segments("Bring:\n- water\n- bread and cheese\n* a map\n1. First walk.\n2. Then rest.\n")
    assert [s.text for s in found][1:] == [
        "- water",
        "- bread and cheese",
        "* a map",
        "1. First walk.",
        "2. Then rest.",
    ]
    assert {s.kind for s in found[1:]} == {SegmentKind.LIST_ITEM}


def test_dashes_open_list_items_before_semicolons_and_speeches_otherwise() -> None:
    found = segments("Приехали:\n— два врача;\n— сорок спасателей.\n\n— Где вы были?\n— Дома.\n", "ru")
    assert [s.kind for s in found[1:3]] == [SegmentKind.LIST_ITEM] * 2
    assert [s.kind for s in found[3:]] == [SegmentKind.SENTENCE] * 2


def test_a_caption_line_is_a_sentence_and_a_heading() -> None:
    found = segments("The ferry on Monday. Photo: Ivan Petrov")
    assert [s.kind for s in found] == [SegmentKind.SENTENCE, SegmentKind.HEADING]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\u2029", "\n\f\n", "\u2028\u2028"])
def test_blank_lines_are_hard_boundaries_even_inside_a_sentence(gap: str) -> None:
    found = segments(f"This sentence is cut{gap}and never joined.")
    assert len(found) == 2
    assert found[0].paragraph != found[1].paragraph


def test_lines_mode_gives_one_segment_a_line_and_skips_blank_ones() -> None:
    found = segment_document(document_from_text("One. Two.\r\n\r\n  three \rfour"), "en", mode="lines")
    assert [(s.text, s.line, s.start) for s in found] == [("One. Two.", 1, 0), ("three", 3, 15), ("four", 4, 22)]


def test_marks_without_words_stay_with_their_sentence() -> None:
    assert split("Really? ! ! ... Yes.", "en") == ["Really?", "! ! ... Yes."]
    assert split("* * *", None) == ["* * *"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "The quick brown fox, who was tired, said “no!” and left. ",
        "word ",
        ".",
        "a.b.c. ",
        '"',
        "昨天下雨了，我们没有出门。",
        "昨",
        '." ',
        "A. ",
        "1. ",
        "(",
        "… ",
    ],
)
def test_a_line_of_a_megabyte_loses_nothing(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    segments = segment_document(document_from_text(text), "zh" if unit[0] == "昨" else "ru")
    assert sum(len("".join(s.text.split())) for s in segments) == len("".join(text.split()))
