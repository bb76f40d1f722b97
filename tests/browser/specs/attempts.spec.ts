import { attemptsFromPage, attemptsFromWorker } from '../support/attempts';
import { expect, test } from '../support/recording';

/** A page or one of its workers. */
interface Place {
  evaluate<R>(act: () => R): Promise<Awaited<R>>;
}

interface Watched {
  violations: string[];
}

/** Makes each attempt and waits until the policy reports that it stopped it. */
async function expectStopped(place: Place, attempts: typeof attemptsFromPage) {
  await place.evaluate(() => {
    const watched = self as unknown as Watched;
    watched.violations = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      watched.violations.push(effectiveDirective);
    });
  });
  const stopped = () => place.evaluate(() => (self as unknown as Watched).violations);
  for (const [name, { directive, act }] of Object.entries(attempts)) {
    await place.evaluate(() => {
      (self as unknown as Watched).violations = [];
    });
    // What is stopped mostly throws; what stopped it is what the policy reports.
    await place.evaluate(act).catch(() => undefined);
    await expect.poll(stopped, { message: name }).toContain(directive);
  }
}

test.describe('what the policy forbids does not happen', () => {
  test.use({ expectedComplaints: /./ });

  test('in the page', async ({ cifeng, page, departures }) => {
    await cifeng.open();
    await expectStopped(page, attemptsFromPage);
    // Stopped without a report: a script whose text is put in as a node.
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('document.title = "injected"');
      document.body.append(script);
    });
    expect(await page.title()).not.toBe('injected');
    expect(departures).toEqual([]);
  });

  test('in the worker', async ({ cifeng, page, departures }) => {
    await cifeng.open();
    const [worker] = page.workers();
    if (!worker) throw new Error('the page has no worker');
    await expectStopped(worker, attemptsFromWorker);
    expect(departures).toEqual([]);
  });

  test('and would be noted: without a policy the same request departs', async ({
    page,
    departures,
  }) => {
    await page.goto('about:blank');
    await page.evaluate(attemptsFromPage.fetch?.act ?? (() => undefined)).catch(() => undefined);
    await expect.poll(() => departures).toContainEqual('POST http://attempt.invalid/fetch');
  });
});
