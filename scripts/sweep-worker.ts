/** A worker process of the sweep: runs the sessions it is sent, one after another. */

import { perform, type Task } from '../tests/scenario/sweep/task.ts';

process.on('message', (task: Task) => {
  perform(task).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => {
      process.stderr.write(`${JSON.stringify(task)}: ${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
