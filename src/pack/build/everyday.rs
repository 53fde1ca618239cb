//! Words that a text is full of: a name written like one of them needs `"everyday": true`.
//!
//! Takes a name's key; says whether it is such a word. Example: `reading`, `us`, `may`.
//!
//! Invariant: a word stands here only if running English text uses it, or a sentence may begin with it, as something other than a
//! name, and if it is some person's, place's, firm's or body's name too.

/// Whether a folded key is a word of every day.
pub(super) fn is_everyday(key: &str) -> bool {
    WORDS.split_ascii_whitespace().any(|word| word == key)
}

const WORDS: &str = "\
a abbot act aid aim air all alliance alphabet alternative am an and any apple april archer are arm art as ash at \
august axe back baker ball bank banks bar barber baron bat bath battle bay be bean bell berry best bill bird \
bishop bit black bliss block bloom blue board bolt bond booth boots bow brand bridge bridges bright brook brown \
buck buffalo bull burn burns bury bush but butcher butler by cabinet cage camp can cannon cap cardinal care \
carpenter case cash castle caterpillar centre chamber champagne chance chase chip church city clay close club \
coal college commerce commission committee company congress constable cook core cork corn council county court \
crane creek cross crow crown curry dale dawn day deal dean december delta diamond discord do dot dove down duke \
dust duty eagle earl early east economist era eve ever exchange express eye faith farmer february fern few field \
fields fine fish fisher fit flint flood flower flowers fly focus for ford foreign forest fortune fox frank free \
friday friend from front frontier frost game gap gardener gas gate gates gay general glass go gold golden good \
government grace grant grave graves gray green greens grey grove guardian guest had hail hall ham hand hands \
hardy harmony harvest has have hawk hay hazel he head heath heather her here hero hill hills him hinge his \
holiday holly home hood hook hope horn horse hot house how hull hunt hunter i ice if in indeed independence \
independent institute interior into iris iron is it its ivory ivy jack january jasmine jersey jewel job jolly \
joy judge july june junior just justice keen key keys king kings kitchen knight labour lake lamb lance land lane \
large lark law laws lead leader leaf league left let liberal liberty life light like lily lime little lizard \
lock lodge long lord lot love low lucky mail major male man many map march mark mars marsh mason master match \
may mayor me meadow media melody mercy meta might miles mill miller mills mine ministry mint mirror miss mission \
mobile mod mole monday money monk monster moon moor more moss most mount much museum must my nail national \
nature near never new next nice night no noble noon nor normal north not november now oak observer october of \
off office often olive on once one only opposition or oracle orange order other our out over own pace page pale \
palm paradise park parks parliament parson party past pat patience peace peak pearl pen penny people pepper per \
perch phoenix pin ping piper pit place plane plant pole police pond pool poor pope poppy port porter post potter \
pound power premier president press price pride priest prince prior prize progress proud queen quick rain raven \
ray read reading reed reef reform republic rice rich ridge right rising river rivers road rob robin rock rod \
rose round ruby rugby rule rush rye safe sage sail sailor saint sale salmon salt same sand sands sandwich sandy \
saturday savage school science scout sea seal self senate september sergeant sharp she shell shepherd shield \
ship short signal silver singer sky slack slate small smart smith snap snow so some song soon south spar spark \
speaker spear spectator spice spirit split spring square stable stage standard star stark start state states \
steel stem stern still stone storm story strange stream street stripe strong such sue summer summit sun sunday \
sunrise swan sweet swift sword talk target team telegraph temple than that the their them then there these they \
this thorn those thursday tide tiger time times to today too top total tours tower town trade train treasury \
trip true trump trust truth tuesday turkey twist under union united university until up upon us vale valley \
variety very vice victor vine violet visa wade wall walls ward was water waters way we weaver web wednesday \
weeks welcome well wells were west what wheat when where which white who whose why wick wild will winner winter \
wired wise wish with wolf wood woods word work world worth wren yard yes yet you young your youth zoom";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_day_are_told_from_names() {
        assert!(["reading", "us", "may", "will", "apple", "zoom"].into_iter().all(is_everyday));
        assert!(["kyiv", "postil", "", "read ing"].into_iter().all(|name| !is_everyday(name)));
    }

    #[test]
    fn words_stand_in_order_and_once() {
        let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
        assert!(words.is_sorted_by(|one, other| one < other));
    }
}
