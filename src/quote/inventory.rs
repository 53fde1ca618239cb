//! The verbs that report speech, as data: what each takes, then the verbs.
//!
//! Takes nothing; gives [`VERBS`]. Example: “say” takes a clause (said that it was late), “urge” a hearer who is to do something
//! (urged the board to go), “smile” nothing but the quotation (“Not yet,” she smiled).
//!
//! Invariant: a lemma stands once.

use crate::word_list::WordList;

/// What a verb takes for the words that it reports. Beside a quotation any verb of the inventory may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Takes(u16);

impl Takes {
    /// A clause, or words of one: said that it was “a gift”.
    pub(super) const CLAUSE: Self = Self(1);
    /// Never a thing: in “said the plan”, the plan is what the clause is about.
    pub(super) const NO_THING: Self = Self(2);
    /// A thing: denied the charge, praised the team for its work.
    pub(super) const THING: Self = Self(4);
    /// An infinitive: vowed to go.
    pub(super) const DEED: Self = Self(8);
    /// A hearer: told reporters that it was “a gift”, urged the board to go.
    pub(super) const HEARER: Self = Self(16);
    /// A thing and what it is called: called the plan “a gift”.
    pub(super) const NAME: Self = Self(32);
    /// Thought rather than speech: when said to hope for “a gift”, somebody said it.
    pub(super) const THOUGHT: Self = Self(64);
    /// Somebody who is judged: accused Keller of fraud; was accused of fraud.
    pub(super) const TARGET: Self = Self(128);
    /// Nothing but the quotation itself.
    pub(super) const QUOTATION: Self = Self(0);

