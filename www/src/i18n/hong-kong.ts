/**
 * Hong Kong wording: the Traditional Chinese words of the interface, with what is said or written
 * otherwise there. One table serves all messages, those to come as well.
 */
import type { Messages } from './messages';

/** Taiwan's words and Hong Kong's. */
export const HONG_KONG: readonly (readonly [string, string])[] = [
  ['網路', '網絡'],
  ['軟體', '軟件'],
  ['復原', '還原'],
  ['註解', '註釋'],
  ['點兩下', '按兩下'],
  ['卜瓦松', '泊松'],
  ['臺', '台'],
  ['裡', '裏'],
];

const reworded = (text: string): string =>
  HONG_KONG.reduce((words, [from, to]) => words.replaceAll(from, to), text);

/** Stand for what a message is given, which is not ours to reword: private use, as no message holds it. */
const FIRST_PLACE = 0xe000;

function rewordedSaying(say: (...given: unknown[]) => string): (...given: unknown[]) => string {
  return (...given) => {
    const places: string[] = [];
    const held = given.map((each) => {
      if (typeof each !== 'string') return each;
      const known = places.indexOf(each);
      const at = known === -1 ? places.push(each) - 1 : known;
      return String.fromCharCode(FIRST_PLACE + at);
    });
    return reworded(say(...held)).replace(
      /[\ue000-\ue0ff]/g,
      (place) => places[place.charCodeAt(0) - FIRST_PLACE] ?? place,
    );
  };
}

function rewordedAll(node: unknown): unknown {
  if (typeof node === 'string') return reworded(node);
  if (typeof node === 'function') return rewordedSaying(node as (...given: unknown[]) => string);
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map(rewordedAll);
  return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, rewordedAll(each)]));
}

/** All messages in Hong Kong wording. */
export const inHongKong = (messages: Messages): Messages => rewordedAll(messages) as Messages;
