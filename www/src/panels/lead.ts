/** From a number in a panel to the list and the text. */
import { EVERYTHING, type Lens } from '../findings/concordance';
import { reveal, selectedFinding, sight } from '../state/document';
import { firstSeen, lens } from '../state/lens';

/** Shows these findings in the list, and the first of them from here on in the text. */
export function leadTo(what: Partial<Lens>): void {
  lens.value = { ...EVERYTHING, ...what };
  const after = selectedFinding.value ? selectedFinding.value.start + 1 : (sight.value?.from ?? 0);
  const first = firstSeen(after);
  if (first !== undefined) reveal(first);
}
