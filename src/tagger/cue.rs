//! Words that tell what stands beside them, or what they end.
//!
//! Takes a word as it is written; gives its [`Cue`]. Example: “Mr” tells that a person follows, “Hospital” ends the name of a body.
//!
//! Invariant: a word is in one list; where two would take it, the first in the order below has it.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a word tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Cue {
    #[default]
    None,
    /// “Mr”, “President”: a person follows.
    Address,
    /// “envoy”, “striker”: who is named beside it is one.
    Role,
    /// “wife”, “son”.
    Kin,
    /// “Hospital”, “Council”: the name of a body ends here, or goes on with “of”.
    Body,
    /// “Inc”, “plc”.
    Firm,
    /// “Street”, “Valley”.
    Place,
    /// “Cup”, “Festival”, “Act”, “Prize”.
    Event,
    /// “film”, “album”, “novel”.
    Work,
    /// “said”, “told”.
    Says,
    /// “in”, “near”.
    In,
    /// “from”, “to”.
    From,
    Of,
    The,
    And,
    By,
    With,
    For,
    /// “north”, “eastern”.
    Compass,
    /// “Monday”, “May”.
    Calendar,
    /// “city”, “town”, “capital”: a place is named beside it.
    Settlement,
    /// “company”, “party”: a body is named beside it.
    Kind,
    /// “who”.
    Who,
    /// “is”, “was”, “has”.
    Is,
    /// “I”, “we”.
    Pronoun,
}

impl Cue {
    /// Whether the word ends the names of bodies: “Hospital”, “plc”.
    pub(crate) fn ends_body(self) -> bool {
        matches!(self, Cue::Body | Cue::Firm)
    }
}

/// What a word tells; words of other cases than those listed tell nothing.
pub(crate) fn of(word: &str) -> Cue {
    static CUES: OnceLock<FxHashMap<&'static str, Cue>> = OnceLock::new();
    let cues = CUES.get_or_init(|| {
        let mut cues = FxHashMap::default();
        for (cue, words) in LISTS {
            for word in words.split_ascii_whitespace() {
                cues.entry(word).or_insert(cue);
            }
        }
        cues
    });
    cues.get(word.trim_end_matches('.')).copied().unwrap_or_default()
}

