/** A process of the sweep: runs the sessions that it is given, one after the other. */

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
