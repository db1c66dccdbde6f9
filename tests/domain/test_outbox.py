from dataclasses import replace

from storedesk.domain.outbox import MailSettings


def test_a_store_sends_that_has_a_server_and_a_sender_and_is_no_demo():
    settings = MailSettings(host="mail.example", sender="shop@example.com")

    assert settings.sends
    assert not replace(settings, host="").sends
    assert not replace(settings, sender="").sends
    assert replace(settings, is_demo=True).is_set_up
    assert not replace(settings, is_demo=True).sends
