// Makes a report of its columns: see `ReportColumns` and `reportOf` in the package's types.
//
// Objects are made where they are wanted: those of all findings when `findings` is first read, those of
// paragraphs when `summary.paragraphs` is. From then on both are ordinary arrays of ordinary objects.

export function reportOf(columns) {
  const { schema, analyzer, offsets, document, set_aside, families, voices, notes } = columns;
  const summary = {
    families,
    get paragraphs() {
      return settle(this, 'paragraphs', paragraphsOf(columns.paragraphs));
    },
    set paragraphs(paragraphs) {
      settle(this, 'paragraphs', paragraphs);
    },
    voices,
  };
  return {
    schema,
    analyzer,
    offsets,
    document,
    get findings() {
      return settle(this, 'findings', findingsOf(columns));
    },
    set findings(findings) {
      settle(this, 'findings', findings);
    },
    set_aside,
    summary,
    notes,
  };
}

/** Puts a value where a getter was. */
function settle(object, key, value) {
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  return value;
}

function findingsOf({ findings, markers, texts, roles }) {
  const text = textsOf(texts);
  const { start, end, marker, role, voice } = findings;
  const found = new Array(start.length);
  for (let at = 0; at < found.length; at++) {
    const row = marker[at];
    found[at] = {
      start: start[at],
      end: end[at],
      text: text[markers.text[row]],
      family: text[markers.family[row]],
      subtype: text[markers.subtype[row]],
      rule: text[markers.rule[row]],
      variant_of: text[markers.variantOf[row]],
      role: roles[role[at]],
      voice: text[voice[at]],
      refers_to: text[markers.refersTo[row]],
      meaning: text[markers.meaning[row]],
      why: text[markers.why[row]],
    };
  }
  return found;
}

/** The texts by number; number 0 is none. */
function textsOf({ all, ends }) {
  const texts = new Array(ends.length + 1);
  texts[0] = null;
  for (let at = 0, start = 0; at < ends.length; at++) {
    texts[at + 1] = all.slice(start, ends[at]);
    start = ends[at];
  }
  return texts;
}

function paragraphsOf({ start, end, han, families, counts }) {
  const paragraphs = new Array(start.length);
  for (let at = 0, cell = 0; at < paragraphs.length; at++) {
    const counted = {};
    for (const family of families) {
      const count = counts[cell++];
      if (count > 0) counted[family] = count;
    }
    paragraphs[at] = { start: start[at], end: end[at], han: han[at], counts: counted };
  }
  return paragraphs;
}
