"""Writes a file of invented conversations, in the format `sessions`, to look at the app with.

    python -m tests.demo conversations.jsonl

Nobody in them exists. The last one ends an hour ago, the others in the days and weeks before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROLES = {"You": "user", "Você": "user", "Assistant": "assistant", "Assistente": "assistant"}


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation; it ended `days` ago at `hour`, a turn every two minutes."""

    title: str
    days: int
    hour: int
    turns: tuple[tuple[str, str], ...]


FLATS = """Then the question is what the extra 70 minutes a day are worth to you. A small table may help:

```
flat              rent   commute   school   light
Boa Viagem       3.900    50 min     2 km     ++
Rua da Aurora    4.200    15 min    400 m    +++
```"""

SEARCH = """The index is written once a second. Collect what changed and commit it together:

```python
def commit(batch: list[Document]) -> None:
    for document in batch:
        writer.add(document)
    writer.commit()
```

One commit of a hundred costs as much as one of one."""

TALKS = (
    Talk("Call with Dr. Amaral", 0, 9, (
        ("Dr. Amaral", "The results come on Thursday. Please fast for eight hours before the second test."),
        ("You", "Is water all right?"),
        ("Dr. Amaral", "Water, yes. No coffee, I am afraid."),
        ("You", "Then I will take the first appointment of the day, at seven."),
    )),
    Talk("Why the index is written in batches", 0, 8, (
        ("You", "Each note takes 85 ms until it can be found. Where does the time go?"),
        ("Assistant", SEARCH),
        ("You", "And what was said a moment ago is not found until then?"),
        ("Assistant", "Keep the fresh ones in memory and search them beside the index; there are never many."),
        ("You", "Good. The import takes the same way, in larger batches."),
    )),
    Talk("Planning the move to Recife", 1, 18, (
        ("You", "The one in Boa Viagem is closer to the sea but the commute is 50 minutes. Ana prefers Rua da Aurora."),
        ("Assistant", FLATS),
        ("You", "Decided: Rua da Aurora. We move on 15 January, and I’ll ask Marcos about the truck. #move"),
        ("Assistant", "Good. What remains: sign the lease by 5 December, give notice on the old flat (30 days), book "
                      "the truck, change the address with the bank and the school."),
        ("You", "The landlord’s name is Helena Prado. She wants two months as deposit."),
        ("Assistant", "Ask her for the inventory in writing, with photographs, before you pay the deposit."),
    )),
    Talk("Pão com 78 % de hidratação", 1, 12, (
        ("Você", "Com 78 % de hidratação o miolo abre, mas fica difícil de modelar."),
        ("Assistente", "Deixe a massa 30 minutos a mais na geladeira antes de modelar; fria, ela gruda menos."),
        ("Você", "Usei farinha com 12 % de proteína. Vale a pena trocar?"),
        ("Assistente", "Vale: com 13 % ou mais a massa segura melhor a água. Dobre quatro vezes em vez de sovar."),
        ("Você", "Ficou ótimo. Assado em 250 graus na panela de ferro, 22 minutos com tampa e 20 sem."),
    )),
    Talk("Marcos e a van", 1, 10, (
        ("Marcos", "A van está livre a partir do dia 14, mas devolva as cintas desta vez."),
        ("Você", "Prometo. Cabem uma geladeira e um sofá de três lugares?"),
        ("Marcos", "Cabem, se o sofá for em pé. Levo dois cobertores para não riscar."),
        ("Você", "O almoço é por minha conta, então."),
    )),
    Talk("Ana’s birthday ideas", 3, 21, (
        ("You", "She has wanted the blue ceramics since the trip to Caruaru."),
        ("Bia", "The studio near the market ships them, but the last parcel of mine arrived in pieces."),
        ("You", "Then I’d rather fetch them. Are they open on Saturdays?"),
        ("Bia", "Until one. Ask for Dona Lourdes, she keeps the second choice under the table at half the price."),
        ("You", "A bowl and four cups, and dinner at the place with the lemon trees."),
    )),
    Talk("Reunião da escola", 4, 19, (
        ("Professora Carla", "O Tomás lê bem, mas pergunta pouco. Em casa ele também é assim?"),
        ("Você", "Em casa ele não para de perguntar. Talvez seja a sala cheia."),
        ("Professora Carla", "Vou passá-lo para a mesa da frente e contamos de novo no fim do mês."),
        ("Você", "Obrigado. Na quinta ele sai às quinze horas, tem dentista."),
    )),
    Talk("Regular expression for dates", 6, 10, (
        ("You", "How do I match a year only where no digit follows it?"),
        ("Assistant", "Use a lookahead: `\\b(19|20)\\d{2}(?!\\d)`. It looks at what follows without taking it."),
        ("You", "And in front of it a word boundary is enough?"),
        ("Assistant", "Yes, unless a letter may stand there, as in `v2026`; then write `(?<!\\w)` instead."),
    )),
    Talk("A horta da varanda", 8, 17, (
        ("Você", "O manjericão amarela embaixo. É água demais?"),
        ("Dona Irene", "Quase sempre é. Deixe secar dois dedos de terra antes de regar de novo."),
        ("Você", "E o tomate-cereja, aguenta o vento da tarde?"),
        ("Dona Irene", "Com uma estaca e a tela do lado do mar, aguenta. Colha antes que rache."),
    )),
    Talk("Trip to Ouro Preto", 12, 20, (
        ("Ana", "The night bus arrives at six. Can we leave the bags somewhere?"),
        ("You", "The inn keeps them from five on, and there is coffee. I called."),
        ("Ana", "Then first the church of São Francisco, before the groups come."),
        ("You", "It opens at half past eight. Shoes with soles that hold: the streets are steep and it may rain."),
        ("Ana", "And on Sunday the train to Mariana, if the tickets are still there."),
        ("You", "Two seats on the left, where the waterfalls are. Booked."),
    )),
    Talk("Carta para o condomínio", 20, 15, (
        ("Você", "Escreva um pedido curto: barulho de obra antes das oito, três vezes nesta semana."),
        ("Assistente", "Prezada síndica, nesta semana a obra do 402 começou três vezes antes das oito horas. O "
                       "regimento permite das nove às dezessete. Peço que o horário seja lembrado ao morador."),
        ("Você", "Perfeito. Sem ameaças, ela é simpática."),
    )),
    Talk("Learning to swim, again", 33, 7, (
        ("Coach Ingrid", "You hold your breath. Breathe out under water, all of it, slowly."),
        ("You", "On three strokes I run out of air, on two I turn in circles."),
        ("Coach Ingrid", "Stay with two for a week and look at the bottom, not ahead. Circles go away by themselves."),
        ("You", "Ten lengths today, the first time without a stop."),
    )),
)  # fmt: skip


