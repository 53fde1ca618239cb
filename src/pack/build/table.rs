//! A spreadsheet's export, cut into cells.
//!
//! Takes the text of a CSV or TSV file; gives its rows of cells, each row with its number in the spreadsheet and its line in the
//! file. Example: `Name;Salience␤"Ada␤Example";0,4` has two rows of two cells; the second is row 2 and begins in line 2.
//!
//! Invariant: a cell holds what the spreadsheet showed; what parts the cells is told by the header alone.

/// A row, as the file has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Its number in the spreadsheet, from 1.
    pub(super) number: usize,
    /// The line of the file in which it begins, from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// A cell without white space around it; none if it is empty.
    pub(super) fn cell(&self, column: usize) -> Option<&str> {
        self.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// The line of the file in which a cell begins.
    pub(super) fn line_of(&self, column: usize) -> usize {
        self.line + self.cells.iter().take(column).map(|cell| line_ends(cell)).sum::<usize>()
    }
}

/// The rows that hold anything. The text has no byte order mark.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut rows, mut at) = (Vec::new(), Cursor::default());
    // Text in memory, with rows of any length, is read without errors.
    for record in reader.records().map_while(Result::ok) {
        let begins = record.position().map_or(0, |position| position.byte() as usize);
        at.advance(text, begins);
        rows.push(Row { number: at.row, line: at.line, cells: record.iter().map(str::to_owned).collect() });
        at.row += 1;
    }
    rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

/// The line in which a quotation mark was opened that nothing closes, and which has swallowed the rest of the file.
pub(super) fn unclosed_quote(text: &str) -> Option<usize> {
    let mut rest = text;
    let is_open = text.matches('"').count() % 2 == 1;
    let delimiter = char::from(delimiter(text));
    let opens = |c: Option<char>| c.is_none_or(|c| c == delimiter || c == '\n' || c == '\r');
    let mut last = None;
    while let Some(at) = rest.find('"').filter(|_| is_open) {
        let before = text.len() - rest.len() + at;
        if opens(text.get(..before)?.chars().next_back()) {
            last = Some(before);
        }
        rest = text.get(before + 1..)?;
    }
    last.map(|at| 1 + line_ends(text.get(..at).unwrap_or_default()))
}

/// What parts the cells: whichever of tab, semicolon and comma is most frequent in the first line, outside of quotation marks.
fn delimiter(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let outside: String = header.split('"').step_by(2).collect();
    let count = |delimiter: &u8| outside.bytes().filter(|byte| byte == delimiter).count();
    // Of equals the last wins: a line without any is one cell, whatever parts the others.
    *b"\t;,".iter().max_by_key(|delimiter| count(delimiter)).unwrap_or(&b',')
}

/// A place in the file.
struct Cursor {
    byte: usize,
    line: usize,
    row: usize,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { byte: 0, line: 1, row: 1 }
    }
}

impl Cursor {
    /// Goes to where the reader found a row, and over the empty lines before it, which the spreadsheet shows as rows.
    fn advance(&mut self, text: &str, begins: usize) {
        // The reader ends a row at the first half of a Windows line end.
        let is_split = text.get(begins.saturating_sub(1)..).is_some_and(|rest| begins > 0 && rest.starts_with("\r\n"));
        let begins = begins + usize::from(is_split);
        let rest = text.get(begins..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let blanks = line_ends(rest.get(..blank).unwrap_or_default());
        self.line += line_ends(text.get(self.byte..begins).unwrap_or_default()) + blanks;
        self.row += blanks;
        self.byte = begins + blank;
    }
}

/// The line ends in a text, as Unix, Windows or an old Macintosh writes them.
fn line_ends(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `row@line: cell|cell` for each row.
    fn shown(text: &str) -> Vec<String> {
        let show = |row: Row| format!("{}@{}: {}", row.number, row.line, row.cells.join("|").replace('\n', "␤"));
        rows(text).into_iter().map(show).collect()
    }

    #[test]
    fn the_header_tells_what_parts_the_cells() {
        for text in ["a;b\n1,5;x", "a\tb\n1,5\tx", "a,b\n\"1,5\",x", "\"a;;\",b\n\"1,5\",x"] {
            assert_eq!(shown(text).last().map(String::as_str), Some("2@2: 1,5|x"), "{text:?}");
        }
        assert_eq!(shown("name\nAda"), ["1@1: name", "2@2: Ada"]);
        assert_eq!(shown(""), [""; 0]);
    }

    #[test]
    fn rows_are_counted_as_the_spreadsheet_does_and_lines_as_the_file_does() {
        let text = "a;b\r\n\"one\ntwo\";\"x \"\"y\"\"\"\r\n;\r\n\r\n3;\r\n";
        assert_eq!(shown(text), ["1@1: a|b", "2@2: one␤two|x \"y\"", "5@6: 3|"]);
        assert_eq!(shown("a,b\r1,2\r3,4"), ["1@1: a|b", "2@2: 1|2", "3@3: 3|4"]);
        let [_, row] = rows("a,b\n\"one\n\ntwo\",2").try_into().expect("two rows");
        assert_eq!((row.line_of(0), row.line_of(1)), (2, 4));
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_found() {
        assert_eq!(unclosed_quote("a,b\n1,2\n\"3,4\n5,6"), Some(3));
        assert_eq!(unclosed_quote("a,b\n\"1\n\n2\",\"x\"\"y\"\n3,4"), None);
        assert_eq!(unclosed_quote("a,b\n5\" deep,2"), None);
    }
}