    /// Whether this holds all of the other.
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it is speech that may be reported in a clause.
    pub(super) const fn is_speech(self) -> bool {
        self.has(Self::CLAUSE) && !self.has(Self::THOUGHT)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const CLAUSE: Takes = Takes::CLAUSE;
const SAY: Takes = CLAUSE.and(Takes::NO_THING);
const THING: Takes = Takes::THING;
const JUDGE: Takes = THING.and(Takes::TARGET);
const EITHER: Takes = CLAUSE.and(THING);
const TELL: Takes = CLAUSE.and(Takes::HEARER);
const BID: Takes = Takes::HEARER.and(Takes::DEED);
const DEED: Takes = Takes::DEED;
const THOUGHT: Takes = CLAUSE.and(Takes::THOUGHT);
const NAME: Takes = Takes::NAME;
const QUOTATION: Takes = Takes::QUOTATION;

/// Verbs that take the same.
pub(super) struct Verbs {
    /// What they take.
    pub(super) takes: Takes,
    /// The prepositions after which what is said stands: called for a vote, spoke of peace.
    pub(super) about: &'static str,
    /// Their lemmas, between blanks.
    pub(super) lemmas: &'static str,
}

const fn verbs(takes: Takes, about: &'static str, lemmas: &'static str) -> Verbs {
    Verbs { takes, about, lemmas }
}

/// The inventory.
pub(super) const VERBS: &[Verbs] = &[
    // What follows is a clause.
    verbs(SAY, "", "say state insist contend quip aver avow opine muse surmise rejoin retort marvel reflect"),
    verbs(SAY, "", "argue reason"),
    verbs(SAY, "about of", "complain joke jest boast brag gripe grumble moan rant fume rage gloat crow quibble"),
    verbs(CLAUSE, "", "maintain indicate signal underscore illustrate"),
    verbs(SAY, "to on", "reply respond remark comment"),
    verbs(SAY, "with", "disagree"),
    verbs(SAY, "", "conclude"),
    verbs(SAY, "about", "wonder"),
    verbs(SAY, "", "theorise theorize posit hypothesise hypothesize philosophise philosophize prophesy"),
    // A clause or a thing.
    verbs(EITHER, "", "add note explain declare announce report observe acknowledge admit concede confirm deny"),
    verbs(
        EITHER,
        "",
        "assert affirm reaffirm allege predict forecast foresee mention stress emphasise emphasize underline",
    ),
    verbs(EITHER, "", "highlight reiterate repeat restate recount recall reveal disclose divulge confess"),
    verbs(EITHER, "", "suggest recommend propose imply intimate clarify specify detail outline summarise"),
    verbs(EITHER, "", "summarize enumerate proclaim pronounce preach convey communicate relay decree postulate"),
    verbs(EITHER, "", "volunteer elaborate certify attest profess lecture counter rebut refute"),
    verbs(EITHER, "", "dispute contest calculate text message cable wire"),
    verbs(EITHER, "about of", "write tweet blog"),
    verbs(EITHER, "about", "testify"),
    verbs(EITHER, "to about", "confide object allude"),
    verbs(EITHER, "about against to", "protest"),
    verbs(EITHER, "at", "hint"),
    verbs(EITHER, "", "lament"),
    verbs(EITHER, "to", "point"),
    // A clause, a thing or a deed.
    verbs(EITHER.and(DEED), "", "claim promise pledge vow swear threaten"),
    verbs(EITHER.and(DEED), "for of", "demand request"),
    verbs(SAY.and(DEED), "with to on", "agree"),
    // A hearer first.
    verbs(TELL.and(DEED), "about of against", "warn"),
    verbs(TELL.and(DEED), "about for", "ask"),
    verbs(TELL.and(DEED), "about of", "tell inform remind"),
    verbs(TELL, "of about", "assure reassure notify convince persuade alert brief"),
    verbs(TELL.and(DEED), "against", "advise caution instruct order command urge beg implore"),
    verbs(BID, "", "encourage coax cajole"),
    verbs(SAY.and(DEED), "for", "plead appeal"),
    // A thing.
    verbs(JUDGE, "of for over", "criticise criticize condemn denounce blame accuse fault rebuke blast slam lambast"),
    verbs(JUDGE, "for over", "lambaste castigate chide scold deride mock ridicule praise laud hail applaud commend"),
    verbs(JUDGE, "for", "congratulate thank"),
    verbs(THING, "", "deplore decry bemoan salute welcome advocate dismiss reject rubbish discuss"),
    verbs(THING, "", "express voice tout champion herald trumpet question cite"),
    verbs(THING, "for", "apologise apologize"),
    verbs(THING, "about of against", "speak talk"),
    verbs(THING, "at about into", "inquire enquire query"),
    verbs(THING, "against at", "rail lash"),
    // A thing and what it is called.
    verbs(NAME.and(DEED), "for on", "call"),
    verbs(NAME, "", "dub term label brand style name nickname christen tag"),
    verbs(NAME.and(THING), "", "describe"),
    verbs(NAME, "", "portray characterise characterize depict cast paint"),
    // Thought.
    verbs(THOUGHT, "", "believe think hope fear expect feel doubt wish worry decide judge reckon suspect"),
    verbs(THOUGHT, "", "remember regret anticipate deem consider regard assume presume know realise realize"),
    verbs(THOUGHT, "", "guess estimate project speculate ponder"),
    // Nothing but the quotation.
    verbs(
        QUOTATION,
        "",
        "continue answer quote allow grant guarantee interrupt interject interpose intervene demur hedge",
    ),
    verbs(
        QUOTATION,
        "",
        "narrate credit celebrate insinuate vouch depose publish release broadcast endorse defend justify address attack assail list thunder vent teach spell sum rationalise",
    ),
    verbs(QUOTATION, "", "rationalize email riff blurt drone trill crackle rule post press hold find direct plug see"),
    verbs(QUOTATION, "", "view read offer understand learn discover show begin start open close finish shout yell"),
    verbs(QUOTATION, "", "scream cry whisper murmur mutter mumble bellow bark snap growl roar hiss gasp sigh groan"),
    verbs(QUOTATION, "", "laugh chuckle giggle smile grin shrug nod sob weep croon sing chant recite intone exclaim"),
    verbs(QUOTATION, "", "stammer stutter drawl snarl sneer scoff snort sniff huff howl wail whine purr coo deadpan"),
    verbs(QUOTATION, "", "ad-lib echo chime pipe enthuse gush rave effuse beam wink tease counsel scribble scrawl pen"),
    verbs(QUOTATION, "", "jot scratch type caption headline print persist pursue proceed venture hazard concur chorus"),
    verbs(QUOTATION, "", "parrot mimic retweet"),
];

/// Forms that no rule makes: lemma, third person, past forms, -ing form.
pub(super) const IRREGULAR: &[(&str, &str, &str, &str)] = &[
    ("label", "labels", "labelled labeled", "labelling"),
    ("signal", "signals", "signalled signaled", "signalling"),
    ("counsel", "counsels", "counselled counseled", "counselling"),
    ("say", "says", "said", "saying"),
    ("tell", "tells", "told", "telling"),
    ("write", "writes", "wrote written", "writing"),
    ("think", "thinks", "thought", "thinking"),
    ("know", "knows", "knew known", "knowing"),
    ("hold", "holds", "held", "holding"),
    ("feel", "feels", "felt", "feeling"),
    ("find", "finds", "found", "finding"),
    ("read", "reads", "read", "reading"),
    ("speak", "speaks", "spoke spoken", "speaking"),
    ("see", "sees", "saw seen", "seeing"),
    ("swear", "swears", "swore sworn", "swearing"),
    ("sing", "sings", "sang sung", "singing"),
    ("teach", "teaches", "taught", "teaching"),
    ("show", "shows", "showed shown", "showing"),
    ("begin", "begins", "began begun", "beginning"),
    ("weep", "weeps", "wept", "weeping"),
    ("cast", "casts", "cast", "casting"),
    ("understand", "understands", "understood", "understanding"),
    ("foresee", "foresees", "foresaw foreseen", "foreseeing"),
    ("broadcast", "broadcasts", "broadcast", "broadcasting"),
    ("forecast", "forecasts", "forecast", "forecasting"),
];

/// Lemmas that double their last letter: admitted, quipped.
pub(super) static DOUBLING: WordList = WordList::new(
    "admit quip rebut beg snap shrug nod plug demur blog jot pen sob tag slam brag concur sum ad-lib dub regret grin",
);
