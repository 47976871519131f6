/** Starts other programs and waits for them. Passes on their exit codes, and the signals that end this process. */

import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { root } from './paths.mjs';

/** Niceness of a program that gives priority to all others. */
const YIELDING = 10;

/** Signals that end a program, and the exit codes a shell reports for them. */
const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs a program in the repository with this process's stdio, and always waits until the program has ended. Resolves with its exit code
 * (127: it could not be started). A Ctrl-C in a terminal reaches the program directly, so it is not passed on again.
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
 * Runs a JavaScript file with Node, with everything that the file starts, as one process group. Kills the group after `limit` ms, because
 * a hanging worker would block this process and outlive it. Resolves with the exit code, 124 on timeout.
 * @param options `out`: file descriptor for the output, if not that of this process. `yielding`: give priority to all other programs
 */
export function runWithin(limit, args, { out = 'inherit', yielding = false } = {}) {
  return new Promise((resolve) => {
    const grouped = process.platform !== 'win32';
    const stdio = ['ignore', out, out];
    const child = spawn(process.execPath, args, { cwd: root, stdio, detached: grouped });
    // Programs that the child starts from now on inherit this priority.
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

/**
 * Forwards the signals of this process to a child through `pass` until the child ends. Then this process exits if a signal came;
 * otherwise it calls `done` with the child's exit code.
 */
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

export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs a program silently; resolves with its exit code and all its output. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? endings[signal] ?? 1, output: Buffer.concat(output).toString() }),
    );
  });
}

/** Exits with a message. The message should say what is wrong and what to do. */
export function giveUp(...lines) {
  process.stderr.write(`\n${lines.join('\n')}\n`);
  process.exit(1);
}
