"""The English words of dates."""

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
    Part,
    Turn,
    Turned,
    Unit,
)

_FEASTS = {
    "new_year new_years new_year's new_year_day new_years_day new_year's_day yuandan yuan_dan": "new year",
    "new_year_eve new_years_eve new_year's_eve": "new year's eve",
    "christmas christmas_day xmas xmas_day": "christmas",
    "christmas_eve xmas_eve": "christmas eve", "boxing_day": "boxing day",
    "easter easter_sunday easter_day": "easter", "good_friday": "good friday", "easter_monday": "easter monday",
    "palm_sunday": "palm sunday", "ash_wednesday": "ash wednesday", "mardi_gras": "carnival",
    "pentecost": "pentecost",
    "clean_monday": "clean monday", "corpus_christi": "corpus christi",
    "thanksgiving thanksgiving_day": "thanksgiving", "black_friday": "black friday", "cyber_monday": "cyber monday",
    "halloween halloween_day": "halloween", "all_hallows_day": "all saints",
    "all_saints_day all_saint's_day all_saints'_day": "all saints", "all_souls_day all_soul's_day": "all souls",
    "valentine's_day valentines_day valentine_day lover's_day lovers_day": "valentine",
    "st_patrick's_day st_patricks_day saint_patrick's_day saint_patrick st_patrick st_patrick_day "
    "st._patrick's_day": "patrick",
    "st_george's_day st_george_day": "george", "april_fools april_fool's april_fools_day april_fool's_day": "fools",
    "earth_day": "earth", "may_day int'l_workers_day int'l_workers'_day": "workers",
    "international_workers_day international_workers'_day workers_day workers'_day": "workers",
    "labor_day labour_day": "us labour", "memorial_day": "us memorial", "veterans_day veteran's_day": "us veterans",
    "independence_day us_independence_day": "us independence", "columbus_day": "us columbus",
    "martin_luther_king_day mlk_day martin_luther_king_jr_day": "us king",
    "washington's_birthday presidents_day presidents'_day president's_day": "us presidents",
    "inauguration_day": "us inauguration", "groundhog_day": "groundhog", "juneteenth": "juneteenth",
    "mother's_day mothers_day mothers'_day mother_day": "us mother",
    "father's_day fathers_day fathers'_day father_day": "us father",
    "women's_day womens_day international_women's_day": "women",
    "children's_day childrens_day": "children", "teacher's_day teachers'_day teachers_day": "cn teachers",
    "cinco_de_mayo": "cinco", "bastille_day": "bastille", "guy_fawkes_day guy_fawkes_night bonfire_night": "fawkes",
    "cinco_de_mayo_day": "cinco", "singles_day singles'_day single_day": "singles", "arbor_day": "arbor",
    "tree_planting_day": "arbor cn", "white_day white_lover_day": "white", "girl's_day girls_day girls'_day": "girls",
    "youth_day": "youth", "australia_day": "australia", "canada_day": "canada", "anzac_day": "anzac",
}  # fmt: skip

