"""The frame around a part: the rail, the bars, and the panel beside."""
