//! A feed of published fact-checks, as records.
//!
//! Takes a file of JSON-LD, or a page with blocks of it; gives the records of its reviews, a complaint where it cannot be read at all, and
//! notes each entry that is passed over. Example: of a feed whose second entry has no verdict, `checks.json: entry 1: no verdict …` is a
//! warning, and the rest is in the pack.
//!
//! Invariant: the reviews of a broken feed are left out whole, for what was cut off may have changed the rest.

use super::{
    Complaint, Records, SourceFile,
    complaint::{Form, Place},
    source_form,
};
use crate::review::{
    Review,
    import::{Import, Origin, import},
    json::{Broken, blocks, parse},
};

/// Reads a feed's records into those of the pack.
pub(super) fn read<'a>(file: &'a SourceFile, records: &mut Records<'a>) -> Vec<Complaint> {
    if file.is_page() {
        return read_page(file, records);
    }
    match parse(file.text()) {
        Ok(feed) => {
            take(import(&feed, Origin::default()), file, records);
            Vec::new()
        }
        Err(Broken { line, column, why }) => {
            let message = format!("no JSON: {why}; nothing of this feed is taken, fetch it again");
            vec![Complaint { file: file.name.clone(), line, column, message }]
        }
    }
}

/// Reads each block for itself: an entry is a block.
fn read_page<'a>(file: &'a SourceFile, records: &mut Records<'a>) -> Vec<Complaint> {
    let blocks = match blocks(file.text()) {
        Ok(blocks) => blocks,
        Err(why) => {
            let message = format!("no page: {why}");
            return vec![Complaint { file: file.name.clone(), line: 1, column: 1, message }];
        }
    };
    for (number, block) in blocks.iter().enumerate() {
        match parse(block) {
            Ok(feed) => {
                let mut found = import(&feed, Origin { in_page: true, ..Origin::default() });
                found.reviews.iter_mut().for_each(|(entry, _)| *entry = number);
                found.refusals.iter_mut().for_each(|refusal| refusal.entry = number);
                take(found, file, records);
            }
            Err(Broken { line, why, .. }) => records.refused.push(Complaint {
                file: file.name.clone(),
                line: 0,
                column: number,
                message: format!("no JSON, in line {line} of the block: {why}"),
            }),
        }
    }
    Vec::new()
}

fn take<'a>(import: Import, file: &'a SourceFile, records: &mut Records<'a>) {
    let place = |entry| Place { file, form: Form::Entry(entry) };
    let placed = import.reviews.into_iter().map(|(entry, review)| place(entry).with(record(review)));
    records.reviews.extend(placed);
    let complaint = |entry, why: &str| place(entry).complain("", "", why.to_owned());
    records.refused.extend(import.refusals.iter().map(|refusal| complaint(refusal.entry, refusal.why)));
}

fn record(review: Review) -> source_form::Review {
    let Review { claim, verdict, publisher, url, date, claimant, claimed, rating, language, appearances } = review;
    source_form::Review { claim, verdict, publisher, url, date, claimant, claimed, rating, language, appearances }
}
