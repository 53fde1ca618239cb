//! What can fail: the bytes of a pack, or of a model. Text never does.
//!
//! Takes what went wrong; gives one line that says what, where and what to do. Example: “not a Postil pack: it begins with
//! `PK`, as a zip archive does; build a pack with `postil pack build`”.
//!
//! Invariant: an error's text is complete in itself.

use std::fmt;

/// Why a pack or a model was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    kind: PackErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PackErrorKind {
    /// Of no bytes.
    Empty,
    /// It begins otherwise than a pack.
    NotAPack { begins: Vec<u8> },
    /// Its line ends were changed on the way.
    LineEndsChanged,
    /// Of another version of the format.
    Version { found: u32, known: u32 },
    /// Shorter than its head says.
    Truncated { found: u64, expected: u64 },
    /// Longer than its head says.
    TooLong { found: u64, expected: u64 },
    /// Its head speaks of more than a pack can hold.
    TooLarge { claimed: u64 },
    /// Some bytes are not those that were written.
    Checksum,
    /// The bytes are those that were written, but what they say cannot be.
    Structure { what: &'static str, index: usize },
    /// The second part of a split pack, where the first is wanted.
    SecondAlone,
    /// The first part of a split pack, where a whole one is wanted.
    FirstAlone,
    /// A second part that no first part speaks of.
    Unpaired,
    /// It begins otherwise than a model.
    NotAModel,
    /// Some bytes of a model are not those that were written, or what they say cannot be.
    DamagedModel { what: &'static str, at: usize },
    /// A model of another version.
    ModelVersion { found: u32, known: u32 },
    /// More packs than can be told apart.
    TooMany,
}

impl PackError {
    pub(crate) fn new(kind: PackErrorKind) -> Self {
        Self { kind }
    }
}

const FETCH_AGAIN: &str = "fetch or copy the file again";

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            PackErrorKind::Empty => write!(f, "not a Postil pack: it is empty; {FETCH_AGAIN}"),
            PackErrorKind::NotAPack { begins } => not_a_pack(f, begins),
            PackErrorKind::LineEndsChanged => write!(
                f,
                "damaged Postil pack: its line ends were changed, as by a transfer in text mode; transfer it as binary"
            ),
            PackErrorKind::Version { found, known } if found > known => write!(
                f,
                "Postil pack of format version {found}, but this Postil reads version {known}; \
                 update Postil, or build the pack again with this one's `postil pack build`"
            ),
            PackErrorKind::Version { found, known } => write!(
                f,
                "Postil pack of format version {found}, but this Postil reads version {known}; \
                 build the pack again with this one's `postil pack build`"
            ),
            PackErrorKind::Truncated { found, expected } => {
                write!(f, "truncated Postil pack: {found} bytes of {expected} (the rest is missing); {FETCH_AGAIN}")
            }
            PackErrorKind::TooLong { found, expected } => {
                write!(f, "damaged Postil pack: {found} bytes where its head says {expected}; {FETCH_AGAIN}")
            }
            PackErrorKind::TooLarge { claimed } => write!(
                f,
                "damaged Postil pack: its head speaks of {claimed} bytes, more than a pack can hold; {FETCH_AGAIN}"
            ),
            PackErrorKind::Checksum => write!(
                f,
                "damaged Postil pack: its checksum does not fit its content; {FETCH_AGAIN}, \
                 as binary and without a step that rewrites it"
            ),
            PackErrorKind::Structure { what, index } => write!(
                f,
                "malformed Postil pack: {what} (number {index}); it was not written by `postil pack build`, \
                 with which it should be built again"
            ),
            PackErrorKind::SecondAlone => write!(
                f,
                "the second part of a split Postil pack, where its first is wanted; give the file that lies beside it, \
                 without `.more` in its name"
            ),
            PackErrorKind::FirstAlone => write!(
                f,
                "the first part of a split Postil pack, where a whole pack is wanted; build it again without `--split`"
            ),
            PackErrorKind::Unpaired => write!(
                f,
                "no second part of this Postil pack: it belongs to another pack, or to another build of this one; \
                 put the two files of one `postil pack build --split` side by side"
            ),
            PackErrorKind::NotAModel => {
                write!(f, "not a model of Postil's tagger; take `postil-en.model`, which comes with this Postil")
            }
            PackErrorKind::DamagedModel { what, at } => write!(
                f,
                "damaged model of Postil's tagger: {what} (byte {at}); {FETCH_AGAIN}, \
                 as binary and without a step that rewrites it"
            ),
            PackErrorKind::ModelVersion { found, known } => write!(
                f,
                "model of version {found} of Postil's tagger, but this Postil reads version {known}; take the model that comes with it"
            ),
            PackErrorKind::TooMany => write!(f, "too many packs: join some with `postil pack build`"),
        }
    }
}

fn not_a_pack(f: &mut fmt::Formatter<'_>, begins: &[u8]) -> fmt::Result {
    let (like, advice) = guess(begins);
    write!(f, "not a Postil pack: it begins with `{}`{like}; {advice}", begins.escape_ascii())
}

/// What bytes that are no pack look like, and what helps.
fn guess(begins: &[u8]) -> (&'static str, &'static str) {
    const BUILD: &str = "build a pack with `postil pack build`";
    const UNPACK: &str = "unpack it first, or serve it with the right Content-Encoding";
    match begins {
        [b'P', b'K', ..] => (", as a zip archive does", BUILD),
        [0x1f, 0x8b, ..] => (", as a gzip file does", UNPACK),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => (", as a zstd file does", UNPACK),
        [b'<', ..] => {
            (", as a web page does, perhaps the server's answer that there is no such file", "check the pack's address")
        }
        [b'{' | b'[', ..] | [0xef, 0xbb, 0xbf, b'{', ..] => (", as JSON does: perhaps the source of a pack", BUILD),
        [b'v', b'e', b'r', b's', ..] => {
            (", as the pointer of a file in Git's large file storage does", "fetch the file itself with `git lfs pull`")
        }
        _ => ("", BUILD),
    }
}

impl std::error::Error for PackError {}