const LISTS: [(Cue, &str); 24] = [
    (
        Cue::Address,
        "Mr Mrs Ms Mx Miss Dr Sir Dame Lord Lady Rev Reverend Prof Professor Gen General Col Colonel Lt Lieutenant Maj Major Sgt \
         Sergeant Capt Captain Cmdr Commander Adm Admiral Sen Senator Rep Representative Gov Governor President Chancellor Mayor King \
         Queen Prince Princess Pope Judge Justice Father Sister Saint St Chief Coach Minister Secretary Ambassador Councillor Cllr Coun \
         Baroness Baron Duke Duchess Earl Bishop Archbishop Cardinal Rabbi Imam Sheikh Ayatollah Attorney Detective Inspector \
         Superintendent Officer Constable Speaker Congressman Congresswoman Premier Chairman Emperor Count Doctor Uncle Aunt Brother \
         Mullah Sultan Emir Brigadier Vice Deputy Prime Foreign Private Corporal Lance Marshal Commodore Commissioner Engineer Coroner Sheriff Pastor Senior Herr Frau Monsieur Señor Señora",
    ),
    (
        Cue::Role,
        "activist actor actress adviser advisor aide ambassador analyst anchor archbishop architect artist astronaut astronomer athlete \
         attorney author banker biologist bishop boss broadcaster businessman businesswoman campaigner candidate captain cardinal chair \
         chairman chairwoman chairperson chancellor chemist chief cleric coach colonel columnist comedian commander commissioner \
         composer conductor congressman congresswoman constable consul coordinator coroner correspondent councillor counsel curator \
         defender delegate deputy designer detective dictator diplomat director doctor driver ecologist economist editor emperor engineer \
         entrepreneur envoy epidemiologist executive expert farmer filmmaker financier footballer forward founder co-founder general \
         geologist goalkeeper governor head headteacher historian imam inspector investor journalist judge justice king lawmaker lawyer \
         leader lecturer legislator lieutenant magistrate major manager mayor midfielder minister negotiator novelist nurse officer \
         official operator organiser organizer owner painter pastor philosopher photographer physician physicist pilot player playwright \
         poet politician pope premier president priest prince princess principal producer professor prosecutor psychologist publisher \
         queen rabbi referee reporter representative researcher resident scientist secretary senator sergeant sheriff singer sociologist \
         solicitor speaker spokesman spokesperson spokeswoman strategist striker student surgeon swimmer teacher trader treasurer \
         trustee veteran winger writer admiral guitarist drummer bassist pianist rapper vocalist frontman saxophonist goaltender \
         quarterback pitcher catcher shortstop outfielder linebacker drummer actor-director screenwriter lyricist cinematographer \
         animator sculptor critic blogger host presenter star hero heroine legend champion candidate nominee widow CEO CFO",
    ),
    (
        Cue::Kin,
        "wife husband son daughter father mother brother sister sons daughters brothers sisters parents children child uncle aunt cousin \
         nephew niece grandfather grandmother grandson granddaughter twin friend friends colleague colleagues girlfriend boyfriend \
         partner fiancée fiancé baby mum mom dad named born married aged victim",
    ),
    (
        Cue::Firm,
        "Inc Corp Corporation Ltd Limited LLC LLP plc PLC Co Company GmbH AG SA SpA NV BV Bros Brothers Sons Holdings",
    ),
    (
        Cue::Body,
        "University College School Academy Institute Institution Laboratory Laboratories Observatory Hospital Clinic Bank Trust Fund \
         Foundation Association Society Federation Confederation Union Party Council Committee Commission Authority Agency Bureau Office \
         Department Ministry Court Tribunal Parliament Assembly Senate Congress House Group Industries Motors Airlines Airways Railways \
         Railway Electric Energy Partners Capital Technologies Technology Systems Software Records Pictures Studios Studio Press \
         Publishing Publications Books Times Post Herald Tribune Gazette Chronicle Telegraph Journal News Magazine Review Daily Radio \
         Television TV Broadcasting Entertainment Media Productions FC United Rovers Wanderers Athletic City Town Museum Gallery \
         Orchestra Philharmonic Symphony Ensemble Theatre Theater Opera Ballet Church Cathedral Diocese Synod Police Army Navy Brigade \
         Regiment Battalion Division Corps Force Forces Coalition Alliance Movement Front League Network Centre Center Forum Service \
         Services Board Guild Library Securities Research Lines Foods Insurance Pharmaceuticals Rail Brewery Club Team Band \
         Administration Government Organization Organisation International Global Solutions Communications Consulting Associates \
         Enterprises Products Stores Restaurant Hotel Cafe Bar Grill Inn Salon Dental Veterinary Democrats Republicans Socialists Greens \
         Giants Tigers Lions Bears Eagles Bulls Hawks Kings Semiconductor Semiconductors Steel Farms Chemical Chemicals Cement Mills Works Dairy Logistics Shipping Marine Homes Robotics \
         Therapeutics Pharma Mining Minerals Resources Oil Gas Petroleum Power Utilities Properties Realty Ventures Investments \
         Management Markets Supermarkets Bakery Distillers Coffee Toys Labs Networks Telecom Wireless Instruments Aerospace Aviation \
         Bancorp Air Freight Trucking Cruises Rangers Warriors Jets Sox Yankees Cowboys Raiders Panthers Saints Ravens",
    ),
    (
        Cue::Place,
        "Street Road Avenue Lane Boulevard Square Bridge Gate Park Gardens River Lake Sea Bay Gulf Strait Channel Canal Harbour Harbor \
         Port Island Islands Peninsula Mountain Mountains Mount Hills Hill Valley Forest Desert Beach Coast Creek Falls Glacier County \
         District Province Region Parish Borough Village Airport Station Prison Stadium Arena Castle Palace Tower Dam Reservoir Camp \
         Republic Kingdom State States Ocean Highway Route Plaza Building Mall Hall Heights Point Cape Rock Springs Ridge Canyon Oblast \
         Rd Ave Blvd Dr Ln Pkwy Fort Plateau Basin Territory Cemetery Cathedral Monastery Abbey Temple Mosque Villa House",
    ),
    (
        Cue::Event,
        "Cup Festival Award Awards Prize Act Championship Championships Open Olympics Games Series Bowl War Battle Treaty Agreement \
         Accord Conference Summit Convention Day Week Tour Grand Prix Derby Trophy Medal Revolution Crisis Bill Law Plan Program \
         Programme Project Operation Convention Protocol Amendment Constitution Election Elections Final Finals Playoffs Match Cup",
    ),
    (
        Cue::Work,
        "film movie album song single novel book play series show episode magazine newspaper game video track poem opera musical \
         documentary sitcom soundtrack EP LP DVD CD app software website site blog",
    ),
    (
        Cue::Says,
        "said says told tells added adds asked wrote writes called calls argued claimed explained insisted announced warned replied \
         noted tweeted recalled admitted agreed declared stated suggests suggested believes thinks joked according",
    ),
    (Cue::In, "in In at At near Near around across outside inside throughout within"),
    (Cue::From, "from From to To into through via towards toward between visited visiting"),
    (Cue::Of, "of Of"),
    (Cue::The, "the The a A an An this This these his His her Her its Its their Their our Our my My your Your some"),
    (Cue::And, "and And or & nor plus"),
    (Cue::By, "by By"),
    (Cue::With, "with With against beat versus vs alongside joined met"),
    (Cue::For, "for For on On about About as As"),
    (
        Cue::Compass,
        "north south east west northern southern eastern western central North South East West Northern Southern Eastern Western Central \
         northeast northwest southeast southwest Upper Lower New Great Greater Old San Santa Los Las El La Le",
    ),
    (
        Cue::Calendar,
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October \
         November December Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Christmas Easter Ramadan",
    ),
    (
        Cue::Settlement,
        "city town village capital province region district county state country nation island river area suburb neighborhood \
         neighbourhood municipality territory port coast border outskirts resort lake mountain airport hamlet parish suburb community settlement locality commune department peninsula valley bay hill park building castle bridge stadium streets street road highway",
    ),
    (
        Cue::Kind,
        "company firm party group team club band organization organisation agency ministry university college school bank newspaper \
         channel network airline maker manufacturer giant startup store hospital museum charity label duo trio quartet orchestra squad franchise foundation nonprofit firm retailer airline lender brand publisher broadcaster station committee union government army militia police \
         shares stock investors employees staff members fans supporters",
    ),
    (Cue::Who, "who whose whom which where when that"),
    (
        Cue::Is,
        "is was are were has had have be been will would can could did does do may might should must isn’t wasn’t isn't wasn't",
    ),
    (
        Cue::Pronoun,
        "I we We he He she She they They you You it It me him them us Us myself himself herself I’m I'm I've I’ve I'll I’d I'd",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_cues() {
        assert_eq!(of("Sen."), Cue::Address);
        assert_eq!(of("Hospital"), Cue::Body);
        assert_eq!(of("hospital"), Cue::Kind);
        assert_eq!(of("Pushilin"), Cue::None);
    }
}
