"""The Portuguese words of dates, of Brazil and of Portugal."""

from __future__ import annotations

from mnemoteca.core.dates.lexicon import Tables
from mnemoteca.core.dates.values import (
    Amount,
    Clock,
    Decade,
    Feast,
    Fraction,
    Fuzzy,
    Meridiem,
    Number,
    Offset,
    Ordinal,
    Part,
    Turn,
    Unit,
)

_FEASTS = {
    "ano_novo dia_de_ano_novo dia_do_ano_novo yuandan confraternizacao_universal": "new year",
    "vespera_de_ano_novo vespera_do_ano_novo reveillon": "new year's eve",
    "natal": "christmas", "vespera_de_natal": "christmas eve",
    "pascoa domingo_de_pascoa dia_de_pascoa": "easter",
    "sexta-feira_santa sexta_feira_santa sexta-feira_da_paixao sexta_santa": "good friday",
    "quarta-feira_de_cinzas quarta_feira_de_cinzas quarta_de_cinzas": "ash wednesday",
    "domingo_de_ramos": "palm sunday", "carnaval terca-feira_de_carnaval terca_de_carnaval": "carnival",
    "corpus_christi": "corpus christi",
    "acao_de_gracas dia_de_acao_de_gracas dia_da_acao_de_gracas": "thanksgiving", "black_friday": "black friday",
    "halloween dia_das_bruxas": "halloween", "todos_os_santos dia_de_todos_os_santos": "all saints",
    "finados dia_de_finados dia_dos_mortos": "all souls",
    "dia_dos_namorados": "br lovers", "sao_valentim dia_de_sao_valentim": "valentine",
    "dia_do_trabalho dia_do_trabalhador dia_dos_trabalhadores dia_internacional_do_trabalho": "workers",
    "tiradentes dia_de_tiradentes": "tiradentes",
    "dia_da_independencia independencia_do_brasil": "br independence",
    "nossa_senhora_aparecida dia_de_nossa_senhora_aparecida": "aparecida",
    "proclamacao_da_republica": "br republic", "dia_da_consciencia_negra consciencia_negra": "consciencia",
    "dia_das_maes dia_da_mae": "us mother", "dia_dos_pais dia_do_pai": "us father",
    "dia_da_mulher dia_das_mulheres dia_internacional_da_mulher": "women",
    "dia_das_criancas dia_da_crianca": "br children", "dia_dos_professores dia_do_professor": "br teachers",
    "dia_da_marmota": "groundhog", "dia_da_mentira": "fools", "dia_da_terra": "earth",
    "dia_de_martin_luther_king": "us king", "dia_dos_presidentes dia_do_presidente": "us presidents",
    "sao_joao dia_de_sao_joao": "john", "sao_jorge dia_de_sao_jorge": "george",
    "sao_patricio dia_de_sao_patricio": "patrick", "dia_da_liberdade": "pt liberty",
    "dia_de_portugal": "pt portugal",
}  # fmt: skip

_BY_HUNDREDS = {
    100: "cem cento", 200: "duzentos duzentas", 300: "trezentos trezentas", 400: "quatrocentos", 500: "quinhentos",
    600: "seiscentos", 700: "setecentos", 800: "oitocentos", 900: "novecentos", 1000: "mil",
}  # fmt: skip

