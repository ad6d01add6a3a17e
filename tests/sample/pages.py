"""Pages of the sample network. Fictitious communes; what is said of real bodies is from public facts, in our own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """One page of one sample site."""

    source: str
    url: str
    title: str
    body: str
    date: str = ""
    platform: str = "wordpress"
    language: str = "ar"
    defect: str = ""


def _p(*lines: str) -> str:
    return "\n".join(f"<p>{line}</p>" for line in lines)


def _items(*items: str, style: str = "{n}- {t}") -> str:
    return "\n".join(f"<p>{style.format(n=n, t=t)}</p>" for n, t in enumerate(items, start=1))


W = "https://oued-mithal.example"
S = "https://ain-namoudaj.example/ar"
B = "https://bni-khayal.example/ar"
R = "https://region-exemple.example"
V = "https://province-namoudaj.example"
N = "https://network-notes.example"

PAGES: list[Page] = [
    # -- commune of Oued Mithal, WordPress, Arabic ------------------------------------------------------------------
    Page("sample-commune-oued-mithal", f"{W}/2026/09/20/session-oct", "إعلان عن انعقاد الدورة العادية لشهر أكتوبر 2026",
         _p("يعلن رئيس مجلس جماعة واد المثال أن المجلس سيعقد الدورة العادية لشهر أكتوبر 2026 يوم الثلاثاء 06 أكتوبر 2026 بمقر الجماعة.",
            "جدول الأعمال:") + _items("الدراسة والمصادقة على مشروع ميزانية سنة 2027", "الدراسة والمصادقة على اتفاقية شراكة لتأهيل السوق الأسبوعي",
            "الدراسة والمصادقة على برنامج الانفتاح", "برمجة الفائض التقديري"), "20 شتنبر 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/10/07/session-oct-report", "مجلس جماعة واد المثال يعقد الدورة العادية لشهر أكتوبر 2026",
         _p("عقد مجلس جماعة واد المثال الدورة العادية لشهر أكتوبر 2026 يوم الثلاثاء 06 أكتوبر 2026 بمقر الجماعة.",
            "تدارس المجلس أربع (04) نقط وصادق عليها بالإجماع.", "جدول الأعمال:") + _items("مشروع ميزانية سنة 2027",
            "اتفاقية شراكة لتأهيل السوق الأسبوعي", "برنامج الانفتاح", "برمجة الفائض التقديري"), "07 أكتوبر 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/03/02/session-extra", "دعوة لحضور الدورة الاستثنائية لشهر مارس 2026",
         _p("ينعقد مجلس جماعة واد المثال في الدورة الاستثنائية رقم 02 لشهر مارس 2026 يوم الخميس 12 مارس 2026.", "جدول الأعمال: نقطتان (02) نقط.")
         + _items("الدراسة والمصادقة على كناش تحملات كراء المحلات", "إحداث لجنة مؤقتة للبيئة"), "02 مارس 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/02/05/session-feb", "الدورة العادية لشهر فبراير 2026",
         _p("انعقدت الدورة العادية لشهر فبراير 2026 لمجلس جماعة واد المثال يوم الأربعاء 04 فبراير 2026.", "جدول الأعمال:")
         + _items("برمجة فائض سنة 2025", "الدراسة والمصادقة على اتفاقية شراكة مع جمعية النخيل للبيئة", "وضعية النقل المدرسي"), "05 فبراير 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/04/15/workshop", "ورشة الإعداد المشترك لبرنامج الانفتاح بجماعة واد المثال",
         _p("نظم مجلس جماعة واد المثال، اليوم الأربعاء، ورشة حول الإعداد المشترك لبرنامج الانفتاح بدار الشباب المثال.",
            "وتأتي هذه الورشة في إطار برنامج دعم الجماعات الترابية المنفتحة، بدعم من المعهد الجمهوري الدولي IRI.",
            "ويمكن إرسال الاقتراحات إلى الجماعة إلى غاية يوم الخميس 30 أبريل 2026.",
            "وعرفت الورشة مشاركة أعضاء هيئة المساواة وتكافؤ الفرص ومقاربة النوع.",
            "وقالت رئيسة مجلس جماعة واد المثال، مثالية الخيالي، في كلمة بالمناسبة، إن المجلس أحدث موقعا إلكترونيا خاصا به."), "15 أبريل 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/05/20/agreements", "توقيع اتفاقيات شراكة",
         _p("وقع مجلس جماعة واد المثال، يوم الأربعاء 20 ماي 2026، اتفاقية شراكة مع جمعية النخيل للبيئة، من أجل تهيئة الحدائق.",
            "كما وقع مجلس جماعة واد المثال، في شهر يونيو 2026، اتفاقية تعاون مع جامعة المثال التطبيقية، بهدف تكوين الموظفين.",
            "ووقع مجلس جماعة واد المثال، في 03 يوليوز 2026، اتفاقية شراكة مع مؤسسة الأفق للتنمية وجمعية الأمل للثقافة، من أجل دعم القراءة."),
         "05 يوليوز 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/06/11/training", "ورشة تكوينية حول الحق في الحصول على المعلومات",
         _p("نظمت جماعة واد المثال، يوم الخميس 11 يونيو 2026، ورشة تكوينية حول الحق في الحصول على المعلومات لفائدة موظفي الجماعة، بشراكة مع جمعية الشفافية المثالية.",
            "وأعلن المجلس انخراط جماعة واد المثال في بوابة شفافية."), "11 يونيو 2026"),
    Page("sample-commune-oued-mithal", f"{W}/?p=1411", "ورشة تكوينية حول الحق في الحصول على المعلومات",
         _p("نظمت جماعة واد المثال، يوم الخميس 11 يونيو 2026، ورشة تكوينية حول الحق في الحصول على المعلومات لفائدة موظفي الجماعة، بشراكة مع جمعية الشفافية المثالية.",
            "وأعلن المجلس انخراط جماعة واد المثال في بوابة شفافية."), "11 يونيو 2026", defect="duplicate_address"),
    Page("sample-commune-oued-mithal", f"{W}/2026/01/01/old-page", "عذرا", _p("عذرا، الصفحة المطلوبة غير موجودة."), defect="soft_404"),
    Page("sample-commune-oued-mithal", f"{W}/2026/05/07/session-mai-report", "نتائج الدورة العادية لشهر ماي 2026 لمجلس جماعة واد المثال",
         _p("عقد مجلس جماعة واد المثال الدورة العادية لشهر ماي 2026 يوم الثلاثاء 05 ماي 2026 بمقر الجماعة، بحضور 18 عضوا من أصل 25.", "النقط المدرجة بجدول الأعمال:")
         + "<table><tr><th>رقم النقطة</th><th>موضوع النقطة</th><th>نتيجة التصويت</th></tr>"
         "<tr><td>1</td><td>اتفاقية شراكة لتهيئة ملعب القرب بمبلغ 1.200.000,00 درهم</td><td>تمت المصادقة بإجماع الحاضرين</td></tr>"
         "<tr><td>2</td><td>كناش تحملات كراء السوق الأسبوعي</td><td>صودق عليها بأغلبية 14 صوتا مقابل 3 وامتناع عضو واحد</td></tr>"
         "<tr><td>3</td><td>قرض من صندوق التجهيز الجماعي لبناء المسبح</td><td>رفضت بأغلبية الأصوات</td></tr>"
         "<tr><td>4</td><td>تسمية شوارع حي المثال</td><td>تم تأجيلها إلى الدورة المقبلة</td></tr>"
         "<tr><td>5</td><td>عرض حول النقل المدرسي</td><td>أخذ المجلس علما</td></tr></table>", "07 ماي 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/07/20/tender", "إعلان عن طلب عروض مفتوح رقم 05/2026",
         _p("يعلن رئيس مجلس جماعة واد المثال عن فتح أظرفة طلب العروض المفتوح رقم 05/2026 المتعلق بتهيئة ملعب القرب، وذلك يوم الاثنين 17 غشت 2026 على الساعة العاشرة صباحا.",
            "الكلفة التقديرية للأشغال: 1.150.000,00 درهم.", "الضمان المؤقت محدد في مبلغ 20.000,00 درهم."), "20 يوليوز 2026"),
    Page("sample-commune-oued-mithal", f"{W}/2026/08/03/subventions", "لائحة الجمعيات المستفيدة من الدعم برسم سنة 2026",
         _p("لائحة الجمعيات المستفيدة من دعم مجلس جماعة واد المثال برسم سنة 2026:")
         + "<table><tr><th>ر.ت</th><th>الجمعية</th><th>مبلغ الدعم بالدرهم</th></tr><tr><td>1</td><td>جمعية النخيل للبيئة</td><td>40.000,00</td></tr>"
         "<tr><td>2</td><td>جمعية الأمل للثقافة</td><td>25.000,00</td></tr><tr><td></td><td>المجموع</td><td>65.000,00</td></tr></table>", "03 غشت 2026"),
    Page("sample-commune-oued-mithal", f"{W}/contact", "اتصل بنا", _p("جماعة واد المثال، ساحة المثال.", "البريد الإلكتروني: contact@oued-mithal.example")),
    # -- commune of Ain Namoudaj, shared template, Arabic -----------------------------------------------------------
    Page("sample-commune-ain-namoudaj", f"{S}/evenements/session-mai", "جماعة عين النموذج تعقد الدورة العادية لشهر ماي 2026",
         _p("عقد مجلس جماعة عين النموذج الدورة العادية لشهر ماي 2026 يوم الثلاثاء 05 ماي 2026 في جلسة فريدة.",
            "طبقا للقانون التنظيمي رقم 113.14 الصادر بتنفيذه الظهير الشريف بتاريخ 20 رمضان 1436 (7 يوليوز 2015).", "جدول الأعمال:")
         + _items("عرض حول التطهير السائل", "الدراسة والمصادقة على القرار الجبائي", "إحداث مركز للقرب", style="{n}/ {t}"), "06/05/2026", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/evenements/session-oct", "الدورة العادية لشهر أكتوبر 2026 لمجلس جماعة عين النموذج",
         _p("انعقدت الدورة العادية لشهر أكتوبر 2026 لمجلس جماعة عين النموذج يوم الاثنين 05 أكتوبر 2026.", "جدول الأعمال:")
         + _items("المصادقة على ميزانية 2027", "المصادقة على برنامج عمل الانفتاح", style="{n}. {t}"), "05/10/2026", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/evenements/session-contradiction", "الدورة العادية لشهر أكتوبر 2025 لمجلس جماعة عين النموذج",
         _p("انعقدت الدورة العادية لشهر أكتوبر 2025 لمجلس جماعة عين النموذج يوم الخميس 07 شتنبر 2025.", "جدول الأعمال:")
         + _items("المصادقة على ميزانية 2026"), "08/10/2025", "swct", defect="contradictory_date"),
    Page("sample-commune-ain-namoudaj", f"{S}/actualites/lqa-twasli", "لقاء تواصلي مع جمعيات المجتمع المدني",
         _p("نظمت جماعة عين النموذج، يوم السبت 17 يناير 2026، لقاء تواصليا مع جمعيات المجتمع المدني بمقر الجماعة، بحضور ممثلي الجمعيات المحلية.",
            "ويندرج هذا اللقاء في إطار الأسبوع الدولي للحكومة المنفتحة."), "18/01/2026", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/actualites/nadwa", "ندوة حول الديمقراطية التشاركية",
         _p("نظم مجلس جماعة عين النموذج، يوم الجمعة 24 أبريل 2026، ندوة حول الديمقراطية التشاركية بتعاون مع جامعة المثال التطبيقية."), "24/04/2026", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/actualites/ittifaqiyat", "جماعة عين النموذج توقع اتفاقيات جديدة",
         _p("وقعت جماعة عين النموذج، يوم الاثنين 13 أبريل 2026، اتفاقية شراكة مع جمعية آباء التلاميذ المثالية، من أجل دعم التمدرس.",
            "ووقعت جماعة عين النموذج، في شهر شتنبر 2026، اتفاقية إطار مع مؤسسة الأفق للتنمية، بهدف رقمنة الخدمات.",
            "ووقعت جماعة عين النموذج، في 02 نونبر 2026، اتفاقية شراكة مع تعاونية أركان النموذج، من أجل دعم الاقتصاد الاجتماعي."), "03/11/2026", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/actualites/charset", "لقاء تشاوري حول برنامج الانفتاح",
         _p("نظمت جماعة عين النموذج، يوم الثلاثاء 09 يونيو 2026، لقاء تشاوريا حول برنامج الانفتاح بدعم من المعهد الديمقراطي الوطني."), "09/06/2026", "swct",
         defect="wrong_charset"),
    Page("sample-commune-ain-namoudaj", f"{S}/almajlis/lijan", "اللجان الدائمة", _p("- لجنة الميزانية والشؤون المالية والبرمجة", "- لجنة المرافق العمومية والخدمات",
            "- لجنة التعمير والبيئة"), "", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/almizaniya/2026", "ميزانية الجماعة لسنة 2026",
         "<table><tr><th>الباب</th><th>المبلغ بالدرهم</th></tr><tr><td>مداخيل التسيير</td><td>12.400.000,00</td></tr><tr><td>نفقات التسيير</td><td>11.100.000,00</td></tr>"
         "<tr><td>الفائض التقديري</td><td>1.300.000,00</td></tr></table>", "", "swct"),
    Page("sample-commune-ain-namoudaj", f"{S}/actualites/maktab", "اجتماع مكتب المجلس",
         _p("انعقد يوم الاثنين 21 شتنبر 2026 اجتماع مكتب مجلس جماعة عين النموذج خصص لتحضير جدول أعمال دورة أكتوبر."), "22/09/2026", "swct"),
    # -- commune of Bni Khayal, shared template, Arabic -------------------------------------------------------------
    Page("sample-commune-bni-khayal", f"{B}/evenements/session-feb", "جماعة بني خيال: الدورة العادية لشهر فبراير 2026",
         _p("عقد مجلس جماعة بني خيال الدورة العادية لشهر فبراير 2026 يوم الاثنين 02 فبراير 2026.", "جدول الأعمال:")
         + _items("برمجة الفائض", "الدراسة والمصادقة على دفتر تحملات الإنارة", "تعيين كاتب المجلس"), "03/02/2026", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/evenements/session-extra", "جماعة بني خيال: الدورة الاستثنائية رقم 03 لشهر غشت 2026",
         _p("سيعقد مجلس جماعة بني خيال الدورة الاستثنائية رقم 03 لشهر غشت 2026 يوم الثلاثاء 18 غشت 2026.", "جدول الأعمال:")
         + _items("الدراسة والمصادقة على تحويل اعتمادات", "اقتناء حافلة للنقل المدرسي"), "10/08/2026", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/actualites/training", "دورة تكوينية لفائدة نقط الارتكاز",
         _p("نظمت جماعة بني خيال، يوم الخميس 05 مارس 2026، دورة تكوينية عن بعد حول إعداد برامج الانفتاح لفائدة أعضاء لجنة التتبع."), "05/03/2026", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/actualites/agreement", "جماعة بني خيال توقع اتفاقية شراكة",
         _p("وقعت جماعة بني خيال، يوم الأربعاء 08 أبريل 2026، اتفاقية شراكة مع جماعة سيدي الخيال وجمعية النخيل للبيئة، من أجل تدبير النفايات."), "08/04/2026", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/actualites/forum", "ملتقى الجماعات المنفتحة بالنموذج",
         _p("احتضنت دار الثقافة النموذج، يوم السبت 10 أكتوبر 2026، ملتقى الجماعات المنفتحة، بمشاركة جمعية الأمل للثقافة وجمعية النخيل للبيئة.",
            "ونظم مجلس جماعة بني خيال، يوم الأحد 11 أكتوبر 2026، يوما دراسيا حول الميزانية المفتوحة بشراكة مع جامعة المثال التطبيقية."), "12/10/2026", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/almajlis/muqarrarat-mai", "ملخص مقررات الدورة العادية لشهر ماي 2026",
         _p("مقررات مجلس جماعة بني خيال المتخذة خلال الدورة العادية لشهر ماي 2026 المنعقدة يوم الاثنين 04 ماي 2026:",
            "مقرر رقم 7/2026: اقتناء حافلة للنقل المدرسي بمبلغ 480.000,00 درهم. تمت المصادقة بالإجماع.",
            "مقرر رقم 8/2026: تعديل القرار الجبائي. تمت المصادقة بالأغلبية.", "مقرر رقم 9/2026: إلغاء المقرر عدد 3 المتخذ في دورة 2 فبراير 2026. لم تتم المصادقة عليه."), "", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/infitah/barnamaj", "برنامج انفتاح جماعة بني خيال 2026-2027",
         "<h3>المحور الأول: الشفافية والمساءلة</h3><table><tr><th>رقم المشروع</th><td>1</td></tr><tr><th>عنوان المشروع</th><td>نشر جدول أعمال الدورات قبل انعقادها</td></tr>"
         "<tr><th>الجهة المسؤولة</th><td>كتابة المجلس</td></tr><tr><th>تاريخ البداية</th><td>يناير 2026</td></tr><tr><th>تاريخ النهاية</th><td>يونيو 2026</td></tr><tr><th>وضعية المشروع</th><td>منجز</td></tr></table>"
         "<h3>المحور الثاني: المشاركة المواطنة</h3><table><tr><th>رقم المشروع</th><td>2</td></tr><tr><th>عنوان المشروع</th><td>إحداث مجلس الشباب</td></tr>"
         "<tr><th>الجهة المسؤولة</th><td>قسم الشؤون الاجتماعية</td></tr><tr><th>تاريخ البداية</th><td>شتنبر 2026</td></tr><tr><th>تاريخ النهاية</th><td>دجنبر 2027</td></tr><tr><th>وضعية المشروع</th><td>في طور الإنجاز</td></tr></table>",
         "", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/musharaka/arida", "تسلم عريضة",
         _p("تسلم رئيس مجلس جماعة بني خيال يوم الخميس 17 شتنبر 2026 عريضة موقعة من طرف 140 مواطنا ومواطنة تطالب بإدراج نقطة حول ملعب القرب."), "18/09/2026", "swct"),
    Page("sample-commune-bni-khayal", f"{B}/musharaka/istishara", "استشارة عمومية",
         _p("يفتح مجلس جماعة بني خيال باب الاستشارة العمومية حول مشروع برنامج عمل الجماعة من 5 إلى 19 أكتوبر 2026."), "02/10/2026", "swct"),
    # -- region, Drupal, French -------------------------------------------------------------------------------------
    Page("sample-region-exemple", f"{R}/fr/actualites/session-mars", "Session ordinaire du mois de mars 2026 du conseil de la région Exemple-Modèle",
         _p("Le conseil de la région Exemple-Modèle a tenu sa session ordinaire du mois de mars 2026 le lundi 2 mars 2026.", "Ordre du jour :")
         + _items("Étude et vote du programme de développement régional", "Convention relative aux routes rurales", "Rapport d'activité du président"),
         "3 mars 2026", "drupal", "fr"),
    Page("sample-region-exemple", f"{R}/fr/actualites/session-juillet", "Avis : session ordinaire du mois de juillet 2026",
         _p("La session ordinaire du mois de juillet 2026 du conseil de la région Exemple-Modèle se tiendra le lundi 6 juillet 2026.", "Ordre du jour :")
         + _items("Compte administratif", "Convention de partenariat avec les universités"), "25 juin 2026", "drupal", "fr"),
    Page("sample-region-exemple", f"{R}/fr/actualites/atelier", "Atelier sur la co-construction du programme d'ouverture",
         _p("Le conseil de la région Exemple-Modèle a organisé, ce mardi, un atelier sur la co-construction du programme d'ouverture à Oued Mithal.",
            "Cet atelier, organisé avec l'appui de l'Institut national démocratique (NDI), s'inscrit dans le cadre du Programme d'appui aux collectivités territoriales ouvertes (PACTO).",
            "Des consultations sur le projet de programme sont prévues avant son adoption par le conseil de la région Exemple-Modèle lors de la session d'octobre 2026."),
         "14 avril 2026", "drupal", "fr"),
    Page("sample-region-exemple", f"{R}/fr/actualites/convention", "Conventions signées par la région",
         _p("Le conseil de la région Exemple-Modèle a signé, le 21 mai 2026, une convention de partenariat avec l'Association des amis du lac et la Fondation Horizon vert, afin de protéger le lac.",
            "Le conseil de la région Exemple-Modèle a signé, en septembre 2026, une convention-cadre avec l'Université appliquée de Namoudaj, en vue de former les agents."),
         "30 septembre 2026", "drupal", "fr"),
    Page("sample-region-exemple", f"{R}/fr/actualites/seminaire", "Séminaire sur l'accès à l'information",
         _p("Le conseil de la région Exemple-Modèle a organisé, le 28 septembre 2026, un séminaire sur l'accès à l'information au profit des communes de la région, en partenariat avec l'Association des amis du lac.",
            "Le président du conseil de la région Exemple-Modèle a indiqué que la région Exemple-Modèle a adhéré au portail Chafafiya."), "29 septembre 2026", "drupal", "fr"),
    Page("sample-region-exemple", f"{R}/fr/actualites/journee-etude", "Journée d'étude sur le budget ouvert",
         _p("Le conseil de la région Exemple-Modèle a organisé, le 12 novembre 2026, une journée d'étude sur le budget ouvert à Ksar El Ayna, avec le soutien de l'Institut républicain international."), "13 novembre 2026", "drupal", "fr"),
    # -- provincial council, WordPress, French; its theme changes on the second night ------------------------------
    Page("sample-province-namoudaj", f"{V}/2026/06/15/session-juin", "Le conseil provincial de Namoudaj tient sa session ordinaire du mois de juin 2026",
         _p("Le conseil de la province de Namoudaj a tenu sa session ordinaire du mois de juin 2026 le lundi 8 juin 2026.", "Ordre du jour :")
         + _items("Convention de transport scolaire", "Programme d'électrification", "Questions diverses"), "15 juin 2026", "wordpress", "fr"),
    Page("sample-province-namoudaj", f"{V}/2026/01/12/session-janvier", "Session ordinaire du mois de janvier 2026 du conseil de la province de Namoudaj",
         _p("La session ordinaire du mois de janvier 2026 du conseil de la province de Namoudaj s'est tenue le lundi 12 janvier 2026.", "Ordre du jour :")
         + _items("Programmation de l'excédent", "Convention avec l'agence de l'eau"), "13 janvier 2026", "wordpress", "fr"),
    Page("sample-province-namoudaj", f"{V}/2026/03/18/formation", "Formation des points focaux",
         _p("Le conseil de la province de Namoudaj a organisé, le 18 mars 2026, un atelier de formation sur l'ouverture au profit des communes de la province."), "19 mars 2026", "wordpress", "fr"),
    Page("sample-province-namoudaj", f"{V}/2026/05/05/convention", "Convention pour l'eau potable",
         _p("Le conseil de la province de Namoudaj a signé, le 5 mai 2026, une convention de partenariat avec la commune de Sidi Khayal et l'Association des puits du Namoudaj, afin d'alimenter les douars en eau."),
         "6 mai 2026", "wordpress", "fr"),
    # -- notes on the network: real facts, our own words ------------------------------------------------------------
    Page("sample-network-notes", f"{N}/figures-2022", "أرقام الشبكة عند التأسيس",
         _p("تأسست الشبكة المغربية للجماعات الترابية المنفتحة في 21 أكتوبر 2022، وتضم 66 عضوا: 12 جهة و4 مجالس إقليمية و50 جماعة."), "", "php"),
    Page("sample-network-notes", f"{N}/figures-2024", "Chiffres du réseau, fin 2024",
         _p("Le Réseau marocain des collectivités territoriales ouvertes (REMACTO) compte 126 membres : 12 régions, 7 conseils provinciaux et 107 communes."), "", "php", "fr"),
    Page("sample-network-notes", f"{N}/figures-2025", "Chiffres du réseau, 2025",
         _p("Après son élargissement, le Réseau marocain des collectivités territoriales ouvertes (REMACTO) compte 228 membres : 12 régions, 17 conseils provinciaux et 199 communes."), "", "php", "fr"),
    Page("sample-network-notes", f"{N}/ogp-members", "أعضاء البرنامج المحلي للشراكة من أجل الحكومة المنفتحة",
         _p("انضمت المملكة المغربية إلى الشراكة من أجل الحكومة المنفتحة في أبريل 2018.",
            "انضمت جهة طنجة-تطوان-الحسيمة إلى الشراكة من أجل الحكومة المنفتحة OGP-Local في أكتوبر 2020.",
            "انضمت جماعة تطوان إلى الشراكة من أجل الحكومة المنفتحة OGP-Local في 17 ماي 2022.",
            "انضمت جهة بني ملال-خنيفرة إلى الشراكة من أجل الحكومة المنفتحة OGP-Local في ماي 2022.",
            "انضمت جهة سوس-ماسة وجهة الشرق وجهة درعة-تافيلالت وجماعة أكادير إلى الشراكة من أجل الحكومة المنفتحة OGP-Local في 16 أبريل 2024."), "", "php"),
    Page("sample-network-notes", f"{N}/remacto-members", "لائحة أعضاء الشبكة: أمثلة",
         _p("تعد جماعة مرتيل عضوا بالشبكة المغربية للجماعات الترابية المنفتحة.", "تعد جماعة تيزنيت عضوا بالشبكة المغربية للجماعات الترابية المنفتحة.",
            "تعد جماعة ورزازات عضوا بالشبكة المغربية للجماعات الترابية المنفتحة.", "تعد جهة مراكش-آسفي عضوا بالشبكة المغربية للجماعات الترابية المنفتحة."), "", "php"),
    Page("sample-network-notes", f"{N}/plans", "Plans d'action des membres marocains",
         _p("Le Maroc a adopté le premier plan d'action national 2018-2020 et le deuxième 2021-2023.",
            "Le plan d'action national 2024-2027 comprend 12 engagements répartis sur 5 axes.",
            "La région de Tanger-Tétouan-Al Hoceima a soumis son plan d'action 2021-2023 le 30 juillet 2021.",
            "La région de Tanger-Tétouan-Al Hoceima a soumis son plan d'action 2025-2026 le 22 mars 2025.",
            "La commune de Tétouan a soumis son plan d'action 2022-2026 le 30 novembre 2022.",
            "La région de Béni Mellal-Khénifra a soumis son plan d'action 2022-2027 le 30 novembre 2022.",
            "La commune d'Agadir a soumis son plan d'action 2025-2027 le 22 mai 2025.",
            "La région de Souss-Massa a soumis son plan d'action 2025-2027 le 2 avril 2025."), "", "php", "fr"),
]  # fmt: skip

#: Plan documents as PDF: (file, lines). Fictitious communes.
PLANS: dict[str, list[str]] = {
    "plan-oued-mithal.pdf": [
        "خطة العمل لجماعة واد المثال 2025-2027", "وثيقة عينة: جماعة خيالية",
        "تتضمن خطة العمل لجماعة واد المثال 2025-2027 تسعة التزامات تتوزع على أربعة محاور: الشفافية، المشاركة المواطنة، الرقمنة، جودة الخدمات.",
    ],
    "plan-ain-namoudaj.pdf": [
        "خطة العمل لجماعة عين النموذج 2026-2028", "وثيقة عينة: جماعة خيالية",
        "تتضمن خطة العمل لجماعة عين النموذج 2026-2028 سبعة التزامات تتوزع على ثلاثة محاور: الولوج إلى المعلومة، المساءلة، الميزانية المفتوحة.",
    ],
    "plan-region-exemple.pdf": [
        "Plan d'action de la région Exemple-Modèle 2026-2028", "Document d'échantillon : région fictive",
        "Le plan d'action de la région Exemple-Modèle 2026-2028 comprend 11 engagements répartis sur cinq axes : transparence, participation, numérique, égalité, climat.",
    ],
}  # fmt: skip
