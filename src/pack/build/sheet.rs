//! A sheet of a spreadsheet, as records.
//!
//! Takes a CSV or TSV file; gives the records of its rows and what is wrong with its header and its cells. Example: a header
//! with `descripton` is one complaint, and the rows below it are read nevertheless.
//!
//! Invariant: the first row is the header; nothing wrong in one place hides what is wrong in another.

use super::{
    Complaint, Records, SourceFile,
    column::{Column, Sheet},
    complaint::{Form, Header, Place},
    row, table,
};
use std::rc::Rc;

/// Reads a sheet's records into those of the pack.
pub(super) fn read<'a>(file: &'a SourceFile, records: &mut Records<'a>) -> Vec<Complaint> {
    let text = file.text();
    if let Some(line) = table::unclosed_quote(text) {
        let message = "a quotation mark opens here and none closes it; double it if it belongs to the text".to_owned();
        return vec![Complaint { file: file.name.clone(), line, column: 1, message }];
    }
    let mut rows = table::rows(text).into_iter().map(Rc::new);
    let Some(head) = rows.next() else { return vec![nothing_in(file)] };
    let sheet = Sheet::of(&head.cells);
    let (headers, mut complaints) = headers(file, &head, sheet);
    for row in rows {
        let place = Place { file, form: Form::Row(Rc::clone(&row), Rc::clone(&headers)) };
        let read = if sheet == Sheet::Sources { row::source } else { row::entity };
        let described = read(&place, &row, &headers);
        records.entities.extend(described.entity);
        complaints.extend(described.complaints);
        // Rows that describe the same source share it.
        let mut is_new = |id: &String| sheet == Sheet::Sources || records.described.insert(id.clone());
        let new: Vec<_> = described.sources.into_iter().filter(|source| is_new(&source.record.id)).collect();
        records.sources.extend(new);
    }
    complaints
}

fn nothing_in(file: &SourceFile) -> Complaint {
    let message = "the sheet is empty; give it a row of headers, and a row for each entity".to_owned();
    Complaint { file: file.name.clone(), line: 1, column: 1, message }
}

/// What the columns mean, and what is wrong with them. A column that is not known is set aside.
fn headers(file: &SourceFile, head: &Rc<table::Row>, sheet: Sheet) -> (Rc<[Header]>, Vec<Complaint>) {
    let place = Place { file, form: Form::Row(Rc::clone(head), Rc::new([])) };
    let (mut headers, mut complaints): (Vec<Header>, Vec<Complaint>) = (Vec::new(), Vec::new());
    let mut meant = Vec::new();
    for (column, written) in head.cells.iter().enumerate() {
        let means = sheet.column(written).unwrap_or_else(|unknown| {
            complaints.push(place.complain_at_column(column, unknown.message));
            meant.push(unknown.nearest);
            Column::Aside
        });
        if let Some(first) = headers.iter().position(|header| header.means == means && means != Column::Aside) {
            let message = format!("“{}” is column {} already; join the two", written.trim(), first + 1);
            complaints.push(place.complain_at_column(column, message));
        }
        headers.push(Header { written: written.clone(), means });
    }
    let has = |key: &str| meant.contains(&key) || headers.iter().any(|header| header.means.is_value(key));
    for key in sheet.needs().iter().filter(|key| !has(key)) {
        let message = format!("there is no column “{key}”, and every row needs one; add it");
        complaints.push(place.complain_at_column(head.cells.len(), message));
    }
    (headers.into(), complaints)
}
