"""What the user has chosen and where the stride stands: small QObjects that need only QtCore."""
