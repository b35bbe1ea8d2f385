"""The product as `bin/dev` starts it, for the journeys."""
