"""What a team agrees to do, and how it comes back to it."""

from __future__ import annotations

from datetime import timedelta

from lqf_workshop.domain.action import ActionState, ActionText, Source, SourceKind
from lqf_workshop.domain.workshop import WorkshopState
from lqf_workshop.services.sample.room import Room
from lqf_workshop.services.sample.words import ActionVoice, CardVoice, all_words


class Agreeing:
    """The actions of one meeting, and those still open from the meetings before it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._rng = room.rng
        self._services = room.services
        self._words = all_words()
        self._voices = self._words.voices

    def agree_some(self) -> None:
        """Agree actions; in some meetings the time is up before the last is finished."""
        for voice in self._choose_actions():
            self._agree(voice)
        if next(self._room.turns.time_is_up):
            self._leave_a_draft()

    def stop_half_way(self) -> None:
        """Agree one action, and stop in the middle of writing the next."""
        self._agree(self._choose_actions()[0])
        self._leave_a_draft()

    def _choose_actions(self) -> list[ActionVoice]:
        """Choose what this team has not agreed before, from its picks and its card."""
        focus = self._room.picks or self._room.plan.dimensions
        fresh = [v for v in self._words.actions if v.what not in self._room.memory.agreed_before]
        fitting = [v for v in fresh if v.dimension in focus] or fresh
        chosen = self._rng.sample(fitting, min(self._rng.choice((1, 2, 2, 3)), len(fitting)))
        card = self._words.cards.get(self._room.card.code) if self._room.card else None
        if card and card.action not in self._room.memory.agreed_before:
            chosen.append(self._from_card(card))
        return chosen or [self._rng.choice(self._words.actions)]

    def _from_card(self, card: CardVoice) -> ActionVoice:
        voices, rng = self._voices, self._rng
        return ActionVoice(
            card.action,
            card.owner,
            difference=rng.choice(voices.card_difference),
            first_step=rng.choice(voices.card_first_step),
            how_we_know=rng.choice(voices.card_how_we_know),
            happened=rng.choice(voices.done),
            learnt=rng.choice(voices.done_learnt),
        )

    def _agree(self, voice: ActionVoice) -> None:
        actions = self._services.actions
        action_id = actions.draft(self._room.id, self._source(voice))
        actions.write(action_id, self._text(voice))
        actions.agree(action_id)
        self._room.memory.waiting[action_id] = voice
        self._room.memory.agreed_before.add(voice.what)
        if self._room.sitting.state is WorkshopState.DONE and self._rng.random() < 0.2:
            actions.set_state(action_id, ActionState.GOING_ON)

    def _leave_a_draft(self) -> None:
        """Begin an action and leave it unfinished, as meetings do when time is up."""
        voice = self._choose_actions()[0]
        action_id = self._services.actions.draft(self._room.id, self._source(voice))
        self._services.actions.write(action_id, ActionText(what=voice.what))

    def _source(self, voice: ActionVoice) -> Source:
        if voice.dimension in self._room.plan.dimensions:
            split = self._room.is_split(voice.dimension)
            return Source(SourceKind.SPLIT if split else SourceKind.DIMENSION, voice.dimension)
        if self._room.activity:
            return Source(SourceKind.ACTIVITY, self._room.activity)
        if self._room.skill:
            return Source(SourceKind.SKILL, self._room.skill)
        if self._room.card and not voice.dimension:
            return Source(SourceKind.CARD, self._room.card.title)
        return Source()

    def _text(self, voice: ActionVoice) -> ActionText:
        day, rng = self._room.sitting.held_on, self._rng
        return ActionText(
            what=voice.what,
            difference=voice.difference,
            owner=voice.owner,
            first_step=voice.first_step,
            first_step_on=day + timedelta(days=rng.randint(1, 7)),
            due=day + timedelta(days=rng.choice((14, 28, 28, 42, 56, 84))),
            how_we_know=voice.how_we_know,
            baseline=voice.baseline,
            target=voice.target,
            review_on=day + timedelta(days=91),
        )

    def review(self) -> None:
        """Come back to everything that is still open: done, going on or dropped."""
        for action_id, voice in list(self._room.memory.waiting.items()):
            state = next(self._room.turns.outcomes)
            self._services.actions.set_state(action_id, state)
            self._tell_how_it_went(action_id, voice, state)
            if not state.open:
                del self._room.memory.waiting[action_id]

    def _tell_how_it_went(self, action_id: int, voice: ActionVoice, state: ActionState) -> None:
        voices, rng = self._voices, self._rng
        happened, learnt = voice.happened, voice.learnt
        if state is ActionState.GOING_ON:
            happened, learnt = rng.choice(voices.going_on), rng.choice(voices.going_on_learnt)
        elif state is ActionState.DROPPED:
            happened, learnt = rng.choice(voices.dropped), rng.choice(voices.dropped_learnt)
        self._services.actions.tell(action_id, happened=happened, learnt=learnt)
