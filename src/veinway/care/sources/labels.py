"""Product information: what the label of a drug says, each edition on its own."""

from veinway.language import Source

APIXABAN_LABEL = Source(
    "APIXABAN_LABEL",
    "Apixaban EU product information",
    "Italian edition, 19 April 2025",
    short="apixaban label",
)
RIVAROXABAN_LABEL = Source(
    "RIVAROXABAN_LABEL",
    "Rivaroxaban EU product information",
    "Italian edition, read 2026",
    short="rivaroxaban label",
)
DABIGATRAN_LABEL = Source(
    "DABIGATRAN_LABEL",
    "Dabigatran EU product information",
    "Italian edition, read 2026",
    short="dabigatran label",
)
ENOXAPARIN_LABEL = Source(
    "ENOXAPARIN_LABEL",
    "Enoxaparin EU product information and leaflet",
    "read 2026",
    short="enoxaparin label",
)
ENOXAPARIN_LETTER_2017 = Source(
    "ENOXAPARIN_LETTER_2017",
    "Letter on enoxaparin agreed with the EMA, as published by the Croatian agency",
    "28 April 2017",
    short="EMA letter on enoxaparin",
)
DALTEPARIN_LABEL = Source(
    "DALTEPARIN_LABEL",
    "Dalteparin UK prescribing information",
    "read 2026",
    short="dalteparin UK label",
)
DALTEPARIN_US_LABEL = Source(
    "DALTEPARIN_US_LABEL",
    "Dalteparin US product information",
    "read 2026",
    short="dalteparin US label",
)
TINZAPARIN_LABEL = Source(
    "TINZAPARIN_LABEL",
    "Tinzaparin UK and EU product information",
    "read 2026",
    short="tinzaparin label",
)
FONDAPARINUX_LABEL = Source(
    "FONDAPARINUX_LABEL",
    "Fondaparinux product information (Swiss) and EU leaflet",
    "read 2026",
    short="fondaparinux label",
)
US_LABELS = Source(
    "US_LABELS",
    "US product information of the oral anticoagulants",
    "read 2026",
    short="US labels",
)
APIXABAN_US_LABEL = Source(
    "APIXABAN_US_LABEL",
    "Apixaban, the manufacturer's US dosing pages",
    "read 2026",
    short="apixaban US label",
)
RIVAROXABAN_US_LABEL = Source(
    "RIVAROXABAN_US_LABEL",
    "Rivaroxaban, the manufacturer's US dosing pages",
    "read 2026",
    short="rivaroxaban US label",
)
