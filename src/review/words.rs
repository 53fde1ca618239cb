//! What words mean the same, or the contrary, as far as claims need it.
//!
//! Takes a word; gives its stem and, where news have several words for the thing, the number of its [`concept`]. Example: `sacked` and
//! `dismissed` are one concept; `rose` and `fell` are contraries.
//!
//! Invariant: words are English; of another language each means itself alone.

use crate::cut::head;
use crate::word_list::{WordList, lower_case};
use std::sync::OnceLock;

/// Words that mean about the same in news, `;` between the things, `!` between a thing and its contrary.
const CONCEPTS: &str = "\
    rise raise rose risen increase grow grew grown growth climb soar jump surge gain ! fall fell fallen decrease drop decline \
    shrink shrank shrunk contract plunge sink sank reduce cut reduction slash halve;more ! fewer less;most ! fewest least;before ! after;open \
    ! close shut;win won victory beat defeat ! lose lost loss;join enter ! leave left quit exit withdraw withdrawal;allow permit let enable authorise legal legalise ! ban prohibition \
    forbid forbidden forbade prohibit outlaw illegal;buy bought purchase acquire ! sell sold sale;hire recruit appoint ! fire \
    sack dismiss dismissal oust;import ! export;men man male ! women woman female;oldest older ! youngest younger;high highest \
    higher ! low lowest lower;north northern ! south southern;east eastern ! west western;succeed success ! fail failure;alive ! \
    dead die died death kill murder;accept approve approval adopt ! reject refuse refusal;safe ! dangerous danger;support back ! \
    oppose;strong stronger ! weak weaker;true ! false;guilty convict ! innocent acquit;hot hotter warm ! cold colder cool;rich \
    richer wealthy affluent ! poor poorer deprived poverty;begin began begun start launch ! end stop cease;arrive ! depart;attack ! defend;love ! hate;praise ! \
    suspend criticise;thicker thick ! thinner thin;fast faster ! slow slower;big bigger biggest large larger largest ! small \
    smaller smallest;save ! waste;ally ! enemy;create ! destroy wreck devastate demolish demolition;public ! private;employed ! unemployed;home house household flat \
    dwelling;car vehicle automobile;jab vaccine vaccination vaccinated injection shot;influenza flu;own possess belong;doctor \
    physician medic;job work employment worker workforce;unemployment jobless;pay paid payment;spend spent cost expenditure;tax \
    taxation;money fund funding cash;pound sterling;law legislation act legislate lawful;parliament lawmaker;vote ballot;steal stole stolen \
    theft thief;take took taken;sign signature ! veto;give gave hand given donate donation;write wrote written author;make made maker manufacture manufacturer producer;build built construct;find \
    found discover detect;hurt injure wound;break broke broken;arrest detain custody;police officer;promise vow \
    pledge;visit travel travelled trip tour;film movie;picture photograph photo image;video clip footage recording;student pupil \
    schoolchildren;school classroom;child children kid youngster;company firm business corporation;boss ceo chief executive;shop \
    store shopkeeper retailer;migrant immigrant immigration;refugee asylum;foreigner foreign abroad overseas;crime criminal \
    offence;prison jail prisoner inmate;drug substance medicine medication pill tablet;sue sued lawsuit;accuse allege blame;war conflict;army military soldier \
    troops;bomb shelling;ship vessel boat;plane aircraft jet aeroplane airplane;train railway rail;road motorway highway;widen wider;sea ocean;town \
    city;country nation state;world globe global;illness ailment disease sickness;cure remedy heal treat;prevent keep;ache headache;hospital \
    clinic;abolish cancel axe scrap;official servant;thrown throw threw discard bin;need require requirement;produce yield;contain content;election \
    elected;president presidential;minister ministry;economy output gdp economic;year annual;day daily;marriage marry married \
    wedding;protest march demonstration rally;degree graduate university;pensioner pension retirement retire;oil petroleum;power \
    electricity energy;station plant;footballer player;match game;coach manager trainer;machine robot;intelligence ai \
    artificial;script screenplay;villa mansion;website site;internet online web;document file paper;bread loaf loaves;fuel petrol gasoline \
    diesel;forest woods;foot walk;pope vatican;scientist researcher;rob robbery;release free;renounce waive;burn burnt;muslim \
    islamic;jew jewish;gay homosexual;baby infant;birth born;salary wage;benefit welfare;border frontier;virus coronavirus \
    covid;pandemic epidemic;lockdown curfew;gun firearm weapon;alien ufo;cow cattle;beef meat steak;hit struck strike;drive drove driven force displace expel evict;debt owe;choose chose chosen pick select;show shown depict;fire blaze \
    wildfire flames;storm hurricane;live reside inhabitant resident;adult grown;resign resignation;crash collision;loan lend lent borrow;cancer \
    tumour;aid assist assistance help;sleep slept asleep;stay remain;carry transport;reach got;protect preserve safeguard ! harm damage spoil ruin;hide hid hidden conceal;earn income;\
    delay postpone;poison toxic;study studied studies survey;rubbish waste garbage;speed fast;food meal;alone single;receive received;huge giant;\
    deport deportation;cheap cheaper;replace substitute;member mp;tower mast;island isle;sample specimen;flat apartment;spy espionage;\
    supply deliver provide provision;announce declare proclaim;admit confess concede acknowledge;copy plagiarise plagiarism;flee fled escape;seize \
    confiscate seizure;fine penalty;kidnap abduct abduction;explode explosion blast detonate;flood inundate;investigate investigation probe inquiry;\
    fraud scam swindle;corruption corrupt bribe bribery;smuggle smuggler trafficking;riot unrest;exceed surpass overtake overtook overtaken outstrip;reveal \
    disclose expose uncover;eat ate eaten consume consumption;drink drank drunk;healthy fit ! unhealthy unfit;naked bare nude;raw \
    untreated;empty vacant;dark dim;clean ! dirty polluted;deadly lethal fatal;rare scarce ! common;secret covert;famous renowned celebrated;entire \
    whole total complete completely;staff personnel employee;district area neighbourhood;village hamlet;journalist reporter;thesis dissertation;doctoral doctorate phd;canteen \
    cafeteria;toilet lavatory loo;gold bullion;phone telephone cellphone;television tv;software app;earthquake quake tremor;coast coastline shore;farmer \
    farm agriculture agricultural;pig pork swine;chicken poultry hen;milk dairy;cigarette tobacco;cannabis marijuana;surgery surgeon;heart \
    cardiac;genetic gene dna;pregnant pregnancy;obese obesity overweight;voter elector electorate;senate senator;constitution constitutional;democracy \
    democratic;king monarch;christian christianity;invest investment investor;rent tenant;nuclear atomic;emit emission;pollute pollution;passenger \
    traveller;motorist driver;taxi cab;bicycle bike cyclist;lorry truck;port harbour;missile rocket;ceasefire truce;treaty pact agreement \
    accord deal;sanction embargo;terror terrorist terrorism;rebel insurgent;team club;tournament championship;stadium arena;concert gig;mother mum \
    mom;father dad;teenager teen;hunger hungry starve starvation famine;send sent dispatch;repair fix mend;believe belief;see saw \
    seen visible;want wish desire;split divide;exam examination;ill sick;novel book textbook;evolution evolve;lift elevator;holiday vacation;\
    lorries trucks;parcel package;petition signatories;prize award;queue line;firefighter fireman;ambulance paramedic;grave cemetery burial bury;tap \
    faucet;nappy diaper;sweets candy;trousers pants;pavement sidewalk;chemist pharmacy;aluminium aluminum;centre center;colour color;labour labor;defence \
    defense;harbour harbor;theatre theater;tyre tire;programme program;licence license;organise organize organisation organization";

