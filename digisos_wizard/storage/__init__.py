"""Plans on disk: format, safe replacement, recovery, settings and upgrades."""
