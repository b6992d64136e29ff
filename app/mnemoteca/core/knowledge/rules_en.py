"""Statements in English."""

from __future__ import annotations

from mnemoteca.core.knowledge.grammar import Grammar, Obj, Rule, Tense, words

_BE = "(?:am |'m |are |'re |is |was |were )"
_DID = r"(?:have |'ve |has |had )?(?:just |finally |recently |also |already )*"
_KIN = words(
    "mom mum mother dad father sister brother son daughter husband wife cousin aunt uncle niece nephew",
    "grandma grandmother grandpa grandfather grandson granddaughter stepson stepdaughter stepmother stepfather",
    "girlfriend boyfriend fiancé fiancée fiance fiancee",
)
_FRIEND = words(
    "friend buddy colleague coworker co-worker boss neighbor neighbour teacher mentor roommate flatmate coach"
)
_OLD = "(?:(?:older|younger|little|big|oldest|youngest|eldest|late|best|good|old|dear|close|new|former) )*"
_NAME = r"(?P<o>(?-i:[A-Z][\w'-]+(?: [A-Z][\w'-]+)*))(?!['’]s\b)(?=[ ,.;:!?)\n]|$)"
_ANIMAL = words(
    "dog dogs cat cats puppy puppies kitten kittens parrot hamster rabbit rabbits horse horses snake snakes",
    "turtle turtles tortoise guinea_pig guinea_pigs goldfish",
)
_TRADE = words(
    "teacher nurse doctor engineer developer programmer lawyer architect artist painter writer musician photographer",
    "chef baker dentist accountant scientist researcher student journalist designer electrician plumber carpenter",
    "psychologist therapist counselor social_worker firefighter police_officer pilot mechanic farmer librarian",
    "veterinarian pharmacist translator editor consultant manager data_scientist software_engineer dancer actor actress",
    "banker salesperson waiter waitress bartender barista driver professor personal_trainer",
)
_TONGUE = words(
    "English Portuguese Spanish French German Italian Chinese Mandarin Cantonese Japanese Korean Russian Arabic Hindi",
    "Dutch Swedish Norwegian Danish Finnish Polish Czech Greek Turkish Hebrew Ukrainian Romanian Hungarian Catalan",
    "Vietnamese Thai Indonesian Swahili Persian Farsi Urdu Bengali Tamil Esperanto Irish Welsh Galician",
)
_PLAYED = words(
    "piano guitar violin drums bass cello flute saxophone clarinet trumpet ukulele harmonica harp accordion banjo viola",
    "basketball football soccer tennis volleyball baseball chess golf rugby hockey cricket badminton handball",
    "table_tennis video_games board_games squash poker",
)
_SUBJECT = r"(?!(?:at|in|on|and|or|for|with|hard|from|more|a lot|so|as)\b)"
_NOT_DOING = words(
    "thinking trying hearing looking having wondering feeling getting doing going being missing meaning wanting waiting hoping",
    "seeing keeping considering wishing dying loving struggling dealing debating enjoying telling talking saying putting",
)
_DEED = words(
    "ran won finished completed attended performed hosted celebrated volunteered learned learnt taught graduated participated",
    "organized organised took_part signed donated applied passed quit lost started adopted hiked camped climbed swam explored",
    "tried_out took_up took_a took_an took_my went_camping went_hiking went_swimming went_skiing went_shopping went_fishing",
    "went_surfing went_running went_biking went_kayaking went_dancing went_to_a went_to_an went_to_my went_on_a went_on_an met_up",
    "visited_a visited_an visited_my visited_the met_a met_an met_some saw_a saw_an saw_some created_a created_an created_my",
    "set_up_a set_up_my tried_a tried_an tried_some watched_a watched_an gave_a had_a_party had_a_picnic had_a_baby helped made_some",
    "went_to_the danced sang practiced practised worked_on drew_a drew_my spent_the took_part threw_a took_some entered_a set_a",
    "got_married got_engaged got_promoted got_accepted got_hired read_a cooked made_a planted competed raised presented",
)
_NO_DEED = "(?:took a (?:look|while|lot|bit|break|minute|moment|chance)|took my (?:time|mind|breath)|lost (?:it|track|my mind)|learned (?:that|how important)|made a (?:mistake|difference|point|good|great|lot))"
_CHILDREN = words("kid kids child children son sons daughter daughters baby babies twins boys girls")

