"""Sums as councils write them, and what they are: the faults that were seen, each with two relatives in other words.

Written before the rules that read them. The same rows go through the function (`test_amounts`) and through the front
door (`tests/infitah/test_sums_night`). None for a value: only the words are sure, and only they are kept.
"""

from __future__ import annotations

#: (the fault, words that state one sum, dirhams)
SUMS: list[tuple[str, str, str | None]] = [
    ("words before the match", "d'un montant de cent quatre-vingt mille dirhams", "180000"),
    ("words before the match", "pour un coût de six cent soixante-quinze mille dirhams", "675000"),
    ("words before the match", "une avance de deux cent quatre-vingt-onze mille dirhams", "291000"),
    ("hundreds in words", "بمبلغ سبعمائة وخمسين ألف درهم", "750000"),
    ("hundreds in words", "بكلفة ثلاثمئة وعشرين ألف درهم", "320000"),
    ("hundreds in words", "مساهمة قدرها تسعمائة وخمسة وثمانون ألف درهم", "985000"),
    ("a word that halves", "بقيمة نصف مليون درهم", "500000"),
    ("a word that halves", "بكلفة ربع مليون درهم", "250000"),
    ("a word that halves", "un apport de trois quarts de million de dirhams", "750000"),
    ("joints skipped", "بمبلغ مليون و500 ألف و300 درهم", "1500300"),
    ("joints skipped", "بغلاف مالي قدره 3 ملايين و 75 ألف و 20 درهم", "3075020"),
    ("joints skipped", "un budget de 4 millions et 250 mille et 600 dirhams", "4250600"),
    ("and a half", "deux millions et demi de dirhams", "2500000"),
    ("and a half", "بمبلغ ثلاثة ملايين ونصف المليون درهم", "3500000"),
    ("and a half", "un million et demi de dirhams", "1500000"),
    (
        "digits, then words in brackets",
        "3 450 600,00 DH (trois millions quatre cent cinquante mille six cents dirhams)",
        "3450600",
    ),
    ("digits, then words in brackets", "75.300,00 درهم (خمسة وسبعون ألفا وثلاثمائة درهم)", "75300"),
    ("digits, then words in brackets", "120 000,00 DH, soit cent vingt mille dirhams", "120000"),
    (
        "words, then digits in brackets",
        "مليون ومائتين وأربعة وثلاثين ألفا وخمسمائة درهم (1.234.500,00 درهم)",
        "1234500",
    ),
    ("words, then digits in brackets", "ثمانمائة وستون ألف درهم (860.000,00)", "860000"),
    (
        "words, then digits in brackets",
        "arrêté à la somme de deux cent mille dirhams (200.000,00 DH)",
        "200000",
    ),
    ("a million and more in words", "un million deux cent trente-quatre mille cinq cents dirhams", "1234500"),
    ("a million and more in words", "sept millions quatre-vingt-dix-huit mille soixante et onze dirhams", "7098071"),
    ("a million and more in words", "deux milliards trois cent millions de dirhams", "2300000000"),
    ("teens and duals", "أحد عشر ألفا ومائتان درهم", "11200"),
    ("teens and duals", "بمبلغ ألفين وخمسمائة درهم", "2500"),
    ("teens and duals", "خمسة عشر مليونا ومائتي ألف درهم", "15200000"),
    ("malformed grouping", "بكلفة 1.504377.10 درهم", None),
    ("malformed grouping", "un montant de 12.34567.00 DH", None),
    ("malformed grouping", "باعتماد قدره 3.20055.40 درهم", None),
    ("more than it says", "une enveloppe de plus de 9 milliards de dirhams", None),
    ("more than it says", "بكلفة تفوق 4 ملايين درهم", None),
    ("more than it says", "un coût d'environ 700 000 DH", None),
    ("digits and words differ", "150.000,00 درهم (مائة وستون ألف درهم)", None),
    ("digits and words differ", "90 000 DH (quatre-vingt mille dirhams)", None),
    ("digits and words differ", "trois cent mille dirhams, soit 350 000,00 DH", None),
    ("glyphs drawn twice", "une subvention de 115500000000 DH", None),
    ("glyphs drawn twice", "منحة بمبلغ 44550000000000 درهم", None),
    ("glyphs drawn twice", "un montant de 3355000000 dirhams", None),
    ("unread beside", "بمبلغ مليون إلا ربع درهم", None),
    ("unread beside", "entre dix et vingt mille dirhams", None),
    ("unread beside", "بكلفة تتراوح ما بين 10 و20 مليون درهم", None),
]

#: (the fault, words of a vote, for, against, abstained)
VOTES: list[tuple[str, str, int | None, int | None, int | None]] = [
    ("glyphs drawn twice", "تمت المصادقة بالأغلبية: نعم: 2233، لا: 44، امتناع: 22", None, None, None),
    ("glyphs drawn twice", "adopté à la majorité : pour : 1199, contre : 33, abstentions : 11", None, None, None),
    ("glyphs drawn twice", "صودق عليها بالأغلبية: 2211 نعم مقابل 55 لا", None, None, None),
    ("counts in words", "صودق عليها بأغلبية ثلاثة وعشرين صوتا مقابل أربعة أصوات", 23, 4, None),
    ("counts in words", "adopté par vingt-trois voix pour, quatre contre et deux abstentions", 23, 4, 2),
    ("counts in words", "تمت المصادقة عليها بموافقة ثمانية عشر عضوا ومعارضة عضوين", 18, 2, None),
]
