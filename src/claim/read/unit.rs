//! Units of measurement, and what one gives in another.
//!
//! Takes names as news write them; gives [`Unit`]s with exact factors. Example: `mile` is 1,609.344 m; `ton` may be three
//! different masses.
//!
//! Invariant: two units convert only within one dimension.
//!
//! Factors: the international yard and pound (1959), exact by definition; the imperial gallon (1985, 4.54609 l); the US
//! gallon (231 cubic inches); the nautical mile (1,852 m). They are those of NIST Handbook 44, appendix C.

use super::scan::is_space;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Power,
    Energy,
    Temperature,
}

/// A unit of measurement.
#[derive(Debug, PartialEq)]
pub(in crate::claim) struct Unit {
    pub(in crate::claim) symbol: &'static str,
    pub(in crate::claim) dimension: Dimension,
    /// How many of the dimension's base units (metre, square metre, litre, kilogram, metre per second, watt,
    /// watt-hour, kelvin).
    factor: f64,
    /// What stands at zero, in base units: only temperatures have one.
    zero: f64,
    /// Names in lower case, parted by bars, their words by one space: each string of its own would cost a reader eight bytes more.
    names: &'static str,
}

impl Unit {
    /// What a value in this unit is in another of the same dimension.
    pub(in crate::claim) fn convert(&self, value: f64, to: &Unit) -> f64 {
        (value * self.factor + self.zero - to.zero) / to.factor
    }

    /// What a difference in this unit is in another: a rise of 1 °C is one of 1.8 °F.
    pub(in crate::claim) fn convert_difference(&self, value: f64, to: &Unit) -> f64 {
        value * self.factor / to.factor
    }
}

/// The longest name at the start of `words`, which end there or go on with something else: its length in bytes, and the
/// units that it may mean, the likeliest first.
pub(in crate::claim) fn named_at(words: &str) -> Option<(usize, Vec<&'static Unit>)> {
    let here = |unit: &'static Unit| Some((longest_at(words, unit.names)?, unit));
    let found: Vec<_> = UNITS.iter().filter_map(here).collect();
    let longest = found.iter().map(|(len, _)| *len).max()?;
    Some((longest, found.into_iter().filter(|(len, _)| *len == longest).map(|(_, unit)| unit).collect()))
}

/// The length of the longest of some names, parted by bars, at the start of `words`.
#[inline(never)]
pub(in crate::claim) fn longest_at(words: &str, names: &str) -> Option<usize> {
    let first = words.as_bytes().first()?;
    let begun = names.as_bytes().split(|byte| *byte == b'|').filter(|name| name.first() == Some(first));
    begun.filter_map(|name| len_at(words, str::from_utf8(name).ok()?)).max()
}

/// The longest name of a unit at the start, after a blank or a hyphen or none: its length with that, and what it may mean.
pub(in crate::claim) fn after(words: &str) -> Option<(usize, Vec<&'static Unit>)> {
    let name = words.strip_prefix(is_blank).unwrap_or(words);
    let (len, units) = named_at(name)?;
    Some((words.len() - name.len() + len, units))
}

pub(in crate::claim) fn is_blank(c: char) -> bool {
    is_space(c) || c == '-'
}

/// How much of `words` this name takes; a hyphen or a no-break space serves for its blanks.
fn len_at(words: &str, name: &str) -> Option<usize> {
    let mut rest = words.chars();
    for expected in name.chars() {
        let c = rest.next()?;
        let same = c == expected || expected == ' ' && matches!(c, '-' | '\u{a0}' | '\u{202f}');
        if !same {
            return None;
        }
    }
    let goes_on = rest.clone().next().is_some_and(char::is_alphanumeric);
    (!goes_on || !name.ends_with(char::is_alphanumeric)).then(|| words.len() - rest.as_str().len())
}