PORTUGUESE = Tables(
    plain={
        "the": "o os", "a": "a", "as": "as", "of": "de do da dos das", "em": "em num numa",
        "na": "no na nos nas", "till": "ate "
        "ateh ateh_o ateh_a ateh_as ate_o ate_a ate_as ate_os ate_ao", "aos": "ao aos", "and": "e", "or": "ou",
        "between": "entre",
        "ago": "atras", "for": "por durante", "para": "para pra pras pros", "per": "pela pelo pelas pelos",
        "later": "mais_tarde depois", "ha": "ha faz fazem", "sao": "sao", "hence": "no_futuro",
        "fromnow": "a_partir_de_agora "
        "a_contar_de_agora a_partir_de_hoje", "daqui": "daqui_a daqui_ha", "within": "dentro_de",
        "before": "antes_de antes_do antes_da antes_das antes_dos antes",
        "after": "depois_de depois_do depois_da depois_das apos apos_o apos_a apos_as",
        "orlater": "ou_depois ou_mais_tarde em_diante", "le": "<_= <=", "ge": ">_= >=",
        "since": "desde desde_o desde_a desde_as a_partir_de "
        "a_partir_do a_partir_da a_partir_das a_partir_dos a_comecar_em comecando_em",
        "around": "por_volta_de por_volta_das por_volta_da por_volta_do cerca_de cerca_das perto_de perto_das "
        "quase mais_ou_menos", "sharp": "em_ponto", "less": "menos_de", "more": "mais_de", "menos": "menos",
        "every": "cada todo todos toda todas todo_o toda_a todos_os todas_as", "that": "aquele aquela mesmo mesma",
        "now": "agora agora_mesmo neste_momento neste_instante assim_que_possivel o_mais_rapido_possivel "
        "o_mais_cedo_possivel tao_logo_quanto_possivel tao_cedo_quanto_possivel tao_cedo_quanto_possas "
        "tao_cedo_quanto_possamos  logo_agora exatamente_agora nesse_momento",
        "rest": "resto o_resto restante o_restante", "feira": "feira feiras -feira -feiras", "hh": "h hs hrs",
        "fn": "cedo sem eu nos voce voces ele ela eles elas e mas ou se porque quando enquanto entao que quem "
        "com como "
        "foi era "
        "sera esta estava vai vou vamos temos tenho tem pode posso nao so tambem ja ainda la aqui para por sem "
        "sobre meu minha nosso nossa em no na", "weekcount": "numero",
        "quiet": "segunda_mao dia_a_dia um_dia_desses algum_dia rio_de_janeiro janeiro_em_janeiro bom_dia "
        "boa_tarde boa_noite boas_noites",
        "yearword": "ano",
    },
    valued={
        "offs": {
            "hoje": Offset(0), "amanha": Offset(1), "ontem": Offset(-1),
            "depois_de_amanha dia_depois_de_amanha": Offset(2),
            "anteontem antes_de_ontem dia_antes_de_ontem antes_d'ontem": Offset(-2),
            "dia_seguinte o_dia_seguinte dia_depois": Offset(1), "dia_anterior": Offset(-1),
        },
        "dayby": {
            "o_dia_depois_de o_dia_depois_do o_dia_depois_da dia_depois_do dia_depois_da um_dia_depois_de": Offset(1),
            "o_dia_antes_de o_dia_antes_do o_dia_antes_da vespera_de vespera_do vespera_da": Offset(-1),
        },
        "turn": {
            "proximo proxima proximos proximas": Turn(1), "este esta estes estas esse essa esses essas neste nesta "
            "nestes nestas nesse nessa nesses nessas deste desta destes destas desse dessa desses dessas": Turn(0),
            "ultimo ultima ultimos ultimas": Turn(-1),
        },
        "turnafter": {
            "que_vem vindouro vindoura": Turn(1), "seguinte seguintes": Turn(1), "passado passada passados passadas":
            Turn(-1), "anterior anteriores": Turn(-1), "retrasado retrasada": Turn(-2),
        },
        "unit": {
            "segundos seg segs": Unit("second"), "minuto minutos min mins": Unit("minute"),
            "hora horas": Unit("hour"), "dia_util dias_uteis": Unit("bday"),
            "semana semanas": Unit("week"), "fim_de_semana fins_de_semana fim-de-semana "
            "fins-de-semana": Unit("weekend"),
            "quinzena quinzenas": Unit("fortnight"), "mes meses": Unit("month"),
            "trimestre trimestres": Unit("quarter"), "semestre semestres": Unit("half"), "ano anos": Unit("year"),
            "ano_letivo ano_fiscal ano_escolar ano_civil": Unit("fiscal"),
            "decada decadas": Unit("decade"), "seculo seculos": Unit("century"),
        },
        "one": {},
        "dia": {"dia dias": Unit("day")},
        "few": {"alguns algumas poucos poucas varios varias uns umas": Number(3), "par_de": Number(2)},
        "half": {"meia meio": Fraction(30)},
        "frac": {"um_quarto": Fraction(15), "tres_quartos": Fraction(45)},
        "mer": {
            "am a.m. a.m a_m": Meridiem(False), "pm p.m. p.m p_m": Meridiem(True), "ampm": Meridiem(None),
        },
        "part": {
            "manha manhas manhazinha": Part("morning", 8, 12), "madrugada madrugadas": Part("dawn", 4, 8),
            "tarde tardes tardinha": Part("evening", 16, 20), "noite noites noitinha": Part("night", 20, 24),
        },
        "aft": {
            "depois_do_almoco apos_o_almoco depois_do_meio_dia apos_o_meio_dia depois_do_meio-dia apos_o_meio-dia":
            Part("afternoon", 12, 16), "hora_do_almoco": Part("lunch", 11, 13),
        },
        "parted": {"hoje_a_noite": Part("night", 20, 24), "ontem_a_noite": Part("last night", 20, 24)},
        "point": {
            "meio_dia meio-dia meiodia": Clock(12, 0, 0, True), "meia_noite meia-noite meianoite": Clock(0, 0,
            0, True),
        },
        "fuzzy": {
            "inicio_de inicio_do inicio_da inicio_dos inicio_das comeco_de comeco_do comeco_da principio_de "
            "principio_do principios_de "
            "inicios_de": Fuzzy("start"),
            "meados_de meados_do meados_da meados_dos meio_de meio_do metade_de": Fuzzy("mid"),
            "fim_de fim_do fim_da fim_dos final_de final_do final_da fins_de finais_de": Fuzzy("end"),
        },
        "endunit": {"ao_fim_do_dia ao_final_do_dia no_fim_do_dia no_final_do_dia fim_do_dia final_do_dia "
        "fim_de_dia": Unit("day")},
        "season": {"verao inverno outono": None, "primavera": None},
        "feast": {words: Feast(name) for words, name in _FEASTS.items()},
        "decades": {
            "anos_vinte": Decade(20), "anos_trinta": Decade(30), "anos_quarenta": Decade(40),
            "anos_cinquenta": Decade(50), "anos_sessenta": Decade(60), "anos_setenta": Decade(70),
            "anos_oitenta": Decade(80), "anos_noventa": Decade(90),
        },
        "roman": {
            "xii": Ordinal(12), "xiii": Ordinal(13), "xiv": Ordinal(14), "xv": Ordinal(15), "xvi": Ordinal(16),
            "xvii": Ordinal(17), "xviii": Ordinal(18), "xix": Ordinal(19), "xx": Ordinal(20), "xxi": Ordinal(21),
        },
        "amount": {"meia_hora": Amount(((30, "minute"),)), "meio_ano": Amount(((6, "month"),))},
    },
    weekdays=(
        "segunda-feira segunda_feira segunda seg segunda-f", "terca-feira terca_feira terca ter_,",
        "quarta-feira quarta_feira quarta qua", "quinta-feira quinta_feira quinta qui",
        "sexta-feira sexta_feira sexta sex", "sabado sab", "domingo dom",
    ),
    months=(
        "janeiro jan", "fevereiro fev", "marco mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago",
        "setembro septembro set sept", "outubro out", "novembro nov", "dezembro dez",
    ),
    doubtful=frozenset(["segunda", "seg", "terca", "ter_,", "quarta", "qua", "quinta", "qui", "sexta", "sex",
    "sab", "dom", "mar", "mai", "set", "out", "dez", "jan", "marco", "ago"]),
    cardinals={
        n: words.replace("/", " ")
        for n, words in enumerate(
            ["zero", "um/uma", "dois/duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez",
            "onze", "doze", "treze", "catorze/quatorze", "quinze", "dezesseis/dezasseis",
            "dezessete/dezassete", "dezoito", "dezenove/dezanove"]
        )
    }
    | {20: "vinte", 30: "trinta", 40: "quarenta", 50: "cinquenta cincoenta", 60: "sessenta", 70: "setenta",
       80: "oitenta", 90: "noventa"} | _BY_HUNDREDS,
    ordinals={
        n: f"{stem}o {stem}a {stem}os {stem}as"
        for n, stem in enumerate(
            ["primeir", "segund", "terceir", "quart", "quint", "sext", "setim", "oitav", "non", "decim"], start=1
        )
    }
    | {20: "vigesimo vigesima", 30: "trigesimo trigesima"},
    number_and="e",
    day_first=True,
)  # fmt: skip
