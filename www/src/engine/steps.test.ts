import { describe, expect, it } from 'vitest';
import { inSteps } from './steps';

describe('steps', () => {
  it('are done one a task, in order', async () => {
    const done: string[] = [];
    const step = (name: string) => () => {
      done.push(name);
      setTimeout(() => done.push(`after ${name}`));
    };
    await expect(inSteps([step('a'), step('b')], () => true)).resolves.toBe(true);
    expect(done).toEqual(['a', 'after a', 'b', 'after b']);
  });

  it('end where they are no longer wanted', async () => {
    const done: number[] = [];
    const steps = [1, 2, 3].map((number) => () => done.push(number));
    await expect(inSteps(steps, () => done.length < 2)).resolves.toBe(false);
    expect(done).toEqual([1, 2]);
  });
});
