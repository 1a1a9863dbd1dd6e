//! From a path back to the place in the text, for messages.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::read::{Path, Step};

/// The line and column, counted from 1, at which the value at a path stands in a JSON text. A path
/// may take a single value for a list of one, as the reader does. `None` where there is no such
/// value.
pub fn locate(text: &str, path: &Path) -> Option<(usize, usize)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // The way is gone down as far as the value, where an error is raised: serde_json knows the
    // position of errors, and of nothing else.
    let error = Seek(&path.0).deserialize(&mut deserializer).err()?;
    let found = error.to_string().starts_with(HERE);
    found.then(|| (error.line(), error.column() + 1))
}

const HERE: &str = "the value is here";

struct Seek<'a>(&'a [Step]);

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.0 {
            [] => Err(D::Error::custom(HERE)),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl Seek<'_> {
    /// A single value, where a list of one may be meant.
    fn single<E: Error>(self) -> Result<(), E> {
        match self.0 {
            [Step::Item(0)] => Err(E::custom(HERE)),
            _ => Ok(()),
        }
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value on the way")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.single()
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.single()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.single()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.single()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.single()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.single()
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // A list of one that is written as its only item.
        let steps = match self.0 {
            [Step::Item(_), rest @ ..] => rest,
            steps => steps,
        };
        while let Some(name) = map.next_key::<String>()? {
            match steps {
                [Step::Field(field), rest @ ..] if *field == name => {
                    map.next_value_seed(Seek(rest))?
                }
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        if let [Step::Item(index), rest @ ..] = self.0 {
            for _ in 0..*index {
                seq.next_element::<IgnoredAny>()?;
            }
            seq.next_element_seed(Seek(rest))?;
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_at(text: &str, steps: &[Step], position: Option<(usize, usize)>) {
        assert_eq!(locate(text, &Path(steps.to_vec())), position);
    }

    fn field(name: &str) -> Step {
        Step::Field(name.to_owned())
    }

    #[test]
    fn a_path_leads_to_its_value() {
        let text =
            "{\n  \"work\": [\n    {\"name\": \"A\"},\n    {\"name\": [1, 2], \"x\":{}}\n  ]\n}";
        assert_at(text, &[field("work")], Some((2, 11)));
        assert_at(text, &[field("work"), Step::Item(0)], Some((3, 5)));
        assert_at(
            text,
            &[field("work"), Step::Item(1), field("name")],
            Some((4, 14)),
        );
        assert_at(
            text,
            &[field("work"), Step::Item(1), field("name"), Step::Item(1)],
            Some((4, 18)),
        );
        assert_at(
            text,
            &[field("work"), Step::Item(1), field("x")],
            Some((4, 26)),
        );
        assert_at(text, &[field("work"), Step::Item(2)], None);
        assert_at(text, &[field("skills")], None);
    }

    #[test]
    fn a_single_value_stands_for_a_list_of_one() {
        let text = "{\n  \"work\": \"x\",\n  \"skills\": 1}";
        assert_eq!(
            locate(text, &Path(vec![field("work"), Step::Item(0)])).map(|place| place.0),
            Some(2)
        );
        assert_eq!(
            locate(text, &Path(vec![field("skills"), Step::Item(0)])).map(|place| place.0),
            Some(3)
        );
    }

    #[test]
    fn a_single_object_stands_for_a_list_of_one() {
        assert_at(
            r#"{"work": {"name": 1}}"#,
            &[field("work"), Step::Item(0), field("name")],
            Some((1, 19)),
        );
    }
}
