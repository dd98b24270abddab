"""Scenes as a workshop makes them, one of every kind at least, and the worst of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lqf_workshop.domain.activity import BlockKind, ColumnKind
from lqf_workshop.domain.canvas import Box, Canvas, Cell, Line
from lqf_workshop.domain.focus import Quadrant
from lqf_workshop.scenes.scene import (
    ActionFace,
    ActionsScene,
    ActivityScene,
    AnswerFace,
    Badge,
    BlankScene,
    CardScene,
    DotFace,
    DotsScene,
    EndScene,
    FocusScene,
    JoinFace,
    JoinScene,
    LastActionScene,
    LevelFace,
    LevelsScene,
    MeaningScene,
    NeutralScene,
    PileFace,
    PilesScene,
    PollFace,
    PollScene,
    QuadrantFace,
    ResultScene,
    Scene,
    SkillFace,
    SkillsScene,
    StrengthFace,
    StrengthsScene,
    TimerFace,
    TitleScene,
    VoteScene,
    WordsScene,
)

NOW = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
TIMER = TimerFace(180, NOW + timedelta(seconds=112), 0, "quiet writing, then share in pairs")
OVER = TimerFace(180, NOW, 0)

BADGES = {
    "PQ": Badge("PQ", "Personal qualities"),
    "WO": Badge("WO", "Working with others"),
    "MS": Badge("MS", "Managing services"),
    "IS": Badge("IS", "Improving services"),
    "SD": Badge("SD", "Setting direction"),
    "CV": Badge("CV", "Creating the vision"),
    "DS": Badge("DS", "Delivering the strategy"),
}
MANY_ELEMENTS = tuple(
    Badge(f"{code}{n}", "Ensuring the safety of people who use services")
    for code in ("PQ", "IS")
    for n in range(1, 5)
)
WORDS = ("Not yet", "Starting", "Usually", "Reliably", "Leading")
ANSWERS = (
    AnswerFace(1, "Not yet", "Rarely seen, or depends on one person"),
    AnswerFace(2, "Starting", "Some of us; lost when busy"),
    AnswerFace(3, "Usually", "Most of us, most shifts"),
    AnswerFace(4, "Reliably", "Every role and shift, with examples"),
    AnswerFace(5, "Leading", "Reliable, and others learn from us"),
    AnswerFace(0, "Can’t see", "this from my role"),
)

TITLE = TitleScene(
    "Night team, Rowan House",
    "How do we lead, together?",
    "Wednesday 25 November 2026 · Staff room",
)
RULES = WordsScene(
    "Welcome",
    "How we talk today",
    (
        "Everyone’s view counts, whatever their role.",
        "Nobody has to explain their vote.",
        "No names of people we support.",
        "What is said here stays kind.",
    ),
    foot="We are few, so a vote may be guessed. We talk openly instead.",
)
MEANING = MeaningScene(
    BADGES["IS"],
    "Rate 2 of 5",
    "Improving services",
    "We keep people safe, look honestly at what goes wrong, and try better ways of working.",
    (
        "Ensuring the safety of people who use services",
        "Critically evaluating",
        "Encouraging improvement and innovation",
        "Facilitating transformation",
    ),
    "Incidents are filed and forgotten. Ideas wait for permission.",
    "We look for patterns, try small changes, and can show one that helped a person.",
)
VOTE = VoteScene(
    BADGES["WO"],
    "Rate 2 of 5 · first vote",
    "Working with others",
    "We listen, share what we know, and work well with families, colleagues and other services.",
    ANSWERS,
    9,
    11,
    "Nobody sees a vote before all are in",
)
RESULT = ResultScene(
    BADGES["WO"],
    "Working with others",
    "second vote beside the first",
    "We see this differently",
    "Middle vote 4, was 3 · 11 of 11 voted, 1 can’t see this from their role",
    (0, 3, 1, 5, 1),
    (0, 4, 3, 3, 0),
    (4, 4),
    WORDS,
    "What might someone who chose 2 have seen on their shifts?",
)
HEARD = tuple(f"Nights hear about changes last, said {n} of us." for n in range(12))
FOCUS = FocusScene(
    "Where shall we put our time?",
    "Pick one or two. Low and split usually teaches most.",
    (
        QuadrantFace(Quadrant.KEEP, "Keep", "Write down why it works", (BADGES["PQ"],)),
        QuadrantFace(Quadrant.REACH, "Reach", "Works for whom? Who is left out?", ()),
        QuadrantFace(Quadrant.FIX, "Fix", "We agree it is weak: act now", (BADGES["MS"],)),
        QuadrantFace(
            Quadrant.EXPLORE,
            "Explore",
            "Whose experience differs, and why?",
            (BADGES["IS"], BADGES["SD"]),
        ),
    ),
    ("IS",),
)
CROWDED = replace(
    FOCUS, faces=(*FOCUS.faces[:3], replace(FOCUS.faces[3], badges=tuple(BADGES.values())))
)
STRENGTHS = StrengthsScene(
    "Strengths we have spotted",
    "Think of a colleague this month. What did you see? No names needed.",
    tuple(
        StrengthFace(name, "Knowing why the work matters and letting that guide us.", count)
        for name, count in zip(
            (
                "Moral purpose",
                "Integrity",
                "Insight",
                "Innovation",
                "Self-awareness",
                "Resilience",
                "Adaptability and flexibility",
                "Courage and passion",
            ),
            (3, 0, 1, 5, 0, 2, 1, 11),
            strict=True,
        )
    ),
    ("Somebody stayed ten minutes to finish a puzzle with Mr A.",),
)
ACTION = ActionFace(
    "Ring the GP before the Friday handover",
    "Nobody waits a weekend for a medicine change",
    "Senior on nights",
    "by Fri 4 Dec",
    "No missed medicine changes in four weeks",
    BADGES["WO"],
    False,
)
DRAFT = replace(ACTION, what="Ask every person what a good night looks like", draft=True)
ACTIONS = ActionsScene(
    "What we agree",
    "Begin with a verb. What will a person we support notice?",
    (ACTION, replace(ACTION, badge=None, how_we_know=""), DRAFT),
)
LAST_ACTION = LastActionScene(
    "From last time, 2 of 3",
    "Ring the GP before the Friday handover",
    "Senior on nights",
    "due Fri 4 Dec",
    "No missed medicine changes in four weeks",
    "Going on",
    "The surgery has a number that skips the queue. We wrote it on the wall.",
)
CARD = CardScene(
    "WICKED ISSUE 3",
    "drawn for us: our most split dimension",
    "The stairs and the kettle",
    "Since a fall, Mrs B’s son wants her downstairs with the kettle unplugged. She says tea at "
    "4am is what is left of her life. Night staff disagree with each other.",
    "Mrs B · her son · night and day staff · occupational therapist",
    "What does good look like to her?",
    2,
    4,
    "write first, then talk",
)
POLL = PollScene(
    "How sure are we of our plan?",
    "Show fingers together. Two or fewer: please tell us why.",
    tuple(
        PollFace(number, meaning, count)
        for number, meaning, count in (
            (0, "I cannot go along with this", 0),
            (1, "Serious doubts", 1),
            (2, "Some doubts: let me say them", 2),
            (3, "Good enough to try", 9),
            (4, "I like it", 11),
            (5, "I will help make it happen", 7),
        )
    ),
)
PILES = PilesScene(
    "What we said",
    "What belongs together? What shall we call it?",
    (
        PileFace(
            "Handover is too short",
            (
                "Nights leave before days have sat down",
                "Nobody writes down what changed",
                "The good news never gets said",
            ),
        ),
        PileFace(
            "Who decides?", ("The senior is asked, then asked again", "Fear of getting it wrong")
        ),
        PileFace("Tired people", ("Three doubles in one week",)),
        PileFace("", ("Families hear it last",)),
        PileFace("", ("The office door is shut at five",)),
    ),
)
DOTS = DotsScene(
    "What matters most to us?",
    "3 dots each, at most one on a pile. You need not use them all.",
    (
        DotFace(1, "Handover is too short"),
        DotFace(2, "Who decides?"),
        DotFace(3, "Tired people"),
        DotFace(4, "Families hear it last"),
        DotFace(5, "The office door is shut at five"),
    ),
    "12 of 33 dots given",
)
DOTS_SHOWN = DotsScene(
    "Where our dots lie",
    "As many dots each: “Handover is too short” and “Who decides?”. Too close to call.",
    (
        DotFace(1, "Handover is too short", 9, most=True),
        DotFace(2, "Who decides?", 9, most=True),
        DotFace(4, "Families hear it last", 7),
        DotFace(3, "Tired people", 6),
        DotFace(5, "The office door is shut at five", 0),
    ),
    "31 of 33 dots given",
    open=False,
)
END = EndScene(
    "One word to finish",
    ("How do you leave today?",),
    ("hopeful", "tired", "heard", "ready for the week"),
)
MODULES = tuple(tuple((x * y + x // 3 + y) % 3 == 0 for x in range(29)) for y in range(29))
WAY_IN = JoinFace("192.168.178.120:8765", "KQXM", MODULES)
JOIN = JoinScene(
    "Vote with your phone",
    (
        "Join this room’s Wi-Fi. No app, no account.",
        "Point your camera at the square. Or open 192.168.178.120:8765 and type KQXM.",
        "No phone, or no wish to? Vote on paper or with the laptop. It counts the same.",
    ),
    "No name is asked or kept.",
    join=WAY_IN,
)
LEVELS = LevelsScene(
    BADGES["WO"],
    "Working with others",
    "How it looks from different roles",
    (
        LevelFace("Front-line worker", (1, 4, 2, 1, 0), "Middle vote 2 · 8 rated"),
        LevelFace("Everyone else", (0, 0, 1, 4, 1), "Middle vote 4 · 6 rated"),
    ),
    WORDS,
    "Only groups of five or more are shown, so that nobody’s vote can be told.",
)
LEVEL_NAMES = ("Front-line worker", "Front-line leader", "Operational leader", "Strategic leader")
SURE = ("Not sure", "A little", "Fairly", "Sure", "Very sure")
SKILLS = SkillsScene(
    "How sure are we?",
    "The stairs and the kettle",
    tuple(
        SkillFace(name, counts, middle, middle == "2")
        for name, counts, middle in (
            ("Be strategic", (1, 3, 4, 2, 1), "3"),
            ("Communicate effectively", (0, 1, 4, 5, 1), "4"),
            ("Work with others", (0, 2, 5, 3, 1), "3"),
            ("Cope with uncertainty", (3, 4, 2, 1, 1), "2"),
            ("Promote learning", (0, 0, 0, 11, 0), "4"),
        )
    ),
    SURE,
    "What would move us up by one?",
)
ACTIVITY = ActivityScene(
    "Adaptive leadership",
    "Step 2 of 5",
    "Which parts have a known fix?",
    "Technical: somebody knows how. Adaptive: the people involved have to change something.",
    "The stairs and the kettle",
    (
        Canvas(
            "parts",
            BlockKind.TABLE,
            "The parts of our issue",
            "One part a line",
            (
                Box(
                    "",
                    "",
                    (
                        Line(
                            "Handover takes ten minutes",
                            (Cell("Kind", ColumnKind.CHOICE, "Technical", ("Technical", "Both")),),
                        ),
                        Line(
                            "Days and nights do not trust each other",
                            (Cell("Kind", ColumnKind.CHOICE, "Both", ("Technical", "Both")),),
                        ),
                    ),
                ),
            ),
            ("Part of the issue", "Kind"),
        ),
    ),
)
NEUTRAL = NeutralScene("Back in a moment", "Please stretch, and pour a cup of tea.")

ORDINARY: dict[str, Scene] = {
    "title": TITLE,
    "words": RULES,
    "meaning": MEANING,
    "vote": VOTE,
    "result": RESULT,
    "focus": FOCUS,
    "strengths": STRENGTHS,
    "actions": ACTIONS,
    "last action": LAST_ACTION,
    "card": CARD,
    "activity": ACTIVITY,
    "poll": POLL,
    "piles": PILES,
    "dots": DOTS,
    "dots shown": DOTS_SHOWN,
    "end": END,
    "join": JOIN,
    "levels": LEVELS,
    "skills": SKILLS,
    "neutral": NEUTRAL,
    "blank": BlankScene(),
}

SENTENCE = "We listen, we share what we know, and we make room for the quieter voices. "
ARABIC = "نستمع إلى بعضنا البعض، ونشارك ما نعرفه، ونفسح المجال للأصوات الأكثر هدوءًا بيننا. "
MIXED = "Mixed: we say مرحبا and שלום to all 👩\u200d⚕️ e\u0301 क्ष 🫖. "

WORST: dict[str, Scene] = {
    "title with a name of 10,000 letters": replace(TITLE, title="Rowan " * 1700),
    "title with one word of 10,000 letters": replace(TITLE, title="x" * 10_000),
    "title with a long purpose and timer": replace(TITLE, line=SENTENCE * 12, timer=TIMER),
    "words by the thousand": replace(RULES, lines=(SENTENCE * 40, "y" * 2_000, ARABIC * 20)),
    "words in every script": replace(RULES, title=ARABIC, lines=(ARABIC, MIXED), timer=TIMER),
    "numbered words": replace(RULES, numbered=True, foot=SENTENCE * 8, timer=OVER),
    "one thought": WordsScene("", "What matters most to us", (SENTENCE,)),
    "meaning with long words": replace(MEANING, name=SENTENCE * 9, plain=SENTENCE * 9),
    "meaning without elements": replace(MEANING, elements=(), timer=TIMER),
    "activity nobody may read": replace(ACTIVITY, canvases=(), quiet=True, timer=TIMER),
    "activity with long words": replace(ACTIVITY, title=SENTENCE, line=SENTENCE * 5),
    "vote of 31": replace(VOTE, voted=17, expected=31, timer=TIMER),
    "vote of 3": replace(VOTE, voted=1, expected=3, promise="We are few: we show our votes"),
    "vote with long answers": replace(
        VOTE,
        name=SENTENCE,
        plain=MIXED * 5,
        answers=tuple(replace(a, word="Überwiegend " * 2, meaning=SENTENCE) for a in ANSWERS),
    ),
    "result of 3": replace(RESULT, counts=(0, 1, 0, 2, 0), first=None, timer=TIMER),
    "result of 30": replace(RESULT, counts=(2, 9, 4, 12, 3), first=(5, 11, 8, 5, 1), framed=(3, 4)),
    "result nobody could rate": replace(
        RESULT, counts=(0, 0, 0, 0, 0), first=None, framed=None, numbers="5 of 5 voted"
    ),
    "result with the room’s own answer": replace(
        RESULT,
        felt="Better, the same, or worse than last time? 14 better, 12 the same, 4 worse",
        timer=TIMER,
    ),
    "result with much heard": replace(RESULT, heard=HEARD, timer=TIMER),
    "result with long words": replace(
        RESULT, question=SENTENCE * 5, headline=SENTENCE, heard=(SENTENCE * 30,)
    ),
    "focus with a crowd": replace(CROWDED, picked=("SD", "CV"), timer=TIMER),
    "strengths with many stories": replace(
        STRENGTHS, stories=tuple(f"{SENTENCE} {n}" for n in range(9)), timer=TIMER
    ),
    "no action yet": replace(ACTIONS, faces=()),
    "five actions": replace(ACTIONS, faces=(*ACTIONS.faces, ACTION, DRAFT), timer=TIMER),
    "an action told at length": replace(
        ACTIONS,
        faces=(replace(DRAFT, what=SENTENCE * 3, difference=SENTENCE * 12, owner=MIXED),),
    ),
    "last action told at length": replace(
        LAST_ACTION, what=SENTENCE * 2, learnt=SENTENCE * 20, owner=ARABIC, timer=OVER
    ),
    "card to read": replace(CARD, prompt="", prompt_number=0, hint="read it to yourself first"),
    "card with timer": replace(CARD, timer=TIMER),
    "card whose time is over": replace(CARD, timer=OVER),
    "card with many notes": replace(
        CARD, notes=tuple(f"An answer that somebody gave, {n}." for n in range(14)), timer=TIMER
    ),
    "card told at length": replace(
        CARD, situation=SENTENCE * 20, prompt=SENTENCE * 5, notes=(SENTENCE * 30,), timer=TIMER
    ),
    "poll before hands are up": replace(
        POLL, faces=tuple(replace(face, count=None) for face in POLL.faces), timer=TIMER
    ),
    "piles of everything said": replace(
        PILES,
        faces=(
            PileFace(f"{SENTENCE} {ARABIC}", tuple(f"{MIXED} {n}" for n in range(20))),
            *(PileFace(f"Pile {n}", (SENTENCE * 2, f"Answer {n}")) for n in range(7)),
            *(PileFace("", (f"{SENTENCE} {n}",)) for n in range(20)),
            PileFace("", (SENTENCE * 30,)),
        ),
        timer=TIMER,
    ),
    "piles before any": replace(PILES, faces=PILES.faces[3:]),
    "dots for thirty": replace(
        DOTS,
        faces=tuple(DotFace(n, f"{SENTENCE} {n}") for n in range(1, 31)),
        timer=TIMER,
        join=replace(WAY_IN, modules=()),
    ),
    "dots of thirty": replace(
        DOTS_SHOWN,
        line=SENTENCE * 2,
        faces=(
            DotFace(1, SENTENCE * 30, 40, most=True),
            *(DotFace(n, f"{ARABIC} {n}", 31 - n) for n in range(2, 31)),
        ),
        timer=OVER,
    ),
    "end with many words": replace(END, words=tuple(f"{MIXED} {n}" for n in range(30))),
    "end without words": replace(END, words=()),
    "meaning with what good looks like": replace(
        MEANING,
        seen=tuple((name, SENTENCE) for name in ("Worker", "Leader", "Manager", "Director")),
        seen_title="What good looks like",
    ),
    "vote with a way in": replace(VOTE, join=replace(WAY_IN, modules=()), timer=TIMER),
    "card with a way in": replace(CARD, join=replace(WAY_IN, modules=())),
    "levels of five groups of thirty": replace(
        LEVELS,
        faces=tuple(
            LevelFace(name, (6, 8, 9, 5, 2), "Middle vote 3 · 30 rated")
            for name in (
                "Front-line worker",
                "Front-line leader",
                "Operational leader",
                "Strategic leader",
                "Everyone else",
            )
        ),
        timer=TIMER,
    ),
    "skills before a vote": replace(SKILLS, faces=(), words=()),
    "skills of thirty, with much promised": replace(
        SKILLS,
        issue=SENTENCE,
        faces=tuple(replace(f, counts=(4, 5, 12, 6, 3)) for f in SKILLS.faces),
        pledges=tuple(f"{SENTENCE} {n}" for n in range(7)),
        timer=TIMER,
    ),
    "join with a long address": replace(
        JOIN, join=replace(WAY_IN, address="[fe80:1234:5678:9abc:def0:1234:5678:9abc]:8765")
    ),
    "focus with a crowd of elements": replace(
        FOCUS, faces=tuple(replace(face, badges=MANY_ELEMENTS) for face in FOCUS.faces)
    ),
    "neutral with timer": replace(NEUTRAL, timer=TIMER),
}
ALL = {**ORDINARY, **WORST}
