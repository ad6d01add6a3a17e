"""What became of sessions in turns of phrase that a first list of words does not know: each kind in several wordings."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.ingest.read.councils.test_session_frames import sessions_of

#: kind → (text, day of publication, sessions as (kind, year, month, status, day)).
TURNS = [
    # called off, by a verb, its noun behind a preposition, its pronoun in the same sentence
    (
        "Le maire de Sefrou a décidé d'annuler la session extraordinaire de mai 2025, qui devait réunir le conseil "
        "communal jeudi 15 mai 2025.",
        "2025-05-12",
        [("extraordinary", 2025, 5, "cancelled", "2025-05-15")],
    ),
    (
        "توصل أعضاء مجلس جماعة صفرو بمراسلة تهم إلغاء دورة استثنائية لشهر ماي 2025 التي كان مقررا عقدها يوم الخميس 15 ماي 2025.",
        "2025-05-12",
        [("extraordinary", 2025, 5, "cancelled", "2025-05-15")],
    ),
    (
        "يخبر رئيس مجلس جماعة صفرو أن الدورة الاستثنائية لشهر ماي 2025، التي وجهت الدعوة لعقدها يوم الخميس 15 ماي 2025، قد تم إلغاؤها.",
        "2025-05-12",
        [("extraordinary", 2025, 5, "cancelled", "2025-05-15")],
    ),
    (
        "The extraordinary session of May 2025 of the council of Sefrou, for which members had been summoned on Thursday "
        "15 May 2025, has been called off.",
        "2025-05-12",
        [("extraordinary", 2025, 5, "cancelled", "2025-05-15")],
    ),
    # put off, in other verbs
    (
        "La session ordinaire de mai 2025 du conseil communal de Sefrou, fixée au 6 mai 2025, est décalée au mardi 13 mai "
        "2025.",
        "2025-05-02",
        [("ordinary", 2025, 5, "postponed", "2025-05-13")],
    ),
    (
        "تؤخر الدورة العادية لشهر ماي 2025 لمجلس جماعة صفرو إلى يوم الثلاثاء 13 ماي 2025.",
        "2025-05-02",
        [("ordinary", 2025, 5, "postponed", "2025-05-13")],
    ),
    (
        "The ordinary session of May 2025 of the council of Sefrou, first planned for Tuesday, May 6, has been put back to "
        "Tuesday, May 13, 2025.",
        "2025-05-02",
        [("ordinary", 2025, 5, "postponed", "2025-05-13")],
    ),
    (
        "لم يتمكن مجلس جماعة صفرو صباح هذا اليوم من عقد الدورة العادية لشهر ماي 2025 التي كانت مبرمجة ليوم الثلاثاء 6 ماي 2025. "
        "وقد وجه استدعاء ثان لعقدها يوم الثلاثاء 13 ماي 2025.",
        "2025-05-06",
        [("ordinary", 2025, 5, "postponed", "2025-05-13")],
    ),
    # could not be held, and was in the end
    (
        "La session ordinaire de mai 2025 du conseil communal de Sefrou n'a pu se tenir à la date prévue du mardi 6 mai "
        "2025 faute de quorum. Une seconde convocation a permis son ouverture le mardi 13 mai 2025.",
        "2025-05-15",
        [("ordinary", 2025, 5, "held", "2025-05-13")],
    ),
    (
        "تعذر على مجلس جماعة صفرو عقد الدورة العادية لشهر ماي 2025 المقررة يوم الثلاثاء 6 ماي 2025. وقد تم عقدها يوم الثلاثاء 13 "
        "ماي 2025.",
        "2025-05-15",
        [("ordinary", 2025, 5, "held", "2025-05-13")],
    ),
    # 'for the sake of' puts nothing off, nor does a point that is
    (
        "يخبر رئيس مجلس جماعة صفرو أن المجلس سيعقد يوم الثلاثاء 6 ماي 2025 الدورة العادية لشهر ماي من أجل التداول في مشروع الميزانية.",
        "2025-04-25",
        [("ordinary", 2025, 5, "announced", "2025-05-06")],
    ),
    (
        "انعقدت الدورة العادية لشهر ماي 2025 لمجلس جماعة صفرو يوم الثلاثاء 6 ماي 2025. وذكر السيد الرئيس بحصيلة دورة فبراير 2025 "
        "العادية، ثم عرض موضوع دار الطالبة الذي تقرر تأخيره إلى دورة لاحقة.",
        "2025-05-08",
        [("ordinary", 2025, 5, "held", "2025-05-06"), ("ordinary", 2025, 2, "held", None)],
    ),
    # closed, in one sitting or several
    (
        "Après avoir bouclé mardi 6 mai 2025 la session ordinaire de mai 2025, les conseillers de Sefrou sont convoqués pour "
        "une session extraordinaire qui s'ouvrira le vendredi 23 mai 2025.",
        "2025-05-09",
        [("ordinary", 2025, 5, "held", "2025-05-06"), ("extraordinary", 2025, 5, "announced", "2025-05-23")],
    ),
    (
        "Le conseil communal de Sefrou a clos le 6 mai 2025, en une unique séance, sa session ordinaire de mai 2025.",
        "2025-05-09",
        [("ordinary", 2025, 5, "held", "2025-05-06")],
    ),
    (
        "اختتمت يوم الثلاثاء 20 ماي 2025 أشغال الدورة العادية لشهر ماي 2025 لمجلس جماعة صفرو، وهي الدورة التي انطلقت يوم الثلاثاء 6 "
        "ماي 2025.",
        "2025-05-22",
        [("ordinary", 2025, 5, "held", "2025-05-06")],
    ),
    (
        "The council of Sefrou wrapped up its ordinary session of May 2025 on 20 May 2025, after a sitting livelier than the "
        "first, held on May 6.",
        "2025-05-22",
        [("ordinary", 2025, 5, "held", "2025-05-06")],
    ),
    # names of sessions: an adjective or a missing space before the month, the month before the noun, several months
    (
        "تعقد جماعة صفرو الدورة العاديةلشهر ماي 2025 يوم الثلاثاء 06/05/2025 بمقر الجماعة",
        "2025-04-25",
        [("ordinary", 2025, 5, "announced", "2025-05-06")],
    ),
    (
        "اجتمعت لجنة الميزانية بجماعة صفرو يوم الاثنين 21 أبريل 2025 لدراسة نقطتين قبل عرضهما على الدورة العادية المقررة في ماي 2025.",
        "2025-04-23",
        [("ordinary", 2025, 5, "announced", None)],
    ),
    (
        "On Tuesday 6 May 2025 the council of the commune of Sefrou met for its ordinary May 2025 session.",
        "2025-05-08",
        [("ordinary", 2025, 5, "held", "2025-05-06")],
    ),
    (
        "عرض الرئيس تقريرا عن تنفيذ مقررات دورتي فبراير وماي 2025 العاديتين لمجلس جماعة صفرو.",
        "2025-06-10",
        [("unstated", 2025, 2, "held", None), ("unstated", 2025, 5, "held", None)],
    ),
    # two sessions in one sentence, each with its day
    (
        "Le conseil communal de Sefrou se réunira le mardi 6 mai 2025 en session ordinaire, puis le vendredi 23 mai 2025 en "
        "session extraordinaire.",
        "2025-04-25",
        [("ordinary", 2025, 5, "announced", "2025-05-06"), ("extraordinary", 2025, 5, "announced", "2025-05-23")],
    ),
    (
        "La session extraordinaire de mai 2025, convoquée pour le 23/05/2025, est annulée, son point ayant été traité lors "
        "de la session ordinaire de mai 2025 qui s'est déroulée le 06/05/2025 à Sefrou.",
        "2025-05-12",
        [("extraordinary", 2025, 5, "cancelled", "2025-05-23"), ("ordinary", 2025, 5, "held", "2025-05-06")],
    ),
    # asked for, refused, denied: none of them is a session
    (
        "Un tiers des membres du conseil communal de Sefrou réclame la tenue d'une session extraordinaire le jeudi 15 mai 2025.",
        "2025-05-05",
        [],
    ),
    ("رفض رئيس مجلس جماعة صفرو الدعوة إلى عقد دورة استثنائية يوم الخميس 15 ماي 2025.", "2025-05-05", []),
    (
        "The council of Sefrou denies the holding of an extraordinary session on Thursday 15 May 2025.",
        "2025-05-05",
        [],
    ),
    # a denial that it is put off leaves it where it was
    (
        "La session ordinaire de mai 2025 du conseil communal de Sefrou, prévue le mardi 6 mai 2025, n'a pas été reportée.",
        "2025-05-02",
        [("ordinary", 2025, 5, "announced", "2025-05-06")],
    ),
    (
        "الدورة العادية لشهر ماي 2025 لمجلس جماعة صفرو لم يتم تأجيلها وستنعقد يوم الثلاثاء 6 ماي 2025.",
        "2025-05-02",
        [("ordinary", 2025, 5, "announced", "2025-05-06")],
    ),
    (
        "The president denies that the ordinary session of May 2025 of the council of Sefrou, called for Tuesday 6 May 2025, "
        "is cancelled.",
        "2025-05-02",
        [("ordinary", 2025, 5, "announced", "2025-05-06")],
    ),
    # what is put off to a session is a point
    (
        "أجل مجلس جماعة صفرو، خلال الدورة العادية لشهر ماي 2025 المنعقدة يوم الثلاثاء 6 ماي 2025، إلى دورة أكتوبر البت في مخطط السير.",
        "2025-05-07",
        [("ordinary", 2025, 5, "held", "2025-05-06")],
    ),
    # planned for one day, held on another
    (
        "The extraordinary session of the council of Sefrou, which was to be held on 12 May 2025, was held on Tuesday 20 May 2025.",
        "2025-05-21",
        [("extraordinary", 2025, 5, "held", "2025-05-20")],
    ),
    (
        "الدورة الاستثنائية لمجلس جماعة صفرو التي كان من المنتظر عقدها يوم 12 ماي 2025 انعقدت يوم الثلاثاء 20 ماي 2025.",
        "2025-05-21",
        [("extraordinary", 2025, 5, "held", "2025-05-20")],
    ),
    # held instead of one that could not be
    (
        "The council of Sefrou held a make-up session on Tuesday 13 May 2025 after the ordinary session of May 2025 had been "
        "called off for lack of quorum.",
        "2025-05-14",
        [("ordinary", 2025, 5, "held", "2025-05-13")],
    ),
    (
        "التأم مجلس جماعة صفرو يوم الثلاثاء 13 ماي 2025 في دورة استدراكية عوض الدورة العادية لشهر ماي 2025.",
        "2025-05-14",
        [("ordinary", 2025, 5, "held", "2025-05-13")],
    ),
    # named by a pronoun and its month
    (
        "Le conseil communal de Sefrou a tenu mardi 6 mai 2025 sa session ordinaire de mai 2025. La prochaine session, celle "
        "d'octobre 2025, elle aussi ordinaire, examinera le budget.",
        "2025-05-07",
        [("ordinary", 2025, 5, "held", "2025-05-06"), ("ordinary", 2025, 10, "announced", None)],
    ),
    (
        "عقد مجلس جماعة صفرو يوم الثلاثاء 6 ماي 2025 دورته العادية لشهر ماي 2025. وستخصص الدورة المقبلة، تلك المقررة في أكتوبر 2025، "
        "للميزانية.",
        "2025-05-07",
        [("ordinary", 2025, 5, "held", "2025-05-06"), ("unstated", 2025, 10, "announced", None)],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), TURNS)
def test_a_turn_of_phrase(text: str, published: str, expected: list[tuple[str, int, int, str, str | None]]) -> None:
    found = sessions_of(text, dt.date.fromisoformat(published), "Sefrou")
    assert sorted((f[:5] for f in found), key=str) == sorted(expected, key=str)


#: Sessions that one page tells of together: (text, day of publication, sessions as above with whose they are).
TOGETHER = [
    (
        "عقد المجلس الإقليمي لصفرو دورتين استثنائيتين خلال شهر مارس، الأولى يوم 5 مارس 2024 والثانية يوم 21 مارس 2024.",
        "2024-03-25",
        [("extraordinary", 2024, 3, "held", "2024-03-05"), ("extraordinary", 2024, 3, "held", "2024-03-21")],
    ),
    (
        "Le conseil communal de Sefrou a tenu deux sessions extraordinaires : la première le 5 mars 2024, la deuxième le 21 "
        "mars 2024.",
        "2024-03-25",
        [("extraordinary", 2024, 3, "held", "2024-03-05"), ("extraordinary", 2024, 3, "held", "2024-03-21")],
    ),
    (
        "The council of Sefrou held two extraordinary sessions: the first on 5 March 2024, the second on 21 March 2024.",
        "2024-03-25",
        [("extraordinary", 2024, 3, "held", "2024-03-05"), ("extraordinary", 2024, 3, "held", "2024-03-21")],
    ),
    (
        "حصيلة دورات ماي 2025 العادية بإقليم صفرو\nالمنزل\nانعقدت الدورة يوم الثلاثاء 6 ماي 2025.\nالبهاليل\nتأجلت الدورة المقررة "
        "يوم الأربعاء 7 ماي 2025 إلى يوم الأربعاء 14 ماي 2025.",
        "2025-05-09",
        [("ordinary", 2025, 5, "held", "2025-05-06"), ("ordinary", 2025, 5, "postponed", "2025-05-14")],
    ),
    (
        "Tour d'horizon des sessions ordinaires de mai 2025\nCommune de Sefrou :\nLa session s'est tenue le 6 mai 2025.\n"
        "Commune de Bhalil :\nLa session se tiendra le 14 mai 2025.",
        "2025-05-09",
        [("ordinary", 2025, 5, "held", "2025-05-06"), ("ordinary", 2025, 5, "announced", "2025-05-14")],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOGETHER)
def test_sessions_told_together(text: str, published: str, expected: list[tuple[str, int, int, str, str]]) -> None:
    found = sessions_of(text, dt.date.fromisoformat(published), "Sefrou")
    assert sorted((f[:5] for f in found), key=str) == sorted(expected, key=str)
