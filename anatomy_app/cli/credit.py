"""Whose work every picture and page holds."""

CREDIT = (
    "Stride Atlas, CC BY-SA 4.0. Anatomical outlines adapted from BodyParts3D, (c) The Database "
    "Center for Life Science, CC BY 4.0."
)
