"""Make a store's own certificate authority, and the certificate of its server.

Tills know the authority by its certificate, which the join file carries; so it is made once and
kept, and the server's own certificate can be made anew whenever it has to be.
"""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from storedesk.adapters.debian.owned_files import Owner
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.server_setup import is_address

AUTHORITY_LIVES = timedelta(days=7_300)
CERTIFICATE_LIVES = timedelta(days=825)
RENEWED_BEFORE = timedelta(days=90)
CLOCKS_DIFFER = timedelta(days=1)
LONGEST_COMMON_NAME = 64


@dataclass(frozen=True, slots=True)
class Authority:
    """The files of an authority and of the one server that it vouches for, all in `folder`."""

    folder: Path
    owner: Owner

    @property
    def file(self) -> Path:
        """The authority's certificate, which anyone may have."""
        return self.folder / "ca.crt"

    @property
    def certificate(self) -> Path:
        """The server's certificate."""
        return self.folder / "server.crt"

    @property
    def key(self) -> Path:
        """The server's key."""
        return self.folder / "server.key"

    @property
    def _own_key(self) -> Path:
        return self.folder / "ca.key"

    def is_made(self) -> bool:
        """Tell whether there is an authority here. Refused: server_authority_broken."""
        files = (self.file, self._own_key)
        if any(file.exists() for file in files) and not all(file.exists() for file in files):
            raise Refused("server_authority_broken", folder=self.folder)
        return self.file.exists()

    def make(self, name: str, now: datetime) -> None:
        """Make the authority, once for all."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = _called(name)
        made = (
            _begun(subject, subject, key, now, AUTHORITY_LIVES)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs_others=True), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.owner.make_folder(self.folder)
        self.owner.place(self._own_key, _written_key(key), mode=0o600)
        self.owner.place(self.file, _written(made), mode=0o644)

    def vouches_for(self, hosts: Sequence[str], now: datetime) -> bool:
        """Tell whether the server's certificate is of this authority, for `hosts`, and lasts."""
        if not (self.is_made() and self.certificate.exists() and self.key.exists()):
            return False
        ours, certificate = self._loaded()
        try:
            certificate.verify_directly_issued_by(ours)
            names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
        except (InvalidSignature, ValueError, x509.ExtensionNotFound):
            return False
        lasts = certificate.not_valid_after_utc - now > RENEWED_BEFORE
        return lasts and list(names.value) == _names(hosts) and self._has_key_of(certificate)

    def vouch(self, hosts: Sequence[str], now: datetime) -> None:
        """Make a key and a certificate for the server that is called by `hosts`."""
        authority = x509.load_pem_x509_certificate(self.file.read_bytes())
        key = ec.generate_private_key(ec.SECP256R1())
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        signer = _read_key(self._own_key)
        identity = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
        made = (
            _begun(_called(hosts[0]), authority.subject, key, now, CERTIFICATE_LIVES)
            .add_extension(x509.SubjectAlternativeName(_names(hosts)), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(signs_others=False), critical=True)
            .add_extension(usage, critical=False)
            .add_extension(identity, critical=False)
            .sign(signer, hashes.SHA256())
        )
        self.owner.place(self.key, _written_key(key), mode=0o600)
        self.owner.place(self.certificate, _written(made), mode=0o644)

    def _loaded(self) -> tuple[x509.Certificate, x509.Certificate]:
        try:
            ours = x509.load_pem_x509_certificate(self.file.read_bytes())
            return ours, x509.load_pem_x509_certificate(self.certificate.read_bytes())
        except ValueError as error:
            raise Refused("server_authority_broken", folder=self.folder) from error

    def _has_key_of(self, certificate: x509.Certificate) -> bool:
        return _read_key(self.key).public_key() == certificate.public_key()


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    lives: timedelta,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(now + lives)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_others: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_others,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_others,
        crl_sign=signs_others,
        encipher_only=False,
        decipher_only=False,
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:LONGEST_COMMON_NAME])])


def _names(hosts: Sequence[str]) -> list[x509.GeneralName]:
    return [
        x509.IPAddress(ipaddress.ip_address(host)) if is_address(host) else x509.DNSName(host)
        for host in hosts
    ]


def _written(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _written_key(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _read_key(file: Path) -> ec.EllipticCurvePrivateKey:
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), None)
    except (ValueError, TypeError) as error:
        raise Refused("server_authority_broken", folder=file.parent) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise Refused("server_authority_broken", folder=file.parent)
    return key
