"""List the sentences about signing in at a workstation."""

OF_SIGN_INS = {
    "bad_sign_in": "A sign-in begins or ends. Update StoreDesk, then try again.",
    "bad_badge": "This is no badge of StoreDesk. Make a new one.",
    "badge_not_here": "Whose badge this is has not signed in here since StoreDesk was started."
    " Sign in with the password once.",
    "wrong_badge": "This badge of {name} is no longer good. Tries left: {left:number}.",
    "bad_pin": "A PIN has 4 to 8 digits.",
    "few_connections": "The server has few connections left, so {name} gives the password next"
    " time.",
    "obvious_pin": "This PIN is one of the first that anybody would try. Choose another one.",
    "pin_ended": "The PIN of {name} can no longer be used here. Sign in with the password.",
    "pin_not_here": "A PIN is good where its owner has signed in since StoreDesk was started."
    " Give the password.",
    "pins_differ": "This is not the same PIN. Type it once more.",
    "seventh_person": "At most {most} people can be signed in at a workstation, so {name} gives"
    " the password next time.",
    "wrong_pin": "This PIN is wrong. Tries left: {left:number}.",
    "sign_in_not_found": "This sign-in is no longer known. Sign in again.",
}
"""By the codes that commands refuse."""
