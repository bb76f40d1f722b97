/** The analyser's types, as the wasm package declares them. */
export type {
  FamilyInfo,
  Finding,
  Localized,
  Note,
  ParagraphSummary,
  Report,
  Role,
  Script,
} from '../../../pkg/web/cifeng.js';
