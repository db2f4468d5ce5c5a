"""Pictures of a report, drawn with matplotlib (extra ``notebook``): the same bytes for the same report.

    timeline    what is told to have happened when, a lane for each source
    claim_map   the claims as points, near where they say alike
    agreement   how often each two sources agree and contradict each other
    tolls       a figure over time, as each source gives it
    waterfall   one finding, step by step

Each is a function of one file that returns a ``Picture``; ``report.plot.timeline()`` calls them too. Of the first
two and of tolls, ``Picture.interactive()`` gives a page to look around in, drawn by Altair in the browser.
"""

from __future__ import annotations

from checker.pictures.agreement import agreement
from checker.pictures.claim_map import claim_map
from checker.pictures.interactive import Interactive
from checker.pictures.picture import Picture
from checker.pictures.plots import Plots
from checker.pictures.timeline import timeline
from checker.pictures.tolls import tolls
from checker.pictures.waterfall import waterfall

__all__ = ["Interactive", "Picture", "Plots", "agreement", "claim_map", "timeline", "tolls", "waterfall"]
