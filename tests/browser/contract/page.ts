/**
 * The script of the page that contract.test.ts opens. Each clause of the Web Bluetooth contract gets a button
 * that runs it and an output for its result, because a page may request a device only in a click.
 */

import { clauses } from '../../contract/web-bluetooth.ts';

const wait = (duration: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, duration);
  });

for (const { title, holds } of clauses) {
  const button = document.createElement('button');
  const outcome = document.createElement('output');
  button.textContent = title;
  outcome.ariaLabel = title;
  button.onclick = () => {
    holds(navigator.bluetooth, wait).then(
      () => {
        outcome.textContent = 'holds';
      },
      (reason: unknown) => {
        outcome.textContent = String(reason);
      },
    );
  };
  document.body.append(button, outcome);
}