/// Words that carry no meaning of their own in a claim.
static SMALL: WordList = WordList::new(
    "a an the this that these those it its he she they them his her their hers him we us our you your i me my who whom whose which what \
     of in on at by to for from with into onto over under about as than and or but if while when where because since until till \
     is are was were be been being am has have had having do does did will would shall should can could may might must ever \
     there here so such very too also just only even still yet already again once some any each every all both many much lot \
     other others another own same one ones per cent percent between among through during against within out up down off away \
     said say says saying told tell tells according report reported reports reportedly claim claims claimed however \
     mr mrs ms dr sir s t re ve ll d m way ways thing things kind kinds sort last next new now then time times back people person persons nor whether unless number numbers always often usually near \
     behind beside above below outside",
);

/// Words that turn a statement round.
static NEGATORS: WordList = WordList::new(
    "not no never neither nobody none nothing cannot without lacks lack lacked hardly nowhere refuse refused refuses seldom rarely",
);

/// Words by which a statement is denied, wherever in its sentence they stand.
static DENIALS: WordList = WordList::new(
    "denied denies deny denying denial false falsely untrue myth hoax fabricated fake debunked debunk refuted refute refutes \
     wrong wrongly incorrect incorrectly mistaken contrary fiction baseless unfounded disproved disproven dispute disputes disputed contradict contradicts contradicted nonsense invention invented \
     retracted retract exaggerated lie untruth unproven unlike instead opposite reverse absurd ridiculous cleared exonerated corrected correction",
);

/// Verbs that go before another.
static AUXILIARIES: WordList =
    WordList::new("is are was were be been has have had can could will would should may might must");

/// Stems of words for whose relation somebody is.
static KIN: WordList = WordList::new(
    "wif husband son daughter father mother brother sister parent child children uncle aunt cousin nephew niec widow partner friend \
     rival opponent critic family relativ namesak predecessor successor deput",
);

/// Whether a stem says whose relation somebody is.
pub(super) fn is_kin(stem: &str) -> bool {
    KIN.contains(stem)
}

