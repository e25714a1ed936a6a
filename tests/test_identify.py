"""Which language a text is in: documents, segments, mixed text, and what is left unsaid."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.identify import _NOT_RUSSIAN, identify_document, identify_segments, script_shares
from mtcheck.scripts import SCRIPTS, count_scripts, script_indices

DOCUMENTS = {
    "ru": "Утром в городе прошёл сильный дождь. Жители остались дома и читали книги. К вечеру небо прояснилось.",
    "uk": "Уранці в місті пройшов сильний дощ. Мешканці залишилися вдома й читали книжки. Надвечір небо прояснилося.",
    "be": "Раніцай у горадзе прайшоў моцны дождж. Жыхары засталіся дома і чыталі кнігі. Пад вечар неба праяснілася.",
    "bg": "Сутринта в града валя силен дъжд. Хората останаха вкъщи и четяха книги. Привечер небето се проясни.",
    "sr": "Јутрос је у граду падала јака киша. Људи су остали код куће и читали књиге. Предвече се небо разведрило.",
    "en": "It rained heavily in the city this morning. People stayed at home and read. In the evening it cleared.",
    "de": "Am Morgen regnete es heftig in der Stadt. Die Leute blieben zu Hause und lasen. Abends wurde es klar.",
    "fr": "Il a beaucoup plu en ville ce matin. Les gens sont restés chez eux et ont lu des livres. Le soir fut clair.",
    "es": "Esta mañana llovió mucho en la ciudad. La gente se quedó en casa y leyó libros. Por la tarde se despejó.",
    "it": "Stamattina in città è piovuto molto. La gente è rimasta a casa a leggere. La sera era sereno.",
    "pt": "Hoje de manhã choveu muito na cidade. As pessoas ficaram em casa e leram livros. À noite o céu abriu.",
    "nl": "Vanochtend regende het hard in de stad. De mensen bleven thuis en lazen boeken. 's Avonds klaarde het op.",
    "pl": "Rano w mieście padał silny deszcz. Mieszkańcy zostali w domu i czytali książki. Wieczorem się przejaśniło.",
    "cs": "Ráno ve městě silně pršelo. Lidé zůstali doma a četli knihy. K večeru se obloha vyjasnila.",
    "tr": "Bu sabah şehirde şiddetli yağmur yağdı. İnsanlar evde kalıp kitap okudular. Akşama doğru hava açıldı.",
    "fi": "Aamulla kaupungissa satoi rankasti. Ihmiset jäivät kotiin ja lukivat kirjoja. Illalla taivas selkeni.",
    "hu": "Reggel erősen esett az eső a városban. Az emberek otthon maradtak és könyveket olvastak. Este kitisztult.",
    "vi": "Sáng nay trời mưa rất to trong thành phố. Mọi người ở nhà đọc sách. Buổi tối trời quang đãng trở lại.",
    "id": "Pagi ini hujan deras turun di kota. Orang-orang tinggal di rumah dan membaca buku. Sore hari langit cerah.",
    "ar": "هطلت أمطار غزيرة على المدينة هذا الصباح. بقي الناس في بيوتهم وقرأوا الكتب. وفي المساء صفا الجو.",
    "fa": "امروز صبح باران شدیدی در شهر بارید. مردم در خانه ماندند و کتاب خواندند. عصر آسمان صاف شد.",
    "he": "הבוקר ירד גשם חזק בעיר. האנשים נשארו בבית וקראו ספרים. לקראת ערב השמיים התבהרו.",
    "hi": "आज सुबह शहर में तेज़ बारिश हुई। लोग घर पर रहे और किताबें पढ़ते रहे। शाम को आसमान साफ़ हो गया।",
    "el": "Το πρωί έβρεξε πολύ στην πόλη. Οι άνθρωποι έμειναν στο σπίτι και διάβασαν βιβλία.",
    "th": "เช้านี้ฝนตกหนักในเมือง ผู้คนอยู่บ้านและอ่านหนังสือ",
    "ko": "오늘 아침 시내에 비가 많이 왔다. 사람들은 집에서 책을 읽었다.",
    "ja": "今朝、街では雨が強く降った。人々は家にいて本を読んだ。",
    "zh": "今天早上城里下了大雨。人们待在家里读书。这样过了一天。",
    "zh-Hant": "今天早上城裡下了大雨。人們待在家裡讀書。這樣過了一天。",
    "ta": "இன்று காலை நகரத்தில் பலத்த மழை பெய்தது. மக்கள் வீட்டிலேயே இருந்தனர்.",
    "bn": "আজ সকালে শহরে প্রবল বৃষ্টি হয়েছে। মানুষ ঘরে বসে বই পড়েছে।",
}


@pytest.mark.parametrize("lang", DOCUMENTS)
def test_documents(lang: str) -> None:
    guess = identify_document(DOCUMENTS[lang])
    assert guess.lang == lang
    assert guess.confidence > 0.7


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("OK", "too little text"),
        ("12345 67 %", "too little text"),
        ("Привет привет hello hello мир мир world", "mixed scripts"),
        ("გამარჯობა, როგორ ხარ დღეს, მეგობარო?", "no supported language is written in Georgian"),
        ("Soo dhawoow, waxaan ku faraxsanahay inaan halkan joogo maanta oo dhan.", "not supported"),
    ],
)
def test_what_cannot_be_told_is_said(text: str, words: str) -> None:
    guess = identify_document(text)
    assert guess.lang is None
    assert words in guess.reason


def test_addresses_do_not_make_a_document_english() -> None:
    text = DOCUMENTS["de"] + " https://www.example.com/some/very/long/english/path/with/words/and/more/of/them.html" * 3
    assert identify_document(text).lang == "de"


def test_the_same_long_document_gives_the_same_answer() -> None:
    text = (DOCUMENTS["cs"] + "\n") * 2000
    guesses = {identify_document(text) for _ in range(3)}
    assert len(guesses) == 1


def test_expected_never_overrides_the_text() -> None:
    assert identify_document(DOCUMENTS["uk"], expected="ru").lang == "uk"


def test_a_source_and_its_translation() -> None:
    sentences = ["Утром в городе прошёл дождь.", "It rained in the city.", "Уранці в місті йшов дощ, і ми читали."]
    assert [g.lang for g in identify_segments(sentences, expected="ru", other="en")] == ["ru", "en", "uk"]
    assert [g.lang for g in identify_segments(sentences, expected="en", other="ru")] == ["ru", "en", "uk"]


@pytest.mark.parametrize(
    ("expected", "other"),
    [("de", "en"), ("en", "de"), ("fr", "en"), ("es", "fr"), ("pl", "cs"), ("uk", "ru"), ("ru", "uk")],
)
def test_languages_of_one_script(expected: str, other: str) -> None:
    found = identify_segments([DOCUMENTS[expected], DOCUMENTS[other]], expected=expected, other=other)
    assert [guess.lang for guess in found] == [expected, other]


@pytest.mark.parametrize("lang", ["de", "fr", "es", "pl", "it", "fi", "hu", "tr", "vi"])
def test_a_third_language_among_english_is_named(lang: str) -> None:
    (guess,) = identify_segments([DOCUMENTS[lang]], expected="en", other="ru")
    assert guess.lang == lang


def test_half_translated_text_is_mixed_with_its_shares() -> None:
    (guess,) = identify_segments(["The mayor said, что завтра будет хорошо"], expected="en", other="ru")
    assert guess.lang is None
    assert "mixed scripts" in guess.reason
    assert "Cyrillic" in guess.reason


def test_scripts_of_neither_side_are_named_or_at_least_said() -> None:
    found = identify_segments([DOCUMENTS["el"], DOCUMENTS["he"], DOCUMENTS["ar"]], expected="en", other="ru")
    assert [guess.lang for guess in found] == ["el", "he", None]
    assert found[2].reason == "Arabic script"


def test_upper_case_short_and_empty_segments() -> None:
    found = identify_segments(["МОСКВА", "BREAKING NEWS", "", "42 %", "Ja"], expected="ru", other="en")
    assert [guess.lang for guess in found] == [None, "en", None, None, "en"]
    assert found[2].reason == found[3].reason == "no letters"
    assert "too short" in found[0].reason


def test_names_in_latin_letters_do_not_turn_a_russian_sentence_english() -> None:
    (guess,) = identify_segments(
        ["Компания Apple показала новый iPhone 15 Pro в Калифорнии."], expected="ru", other="en"
    )
    assert guess.lang == "ru"


def test_one_foreign_letter_of_either_case_keeps_a_text_from_counting_as_russian_by_letters() -> None:
    letters = "іїєґўѓќѕјљњђћџ"
    assert all(_NOT_RUSSIAN.search(letter) and _NOT_RUSSIAN.search(letter.upper()) for letter in letters)
    others = [char for char in map(chr, range(0x400, 0x530)) if char.lower() not in letters]
    assert not _NOT_RUSSIAN.search("".join(others))


def test_kana_makes_japanese_of_han() -> None:
    found = identify_segments(["東京都庁は新宿にある。", "東京都厅在新宿。", "東京都知事選"], expected="ja", other="zh")
    assert found[0].lang == "ja"
    assert found[1].lang != "ja"


def test_an_english_russian_pair_needs_no_detector_at_all() -> None:
    program = (
        "import sys\n"
        "from mtcheck.identify import identify_segments\n"
        "identify_segments(['It rained in the city this morning.', 'He read a book.'], expected='en', other='ru')\n"
        "identify_segments(['Утром в городе прошёл дождь.', 'Он читал книгу.'], expected='ru', other='en')\n"
        "sys.exit('py3langid' in sys.modules or 'langdetect' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_telling_words_settle_what_is_in_one_language_only() -> None:
    german = "Die Regierung hat gestern auch über die Schulen gesprochen, aber nichts wurde entschieden."
    english = "The government would not say when they could decide."
    for text, expected, other in ((german, "de", "en"), (english, "en", "de")):
        (guess,) = identify_segments([text], expected=expected, other=other)
        assert (guess.lang, guess.reason) == (expected, "words")
    (guess,) = identify_segments([german], expected="nl", other="en")
    assert guess.lang == "de"
    (guess,) = identify_segments([f"{german} {english}"], expected="de", other="en")
    assert guess.reason != "words"


def test_importing_the_module_loads_no_detector() -> None:
    program = "import sys, mtcheck.identify; sys.exit('py3langid' in sys.modules or 'langdetect' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


NAMES = {
    "LATIN": "Latn", "GREEK": "Grek", "CYRILLIC": "Cyrl", "ARMENIAN": "Armn", "HEBREW": "Hebr", "ARABIC": "Arab",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr", "TAMIL": "Taml", "TELUGU": "Telu",
    "KANNADA": "Knda", "MALAYALAM": "Mlym", "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "MYANMAR": "Mymr",
    "GEORGIAN": "Geor", "ETHIOPIC": "Ethi", "KHMER": "Khmr", "HANGUL": "Hang", "HIRAGANA": "Hira", "KATAKANA": "Kana",
    "CJK": "Hani",
}  # fmt: skip


@pytest.mark.parametrize("word", NAMES)
def test_the_script_table_agrees_with_unicode_names(word: str) -> None:
    chars = [
        chr(point)
        for point in range(0x20, 0xFB00)
        if unicodedata.category(chr(point)) in ("Ll", "Lu", "Lo")
        and unicodedata.name(chr(point), "").replace("-", " ").startswith(word + " ")
    ]
    found = script_indices("".join(chars))
    wrong = [char for char, index in zip(chars, found, strict=True) if SCRIPTS[index] != NAMES[word]]
    assert len(chars) > 20
    assert len(wrong) <= 0.01 * len(chars)


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=80))
def test_shares_are_shares(text: str) -> None:
    shares = script_shares(text)
    assert all(0 < share <= 1 for share in shares.values())
    assert not shares or sum(shares.values()) == pytest.approx(1)
    assert list(shares.values()) == sorted(shares.values(), reverse=True)


@settings(deadline=None, max_examples=100)
@given(texts=st.lists(st.text(max_size=40), max_size=8))
def test_counting_together_is_counting_apart(texts: list[str]) -> None:
    together = count_scripts(texts)
    assert together.shape == (len(texts), len(SCRIPTS))
    for row, text in zip(together, texts, strict=True):
        assert (row == count_scripts([text])[0]).all()
        assert row.sum() == len(text)


@settings(deadline=None, max_examples=100)
@given(
    texts=st.lists(st.text(max_size=60), max_size=5), langs=st.sampled_from([("en", "ru"), ("de", "en"), (None, None)])
)
def test_any_text_gets_one_guess(texts: list[str], langs: tuple[str | None, str | None]) -> None:
    found = identify_segments(texts, expected=langs[0], other=langs[1])
    assert len(found) == len(texts)
    for guess in found:
        assert 0 <= guess.confidence <= 1
        assert guess.lang is not None or guess.reason
