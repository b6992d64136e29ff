"""200 texts of many kinds on which the embedder is compared with its reference."""

from __future__ import annotations

PEOPLE = ("Ana", "João", "Caroline", "Mr O’Neill", "Zoë", "李伟", "Søren", "Владимир")
ENGLISH = (
    "{who} moved to Lisbon in March and lives above a bakery now.",
    "When did {who} start the new job at the hospital?",
    "{who} said: “the meeting is put off until Thursday, because half of the team is ill”.",
    "I parked the bicycle behind the library; {who} has the second key.",
    "{who}'s dog is called Biscuit, and it is afraid of thunder.",
)
PORTUGUESE = (
    "{who} mudou-se para Lisboa em março e mora agora em cima de uma padaria.",
    "Quando é que {who} começou a trabalhar no hospital?",
    "A reunião com {who} foi adiada para quinta-feira: metade da equipa está doente.",
    "Não me lembro se {who} é alérgica a amendoim ou a camarão.",
    "O cão de {who} chama-se Pão de Ló e tem medo de trovões.",
)
OTHERS = (
    "李伟三月搬到了里斯本，现在住在一家面包店的楼上。",
    "会議は木曜日に延期されました。チームの半分が病気です。",
    "회의가 목요일로 연기되었습니다.",
    "बैठक गुरुवार तक स्थगित कर दी गई है।",
    "تم تأجيل الاجتماع إلى يوم الخميس",
    "הפגישה נדחתה ליום חמישי",
    "Собрание перенесено на четверг, потому что половина команды больна.",
    "Η συνάντηση αναβλήθηκε για την Πέμπτη.",
    "การประชุมถูกเลื่อนไปเป็นวันพฤหัสบดี",
    "Cuộc họp đã bị hoãn đến thứ Năm.",
    "Toplantı perşembe gününe ertelendi; İstanbul’da yağmur yağıyor.",
    "Straßenbahnhaltestellenschild, Donaudampfschifffahrtsgesellschaft",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "Zażółć gęślą jaźń",
    "Ég get etið gler án þess að meiða mig.",
)
CODE = (
    "def area(width: float, height: float) -> float:\n    return width * height",
    "SELECT name, COUNT(*) FROM visits WHERE day >= '2026-11-01' GROUP BY name;",
    "for (int i = 0; i < n; ++i) { sum += a[i] * b[i]; }",
    "git rebase --onto main feature~3 feature",
    'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nZeroDivisionError: division by zero',
    '{"id": 7, "tags": ["home", "todo"], "done": false}',
    'fn main() -> Result<(), Box<dyn Error>> { println!("{:?}", x?); Ok(()) }',
    "https://example.org/a/b?c=d&e=%20f#g",
    "C:\\Users\\ana\\Documents\\notas.txt",
    '<p class="x">Olá &amp; adeus</p>',
)
ODD = (
    "🚚📦🏠",
    "👩‍👩‍👧‍👦 family 🇧🇷 🇵🇹",
    "😀",
    "a",
    "?!",
    "…",
    "0.1 + 0.2 = 0.30000000000000004",
    "２０２６年１１月２１日",
    "e\u0301te\u0301 naïve café CAFÉ ﬁnance",
    "tab\tseparated\tvalues\r\nsecond line",
    "nul\u0000inside, bell\u0007, joined\u200dzero\u200bwidth",
    "[CLS] what if [SEP] stands [MASK] in the text [PAD] [UNK]",
    "##ing ##ed",
    "A" * 150,
    "antidisestablishmentarianism " * 3,
    "I I I I I I I I I I",
    "don't can't won't it's O'Neill's",
    "$100 €200 £300 ¥400 ₿5",
    "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋",
    "ПРИВЕТ привет ПрИвЕт",
)
LONG = tuple(
    " ".join(
        f"On day {day} of the journey we walked {7 * day % 31} kilometres from village {start + day} and slept badly."
        for day in range(1, 8 + 6 * start)
    )
    for start in range(1, 11)
)
LONG_OTHERS = (
    "今天我们走了很远的路，晚上睡得不好。" * 40,
    "Não dormimos bem, e choveu a noite inteira. " * 60,
    "😀 " * 400,
)


def reference_texts() -> list[str]:
    """The texts, 200 of them, in an order that doesn't change."""
    sentences = [form.format(who=who) for form in ENGLISH + PORTUGUESE for who in PEOPLE]
    pairs = [f"{a} {b}" for a, b in zip(sentences[:62], reversed(sentences), strict=False)]
    return [*sentences, *OTHERS, *CODE, *ODD, *LONG, *LONG_OTHERS, *pairs][:200]
