"""The editions that rules cite. What is cited here was read, or says through whom it was read."""

from veinway.language import Tag

from .bleeding import *
from .check_ups import *
from .doses import *
from .guidelines import *
from .labels import *
from .own import *
from .phenotypes import *
from .post_thrombotic import *
from .prevention import *
from .procedures import *
from .public import *
from .severity import *
from .studies import *
from .warfarin import *

S, U, LOCAL = Tag.SECONDARY, Tag.UNCONFIRMED, Tag.LOCAL
