"""Pictures drawn from the plan: a scene of boxes, lines and words that paper and screen paint alike."""
