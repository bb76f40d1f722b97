/** The analyser's types, as the wasm package declares them. */
export type {
  ChangedStretch,
  Edit,
  Exception,
  FamilyInfo,
  Finding,
  Highlights,
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
