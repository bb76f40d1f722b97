//! Parts of a compiled lexicon that are read only when they are first needed: a text asks for few of them.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, Error as _, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that are stored as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Bytes;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("bytes")
            }

            fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Read)
    }
}

/// A value that is stored as bytes of its own.
pub struct Deferred<T> {
    stored: Bytes,
    value: OnceLock<T>,
}

impl<T> From<T> for Deferred<T> {
    fn from(value: T) -> Self {
        Self { stored: Bytes::default(), value: OnceLock::from(value) }
    }
}

impl<T: Default> Default for Deferred<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl<T: DeserializeOwned + Default> Deref for Deferred<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // What stands in a lexicon was written by the same version, or the lexicon was refused.
        self.value.get_or_init(|| postcard::from_bytes(&self.stored.0).unwrap_or_default())
    }
}

impl<T: Clone> Clone for Deferred<T> {
    fn clone(&self) -> Self {
        Self { stored: self.stored.clone(), value: self.value.clone() }
    }
}

impl<T: DeserializeOwned + Default + PartialEq> PartialEq for Deferred<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Default + Eq> Eq for Deferred<T> {}

impl<T: DeserializeOwned + Default + fmt::Debug> fmt::Debug for Deferred<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

impl<T: Serialize> Serialize for Deferred<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value.get() {
            Some(value) => {
                let bytes = postcard::to_allocvec(value).map_err(S::Error::custom)?;
                Bytes(bytes).serialize(serializer)
            }
            None => self.stored.serialize(serializer),
        }
    }
}

impl<'de, T> Deserialize<'de> for Deferred<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Bytes::deserialize(deserializer).map_err(D::Error::custom)?;
        Ok(Self { stored, value: OnceLock::new() })
    }
}
