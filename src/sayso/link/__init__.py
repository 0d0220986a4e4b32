"""The stage `link`: which reports copy which, what copies changed, and who was first."""
