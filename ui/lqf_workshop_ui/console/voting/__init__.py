"""The ways to vote, as the facilitator handles them; all feed the same round."""
