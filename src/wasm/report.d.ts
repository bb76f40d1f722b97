/** A report in columns: what was found as numbers, every text once. It can be sent between threads. */
export interface ReportColumns {
    schema: string;
    analyzer: AnalyzerInfo;
    offsets: OffsetUnit;
    document: DocumentInfo;
    set_aside: SetAside[];
    /** As in `Summary`. */
    families: Record<string, FamilySummary>;
    /** As in `Summary`. */
    voices: VoiceSummary[];
    notes: Note[];
    /** One row a finding, by start, then longer first. */
    findings: {
        /** Offset of the first character. */
        start: Uint32Array;
        /** Offset after the last character. */
        end: Uint32Array;
        /** The row of the finding's marker in `markers`. */
        marker: Uint32Array;
        /** The place of its role in `roles`. */
        role: Uint8Array;
        /** The text of its voice. */
        voice: Uint32Array;
    };
    /** What findings of the same words by the same rule have in common, as numbers of texts. */
    markers: {
        text: Uint32Array;
        family: Uint32Array;
        subtype: Uint32Array;
        rule: Uint32Array;
        variantOf: Uint32Array;
        refersTo: Uint32Array;
        meaning: Uint32Array;
        why: Uint32Array;
    };
    /** The roles; the first is none. */
    roles: (Role | null)[];
    /** One row a paragraph, in order. */
    paragraphs: {
        start: Uint32Array;
        end: Uint32Array;
        han: Uint32Array;
        /** The families that are counted. */
        families: string[];
        /** Findings by paragraph, and in each by family. */
        counts: Uint32Array;
    };
    /** Texts, one after the other, with the offset after each; text 0 is none, text 1 the first. */
    texts: {
        all: string;
        ends: Uint32Array;
    };
}

/**
 * The report of columns. It needs no WebAssembly: a worker may send columns to a page, which makes the
 * report there. Findings and paragraphs become objects when they are first read.
 */
export function reportOf(columns: ReportColumns): Report;
