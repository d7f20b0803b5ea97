import {accepted, credentials, experimentPath, Refused} from './api.js';

/**
 * The server's events about one experiment, for as long as the page is open: when the connection ends or falls silent it
 * is made anew, from the last trial that is known. Over fetch, since a browser's EventSource cannot say who asks.
 */
const SILENT_MS = 5000;
const FIRST_RETRY_MS = 300;
const LAST_RETRY_MS = 3000;

export class Stream {
  #stopped = false;
  #abort = new AbortController();
  #retryMs = FIRST_RETRY_MS;
  #watchdog = 0;

  /**
   * @param lastTrial a function: the last trial that is known
   * @param on        {event(name, data), lost(reason), refused(failure)}
   */
  constructor(id, neuron, lastTrial, on) {
    this.path = `${experimentPath(id)}/events`;
    this.neuron = neuron;
    this.lastTrial = lastTrial;
    this.on = on;
    this.#run();
  }

  close() {
    this.#stopped = true;
    clearTimeout(this.#watchdog);
    this.#abort.abort();
  }

  async #run() {
    while (!this.#stopped) {
      try {
        await this.#listen();
        this.#lost('the server ended the connection');
      } catch (failure) {
        if (failure instanceof Refused && failure.status < 500) {
          this.#refuse(failure);
          this.#retryMs = LAST_RETRY_MS;
        } else {
          this.#lost(failure instanceof Refused ? failure.message : 'the server does not answer');
        }
      }
      await new Promise((done) => setTimeout(done, this.#retryMs));
      this.#retryMs = Math.min(LAST_RETRY_MS, this.#retryMs * 2);
    }
  }

  #lost(reason) {
    if (!this.#stopped) {
      this.on.lost(reason);
    }
  }

  #refuse(failure) {
    if (!this.#stopped) {
      this.on.refused(failure);
    }
  }

  async #listen() {
    this.#abort = new AbortController();
    const query = new URLSearchParams({after: this.lastTrial()});
    if (this.neuron) {
      query.set('neuron', this.neuron);
    }
    this.#attend();
    const answer = await fetch(`${this.path}?${query}`, {headers: credentials(), cache: 'no-store', signal: this.#abort.signal});
    const reader = (await accepted(answer)).body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      this.#attend();
      const frames = (rest + part.value).split('\n\n');
      rest = frames.pop();
      frames.forEach((frame) => this.#tell(frame));
    }
  }

  /** A connection that says nothing for long is as good as none. */
  #attend() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#abort.abort(), SILENT_MS);
  }

  #tell(frame) {
    const lines = frame.split('\n');
    const field = (name) => lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length).trimStart());
    const [name] = field('event:');
    if (name && !this.#stopped) {
      this.#retryMs = FIRST_RETRY_MS;
      try {
        this.on.event(name, JSON.parse(field('data:').join('\n')));
      } catch (fault) {
        reportError(fault);
      }
    }
  }
}