def conversations(now: datetime, talks: Sequence[Talk] = TALKS) -> str:
    """The line of the file; `now` is aware."""
    sessions = [_session(number, talk, now) for number, talk in enumerate(talks, 1)]
    return json.dumps({"name": "demo", "licence": "CC0-1.0", "sessions": sessions}, ensure_ascii=False) + "\n"


def _session(number: int, talk: Talk, now: datetime) -> dict[str, object]:
    began = (now - timedelta(days=talk.days)).replace(hour=talk.hour, minute=7 * number % 60, second=0, microsecond=0)
    if began > now - timedelta(hours=1):
        began = now - timedelta(hours=number)
    turns = [
        {
            "id": f"{number}:{n}",
            "speaker": speaker,
            "text": text,
            "at": (began + timedelta(minutes=2 * n)).isoformat(timespec="seconds"),
            **({"role": ROLES[speaker]} if speaker in ROLES else {}),
        }
        for n, (speaker, text) in enumerate(talk.turns)
    ]
    return {"session_id": f"demo-{number}", "title": talk.title, "started_at": turns[0]["at"], "turns": turns}


def main() -> None:
    Path(sys.argv[1]).write_text(conversations(datetime.now(UTC)), encoding="utf-8")


if __name__ == "__main__":
    main()
