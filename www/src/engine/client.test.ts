import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Engine, type EngineEvents } from './client';
import type { Request, WorkerMessage } from './protocol';
import type { ChangedStretch, ReportColumns } from './types';

/** A worker that says what the test tells it to. */
class ScriptedWorker {
  onmessage: ((event: { data: WorkerMessage }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly received: Request[] = [];
  terminated = false;

  postMessage(request: Request): void {
    this.received.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: WorkerMessage): void {
    this.onmessage?.({ data: message });
  }

  fail(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}

const COLUMNS = {} as ReportColumns;
const STRETCH = {} as ChangedStretch;

describe('Engine', () => {
  let workers: ScriptedWorker[];
  let told: string[];
  let engine: Engine;
  const worker = (): ScriptedWorker => {
    const last = workers.at(-1);
    if (!last) throw new Error('no worker was started');
    return last;
  };
  const texts = (): string[] =>
    worker().received.map((request) => (request.type === 'analyze' ? request.text : request.type));

  beforeEach(() => {
    workers = [];
    told = [];
    const events: EngineEvents = {
      ready: () => told.push('ready'),
      loadFailed: (part, detail) => told.push(`load failed: ${part}, ${detail}`),
      changed: (id) => told.push(`changed ${id}`),
      report: (id) => told.push(`report ${id}`),
      explanations: () => told.push('explanations'),
      tooLong: (id, chars, limit) => told.push(`too long ${id}: ${chars} of ${limit}`),
      crashed: (id, detail) => told.push(`crashed ${id ?? 'idle'}: ${detail}`),
      stuck: (id) => told.push(`stuck ${id}`),
    };
    engine = new Engine(() => {
      const started = new ScriptedWorker();
      workers.push(started);
      return started as unknown as Worker;
    }, events);
  });

  it('holds a request until the analyser is ready', () => {
    engine.analyze('甲', 'en');
    expect(texts()).toEqual([]);
    worker().say({ type: 'ready', families: [] });
    expect(texts()).toEqual(['甲']);
  });

  it('keeps one request in the worker and of the others only the latest', () => {
    worker().say({ type: 'ready', families: [] });
    const first = engine.analyze('甲', 'en');
    engine.analyze('乙', 'en');
    const last = engine.analyze('丙', 'zh-Hant');
    expect(texts()).toEqual(['甲']);
    worker().say({ type: 'report', id: first, columns: COLUMNS, milliseconds: 1 });
    expect(texts()).toEqual(['甲', '丙']);
    worker().say({ type: 'report', id: last, columns: COLUMNS, milliseconds: 1 });
    expect(texts()).toEqual(['甲', '丙']);
    expect(told).toEqual(['ready', `report ${first}`, `report ${last}`]);
  });

  it('goes on after a text that was too long', () => {
    worker().say({ type: 'ready', families: [] });
    const first = engine.analyze('甲', 'en');
    engine.analyze('乙', 'en');
    worker().say({ type: 'too-long', id: first, chars: 9, limit: 8 });
    expect(told).toContain(`too long ${first}: 9 of 8`);
    expect(texts()).toEqual(['甲', '乙']);
  });

  it('replaces a worker whose analyser crashed, without the text that broke it', () => {
    worker().say({ type: 'ready', families: [] });
    const bad = engine.analyze('甲', 'en');
    worker().say({ type: 'crashed', id: bad, detail: 'unreachable' });
    expect(told).toEqual(['ready', `crashed ${bad}: unreachable`]);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.terminated).toBe(true);
    worker().say({ type: 'ready', families: [] });
    expect(texts()).toEqual([]);
    engine.analyze('乙', 'en');
    expect(texts()).toEqual(['乙']);
  });

  it('replaces a worker that dies, and answers the request that waited', () => {
    worker().say({ type: 'ready', families: [] });
    const bad = engine.analyze('甲', 'en');
    engine.analyze('乙', 'en');
    worker().fail('out of memory');
    expect(told).toContain(`crashed ${bad}: out of memory`);
    worker().say({ type: 'ready', families: [] });
    expect(texts()).toEqual(['乙']);
  });

  it('replaces a worker that gives no answer, and none that has given it', () => {
    vi.useFakeTimers();
    try {
      worker().say({ type: 'ready', families: [] });
      const good = engine.analyze('甲', 'en');
      worker().say({ type: 'report', id: good, columns: COLUMNS, milliseconds: 1 });
      vi.advanceTimersByTime(120_000);
      expect(workers).toHaveLength(1);
      const bad = engine.analyze('乙', 'en');
      engine.analyze('丙', 'en');
      vi.advanceTimersByTime(60_000);
      expect(told).toEqual(['ready', `report ${good}`, `stuck ${bad}`]);
      expect(workers[0]?.terminated).toBe(true);
      worker().say({ type: 'ready', families: [] });
      expect(texts()).toEqual(['丙']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says which part could not be loaded, and loads it again when asked', () => {
    engine.analyze('甲', 'en');
    worker().say({ type: 'load-failed', part: 'dictionary', detail: 'HTTP 404' });
    expect(told).toEqual(['load failed: dictionary, HTTP 404']);
    expect(workers).toHaveLength(1);
    engine.restart();
    worker().say({ type: 'ready', families: [] });
    expect(texts()).toEqual(['甲']);
  });

  it('reports a worker that cannot start as a failure to load', () => {
    worker().fail('');
    expect(told).toEqual(['load failed: worker, worker']);
    expect(workers).toHaveLength(1);
  });

  const EDITS = [{ start: 0, end: 0, text: '乙' }];

  it('tells of edits one answer after the other, and asks for reports behind them', () => {
    worker().say({ type: 'ready', families: [] });
    expect(engine.edit(EDITS, [])).toBe('lost');
    expect(engine.report('en', [])).toBeNull();
    const first = engine.analyze('甲', 'en');
    expect(engine.edit(EDITS, [])).toBe('busy');
    worker().say({ type: 'changed', id: first, stretch: STRETCH });
    expect(engine.edit(EDITS, [])).toBe('busy');
    worker().say({ type: 'report', id: first, columns: COLUMNS, milliseconds: 1 });
    expect(engine.edit(EDITS, [])).toBe('told');
    const report = engine.report('en', []);
    expect(texts()).toEqual(['甲', 'edit']);
    worker().say({ type: 'changed', id: first + 1, stretch: STRETCH });
    expect(texts()).toEqual(['甲', 'edit', 'report']);
    expect(engine.edit(EDITS, [])).toBe('busy');
    worker().say({ type: 'report', id: report ?? 0, columns: COLUMNS, milliseconds: 1 });
    expect(engine.edit(EDITS, [])).toBe('told');
  });

  it('has lost the text where another waits, one was refused or the worker is new', () => {
    worker().say({ type: 'ready', families: [] });
    const first = engine.analyze('甲', 'en');
    const second = engine.analyze('乙', 'en');
    expect(engine.edit(EDITS, [])).toBe('lost');
    worker().say({ type: 'report', id: first, columns: COLUMNS, milliseconds: 1 });
    worker().say({ type: 'too-long', id: second, chars: 9, limit: 8 });
    expect(engine.edit(EDITS, [])).toBe('lost');
    const third = engine.analyze('丙', 'en');
    worker().say({ type: 'report', id: third, columns: COLUMNS, milliseconds: 1 });
    expect(engine.edit(EDITS, [])).toBe('told');
    engine.report('en', []);
    worker().fail('out of memory');
    worker().say({ type: 'ready', families: [] });
    expect(engine.edit(EDITS, [])).toBe('lost');
    expect(texts()).toEqual([]);
  });

  const asked = (): unknown[] =>
    worker().received.flatMap((each) => ('asked' in each ? [each.asked] : []));
  const number = (at: number): number => {
    const found = worker().received.filter((each) => 'question' in each)[at];
    return (found as unknown as { question: number } | undefined)?.question ?? -1;
  };

  it('asks when the analyser is ready, and settles each question by its answer', async () => {
    const first = engine.ask({ kind: 'read-lexicon', name: 'a', table: '', language: 'en' });
    const second = engine.ask({ kind: 'use-lexicons', tables: [] });
    expect(asked()).toEqual([]);
    worker().say({ type: 'ready', families: [] });
    expect(asked()).toHaveLength(2);
    worker().say({ type: 'refused', question: number(1), reason: 'too many' });
    worker().say({ type: 'answer', question: number(0), answer: 'read' });
    await expect(first).resolves.toBe('read');
    await expect(second).rejects.toThrow('too many');
  });

  it('gives the lexicons to every worker, before any text', () => {
    const tables = [{ name: 'a', table: 'entry' }];
    void engine.useLexicons(tables);
    engine.analyze('甲', 'en');
    worker().say({ type: 'ready', families: [] });
    const sent = worker().received.map((each) => ('asked' in each ? 'lexicons' : each.type));
    expect(sent).toEqual(['lexicons', 'analyze']);
    worker().fail('out of memory');
    worker().say({ type: 'ready', families: [] });
    expect(asked()).toEqual([{ kind: 'use-lexicons', tables }]);
  });

  it('has lost the text once other lexicons are used', async () => {
    worker().say({ type: 'ready', families: [] });
    const first = engine.analyze('甲', 'en');
    worker().say({ type: 'report', id: first, columns: COLUMNS, milliseconds: 1 });
    const used = engine.useLexicons([]);
    expect(engine.edit(EDITS, [])).toBe('lost');
    expect(engine.report('en', [])).toBeNull();
    worker().fail('out of memory');
    await expect(used).rejects.toThrow('stopped');
  });
});
