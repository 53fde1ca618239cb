//! How fast packs load and names are found: `cargo bench --bench packs`.
//!
//! Takes 5,000, 100,000 and 1,000,000 made-up names; builds a pack of each lot and gives the time to load it and find the first
//! name, and the look-ups a second over a text, each beside a `HashMap` of the same names that is asked for ever shorter runs
//! of words, in turns in the same run. Leaves packs, names and text in `target/packs`, where `benches/packs.mjs` reads them.
//!
//! Invariant: the same seed gives the same names; the figures are minima of many turns; nothing fails when the machine is slow.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a bench has a clock and files")]

use postil::{
    Article, Knowledge,
    pack::{
        build::{SourceFile, build},
        split,
    },
    segment::Text,
};
use std::{
    collections::HashMap,
    fmt::Write as _,
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

const FOLDER: &str = "target/packs";
const COUNTS: [usize; 3] = [5_000, 100_000, 1_000_000];
const WORDS_OF_TEXT: usize = 8_000;
/// The most words of a made-up name.
const LONGEST: usize = 4;

fn main() {
    fs::create_dir_all(FOLDER).expect("a folder");
    println!("    names    load + first look-up             look-ups over {WORDS_OF_TEXT} words");
    for count in COUNTS {
        let names = Names::new(count);
        let pack = names.pack();
        let text = names.text();
        keep(&names, &pack, &text);
        measure(&names, &pack, &text);
    }
}

fn measure(names: &Names, pack: &[u8], text: &str) {
    let article = Article::from_text(text);
    let text = Text::new(&article);
    let words: Vec<&str> = (0..text.tokens.len()).map(|token| text.word(token)).collect();
    let (mut load, mut build, mut ours, mut theirs) = (Duration::MAX, Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..9 {
        let bytes = pack.to_vec();
        let (spent, knowledge) = time(|| loaded(bytes, &words));
        load = load.min(spent);
        let (spent, map) = time(|| Map::new(&names.all, &words));
        build = build.min(spent);
        let (spent, found) = time(|| (0..words.len()).filter(|at| is_found(&knowledge, &words[*at..])).count());
        ours = ours.min(spent);
        let (spent, known) = time(|| (0..words.len()).filter(|at| map.longest(&words[*at..]) > 0).count());
        theirs = theirs.min(spent);
        assert!(found > 0 && known > 0, "the text names some");
    }
    let (load, build, ours, theirs) =
        (load.as_secs_f64(), build.as_secs_f64(), ours.as_secs_f64(), theirs.as_secs_f64());
    println!(
        "{:>9} {:>8.2} ms, {:>6.3} of the map\u{2019}s {:>9.0} words/ms, {:>6.2} times the map\u{2019}s speed",
        names.all.len(),
        load * 1e3,
        load / build,
        words.len() as f64 / ours / 1e3,
        theirs / ours
    );
}

fn loaded(bytes: Vec<u8>, words: &[&str]) -> Knowledge {
    let mut knowledge = Knowledge::new();
    knowledge.add(bytes).expect("a sound pack");
    black_box(words.iter().position(|word| knowledge.longest(&[word], None).is_some()));
    knowledge
}

fn is_found(knowledge: &Knowledge, words: &[&str]) -> bool {
    black_box(knowledge.longest(&words[..words.len().min(12)], None)).is_some()
}

/// The peer.
struct Map(HashMap<String, u32>);

impl Map {
    fn new(names: &[String], words: &[&str]) -> Self {
        let map = Self(names.iter().map(|name| name.to_lowercase()).zip(0..).collect());
        black_box((0..words.len()).position(|at| map.longest(&words[at..]) > 0));
        map
    }

    /// How many words the longest name covers that begins here.
    fn longest(&self, words: &[&str]) -> usize {
        let runs = (1..=LONGEST.min(words.len())).rev();
        runs.into_iter().find(|len| self.0.contains_key(&words[..*len].join(" ").to_lowercase())).unwrap_or(0)
    }
}

fn time<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let made = black_box(work());
    (start.elapsed(), made)
}

fn keep(names: &Names, pack: &[u8], text: &str) {
    let (first, more) = split(pack).expect("a sound pack");
    let count = names.all.len();
    let files = [
        (format!("{count}.pack"), first),
        (format!("{count}.more.pack"), more),
        (format!("{count}.txt"), names.all.join("\n").into_bytes()),
        (format!("{count}.text"), text.as_bytes().to_vec()),
    ];
    for (name, bytes) in files {
        fs::write(Path::new(FOLDER).join(name), bytes).expect("a file");
    }
}

/// Made-up names, two of each person, place or firm.
struct Names {
    all: Vec<String>,
}

const SYLLABLES: [&str; 40] = [
    "ka", "ri", "mo", "ta", "lin", "dor", "ves", "hal", "per", "ton", "bel", "gra", "sha", "nov", "ek", "ul", "ma",
    "zen", "tor", "is", "an", "bru", "cal", "dri", "fen", "gor", "hin", "jas", "kel", "lor", "mir", "nas", "oth",
    "pra", "quin", "ros", "sil", "tem", "vor", "wen",
];
const TITLES: [&str; 8] = ["Bank", "River", "Council", "Institute", "Bay", "Party", "Group", "Valley"];

impl Names {
    fn new(count: usize) -> Self {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        let mut all = Vec::with_capacity(count);
        let mut seen = std::collections::HashSet::new();
        while all.len() + 1 < count {
            let [usual, other] = two_names(&mut random);
            if seen.insert(usual.clone()) {
                all.extend([usual, other]);
            }
        }
        Self { all }
    }

    fn pack(&self) -> Vec<u8> {
        let mut lines = r#"{"pack":"bench","title":"Made-up names","licence":"CC0-1.0","version":"1"}"#.to_owned();
        for (number, pair) in self.all.chunks_exact(2).enumerate() {
            let (usual, other) = (&pair[0], &pair[1]);
            let line = format!(
                r#"{{"id":"Q{number}","type":"PER","class":"person","name":"{usual}","names":[{{"name":"{other}","kind":"short"}}],"description":"A made-up name, the {number}th of its kind","salience":0.{}}}"#,
                number % 10
            );
            write!(lines, "\n{line}").expect("a string");
        }
        build(&[SourceFile { name: "bench.jsonl".to_owned(), text: lines }]).expect("a good source").bytes
    }

    /// Sentences with a name every ten words.
    fn text(&self) -> String {
        let mut random = Random(7);
        let mut text = String::new();
        for _ in 0..WORDS_OF_TEXT / 10 {
            let name = &self.all[random.below(self.all.len())];
            text += &format!("Nobody had told {name} of what the others knew. ");
        }
        text
    }
}

/// What something is called in full, and for short.
fn two_names(random: &mut Random) -> [String; 2] {
    let (first, last) = (word(random), word(random));
    match random.below(4) {
        0 => [format!("{first} {last} {}", TITLES[random.below(TITLES.len())]), format!("{first} {last}")],
        1 => [format!("{first} {}", TITLES[random.below(TITLES.len())]), format!("{first}{last}")],
        2 => [format!("{first} {} {last}", word(random)), format!("{}. {last}", &first[..1])],
        _ => [format!("{first} {last}"), format!("{} {first}-{last}", word(random))],
    }
}

fn word(random: &mut Random) -> String {
    let syllables = 2 + random.below(2);
    let small: String = (0..syllables).map(|_| SYLLABLES[random.below(SYLLABLES.len())]).collect();
    small[..1].to_uppercase() + &small[1..]
}

/// Marsaglia's generator: the same numbers in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
