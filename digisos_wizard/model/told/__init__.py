"""What the figures say to people: mails, the weekly status, slides, and what another answer would change."""
