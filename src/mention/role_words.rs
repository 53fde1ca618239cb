//! Words for what somebody is: “envoy”, “foreign minister”, “Mr”.
//!
//! Takes a word; tells whether it is a role, goes before one, or is a form of address. Example: in “deputy foreign minister”
//! the last word is the role and the others go before it.
//!
//! Invariant: the lists hold lower-case words, each one once.

use crate::word_list::WordList;

/// Whether a word is a role, written small or with a capital.
pub(crate) fn is_role(word: &str) -> bool {
    ROLES.contains_any_case(word)
}

/// Whether a word may stand before a role as part of it.
pub(super) fn is_modifier(word: &str) -> bool {
    MODIFIERS.contains_any_case(word)
}

/// Whether a word is a form of address, with or without its stop.
pub(super) fn is_address(word: &str) -> bool {
    ADDRESSES.contains_any_case(word.trim_end_matches('.'))
}

/// Whether a word is a role that goes before a family name alone: “President Okonjo”.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(word)
}

static ADDRESSES: WordList =
    WordList::new("mr mrs ms mx miss dr sir dame lord lady rev prof gen col lt maj sgt capt cmdr adm sen rep gov");

static ROLES: WordList = WordList::new(
    "activist actor actress adviser advisor aide ambassador analyst anchor archbishop architect artist astronaut \
     astronomer athlete attorney author banker baroness biologist bishop boss broadcaster businessman businesswoman \
     campaigner candidate captain cardinal chair chairman chairwoman chairperson chancellor chemist chief cleric \
     climatologist coach colonel columnist comedian commander commissioner composer conductor congressman \
     congresswoman constable consul coordinator coroner correspondent councillor counsel count curator defender \
     delegate deputy designer detective dictator diplomat director doctor driver duchess duke ecologist economist \
     editor emir emperor engineer entrepreneur envoy epidemiologist executive expert farmer filmmaker financier \
     fisherman footballer forward founder cofounder co-founder general geologist goalkeeper governor head headteacher \
     historian imam inspector investor journalist judge justice king lawmaker lawyer leader lecturer legislator \
     lieutenant magistrate major manager marshal mayor mathematician meteorologist midfielder minister monk mp \
     negotiator neighbour neighbor novelist nurse officer official operator organiser organizer owner painter \
     paramedic pastor philosopher photographer physician physicist pilot player playwright poet politician pollster \
     pope premier president priest prince princess principal producer professor prosecutor psychologist publisher \
     queen rabbi referee reporter representative researcher resident scientist secretary senator sergeant sheikh \
     sheriff singer sociologist solicitor speaker spokesman spokesperson spokeswoman sprinter statistician strategist \
     striker student sultan superintendent surgeon swimmer teacher trader treasurer trustee veteran vicar virologist \
     volunteer winger writer admiral battalion ceo cfo coo cto midwife choreographer warlord whistleblower winemaker \
     shopkeeper baker butcher carpenter electrician plumber librarian archivist archaeologist anthropologist botanist \
     zoologist oceanographer glaciologist volcanologist seismologist hydrologist geographer mountaineer cyclist \
     runner rower sailor boxer wrestler golfer cricketer batsman bowler skipper jockey trainer",
);

static MODIFIERS: WordList = WordList::new(
    "former then acting interim deputy vice senior junior chief prime foreign defence defense interior finance health \
     education justice energy trade environment transport economy culture labour labor agriculture home state \
     national regional local city police fire army navy military rebel opposition separatist party press general \
     executive managing veteran assistant associate district federal supreme high court political human rights \
     climate football team union company group outgoing incoming newly elected self-styled self-proclaimed \
     presidential parliamentary government ministry embassy council opposition's first second lead co- ex- \
     longtime top special attorney lieutenant brigadier major staff research science news sports business technology \
     security intelligence border village town county provincial republican democratic conservative liberal socialist \
     green independent",
);

static TITLES: WordList = WordList::new(
    "President King Queen Prince Princess Pope Senator Governor Judge Justice General Colonel Captain Major Lieutenant \
     Sergeant Chancellor Premier Minister Secretary Mayor Ambassador Emperor Sheikh Imam Bishop Archbishop Cardinal \
     Professor Doctor Coach Detective Inspector Superintendent Officer Commissioner Congressman Congresswoman Duke \
     Duchess Count Countess Baroness Sultan Emir Admiral Marshal Constable Rabbi Pastor Chairman Chairwoman Speaker \
     Councillor Representative Lawyer Attorney Commander Director Chief",
);
