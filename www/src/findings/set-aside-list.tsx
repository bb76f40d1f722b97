import type { Exception } from '../engine/types';
import { namesOf } from '../card/card';
import { messages, numbers } from '../i18n';
import { result } from '../state/analysis';
import { revealPosition } from '../state/document';
import { everywhere } from '../state/exceptions';
import { asides, putBack } from '../state/set-aside';
import { contextOf } from './context';

const CONTEXT = 10;

/** What counts nowhere: how much, what, and the way back. */
export function SetAsideList() {
  const shown = result.value;
  const found = asides();
  const never = everywhere.value;
  if (!shown || (found.length === 0 && never.length === 0)) return null;
  const t = messages.value.reading.setAside;
  const { count } = numbers.value;
  const here = found.filter(({ exception }) => exception.place);
  const times = (exception: Exception): number =>
    found.filter((aside) => aside.exception === exception).length;
  return (
    <details class="set-aside">
      <summary data-set-aside={found.length}>{t.count(found.length, count)}</summary>
      <p class="small">{t.explained}</p>
      {here.length > 0 && (
        <>
          <h3>{t.here}</h3>
          <ul>
            {here.map(({ finding, exception }) => {
              const { left, right } = contextOf(shown.text, finding.start, finding.end, CONTEXT);
              return (
                <li key={finding.start} data-tint={finding.family}>
                  <button
                    type="button"
                    class="place"
                    onClick={() => {
                      revealPosition(finding.start);
                    }}
                  >
                    <span class="around">{left}</span>
                    <span class="finding-marker">{finding.text}</span>
                    <span class="around">{right}</span>
                  </button>
                  <PutBack exception={exception} />
                </li>
              );
            })}
          </ul>
        </>
      )}
      {never.length > 0 && (
        <>
          <h3>{t.everywhere}</h3>
          <ul>
            {never.map((exception) => (
              <li key={`${exception.family} ${exception.text}`} data-tint={exception.family}>
                <span>
                  <span class="finding-marker">{exception.text}</span>{' '}
                  <span class="small">
                    {namesOf({ family: exception.family, subtype: '' }).family},{' '}
                    {t.times(times(exception), count)}
                  </span>
                </span>
                <PutBack exception={exception} />
              </li>
            ))}
          </ul>
        </>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          putBack(...here.map(({ exception }) => exception), ...never);
        }}
      >
        {t.putAllBack}
      </button>
    </details>
  );
}

function PutBack({ exception }: { exception: Exception }) {
  const t = messages.value.reading.setAside;
  return (
    <button
      type="button"
      class="link"
      aria-label={t.putBackText(exception.text)}
      onClick={() => {
        putBack(exception);
      }}
    >
      {t.putBack}
    </button>
  );
}