/// The smaller unit that completes a larger one: feet and inches, stones and pounds, pounds and ounces.
pub(in crate::claim) fn part_of(unit: &Unit) -> Option<&'static Unit> {
    let part = match unit.symbol {
        "ft" => "in",
        "st" => "lb",
        "lb" => "oz",
        "m" => "cm",
        _ => return None,
    };
    UNITS.iter().find(|unit| unit.symbol == part)
}

const fn unit(symbol: &'static str, dimension: Dimension, factor: f64, names: &'static str) -> Unit {
    Unit { symbol, dimension, factor, zero: 0.0, names }
}

use Dimension::{Area, Energy, Length, Mass, Power, Speed, Temperature, Volume};

static UNITS: &[Unit] = &[
    unit("km", Length, 1000.0, "km|kms|kilometre|kilometres|kilometer|kilometers"),
    unit("m", Length, 1.0, "m|metre|metres|meter|meters"),
    unit("cm", Length, 0.01, "cm|cms|centimetre|centimetres|centimeter|centimeters"),
    unit("mm", Length, 0.001, "mm|millimetre|millimetres|millimeter|millimeters"),
    unit("mi", Length, 1609.344, "mi|mi.|mile|miles"),
    unit("nmi", Length, 1852.0, "nautical mile|nautical miles|nmi|nm|mile|miles"),
    unit("yd", Length, 0.9144, "yd|yds|yard|yards"),
    unit("ft", Length, 0.3048, "ft|ft.|foot|feet|'|′|’"),
    unit("in", Length, 0.0254, "in|in.|inch|inches|\"|″|”"),
    unit(
        "km²",
        Area,
        1e6,
        "km²|km2|sq km|sq. km|sq kms|square km|square kilometre|square kilometres|square kilometer|square kilometers",
    ),
    unit("m²", Area, 1.0, "m²|m2|sq m|sq. m|sqm|square metre|square metres|square meter|square meters"),
    unit("ha", Area, 1e4, "ha|hectare|hectares"),
    unit("acre", Area, 4_046.856_422_4, "acre|acres"),
    unit("sq mi", Area, 2_589_988.110_336, "sq mi|sq. mi|sq. mi.|sq miles|mi²|square mile|square miles"),
    unit("sq ft", Area, 0.092_903_04, "sq ft|sq. ft|sq. ft.|sq feet|sqft|ft²|square foot|square feet"),
    unit("l", Volume, 1.0, "l|litre|litres|liter|liters"),
    unit("ml", Volume, 0.001, "ml|millilitre|millilitres|milliliter|milliliters"),
    unit("m³", Volume, 1000.0, "m³|m3|cubic metre|cubic metres|cubic meter|cubic meters|cu m"),
    unit("cu ft", Volume, 28.316_846_592, "cu ft|cubic foot|cubic feet|ft³"),
    unit("US gal", Volume, 3.785_411_784, "gal|gallon|gallons|us gallon|us gallons|us gal"),
    unit("imp gal", Volume, 4.546_09, "gal|gallon|gallons|imperial gallon|imperial gallons|imp gal"),
    unit("US pt", Volume, 0.473_176_473, "pint|pints|pt"),
    unit("imp pt", Volume, 0.568_261_25, "pint|pints|pt"),
    unit("US fl oz", Volume, 0.029_573_529_562_5, "fl oz|fl. oz|fl. oz.|fluid ounce|fluid ounces|oz|ounce|ounces"),
    unit("imp fl oz", Volume, 0.028_413_062_5, "fl oz|fl. oz|fl. oz.|fluid ounce|fluid ounces"),
    unit("bbl", Volume, 158.987_294_928, "barrel|barrels|bbl"),
    unit("kg", Mass, 1.0, "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    unit("g", Mass, 0.001, "g|gram|grams|gramme|grammes"),
    unit("lb", Mass, 0.453_592_37, "lb|lb.|lbs|lbs.|pound|pounds"),
    unit("oz", Mass, 0.028_349_523_125, "oz|oz.|ounce|ounces"),
    unit("st", Mass, 6.350_293_18, "st|stone|stones"),
    unit("t", Mass, 1000.0, "t|tonne|tonnes|metric ton|metric tons|ton|tons"),
    unit("short ton", Mass, 907.184_74, "short ton|short tons|us ton|us tons|ton|tons"),
    unit("long ton", Mass, 1_016.046_908_8, "long ton|long tons|ton|tons"),
    unit(
        "km/h",
        Speed,
        1.0 / 3.6,
        "km/h|kmh|kph|km per hour|km an hour|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour\
         |kilometer per hour|kilometre per hour",
    ),
    unit("mph", Speed, 0.447_04, "mph|mile per hour|miles per hour|mile an hour|miles an hour"),
    unit("kn", Speed, 1852.0 / 3600.0, "kn|knot|knots"),
    unit("m/s", Speed, 1.0, "m/s|metres per second|meters per second|metres a second|meters a second"),
    unit("W", Power, 1.0, "watt|watts"),
    unit("MW", Power, 1e6, "mw|megawatt|megawatts"),
    unit("GW", Power, 1e9, "gw|gigawatt|gigawatts"),
    unit("kWh", Energy, 1e3, "kwh|kilowatt hour|kilowatt hours"),
    unit("MWh", Energy, 1e6, "mwh|megawatt hour|megawatt hours"),
    unit("GWh", Energy, 1e9, "gwh|gigawatt hour|gigawatt hours"),
    unit("TWh", Energy, 1e12, "twh|terawatt hour|terawatt hours"),
    unit("kW", Power, 1000.0, "kw|kilowatt|kilowatts"),
    unit("hp", Power, 745.699_871_582_270_2, "hp|bhp|horsepower"),
    unit("PS", Power, 735.498_75, "ps|hp|horsepower"),
    Unit {
        symbol: "°C",
        dimension: Temperature,
        factor: 1.0,
        zero: 273.15,
        names: "c|°c|º c|ºc|° c|degrees c|celsius|degree celsius|degrees celsius|degrees centigrade|degrees|degree",
    },
    Unit {
        symbol: "°F",
        dimension: Temperature,
        factor: 5.0 / 9.0,
        zero: 273.15 - 32.0 * 5.0 / 9.0,
        names: "f|°f|º f|ºf|° f|degrees f|fahrenheit|degree fahrenheit|degrees fahrenheit|degrees|degree",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, from: &str, to: &str, expected: f64) {
        let unit = |name| named_at(name).expect("a unit").1[0];
        let given = unit(from).convert(value, unit(to));
        assert!((given - expected).abs() < 0.005, "{value} {from} = {given} {to}, not {expected}");
    }

    #[test]
    fn conversions() {
        check(6500.0, "km", "miles", 4038.91);
        check(475.0, "lb", "kg", 215.46);
        check(30.0, "c", "f", 86.0);
        check(-40.0, "°f", "°c", -40.0);
        check(71.0, "inches", "m", 1.80);
        check(1.0, "square mile", "acres", 640.0);
        check(1.0, "gallon", "litres", 3.785);
        check(60.0, "mph", "km/h", 96.56);
    }

    #[test]
    fn a_name_may_mean_several_units() {
        let symbols: Vec<_> = named_at("tons").expect("a unit").1.iter().map(|unit| unit.symbol).collect();
        assert_eq!(symbols, ["t", "short ton", "long ton"]);
    }

    #[test]
    fn the_longest_name_counts_and_is_a_whole_word() {
        let len = |words| named_at(words).map(|(len, _)| len);
        assert_eq!(len("miles per hour)"), Some(14));
        assert_eq!(len("square\u{a0}miles long"), Some(13));
        assert_eq!(len("ft., 2 in"), Some(3));
        assert_eq!((len("parsec"), len("milestone"), len("")), (None, None, None));
    }
}
