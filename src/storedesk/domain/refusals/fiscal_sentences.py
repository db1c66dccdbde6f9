"""Put into sentences what is refused of signatures of fiscal records."""

OF_SIGNATURES = {
    "bad_signature": "What the signer says cannot be understood. It is asked again later.",
    "fiscal_hash_differs": "The signer has signed something else than this fiscal record.",
    "fiscal_of_others": "You are not in the shift of the register that this fiscal record is of.",
    "fiscal_record_not_found": "This fiscal record is not known.",
    "signer_not_here": "Only a store that was made as a demo has the simulator of a fiscal signer.",
}
