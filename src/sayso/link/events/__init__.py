"""Which happenings told in several reports are one event, and how a count of it moved."""
