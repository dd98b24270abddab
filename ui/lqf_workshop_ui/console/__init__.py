"""The facilitator's side of a running workshop, one panel per kind of step."""
