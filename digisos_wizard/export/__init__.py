"""What a plan becomes in the hands of others: pure functions from figures to bytes, and the list of them."""

from digisos_wizard.export.kinds import Export, Group, group_title
from digisos_wizard.export.offers import EXPORTS, export

__all__ = ["EXPORTS", "Export", "Group", "export", "group_title"]
