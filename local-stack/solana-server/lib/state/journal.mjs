import fs from 'node:fs';
import path from 'node:path';
import { StateError } from './state-error.mjs';

const NEWLINE = 10;

/** An append-only file of JSON lines. A line is on disk before `append` returns. */
export class Journal {
  #file;
  #fd;

  /** @param directory existing directory */
  constructor(directory) {
    this.#file = path.join(directory, 'journal.ndjson');
    this.#fd = fs.openSync(this.#file, 'a+', 0o600);
    syncDirectory(directory);
  }

  /**
   * All entries, oldest first. A last line without its end was torn by a crash: nobody was told of it, so it is cut off.
   * @returns {entries, torn} with `torn` the number of bytes cut off
   */
  read() {
    const bytes = fs.readFileSync(this.#file);
    const whole = bytes.lastIndexOf(NEWLINE) + 1;
    if (whole < bytes.length) fs.ftruncateSync(this.#fd, whole);
    const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    return { entries: lines.map((line, index) => this.#parse(line, index + 1)), torn: bytes.length - whole };
  }

  append(entry) {
    fs.appendFileSync(this.#fd, JSON.stringify(entry) + '\n');
    fs.fdatasyncSync(this.#fd);
  }

  close() {
    fs.closeSync(this.#fd);
  }

  damaged(line, why) {
    return new StateError(`${this.#file}, line ${line}: ${why}; the chain cannot be restored from it. `
      + 'Put back an intact copy, or move the directory away to start a new chain');
  }

  #parse(line, number) {
    try {
      return JSON.parse(line);
    } catch {
      throw this.damaged(number, 'not JSON');
    }
  }
}

/** So that the new file's name survives a power cut too. */
function syncDirectory(directory) {
  const fd = fs.openSync(directory, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
