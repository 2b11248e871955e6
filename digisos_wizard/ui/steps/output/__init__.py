"""Utskrift og deling: documents, the leader package, and the plan itself."""
