import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

const lock = JSON.parse(fs.readFileSync(new URL('../package-lock.json', import.meta.url)));

test('the lock file has the native builds of all six platforms, or npm ci fails where one is missing', () => {
  const builds = Object.keys(lock.packages).filter(name => name.startsWith('node_modules/litesvm-'));
  assert.deepEqual(builds.map(name => name.slice('node_modules/litesvm-'.length)),
    ['darwin-arm64', 'darwin-x64', 'linux-arm64-gnu', 'linux-arm64-musl', 'linux-x64-gnu', 'linux-x64-musl']);
  for (const name of builds) assert.deepEqual([lock.packages[name].version, lock.packages[name].optional], ['1.5.0', true]);
});

test('the lock file names no registry, so that it installs from any mirror', () => {
  assert.deepEqual(Object.entries(lock.packages).filter(([, entry]) => entry.resolved), []);
});

test('litesvm is pinned, because its error numbers are positions', () => {
  assert.equal(lock.packages[''].dependencies.litesvm, '1.5.0');
});