/// Verbs that any other may stand for: “put an end to”, “let go”, “gave her word”.
static LIGHT: WordList = WordList::new(
    "take takes took taken taking make makes made making give gives gave given giving put puts putting let lets letting get gets got getting \
     set sets setting go goes went gone going bring brings brought bringing turn turns turned turning do does did done doing use uses \
     used using keep keeps kept keeping come comes came coming become becomes became becoming",
);

/// Whether a word is a verb that says little by itself.
pub(super) fn is_light(word: &str) -> bool {
    LIGHT.contains(word)
}

/// Whether a word says when, or how much, and names nobody.
pub(super) fn is_time(word: &str) -> bool {
    crate::word_list::is_among(word, "after before more less fewer most")
}

/// Whether a word ends as plurals and verbs of the third person do: no infinitive, as in “to schools”.
pub(super) fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// What is asked for, and is not yet.
static PROPOSALS: WordList = WordList::new(
    "proposal proposals plan plans bid attempt attempts petition bill motion call calls threat threats offer request demand demands \
     application effort efforts move",
);

/// Whether a word says that what follows is only asked for.
pub(super) fn is_proposal(word: &str) -> bool {
    PROPOSALS.contains(word)
}

/// The currency of a sign.
pub(super) fn currency(sign: &str) -> Option<&'static str> {
    match sign {
        "£" => Some("pounds"),
        "€" => Some("euros"),
        "$" => Some("dollars"),
        _ => None,
    }
}

/// Words by which something is meant to be, or may be, and is not yet.
static MODALS: WordList = WordList::new("will would could may might should shall to");

/// Whether what follows this word may never have been.
pub(super) fn is_modal(word: &str) -> bool {
    MODALS.contains(word)
}

/// Whether a verb may follow this word.
pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(word)
}

/// What a word is in a sentence that states something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Small,
    Negator,
    Content,
}

/// What a word in lower case is.
pub(super) fn role(word: &str) -> Role {
    let contracted = word.ends_with("n’t") || word.ends_with("n't");
    match () {
        () if contracted || NEGATORS.contains(word) => Role::Negator,
        () if SMALL.contains(word) => Role::Small,
        () => Role::Content,
    }
}

/// Whether a word in lower case denies what stands around it.
pub(super) fn denies(word: &str) -> bool {
    DENIALS.contains(word)
}

/// A word in lower case without its ending: `taxes` and `tax` become `tax`.
pub(super) fn stem(word: &str) -> String {
    let mut stem = lower_case(word);
    for (ending, instead) in
        [("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", "")]
    {
        let rest = stem
            .strip_suffix(ending)
            .filter(|rest| rest.chars().count() > 2 && !(ending == "s" && rest.ends_with(['s', 'u', 'i'])));
        if let Some(rest) = rest {
            stem = undoubled(rest) + instead;
            break;
        }
    }
    stem
}

/// `bann` is `ban`.
fn undoubled(stem: &str) -> String {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    let doubled = last == before && last.is_some_and(|c| !matches!(c, 'l' | 's' | 'z') && c.is_ascii_lowercase());
    head(stem, stem.len() - usize::from(doubled)).to_owned()
}

/// The number of what a stem means; of contraries one is even, the other the next odd.
pub(super) fn concept(of: &str) -> Option<u32> {
    static TABLE: OnceLock<Vec<(usize, u32)>> = OnceLock::new();
    let table = TABLE.get_or_init(concepts);
    let key = key(of);
    let at = table.partition_point(|(other, _)| *other < key);
    table.get(at).filter(|(other, _)| *other == key).map(|(_, concept)| *concept)
}

/// All stems by their keys; of two concepts of one stem, the first.
fn concepts() -> Vec<(usize, u32)> {
    let mut table = Vec::new();
    for (number, group) in (0..).zip(CONCEPTS.split(';')) {
        for (side, words) in (0..).zip(group.split('!')) {
            table.extend(words.split_ascii_whitespace().map(|word| (key(&stem(word)), 2 * number + side)));
        }
    }
    crate::order::sort_by(&mut table, |(key, _)| (*key, 0));
    table
}

/// A number for a text: that of another text but by a chance of one in four thousand million.
pub(super) fn key(text: &str) -> usize {
    text.bytes().fold(0x811c_9dc5_u32, |key, byte| (key ^ u32::from(byte)).wrapping_mul(0x0100_0193)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_go() {
        for (word, expected) in [
            ("taxes", "tax"),
            ("banned", "ban"),
            ("parties", "party"),
            ("houses", "hous"),
            ("house", "hous"),
            ("class", "class"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }

    #[test]
    fn words_for_one_thing_and_for_its_contrary() {
        let of = |word: &str| concept(&stem(word));
        assert!(of("sacked").is_some() && of("sacked") == of("dismissed"));
        assert_eq!(of("rose").map(|rise| rise ^ 1), of("falling"));
        assert_eq!(of("lighthouse"), None);
    }
}
