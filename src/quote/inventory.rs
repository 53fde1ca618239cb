//! The verbs that report speech, as data: what each takes, then the verbs.
//!
//! Takes nothing; gives [`VERBS`]. Example: “say” may stand beside a quotation of whole sentences and governs quoted words
//! inside a clause; “smile” stands only beside a quotation (“Not yet,” she smiled).
//!
//! Invariant: a lemma stands once.

/// What a verb takes beside a quotation of whole sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// A clause or words of a clause: said that it was “a gift”.
    Clause,
    /// The hearer first, then a clause: told reporters that it was “a gift”.
    Hearer,
    /// A thing and what it is called: called the plan “a gift”.
    Name,
    /// Nothing else: it reports only beside the quotation itself.
    Quotation,
}

/// The inventory. Several lemmas a line, by what they take.
pub(super) const VERBS: &[(Takes, &str)] = &[
    (Takes::Clause, "say state add note explain claim argue insist maintain declare announce report write"),
    (Takes::Clause, "acknowledge admit concede confirm deny reply respond answer contend assert affirm reaffirm"),
    (Takes::Clause, "allege aver avow suggest propose recommend advise warn caution threaten vow promise pledge"),
    (Takes::Clause, "swear predict forecast believe think hope fear expect feel doubt wish wonder worry"),
    (Takes::Clause, "conclude decide judge reckon suspect observe remark comment mention point stress emphasise"),
    (Takes::Clause, "emphasize underline underscore highlight reiterate repeat restate recount recall remember"),
    (Takes::Clause, "reflect reveal disclose divulge confess confide complain protest object lament regret"),
    (Takes::Clause, "deplore decry criticise criticize condemn denounce bemoan blame accuse fault rebuke blast"),
    (Takes::Clause, "slam lambast castigate chide scold deride mock ridicule praise laud hail applaud welcome"),
    (Takes::Clause, "thank congratulate commend salute celebrate endorse credit demand request ask inquire"),
    (Takes::Clause, "enquire query question urge plead appeal implore beg insinuate testify attest certify"),
    (Takes::Clause, "vouch depose rule instruct decree command joke quip jest boast brag gloat crow gripe"),
    (Takes::Clause, "grumble moan fume rage rant thunder vent signal indicate imply hint intimate speculate"),
    (Takes::Clause, "guess estimate calculate project foresee anticipate tweet retweet post blog email text"),
    (Takes::Clause, "message publish release wire cable broadcast narrate agree disagree dispute contest"),
    (Takes::Clause, "counter rebut refute retort rejoin reason theorise theorize posit postulate hypothesise"),
    (Takes::Clause, "hypothesize opine muse ponder philosophise philosophize marvel volunteer clarify elaborate"),
    (Takes::Clause, "specify detail outline spell summarise summarize sum enumerate illustrate profess proclaim"),
    (Takes::Clause, "pronounce preach lecture teach advocate champion tout herald trumpet apologise apologize"),
    (Takes::Clause, "demur hedge quibble prophesy rationalise rationalize justify defend dismiss reject rubbish"),
    (Takes::Clause, "deem consider regard portray characterise characterize express voice convey communicate"),
    (Takes::Clause, "relay quote cite speak discuss describe address allow grant guarantee assume presume know"),
    (Takes::Clause, "realise realize continue interrupt interject interpose intervene"),
    (Takes::Hearer, "tell inform assure reassure remind notify convince persuade alert brief"),
    (Takes::Name, "call dub term label brand style name nickname christen tag"),
    (Takes::Quotation, "attack press hold find order direct list plug see view cast paint read talk offer"),
    (Takes::Quotation, "understand learn discover show begin start open close finish shout yell scream cry whisper"),
    (Takes::Quotation, "murmur mutter mumble bellow bark snap growl roar hiss gasp sigh groan laugh chuckle giggle"),
    (Takes::Quotation, "smile grin shrug nod sob weep croon sing chant recite intone exclaim stammer stutter drawl"),
    (Takes::Quotation, "snarl sneer scoff snort sniff huff howl wail whine purr coo deadpan ad-lib echo chime pipe"),
    (Takes::Quotation, "enthuse gush rave effuse beam wink tease counsel coax cajole scribble scrawl pen jot"),
    (Takes::Quotation, "scratch type caption headline print persist pursue proceed venture hazard concur chorus"),
    (Takes::Quotation, "parrot mimic"),
];

/// Forms that no rule makes: lemma, third person, past forms, -ing form. A dash: as the rules make it.
pub(super) const IRREGULAR: &[(&str, &str, &str, &str)] = &[
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
    ("mean", "means", "meant", "meaning"),
];

/// Lemmas that double their last letter: admitted, quipped.
pub(super) const DOUBLING: &[&str] = &[
    "admit", "quip", "rebut", "beg", "snap", "shrug", "nod", "plug", "demur", "blog", "jot", "pen", "sob", "tag",
    "slam", "brag", "chat", "concur", "sum", "ad-lib", "sin", "plan",
];
