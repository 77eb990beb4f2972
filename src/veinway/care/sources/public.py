"""Pages that the public reads, and the leaflets that Veinway was born from."""

from veinway.language import Source

NHS_DVT_2025 = Source(
    "NHS_DVT_2025", "NHS page on blood clots, as quoted in January 2025", "2025", short="NHS 2025"
)