_RULES = (
    Rule("lives_in", "(?:live|lives|reside|resides) (?:here )?in ", Obj.PROPER, confidence=0.95),
    Rule("lives_in", f"{_BE}(?:now |still |currently )?(?:living|based) in ", Obj.PROPER, confidence=0.9),
    Rule(
        "lives_in",
        "(?:moved|relocated)(?: back| over| here)?(?: from (?-i:[A-Z])[^ ]+(?: (?-i:[A-Z])[^ ]+)*)? to ",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.9,
    ),
    Rule("lived_in", "(?:lived|used to live|grew up) in ", Obj.PROPER, Tense.EVENT, confidence=0.9),
    Rule("works_at", "works? (?:at|for) ", Obj.PROPER, confidence=0.95),
    Rule(
        "works_at", f"{_BE}(?:now |still |currently )?(?:working|employed) (?:at|for|by) ", Obj.PROPER, confidence=0.9
    ),
    Rule(
        "works_at",
        "(?:started (?:working|work|a (?:new )?job)|got (?:a|the) (?:new )?job) (?:at|for|with) ",
        Obj.PROPER,
        Tense.EVENT,
        confidence=0.9,
    ),
    Rule("worked_at", "(?:worked|used to work) (?:at|for) ", Obj.PROPER, Tense.EVENT, confidence=0.9),
    Rule("works_as", rf"works? as (?:an?|the) (?P<o>[\w -]{{0,20}}?{_TRADE})\b", Obj.LISTED, confidence=0.9),
    Rule(
        "works_as", rf"{_BE}an? (?P<o>(?:[a-z]+ ){{0,2}}?{_TRADE})\b(?= *(?:[.,;!)]|and|at|in|for|from|$))", Obj.LISTED
    ),
    Rule("works_on", f"{_BE}(?:now |still |currently |also )?working on (?=an? |my |our |(?-i:[A-Z]))"),
    Rule("married_to", f"(?:{_BE}|got )married to ", Obj.PROPER, confidence=0.9),
    Rule("born_on", f"{_BE}born (?:on|in) ", Obj.DATE, Tense.EVENT, confidence=0.95),
    Rule("born_in", f"{_BE}born (?:and raised )?in ", Obj.PROPER, Tense.EVENT, confidence=0.9),
    Rule("from", "(?:am |'m |are |'re |is |come |comes )(?:originally )?from ", Obj.PROPER, confidence=0.9),
    Rule("likes", "(?:like|likes|love|loves|enjoy|enjoys|adore|adores) "),
    Rule("likes", f"(?:{_BE})(?:a )?(?:huge |big |great )?(?:fan of|fond of|passionate about|keen on) "),
    Rule("dislikes", "(?:hate|hates|dislike|dislikes|can't stand|cannot stand|despise|despises|detest|detests) "),
    Rule("prefers", "prefers? "),
    Rule("decided", "(?:decided|chose) (?=(?:not )?to )", tense=Tense.EVENT),
    Rule("decided", f"{_DID}(?:decided on|settled on|opted for) ", tense=Tense.EVENT),
    Rule("plans", "plans? (?=to )", tense=Tense.PLAN),
    Rule("plans", f"{_BE}planning (?:on )?(?=to |\\w+ing |an? |my |our )", tense=Tense.PLAN),
    Rule("uses", "uses? (?!to )"),
    Rule("uses", "(?:am |'m |are |'re |is )(?:now |still |currently )?using "),
    Rule("depends_on", "(?:depends?|relies|rely) on ", first=False),
    Rule("owns", "owns? (?=an? |the |my |our |two |three |four |five |(?-i:[A-Z]))"),
    Rule("owns", "(?:bought|purchased) (?=an? |my |our )", tense=Tense.EVENT, third=True),
    Rule(
        "has_pet",
        rf"(?:have|has|'ve got|have got|adopted|own|got) (?:got )?(?P<o>(?:an?|two|three|four|five|\d) (?!few )(?:[a-z]+ ){{0,2}}?{_ANIMAL})\b"
        r"(?! (?:food|bed|house|toy|park|show|walker|person|lover|sitter|shelter|allergy))",
        Obj.LISTED,
    ),
    Rule("studies_at", "(?:study|studies) (?:at|in) ", Obj.PROPER, confidence=0.9),
    Rule("studies_at", f"{_BE}(?:now |still |currently )?(?:studying|a student) at ", Obj.PROPER, confidence=0.9),
    Rule("studies", f"(?:study|studies) {_SUBJECT}"),
    Rule("studies", f"{_BE}(?:now |still |currently )?(?:studying|majoring in|learning(?: about| how)?) {_SUBJECT}"),
    Rule("studies", f"'ve been (?:studying|learning) {_SUBJECT}"),
    Rule(
        "speaks",
        rf"speaks? (?:fluent |some |a little |a bit of )?(?P<o>{_TONGUE}(?:(?:,| and) {_TONGUE})*)\b",
        Obj.LISTED,
        confidence=0.95,
    ),
    Rule("plays", rf"plays? (?:the |some )?(?P<o>{_PLAYED})\b", Obj.LISTED, confidence=0.9),
    Rule("plays", rf"(?:{_BE}|'ve been )playing (?:the |some )?(?P<o>{_PLAYED})\b", Obj.LISTED),
    Rule("visited", "(?:visited|went to|traveled to|travelled to|flew to|toured) ", Obj.PROPER, Tense.EVENT),
    Rule("visited", "(?:got|came) back from ", Obj.PROPER, Tense.EVENT),
    Rule(
        "made",
        "(?:painted|wrote|built|baked|designed|composed|sewed|knitted|carved|published) (?=an? |my |some |our )",
        tense=Tense.EVENT,
    ),
    Rule("started", "(?:started|opened|launched|founded) (?=my |our |an? |his |her )", tense=Tense.EVENT),
    Rule("takes_part_in", "(?:joined|signed up for|enrolled in) (?=an? |the |my |(?-i:[A-Z]))", tense=Tense.EVENT),
    Rule("takes_part_in", "volunteers? (?:at|for|with) ", Obj.PHRASE),
    Rule("wants", "(?:want|wants|'m looking|am looking|is looking|hope|hopes|'m hoping|am hoping|is hoping) (?=to )"),
    Rule(
        "interested_in",
        f"{_BE}(?:really |very |super |so |quite |always been )*(?:interested in|into|fascinated by|curious about) ",
    ),
    Rule(
        "keeps_doing",
        rf"(?:have |'ve |has |'s )?been (?!{_NOT_DOING}\b)(?=[a-z]+ing\b)(?!.*\b(?:today|all day|all morning|this morning|tonight)\b)",
        confidence=0.75,
    ),
    Rule("did", f"(?={_DEED}\\b(?!'))(?!{_NO_DEED})", tense=Tense.EVENT, confidence=0.75),
    Rule(
        "did",
        "(?=(?:got|received|landed|earned|scored) (?:an? (?!few|lot|bit|chance|little|kick|feeling|sense)(?:new )?|my (?:own |first |new )|our (?:own |first |new )|some new ))",
        tense=Tense.EVENT,
    ),
    Rule("used_to", "used to (?!live|work|being|it\\b|that\\b)(?=[a-z]+)", tense=Tense.EVENT),
    Rule(
        "has_children",
        rf"(?:have|has|'ve got) (?P<o>(?:an?|one|two|three|four|five|six|\d) (?:[a-z]+ )?{_CHILDREN})\b",
        Obj.LISTED,
    ),
    Rule(
        "works_on",
        f"{_BE}(?:now |still |currently |also )*(?=(?:writing|building|creating|developing|designing|training for|preparing for|organizing|organising|taking|running|planning|putting together|renovating) (?:an? |my |our |for ))",
        third=True,
    ),
    Rule("allergic_to", "(?:am |'m |is )(?:also |very |really )?allergic to ", confidence=0.95),
)
_NEAR = (
    Rule(
        "likes",
        r"\bmy (?:all-time |absolute |own |personal )?favou?rite [a-z]+(?: [a-z]+)? (?:is|are) (?:definitely |probably |always |the )?(?P<o>(?!(?:that|when|how|what|those|these|this|it|one|ones|just|definitely|probably|so|a)\b)[\w'-]+(?: [\w'-]+){0,3})(?= *(?:[.,;!)(]|$| because | by ))",
        Obj.LISTED,
        third=False,
    ),
    Rule("related_to", rf"\bmy (?:own )?{_OLD}{_KIN},? {_NAME}", Obj.LISTED, third=False, confidence=0.9),
    Rule("related_to", rf"\bmy {_OLD}{_KIN}(?:'s name is| is called| is named) {_NAME}", Obj.LISTED, third=False),
    Rule("knows", rf"\bmy {_OLD}{_FRIEND},? {_NAME}", Obj.LISTED, third=False, confidence=0.9),
    Rule(
        "has_pet",
        rf"\bmy {_OLD}(?P<o>{_ANIMAL},? (?-i:[A-Z][\w'-]+))(?!['’]s\b)(?=[ ,.;:!?)\n]|$)",
        Obj.LISTED,
        third=False,
        confidence=0.9,
    ),
)
ENGLISH = Grammar(
    code="en",
    lead=r"(?:(?:oh|ah|yeah|yep|yes|no(?=[,!.])|well|so|and|but|also|btw|by the way|actually|honestly|hey|hi|hello|wow|cool|nice"
    r"|thanks|thank you|sure|okay|ok|right|currently|now|nowadays|these days|recently|lately|today|yesterday|for now"
    r"|as for me|personally|in fact|anyway|plus|sorry|haha|lol|last (?:week|month|year|night|summer|weekend)"
    r"|in (?:19|20)\d\d|this (?:morning|week|month|year|summer|weekend)|(?:on |last |this )(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|the other day|a (?:few|couple(?: of)?) (?:days|weeks|months|years) ago|as you know|finally|then|note to self|guess what)[,!.:]* +)",
    speaker="(?:(?:I|we)(?= |')|(?=(?:just|finally|recently) [a-z]+))",
    article="(?:the )?",
    auxiliary="(?:have |'ve |has |'s )",
    adverb="(?:really|also|just|actually|always|still|now|absolutely|currently|finally|recently|already|totally|both"
    "|definitely|particularly|especially|usually|truly|honestly|mostly|often|personally|officially|both|all|so|even"
    "|simply|quite|officially|once|originally) ",
    negation="(?P<neg>do not|don't|does not|doesn't|did not|didn't|never|no longer|am not|'m not|is not|isn't|are not"
    "|aren't|was not|wasn't|have not|haven't|hasn't) ",
    gone=r"\bno longer\b|\bany ?more\b",
    thing="(?:the|my|our) (?P<thing>(?:monthly |yearly |annual |weekly |total |project |final )?(?:rent|budget|deadline|salary"
    "|price|cost|fee|meeting|appointment|exam|wedding|flight|delivery|launch|release|due date|rental|subscription|loan"
    "|mortgage|interview|surgery|trip|party|concert)) (?:is|costs|was moved to|is now|has moved to|is due)(?: now)?(?: on| at| by)? ",
    rules=_RULES,
    near=_NEAR,
    doubt=r"\b(?:if|unless|wish|imagine|pretend|suppose|supposing|maybe|perhaps|hypothetically|whether|would|i'd|we'd"
    r"|might|could|as though|almost|nearly|joking|kidding|dreamed|dreamt|not sure)\b|\?",
    stop=r"[.,;:!?…()\[\]\"“”—–\n*]| (?:-|because|but|so|when|whenever|which|who|that|since|while|if|as|though|although|until"
    r"|cause|cuz|too|also|lately|recently|these days|right now|anymore|any more|again|today|yesterday|tomorrow|lol|haha"
    r"|now|right|here|its|it's|it|and (?:i|i'm|i've|we|we're|it|it's|its|they|he|she|you|that|that's|this|am|are|have|had|was|were"
    r"|is|my|then|now|hope|can|could|will|would|got|really|just|found|made|it'll|there|there's|so|also|started|want|even"
    r"|let|let's|love|like|enjoy|think|feel))\b| -(?= )|[\U0001f000-\U0001ffff☀-➿]",
    unfit=r"(?:it|that|this|these|those|them|him|her|you|your|yours|me|us|one|how|what|when|where|why|who|hearing|seeing|knowing"
    r"|being|having|getting|all|everything|anything|something|someone|everyone|nothing|the (?:idea|way|fact|thing|one|ones|same|look)"
    r"|his|their|its|to (?:see|hear|think|say|know|be|think|have|get|believe|do|give)|both|each|some (?:of)?|most|any|more"
    r"|a (?:lot|bit|few|couple)|so|very|not|too|our (?:conversations?|chats?|talks?)|talking|thinking|sharing)\b",
    since=r"\bsince +",
    verbs=r"\b(?:I|we|my|our|the|[A-Z]\w+)\b",
)
