"""Sixty texts, some with a secret, some with a look-alike; assembled here, so that none stands in a file."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import string
from dataclasses import dataclass
from uuid import UUID

_LETTERS = string.ascii_letters + string.digits
_HEX = "0123456789abcdef"


@dataclass(frozen=True)
class Planted:
    """A text, and the secret in it; "" where there is none."""

    name: str
    text: str
    secret: str = ""
    kind: str = ""


def _chance(seed: int) -> random.Random:
    return random.Random(seed)


def drawn(size: int, signs: str = _LETTERS, seed: int = 7) -> str:
    """Random characters, the same ones each time; the last three hold a digit."""
    chance = _chance(seed * 1009 + size)
    return "".join(chance.choice(signs) for _ in range(size - 3)) + "a7Z"[: 3 if signs == _LETTERS else 0].ljust(3, "7")


def card(beginning: str, size: int, seed: int = 3) -> str:
    """A number that ends as cards do."""
    chance = _chance(seed)
    digits = beginning + "".join(chance.choice(string.digits) for _ in range(size - len(beginning) - 1))
    doubled = [int(d) * (2 - n % 2) for n, d in enumerate(reversed(digits))]
    return digits + str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)


def _spaced(number: str, gap: str) -> str:
    return gap.join(number[at : at + 4] for at in range(0, len(number), 4))


def _jwt() -> str:
    parts = ({"alg": "HS256", "typ": "JWT"}, {"sub": "1234567890", "name": "Anna", "iat": 1516239022})
    told = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    return ".".join([*told, drawn(43)])


def _pem(kind: str, lines: int = 12) -> str:
    body = "\n".join(drawn(64, _LETTERS + "+/", seed) for seed in range(lines))
    return f"-----BEGIN {kind}-----\n{body}\n-----END {kind}-----"


def _with(name: str, kind: str, before: str, secret: str, after: str = "") -> Planted:
    return Planted(name, before + secret + after, secret, kind)


def secrets() -> list[Planted]:
    """Thirty-six texts with one secret each."""
    dash = "-"
    return [
        _with("aws id", "AWS key", "the id is ", "AK" + "IA" + drawn(16, string.ascii_uppercase), " and the region"),
        _with("aws secret", "AWS key", "aws_secret_" + "access_key = ", drawn(40, _LETTERS + "/+")),
        _with("google", "Google key", "https://maps.example.com/api?key=", "AI" + "za" + drawn(35), "&v=3"),
        _with("google client", "Google key", '"client_secret":"', "GOC" + "SPX-" + drawn(28), '"}'),
        _with("github", "GitHub token", "git clone https://", "gh" + "p_" + drawn(36), "@github.com/anna/x"),
        _with("github fine", "GitHub token", "use ", "github" + "_pat_" + drawn(22) + "_" + drawn(59), "."),
        _with("gitlab", "GitLab token", "PRIVATE-TOKEN: ", "gl" + "pat-" + drawn(20)),
        _with("slack", "Slack token", "it posts with ", "xo" + "xb-" + drawn(12, string.digits) + dash + drawn(24)),
        _with(
            "slack hook", "Slack webhook", "https://hooks.slack.com/services/", f"T{drawn(8)}/B{drawn(8)}/{drawn(24)}"
        ),
        _with("stripe", "Stripe key", "stripe.api_key = '", "sk" + "_live_" + drawn(24), "'"),
        _with("stripe test", "Stripe key", "(", "rk" + "_test_" + drawn(24), ")"),
        _with("openai", "OpenAI key", "export OPENAI_API_KEY=", "sk" + "-proj-" + drawn(48)),
        _with("openai old", "OpenAI key", "here is my key ", "sk" + dash + drawn(48), " thanks"),
        _with("anthropic", "Anthropic key", "ANTHROPIC_API_KEY: ", "sk" + "-ant-api03-" + drawn(93) + "AA"),
        _with(
            "hugging face", "Hugging Face token", "login(token='", "h" + "f_" + drawn(34, string.ascii_letters), "')"
        ),
        _with("npm", "npm token", "//registry.npmjs.org/:_authToken=", "np" + "m_" + drawn(36)),
        _with("pypi", "PyPI token", "password = ", "pyp" + "i-AgEIcHlwaS5vcmc" + drawn(70)),
        _with("sendgrid", "SendGrid key", "key ", "S" + "G." + drawn(22) + "." + drawn(43)),
        _with("telegram", "Telegram token", "bot ", drawn(10, "123456789") + ":A" + "A" + drawn(33)),
        _with("jwt", "JWT", "cookie: session=", _jwt(), "; Path=/"),
        _with("bearer", "bearer token", 'curl -H "Authorization: Bearer ', drawn(40), '" https://api.example.com'),
        _with("rsa", "private key", "cat id_rsa\n", _pem("RSA " + "PRIVATE KEY"), "\nand then"),
        _with("openssh", "private key", "key:\n", _pem("OPENSSH " + "PRIVATE KEY", 6)),
        _with("cut key", "private key", "head -4:\n", _pem("EC " + "PRIVATE KEY").rsplit("\n", 5)[0]),
        _with("json key", "private key", '{"private_key": "', _pem("PRIVATE " + "KEY").replace("\n", "\\n"), '"}'),
        _with("url", "password", "postgres://anna:", drawn(12), "@db.example.com:5432/app"),
        _with("password", "password", "PASSWORD" + "=", drawn(12), "\nHOST=db"),
        _with("yaml", "password", "  password" + ': "', "correct-horse-9!", '"'),
        _with("senha", "password", "a senha" + ": ", "gato" + "Preto77"),
        _with("said", "password", "the wifi password" + " is ", "Blue" + "Whale!42", " if you need it"),
        _with("api key", "API key", '{"apiKey": "', drawn(32, _HEX), '", "x": 1}'),
        _with("client secret", "API key", "client_secret" + " := `", drawn(40), "`"),
        _with("chave", "API key", "chave de api" + ": ", drawn(32)),
        _with("visa", "card number", "it is ", _spaced(card("4", 16), " "), ", 12/29"),
        _with("mastercard", "card number", "", _spaced(card("53", 16), dash)),
        _with("amex", "card number", "amex ", card("37", 15), "."),
    ]


def look_alikes() -> list[Planted]:
    """Twenty-four texts without any."""
    sha1, sha256 = hashlib.sha1(b"a").hexdigest(), hashlib.sha256(b"a").hexdigest()
    image = base64.b64encode(bytes(range(256)) * 3).decode()
    sum512 = base64.b64encode(hashlib.sha512(b"a").digest()).decode()
    wrong = card("4", 16)[:-1] + str((int(card("4", 16)[-1]) + 1) % 10)
    return [
        Planted("commit", f"commit {sha1}\nAuthor: Anna\n\n    Fix the token of the parser"),
        Planted("short commit", f"git checkout {sha1[:12]} # the key commit"),
        Planted("sha256 sum", f"{sha256}  mnemoteca.tar.gz"),
        Planted("docker", f"image: python@sha256:{sha256}"),
        Planted("uuid", f"session {UUID(bytes=hashlib.md5(b'a').digest())} has the key"),
        Planted("data uri", f'<img src="data:image/png;base64,{image}">'),
        Planted("base64", f"the picture in base64:\n{image}"),
        Planted("lock file", f'"integrity": "sha512-{sum512}"'),
        Planted("yarn lock", f"resolved https://registry.npmjs.org/x/-/x-1.0.0.tgz#{sha1}"),
        Planted("pip hash", f"requests==2.32 --hash=sha256:{sha256}"),
        Planted("colours", "color: #ff00aa; --token: #00ff7f; background: #1e1e1e"),
        Planted("type", "interface User { password: string; token: string | null }"),
        Planted("prose", "The password: must have eight characters or more. A token is a piece of a word."),
        Planted("environment", 'api_key = os.environ["OPENAI_API_KEY"]; password = getpass.getpass()'),
        Planted("placeholder", "OPENAI_API_KEY=your-api-key-here\npassword: <your password>\nSECRET_KEY=changeme"),
        Planted("variables", "curl -H 'Authorization: Bearer $TOKEN' -u $USER:$PASSWORD https://api.example.com"),
        Planted("address", "git@github.com:anna/x.git and https://localhost:8443/path@2x.png"),
        Planted("no card", f"order {wrong} of 4 items"),
        Planted("times", "1716239022123 and 20260511123456789 and 4.111111111111111 are numbers"),
        Planted("phone", "call +55 11 91234 5678 or 0049 151 2345 6789"),
        Planted("tokens", "max_tokens=4096, total_tokens: 123456, tokenizer = AutoTokenizer.from_pretrained(name)"),
        Planted("css", '<div class="sk-circle-fade sk-folding-cube-2">'),
        Planted("keyword", "def login(user, password=None, api_key=default_key): return sign(password=password)"),
        Planted("cache key", f"cache_key: v3-deps-{sha1}, primary key = {sha256[:32]}"),
    ]
