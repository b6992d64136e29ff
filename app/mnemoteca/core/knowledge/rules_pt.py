"""Statements in Portuguese."""

from __future__ import annotations

from mnemoteca.core.knowledge.grammar import Grammar, Obj, Rule, Tense, words

_IN = "(?:em|no|na|nos|nas) "
_KIN = words(
    "mãe pai irmã irmão filho filha marido esposa esposo mulher primo prima tia tio sobrinha sobrinho avó avô neto neta",
    "namorada namorado noiva noivo sogra sogro cunhada cunhado enteado enteada madrinha padrinho afilhado afilhada",
)
_FRIEND = words(
    "amigo amiga colega chefe vizinho vizinha professor professora mentor mentora orientador orientadora sócio sócia"
)
_OLD = "(?:(?:melhor|grande|querid[oa]|velh[oa]|nov[oa]|antig[oa]) )*"
_WHICH = "(?: (?:mais (?:velh[oa]|nov[oa])|caçula|querid[oa]))?"
_NAME = r"(?P<o>(?-i:[A-ZÀ-Ý][\w'-]+(?: (?:d[aeo]s? )?[A-ZÀ-Ý][\w'-]+)*))(?=[ ,.;:!?)\n]|$)"
_ANIMAL = words(
    "cachorro cachorra cachorros cachorras cão cães gato gata gatos gatas papagaio hamster coelho coelha coelhos cavalo",
    "cavalos tartaruga tartarugas peixe peixes passarinho calopsita porquinho-da-índia cachorrinho cachorrinha gatinho gatinha",
)
_TRADE = words(
    "professor professora enfermeiro enfermeira médico médica engenheiro engenheira desenvolvedor desenvolvedora programador",
    "programadora advogado advogada arquiteto arquiteta artista pintor pintora escritor escritora músico música fotógrafo",
    "fotógrafa cozinheiro cozinheira padeiro dentista contador contadora cientista pesquisador pesquisadora estudante",
    "jornalista designer eletricista encanador psicóloga psicólogo bombeiro policial piloto mecânico agricultor bibliotecária",
    "veterinário veterinária farmacêutico farmacêutica tradutor tradutora editor editora consultor consultora gerente",
    "motorista garçom garçonete vendedor vendedora dançarina ator atriz analista aposentado aposentada",
)
_TONGUE = words(
    "inglês português espanhol francês alemão italiano chinês mandarim japonês coreano russo árabe hindi holandês sueco",
    "norueguês dinamarquês finlandês polonês tcheco grego turco hebraico ucraniano romeno húngaro catalão esperanto guarani libras galego",
)
_PLAYED = words(
    "piano violão guitarra violino bateria baixo violoncelo flauta saxofone clarinete trompete cavaquinho sanfona acordeão pandeiro",
    "basquete futebol tênis vôlei xadrez golfe rúgbi handebol videogame capoeira sinuca futsal",
)
_DEED = words(
    "corri correu ganhei ganhou terminei terminou concluí concluiu participei participou apresentei apresentou comemorei comemorou",
    "aprendi aprendeu ensinei ensinou me_formei se_formou formei-me formou-se organizei organizou doei doou passei_no passei_na",
    "perdi_meu perdi_minha plantei plantou cozinhei fiz_um fiz_uma fiz_meu fiz_minha fez_um fez_uma recebi recebeu acampei nadei",
    "pedi_demissão pediu_demissão fui_promovido fui_promovida foi_promovido foi_promovida consertei consertou li_um li_o assisti_a",
)
_CHILDREN = words("filho filhos filha filhas criança crianças bebê gêmeos gêmeas neto netos neta netas")

