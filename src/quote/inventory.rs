//! The verbs that report speech, as data: what each takes, then the verbs.
//!
//! Takes nothing; gives [`VERBS`]. Example: “say” may stand beside a quotation of whole sentences and governs quoted words
//! inside a clause; “smile” stands only beside a quotation (“Not yet,” she smiled).
//!
//! Invariant: a lemma stands once.

use crate::word_list::WordList;

/// What a verb takes beside a quotation of whole sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// A clause or words of a clause: said that it was “a gift”.
    Clause,
    /// The same, of thought rather than speech: when said to hope for “a gift”, somebody said it.
    Thought,
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
    (Takes::Clause, "acknowledge admit concede confirm deny reply respond answer contend assert affirm"),
    (Takes::Clause, "reaffirm allege aver avow suggest propose recommend advise caution threaten vow promise"),
    (Takes::Clause, "pledge swear predict forecast observe remark comment mention point stress emphasise"),
    (Takes::Clause, "emphasize underline underscore highlight reiterate repeat restate recount recall reveal"),
    (Takes::Clause, "disclose divulge confess confide complain protest object deplore decry criticise"),
    (Takes::Clause, "criticize condemn denounce bemoan blame accuse fault rebuke blast slam lambast castigate"),
    (Takes::Clause, "chide scold deride mock ridicule praise laud hail applaud welcome thank congratulate"),
    (Takes::Clause, "commend salute celebrate endorse credit demand request inquire enquire query question"),
    (Takes::Clause, "urge plead appeal implore beg insinuate testify attest certify vouch depose instruct"),
    (Takes::Clause, "decree command joke quip jest boast brag gloat crow gripe grumble moan fume rage rant"),
    (Takes::Clause, "thunder vent signal indicate imply hint intimate speculate guess estimate calculate"),
    (Takes::Clause, "project tweet retweet blog email text message publish release wire cable broadcast"),
    (Takes::Clause, "narrate agree disagree dispute contest counter rebut refute retort rejoin reason"),
    (Takes::Clause, "theorise theorize posit postulate hypothesise hypothesize opine muse ponder philosophise"),
    (Takes::Clause, "philosophize marvel volunteer clarify elaborate specify detail outline spell summarise"),
    (Takes::Clause, "summarize sum enumerate illustrate profess proclaim pronounce preach lecture teach"),
    (Takes::Clause, "advocate champion tout herald trumpet apologise apologize demur hedge quibble prophesy"),
    (Takes::Clause, "rationalise rationalize justify defend dismiss reject rubbish portray characterise"),
    (Takes::Clause, "characterize express voice convey communicate relay quote cite discuss describe address"),
    (Takes::Clause, "allow grant guarantee continue interrupt interject interpose intervene"),
    (Takes::Thought, "believe think hope fear expect feel doubt wish wonder worry conclude decide judge reckon"),
    (Takes::Thought, "suspect remember reflect lament regret foresee anticipate deem consider regard assume"),
    (Takes::Thought, "presume know realise realize"),
    (Takes::Hearer, "warn ask tell inform assure reassure remind notify convince persuade alert brief"),
    (Takes::Name, "call dub term label brand style name nickname christen tag"),
    (
        Takes::Quotation,
        "riff blurt drone trill crackle rule post speak attack press hold find order direct list plug see view cast paint read",
    ),
    (Takes::Quotation, "talk offer understand learn discover show begin start open close finish shout yell"),
    (Takes::Quotation, "scream cry whisper murmur mutter mumble bellow bark snap growl roar hiss gasp sigh groan"),
    (Takes::Quotation, "laugh chuckle giggle smile grin shrug nod sob weep croon sing chant recite intone"),
    (Takes::Quotation, "exclaim stammer stutter drawl snarl sneer scoff snort sniff huff howl wail whine purr"),
    (Takes::Quotation, "coo deadpan ad-lib echo chime pipe enthuse gush rave effuse beam wink tease counsel coax"),
    (Takes::Quotation, "cajole scribble scrawl pen jot scratch type caption headline print persist pursue"),
    (Takes::Quotation, "proceed venture hazard concur chorus parrot mimic"),
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
pub(super) static DOUBLING: WordList = WordList::new(
    "admit quip rebut beg snap shrug nod plug demur blog jot pen sob tag slam brag chat concur sum ad-lib sin plan",
);
