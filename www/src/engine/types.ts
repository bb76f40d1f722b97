/** The analyser's types, as the wasm package declares them. */
export type {
  Exception,
  FamilyInfo,
  Finding,
  Localized,
  Note,
  ParagraphSummary,
  Place,
  Report,
  ReportColumns,
  Role,
  Script,
  SetAside,
} from '../../../pkg/web/cifeng.js';
