/** Starting another program and waiting for it: the exit code is passed on, and so are the signals that end us. */

import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { root } from './paths.mjs';

/** A nice value. */
const YIELDING = 10;

/** What ends a program and the exit code a shell gives for it. */
const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs a program in the repository with its output on ours; gives its exit code (127: it could not be started). It is waited for,
 * never left behind. Ctrl-C in a terminal reaches it by itself, so that one is not passed on twice.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    passSignals(pass, child, resolve);
  });
}

/**
 * Runs one of our tools with all that it starts as one group, which is ended when it has run for longer than `limit`, ms: a worker
 * that hangs would otherwise hang us, and outlive us. Gives the exit code, 124 when time ran out.
 * @param options `out`: the file descriptor it speaks to, if not ours. `yielding`: whatever else runs goes before it
 */
export function runWithin(limit, args, { out = 'inherit', yielding = false } = {}) {
  return new Promise((resolve) => {
    const grouped = process.platform !== 'win32';
    const stdio = ['ignore', out, out];
    const child = spawn(process.execPath, args, { cwd: root, stdio, detached: grouped });
    // What it starts from now on yields as it does.
    if (yielding && child.pid !== undefined) setPriority(child.pid, YIELDING);
    const end = (signal) => {
      if (grouped && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end('SIGKILL');
    }, limit);
    passSignals(end, child, (code) => {
      clearTimeout(timer);
      resolve(late ? 124 : code);
    });
  });
}

/** Until the child ends, signals to us go by `pass`, and then end us too; otherwise `done` has its exit code. */
function passSignals(pass, child, done) {
  let ending = null;
  const note = (signal) => {
    ending = signal;
    pass(signal);
  };
  for (const signal of Object.keys(endings)) process.on(signal, note);
  const end = (code) => {
    for (const signal of Object.keys(endings)) process.off(signal, note);
    if (ending !== null) process.exit(endings[ending]);
    done(code);
  };
  child.on('error', () => end(127));
  child.on('exit', (code, signal) => end(code ?? endings[signal] ?? 1));
}

/** Runs one of our tools (a JavaScript file) with the Node that runs us. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs a program silently; gives its exit code and everything it said. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => resolve({ code: 127, said: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? endings[signal] ?? 1, said: Buffer.concat(said).toString() }),
    );
  });
}

/** Ends this process with words on what is wrong and what to do. */
export function giveUp(...lines) {
  process.stderr.write(`\n${lines.join('\n')}\n`);
  process.exit(1);
}
