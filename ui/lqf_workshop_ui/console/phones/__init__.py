"""Phones, from the facilitator's side: switched on, shown to the room, and moderated."""
