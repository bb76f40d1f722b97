//! Texts on their way: read by one thread, analysed by several, given back in the order in which they
//! were read.
//!
//! The reader puts what it has read into a queue for whoever is free, and at the same time a place for
//! the answers into the line of answers. Both are bounded, so the reader waits for the slowest, and what
//! lies in memory does not grow with the corpus. Short texts go together, as long as none has to wait for
//! another. The threads are never waited for: one that hangs at a silent pipe does not keep the command
//! from ending.

use std::io;
use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use std::vec;

use cifeng::{Analyzer, Options, Report, Timings};
use encoding_rs::Encoding;

use crate::arguments::InputKind;
use crate::failure::{Failure, Reason, Skipped};
use crate::input::{self, Portion, Sources, Text};

/// Errands that may be under way for each thread that analyses.
const AHEAD: usize = 4;
/// Bytes of one errand, unless a single portion has more.
const ERRAND: u64 = 64 << 10;
/// Bytes that a portion counts for at least: even the report of nothing has a size.
const LEAST: u64 = 1 << 10;
/// How long an interruption may go unnoticed.
const PAUSE: Duration = Duration::from_millis(50);

/// Makes of a report and its text what is wanted, on whatever thread.
pub type Finish<T> = Box<dyn Fn(&Analyzer, Report, String) -> io::Result<T> + Send + Sync>;

/// What is to be done with each portion.
pub struct Task<T> {
    /// Who analyses.
    pub analyzer: Arc<Analyzer>,
    /// How.
    pub options: Options,
    /// The encoding of files, if it is not UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// What becomes of a report.
    pub finish: Finish<T>,
    /// Whether to look at the clock.
    pub measure: bool,
}

/// What became of one portion.
#[derive(Debug)]
pub struct Answer<T> {
    /// Bytes that were read.
    pub size: u64,
    /// What was wanted; none for a blank line.
    pub outcome: Result<Option<Done<T>>, Skipped>,
}

/// An analysed text.
#[derive(Debug)]
pub struct Done<T> {
    /// What was made of its report.
    pub piece: io::Result<T>,
    /// What the time went to, if that was asked for.
    pub timings: Option<Timings>,
}

/// The answers, in order.
#[derive(Debug)]
pub struct Answers<T> {
    line: Receiver<Receiver<Vec<Answer<T>>>>,
    at_hand: vec::IntoIter<Answer<T>>,
    interrupted: Arc<AtomicBool>,
}

/// What happens next.
#[derive(Debug)]
pub enum Event<T> {
    /// The next portion is answered.
    Answer(Answer<T>),
    /// There is no other portion.
    End,
    /// The user wants no more.
    Interruption,
}

struct Errand<T> {
    portions: Vec<Portion>,
    answers: SyncSender<Vec<Answer<T>>>,
}

/// Sets `jobs` threads to work.
pub fn start<T: Send + 'static>(
    task: Task<T>,
    sources: Sources,
    kind: InputKind,
    jobs: usize,
    interrupted: Arc<AtomicBool>,
) -> Result<Answers<T>, Failure> {
    let (errands, queue) = sync_channel(AHEAD * jobs);
    let (places, line) = sync_channel(AHEAD * jobs);
    let (task, queue) = (Arc::new(task), Arc::new(Mutex::new(queue)));
    for _ in 0..jobs {
        let (task, queue) = (Arc::clone(&task), Arc::clone(&queue));
        spawn(move || work(&task, &queue))?;
    }
    spawn(move || read(sources, kind, &errands, &places))?;
    Ok(Answers { line, at_hand: Vec::new().into_iter(), interrupted })
}

fn spawn(thread: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    thread::Builder::new().spawn(thread).map(drop).map_err(Failure::Thread)
}

/// Reads until the end, or until nobody listens.
fn read<T>(
    sources: Sources,
    kind: InputKind,
    errands: &SyncSender<Errand<T>>,
    places: &SyncSender<Receiver<Vec<Answer<T>>>>,
) {
    let mut size = 0;
    let mut together = Vec::new();
    let send = |portions| {
        let (answers, place) = sync_channel(1);
        places.send(place).is_ok() && errands.send(Errand { portions, answers }).is_ok()
    };
    for portion in sources.into_iter().flat_map(|source| input::portions(source, kind)) {
        size += portion.size.max(LEAST);
        let ends = !portion.more || size >= ERRAND;
        together.push(portion);
        if ends {
            size = 0;
            if !send(mem::take(&mut together)) {
                return;
            }
        }
    }
    send(together);
}

/// Runs errands until there are none, or until nobody listens.
fn work<T>(task: &Task<T>, queue: &Mutex<Receiver<Errand<T>>>) {
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
    while let Ok(Errand { portions, answers }) = next() {
        let done = portions.into_iter().map(|portion| task.answer(portion)).collect();
        if answers.send(done).is_err() {
            return;
        }
    }
}

impl<T> Task<T> {
    fn answer(&self, Portion { place, content, size, .. }: Portion) -> Answer<T> {
        let text = content.text(self.encoding);
        let outcome = text.and_then(|text| text.map(|text| self.report(text)).transpose());
        Answer { size, outcome: outcome.map_err(|reason| Skipped { place, reason }) }
    }

    fn report(&self, Text { id, content }: Text) -> Result<Done<T>, Reason> {
        let options = Options { id, ..self.options.clone() };
        let (report, timings) = if self.measure {
            let start = Instant::now();
            let clock = || start.elapsed().as_secs_f64() * 1000.0;
            let (report, timings) = self.analyzer.measure(&content, &options, &clock)?;
            (report, Some(timings))
        } else {
            (self.analyzer.analyze(&content, &options)?, None)
        };
        Ok(Done { piece: (self.finish)(&self.analyzer, report, content), timings })
    }
}

impl<T> Answers<T> {
    /// Whether the next answer would have to be waited for.
    pub fn would_wait(&self) -> bool {
        self.at_hand.len() == 0
    }

    /// Waits for what happens next.
    ///
    /// # Errors
    /// If a thread broke off, which only an error in the program can make it do.
    pub fn next(&mut self) -> Result<Event<T>, Failure> {
        loop {
            if let Some(answer) = self.at_hand.next() {
                return Ok(Event::Answer(answer));
            }
            let Some(place) = self.wait(&self.line) else { return Ok(Event::Interruption) };
            let Ok(place) = place else { return Ok(Event::End) };
            let Some(answers) = self.wait(&place) else { return Ok(Event::Interruption) };
            self.at_hand = answers.map_err(|_| Failure::Lost)?.into_iter();
        }
    }

    /// What comes, or that nothing comes any more; nothing at all after an interruption.
    fn wait<M>(&self, receiver: &Receiver<M>) -> Option<Result<M, RecvTimeoutError>> {
        while !self.interrupted.load(Ordering::Relaxed) {
            match receiver.recv_timeout(PAUSE) {
                Err(RecvTimeoutError::Timeout) => {}
                other => return Some(other),
            }
        }
        None
    }
}
