"""The phones in the room: one page on the room's Wi-Fi, served while the facilitator wants it.

``host`` is the way in. Only ``server`` imports aiohttp, and only once phones are switched on.
"""
