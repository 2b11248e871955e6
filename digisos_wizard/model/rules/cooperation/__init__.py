"""Who is responsible for whom, and what a merger ahead asks for (H22, H19)."""
