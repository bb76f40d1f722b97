//! The characters with which words begin that are looked for everywhere in a text.

/// A few thousand bits that tell most characters apart from those with which a word begins.
#[derive(Debug)]
pub(super) struct FirstCharacters([u64; 64]);

impl Default for FirstCharacters {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl FirstCharacters {
    pub fn add(&mut self, character: char) {
        let (word, bit) = Self::place(character);
        self.0[word] |= 1 << bit;
    }

    pub fn may_be(&self, character: char) -> bool {
        let (word, bit) = Self::place(character);
        self.0[word] >> bit & 1 == 1
    }

    fn place(character: char) -> (usize, u32) {
        let low = u32::from(character) & 0xFFF;
        ((low >> 6) as usize, low & 63)
    }
}