ENGLISH = Tables(
    plain={
        "the": "the", "of": "of", "em": "in", "on": "on", "at": "at @", "from": "from",
        "to": "to thru through", "till": "till til until", "and": "and", "or": "or", "between": "between",
        "ago": "ago back", "by": "by", "for": "for",
        "later": "later from_then", "hence": "hence in_the_future in_future", "fromnow": "from_now",
        "within": "within inside_of", "my": "my our your his her their", "any": "any",
        "before": "before as_late_as ending_with ending_on before_or_on before_or_equal_to prior_to "
        "earlier_than sooner_than "
        "no_later_than in_advance_of not_later_than ahead_of "
        "on_or_earlier_than on_or_before no_later_than_on",
        "beforeon": "less_than_or_equal_to", "after": "after later_than greater_than bigger_than "
        "more_recent_than any_time_after anytime_after", "orlater": "onwards onward or_above and_above "
        "or_greater and_greater and_after",
        "since": "since starting starting_from starting_on starting_with "
        "beginning beginning_on beginning_from as_of as_early_as on_or_after after_or_on after_or_equal_to "
        "any_time_from "
        "anytime_from any_time_since", "around": "around about approximately circa approx roughly near",
        "oclock": "o'clock "
        "o_'_clock oclock", "le": "<_= <=", "ge": ">_= >=", "wc": "w_/_c week_commencing",
        "tz": "pst pdt est edt cst cdt mst mdt gmt utc cet "
        "cest bst ist jst", "less": "less_than", "more": "more_than", "every": "every each", "s": "s 's",
        "that": "that same", "now": "now right_now asap as_soon_as_possible at_the_moment at_the_minute "
        "at_this_moment "
        "at_the_present_time at_present", "rest": "rest the_rest the_remainder", "todate": "to_date",
        "fn": "i we you he she it they and but or if so because when while then which who that this with as is "
        "was are "
        "were be will would can could should please just only also too again not no there here than for to in on at "
        "by from until till after before i'll i'm we'll it's let's lets do did does have has had my our your", "ish":
        "ish", "q": "q", "eh": "h", "weekcount": "number week_number no", "yearword": "year",
        "quiet": "may_be i_may you_may we_may they_may he_may she_may it_may may_not may_also may_well may_or "
        "per by_the_way "
        "up_to_date out_of_date a_second second_to one_another a_minute just_a_second just_a_minute "
        "wait_a_minute wait_a_second second_hand day_to_day one_day some_day sun_set one_on_one",
    },
    valued={
        "offs": {
            "today current_date": Offset(0), "tomorrow tmr tmrw tomorow tommorow tommorrow": Offset(1),
            "yesterday": Offset(-1),
            "day_after_tomorrow the_day_after_tomorrow day_after_tmr": Offset(2),
            "day_before_yesterday the_day_before_yesterday": Offset(-2),
            "the_following_day the_next_day": Offset(1), "the_previous_day": Offset(-1),
        },
        "dayby": {"the_day_after the_day_following": Offset(1), "the_day_before the_day_preceding": Offset(-1)},
        "turn": {
            "next following": Turn(1), "coming upcoming": Turn(1, True), "this current": Turn(0),
            "last previous": Turn(-1),
        },
        "past": {"past": Turn(-1)},
        "turned": {
            "week_after_next the_week_after_next": Turned("week", 2),
            "month_after_next the_month_after_next": Turned("month", 2),
            "year_after_next the_year_after_next": Turned("year", 2),
            "week_before_last the_week_before_last": Turned("week", -2),
            "month_before_last the_month_before_last": Turned("month", -2),
        },
        "unit": {
            "seconds sec secs": Unit("second"), "minute minutes min mins": Unit("minute"),
            "hour hours hr hrs": Unit("hour"), "day days": Unit("day"),
            "business_day business_days working_day working_days work_day work_days workday workdays weekdays":
            Unit("bday"), "week weeks wk wks": Unit("week"), "weekend weekends": Unit("weekend"),
            "workweek workweeks work_week work_weeks": Unit("workweek"),
            "fortnight fortnights": Unit("fortnight"), "month months": Unit("month"),
            "quarter quarters": Unit("quarter"), "year years yr yrs calendar_year cy": Unit("year"),
            "fiscal_year school_year financial_year academic_year fy sy": Unit("fiscal"),
            "decade decades": Unit("decade"),
            "century centuries": Unit("century"),
        },
        "one": {"a an another": Number(1)},
        "few": {"few a_few some several": Number(3), "couple couple_of a_couple a_couple_of": Number(2)},
        "half": {"half": Fraction(30)},
        "frac": {},
        "mer": {
            "am a.m. a.m a_m a._m a._m.": Meridiem(False), "pm p.m. p.m p_m p._m p._m.": Meridiem(True),
            "ampm am/pm": Meridiem(None),
        },
        "part": {
            "morning mornings": Part("morning", 8, 12), "afternoon afternoons": Part("afternoon", 12, 16),
            "evening evenings": Part("evening", 16, 20), "night nights": Part("night", 20, 24),
            "daytime": Part("daytime", 8, 18), "nighttime night-time night_time": Part("nighttime", 0, 8),
            "business_hours working_hours office_hours "
            "the_business_hours": Part("business", 8, 18), "lunchtime lunch_time": Part("lunch", 11, 13),
            "dinnertime dinner_time": Part("dinner", 16, 20),
        },
        "meal": {
            "lunch": Part("lunch", 11, 13), "breakfast brunch": Part("breakfast", 8, 12),
            "dinner supper": Part("dinner", 16, 20),
        },
        "parted": {"tonight tonite": Part("night", 20, 24), "last_night": Part("last night", 20, 24)},
        "point": {
            "noon midday mid-day mid_day 12_noon noonish": Clock(12, 0, 0, True),
            "midnight mid_night mid-night": Clock(0, 0, 0, True),
            "midmorning mid-morning mid_morning": Clock(10, 0, 0, True),
            "midafternoon mid-afternoon mid_afternoon": Clock(14, 0, 0, True),
        },
        "fuzzy": {
            "early": Fuzzy("early"), "late": Fuzzy("late"), "mid middle_of": Fuzzy("mid"),
            "earlier": Fuzzy("earlier"), "later_in": Fuzzy("later"), "earlier_in": Fuzzy("earlier"),
            "beginning_of start_of": Fuzzy("start"),
            "end_of": Fuzzy("end"), "end": Fuzzy("ending"),
        },
        "endunit": {
            "eod the_eod end_of_day the_end_of_day end_of_the_day the_end_of_the_day": Unit("day"),
            "eoy": Unit("year"), "eom": Unit("month"), "eow": Unit("week"),
        },
        "season": {"summer winter autumn": None, "summertime wintertime": None},
        "seasonq": {"spring fall": None},
        "feast": {words: Feast(name) for words, name in _FEASTS.items()},
        "decades": {
            "twenties": Decade(20), "thirties": Decade(30), "forties": Decade(40), "fifties": Decade(50),
            "sixties": Decade(60), "seventies": Decade(70), "eighties": Decade(80), "nineties": Decade(90),
            "noughties two_thousands": Decade(0, 20),
        },
        "amount": {"half_an_hour half_hour": Amount(((30, "minute"),)), "half_a_year": Amount(((6, "month"),))},
    },
    weekdays=(
        "monday mon", "tuesday tue tues", "wednesday wed weds wedn", "thursday thu thur thurs", "friday fri",
        "saturday sat", "sunday sun",
    ),
    months=(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    ),
    doubtful=frozenset(["mon", "wed", "sat", "sun", "may", "march", "mar", "jan", "sep", "dec", "jun", "fri", "thu"]),
    cardinals=dict(enumerate(
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
        ))
    | {20: "twenty", 30: "thirty", 40: "forty fourty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty",
       90: "ninety", 100: "hundred", 1000: "thousand"},
    ordinals=dict(enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
            "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
            "eighteenth", "nineteenth"],
            start=1,
        ))
    | {20: "twentieth", 30: "thirtieth"},
    number_and="and",
    day_first=False,
)  # fmt: skip