_RULES = (
    Rule(
        "lives_in",
        f"(?:moro|moramos|mora|vivo|vivemos|vive|resido|reside) (?:agora |hoje |atualmente |mais )?{_IN}",
        Obj.PROPER,
        confidence=0.95,
    ),
    Rule("lives_in", f"(?:estou|estamos|está) morando {_IN}", Obj.PROPER, confidence=0.9),
    Rule(
        "lives_in",
        "(?:(?:me |nos |se )?(?:mudei|mudamos|mudou)(?:-me|-nos|-se)?)(?: d[aeo] (?-i:[A-Z])[^ ]+(?: (?-i:[A-Z])[^ ]+)*)? (?:para|pra|pro) (?:o |a )?",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.9,
    ),
    Rule(
        "lived_in",
        f"(?:morei|moramos|morou|morava|cresci|cresceu|vivi|viveu) {_IN}",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.9,
    ),
    Rule(
        "works_at",
        f"(?:trabalho|trabalhamos|trabalha) (?:agora |hoje |atualmente |mais )?(?:{_IN}|para (?:o |a )?)",
        Obj.PROPER,
        confidence=0.95,
    ),
    Rule("works_at", f"(?:estou|está) trabalhando (?:{_IN}|para (?:o |a )?)", Obj.PROPER, confidence=0.9),
    Rule(
        "works_at",
        f"(?:(?:comecei|começou) a trabalhar|(?:fui|foi) contratad[oa]|(?:entrei|entrou)) (?:{_IN}|pel[oa] |para (?:o |a )?)",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.85,
    ),
    Rule(
        "worked_at",
        f"(?:trabalhei|trabalhou|trabalhava) (?:{_IN}|para (?:o |a )?)",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.9,
    ),
    Rule("works_as", rf"(?:trabalho|trabalha) como (?P<o>{_TRADE}(?: \w+)?)\b", Obj.LISTED, confidence=0.9),
    Rule(
        "works_as",
        rf"(?:sou|é) (?:uma? )?(?P<o>{_TRADE}(?: de \w+| civil| elétric[oa])?)\b(?= *(?:[.,;!)]|e |em |no |na |d[aeo] |$))",
        Obj.LISTED,
    ),
    Rule("works_on", "(?:estou|estamos|está) trabalhando (?:em|num|numa|no|na) (?!casa\\b|equipe\\b)"),
    Rule("married_to", "(?:sou|estou|é|está) casad[oa] com (?:o |a )?", Obj.PROPER, confidence=0.95),
    Rule(
        "married_to",
        "(?:me casei|casei|se casou|casou-se|casou) com (?:o |a )?",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.9,
    ),
    Rule("born_on", "(?:nasci|nasceu) (?:em|no dia|no ano de) ", Obj.DATE, Tense.EVENT, confidence=0.95),
    Rule("born_in", f"(?:nasci|nasceu) (?:e cresci |e cresceu )?{_IN}", Obj.PROPER, Tense.EVENT, confidence=0.9),
    Rule("from", "(?:sou|somos|é) (?:natural )?(?:de|do|da) ", Obj.PROPER, confidence=0.85),
    Rule(
        "likes", "(?:gosto|gostamos|gosta)(?: muito| bastante| demais| tanto| mesmo| mais)? (?:de |do |da |dos |das )"
    ),
    Rule("likes", "(?:adoro|adoramos|adora|amo|amamos|curto|curte) (?:o |a |os |as )?"),
    Rule("likes", "(?:sou|é) (?:muito |super )?(?:fã|apaixonad[oa]) (?:de |do |da |dos |das |por )"),
    Rule("dislikes", "(?:odeio|odiamos|odeia|detesto|detesta|não suporto|não suporta) (?:o |a |os |as )?"),
    Rule("prefers", "(?:prefiro|preferimos|prefere) (?!que )"),
    Rule(
        "decided",
        "(?:decidi|decidimos|decidiu|resolvi|resolvemos|resolveu) (?=(?:não )?\\w+[aei]r\\b)",
        tense=Tense.EVENT,
    ),
    Rule("decided", "(?:optei|optamos|optou) por ", tense=Tense.EVENT),
    Rule("plans", "(?:planejo|planejamos|planeja|pretendo|pretendemos|pretende) (?=\\w+[aei]r\\b)", tense=Tense.PLAN),
    Rule("plans", "(?:estou|estamos|está) planejando (?=\\w+[aei]r\\b|uma? )", tense=Tense.PLAN),
    Rule("uses", "(?:uso|usamos|usa|utilizo|utilizamos|utiliza) (?!d[aeo] )(?:o |a |os |as )?"),
    Rule("uses", "(?:estou|estamos|está) usando (?:o |a |os |as )?"),
    Rule("depends_on", "depende (?:de |do |da |dos |das )", first=False),
    Rule("owns", "(?:comprei|compramos|comprou) (?=uma? |meu |minha |nosso |nossa )", tense=Tense.EVENT),
    Rule(
        "owns",
        "(?:tenho|temos|tem) (?=uma? (?:carro|moto|bicicleta|casa|apartamento|sítio|chácara|barco|piano|violão|loja|empresa)\\b)",
    ),
    Rule(
        "has_pet",
        rf"(?:tenho|temos|tem|adotei|adotamos|adotou) (?P<o>(?:uma?|dois|duas|três|quatro|\d) {_ANIMAL})\b",
        Obj.LISTED,
        confidence=0.9,
    ),
    Rule("studies_at", f"(?:estudo|estudamos|estuda|estou estudando|está estudando) {_IN}", Obj.PROPER, confidence=0.9),
    Rule("studies", "(?:estudo|estudamos|estuda|curso) (?!d[aeo] |muito\\b|em |no |na |para )"),
    Rule(
        "studies",
        "(?:estou|estamos|está) (?:estudando|aprendendo|cursando)(?: a| sobre)? (?!muito\\b|em |no |na |para )",
    ),
    Rule(
        "speaks",
        rf"(?:falo|falamos|fala) (?:um pouco de |bem )?(?P<o>{_TONGUE}(?:(?:,| e) {_TONGUE})*)\b",
        Obj.LISTED,
        confidence=0.95,
    ),
    Rule("plays", rf"(?:toco|toca|tocamos|jogo|joga|jogamos) (?:o |a )?(?P<o>{_PLAYED})\b", Obj.LISTED, confidence=0.9),
    Rule("visited", "(?:fui|fomos|foi) (?:a|à|ao|para|pra|pro) (?:o |a )?", Obj.PROPER, Tense.EVENT),
    Rule(
        "visited",
        "(?:visitei|visitamos|visitou|conheci|conhecemos|viajei para|viajamos para|viajou para) (?:o |a |os |as )?",
        Obj.PROPER,
        Tense.EVENT,
    ),
    Rule("visited", "(?:voltei|voltamos|voltou) (?:de|do|da) ", Obj.PROPER, Tense.EVENT),
    Rule(
        "made",
        "(?:pintei|pintou|escrevi|escreveu|construí|construiu|compus|publiquei|publicou|costurei|bordei) (?=uma? |meu |minha )",
        tense=Tense.EVENT,
    ),
    Rule(
        "started",
        "(?:abri|abrimos|abriu|fundei|fundamos|fundou|lancei|lançamos) (?=uma? |meu |minha |nosso |nossa )",
        tense=Tense.EVENT,
    ),
    Rule("takes_part_in", "(?:participo|participamos|participa) (?:de|do|da) ", tense=Tense.STATE),
    Rule(
        "takes_part_in",
        "(?:entrei|entrou|me inscrevi|se inscreveu|me matriculei|se matriculou) (?:em|no|na|num|numa) ",
        tense=Tense.EVENT,
    ),
    Rule("wants", "(?:quero|queremos|quer) (?!que )(?=\\w+[aeio]r\\b|uma? )"),
    Rule("wants", "(?:estou|estamos|está) (?:querendo|pensando em|a fim de) (?=\\w+[aeio]r\\b|uma? )"),
    Rule(
        "interested_in",
        "(?:me interesso|se interessa|tenho (?:muito )?interesse|tem (?:muito )?interesse|estou interessad[oa]|está interessad[oa]) (?:muito )?(?:por|em|no|na) ",
    ),
    Rule(
        "keeps_doing",
        "(?:venho|ando|vem|anda) (?=\\w+ndo\\b)(?!sendo\\b|tendo\\b|pensando\\b|tentando\\b)",
        confidence=0.75,
    ),
    Rule("did", f"(?={_DEED}\\b)", tense=Tense.EVENT, confidence=0.75),
    Rule("used_to", "(?:costumava|costumávamos) (?=\\w+[aeio]r\\b)", tense=Tense.EVENT),
    Rule(
        "has_children", rf"(?:tenho|temos|tem) (?P<o>(?:uma?|dois|duas|três|quatro|cinco|\d) {_CHILDREN})\b", Obj.LISTED
    ),
    Rule(
        "works_on",
        "(?:estou|estamos|está) (?=(?:escrevendo|construindo|criando|desenvolvendo|organizando|fazendo|reformando|treinando para|preparando) (?:uma? |meu |minha |o |a ))",
        third=True,
    ),
    Rule("allergic_to", "(?:sou alérgic[oa]|é alérgic[oa]|tenho alergia|tem alergia) (?:a|à|ao) ", confidence=0.9),
)
_NEAR = (
    Rule(
        "likes",
        r"\b(?:meu|minha) \w+(?: \w+)? (?:favorit[oa]|preferid[oa]) é (?:o |a |os |as )?(?P<o>(?!(?:que|quando|como|aquele|aquela|esse|essa|este|esta|um|uma)\b)[\w'-]+(?: [\w'-]+){0,3})(?= *(?:[.,;!)(]|$| porque ))",
        Obj.LISTED,
        third=False,
    ),
    Rule("related_to", rf"\bminha? {_OLD}{_KIN}{_WHICH},? (?:o |a )?{_NAME}", Obj.LISTED, third=False, confidence=0.9),
    Rule("related_to", rf"\bmeu {_OLD}{_KIN}{_WHICH},? (?:o |a )?{_NAME}", Obj.LISTED, third=False, confidence=0.9),
    Rule("knows", rf"\b(?:minha|meu) {_OLD}{_FRIEND},? (?:o |a )?{_NAME}", Obj.LISTED, third=False, confidence=0.9),
    Rule(
        "has_pet",
        rf"\b(?:minha|meu) (?P<o>{_ANIMAL},? (?:o |a )?(?-i:[A-ZÀ-Ý][\w'-]+))(?=[ ,.;:!?)\n]|$)",
        Obj.LISTED,
        third=False,
        confidence=0.9,
    ),
)
PORTUGUESE = Grammar(
    code="pt",
    lead=r"(?:(?:ah|oi|olá|sim|não(?=[,!.])|bom|bem|então|e|mas|também|aliás|na verdade|olha|nossa|legal|obrigad[oa]|claro|certo|agora"
    r"|hoje|hoje em dia|atualmente|ultimamente|ontem|recentemente|por enquanto|enfim|finalmente|desde (?:19|20)\d\d"
    r"|(?:na|no) (?:semana|mês|ano) passad[oa]|em (?:19|20)\d\d|ano passado|semana passada|mês passado|lembrete)[,!.:]* +)",
    speaker=r"(?:eu |nós |a gente |)(?=\w)",
    article=r"(?:(?:o|a|os|as) )?",
    auxiliary="(?:já )",
    adverb="(?:também|já|ainda|sempre|só|realmente|agora|hoje|atualmente|finalmente|recentemente|muito|me|mesmo|apenas"
    "|simplesmente|geralmente|normalmente|acabei de) ",
    negation="(?P<neg>não|nunca|já não) (?:me |se )?",
    gone=r"\bmais\b",
    thing="(?:o|a|meu|minha|nosso|nossa|o meu|a minha) (?P<thing>(?:aluguel|orçamento|prazo|salário|preço|custo|taxa|reunião|consulta"
    "|prova|casamento|voo|entrega|lançamento|assinatura|mensalidade|condomínio|financiamento|entrevista|cirurgia|viagem|festa|show)"
    "(?: mensal| anual| total| final| do projeto)?) (?:é|custa|será|foi adiad[oa] para|passou para|vence|agora é)(?: agora)?(?: em| no dia| dia| de| até)? ",
    rules=_RULES,
    near=_NEAR,
    doubt=r"\b(?:se (?!mud|cas|inscrev|matricul|form|aposent)|caso|talvez|gostaria|queria|imagina|imagine|suponha|supondo|quem dera|tomara|oxalá|será que|quase"
    r"|como se |sonhei|brincadeira|poderia|não sei)\b|\?",
    stop=r"[.,;:!?…()\[\]\"“”—–\n*]| (?:-|porque|pois|mas|quando|que|onde|desde|enquanto|se|como|embora|também|ultimamente|hoje|ontem"
    r"|amanhã|agora|de novo|kkk+|rs|haha|há|faz|aqui|e \w+ei\b|e (?:eu|a gente|ele|ela|eles|elas|nós|é|foi|está|estou|tenho|não|já|me|isso|"
    r"também|depois|agora|vou|gosto|moro|trabalho|adoro))\b| -(?= )|[\U0001f000-\U0001ffff☀-➿]",
    unfit=r"(?:isso|isto|aquilo|ele|ela|eles|elas|você|vocês|te|ti|mim|me|nos|como|quando|onde|que|quem|tudo|nada|algo|alguém|todos"
    r"|todas|est[ea]s?|ess[ea]s?|aquel[ea]s?|seu|sua|seus|suas|ver|ouvir|saber|ser|ter|dele|dela|disso|disto|desse|dessa|muito"
    r"|pouco|mais|uns|umas|um pouco|ideia|jeito|fato|pensar|falar|dizer)\b",
    since=r"\bdesde +",
    verbs=r"\w",
    others=r"\b(?:mora|vive|reside|está|mudou|morou|cresceu|viveu|trabalha|começou|foi|entrou|trabalhou|é|casou|nasceu|gosta"
    r"|adora|ama|curte|odeia|detesta|suporta|prefere|decidiu|resolveu|optou|planeja|pretende|usa|utiliza|comprou|tem|adotou"
    r"|estuda|fala|toca|joga|visitou|viajou|voltou|pintou|escreveu|construiu|publicou|abriu|fundou|lançou|participa"
    r"|inscreveu|matriculou)\b",
)
