//! A JSON document as it was written.

use std::{fmt, mem::take};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value that loses nothing of the document: fields keep their order, and a field written
/// twice is there twice. (`serde_json::Value` would drop the first of the two in silence.)
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written: `3.90` is not 3.9.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object's fields, in the order of the document.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// What stands there as a text, trimmed: a text, a number or a truth value as it is written; nothing
    /// for `null`. `None` for lists and objects.
    pub fn scalar(&self) -> Option<String> {
        match self {
            Self::Null => Some(String::new()),
            Self::Bool(value) => Some(if *value { "true" } else { "false" }.to_owned()),
            Self::Number(number) => Some(number.clone()),
            // HTML does not allow other control characters.
            Self::Text(text) => Some(text.trim().replace(
                |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'),
                "\u{fffd}",
            )),
            Self::List(_) | Self::Object(_) => None,
        }
    }

    /// Adds the texts that are in it, and the names of its fields, from the start to the end.
    pub fn texts<'a>(&'a self, into: &mut Vec<&'a str>) {
        match self {
            Self::Null | Self::Bool(_) => {}
            Self::Number(text) | Self::Text(text) => into.push(text),
            Self::List(items) => items.iter().for_each(|item| item.texts(into)),
            Self::Object(fields) => {
                for (name, value) in fields {
                    into.push(name);
                    value.texts(into);
                }
            }
        }
    }

    /// Whether there is nothing in it to show, at any depth.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Bool(_) | Self::Number(_) => false,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.iter().all(Self::is_empty),
            Self::Object(fields) => fields.iter().all(|(_, value)| value.is_empty()),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

/// How serde_json's feature `arbitrary_precision` hands over a number that is no small integer: as an
/// object with this field.
const NUMBER: &str = "$serde_json::private::Number";

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        unreachable!("serde_json hands over as text what it cannot represent exactly")
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        match fields.as_mut_slice() {
            [(name, Json::Text(number))] if name == NUMBER => Ok(Json::Number(take(number))),
            _ => Ok(Json::Object(fields)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_as_they_are_written() {
        for number in ["0", "-1", "3.90", "1e+400", "12345678901234567890123"] {
            let read: Json = serde_json::from_str(number).expect(number);
            assert_eq!(read, Json::Number(number.to_owned()), "{number}");
        }
    }

    #[test]
    fn a_field_that_is_there_twice_is_there_twice() {
        let read: Json =
            serde_json::from_str(r#"{"b": [null, true], "a": "x", "b": {}}"#).expect("JSON");
        let field = |name: &str, value| (name.to_owned(), value);
        assert_eq!(
            read,
            Json::Object(vec![
                field("b", Json::List(vec![Json::Null, Json::Bool(true)])),
                field("a", Json::Text("x".to_owned())),
                field("b", Json::Object(Vec::new())),
            ])
        );
    }
}
