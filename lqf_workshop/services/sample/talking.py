"""What is said in a meeting: strengths, scenario cards, the talk, the close, and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lqf_workshop.domain.agenda import AgendaStep, StepKind
from lqf_workshop.domain.framework import Family
from lqf_workshop.domain.meeting import NoteKind, Poll
from lqf_workshop.domain.scenario import DrawReason, ScenarioCard
from lqf_workshop.services.sample.room import Room
from lqf_workshop.services.sample.words import all_words


class Talking:
    """The talk of one meeting."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._rng = room.rng
        self._services = room.services
        self._words = all_words()
        self._voices = self._words.voices

    def spot_strengths(self) -> None:
        """Show hands for the attributes seen and wished for, and tell stories of some."""
        codes = [idea.code for idea in self._services.shelf.ideas(Family.ATTRIBUTE)]
        spotted = Counter(self._rng.choices(codes, k=min(self._room.expected, 6)))
        wished = self._rng.sample(codes, 3)
        needed = Counter(self._rng.choices(wished, k=self._room.expected))
        for poll, counts in ((Poll.SPOTTED, spotted), (Poll.NEEDED, needed)):
            for code in codes:
                if counts[code]:
                    self._room.show_hands(poll, code, counts[code])
        told = [code for code in codes if spotted[code] and code in self._voices.stories]
        for code in self._rng.sample(told, min(3, len(told))):
            self._room.add(NoteKind.STRENGTH, code, self._rng.choice(self._voices.stories[code]))

    def turn_to_a_card(self, step: AgendaStep) -> None:
        """Lay a card on the table, and talk about its questions."""
        self._room.card = self._lay(step)
        self._write_on(self._room.card)

    def _lay(self, step: AgendaStep) -> ScenarioCard:
        """Lay a card on the table, chosen by hand or drawn for the team."""
        cards, rng = self._services.cards, self._rng
        if self._room.rounds and rng.random() < 0.75:
            wanted = rng.choice((DrawReason.WEAKEST, DrawReason.SPLIT))
            drawn = cards.suggest(self._room.id, self._room.rounds, wanted)
            cards.lay(self._room.id, step.id, drawn.card, drawn.reason, drawn.dimension)
            return drawn.card
        card = rng.choice(cards.deck().cards)
        cards.lay(self._room.id, step.id, card)
        return card

    def _write_on(self, card: ScenarioCard) -> None:
        """Keep what is said about a card's questions; not every room gets to the last one."""
        if self._rng.random() < 0.4:
            thought = self._rng.choice(self._voices.first_thoughts)
            self._room.add(NoteKind.CARD, f"{card.code}/0", thought)
        voice = self._words.cards.get(card.code)
        notes = voice.notes[: self._rng.randint(2, 4)] if voice else ()
        for prompt, lines in enumerate(notes, 1):
            for line in lines[: self._rng.randint(1, 2)]:
                shown = self._rng.random() < 0.8
                self._room.add(NoteKind.CARD, f"{card.code}/{prompt}", line, shown=shown)

    def talk(self, step: AgendaStep) -> None:
        """Keep what is said in an open talk."""
        for text in self._rng.sample(self._voices.talk, 3):
            self._room.add(NoteKind.TALK, str(step.id), text)

    def close(self) -> None:
        """Show fingers, say a word each, and park what did not fit."""
        rng = self._rng
        for poll, lowest, usual in ((Poll.CONFIDENCE, 0, 3.9), (Poll.RETURN, 1, 3.8)):
            fingers = Counter(
                min(5, max(lowest, round(rng.gauss(usual, 0.6))))
                for _one in range(self._room.expected)
            )
            for answer in sorted(fingers):
                self._room.show_hands(poll, str(answer), fingers[answer])
        for word in rng.sample(
            self._voices.words, min(self._room.plan.headcount, rng.randint(3, 7))
        ):
            self._room.add(NoteKind.WORD, "", word)
        for text in rng.sample(self._voices.parking, rng.choice((0, 1, 1, 2))):
            self._room.add(NoteKind.PARKING, "", text, shown=False)

    def prepare(self) -> None:
        """Keep what the facilitator notes, and perhaps the card that is chosen, beforehand."""
        self._note_to_self(self._voices.preparing)
        card_steps = [s for s in self._room.steps if s.plan.kind is StepKind.CARD]
        if card_steps and self._rng.random() < 0.6:
            self._lay(card_steps[0])

    def look_back(self) -> None:
        """Keep what some facilitators note for themselves once everybody has gone."""
        if self._rng.random() < 0.6:
            self._note_to_self(self._voices.private)

    def _note_to_self(self, texts: Sequence[str]) -> None:
        step = self._rng.choice(self._room.steps)
        self._room.add(NoteKind.PRIVATE, str(step.id), self._rng.choice(texts), shown=False)
