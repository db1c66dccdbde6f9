"""List the sentences about signing in at a workstation."""

OF_SIGN_INS = {
    "bad_sign_in": "A sign-in begins or ends. Update StoreDesk, then try again.",
    "sign_in_not_found": "This sign-in is no longer known. Sign in again.",
}
"""By the codes that commands refuse."""
