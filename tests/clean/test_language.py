"""The language of a text is named where it has enough of it, and not guessed where it has not."""

from __future__ import annotations

import pytest

from sayso.clean.language import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Die Bürgermeisterin von Miren sagte am Montag, die alte Brücke über den Fluss werde erst im Mai wieder geöffnet.",
            "de",
        ),
        (
            "La maire de Miren a déclaré lundi que le vieux pont resterait fermé jusqu'en mai, selon la police de la ville.",
            "fr",
        ),
        (
            "La alcaldesa de Miren dijo el lunes que el viejo puente sobre el río seguirá cerrado hasta el mes de mayo.",
            "es",
        ),
        (
            "A prefeita de Miren disse na segunda-feira que a velha ponte sobre o rio não será reaberta antes de maio.",
            "pt",
        ),
        ("La sindaca di Miren ha detto lunedì che il vecchio ponte sul fiume resterà chiuso fino a maggio.", "it"),
        ("قالت رئيسة بلدية ميرن يوم الاثنين إن الجسر القديم فوق النهر سيبقى مغلقا حتى شهر مايو المقبل", "ar"),
        ("ראש עיריית מירן אמרה ביום שני כי הגשר הישן מעל הנהר יישאר סגור עד חודש מאי הקרוב", "he"),
        ("شهردار میرن روز دوشنبه گفت که پل قدیمی روی رودخانه تا ماه مه بسته خواهد ماند و قایق کار می‌کند", "fa"),
        ("Мэр Мирена заявила в понедельник, что старый мост через реку останется закрытым до мая из-за трещин.", "ru"),
        (
            "Miren belediye başkanı pazartesi günü eski köprünün nehir üzerinde mayıs ayına kadar kapalı kalacağını söyledi.",
            "tr",
        ),
        ("米伦市市长周一表示，河上的旧桥将关闭至五月。", "zh"),
        (
            "Wali kota Miren mengatakan pada hari Senin bahwa jembatan tua di atas sungai itu akan ditutup sampai bulan Mei.",
            "id",
        ),
        (
            "Meya wa Miren alisema siku ya Jumatatu kwamba daraja la zamani juu ya mto litafungwa mpaka mwezi wa Mei.",
            "sw",
        ),
    ],
)
def test_languages_of_the_press(text: str, code: str) -> None:
    """A sentence of news is enough."""
    assert identify(text) == code


def test_english_with_foreign_names_is_english() -> None:
    """Names of people and places do not make the language."""
    text = "Abu Karim al-Sefani of Deir al-Mirna told Al-Tavo that Sheikh Yusuf Bahdad and Ziyad el-Karo had left Qasr ad-Dun for Umm Sela."
    assert identify(text) == "en"


def test_capitals_are_no_other_language() -> None:
    """A text in capitals is read like any other."""
    assert identify("THE MAYOR OF MIREN SAID ON MONDAY THAT THE OLD BRIDGE WOULD STAY CLOSED UNTIL MAY.") == "en"


@pytest.mark.parametrize("text", ["", "  \n", "12 345, 678.90", "68.8 F", "Yes.", "\x00\x00\x00", "\U0001f600" * 40])
def test_too_little_to_say(text: str) -> None:
    """Without words there is no language."""
    assert identify(text) is None


def test_the_same_text_has_the_same_language() -> None:
    """No state is kept between texts."""
    text = "The mayor of Miren said on Monday that the old bridge would stay closed."
    first = identify(text)
    identify("Die Brücke bleibt bis Mai geschlossen, sagte die Bürgermeisterin von Miren am Montag.")
    assert identify(text) == first == "en"
