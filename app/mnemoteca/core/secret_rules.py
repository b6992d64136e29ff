"""What secrets look like: a pattern for each kind, and the few characters without which it can't be there."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of secret. Each text it matches holds one of `needles`; the span is the group `s`, else all of it.

    `varied`: only what mixes its characters as a random text does. `apart`: a blank may stand between needle and
    secret; else both are in one word of 16 characters or more. `beside` stands somewhere in the text, too.
    """

    kind: str
    needles: frozenset[str]
    pattern: re.Pattern[str]
    varied: bool = False
    apart: bool = False
    beside: str = ""


def _rule(
    kind: str, needles: str, pattern: str, *, varied: bool = False, apart: bool = False, beside: str = ""
) -> Rule:
    return Rule(kind, frozenset(needles.split()), re.compile(pattern), varied, apart, beside)


_BEFORE = r"(?<![\w-])"
_BASE64_LINES = r"(?:(?:\\r|\\n|\s|>)*+[A-Za-z0-9+/=]{32,}+)*+(?:(?:\\r|\\n|\s|>)*+[A-Za-z0-9+/=]{4,31}+(?=\s|\\|$))?+"
_KEY_WORDS = r"(?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?"

# The first rule that takes a span keeps it, so the particular stand before the general.
RULES: tuple[Rule, ...] = (
    _rule(
        "private key",
        "PRIVATE",
        rf"-----BEGIN {_KEY_WORDS}-----(?:[^-]|-(?!----))*+-----END {_KEY_WORDS}-----"
        rf"|-----BEGIN {_KEY_WORDS}-----{_BASE64_LINES}",
        apart=True,
    ),
    _rule("private key", "AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[0-9A-Z]{58}"),
    _rule("private key", "Private-Lines:", r"Private-Lines: \d+\s(?P<s>(?:[A-Za-z0-9+/=]{4,64}\s*){2,})", apart=True),
    _rule("AWS key", "AKIA ASIA ABIA ACCA", r"(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
    _rule(
        "AWS key",
        "aws_ AWS_ secretAccessKey SecretAccessKey",
        r"(?i)(?:aws_?(?:secret)?_?(?:access)?_?key|secret_?access_?key)[\"']?\s{0,3}(?:=>?|:)\s{0,3}[\"']?"
        r"(?P<s>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])",
        varied=True,
        apart=True,
    ),
    _rule("Google key", "AIza", _BEFORE + r"AIza[\w-]{35}(?![\w-])"),
    _rule("Google key", "GOCSPX-", r"GOCSPX-[\w-]{20,}"),
    _rule("Google token", "ya29.", _BEFORE + r"ya29\.[\w-]{20,}"),
    _rule("GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", _BEFORE + r"gh[pousr]_[A-Za-z0-9]{36,255}"),
    _rule("GitHub token", "github_pat_", r"github_pat_\w{22,255}"),
    _rule(
        "GitLab token",
        "glpat- glptt- gldt- glrt- glcbt- glft- glsoat- glimt- glagent- gloas- glffct-",
        _BEFORE + r"gl(?:pat|ptt|dt|rt|cbt|ft|soat|imt|agent|oas|ffct)-[\w-]{20,}",
        varied=True,
    ),
    _rule("Slack token", "xox", _BEFORE + r"xox[abceoprs]-(?:\d-)?[\w-]{10,}", varied=True),
    _rule("Slack token", "xapp-", r"xapp-\d-[\w-]{20,}", varied=True),
    _rule("Slack webhook", "hooks.slack.com", r"hooks\.slack\.com/(?:services|workflows|triggers)/(?P<s>[\w/-]{20,})"),
    _rule("Discord webhook", "/webhooks/", r"discord(?:app)?\.com/api/webhooks/(?P<s>\d{10,}/[\w-]{30,})"),
    _rule("Stripe key", "_live_ _test_", _BEFORE + r"(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}"),
    _rule("Stripe key", "whsec_", _BEFORE + r"whsec_[A-Za-z0-9+/]{24,}={0,2}"),
    _rule("Anthropic key", "sk-ant-", _BEFORE + r"sk-ant-[\w-]{20,}", varied=True),
    _rule("OpenRouter key", "sk-or-", _BEFORE + r"sk-or-(?:v1-)?[\w-]{32,}"),
    _rule("OpenAI key", "sk-", _BEFORE + r"sk-(?:proj-|svcacct-|admin-|None-)?[\w-]{20,}", varied=True),
    _rule("Hugging Face token", "hf_", _BEFORE + r"hf_[A-Za-z0-9]{34,}"),
    _rule("Hugging Face token", "api_org_", _BEFORE + r"api_org_[A-Za-z0-9]{34,}"),
    _rule("npm token", "npm_", _BEFORE + r"npm_[A-Za-z0-9]{36}"),
    _rule("PyPI token", "pypi-AgE", r"pypi-AgE[\w-]{40,}"),
    _rule("SendGrid key", "SG.", _BEFORE + r"SG\.[\w-]{16,32}\.[\w-]{32,64}", varied=True),
    _rule("Twilio key", "SK", r"SK[0-9a-f]{32}(?![0-9A-Za-z])"),
    _rule("Mailgun key", "key-", r"key-[0-9a-f]{32}(?![0-9A-Za-z])"),
    _rule("Telegram token", ":AA", r"(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])"),
    _rule("DigitalOcean token", "dop_v1_ doo_v1_ dor_v1_", _BEFORE + r"do[opr]_v1_[0-9a-f]{64}"),
    _rule("Shopify token", "shpat_ shpca_ shppa_ shpss_", _BEFORE + r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
    _rule("Square token", "sq0", _BEFORE + r"sq0[a-z]{3}-[\w-]{22,}"),
    _rule("Groq key", "gsk_", _BEFORE + r"gsk_[A-Za-z0-9]{40,}"),
    _rule("xAI key", "xai-", _BEFORE + r"xai-[A-Za-z0-9]{60,}"),
    _rule("Replicate token", "r8_", _BEFORE + r"r8_[A-Za-z0-9]{37}"),
    _rule("Perplexity key", "pplx-", _BEFORE + r"pplx-[A-Za-z0-9]{40,}"),
    _rule("Databricks token", "dapi", _BEFORE + r"dapi[0-9a-f]{32}"),
    _rule("Notion token", "secret_ ntn_", _BEFORE + r"(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{40,})", varied=True),
    _rule("Linear key", "lin_", _BEFORE + r"lin_(?:api|oauth)_[A-Za-z0-9]{32,}"),
    _rule("Vault token", "hvs. hvb.", _BEFORE + r"hv[sb]\.[\w-]{24,}", varied=True),
    _rule("Azure key", "AccountKey SharedAccessKey", r"(?:AccountKey|SharedAccessKey)=(?P<s>[A-Za-z0-9+/]{40,}={0,2})"),
    _rule("Figma token", "figd_", r"figd_[\w-]{36,}"),
    _rule("Airtable token", "pat", r"pat[A-Za-z0-9]{14}\.[0-9a-f]{64}"),
    _rule("Postman key", "PMAK-", r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
    _rule("Docker token", "dckr_pat_", r"dckr_pat_[\w-]{20,}"),
    _rule("Atlassian token", "ATATT3", r"ATATT3[\w=-]{40,}"),
    _rule("Tailscale key", "tskey-", r"tskey-[a-z]+-\w{8,}-\w{16,}"),
    _rule("New Relic key", "NRAK-", r"NRAK-[A-Z0-9]{27}"),
    _rule("Grafana token", "glsa_ glc_", _BEFORE + r"(?:glsa|glc)_[\w+/=]{32,}", varied=True),
    _rule("Sentry token", "sntry", _BEFORE + r"sntry[su]_[\w+/=-]{40,}"),
    _rule("Mercado Pago token", "APP_USR-", r"APP_USR-\d{6,}-[\w-]{20,}"),
    _rule("JWT", "eyJ", _BEFORE + r"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"),
    _rule(
        "bearer token",
        "earer EARER",
        r"(?i)\bbearer[ :]\s{0,3}[\"']?(?P<s>[\w.~+/-]{16,}={0,2})",
        varied=True,
        apart=True,
    ),
    _rule(
        "session cookie",
        "ookie",
        r"(?i)\bcookie[\"']?\s{0,2}[:=]\s{0,2}[\"']?[^\r\n]{0,200}?"
        r"\b(?:session\w{0,10}|\w{0,10}sid|\w{0,10}sessid|\w{0,10}sessionid|auth\w{0,10})=(?P<s>[\w%.+/-]{16,})",
        varied=True,
        apart=True,
    ),
    _rule(
        "password",
        "-u --user",
        r"(?:(?<=\s)-u|--user)[ =]{0,2}[\"']?[\w.@+-]{1,64}:(?P<s>[^\s\"'$]{3,200})(?=[\s\"']|$)",
        apart=True,
    ),
    _rule(
        "password", "mysql", r"\bmysql\w{0,10} [^\r\n]{0,80}?(?<=\s)-p(?P<s>[^\s\"'$=-][^\s\"'$]{3,100})", apart=True
    ),
    _rule(
        "password",
        "login",
        r"\blogin\s{1,4}\S{1,80}\s{1,4}password\s{1,4}(?P<s>\S{3,200})",
        apart=True,
        beside="password",
    ),
    _rule(
        "password",
        "</",
        r"(?i)<[\w.-]{0,30}(?:password|passwd|senha|secret|apikey)(?:>|\s[^<>]{0,80}>)(?P<s>[^<>\s]{4,200})</",
        apart=True,
    ),
    _rule(
        "password",
        "asic",
        r"(?i)authorization[\"']?\s{0,3}[:=]\s{0,3}[\"']?basic\s+(?P<s>[A-Za-z0-9+/]{8,}={0,2})",
        apart=True,
    ),
    _rule(
        "password",
        "://",
        r"(?i)\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@\"'<>]{0,80}:(?P<s>[^\s/@\"'<>]{1,200})@(?=[\w\[])",
        apart=True,
        beside="@",
    ),
)

# name = value: what the value is called tells that it is a secret. “password = …”, "apiKey": "…", senha: …
NAMED = ("pass", "pwd", "senha", "contrase", "key", "secret", "token", "credential", "chave")
NAME_END = re.compile(r"(?i)[\w-]{0,30}(?:(?<=chave)[ _](?:de[ _])?(?:api|acesso|secreta|privada))?")
PASSWORD_NAME = re.compile(
    r"(?i)pass(?:word|wd|phrase|code)|pwd|senha|contrase|(?:^|[_.-]|db|user|root|admin|my|smtp|mysql|redis)pass(?:$|[_-])"
)
TOKEN_NAME = re.compile(
    r"(?i)(?:api|app|auth|access|account|client|consumer|encryption|master|private|secret|service|session|shared|signing"
    r"|ssh|license|webhook|bot|deploy)[_. -]?(?:api[_. -]?)?key(?:$|[_-])"
    r"|(?:token|secret|credentials?)(?:$|[_-])|(?:^|_)key$|chave[ _]|^chave$"
)
SIGN = re.compile(
    r"[\"'`*]{0,3}(?P<of>\s(?:do|da|de|for|of|para)(?:\s[\w-]{1,24}){1,3}?)?\s{0,4}(?P<sign>:=|=>|==?|:|(?<=\s)(?:is|to|é|para)(?=\s))\s{0,4}[*]{0,2}"
    r"(?:(?P<quote>[\"'`])(?P<quoted>[^\"'`\r\n]{1,400})(?P=quote)|(?P<bare>[^\s\"'`,;<>|‹›]{1,400}))"
)

# A card number stands alone: not in a longer number, a word, a path or a decimal.
CARD = re.compile(r"[2-6]\d{3}(?:[ -]?\d){9,15}(?![\w/=+]|[.,-]\d|[ -]\d{2})")
CARD_NOT_AFTER = re.compile(r"[\w.,/+=#-]$|\d $")
CARD_SHAPES = re.compile(
    r"\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{4}([ -])\d{3}\3\d{3}\3\d{3}"
)
CARD_BRANDS = re.compile(
    r"4(?:\d{12}|\d{15})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|606282\d{10}"
    r"|(?:636368|504175|438935|451416|636297|5067\d\d|650\d{3})\d{10}"
)

PLACEHOLDER = re.compile(
    r"(?i)[<{\[(%].*|\$[\w{(].*|‹.*|.*\$\{.*|[x*•.:\-_#?]+|(?:your|my|the|some|any|a|an|meu|minha|sua|seu)(?:[_-].*|)"
    r"|(?:example|exemplo|dummy|placeholder|changeme|change[_-]?me|redacted|removed|hidden|secret|todo|tbd|none|null|nil|"
    r"undefined|true|false|str|string|bytes|int|number|boolean|bool|object|any|optional|required|text|char|varchar|hash|"
    r"empty|invalid|missing|incorrect|wrong|expired|valid|password|passwd|pass|senha|token|key|value|auth|input|"
    r"prompt|default|unset|set|not|no|yes|and|or|is|in|if|for|must|should|can|will|may|was|has|being|"
    r"correct|weak|strong|safe|stored|encrypted|hashed|sensitive|protected|field|reset|forgot|new|old|same|different|"
    r"obrigatória|obrigatoria|inválida|invalida|incorreta|errada|nova|antiga|fraca|forte|uma|um|não|nao|deve|precisa)"
    r"|sha\d{1,3}[-:].*|(?:os|process|sys|env|config|settings|self|this|request|req|args|options|opts|params|props|data)"
    r"[.\[(].*|[\w.]+[(\[].*|https?://.*|/[\w./-]*|\.{1,2}/.*|@\w.*"
)
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z_]*(?:\.[A-Za-z_]\w*)*")
NOT_SECRET_NAME = re.compile(
    r"(?i)(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:public|publishable|csrf|xsrf|page|cursor|cache|foreign|primary|sort|partition|"
    r"idempotency|max|min|num|count|total|limit|pad|eos|bos|unk|sep|mask|special|next|expires|type|name|length|hash|"
    r"hashed|hashes|digest|fingerprint|checksum|commit|id)(?:$|[_.-]|(?=[A-Z]))"
)
