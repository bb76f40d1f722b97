import { namesOf } from '../card/card';
import { result } from '../state/analysis';
import { selected } from '../state/document';

/** Tells screen readers what the chosen finding is: the card itself is out of their way. */
export function Announcer() {
  const i = selected.value;
  const finding = i === null ? undefined : result.value?.index.findings[i];
  const names = finding && namesOf(finding);
  return (
    <p class="visually-hidden" aria-live="polite">
      {finding && names && `${finding.text}: ${names.family}, ${names.subtype}. ${finding.why}`}
    </p>
  );
}
