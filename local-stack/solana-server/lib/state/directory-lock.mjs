import fs from 'node:fs';
import path from 'node:path';
import { StateError } from './state-error.mjs';

/** One server per state directory. The lock of a process that is gone does not count. */
export class DirectoryLock {
  #file;

  constructor(directory) {
    this.#file = path.join(directory, 'lock');
    if (this.#take()) return;
    const owner = Number(fs.readFileSync(this.#file, 'utf8'));
    if (owner !== process.pid && isServer(owner)) {
      throw new StateError(`${directory} is in use by process ${owner}; stop it, or take another directory`);
    }
    fs.rmSync(this.#file, { force: true });
    if (!this.#take()) throw new StateError(`${directory}: another server was started at the same time`);
  }

  release() {
    fs.rmSync(this.#file, { force: true });
  }

  #take() {
    try {
      fs.writeFileSync(this.#file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error.code === 'EEXIST') return false;
      throw error;
    }
  }
}

/** Process ids are used again, so a living process must also look like a server, where the system lets us look. */
function isServer(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.mjs');
  } catch {
    return true;
  }
}
